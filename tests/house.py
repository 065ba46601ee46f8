"""The house in one picture, drawn from what the rooms import: `python -m tests.house` writes `docs/pictures/house.svg`.

Each room stands above all that it leans on. An arrow that follows from others is left out.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from framework.draw.lines import lines
from framework.draw.svg import element, picture, text
from tests.framework.test_rooms import IN_THE_BROWSER

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "pictures" / "house.svg"
HOOKS = "overrides/hooks"
ABOUT_HOOKS = "What MkDocs calls, step by step"
"""The hooks are no package, so no file speaks for all of them."""
FOLDERS = ("framework", "macros", HOOKS, "publish")
ACROSS, DOWN = 300, 96
"""From the middle of one room to the middle of the next."""
WIDE, HIGH = 190, 64
"""How large a room is drawn."""
MARGIN = 24
LETTERS = 28
"""On a line below a room's name."""
PAPER, CARD, TINT, INK = "#fbf7f0", "#ffffff", "#f4bc3c", "#1f2a30"
FONT = "system-ui, sans-serif"

type Arrows = set[tuple[str, str]]
"""From a room to one that it leans on."""


def room(module: str) -> str | None:
    """The room that a module stands in, by its name with dots; None for what is no module of these rooms.

    >>> room("framework.core.item"), room("macros.show"), room("overrides.hooks.style"), room("json")
    ('framework/core', 'macros', 'overrides/hooks', None)
    """
    top, _, rest = module.partition(".")
    if top == "framework":
        return f"framework/{rest.split('.')[0]}" if rest else None
    return {"macros": "macros", "publish": "publish", "overrides": HOOKS}.get(top)


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of these rooms, with its file."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path


def imported(path: Path) -> Iterator[str]:
    """The names of the modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names)


def arrows() -> Arrows:
    """Which room leans on which."""
    found = {(room(module), room(name)) for module, path in modules() for name in imported(path)}
    return {(one, other) for one, other in found if one and other and one != other}


def floors(leaning: Arrows) -> dict[str, int]:
    """How high each room stands: on 0 what leans on nothing. Raises `ValueError` where arrows run in a ring.

    >>> floors({("roof", "wall"), ("wall", "ground"), ("roof", "ground")})
    {'ground': 0, 'wall': 1, 'roof': 2}
    """
    found: dict[str, int] = {}
    waiting = {name for arrow in leaning for name in arrow}
    while waiting:
        ready = {name for name in waiting if not any(one == name and other in waiting for one, other in leaning)}
        if not ready:
            raise ValueError(f"These rooms lean on each other: {', '.join(sorted(waiting))}.")
        floor = max(found.values(), default=-1) + 1
        found |= dict.fromkeys(sorted(ready), floor)
        waiting -= ready
    return found


def needed(leaning: Arrows) -> Arrows:
    """The arrows that do not follow from others.

    >>> sorted(needed({("roof", "wall"), ("wall", "ground"), ("roof", "ground")}))
    [('roof', 'wall'), ('wall', 'ground')]
    """
    below = {one: {other for start, other in leaning if start == one} for one, _ in leaning}
    for one in sorted(below, key=floors(leaning).__getitem__):
        below[one] |= {far for near in below[one] for far in below.get(near, ())}
    return {
        (one, other)
        for one, other in leaning
        if not any(other in below.get(near, ()) for start, near in leaning if start == one)
    }


def about(name: str) -> str:
    """What a room is for: the beginning of what it says of itself.

    >>> about("framework/group")
    "A group's work"
    """
    if name == HOOKS:
        return ABOUT_HOOKS
    path = ROOT / name / "__init__.py"
    words = ast.get_docstring(ast.parse((path if path.exists() else ROOT / f"{name}.py").read_text("utf-8"))) or ""
    return words.split(".")[0].split(":")[0].split(",")[0]


def places(leaning: Arrows) -> dict[str, tuple[float, float]]:
    """The middle of each room: a floor for each height, the lowest at the foot."""
    high = floors(leaning)
    top = max(high.values())
    on = {floor: [name for name in high if high[name] == floor] for floor in range(top + 1)}
    widest = max(map(len, on.values()))
    return {
        name: (MARGIN + ACROSS * (widest / 2 + place - (len(names) - 1) / 2), MARGIN + HIGH / 2 + DOWN * (top - floor))
        for floor, names in on.items()
        for place, name in enumerate(names)
    }


def house() -> str:
    """The picture."""
    leaning = arrows()
    at = places(leaning)
    drawn = needed(leaning)
    width = 2 * MARGIN + max(x for x, _ in at.values()) + ACROSS / 2
    foot = max(y for _, y in at.values()) + HIGH / 2
    words = " ".join(f"{one} leans on {other}." for one, other in sorted(drawn))
    head = element("path", d="M0,0 L8,4 L0,8 z", fill=INK)
    marker = element(
        "marker",
        head,
        id="house-arrow",
        viewBox="0 0 8 8",
        refX=7,
        refY=4,
        markerWidth=7,
        markerHeight=7,
        orient="auto",
    )
    parts = [
        element("defs", marker),
        element("rect", x=0, y=0, width=width, height=foot + 60, fill=PAPER),
        *(_arrow(at[one], at[other]) for one, other in sorted(drawn)),
        *(_room(name, *at[name]) for name in at),
        element("rect", x=MARGIN, y=foot + 24, width=18, height=18, fill=TINT, stroke=INK),
        _words("The browser runs these too: with the standard library alone", MARGIN + 28, foot + 38, 14, "start"),
    ]
    return picture("house", "The house: what stands on what", words, width, foot + 60, *parts) + "\n"


def _room(name: str, x: float, y: float) -> str:
    in_browser = name.removeprefix("framework/") in IN_THE_BROWSER
    box = element(
        "rect", x=x - WIDE / 2, y=y - HIGH / 2, width=WIDE, height=HIGH, rx=6,
        fill=TINT if in_browser else CARD, stroke=INK, stroke_width=2,
    )  # fmt: skip
    said = lines(about(name), LETTERS)[:2]
    below = [_words(line, x, y + 8 + 15 * place, 12, "middle") for place, line in enumerate(said)]
    return element("g", box, _words(name, x, y - 10, 15, "middle", bold=True), *below)


def _arrow(start: tuple[float, float], end: tuple[float, float]) -> str:
    aside = max(-1, min(1, (end[0] - start[0]) / ACROSS)) * 0.42 * WIDE
    return element(
        "line", x1=start[0] + aside, y1=start[1] + HIGH / 2, x2=end[0] - aside, y2=end[1] - HIGH / 2 - 2,
        stroke=INK, stroke_width=2, marker_end="url(#house-arrow)",
    )  # fmt: skip


def _words(words: str, x: float, y: float, size: int, anchor: str, bold: bool = False) -> str:
    return text(
        words, x=x, y=y, fill=INK, font_family=FONT, font_size=size, text_anchor=anchor,
        font_weight=700 if bold else 400,
    )  # fmt: skip


if __name__ == "__main__":
    PICTURE.write_text(house(), encoding="utf-8")
