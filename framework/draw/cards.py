"""Cards with arrows between them, as a picture that lays itself out: what several tools' canvases draw.

The rows run from the foot to the top. What a card is, is told by its edge and by a word on it; what an arrow is, by its
line, by its head and by its words. Nothing is told by colour alone.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from framework.core.answers import Side
from framework.draw.column import BOLD, LINE, column, headings, wrapped
from framework.draw.flow import Arrow, Gutter, Laid, Point, Route, laid_out, ordered, ranked
from framework.draw.labels import Box, width
from framework.draw.svg import element, mark, picture, text

type Edge = Literal["strong", "plain", "broken", "round"]
type Line = Literal["plain", "barred", "dotted", "broken", "thick"]
type Ground = Literal["ground", "tint", "sun"]

KIND = "tool-canvas-picture"
"""The class by which a style sheet reaches all such pictures."""
PAD = 0.7
"""From a card's edge to what stands on it, beside the size of the type."""
MOST_LINES = 4
"""A name with more lines is cut."""
MOST_TOLD = 6
"""A longer text is cut after so many lines."""
MARGIN = 8.0
ROUND = 16.0
"""The corners of a round edge."""
INSET = 5.0
"""From the outer line of a strong edge to the inner."""
STROKE: dict[Line, float] = {"plain": 2.5, "barred": 4.0, "dotted": 3.0, "broken": 2.5, "thick": 6.0}
DASHES: dict[Line, str] = {"dotted": "2 5", "broken": "9 5"}
PAINT = {
    "ground": 'fill="{paper}"',
    "card-ground": 'fill="{card}"',
    "card-tint": 'fill="{tint}"',
    "card-sun": 'fill="{sun}"',
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
    close: bool = False
    """Whether cards that begin something stand close to it, where bands are drawn, rather than all at the foot."""


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
    told: tuple[tuple[Side | None, str], ...] = ()
    """Longer texts on it, each with the mark of the side that says it."""
    ground: Ground = "ground"
    span: int = 1
    """How many cards' room it takes beside others."""
    is_mark: bool = True
    """Whether it can be chosen where the picture is worked on."""
    band: int = 0
    """Cards of a higher band stand above those of a lower, where bands are drawn."""


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
    number: int | None = None
    """That of the note that is about it: it stands on the arrow in place of words."""
    sides: tuple[Side, ...] = ()
    """Sides whose marks stand beside the number, each with a question mark."""


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
        Arrow(each.id, each.start, each.end, each.higher, width(each.words, small_text(size)), each.gutter)
        for each in arrows
    ]
    rows = ordered(ranked([card.id for card in cards], plain), plain)
    narrow = [row[begin : begin + size.most] for row in rows for begin in range(0, len(row), size.most)]
    heights = {card.id: card_height(card, size) for card in cards}
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
    below: Callable[[float, float], tuple[list[str], float]] | None = None,
    place: Callable[[Sequence[Card], Sequence[CardArrow], Size], Laid] = placed,
) -> str:
    """Draw them as SVG text. `id_` is unique on its page; `heads` are lines above, the first of them larger. `below`
    draws what stands below the picture, of such a width and from there on, and says where it ends. `place` lays out.
    """
    laid = place(cards, arrows, size)
    wide = max(laid.width, size.card * 2 + size.gap) + 2 * MARGIN
    above, foot = headings(heads, MARGIN, wide, size.text)
    top = foot + MARGIN if heads else MARGIN
    left = (wide - laid.width) / 2
    drawn = [_arrow(each, laid.routes[each.id], id_) for each in arrows if each.id in laid.routes]
    drawn += [_card(card, laid.boxes[card.id], size) for card in cards]
    drawn += [_arrow_words(each, laid.routes[each.id], size) for each in arrows if each.id in laid.routes]
    said, foot = below(wide, top + laid.height) if below else ([], top + laid.height)
    meanings, high = legend(keys, size, wide, foot, id_)
    ground = element("rect", x=0.0, y=0.0, width=wide, height=high, class_="ground")
    inside = element("g", *drawn, transform=f"translate({left:g} {top:g})")
    return picture(
        id_,
        title,
        description,
        round(wide, 1),
        round(high, 1),
        arrow_heads(id_, {*(each.line for each in arrows), *(each.line for each in keys)}),
        ground,
        *above,
        inside,
        *said,
        *meanings,
        kind=KIND,
    )


def small_text(size: Size) -> float:
    """The size of the smaller words."""
    return 0.85 * size.text


def _lines(card: Card, size: Size) -> tuple[list[str], list[str]]:
    """The lines of a card's name, and those below it."""
    room = card_width(card, size) - 2 * PAD * size.text
    beside = 2 * size.text if card.number is not None else 0.0
    name = wrapped(card.name, BOLD * size.text, room - beside, MOST_LINES)
    return name, [line for words in card.words for line in wrapped(words, small_text(size), room, 2)]


def card_width(card: Card, size: Size) -> float:
    """How wide a card is."""
    span = min(card.span, size.most)
    return size.card * span + size.gap * (span - 1)


def _told(card: Card, size: Size) -> list[tuple[Side | None, list[str]]]:
    """The lines of each longer text on a card, beside the mark of whoever says it."""
    room = card_width(card, size) - 2 * PAD * size.text
    return [
        (side, wrapped(words, _told_size(side, size), room - (1.5 * size.text if side else 0), MOST_TOLD))
        for side, words in card.told
    ]


def _told_size(side: Side | None, size: Size) -> float:
    """What all say together stands larger."""
    return size.text if side else 1.2 * size.text


def card_height(card: Card, size: Size) -> float:
    """How high a card has to be."""
    name, words = _lines(card, size)
    seats = 1 if card.seats else 0
    told = sum(len(lines) * LINE * _told_size(side, size) + 0.3 * size.text for side, lines in _told(card, size))
    return size.text * (2 * PAD + LINE * len(name) + 1.5 * seats) + small_text(size) * LINE * len(words) + told


def _card(card: Card, box: Box, size: Size) -> str:
    left, top, right, bottom = box
    name, words = _lines(card, size)
    x, y = left + PAD * size.text, top + (PAD - 0.2) * size.text
    round_: dict[str, str | float] = {"rx": ROUND} if card.edge == "round" else {}
    ground = f"card-{card.ground}"
    parts = [element("rect", x=left, y=top, width=right - left, height=bottom - top, class_=ground, **round_)]
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
    y = column(parts, name, x, y, size.text, "card-name")
    y = column(parts, words, x, y, small_text(size), "card-words")
    for by, lines in _told(card, size):
        y += 0.3 * size.text
        if by:
            parts.append(mark(by, x + 0.45 * size.text, y + (LINE - 0.32) * size.text, 0.9 * size.text))
        large, begin = _told_size(by, size), x + (1.5 * size.text if by else 0)
        y = column(parts, lines, begin, y, large, "card-words")
    y += 1.35 * size.text
    for side, said in card.seats:
        parts += [
            mark(side, x + 0.45 * size.text, y - 0.32 * size.text, 0.9 * size.text),
            text(said, x=x + 1.15 * size.text, y=y, font_size=small_text(size), class_="card-words"),
        ]
        x += 1.7 * size.text + width(said, small_text(size))
    return element("g", *parts, class_="card" if card.is_mark else "card-aside", data_id=card.id)


def _edge(edge: Edge, box: Box) -> Iterator[str]:
    """A card's edge: two lines for a strong one, one for a plain one, and one that is broken."""
    left, top, right, bottom = box
    more: dict[str, str | float] = (
        {"stroke_dasharray": "7 5"}
        if edge == "broken"
        else {"rx": min(ROUND, (bottom - top) / 3)}
        if edge == "round"
        else {}
    )
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


def arrow_heads(id_: str, used: Collection[Line | None]) -> str:
    """The heads of the lines that are drawn: a full one, one with a bar before it, an open one."""
    heads: dict[Line, str] = {
        "plain": element("path", d="M0,1 L9,5 L0,9 z", class_="arrow-head"),
        "barred": element("path", d="M0,1 L7,5 L0,9 z M8,0 h2 v10 h-2 z", class_="arrow-head"),
        "dotted": element("path", d="M1,1 L9,5 L1,9", class_="arrow-open"),
        "broken": element("path", d="M0,1 L9,5 L0,9 z", class_="arrow-head"),
        "thick": element("path", d="M0,0 L10,5 L0,10 z", class_="arrow-head"),
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
                markerWidth=14 if line != "thick" else 22,
                markerHeight=14 if line != "thick" else 22,
                markerUnits="userSpaceOnUse",
                orient="auto",
            )
            for line, head in heads.items()
            if line in used
        ),
    )


def _line(line: Line, points: Sequence[Point], id_: str, curved: bool = False) -> str:
    more: dict[str, str | float] = {"stroke_dasharray": DASHES[line]} if line in DASHES else {}
    path = f"M{points[0][0]:.1f},{points[0][1]:.1f}"
    for (x1, y1), (x2, y2) in pairwise(points):
        if curved and x1 != x2:
            path += f" C{x1:.1f},{(y1 + y2) / 2:.1f} {x2:.1f},{(y1 + y2) / 2:.1f} {x2:.1f},{y2:.1f}"
        else:
            path += f" L{x2:.1f},{y2:.1f}"
    return element(
        "path", d=path, stroke_width=STROKE[line], marker_end=f"url(#{id_}-{line})", class_="arrow-line", **more
    )


def _arrow(arrow: CardArrow, route: Route, id_: str) -> str:
    return element("g", _line(arrow.line, route.points, id_, route.curved), class_="arrow", data_id=arrow.id)


def _arrow_words(arrow: CardArrow, route: Route, size: Size) -> str:
    """Its words, on ground of their own: no line is seen between their letters."""
    if route.words is None:
        return ""
    left, top, right, bottom = route.words
    if arrow.number is not None:
        return _numbered(arrow, (left, top, right, bottom), size)
    y = (top + bottom) / 2 + 0.32 * small_text(size)
    ground = element("rect", x=left - 3, y=top, width=right - left + 6, height=bottom - top, class_="ground")
    return ground + text(arrow.words, x=left, y=y, font_size=small_text(size), class_="card-words")


def label_width(arrow: CardArrow, size: Size) -> float:
    """How wide what stands on an arrow is."""
    if arrow.number is None:
        return width(arrow.words, small_text(size))
    return 2 * number_radius(size) + len(arrow.sides) * (0.8 * size.text + width("?", size.text) + 3)


def _numbered(arrow: CardArrow, box: Box, size: Size) -> str:
    """The number of an arrow, and the marks of some sides, on ground of their own."""
    left, top, right, bottom = box
    y = (top + bottom) / 2
    radius = number_radius(size)
    ground = element("rect", x=left, y=top, width=right - left, height=bottom - top, rx=radius, class_="ground")
    parts = [ground, number_at(arrow.number or 0, left + radius, y, size)]
    x = left + 2 * radius + 2
    for side in arrow.sides:
        parts += [
            mark(side, x + 0.4 * size.text, y, 0.8 * size.text),
            text("?", x=x + 0.85 * size.text, y=y + 0.34 * size.text, font_size=size.text, class_="card-name"),
        ]
        x += 0.8 * size.text + width("?", size.text) + 3
    return "".join(parts)


def number_radius(size: Size) -> float:
    """That of a number on an arrow, with its edge."""
    return max(10.0, 0.625 * size.text)


def number_at(number: int, x: float, y: float, size: Size) -> str:
    """The number of a note, in a circle about a point."""
    radius = number_radius(size)
    circle = element("circle", cx=x, cy=y, r=radius - 1, class_="card-number")
    return circle + text(str(number), x=x, y=y + 0.4 * radius, font_size=1.2 * radius, class_="card-number-words")


def legend(keys: Sequence[Key], size: Size, wide: float, top: float, id_: str) -> tuple[list[str], float]:
    """What edges, lines and marks mean, below the picture; and where that ends."""
    small = small_text(size)
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
