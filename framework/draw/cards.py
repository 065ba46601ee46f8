"""Cards with arrows between them, as a picture that lays itself out: what several tools' canvases draw.

The rows run from the foot to the top. What a card is, is told by its edge and by a word on it; what an arrow is, by its
line, by its head and by its words. Nothing is told by colour alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from framework.core.answers import Side
from framework.draw.flow import Arrow, Gutter, Laid, Point, Route, laid_out, ordered, ranked
from framework.draw.labels import Box, width
from framework.draw.svg import element, mark, picture, text

type Edge = Literal["strong", "plain", "broken"]
type Line = Literal["plain", "barred", "dotted"]

KIND = "tool-canvas-picture"
"""The class by which a style sheet reaches all such pictures."""
BOLD = 1.2
"""How wide bold letters may be, beside the guide's own."""
LINE = 1.25
"""From one line of words on a card to the next, beside the size of the type."""
PAD = 0.7
"""From a card's edge to what stands on it, beside the size of the type."""
MOST_LINES = 4
"""A name with more lines is cut."""
MARGIN = 8.0
INSET = 5.0
"""From the outer line of a strong edge to the inner."""
STROKE: dict[Line, float] = {"plain": 2.5, "barred": 4.0, "dotted": 3.0}
PAINT = {
    "ground": 'fill="{paper}"',
    "card-ground": 'fill="{card}"',
    "card-edge": 'fill="none" stroke="{ink}"',
    "card-name": 'fill="{ink}" font-weight="700"',
    "card-words": 'fill="{ink}"',
    "card-number": 'fill="{sun}" stroke="{ink}" stroke-width="2"',
    "card-number-words": 'fill="{ink}" font-weight="700" text-anchor="middle"',
    "arrow-line": 'fill="none" stroke="{ink}"',
    "arrow-head": 'fill="{ink}" stroke="{ink}"',
    "arrow-open": 'fill="none" stroke="{ink}" stroke-width="2"',
    "heading": 'fill="{ink}" font-weight="700"',
    "resident": 'fill="{resident}"',
    "organisation": 'fill="{organisation}"',
    "other": 'fill="{other}"',
}
"""What each class looks like in a file. On the page, the style sheet says it."""


@dataclass(frozen=True)
class Size:
    """How large cards and words are drawn, and how many cards stand beside each other."""

    name: str
    card: float
    gap: float
    text: float
    most: int


@dataclass(frozen=True)
class Card:
    """One card."""

    id: str
    name: str
    edge: Edge
    words: tuple[str, ...] = ()
    """What stands below its name."""
    seats: tuple[tuple[Side, str], ...] = ()
    """The sides on it, each with what stands beside its mark."""
    number: int | None = None
    """Its place on a way that is followed."""


@dataclass(frozen=True)
class CardArrow:
    """What runs from one card to another."""

    id: str
    start: str
    end: str
    line: Line
    words: str = ""
    higher: Literal["start", "end", "neither"] = "neither"
    """Which of its ends stands in a row above the other."""
    gutter: Gutter = "right"


@dataclass(frozen=True)
class Key:
    """What an edge, a line or a side's mark means: one of them."""

    words: str
    edge: Edge | None = None
    line: Line | None = None
    side: Side | None = None


def placed(cards: Sequence[Card], arrows: Sequence[CardArrow], size: Size) -> Laid:
    """Where all of it goes: no card on another, no words on others, no arrow over a card."""
    plain = [
        Arrow(each.id, each.start, each.end, each.higher, width(each.words, _small(size)), each.gutter)
        for each in arrows
    ]
    rows = ordered(ranked([card.id for card in cards], plain), plain)
    narrow = [row[begin : begin + size.most] for row in rows for begin in range(0, len(row), size.most)]
    heights = {card.id: _height(card, size) for card in cards}
    return laid_out(narrow[::-1], heights, plain, size.card, size.gap)


def cards_picture(
    id_: str,
    title: str,
    description: str,
    size: Size,
    cards: Sequence[Card],
    arrows: Sequence[CardArrow],
    keys: Sequence[Key] = (),
    heads: Sequence[str] = (),
) -> str:
    """Draw them as SVG text. `id_` is unique on its page; `heads` are lines above, the first of them larger."""
    laid = placed(cards, arrows, size)
    wide = max(laid.width, size.card * 2 + size.gap) + 2 * MARGIN
    above, top = _heads(heads, size, wide)
    left = (wide - laid.width) / 2
    drawn = [_arrow(each, laid.routes[each.id], id_) for each in arrows if each.id in laid.routes]
    drawn += [_card(card, laid.boxes[card.id], size) for card in cards]
    drawn += [_arrow_words(each, laid.routes[each.id], size) for each in arrows if each.id in laid.routes]
    below, high = legend(keys, size, wide, top + laid.height, id_)
    ground = element("rect", x=0.0, y=0.0, width=wide, height=high, class_="ground")
    inside = element("g", *drawn, transform=f"translate({left:g} {top:g})")
    return picture(
        id_,
        title,
        description,
        round(wide, 1),
        round(high, 1),
        arrow_heads(id_),
        ground,
        *above,
        inside,
        *below,
        kind=KIND,
    )


def wrapped(words: str, size: float, wide: float, most: int) -> list[str]:
    """Words in lines that are no wider than there is room; what is more than so many lines is cut.

    >>> wrapped("Harbour Court steering group", 10, 100, 3)
    ['Harbour Court', 'steering group']
    """
    found = [""]
    for word in words.split():
        joined = f"{found[-1]} {word}".strip()
        if width(joined, size) <= wide or not found[-1]:
            found[-1] = joined
        else:
            found.append(word)
    kept = [_cut(line, size, wide) for line in found[:most]]
    return kept if len(found) <= most else [*kept[:-1], _cut(f"{kept[-1]}…", size, wide)]


def _cut(words: str, size: float, wide: float) -> str:
    if width(words, size) <= wide:
        return words
    kept = words.rstrip("…")
    while kept and width(f"{kept}…", size) > wide:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _small(size: Size) -> float:
    return 0.85 * size.text


def _lines(card: Card, size: Size) -> tuple[list[str], list[str]]:
    """The lines of a card's name, and those below it."""
    room = size.card - 2 * PAD * size.text
    beside = 2 * size.text if card.number is not None else 0.0
    name = wrapped(card.name, BOLD * size.text, room - beside, MOST_LINES)
    return name, [line for words in card.words for line in wrapped(words, _small(size), room, 2)]


def _height(card: Card, size: Size) -> float:
    name, words = _lines(card, size)
    seats = 1 if card.seats else 0
    return size.text * (2 * PAD + LINE * len(name)) + _small(size) * LINE * len(words) + size.text * 1.5 * seats


def _card(card: Card, box: Box, size: Size) -> str:
    left, top, right, bottom = box
    name, words = _lines(card, size)
    x, y = left + PAD * size.text, top + (PAD - 0.2) * size.text
    parts = [element("rect", x=left, y=top, width=right - left, height=bottom - top, class_="card-ground")]
    parts += _edge(card.edge, box)
    if card.number is not None:
        middle = right - 1.2 * size.text
        parts += [
            element("circle", cx=middle, cy=top + 1.2 * size.text, r=0.85 * size.text, class_="card-number"),
            text(
                str(card.number),
                x=middle,
                y=top + 1.53 * size.text,
                font_size=0.95 * size.text,
                class_="card-number-words",
            ),
        ]
    for line in name:
        y += LINE * size.text
        parts.append(text(line, x=x, y=y, font_size=size.text, class_="card-name"))
    for line in words:
        y += LINE * _small(size)
        parts.append(text(line, x=x, y=y, font_size=_small(size), class_="card-words"))
    y += 1.35 * size.text
    for side, said in card.seats:
        parts += [
            mark(side, x + 0.45 * size.text, y - 0.32 * size.text, 0.9 * size.text),
            text(said, x=x + 1.15 * size.text, y=y, font_size=_small(size), class_="card-words"),
        ]
        x += 1.7 * size.text + width(said, _small(size))
    return element("g", *parts, class_="card", data_id=card.id)


def _edge(edge: Edge, box: Box) -> Iterator[str]:
    """A card's edge: two lines for a strong one, one for a plain one, and one that is broken."""
    left, top, right, bottom = box
    more: dict[str, str | float] = {"stroke_dasharray": "7 5"} if edge == "broken" else {}
    thick = 4.0 if edge == "strong" else 2.0
    yield element(
        "rect", x=left, y=top, width=right - left, height=bottom - top, stroke_width=thick, class_="card-edge", **more
    )
    if edge == "strong":
        yield element(
            "rect",
            x=left + INSET,
            y=top + INSET,
            width=right - left - 2 * INSET,
            height=bottom - top - 2 * INSET,
            stroke_width=1.5,
            class_="card-edge",
        )


def arrow_heads(id_: str) -> str:
    """The heads of the lines: a full one, one with a bar before it, and an open one."""
    heads = {
        "plain": element("path", d="M0,1 L9,5 L0,9 z", class_="arrow-head"),
        "barred": element("path", d="M0,1 L7,5 L0,9 z M8,0 h2 v10 h-2 z", class_="arrow-head"),
        "dotted": element("path", d="M1,1 L9,5 L1,9", class_="arrow-open"),
    }
    return element(
        "defs",
        *(
            element(
                "marker",
                head,
                id=f"{id_}-{line}",
                viewBox="0 0 10 10",
                refX=9 if line != "barred" else 10,
                refY=5,
                markerWidth=14,
                markerHeight=14,
                markerUnits="userSpaceOnUse",
                orient="auto",
            )
            for line, head in heads.items()
        ),
    )


def _line(line: Line, points: Sequence[Point], id_: str) -> str:
    more: dict[str, str | float] = {"stroke_dasharray": "2 5"} if line == "dotted" else {}
    path = " ".join(f"{'L' if nth else 'M'}{x:.1f},{y:.1f}" for nth, (x, y) in enumerate(points))
    return element(
        "path", d=path, stroke_width=STROKE[line], marker_end=f"url(#{id_}-{line})", class_="arrow-line", **more
    )


def _arrow(arrow: CardArrow, route: Route, id_: str) -> str:
    return element("g", _line(arrow.line, route.points, id_), class_="arrow", data_id=arrow.id)


def _arrow_words(arrow: CardArrow, route: Route, size: Size) -> str:
    """Its words, on ground of their own: no line is seen between their letters."""
    if route.words is None:
        return ""
    left, top, right, bottom = route.words
    y = (top + bottom) / 2 + 0.32 * _small(size)
    ground = element("rect", x=left - 3, y=top, width=right - left + 6, height=bottom - top, class_="ground")
    return ground + text(arrow.words, x=left, y=y, font_size=_small(size), class_="card-words")


def _heads(heads: Sequence[str], size: Size, wide: float) -> tuple[list[str], float]:
    parts: list[str] = []
    y = MARGIN
    for nth, words in enumerate(heads):
        large = 1.6 * size.text if nth == 0 else size.text
        for line in wrapped(words, BOLD * large, wide - 2 * MARGIN, 6):
            y += 1.25 * large
            parts.append(text(line, x=MARGIN, y=y, font_size=large, class_="heading" if nth == 0 else "card-words"))
    return parts, y + MARGIN if heads else MARGIN


def legend(keys: Sequence[Key], size: Size, wide: float, top: float, id_: str) -> tuple[list[str], float]:
    """What edges, lines and marks mean, below the picture; and where that ends."""
    small = _small(size)
    x, y = MARGIN, top + 1.2 * size.text
    parts: list[str] = []
    for key in keys:
        sign = 1.2 * size.text if key.side else 2.6 * size.text
        long = sign + 0.5 * size.text + width(key.words, small)
        if x > MARGIN and x + long > wide - MARGIN:
            x, y = MARGIN, y + 2 * size.text
        parts += [_sign(key, x, y, size, id_)]
        parts.append(
            text(key.words, x=x + sign + 0.4 * size.text, y=y + 0.3 * small, font_size=small, class_="card-words")
        )
        x += long + 1.6 * size.text
    return parts, (y + 1.4 * size.text if keys else top + MARGIN)


def _sign(key: Key, x: float, y: float, size: Size, id_: str) -> str:
    long, half = 2.4 * size.text, 0.6 * size.text
    if key.side:
        return mark(key.side, x + half, y, 0.9 * size.text)
    if key.line:
        return _line(key.line, [(x, y), (x + long, y)], id_)
    return element("g", *_edge(key.edge or "plain", (x, y - half, x + long, y + half)))
