"""The style of a widget reaches no other widget, and no rule stands for what is nowhere."""

import re
from itertools import combinations
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WIDGETS = ROOT / "overrides" / "widgets"
STYLE = ROOT / "overrides" / "assets" / "style"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLOCK = re.compile(r"([^{};]+)\{")
"""What stands before each brace: a selector, or an at-rule."""
CLASS = re.compile(r"\.([a-zA-Z_][\w-]*)")
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
"""A selector, and what it declares."""
STRING = re.compile(r'"[^"]*"|url\([^)]*\)')
MADE_FROM_PARTS = (
    "side--", "rung--", "-line", "power-map__narrow", "power-map__wide", "tool-canvas__narrow", "tool-canvas__wide", "layer-",
)  # fmt: skip
"""Classes of which a template or a script puts in a part."""
MATERIAL = "md-"
"""Classes that Material's own layout and search write."""


def selectors(path: Path) -> list[str]:
    """Every selector of a style sheet, one by one; none of an at-rule, nor of a step of an animation."""
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    heads = [" ".join(head.split()) for head in BLOCK.findall(text)]
    return [each for head in heads if not head.startswith("@") for each in apart(head)]


def apart(head: str) -> list[str]:
    """The selectors of a rule: what stands between its commas, but for those in brackets.

    >>> apart("a :is(b, c:not(d, e)), f")
    ['a :is(b, c:not(d, e))', 'f']
    """
    found = [""]
    for letter in head:
        inside = found[-1].count("(") > found[-1].count(")")
        if letter == "," and not inside:
            found.append("")
        else:
            found[-1] += letter
    return [each.strip() for each in found]


SHEETS = sorted(path for path in WIDGETS.glob("*/*.css") if path.parent.name != "shared")


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_widgets_style_reaches_no_other_widget(path: Path) -> None:
    """Each selector names the widget's element, or a class that begins with its name."""
    widget = path.parent.name
    own = re.compile(rf"(?<![\w-]){widget}(?![a-z])")
    leaks = [each for each in selectors(path) if not own.search(each)]
    assert not leaks, f"{path.relative_to(ROOT)} reaches beyond <{widget}>: put '{widget}' before {leaks}"


ANYTHING = re.compile(r"(?:^|[\s>+~])(?:\*|:(?:not|has)\b)\S*$")
"""The end of a selector that is told by nothing but what it is not, or what it holds."""


def test_no_style_has_a_page_look_at_every_element_after_each_change() -> None:
    """Behind `:has()`, such an end has Chromium style the whole page anew whenever an element comes or goes.

    With 500 people on a power map one such rule took 85 of 145 ms of each change.
    """
    sheets = [path for path in (*STYLE.rglob("*.css"), *SHEETS) if "print" not in (path.parent.name, path.stem)]
    dear = [each for path in sheets for each in selectors(path) if ":has(" in each and ANYTHING.search(outside(each))]
    assert not dear, f"Say by class or by element what {dear} are."


def outside(selector: str) -> str:
    """A selector without what stands in its brackets.

    >>> outside(".a:has(> b:not(.c)) > :not(h1)")
    '.a:has > :not'
    """
    while (short := re.sub(r"\([^()]*\)", "", selector)) != selector:
        selector = short
    return selector


def declared(path: Path) -> set[tuple[str, str]]:
    """Each selector of a style sheet with each property that it sets."""
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    return {
        (each, declaration.split(":")[0].strip())
        for head, body in RULE.findall(text)
        for each in apart(" ".join(head.split()))
        for declaration in STRING.sub("", body).split(";")
        if ":" in declaration
    }


def same(one: str, other: str) -> bool:
    """Whether one of two properties sets the other.

    >>> same("font", "font-size"), same("font-size", "font"), same("break-after", "break-inside")
    (True, True, False)
    """
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


FOLDERS = [*sorted(folder for folder in STYLE.iterdir() if folder.is_dir()), WIDGETS / "shared"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_order_of_files_in_a_folder_says_nothing(folder: Path) -> None:
    """No two files of a folder set one property of one selector: the later one would undo the other."""
    clashes = [
        f"'{selector}' sets {of_one} in {one.name} and {of_other} in {other.name}"
        for one, other in combinations(sorted(folder.glob("*.css")), 2)
        for selector, of_one in sorted(declared(one))
        for same_selector, of_other in sorted(declared(other))
        if selector == same_selector and same(of_one, of_other)
    ]
    assert not clashes, f"Put these together, in {folder.relative_to(ROOT)}: {clashes}"


def test_no_rule_stands_for_a_class_that_is_nowhere() -> None:
    """Each class of a style sheet is written by a template, a script, a picture or a page."""
    rooms = [ROOT / name for name in ("overrides", "macros", "framework", "publish", "docs")]
    endings = (".js", ".html", ".py", ".md", ".svg")
    sources = (path for room in rooms for path in room.rglob("*") if path.suffix in endings)
    written = set(re.findall(r"[\w-]+", "\n".join(path.read_text(encoding="utf-8") for path in sources)))
    unused = {
        f"{path.relative_to(ROOT)}: .{name}"
        for path in (ROOT / "overrides").rglob("*.css")
        for each in selectors(path)
        for name in CLASS.findall(STRING.sub("", each))
        if name not in written and not name.startswith(MATERIAL) and not any(part in name for part in MADE_FROM_PARTS)
    }
    assert not unused, f"These classes are nowhere: take their rules away. {sorted(unused)}"
