"""Boxes in rows, with arrows between them that run over no box. Pure geometry: sizes in, places out.

Between two rows runs a channel, and beside all rows a gutter on each side. An arrow leaves a box above or below, goes
along a channel, and where it has further to go along a gutter to another channel. In a channel each arrow has a track
of its own wherever it would touch another or its words, so no words ever cover others.

A library would be dearer: the one in Python that lays out graphs in layers (grandalf 0.8) is 27 kB more for every
visitor, takes 230 ms for a hundred boxes outside of a browser, and its licence is not ours.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from framework.draw.labels import Box

type Point = tuple[float, float]
type Gutter = Literal["left", "right"]

TRACK = 22.0
"""From one track of a channel to the next: room for a line of words."""
WORDS = 16.0
"""How high a line of words on a track is."""
CHANNEL = 22.0
"""From the edge of a box to the first track beside it."""
LANE = 12.0
"""From one lane of a gutter to the next."""
APART = 10.0
"""What lies between two things on one track."""
SWEEPS = 4
"""How often the boxes of each row are put into the order of those that they are joined to."""


@dataclass(frozen=True)
class Arrow:
    """What runs from one box to another."""

    id: str
    start: str
    end: str
    after: Literal["start", "end", "neither"]
    """Which of its ends stands in a row after that of the other, as far as that can be."""
    words: float
    """How wide its words are; 0 where it has none."""
    gutter: Gutter = "right"
    """On which side it goes past rows."""


@dataclass(frozen=True)
class Route:
    """Where an arrow goes."""

    points: tuple[Point, ...]
    words: Box | None
    """Where its words stand."""
    curved: bool = False
    """Whether it bends from one point to the next that is not straight above or below, and has no corners."""


@dataclass(frozen=True)
class Laid:
    """A diagram that is laid out."""

    width: float
    height: float
    boxes: dict[str, Box]
    routes: dict[str, Route]


@dataclass
class Tracks:
    """What lies along one line, on as many tracks as it takes."""

    tracks: list[list[tuple[float, float]]] = field(default_factory=list)

    def take(self, left: float, right: float) -> int:
        """The first track on which a stretch is free, taken at once."""
        for number, taken in enumerate(self.tracks):
            if all(right + APART <= start or end + APART <= left for start, end in taken):
                taken.append((left, right))
                return number
        self.tracks.append([(left, right)])
        return len(self.tracks) - 1


def ranked(ids: Sequence[str], arrows: Iterable[Arrow]) -> list[list[str]]:
    """Boxes in rows, by which ends of arrows come after which. Where arrows run in a ring, one gives way.

    What nothing is joined to stands in a row before all others.

    >>> ranked(["a", "b", "c"], [Arrow("1", "a", "b", "end", 0), Arrow("2", "c", "b", "start", 0)])
    [['a'], ['b'], ['c']]
    >>> ranked(["a", "b", "c"], [Arrow("1", "a", "b", "end", 0), Arrow("2", "b", "a", "end", 0)])
    [['c'], ['a'], ['b']]
    """
    ahead: dict[str, list[str]] = {id_: [] for id_ in ids}
    joined: set[str] = set()
    for arrow in arrows:
        joined |= {arrow.start, arrow.end}
        if arrow.after == "end" and arrow.start != arrow.end:
            ahead[arrow.start].append(arrow.end)
        elif arrow.after == "start" and arrow.start != arrow.end:
            ahead[arrow.end].append(arrow.start)
    order = _in_order(ids, ahead)
    place = {id_: number for number, id_ in enumerate(order)}
    rank = dict.fromkeys(ids, 0)
    for id_ in order:
        for other in ahead[id_]:
            if place[other] > place[id_]:
                rank[other] = max(rank[other], rank[id_] + 1)
    rows: list[list[str]] = [[] for _ in range(max(rank.values(), default=-1) + 1)]
    for id_ in ids:
        if id_ in joined:
            rows[rank[id_]].append(id_)
    alone = [id_ for id_ in ids if id_ not in joined]
    return [row for row in (alone, *rows) if row]


def _in_order(ids: Sequence[str], ahead: Mapping[str, Sequence[str]]) -> list[str]:
    """All boxes, each before those that it leads to, but for arrows that close a ring. Found without recursion."""
    done: list[str] = []
    seen: set[str] = set()
    for first in ids:
        waiting = [(first, iter(ahead[first]))] if first not in seen else []
        seen.add(first)
        while waiting:
            id_, rest = waiting[-1]
            fresh = next((other for other in rest if other not in seen), None)
            if fresh is None:
                done.append(id_)
                waiting.pop()
            else:
                seen.add(fresh)
                waiting.append((fresh, iter(ahead[fresh])))
    return done[::-1]


def ordered(rows: Sequence[Sequence[str]], arrows: Iterable[Arrow]) -> list[list[str]]:
    """The rows, each in the order of what its boxes are joined to, so that fewer arrows cross."""
    joined: dict[str, list[str]] = {}
    for arrow in arrows:
        joined.setdefault(arrow.start, []).append(arrow.end)
        joined.setdefault(arrow.end, []).append(arrow.start)
    found = [list(row) for row in rows]
    for _ in range(SWEEPS):
        at = {id_: (place + 0.5) / len(row) for row in found for place, id_ in enumerate(row)}
        for row in found:
            middles = {
                id_: sum(at[other] for other in others) / len(others) if (others := joined.get(id_)) else at[id_]
                for id_ in row
            }
            row.sort(key=lambda id_: middles[id_])
            at.update({id_: (place + 0.5) / len(row) for place, id_ in enumerate(row)})
    return found


def laid_out(
    rows: Sequence[Sequence[str]], heights: Mapping[str, float], arrows: Sequence[Arrow], wide: float, gap: float
) -> Laid:
    """Boxes and arrows in their places, the first row at the top. All boxes are `wide`, `gap` apart in a row."""
    return _Layout(rows, heights, [each for each in arrows if each.start != each.end], wide, gap).laid()


class _Layout:
    """One diagram, as it is laid out."""

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        heights: Mapping[str, float],
        arrows: Sequence[Arrow],
        wide: float,
        gap: float,
    ) -> None:
        self.rows = rows
        self.arrows = arrows
        self.wide = wide
        self.row_of = {id_: number for number, row in enumerate(rows) for id_ in row}
        self.high = [max((heights[id_] for id_ in row), default=0.0) for row in rows]
        self.field = max((len(row) * (wide + gap) - gap for row in rows), default=wide)
        self.left = {
            id_: (self.field - len(row) * (wide + gap) + gap) / 2 + place * (wide + gap)
            for row in rows
            for place, id_ in enumerate(row)
        }
        self.channels = [Tracks() for _ in range(len(rows) + 1)]
        self.gutters = {"left": Tracks(), "right": Tracks()}
        self.ports = self._ports()

    def laid(self) -> Laid:
        """All of it, in its places."""
        tracks = {arrow.id: self._tracks(arrow) for arrow in self.arrows}
        left, right = (
            len(self.gutters[side].tracks) * LANE + (APART if self.gutters[side].tracks else 0.0)
            for side in ("left", "right")
        )
        overhang = max((-span[0] for _, span, _ in tracks.values() if span), default=0.0)
        beyond = max((span[1] - self.field for _, span, _ in tracks.values() if span), default=0.0)
        left, right = max(left, overhang + 1), max(right, beyond + 1)
        tops, channel_tops, y = [], [], 0.0
        for number, channel in enumerate(self.channels):
            channel_tops.append(y)
            y += CHANNEL * 2 + TRACK * (len(channel.tracks) - 1) if channel.tracks else CHANNEL
            if number < len(self.rows):
                tops.append(y)
                y += self.high[number]
        boxes = {
            id_: (left + self.left[id_], tops[row], left + self.left[id_] + self.wide, tops[row] + self.high[row])
            for id_, row in self.row_of.items()
        }
        routes = {arrow.id: self._route(arrow, tracks[arrow.id], boxes, channel_tops, left) for arrow in self.arrows}
        return Laid(left + self.field + right, y, boxes, routes)

    def _faces(self, arrow: Arrow) -> tuple[bool, bool]:
        """Whether an arrow leaves its start above, and comes to its end from above."""
        start, end = self.row_of[arrow.start], self.row_of[arrow.end]
        return (True, True) if start == end else (end < start, start < end)

    def _channels(self, arrow: Arrow) -> tuple[int, int]:
        """The channels along which an arrow leaves and comes. The first channel is above the first row."""
        above_start, above_end = self._faces(arrow)
        start, end = self.row_of[arrow.start], self.row_of[arrow.end]
        return start + (not above_start), end + (not above_end)

    def _ports(self) -> dict[tuple[str, bool], float]:
        """By an arrow's id, and whether it is the start: how far right it meets its box. No two meet at one place."""
        meeting: dict[tuple[str, bool], list[tuple[float, str, bool]]] = {}
        for arrow in self.arrows:
            first, last = self._channels(arrow)
            beyond = None if first == last else -1e6 if arrow.gutter == "left" else 1e6
            for id_, other, above, is_start in zip(
                (arrow.start, arrow.end), (arrow.end, arrow.start), self._faces(arrow), (True, False), strict=True
            ):
                towards = self.left[other] if beyond is None else beyond
                meeting.setdefault((id_, above), []).append((towards, arrow.id, is_start))
        return {
            (arrow, is_start): self.left[id_] + self.wide * (place + 1) / (len(ends) + 1)
            for (id_, _), ends in meeting.items()
            for place, (_, arrow, is_start) in enumerate(sorted(ends))
        }

    def _tracks(self, arrow: Arrow) -> tuple[tuple[int, ...], tuple[float, float] | None, int]:
        """The tracks that an arrow takes in its channels, where its words stand, and its lane in the gutter."""
        first, last = self._channels(arrow)
        start, end = self.ports[arrow.id, True], self.ports[arrow.id, False]
        if first == last:
            words = _beside((start, end), arrow.words)
            reach = (min(start, end, *(words or ())), max(start, end, *(words or ())))
            return (self.channels[first].take(*reach),), words, 0
        lane = self.gutters[arrow.gutter].take(min(first, last) * 100.0, max(first, last) * 100.0 + 50)
        edge = -APART if arrow.gutter == "left" else self.field + APART
        words = _towards((start, edge), arrow.words)
        leaves = (min(start, edge, *(words or ())), max(start, edge, *(words or ())))
        comes = (min(end, edge), max(end, edge))
        return (self.channels[first].take(*leaves), self.channels[last].take(*comes)), words, lane

    def _route(
        self,
        arrow: Arrow,
        taken: tuple[tuple[int, ...], tuple[float, float] | None, int],
        boxes: Mapping[str, Box],
        channel_tops: Sequence[float],
        left: float,
    ) -> Route:
        tracks, words, lane = taken
        first, last = self._channels(arrow)
        above_start, above_end = self._faces(arrow)
        start, end = left + self.ports[arrow.id, True], left + self.ports[arrow.id, False]
        begins = boxes[arrow.start][1 if above_start else 3]
        ends = boxes[arrow.end][1 if above_end else 3]
        y = channel_tops[first] + CHANNEL + TRACK * tracks[0]
        points = [(start, begins), (start, y)]
        if len(tracks) > 1:
            beyond = APART + LANE * lane
            x = left - beyond if arrow.gutter == "left" else left + self.field + beyond
            there = channel_tops[last] + CHANNEL + TRACK * tracks[1]
            points += [(x, y), (x, there), (end, there)]
        else:
            points.append((end, y))
        points.append((end, ends))
        box = (left + words[0], y - WORDS / 2, left + words[1], y + WORDS / 2) if words else None
        return Route(_straight(points), box)


def _beside(ends: tuple[float, float], words: float) -> tuple[float, float] | None:
    """Where words stand along a line: in its middle, or beside it where they would leave too little of it."""
    if not words:
        return None
    if 0 < abs(ends[1] - ends[0]) < words + 2 * APART:
        return (max(ends) + APART, max(ends) + APART + words)
    middle = sum(ends) / 2
    return (middle - words / 2, middle + words / 2)


def _towards(ends: tuple[float, float], words: float) -> tuple[float, float] | None:
    """Where words stand along a line to a gutter: in its middle, or behind its start where they would reach beyond."""
    start, edge = ends
    if not words:
        return None
    if abs(edge - start) >= words + 2 * APART:
        return ((start + edge - words) / 2, (start + edge + words) / 2)
    return (start - APART - words, start - APART) if edge > start else (start + APART, start + APART + words)


def _straight(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points of a line without those that say nothing."""
    kept = [points[0], *(point for before, point in pairwise(points) if point != before)]
    return tuple(kept)
