"""How the sides see each principle, on one scale: a mark for each side, and a line as long as the gap between them.

Drawn from the same rows for a phone, with the title above the line; for a laptop, with the title beside it; and for the
wall of a room, with letters as large as they have to be there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from framework.core.answers import Side, side_name
from framework.core.questions import Assessment
from framework.core.words import say
from framework.draw.lines import lines
from framework.draw.svg import element, mark, picture, text
from framework.tools.standing.rules import MOST_POINTS
from framework.tools.workshop.rules import WIDE, Comparison, View, ends

KIND = "workshop-screen-picture"
"""The class by which the widget's style reaches it."""
MARK = 18
LINE = 20
"""Height of a line of words."""
NOTE = 92
"""How far one side's note stands from the next: 'half or more' has room before it."""
TITLE_LINE = 15
"""The same in a title of two lines."""
ZONES = ("to-build", "under-way", "strong")
"""The states that the scale passes through: one for each point."""


@dataclass(frozen=True)
class Layout:
    """Where things stand. Lengths are in the picture's own units, in which a title is 14 high."""

    width: int
    left: int
    """Where the scale begins."""
    right: int
    """Where it ends."""
    title: int
    """How far the line stands below the place of the title."""
    room: int
    """How high a row is that has no notes."""
    legend: int
    """How far one side's mark in the legend stands from the next. 0: one below the other."""
    title_letters: int = 0
    """How many letters of a title stand on a line; 0 where no title does."""
    notes: bool = True
    """Whether it tells below the line what the marks can't show."""


NARROW = Layout(width=340, left=14, right=326, title=32, room=74, legend=0, title_letters=46)
BROAD = Layout(width=720, left=304, right=704, title=0, room=46, legend=210, title_letters=40)
ROOM = Layout(width=388, left=184, right=376, title=0, room=32, legend=130, title_letters=24, notes=False)
"""For a wall: as wide as the screen, a letter is 14/388 of it high. `overrides/widgets/workshop-room/README.md` has the
sum. What it leaves out stands in the sentences of the gap.
"""
ROOM_ALONE = replace(ROOM, left=14, room=40, title_letters=0)
"""For one row on a wall, under its title."""
MOST_ON_A_WALL = 128
"""How high the rows of `ROOM` may be together, on a screen of 16 to 9 and below a heading."""
SPREAD: dict[Side, int] = {"resident": -15, "organisation": 15, "other": 20}
"""How far below the line a side's spread is drawn, so that it does not hide the gap."""


def gap_picture(
    titles: Mapping[str, str], assessment: Assessment, rows: Sequence[Comparison], id_: str, layout: Layout = NARROW
) -> str:
    """Draw rows as SVG text: `titles` of the principles by id; `id_` is unique on the page that shows it."""
    shapes, top = _legend(rows, layout)
    zones, top = _zones(assessment, layout, top)
    begins = top
    drawn = []
    for row in rows:
        made, top = _row(row, titles[row.id], layout, top)
        drawn.append(made)
    guides = [
        element("line", x1=x, y1=begins - 2, x2=x, y2=top, class_="guide")
        for x in (_x(points, layout) for points in range(MOST_POINTS + 1))
    ]
    return picture(
        id_,
        say("workshop.picture", title=assessment.title),
        describe(titles, rows),
        layout.width,
        top,
        *shapes,
        *zones,
        *(() if layout.title else guides),
        *drawn,
        kind=KIND,
        along=True,
    )


def on_wall(titles: Mapping[str, str], rows: Sequence[Comparison]) -> list[list[Comparison]]:
    """Rows as they stand on a wall one part after the other, as many at a time as there is room for."""
    parts: list[list[Comparison]] = []
    room = 0.0
    for row in rows:
        height = _height(titles[row.id], ROOM)
        if not parts or height > room:
            parts.append([])
            room = MOST_ON_A_WALL
        parts[-1].append(row)
        room -= height
    return parts


def describe(titles: Mapping[str, str], rows: Sequence[Comparison]) -> str:
    """What the picture shows, as sentences."""
    return " ".join(say("workshop.row", title=titles[row.id], reasons=" ".join(row.reasons)) for row in rows)


def _legend(rows: Sequence[Comparison], layout: Layout) -> tuple[list[str], float]:
    """Whose marks are which, with how many people each side is, and where the next thing begins."""
    shapes = []
    views = rows[0].views if rows else ()
    for place, view in enumerate(views):
        x, y = (12 + place * layout.legend, 14) if layout.legend else (12, 14 + place * 24)
        shapes.append(mark(view.side, x, y, MARK))
        words = say("workshop.side-people", side=side_name(view.side), people=view.people)
        shapes.append(text(words, x=x + 18, y=y + 5, class_="label"))
    return shapes, 24 + 16 * bool(layout.notes) if layout.legend or len(views) < 2 else 16 + 24 * len(views)


def _zones(assessment: Assessment, layout: Layout, top: float) -> tuple[list[str], float]:
    if not assessment.states:
        return [], top + LINE / 2
    names = [
        text(assessment.states[state].name, x=_x(points + 0.5, layout), y=top + 12, class_="zone")
        for points, state in enumerate(ZONES)
    ]
    return names, top + LINE


def _row(row: Comparison, title: str, layout: Layout, top: float) -> tuple[str, float]:
    """One row, and where the next begins."""
    line = top + (layout.title + MARK if layout.title or not layout.title_letters else _height(title, layout) / 2)
    placed = [(view, (view.between[0] + view.between[1]) / 2) for view in row.views if view.between]
    written = lines(title, layout.title_letters) if layout.title_letters else []
    first = (top + 18 if layout.title else line + 5) - (len(written) - 1) * TITLE_LINE / 2
    shapes = [
        *(text(each, x=0, y=first + n * TITLE_LINE, class_="label") for n, each in enumerate(written)),
        element("line", x1=layout.left, y1=line, x2=layout.right, y2=line, class_="scale"),
    ]
    if layout.title:
        shapes += [
            element("line", x1=x, y1=line - 4, x2=x, y2=line + 4, class_="scale")
            for x in (_x(points, layout) for points in range(MOST_POINTS + 1))
        ]
    middles = [middle for _, middle in placed]
    if row.gap:
        low, high = (_x(points, layout) for points in ends([view.between for view in row.views if view.between]))
        class_ = "gap wide" if row.gap >= WIDE else "gap"
        shapes.append(element("line", x1=low, y1=line, x2=high, y2=line, class_=class_))
    lanes = _lanes([_x(middle, layout) for middle in middles])
    for (view, middle), lane in zip(placed, lanes, strict=True):
        shapes += _spread(view, layout, line)
        shapes.append(mark(view.side, _x(middle, layout), line + lane, MARK))
    notes = _notes(row, layout, line + 34) if layout.notes else []
    return element("g", *shapes, *notes), top + _height(title, layout) + (LINE if notes else 0)


def _height(title: str, layout: Layout) -> float:
    """How high a row without notes is: a title beside its line may need more lines than two."""
    if layout.title or not layout.title_letters:
        return layout.room
    return max(layout.room, TITLE_LINE * len(lines(title, layout.title_letters)) + 2)


def _spread(view: View, layout: Layout, line: float) -> list[str]:
    """A side's spread, or where its middle may lie, as a bar with two ends; nothing where all say much the same."""
    ends_of = view.spread or view.between or (0, 0)
    low, high = (_x(points, layout) for points in ends_of)
    if low == high:
        return []
    y, class_ = line + SPREAD[view.side], f"spread {view.side}-line"
    ends = [element("line", x1=x, y1=y - 4, x2=x, y2=y + 4, class_=class_) for x in (low, high)]
    return [element("line", x1=low, y1=y, x2=high, y2=y, class_=class_), *ends]


def _lanes(places: Sequence[float]) -> list[float]:
    """How far below the line each mark stands, so that no two lie on each other.

    >>> _lanes([10, 100]), _lanes([10, 12])
    ([0.0, 0.0], [-9.0, 9.0])
    """
    lanes = []
    for n, place in enumerate(places):
        near = [other for other, at in enumerate(places) if abs(at - place) < MARK]
        lanes.append(MARK * (near.index(n) - (len(near) - 1) / 2))
    return lanes


def _notes(row: Comparison, layout: Layout, y: float) -> list[str]:
    """What the marks can't show, in words below the line: of each side, whether some or many don't know."""
    views = [view for view in row.views if view.dont_know != "none"]
    shapes = [text(say("workshop.dont-know"), x=layout.left - 7, y=y + 4, class_="note")] if views else []
    for n, view in enumerate(views):
        x = layout.left + 76 + n * NOTE
        shapes.append(mark(view.side, x, y, 11))
        words = say(f"workshop.{view.dont_know}-short")
        shapes.append(text(words, x=x + 10, y=y + 4, class_="note"))
    return shapes


def _x(points: float, layout: Layout) -> float:
    """The place of 0 to 3 points on the scale.

    >>> _x(0, NARROW), _x(3, NARROW)
    (14.0, 326.0)
    """
    return layout.left + (layout.right - layout.left) * points / MOST_POINTS
