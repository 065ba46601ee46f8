"""Where everything on the three horizons goes. Pure geometry: heights of notes in, places out.

Each pattern passes through one knot at each time. On a wide picture the notes hang below the knots. The more notes
there are, the taller it grows: the first pattern always falls, the second rises and falls, and the third rises. A
narrow picture has the patterns at its top, and below them the notes, one time after the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from framework.draw.labels import Box
from framework.tools.three_horizons.notes import HORIZONS, WHENS, Horizon, Place, When

type Point = tuple[float, float]
type Heights = Mapping[Place, Sequence[float]]
"""How high each note of a place is, in order."""

STRENGTH: dict[Horizon, tuple[float, ...]] = {
    "first": (0.97, 0.8, 0.36, 0.04),
    "second": (0.36, 0.6, 0.72, 0.4),
    "third": (0.0, 0.12, 0.5, 0.97),
}
"""How much of the whole each pattern is, at each time."""
KNOT = 13.0
"""How far a knot goes from its middle."""
HANG = 7.0
"""From a knot to its first note, and from note to note."""
APART = 16.0
"""From what hangs on one knot to the next below it."""
GROWS = 1.1
"""By how much a picture grows at a time, until the patterns run as they should."""
NEVER = 400
"""Times that it may grow: far more than any picture needs."""
MARGIN = 10.0


@dataclass(frozen=True)
class Across:
    """Notes hang on the patterns."""

    column: float
    gap: float
    high: float
    """At the least."""
    head: float
    """Room above for the names of the times."""

    @property
    def note(self) -> float:
        """How wide a note is."""
        return self.column


@dataclass(frozen=True)
class Down:
    """Notes stand below the patterns, one time after the other."""

    patterns: Across
    inset: float
    """From the edge to the notes."""
    head: float
    row: float
    """How high the name of a pattern is, above its notes."""

    @property
    def wide(self) -> float:
        """How wide the picture is."""
        return _wide(self.patterns)

    @property
    def note(self) -> float:
        """How wide a note is."""
        return self.wide - self.inset - MARGIN


@dataclass(frozen=True)
class Laid:
    """Where it all goes."""

    width: float
    height: float
    knots: dict[Place, Point]
    """Where a pattern is at a time."""
    holds: dict[Place, Point]
    """What the notes of a place hang on: its knot, or the name of the pattern among the notes of a time."""
    notes: dict[Place, tuple[Box, ...]]
    """The boxes of each place's notes, in order."""
    slots: dict[Place, Box]
    """What belongs to each place: they never overlap."""
    heads: dict[When, Point]
    """The middle of the foot of a time's name, on the patterns."""
    parts: dict[When, Point]
    """Where the name of a time starts, above its notes; none where they hang on the patterns."""
    curves: dict[Horizon, tuple[Point, ...]]
    """The points that each pattern passes, from edge to edge."""

    def mirrored(self) -> "Laid":
        """The same with time running the other way."""
        wide = self.width

        def point(each: Point) -> Point:
            return (wide - each[0], each[1])

        def box(each: Box) -> Box:
            return (wide - each[2], each[1], wide - each[0], each[3])

        return Laid(
            wide,
            self.height,
            {place: point(each) for place, each in self.knots.items()},
            {place: point(each) for place, each in self.holds.items()},
            {place: tuple(map(box, boxes)) for place, boxes in self.notes.items()},
            {place: box(each) for place, each in self.slots.items()},
            {when: point(each) for when, each in self.heads.items()},
            {when: point(each) for when, each in self.parts.items()},
            {horizon: tuple(map(point, points)) for horizon, points in self.curves.items()},
        )


def across(heights: Heights, size: Across) -> Laid:
    """A column for each time, and in it the patterns by how strong they are, each with its notes."""
    high = size.high
    for _ in range(NEVER):
        tops = {when: _column(heights, when, high) for when in WHENS}
        if _runs_well(tops):
            break
        high *= GROWS
    hanging = (tops[when][horizon] + _hangs(heights, (horizon, when)) for when in WHENS for horizon in HORIZONS)
    width, height = _wide(size), size.head + max(size.high, *hanging) + MARGIN
    knots, boxes, slots, heads = {}, {}, {}, {}
    for nth, when in enumerate(WHENS):
        left = MARGIN + nth * (size.column + size.gap)
        right = left + size.column
        heads[when] = ((left + right) / 2, size.head - APART)
        order = sorted(HORIZONS, key=tops[when].__getitem__)
        edges = [size.head, *(size.head + tops[when][each] - APART / 2 for each in order[1:]), height]
        for horizon, (top, foot) in zip(order, pairwise(edges), strict=True):
            place = (horizon, when)
            knots[place] = ((left + right) / 2, size.head + tops[when][horizon] + KNOT)
            boxes[place] = _hung(heights.get(place, ()), left, right, knots[place][1] + KNOT + HANG)
            slots[place] = (left, top, right, foot)
    curves = {
        each: _carried_on([knots[each, when] for when in WHENS], (MARGIN, size.head), (width - MARGIN, height - MARGIN))
        for each in HORIZONS
    }
    return Laid(width, height, knots, knots, boxes, slots, heads, {}, curves)


def _wide(size: Across) -> float:
    return 2 * MARGIN + len(WHENS) * size.column + (len(WHENS) - 1) * size.gap


def _hangs(heights: Heights, place: Place) -> float:
    """How high a knot is with all that hangs on it."""
    return 2 * KNOT + sum(HANG + each for each in heights.get(place, ()))


def _column(heights: Heights, when: When, high: float) -> dict[Horizon, float]:
    """The tops of the knots at one time: as strong as the pattern is, or below what hangs above."""
    free = 0.0
    tops = {}
    for horizon in sorted(HORIZONS, key=lambda each: -STRENGTH[each][WHENS.index(when)]):
        wanted = (1 - STRENGTH[horizon][WHENS.index(when)]) * (high - 2 * KNOT)
        tops[horizon] = max(free, wanted)
        free = tops[horizon] + _hangs(heights, (horizon, when)) + APART
    return tops


def _runs_well(tops: Mapping[When, Mapping[Horizon, float]]) -> bool:
    """Whether the first pattern falls, the second rises and falls, and the third rises."""
    first, second, third = ([tops[when][horizon] for when in WHENS] for horizon in HORIZONS)
    peak = min(second[1:-1])
    return (
        all(one < other for one, other in pairwise(first))
        and all(one > other for one, other in pairwise(third))
        and peak < second[0]
        and peak < second[-1]
    )


def down(heights: Heights, size: Down) -> Laid:
    """The patterns, then a part for each time, and in it the patterns one after the other, the strongest first."""
    above = across({}, size.patterns)
    left, right = size.inset, size.wide - MARGIN
    holds, boxes, slots, parts = {}, {}, {}, {}
    y = above.height
    for nth, when in enumerate(WHENS):
        y += size.head
        parts[when] = (MARGIN, y - HANG)
        for horizon in sorted(HORIZONS, key=lambda each: -STRENGTH[each][nth]):
            place = (horizon, when)
            here = heights.get(place, ())
            holds[place] = (MARGIN + KNOT, y + size.row / 2)
            boxes[place] = _hung(here, left, right, y + size.row)
            foot = y + size.row + sum(HANG + each for each in here)
            slots[place] = (MARGIN, y, right, foot)
            y = foot
    return Laid(size.wide, y + MARGIN, above.knots, holds, boxes, slots, above.heads, parts, above.curves)


def _hung(heights: Sequence[float], left: float, right: float, top: float) -> tuple[Box, ...]:
    boxes = []
    for high in heights:
        boxes.append((left, top, right, top + high))
        top += high + HANG
    return tuple(boxes)


def _carried_on(points: list[Point], start: Point, end: Point) -> tuple[Point, ...]:
    """Points with one more at each end, half as steep as it is between the next two, and not beyond two corners."""

    def beyond(near: Point, far: Point, x: float) -> Point:
        y = near[1] + 0.5 * (near[1] - far[1]) * (x - near[0]) / (near[0] - far[0])
        return (x, min(max(y, start[1]), end[1]))

    return (beyond(points[0], points[1], start[0]), *points, beyond(points[-1], points[-2], end[0]))


def curve(points: Sequence[Point]) -> str:
    """A smooth line through points from side to side, as SVG has it. It never goes beyond those that it joins."""
    steeps = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairwise(points)]
    slopes = [steeps[0], *(_between(one, other) for one, other in pairwise(steeps)), steeps[-1]]
    path = "M{:.1f},{:.1f}".format(*points[0])
    for ((x1, y1), (x2, y2)), (begins, ends) in zip(pairwise(points), pairwise(slopes), strict=True):
        third = (x2 - x1) / 3
        path += (
            f" C{x1 + third:.1f},{y1 + begins * third:.1f} {x2 - third:.1f},{y2 - ends * third:.1f} {x2:.1f},{y2:.1f}"
        )
    return path


def _between(one: float, other: float) -> float:
    """How steep a line is where it goes over from one slope into another: level at a turn."""
    return 0.0 if one * other <= 0 else 2 * one * other / (one + other)
