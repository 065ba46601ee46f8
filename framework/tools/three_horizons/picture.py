"""The three horizons as a picture: the same on the page, on paper, in Word and in a file.

Which pattern a line is, is told by how it is drawn and by its number; whose a note is, by the mark of the side. Where
people read from the right, time runs that way too.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from framework.core.answers import SIDES, Side, side_name
from framework.core.words import listed, say, spoken
from framework.draw import cards
from framework.draw.column import wrapped
from framework.draw.labels import Box, width
from framework.draw.paint import painted
from framework.draw.svg import element, mark, picture, text
from framework.tools.three_horizons.alike import shared, turned
from framework.tools.three_horizons.describe import asked, describe, way_of
from framework.tools.three_horizons.layout import (
    HANG,
    KNOT,
    MARGIN,
    STRENGTH,
    Across,
    Down,
    Laid,
    across,
    curve,
    down,
)
from framework.tools.three_horizons.notes import HORIZONS, WHENS, Horizon, Horizons, Note, Place, When

KIND = f"{cards.KIND} tool-canvas-horizons"
"""The classes by which style sheets reach it."""
BOLD = 1.2
"""How wide bold letters may be, beside the guide's own."""
LINE = 1.25
"""From one line of words to the next, beside the size of the type."""
MOST_LINES = 5
"""A note with more lines is cut."""
FOLD = 13.0
"""A note's folded corner."""
INSET = 4.0
"""From the outer line of a note that several sides share to the inner."""
NUMBERS: dict[Horizon, str] = {"first": "1", "second": "2", "third": "3"}
DASHES: dict[Horizon, str] = {"first": "", "second": "15 7", "third": "1 8"}
"""How each pattern's line is drawn: whole, in strokes, in dots."""
PAINT = {
    **cards.PAINT,
    "band-first": 'fill="none" stroke="{faint}"',
    "band-second": 'fill="none" stroke="{soft}"',
    "band-inside": 'fill="none" stroke="{card}"',
    "band-third": 'fill="none" stroke="{sun}"',
    "pattern": 'fill="none" stroke="{ink}"',
    "knot": 'fill="{card}" stroke="{ink}"',
    "thread": 'fill="none" stroke="{ink}"',
    "rule": 'fill="none" stroke="{faint}"',
    "fold": 'fill="{tint}" stroke="{ink}"',
}
"""What each class looks like in a file. On the page, the style sheet says it."""


@dataclass(frozen=True)
class Size:
    """How large it is drawn, and which way time runs."""

    name: str
    text: float
    layout: Across | Down

    @property
    def small(self) -> float:
        """The size of the type that is not the note's own."""
        return 0.87 * self.text


NARROW = Size("narrow", 16, Down(Across(column=82, gap=4, high=210, head=58), inset=46, head=48, row=36))
WIDE = Size("wide", 15, Across(column=200, gap=26, high=430, head=44))
SIZES = {each.name: each for each in (NARROW, WIDE)}


@dataclass(frozen=True)
class Drawn:
    """What is written on one note."""

    note: Note
    lines: list[str]
    words: list[str]
    """What stands below, smaller."""
    shared: bool
    """Whether more than one side says it."""


def horizons_picture(found: Horizons, id_: str, size: Size = WIDE, heads: Sequence[str] = ()) -> str:
    """Draw three horizons as SVG text. `id_` is unique on its page; `heads` are lines above, the first one larger."""
    laid, notes = laid_out(found, size)
    above, top = _heads(heads, size, laid.width)
    mirrored = spoken().direction == "rtl"
    parts = [*_times(found, laid, size), *(_line(curve(laid.curves[each]), each) for each in HORIZONS)]
    parts += [_place(place, laid, notes.get(place, []), size) for place in laid.knots]
    tray, below = _waiting(found, size, laid)
    keys, high = _keys(size, laid.width, top + below, mirrored)
    ground = element("rect", x=0.0, y=0.0, width=laid.width, height=high, class_="ground")
    inside = element("g", *parts, *tray, transform=f"translate(0 {top:g})")
    return picture(
        id_, titled(found), describe(found), laid.width, round(high, 1), ground, *above, inside, *keys, kind=KIND
    )


def poster(found: Horizons, colours: Mapping[str, Any]) -> str:
    """Three horizons as a file of its own, with title and colours in it: `colours` as '#rrggbb', by name."""
    return painted(horizons_picture(found, "horizons-poster", WIDE, [asked(found) or titled(found)]), PAINT, colours)


def titled(found: Horizons) -> str:
    """What a picture of them is called."""
    return found.question or say("three-horizons.untitled")


def laid_out(found: Horizons, size: Size) -> tuple[Laid, dict[Place, list[Drawn]]]:
    """Where all of it goes in this size, and what is written there. It is mirrored where people read from the right."""
    notes: dict[Place, list[Drawn]] = {}
    for drawn in _drawn(found, found.placed, size):
        if drawn.note.place:
            notes.setdefault(drawn.note.place, []).append(drawn)
    heights = {place: [_height(each, size) for each in here] for place, here in notes.items()}
    layout = size.layout
    laid = across(heights, layout) if isinstance(layout, Across) else down(heights, layout)
    return laid.mirrored() if spoken().direction == "rtl" else laid, notes


def _drawn(found: Horizons, notes: Sequence[Note], size: Size) -> list[Drawn]:
    same = {note.id for pair in shared(found) for note in pair}
    beside: dict[str, list[str]] = {}
    for coming, fading in turned(found):
        beside.setdefault(coming.id, []).append(say("three-horizons.card-fading-for", sides=_names(fading.sides)))
        beside.setdefault(fading.id, []).append(say("three-horizons.card-coming-for", sides=_names(coming.sides)))
    made = []
    for note in notes:
        words = [say("three-horizons.card-seed")] if note.seed else []
        words += [say(f"three-horizons.card-{way_of(note.idea)}")] if note.horizon == "second" else []
        words += beside.get(note.id, [])
        room = size.layout.note - 1.4 * size.text
        lines = wrapped(note.text, size.text, room - _marks_wide(note, size), MOST_LINES)
        small = [line for each in words for line in wrapped(each, size.small, room - FOLD, 2)]
        made.append(Drawn(note, lines, small, note.id in same))
    return made


def _names(sides: Sequence[Side]) -> str:
    return listed([side_name(side) for side in sides])


def _marks(note: Note) -> tuple[Side | None, ...]:
    """The marks on a note; none on what came from the form's other tables, where nobody says whose it is."""
    return note.sides or ((None,) if note.kind == "note" else ())


def _marks_wide(note: Note, size: Size) -> float:
    return 1.1 * size.text * len(_marks(note)) + (0.2 * size.text if _marks(note) else 0)


def _height(drawn: Drawn, size: Size) -> float:
    room = 1.2 if drawn.shared else 0.95
    return size.text * (room + LINE * len(drawn.lines)) + size.small * LINE * len(drawn.words)


def _times(found: Horizons, laid: Laid, size: Size) -> list[str]:
    """The names of the times, and what parts them."""
    parts = []
    for when, (x, y) in laid.heads.items():
        room = BOLD * (size.small if laid.parts else 1.15 * size.text)
        for nth, line in enumerate(wrapped(_head(found, when), room, _column(size), 2)[::-1]):
            up = y - LINE * nth * room / BOLD
            parts.append(text(line, x=x, y=up, font_size=room / BOLD, text_anchor="middle", class_="heading"))
    middles = sorted(x for x, _ in laid.heads.values())
    foot = max(y for _, y in laid.knots.values()) + KNOT if laid.parts else laid.height - MARGIN
    parts += [_rule(((x1 + x2) / 2, MARGIN), ((x1 + x2) / 2, foot)) for x1, x2 in pairwise(middles)]
    for when, (x, y) in laid.parts.items():
        anchor = "end" if x > laid.width / 2 else "start"
        large = 1.2 * size.text
        parts.append(text(_head(found, when), x=x, y=y - 4, font_size=large, text_anchor=anchor, class_="heading"))
        parts.append(_rule((MARGIN, y + 4), (laid.width - MARGIN, y + 4)))
    return parts


def _column(size: Size) -> float:
    return size.layout.column if isinstance(size.layout, Across) else size.layout.patterns.column


def _rule(start: tuple[float, float], end: tuple[float, float]) -> str:
    return element("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], stroke_width=2, class_="rule")


def _head(found: Horizons, when: When) -> str:
    if when != "then":
        return say(f"three-horizons.head-{when}")
    return say("three-horizons.head-then", year=found.year) if found.year else say("three-horizons.head-then-no-year")


def _line(path: str, horizon: Horizon) -> str:
    """A pattern's line: a wide band, and on it a line of its own kind."""
    more: dict[str, str | float] = {"stroke_dasharray": DASHES[horizon]} if DASHES[horizon] else {}
    parts = [element("path", d=path, stroke_width=16, stroke_linecap="round", class_=f"band-{horizon}")]
    if horizon == "second":
        parts.append(element("path", d=path, stroke_width=12, stroke_linecap="round", class_="band-inside"))
    parts.append(element("path", d=path, stroke_width=4, stroke_linecap="round", class_="pattern", **more))
    return element("g", *parts, class_="horizon")


def _place(place: Place, laid: Laid, notes: list[Drawn], size: Size) -> str:
    """A knot; what its notes hang on, the thread from there, and the notes."""
    x, y = laid.holds[place]
    boxes = laid.notes[place]
    parts = []
    if boxes:
        parts.append(element("line", x1=x, y1=y, x2=x, y2=boxes[-1][1] + KNOT, stroke_width=2, class_="thread"))
    if laid.parts:
        parts += [
            element("line", x1=x, y1=box[1] + KNOT, x2=_near(box, x), y2=box[1] + KNOT, stroke_width=2, class_="thread")
            for box in boxes
        ]
        parts += [_knot(place, laid.knots[place], False, size), _named(place, (x, y), laid, size)]
    else:
        parts.append(_knot(place, (x, y), bool(boxes) or _strongest(place), size))
    parts += [_note(each, box, size) for each, box in zip(notes, boxes, strict=True)]
    return element("g", *parts, class_="place")


def _near(box: Box, x: float) -> float:
    return box[0] if x < box[0] else box[2]


def _strongest(place: Place) -> bool:
    horizon, when = place
    return STRENGTH[horizon].index(max(STRENGTH[horizon])) == WHENS.index(when)


def _named(place: Place, at: tuple[float, float], laid: Laid, size: Size) -> str:
    """A pattern's name above its notes, with a piece of its line."""
    x, y = at
    step = -1 if x > laid.width / 2 else 1
    words = say(f"three-horizons.short-{place[0]}")
    beside = x + step * (KNOT + 36)
    said = text(
        words,
        x=beside,
        y=y + 0.33 * size.small,
        font_size=size.small,
        text_anchor="start" if step > 0 else "end",
        class_="heading",
    )
    return _line(f"M{x:g},{y:g} h{step * (KNOT + 22):g}", place[0]) + _knot(place, at, False, size) + said


def _knot(place: Place, at: tuple[float, float], named: bool, size: Size) -> str:
    """A pattern's number where it is at a time; with its name, if that is wanted."""
    x, y = at
    line = NUMBERS[place[0]]
    long = 2 * KNOT
    if named:
        room = size.layout.note - 8
        name = f"{line}  {say(f'three-horizons.short-{place[0]}')}"
        (line,) = wrapped(name, BOLD * size.small, room - 2 * KNOT, 1)
        long = min(BOLD * width(line, size.small) + 1.6 * KNOT, room)
    shape = element(
        "rect", x=x - long / 2, y=y - KNOT, width=long, height=2 * KNOT, rx=KNOT, stroke_width=2.5, class_="knot"
    )
    said = text(line, x=x, y=y + 0.33 * size.small, font_size=size.small, text_anchor="middle", class_="heading")
    return shape + said


def _note(drawn: Drawn, box: Box, size: Size) -> str:
    """A note with a folded corner; the edge is double where more than one side says it."""
    left, top, right, _ = box
    mirrored = spoken().direction == "rtl"
    parts = _sheet(box, drawn.shared, mirrored)
    start = right - 0.7 * size.text if mirrored else left + 0.7 * size.text
    step = -1 if mirrored else 1
    anchor = "end" if mirrored else "start"
    y = top + 0.35 * size.text
    for nth, side in enumerate(_marks(drawn.note)):
        x = start + step * (0.45 + 1.1 * nth) * size.text
        parts.append(mark(side, x, y + 0.88 * size.text, 0.9 * size.text))
    beside = start + step * _marks_wide(drawn.note, size)
    for line in drawn.lines:
        y += LINE * size.text
        parts.append(text(line, x=beside, y=y, font_size=size.text, text_anchor=anchor, class_="card-words"))
    for line in drawn.words:
        y += LINE * size.small
        parts.append(text(line, x=start, y=y, font_size=size.small, text_anchor=anchor, class_="card-name"))
    return element("g", *parts, class_="card", data_id=drawn.note.id)


def _sheet(box: Box, twice: bool, mirrored: bool) -> list[str]:
    left, top, right, bottom = box
    near, far = (right, left) if mirrored else (left, right)
    cut = far + FOLD if mirrored else far - FOLD
    edge = f"M{near:.1f},{top:.1f} H{far:.1f} V{bottom - FOLD:.1f} L{cut:.1f},{bottom:.1f} H{near:.1f} Z"
    fold = f"M{far:.1f},{bottom - FOLD:.1f} H{cut:.1f} V{bottom:.1f} Z"
    parts = [
        element("path", d=edge, class_="card-ground"),
        element("path", d=edge, stroke_width=3.5 if twice else 2, class_="card-edge"),
        element("path", d=fold, stroke_width=1.5, class_="fold"),
    ]
    if twice:
        inner, over = (near - INSET, far + INSET) if mirrored else (near + INSET, far - INSET)
        slant = cut - INSET / 2 if not mirrored else cut + INSET / 2
        d = (
            f"M{inner:.1f},{top + INSET:.1f} H{over:.1f} V{bottom - FOLD - INSET / 2:.1f} "
            f"L{slant:.1f},{bottom - INSET:.1f} H{inner:.1f} Z"
        )
        parts.append(element("path", d=d, stroke_width=1.3, class_="card-edge"))
    return parts


def waiting_boxes(found: Horizons, size: Size, laid: Laid) -> tuple[list[Drawn], list[Box], float]:
    """The notes that have no place, where they lie below the picture, and where that ends."""
    notes = _drawn(found, found.waiting, size)
    if not notes:
        return [], [], laid.height
    many = 1 if laid.parts else len(WHENS)
    step = (laid.width - 2 * MARGIN - (many - 1) * HANG) / many + HANG
    wide = size.layout.note
    first = MARGIN if not laid.parts else laid.width - MARGIN - wide
    y = laid.height + 2.2 * size.text
    boxes: list[Box] = []
    for begin in range(0, len(notes), many):
        row = notes[begin : begin + many]
        high = max(_height(each, size) for each in row)
        for nth, each in enumerate(row):
            left = first + nth * step
            if spoken().direction == "rtl":
                left = laid.width - left - wide
            boxes.append((left, y, left + wide, y + _height(each, size)))
        y += high + HANG
    return notes, boxes, y + MARGIN


def _waiting(found: Horizons, size: Size, laid: Laid) -> tuple[list[str], float]:
    notes, boxes, below = waiting_boxes(found, size, laid)
    if not notes:
        return [], below
    mirrored = spoken().direction == "rtl"
    x = laid.width - MARGIN if mirrored else MARGIN
    head = text(
        say("three-horizons.not-placed"),
        x=x,
        y=laid.height + 1.2 * size.text,
        font_size=size.text,
        text_anchor="end" if mirrored else "start",
        class_="heading",
    )
    rule = _rule((MARGIN, laid.height), (laid.width - MARGIN, laid.height))
    return [rule, head, *(_note(each, box, size) for each, box in zip(notes, boxes, strict=True))], below


def _heads(heads: Sequence[str], size: Size, wide: float) -> tuple[list[str], float]:
    mirrored = spoken().direction == "rtl"
    parts: list[str] = []
    y = 0.0
    for nth, words in enumerate(heads):
        large = 1.6 * size.text if nth == 0 else size.text
        for line in wrapped(words, BOLD * large, wide - 2 * MARGIN, 4):
            y += 1.35 * large
            parts.append(
                text(
                    line,
                    x=wide - MARGIN if mirrored else MARGIN,
                    y=y,
                    font_size=large,
                    text_anchor="end" if mirrored else "start",
                    class_="heading" if nth == 0 else "card-words",
                )
            )
    return parts, y + MARGIN if heads else 0.0


def _keys(size: Size, wide: float, top: float, mirrored: bool) -> tuple[list[str], float]:
    """What lines, marks and edges mean, below the picture; and where that ends."""
    long = 3 * size.text
    half = 0.6 * size.text

    def line(horizon: Horizon) -> Callable[[float, float], str]:
        return lambda x, y: (
            _line(f"M{x + 6:g},{y:g} H{x + long - 6:g}", horizon)
            + _knot((horizon, "now"), (x + long / 2, y), False, size)
        )

    def sign(side: Side) -> Callable[[float, float], str]:
        return lambda x, y: mark(side, x + half, y, 0.9 * size.text)

    def sheet(x: float, y: float) -> str:
        return element("g", *_sheet((x, y - half - 2, x + long - 8, y + half + 2), True, mirrored))

    found: list[tuple[Callable[[float, float], str], float, str]] = [
        *((line(each), long, say(f"three-horizons.key-{each}")) for each in HORIZONS),
        *((sign(side), 1.2 * size.text, side_name(side)) for side in SIDES),
        (sheet, long - 8, say("three-horizons.key-same")),
    ]
    x, y = MARGIN, top + 1.6 * size.text
    parts: list[str] = []
    for draw, room, words in found:
        whole = room + 0.5 * size.text + width(words, size.small)
        if x > MARGIN and x + whole > wide - MARGIN:
            x, y = MARGIN, y + 2.2 * size.text
        left = wide - x - room if mirrored else x
        beside = left - 0.5 * size.text if mirrored else left + room + 0.5 * size.text
        parts.append(draw(left, y))
        parts.append(
            text(
                words,
                x=beside,
                y=y + 0.3 * size.small,
                font_size=size.small,
                text_anchor="end" if mirrored else "start",
                class_="card-words",
            )
        )
        x += whole + 1.6 * size.text
    return parts, y + 1.6 * size.text
