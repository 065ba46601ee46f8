"""Cards in lanes: rows that follow one another, each divided between lanes. It lays itself out.

Where there is room, lanes stand beside each other; on a phone, they lie below each other in each row. What a card is,
is told by its edge and by words, and whose it is by its lane and by that lane's marks. Nothing is told by colour alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from framework.core.answers import Side
from framework.draw.cards import KIND, PAINT
from framework.draw.column import BOLD, LINE, column, headings, wrapped
from framework.draw.labels import Box, width
from framework.draw.svg import element, mark, picture, text

type Edge = Literal["strong", "plain", "broken"]

MARGIN = 10.0
PAD = 0.6
"""From a card's edge to what stands on it, beside the size of the type."""
GAP = 9.0
"""Between two cards of a lane."""
STRIPE = 7.0
"""How wide the stripe is that tells a card's side."""
MOST_NAME, MOST_WORDS = 4, 3
"""So many lines of a card's name, and of each of its words, and no more."""
WIDER = 1.12
"""How wide small words may be where a file is opened without the guide's letters, beside those."""
FLAG = 1.5
"""How wide a flag is, beside the size of the type."""
LOOKS = PAINT | {
    "lane-band": 'fill="{tint}"',
    "lane-line": 'fill="none" stroke="{faint}" stroke-width="2"',
    "lane-spine": 'fill="none" stroke="{ink}" stroke-width="4"',
    "lane-stop": 'fill="{paper}" stroke="{ink}" stroke-width="3"',
    "lane-here": 'fill="{sun}" stroke="{ink}" stroke-width="3"',
    "lane-nobody": 'fill="none" stroke="{ink}" stroke-width="2"',
    "lane-flag": 'fill="{ink}" stroke="{ink}"',
    "lane-number": 'fill="{ink}" font-weight="700" text-anchor="middle"',
}
"""What each class looks like in a file. On the page, the style sheet says it."""


@dataclass(frozen=True)
class Size:
    """How large words and lanes are drawn."""

    name: str
    head: float
    """How wide what a row is called is; with lanes below each other, it stands above them."""
    lane: float
    text: float
    stacked: bool = False
    """Whether lanes lie below each other."""
    least: float = 0
    """How high a row is at least."""


@dataclass(frozen=True)
class LaneCard:
    """One card."""

    id: str
    name: str
    edge: Edge
    words: tuple[str, ...] = ()
    flag: bool = False


@dataclass(frozen=True)
class Lane:
    """One lane, with the marks of its sides."""

    id: str
    name: str
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Row:
    """One row."""

    id: str
    name: str
    number: str = ""
    words: str = ""
    here: str = ""
    """What is said where this is the row that we are in; empty for all others."""


@dataclass(frozen=True)
class Key:
    """What an edge or a sign means: one of them."""

    words: str
    edge: Edge | None = None
    flag: bool = False
    nobody: bool = False


@dataclass(frozen=True)
class Lanes:
    """All that is drawn."""

    lanes: Sequence[Lane]
    rows: Sequence[Row]
    cells: Mapping[tuple[str, str], Sequence[LaneCard]]
    """The cards by row and lane."""
    nobody: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What is said of some cells in which no card stands, by row and lane."""
    keys: Sequence[Key] = ()


@dataclass(frozen=True)
class Laid:
    """Where all of it goes."""

    width: float
    height: float
    top: float
    """Where the first row begins."""
    rows: dict[str, Box]
    cells: dict[tuple[str, str], Box]
    cards: dict[str, Box]


def laid(shown: Lanes, size: Size, top: float = MARGIN) -> Laid:
    """Where all of it goes: no card on another, and each within its cell."""
    rows: dict[str, Box] = {}
    cells: dict[tuple[str, str], Box] = {}
    cards: dict[str, Box] = {}
    wide = size.lane if size.stacked else size.head + size.lane * len(shown.lanes)
    y = first = top if size.stacked else top + _lanes_height(shown, size)
    for row in shown.rows:
        begins = y
        y += _head_height(row, size) if size.stacked else 0.0
        deepest = y
        for nth, lane in enumerate(shown.lanes):
            left = MARGIN + (0.0 if size.stacked else size.head + nth * size.lane)
            ends = _fill(shown, size, (row.id, lane.id), (left, deepest if size.stacked else y), cards)
            cells[row.id, lane.id] = (left, deepest if size.stacked else y, left + size.lane, ends)
            deepest = ends if size.stacked else max(deepest, ends)
        if not size.stacked:
            deepest = max(deepest, y + _head_height(row, size), y + size.least)
            for lane in shown.lanes:
                box = cells[row.id, lane.id]
                cells[row.id, lane.id] = (box[0], box[1], box[2], deepest)
        y = deepest
        rows[row.id] = (MARGIN, begins, MARGIN + wide, y)
    return Laid(wide + 2 * MARGIN, y, first, rows, cells, cards)


def _fill(shown: Lanes, size: Size, at: tuple[str, str], corner: tuple[float, float], cards: dict[str, Box]) -> float:
    """Put the cards of a cell below each other. Gives where the cell ends."""
    left, y = corner
    y += _label(size) if size.stacked else 0.0
    y += GAP
    for card in shown.cells.get(at, ()):
        high = _card_height(card, size)
        cards[card.id] = (left + GAP, y, left + size.lane - GAP, y + high)
        y += high + GAP
    if at in shown.nobody:
        y += 2.4 * size.text + GAP
    elif size.stacked and not shown.cells.get(at):
        y -= GAP / 2
    return y


def lanes_picture(
    id_: str, title: str, description: str, size: Size, shown: Lanes, heads: Sequence[str] = ()
) -> tuple[str, Laid]:
    """Draw them as SVG text, and tell where all of it went. `id_` is unique on its page; `heads` are lines above."""
    found = laid(shown, size)
    above, foot = headings(heads, MARGIN, found.width, size.text)
    if heads:
        found = laid(shown, size, foot + MARGIN)
    drawn = [_band(shown, row, found, size, nth) for nth, row in enumerate(shown.rows)]
    drawn += [] if size.stacked else [_lane_heads(shown, size, found)]
    drawn += [_spine(shown, found, size)]
    drawn += [_row_head(row, found.rows[row.id], size) for row in shown.rows]
    drawn += [_nobody(words, found.cells[at], size) for at, words in shown.nobody.items() if at in found.cells]
    sides = {
        card.id: lane.sides
        for lane in shown.lanes
        for row in shown.rows
        for card in shown.cells.get((row.id, lane.id), ())
    }
    drawn += [
        _card(card, found.cards[card.id], size, sides[card.id])
        for row in shown.rows
        for lane in shown.lanes
        for card in shown.cells.get((row.id, lane.id), ())
    ]
    below, high = _keys(shown.keys, size, found)
    ground = element("rect", x=0.0, y=0.0, width=found.width, height=high, class_="ground")
    svg = picture(
        id_, title, description, round(found.width, 1), round(high, 1), ground, *above, *drawn, *below,
        kind=f"{KIND} lanes-picture",
    )  # fmt: skip
    return svg, found


def _small(size: Size) -> float:
    return 0.86 * size.text


def _label(size: Size) -> float:
    """How high the name of a lane is, where it stands in each row."""
    return 1.7 * size.text


def _row_room(row: Row, size: Size) -> float:
    """How much room a row's name has."""
    return (size.lane if size.stacked else size.head) - 2 * size.text - _badge(row, size)


def _badge(row: Row, size: Size) -> float:
    return 2.6 * size.text if row.number else 0.0


def _row_lines(row: Row, size: Size) -> tuple[list[str], list[str]]:
    room = _row_room(row, size)
    return wrapped(row.name, BOLD * size.text, room, 4), wrapped(row.words, _small(size), room, 4) if row.words else []


def _head_height(row: Row, size: Size) -> float:
    name, said = _row_lines(row, size)
    here = 2.1 * size.text if row.here else 0.0
    return 1.8 * size.text + LINE * (size.text * len(name) + _small(size) * len(said)) + here


def _lanes_height(shown: Lanes, size: Size) -> float:
    most = max((len(_lane_lines(lane, size)) for lane in shown.lanes), default=1)
    return size.text * (1.6 + LINE * 1.05 * (most - 1)) + size.text


def _lane_lines(lane: Lane, size: Size) -> list[str]:
    room = size.lane - 2 * GAP - 1.5 * size.text * max(1, len(lane.sides))
    return wrapped(lane.name, BOLD * 1.05 * size.text, room, 2)


def _card_lines(card: LaneCard, size: Size) -> tuple[list[str], list[str]]:
    room = size.lane - 2 * GAP - STRIPE - 2 * PAD * size.text
    beside = FLAG * size.text if card.flag else 0.0
    name = wrapped(card.name, BOLD * size.text, room - beside, MOST_NAME)
    return name, [line for words in card.words for line in wrapped(words, WIDER * _small(size), room, MOST_WORDS)]


def _card_height(card: LaneCard, size: Size) -> float:
    name, words = _card_lines(card, size)
    return size.text * (2 * PAD + LINE * len(name)) + _small(size) * LINE * len(words)


def _band(shown: Lanes, row: Row, found: Laid, size: Size, nth: int) -> str:
    """A row's ground, every other one tinted, and what divides its lanes."""
    left, top, right, bottom = found.rows[row.id]
    parts = []
    if nth % 2 == 0:
        parts.append(element("rect", x=left, y=top, width=right - left, height=bottom - top, class_="lane-band"))
    parts.append(element("line", x1=left, y1=bottom, x2=right, y2=bottom, class_="lane-line"))
    for lane in shown.lanes:
        x, y, _, _ = found.cells[row.id, lane.id]
        if size.stacked:
            parts += _lane_label(lane, x + GAP, y + 1.2 * size.text, size, 0.9)
        else:
            parts.append(element("line", x1=x, y1=top, x2=x, y2=bottom, class_="lane-line"))
    return element("g", *parts)


def _lane_label(lane: Lane, x: float, y: float, size: Size, times: float) -> list[str]:
    """The marks of a lane's sides, and its name."""
    large = times * size.text
    parts = []
    for side in lane.sides:
        parts.append(mark(side, x + 0.5 * large, y - 0.34 * large, 0.95 * large))
        x += 1.25 * large
    for nth, line in enumerate(_lane_lines(lane, size)):
        parts.append(text(line, x=x + 0.1 * large, y=y + nth * LINE * large, font_size=large, class_="card-name"))
    return parts


def _lane_heads(shown: Lanes, size: Size, found: Laid) -> str:
    top = found.top - _lanes_height(shown, size) + 1.3 * size.text
    parts = [
        part
        for nth, lane in enumerate(shown.lanes)
        for part in _lane_label(lane, MARGIN + size.head + nth * size.lane + GAP, top, size, 1.05)
    ]
    right = found.width - MARGIN
    return element("g", *parts, element("line", x1=MARGIN, y1=found.top, x2=right, y2=found.top, class_="lane-spine"))


def _centre(box: Box, size: Size) -> tuple[float, float]:
    """Where the number of a row stands."""
    return box[0] + 1.7 * size.text, box[1] + 1.9 * size.text


def _spine(shown: Lanes, found: Laid, size: Size) -> str:
    """The line from each numbered row to the next: time goes down."""
    if size.stacked:
        return ""
    points = [_centre(found.rows[row.id], size) for row in shown.rows if row.number]
    return "".join(
        element("line", x1=one[0], y1=one[1], x2=other[0], y2=other[1], class_="lane-spine")
        for one, other in pairwise(points)
    )


def _row_head(row: Row, box: Box, size: Size) -> str:
    name, said = _row_lines(row, size)
    x, y = box[0] + size.text * 0.6 + _badge(row, size), box[1] + 0.9 * size.text
    parts = []
    if row.number:
        cx, cy = _centre(box, size)
        look = "lane-here" if row.here else "lane-stop"
        parts.append(element("circle", cx=cx, cy=cy, r=1.15 * size.text, class_=look))
        parts.append(text(row.number, x=cx, y=cy + 0.36 * size.text, font_size=size.text, class_="lane-number"))
    y = column(parts, name, x, y, size.text, "card-name")
    y = column(parts, said, x, y, _small(size), "card-words")
    if row.here:
        wide = width(row.here, _small(size)) * BOLD + size.text
        y += 0.6 * size.text
        parts.append(element("rect", x=x, y=y, width=wide, height=1.5 * size.text, class_="lane-here"))
        parts.append(
            text(row.here, x=x + 0.5 * size.text, y=y + 1.05 * size.text, font_size=_small(size), class_="card-name")
        )
    return element("g", *parts)


def _nobody(words: str, cell: Box, size: Size) -> str:
    """A cell in which somebody is missing: an empty card with a broken edge, at the foot of its cell or of its lane."""
    left, top = cell[0] + GAP, cell[1] + GAP + (_label(size) if size.stacked else 0.0)
    wide, high = cell[2] - cell[0] - 2 * GAP, 2.4 * size.text
    edge = element(
        "rect", x=left, y=top, width=wide, height=high, rx=high / 2, class_="lane-nobody", stroke_dasharray="3 6"
    )
    line = wrapped(words, _small(size), wide - size.text, 1)[0]
    return edge + text(
        line, x=left + 0.9 * size.text, y=top + 1.5 * size.text, font_size=_small(size), class_="card-words"
    )


def _card(card: LaneCard, box: Box, size: Size, sides: Sequence[Side]) -> str:
    left, top, right, bottom = box
    name, words = _card_lines(card, size)
    parts = [element("rect", x=left, y=top, width=right - left, height=bottom - top, class_="card-ground")]
    high = (bottom - top) / max(1, len(sides))
    parts += [
        element("rect", x=left, y=top + nth * high, width=STRIPE, height=high, class_=side)
        for nth, side in enumerate(sides)
    ]
    parts += _edge(card.edge, box)
    x, y = left + STRIPE + PAD * size.text, top + (PAD - 0.2) * size.text
    if card.flag:
        parts.append(_flag(right - (FLAG + 0.1) * size.text, top + 0.55 * size.text, size))
    y = column(parts, name, x, y, size.text, "card-name")
    y = column(parts, words, x, y, _small(size), "card-words")
    return element("g", *parts, class_="card", data_id=card.id)


def _edge(edge: Edge, box: Box) -> list[str]:
    """Two lines for a strong edge, one for a plain one, and one that is broken."""
    left, top, right, bottom = box
    more: dict[str, str | float] = {"stroke_dasharray": "8 5"} if edge == "broken" else {}
    thick = 3.5 if edge == "strong" else 1.75
    parts = [
        element(
            "rect",
            x=left,
            y=top,
            width=right - left,
            height=bottom - top,
            stroke_width=thick,
            class_="card-edge",
            **more,
        )
    ]
    if edge == "strong":
        inner = {"x": left + 4.0, "y": top + 4.0, "width": right - left - 8.0, "height": bottom - top - 8.0}
        parts.append(element("rect", **inner, stroke_width=1.0, class_="card-edge"))
    return parts


def _flag(x: float, y: float, size: Size) -> str:
    """A flag on its pole."""
    s = size.text
    path = f"M{x:.1f},{y:.1f} v{1.5 * s:.1f} M{x:.1f},{y:.1f} l{s:.1f},{0.4 * s:.1f} l{-s:.1f},{0.4 * s:.1f} z"
    return element("path", d=path, stroke_width=1.75, class_="lane-flag")


def _keys(keys: Sequence[Key], size: Size, found: Laid) -> tuple[list[str], float]:
    """What edges and signs mean, below the picture; and where that ends."""
    small = _small(size)
    x, y = MARGIN, found.height + 1.5 * size.text
    parts: list[str] = []
    for key in keys:
        long = 3.2 * size.text + width(key.words, small)
        if x > MARGIN and x + long > found.width - MARGIN:
            x, y = MARGIN, y + 2 * size.text
        parts.append(_sign(key, x, y, size))
        parts.append(text(key.words, x=x + 3 * size.text, y=y + 0.3 * small, font_size=small, class_="card-words"))
        x += long + 1.4 * size.text
    return parts, y + 1.4 * size.text


def _sign(key: Key, x: float, y: float, size: Size) -> str:
    half = 0.65 * size.text
    box = (x, y - half, x + 2.4 * size.text, y + half)
    if key.flag:
        return _flag(x + 0.6 * size.text, y - 0.75 * size.text, size)
    if key.nobody:
        return element(
            "rect", x=x, y=y - half, width=2.4 * size.text, height=2 * half, rx=half, class_="lane-nobody",
            stroke_dasharray="3 6",
        )  # fmt: skip
    return element("g", *_edge(key.edge or "plain", box))
