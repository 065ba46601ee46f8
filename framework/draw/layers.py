"""Boxes in rows with curved arrows from row to row, most of them upwards. Pure geometry: sizes in, places out.

An arrow that passes rows gets a place of its own in each of them, between the boxes, so that it runs over no box. Below
each row is room for short labels, one on each arrow that has one: where two would touch, one stands lower.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from framework.draw.flow import Arrow, Laid, Point, Route, Tracks
from framework.draw.labels import Box

BELOW = 4.0
"""From one label to one that stands lower."""
HEAD = 20.0
"""How far an arrow runs straight into a box: room for its head."""
BEND = 26.0
"""How high the place between two rows is in which arrows bend, at least."""
STEEP = 0.07
"""How much higher it is for each unit that an arrow goes sideways."""
HIGHEST = 64.0
"""How high it is at most."""
THREAD = 0.4
"""How wide the place is that an arrow has in a row that it passes, beside the gap between boxes."""
SWEEPS = 6
"""How often the rows are put in order, and how often their boxes are moved towards what they are joined to."""

type Node = tuple[str, int]
"""A box, or an arrow in a row that it passes: its id, and that row. A box has the row -1."""


@dataclass(eq=False)
class _Node:
    """A box, or an arrow's place in a row."""

    wide: float
    x: float = 0.0
    """Its middle."""
    above: list["_Node"] = field(default_factory=list)
    below: list["_Node"] = field(default_factory=list)
    place: float = 0.0
    """How far along its row it stands, from 0 to 1."""


def layered(
    rows: Sequence[Sequence[str]],
    sizes: Mapping[str, tuple[float, float]],
    arrows: Sequence[Arrow],
    gap: float,
    label: float,
) -> Laid:
    """Boxes of these widths and heights, with arrows and labels so high, in their places.

    The first row, at the top, keeps its order.

    An arrow between two neighbours in a row runs straight; any other within a row is left out, and has no route.
    """
    return _Layers(rows, sizes, arrows, gap, label).laid()


class _Layers:
    """One diagram, as it is laid out."""

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        sizes: Mapping[str, tuple[float, float]],
        arrows: Sequence[Arrow],
        gap: float,
        label: float,
    ) -> None:
        self.sizes = sizes
        self.gap = gap
        self.label = label
        self.rows: list[list[Node]] = [[(id_, -1) for id_ in row] for row in rows]
        self.row_of = {node: number for number, row in enumerate(self.rows) for node in row}
        self.nodes: dict[Node, _Node] = {node: _Node(sizes[node[0]][0]) for node in self.row_of}
        ends = {each.id: (self.row_of[each.start, -1], self.row_of[each.end, -1]) for each in arrows}
        self.arrows = [each for each in arrows if ends[each.id][0] != ends[each.id][1]]
        self.level_with = [each for each in arrows if ends[each.id][0] == ends[each.id][1]]
        self.down = {id_ for id_, (start, end) in ends.items() if start < end}
        self.ways: dict[str, list[Node]] = {}
        """By the id of an arrow: what it passes, from its lower end to its upper."""
        for arrow in self.arrows:
            low, high = (arrow.end, arrow.start) if arrow.id in self.down else (arrow.start, arrow.end)
            passed = [(arrow.id, row) for row in range(self.row_of[low, -1] - 1, self.row_of[high, -1], -1)]
            for node in passed:
                self.nodes[node] = _Node(THREAD * gap)
                self.row_of[node] = node[1]
                self.rows[node[1]].append(node)
            self.ways[arrow.id] = [(low, -1), *passed, (high, -1)]
            for under, over in pairwise(self.ways[arrow.id]):
                self.nodes[under].above.append(self.nodes[over])
                self.nodes[over].below.append(self.nodes[under])

    def laid(self) -> Laid:
        """All of it, in its places."""
        self._order()
        self._move()
        ports = self._ports()
        labels = {arrow.id: self._label(arrow, ports) for arrow in self.arrows if arrow.words}
        off = max([0.0, *(-span[0] for _, span in labels.values())])
        ends = [node.x + node.wide / 2 for node in self.nodes.values()] + [span[1] for _, span in labels.values()]
        tops, feet, y = self._heights(ports, labels)
        boxes: dict[str, Box] = {}
        for number, row in enumerate(self.rows):
            for id_, passed in row:
                if passed < 0:
                    x, half = self.nodes[id_, -1].x + off, self.sizes[id_][0] / 2
                    boxes[id_] = (x - half, tops[number], x + half, feet[number])
        routes = {
            each.id: self._route(each, ports, labels.get(each.id), tops, feet, off) for each in self.arrows
        } | self._beside(boxes)
        return Laid(max(ends, default=0.0) + off, y, boxes, routes)

    def _beside(self, boxes: Mapping[str, Box]) -> dict[str, Route]:
        """The arrows between neighbours in a row."""
        found = {}
        for arrow in self.level_with:
            row = self.rows[self.row_of[arrow.start, -1]]
            at, to = row.index((arrow.start, -1)), row.index((arrow.end, -1))
            if abs(at - to) != 1:
                continue
            one, other = boxes[arrow.start], boxes[arrow.end]
            y = (one[1] + one[3]) / 2
            xs = (one[2], other[0]) if at < to else (one[0], other[2])
            found[arrow.id] = Route(((xs[0], y), (xs[1], y)), None)
        return found

    def _order(self) -> None:
        """Each row in the order of what it is joined to below or above, so that fewer arrows cross."""
        for row in self.rows:
            self._number(row)
        for sweep in range(SWEEPS):
            downwards = sweep % 2 == 0
            for number in range(1, len(self.rows)) if downwards else range(len(self.rows) - 2, 0, -1):
                row = self.rows[number]
                middles = {node: _middle(self.nodes[node], downwards) for node in row}
                row.sort(key=lambda node: middles[node])
                self._number(row)

    def _number(self, row: Sequence[Node]) -> None:
        for at, node in enumerate(row):
            self.nodes[node].place = (at + 0.5) / len(row)

    def _move(self) -> None:
        """Each box as near above and below what it is joined to as the others in its row allow.

        No row is wider than the widest has to be.
        """
        offsets = [self._offsets(row) for row in self.rows]
        longs = [found[-1] + self.nodes[row[-1]].wide / 2 for found, row in zip(offsets, self.rows, strict=True)]
        widest = max(longs, default=0.0)
        for row, found, long in zip(self.rows, offsets, longs, strict=True):
            for node, offset in zip(row, found, strict=True):
                self.nodes[node].x = offset + (widest - long) / 2
        for sweep in range(SWEEPS):
            for number in range(len(self.rows)) if sweep % 2 else reversed(range(len(self.rows))):
                self._settle(self.rows[number], offsets[number], widest - longs[number])

    def _offsets(self, row: Sequence[Node]) -> list[float]:
        """How far right the middle of each in a row is, where all stand as close as they may."""
        found, x = [], 0.0
        for nth, node in enumerate(row):
            half = self.nodes[node].wide / 2
            x += half + (self._apart(row[nth - 1], node) + self.nodes[row[nth - 1]].wide / 2 if nth else 0.0)
            found.append(x)
        return found

    def _settle(self, row: Sequence[Node], offsets: Sequence[float], most: float) -> None:
        """A row in its order with no box on another, each as near as can be to what it is joined to.

        Boxes that would touch are moved together, to the middle of where they want to be. None is moved by more than
        `most` from where it stands at the left.
        """
        blocks: list[tuple[float, int]] = []
        nodes = [self.nodes[node] for node in row]
        for node, offset in zip(nodes, offsets, strict=True):
            total, count = _wanted(node) - offset, 1
            while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
                before = blocks.pop()
                total, count = total + before[0], count + before[1]
            blocks.append((total, count))
        shifts = [min(max(total / count, 0.0), most) for total, count in blocks for _ in range(count)]
        for node, offset, shift in zip(nodes, offsets, shifts, strict=True):
            node.x = offset + shift

    def _apart(self, one: Node, other: Node) -> float:
        """How far two neighbours in a row are apart, at least."""
        return self.gap if one[1] < 0 and other[1] < 0 else self.gap / 3

    def _ports(self) -> dict[tuple[str, bool], float]:
        """By an arrow's id, and whether it is the upper end: where it meets its box. No two meet at one place."""
        meeting: dict[tuple[Node, bool], list[tuple[float, str]]] = {}
        for id_, way in self.ways.items():
            meeting.setdefault((way[0], False), []).append((self.nodes[way[1]].x, id_))
            meeting.setdefault((way[-1], True), []).append((self.nodes[way[-2]].x, id_))
        found = {}
        for (node, upper), ends in meeting.items():
            box = self.nodes[node]
            for place, (_, id_) in enumerate(sorted(ends)):
                found[id_, upper] = box.x - box.wide / 2 + box.wide * (place + 1) / (len(ends) + 1)
        return found

    def _label(self, arrow: Arrow, ports: Mapping[tuple[str, bool], float]) -> tuple[int, tuple[float, float]]:
        """The row below which an arrow's label stands, and from where to where."""
        x = ports[arrow.id, True]
        upper = self.ways[arrow.id][-1]
        return self.row_of[upper], (x - arrow.words / 2, x + arrow.words / 2)

    def _heights(
        self, ports: Mapping[tuple[str, bool], float], labels: dict[str, tuple[int, tuple[float, float]]]
    ) -> tuple[list[float], list[float], float]:
        """Where each row begins and ends, and where the picture does. Each label gets its level."""
        tracks = [Tracks() for _ in self.rows]
        self.level: dict[str, int] = {}
        for id_, (row, span) in sorted(labels.items(), key=lambda each: each[1]):
            self.level[id_] = tracks[row].take(*span)
        aside = [0.0] * len(self.rows)
        for id_, way in self.ways.items():
            xs = [ports[id_, False], *(self.nodes[node].x for node in way[1:-1]), ports[id_, True]]
            for (x1, x2), over in zip(pairwise(xs), way[1:], strict=True):
                aside[self.row_of[over]] = max(aside[self.row_of[over]], abs(x2 - x1))
        tops, feet, y = [], [], 0.0
        self.bends: list[float] = []
        """Below each row: where arrows stop bending."""
        for number, nodes in enumerate(self.rows):
            tops.append(y)
            y += max((self.sizes[id_][1] for id_, passed in nodes if passed < 0), default=0.0)
            feet.append(y)
            self.bends.append(y + HEAD + (self.label + BELOW) * len(tracks[number].tracks))
            if number < len(self.rows) - 1:
                y = self.bends[-1] + min(HIGHEST, BEND + STEEP * aside[number])
        return tops, feet, y

    def _route(
        self,
        arrow: Arrow,
        ports: Mapping[tuple[str, bool], float],
        label: tuple[int, tuple[float, float]] | None,
        tops: Sequence[float],
        feet: Sequence[float],
        off: float,
    ) -> Route:
        way = self.ways[arrow.id]
        row = self.row_of[way[0]]
        points: list[Point] = [(ports[arrow.id, False] + off, tops[row])]
        for node in way[1:]:
            row -= 1
            x = off + (ports[arrow.id, True] if node == way[-1] else self.nodes[node].x)
            points += [(x, self.bends[row]), (x, feet[row] if node == way[-1] else tops[row])]
        box = None
        if label is not None:
            top = feet[label[0]] + HEAD + (self.label + BELOW) * self.level[arrow.id]
            box = (off + label[1][0], top, off + label[1][1], top + self.label)
        return Route(tuple(points[::-1] if arrow.id in self.down else points), box, curved=True)


def _middle(node: _Node, downwards: bool) -> float:
    """Where in its row a node best stands, by what it is joined to in the row that was put in order before."""
    joined = (node.above if downwards else node.below) or node.above or node.below
    return sum([each.place for each in joined]) / len(joined) if joined else node.place


def _wanted(node: _Node) -> float:
    """How far right a node best stands: in the middle of all that it is joined to."""
    joined = node.above + node.below
    return sum([each.x for each in joined]) / len(joined) if joined else node.x
