"""The power map as a picture: the same on the page, on paper, and in a file.

The page moves marks itself while someone drags them, by the frames and the `measures` that it gets from here, and the
parts that stand in its templates. What takes thought is asked of this module: where names go, trails, and the sides'
views.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from framework.core.answers import SIDES, Side, side_name
from framework.core.words import say
from framework.draw.labels import BESIDE, LINE, UP, Box, Label, Taken, place, width
from framework.draw.lines import lines as in_lines
from framework.draw.paint import painted
from framework.draw.svg import element, escape, mark, picture, text
from framework.tools.power_map.describe import describe
from framework.tools.power_map.map import (
    LEAST,
    MIDDLE,
    MOST,
    STEPS,
    Link,
    Phase,
    PowerMap,
    area_name,
    link_name,
)
from framework.tools.power_map.moves import ENOUGH as ENOUGH_TO_MOVE
from framework.tools.power_map.report import Section
from framework.tools.power_map.stacks import Stack, numbered, stacks
from framework.tools.power_map.told import told
from framework.tools.power_map.views import differences, seen_by

KIND = "power-map-picture"
"""The class by which the widget's style reaches it."""
TEXT = 16.0
MARK = 20.0
RING = 15.0
REACH = 17.0
"""How far a mark with its ring goes from its middle. All of a mark is drawn in these units, and then scaled."""
BADGE, BADGE_AT = 9.5, 13.5
"""How large the mark is that says how many stand at one place, and how far right and up of its middle."""
BEHIND = 6.0
"""How far the marks of other sides at the same place show behind the first."""
BEND = 0.12
"""How far a link bows out, beside its length: so that a link there and a link back are two lines."""
TITLE = 1.35
"""How wide what an area is called may be, beside the guide's own letters: it is bold, and brands have their own."""
LINK = 2.2
"""How wide a link's line is."""
LINK_WORDS = 0.75 * TEXT
LINK_DOWN = 0.3
"""How far below the middle of a link its words stand, beside their size."""
PERSON = 5.0
"""How large the mark is that shows the power of the person."""
NUMBER_DOWN: dict[Side, float] = {"resident": 4, "organisation": 4, "other": 8}
"""How far below the middle of a mark its number stands: in a triangle there is more room at the foot."""

type Point = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """The size of a map, and where its field stands in it."""

    name: str
    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    inset: float
    """From the field's edge to the marks 1 and 5."""
    scale: float = 1.0
    """How large marks and words are."""
    zoom: float = 1.0
    """How much larger the page shows it. Marks and names are drawn smaller by as much, and the ground is not."""

    def point(self, power: float, affected: float) -> Point:
        """Where a mark stands."""
        wide = self.right - self.left - 2 * self.inset
        high = self.bottom - self.top - 2 * self.inset
        return (
            self.left + self.inset + wide * (affected - LEAST) / (MOST - LEAST),
            self.bottom - self.inset - high * (power - LEAST) / (MOST - LEAST),
        )


WIDE = Frame("wide", 960, 720, left=52, top=8, right=952, bottom=664, inset=30)
NARROW = Frame("narrow", 360, 520, left=34, top=4, right=356, bottom=484, inset=18, scale=0.8)
POSTER = Frame("poster", 1684, 1060, left=64, top=8, right=1676, bottom=1000, inset=36)
FRAMES = {each.name: each for each in (WIDE, NARROW, POSTER)}


def measures() -> dict[str, Any]:
    """What the page needs to draw marks and links as they are drawn here, as plain data."""
    return {
        "least": LEAST,
        "most": MOST,
        "middle": MIDDLE,
        "steps": STEPS,
        "reach": REACH,
        "bend": BEND,
        "link": LINK,
        "link_words": LINK_WORDS,
        "link_down": LINK_DOWN,
        "line": LINE * TEXT,
        "beside": REACH + BESIDE * TEXT,
        "up": UP * TEXT,
        "person": PERSON,
        "number_down": NUMBER_DOWN,
        "behind": BEHIND,
    }


def grid(frame: Frame, id_: str, scale: float = 1.0) -> str:
    """The empty field with its four areas, its axes and their words. Give it a larger scale for a small frame."""
    size = TEXT * frame.scale * scale
    middle_x, middle_y = frame.point(3, 3)
    corner = (middle_x, middle_y, frame.right - middle_x, frame.bottom - middle_y)
    parts = [
        element("rect", **_rect(frame.left, frame.top, frame.right, frame.bottom), class_="field-card"),
        element("rect", x=corner[0], y=corner[1], width=corner[2], height=corner[3], class_="field-towards"),
    ]
    for value in range(int(LEAST), int(MOST) + 1):
        x, y = frame.point(value, value)
        kind = "field-middle" if value == 3 else "field-line"
        parts += [
            element("line", x1=x, y1=frame.top, x2=x, y2=frame.bottom, class_=kind),
            element("line", x1=frame.left, y1=y, x2=frame.right, y2=y, class_=kind),
            text(str(value), x=x, y=frame.bottom + 1.15 * size, class_="tick", font_size=0.85 * size),
            text(str(value), x=frame.left - 0.6 * size, y=y + 0.3 * size, class_="tick", font_size=0.85 * size),
        ]
    parts.append(element("rect", **_rect(frame.left, frame.top, frame.right, frame.bottom), class_="field-edge"))
    for area, x, y in _corners(frame):
        parts.append(text(area_name(area), x=x, y=y + 1.1 * size, class_="area", font_size=1.08 * size))
    foot = frame.height - 0.35 * size
    middle = (frame.left + frame.right) / 2
    parts.append(text(say("power-map.axis-affected"), x=middle, y=foot, class_="axis", font_size=size))
    up = (frame.top + frame.bottom) / 2
    turned = f"rotate(-90 {_short(0.95 * size)} {_short(up)})"
    words = text(say("power-map.axis-power"), x=0.95 * size, y=up, class_="axis", font_size=size, transform=turned)
    return element("g", *parts, words, class_="field", id=f"{id_}-field")


def arrows(id_: str) -> str:
    """The head of a link's line."""
    head = element("path", d="M0,0 L8,4 L0,8 z", class_="arrow")
    return element(
        "defs",
        element(
            "marker",
            head,
            id=f"{id_}-arrow",
            viewBox="0 0 8 8",
            refX=7,
            refY=4,
            markerWidth=5.5,
            markerHeight=5.5,
            orient="auto",
        ),
    )


def points(phase: Phase, frame: Frame) -> dict[str, Point]:
    """Where each mark stands: at its value, whoever stands there too."""
    return {id_: frame.point(each.power, each.affected) for id_, each in phase.places.items()}


def labels(found: PowerMap, phase: Phase, frame: Frame) -> tuple[dict[str, Label | None], dict[str, bool]]:
    """Where names go, by the first of each stack; and whether there is room for a link's word, by link."""
    size = TEXT * frame.scale
    taken = Taken((frame.left, frame.top, frame.right, frame.bottom))
    all_ = {stack.id: stack for stack in stacks(found, phase)}
    at = {id_: point for id_, point in points(phase, frame).items() if id_ in all_}
    for id_, (x, y) in at.items():
        taken.take(_around(x, y, REACH * frame.scale))
        if len(all_[id_].people) > 1:
            badge = BADGE_AT * frame.scale
            taken.take(_around(x + badge, y - badge, BADGE * frame.scale))
    _take_titles(taken, frame)
    everyone = points(phase, frame)
    lines = _crossed(phase, everyone, taken.bounds)
    # Residents choose first; then those that share their surroundings with the most others: the rest have room.
    crowd = _crowds(at)
    placed: dict[str, Label | None] = {}
    for id_ in sorted(at, key=lambda id_: (all_[id_].sides[0] != "resident", -crowd[id_], at[id_], id_)):
        placed[id_] = place(all_[id_].name, *at[id_], size, REACH * frame.scale, taken, lines)
    words = {}
    for link in phase.drawn_links:
        x, y = _middle(everyone[link.start], everyone[link.end])
        wide = width(link_name(link.kind), LINK_WORDS * frame.scale) / 2
        box = (x - wide, y - 0.5 * size, x + wide, y + 0.5 * size)
        words[link.id] = everyone[link.start] != everyone[link.end] and taken.free(box)
        if words[link.id]:
            taken.take(box)
    return placed, words


def live(found: PowerMap, phase: Phase, frame: Frame) -> dict[str, Any]:
    """What the page cannot know of a map that it draws itself: by the first of each stack and by link, as plain data.

    Distances are in a mark's own units, from its middle.
    """
    placed, words = labels(found, phase, frame)
    marks = {
        id_: label
        and {
            "lines": label.lines,
            "x": round(label.x / frame.scale, 2),
            "y": round(label.y / frame.scale, 2),
            "anchor": label.anchor,
        }
        for id_, label in placed.items()
    }
    return {"labels": marks, "links": [id_ for id_, room in words.items() if room]}


def map_parts(found: PowerMap, phase: Phase, frame: Frame, id_: str) -> tuple[list[str], list[Stack]]:
    """Links and marks, and the stacks of which not everyone is named on the map."""
    at = points(phase, frame)
    placed, words = labels(found, phase, frame)
    lines = [
        _link(link, at, frame, words[link.id], id_) for link in phase.drawn_links if at[link.start] != at[link.end]
    ]
    all_ = stacks(found, phase)
    marks = [_stack(each, phase, at[each.id], placed[each.id], frame) for each in all_]
    keyed = [each for each in all_ if not _is_named(each, placed[each.id])]
    return [element("g", *lines, class_="links") if lines else "", *marks], keyed


def trails(found: PowerMap, before: Phase, after: Phase, frame: Frame) -> str:
    """Where those who moved came from: a hollow mark, and a line to where they are now."""
    drawn = []
    now = points(after, frame)
    for who in found.on(after):
        old = before.places.get(who.id)
        if old is None:
            continue
        new = after.places[who.id]
        if abs(old.power - new.power) < ENOUGH_TO_MOVE and abs(old.affected - new.affected) < ENOUGH_TO_MOVE:
            continue
        x, y = frame.point(old.power, old.affected)
        end = _towards(now[who.id], (x, y), REACH * frame.scale)
        d = f"M{_pair((x, y))} L{_pair(end)}"
        drawn += [
            element("path", d=d, class_="trail-edge", stroke_width=7 * frame.scale),
            element("path", d=d, class_="trail", stroke_width=4 * frame.scale),
            element("g", mark(who.side, 0, 0, 0.7 * MARK), transform=_at(x, y, frame.scale), class_="was"),
        ]
    return element("g", *drawn, class_="trails")


def over(found: PowerMap, phase: Phase, frame: Frame) -> list[str]:
    """The sides' views laid over each other: a shape for each side that placed someone, joined by a line."""
    taken = Taken((frame.left, frame.top, frame.right, frame.bottom))
    _take_titles(taken, frame)
    apart_by = differences(found, phase)
    apart = [
        (each.who, {side: frame.point(spot.power, spot.affected) for side, spot in each.spots.items()})
        for each in apart_by
    ]
    for _, spots in apart:
        for x, y in spots.values():
            taken.take(_around(x, y, 0.6 * MARK * frame.scale))
    drawn = []
    for who, spots in apart:
        ends = list(spots.values())
        lines = [
            element("path", d=f"M{_pair(ends[0])} L{_pair(end)}", class_="between", stroke_width=2.5 * frame.scale)
            for end in ends[1:]
        ]
        shapes = [
            element("g", mark(side, 0, 0, MARK), transform=_at(*point, frame.scale)) for side, point in spots.items()
        ]
        for x, y in ends:
            label = place(found.names[who], x, y, TEXT * frame.scale, 0.65 * MARK * frame.scale, taken)
            if label:
                shapes.append(element("g", _name(label, frame), transform=_at(x, y, frame.scale)))
                break
        drawn.append(element("g", *lines, *shapes, class_="over"))
    return drawn


def power_map_picture(
    found: PowerMap,
    phase: Phase,
    id_: str,
    frame: Frame = WIDE,
    before: Phase | None = None,
    apart: bool = False,
) -> str:
    """Draw a map in one phase as SVG text. `id_` is unique on its page.

    With `before`, trails show what moved since that phase. With `apart`, the sides' views are laid over each other.
    """
    parts = over(found, phase, frame) if apart else map_parts(found, phase, frame, id_)[0]
    trail = trails(found, before, phase, frame) if before and not apart else ""
    words = describe(found, phase)
    return picture(
        id_,
        titled(found, phase),
        words,
        frame.width,
        frame.height,
        arrows(id_),
        grid(frame, id_),
        trail,
        *parts,
        kind=KIND,
    )


def poster(
    found: PowerMap,
    phase: Phase,
    colours: Mapping[str, Any],
    before: Phase | None = None,
    apart: bool = False,
    side: Side | None = None,
    sections: tuple[Section, ...] = (),
) -> str:
    """A map as a file of its own, with its title, what the marks mean, the names that found no room, and what it tells.

    It is drawn for a sheet as large as A1, with all colours in it. `colours` as '#rrggbb', by their name in the brand.
    With `side`, it is that side's own copy. `sections` is what it tells.
    """
    id_ = "power-map"
    frame = POSTER
    if side and not apart:
        phase = seen_by(phase, side)
    keyed: list[Stack] = []
    if apart:
        parts = over(found, phase, frame)
    else:
        parts, keyed = map_parts(found, phase, frame, id_)
    trail = trails(found, before, phase, frame) if before and not apart and not side else ""
    words = titled(found, phase)
    if side and not apart:
        words = say("power-map.titled", title=words, phase=say("power-map.own-copy", side=side_name(side)))
    head, top = _head(words, found.decision, frame)
    body = element("g", grid(frame, id_), trail, *parts, transform=f"translate(0 {top})")
    foot = top + frame.height + 30
    key, key_height = _key(keyed, frame, foot + 34)
    findings, findings_height = told(sections, frame.left, frame.right - frame.left, foot + 24 + key_height)
    height = foot + 24 + key_height + findings_height
    ground = element("rect", x=0, y=0, width=frame.width, height=height, class_="ground")
    drawn = picture(
        id_,
        words,
        describe(found, phase),
        frame.width,
        height,
        arrows(id_),
        ground,
        *head,
        body,
        element("g", *_legend(frame, foot, apart)),
        *key,
        *findings,
    )
    return painted(drawn, PAINT, colours)


PAINT = {
    "ground": 'fill="{paper}"',
    "field-card": 'fill="{card}"',
    "field-towards": 'fill="{tint}"',
    "field-line": 'stroke="{faint}" stroke-width="1"',
    "field-middle": 'stroke="{faint}" stroke-width="3"',
    "field-edge": 'fill="none" stroke="{ink}" stroke-width="3"',
    "area": 'fill="{soft}" font-weight="700"',
    "axis": 'fill="{ink}" font-weight="700" text-anchor="middle"',
    "tick": 'fill="{soft}" text-anchor="middle"',
    "arrow": 'fill="{ink}"',
    "formal": 'stroke="{ink}" fill="none"',
    "informal": 'stroke="{ink}" fill="none" stroke-dasharray="7 6"',
    "link-words": 'fill="{ink}" stroke="{card}" stroke-width="4" paint-order="stroke" text-anchor="middle"',
    "ring": 'fill="{card}" stroke="{ink}" stroke-width="2.5"',
    "resident": 'fill="{resident}"',
    "organisation": 'fill="{organisation}"',
    "other": 'fill="{other}"',
    "name": 'fill="{ink}" stroke="{card}" stroke-width="3" paint-order="stroke" font-size="16"',
    "number": 'fill="{card}" font-size="10" font-weight="700" text-anchor="middle"',
    "badge": 'fill="{sun}" stroke="{ink}" stroke-width="1.5"',
    "badge-number": 'fill="{ink}" font-size="12" font-weight="700" text-anchor="middle"',
    "behind": 'stroke="{card}" stroke-width="1"',
    "person": 'stroke="{ink}" stroke-width="2" stroke-dasharray="2 4" fill="none"',
    "person-mark": 'stroke="{ink}" stroke-width="2" fill="{card}"',
    "trail-edge": 'stroke="{ink}" fill="none" stroke-linecap="round"',
    "trail": 'stroke="{sun}" fill="none" stroke-linecap="round"',
    "was": 'opacity="0.45"',
    "between": 'stroke="{ink}" fill="none"',
    "poster-title": 'fill="{ink}" font-size="34" font-weight="700"',
    "poster-key": 'fill="{ink}" font-size="15"',
    "told-title": 'fill="{ink}" font-size="24" font-weight="700"',
    "told-part": 'fill="{ink}" font-size="18" font-weight="700"',
    "poster-text": 'fill="{ink}" font-size="18"',
}
"""What each class looks like in a file. On the page, the style sheet says it."""


def who_mark(side: Side, at_table: bool, behind: tuple[Side, ...] = ()) -> str:
    """A mark about its own middle: the ring of those at the table, and the side's shape; other sides show behind it."""
    ring = element("circle", cx=0, cy=0, r=RING + 1, class_="ring") if at_table else ""
    others = "".join(
        element("g", mark(each, BEHIND * step, -BEHIND * step, MARK - 4), class_="behind")
        for step, each in reversed(list(enumerate(behind, start=1)))
    )
    return ring + others + mark(side, 0, 0, MARK)


def _stack(stack: Stack, phase: Phase, at: Point, label: Label | None, frame: Frame) -> str:
    here = [phase.places[who.id] for who in stack.people]
    parts = []
    for person in sorted({each.person for each in here if each.person is not None and each.person != each.power}):
        _, y = frame.point(person, here[0].affected)
        reach = (y - at[1]) / frame.scale
        parts += [
            element("path", d=f"M0,0 V{_short(reach)}", class_="person"),
            element("circle", cx=0, cy=round(reach, 1), r=PERSON, class_="person-mark"),
        ]
    first, *others = stack.sides
    shape = who_mark(first, any(each.at_table for each in here), behind=tuple(others))
    badge = [badge_mark(len(here))] if len(here) > 1 else []
    words = [_name(label, frame)] if label else []
    if not _is_named(stack, label):
        words.append(text(str(stack.number), x=0, y=NUMBER_DOWN[first], class_="number"))
    return element("g", *parts, shape, *badge, *words, transform=_at(*at, frame.scale), class_="who")


def badge_mark(count: int | str) -> str:
    """How many stand at one place."""
    ground = element("circle", cx=BADGE_AT, cy=-BADGE_AT, r=BADGE, class_="badge")
    return ground + text(str(count), x=BADGE_AT, y=-BADGE_AT + 4.2, class_="badge-number")


def _name(label: Label, frame: Frame) -> str:
    x = round(label.x / frame.scale, 2)
    lines = [
        element("tspan", escape(line), x=x, dy=0 if nth == 0 else round(LINE * TEXT, 1))
        for nth, line in enumerate(label.lines)
    ]
    return element("text", *lines, y=round(label.y / frame.scale, 2), text_anchor=label.anchor, class_="name")


def _link(link: Link, at: Mapping[str, Point], frame: Frame, room: bool, id_: str) -> str:
    kind = "formal" if link.formal else "informal"
    line = element(
        "path",
        d=link_path(at[link.start], at[link.end], REACH * frame.scale),
        class_=kind,
        stroke_width=LINK * frame.scale,
        marker_end=f"url(#{id_}-arrow)",
    )
    if not room:
        return line
    x, y = _middle(at[link.start], at[link.end])
    size = LINK_WORDS * frame.scale
    return line + text(link_name(link.kind), x=x, y=y + LINK_DOWN * size, class_="link-words", font_size=size)


def link_path(start: Point, end: Point, reach: float) -> str:
    """A line that bows out, from the edge of one mark to the edge of another.

    >>> link_path((0, 0), (100, 0), 10)
    'M9.7,2.3 Q50,12 90.3,2.3'
    """
    bow = _bow(start, end)
    return f"M{_pair(_towards(start, bow, reach))} Q{_pair(bow)} {_pair(_towards(end, bow, reach))}"


def _bow(start: Point, end: Point) -> Point:
    return (
        (start[0] + end[0]) / 2 - BEND * (end[1] - start[1]),
        (start[1] + end[1]) / 2 + BEND * (end[0] - start[0]),
    )


def _middle(start: Point, end: Point) -> Point:
    bow = _bow(start, end)
    return ((start[0] + end[0]) / 4 + bow[0] / 2, (start[1] + end[1]) / 4 + bow[1] / 2)


def _towards(start: Point, end: Point, by: float) -> Point:
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    part = by / length if length else 0.0
    return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)


def _around(x: float, y: float, reach: float) -> Box:
    return (x - reach, y - reach, x + reach, y + reach)


def _crossed(phase: Phase, at: Mapping[str, Point], bounds: Box) -> Taken:
    """Small boxes along every link, so that names keep off the lines."""
    lines = Taken(bounds)
    for link in phase.drawn_links:
        start, end = at[link.start], at[link.end]
        bow = _bow(start, end)
        steps = max(2, int(math.hypot(end[0] - start[0], end[1] - start[1]) / 12))
        for step in range(1, steps):
            part = step / steps
            weights = ((1 - part) ** 2, 2 * part * (1 - part), part**2)
            x, y = (sum(w * p[axis] for w, p in zip(weights, (start, bow, end), strict=True)) for axis in (0, 1))
            lines.take(_around(x, y, 2))
    return lines


def _crowds(at: Mapping[str, Point]) -> dict[str, int]:
    """How many marks stand about each one: in its own part of the field, and the parts beside it."""
    parts = Counter((x // 90, y // 40) for x, y in at.values())
    return {
        id_: sum(parts[(x // 90 + right, y // 40 + down)] for right in (-1, 0, 1) for down in (-1, 0, 1))
        for id_, (x, y) in at.items()
    }


def _take_titles(taken: Taken, frame: Frame) -> None:
    """Keep what the areas are called free of names and words. It stands on the ground, as large as that is shown."""
    size = TEXT * frame.scale * frame.zoom
    for area, x, y in _corners(frame):
        taken.take((x, y, x + width(area_name(area), TITLE * size), y + 1.5 * size))


def _corners(frame: Frame) -> list[tuple[Any, float, float]]:
    """Where the areas' words begin: near the top left corner of each."""
    x, y = frame.point(3, 3)
    gap = 10 * frame.scale * frame.zoom
    return [
        ("bring", frame.left + gap, frame.top + gap / 2),
        ("share", x + gap, frame.top + gap / 2),
        ("watch", frame.left + gap, y + gap / 2),
        ("shift", x + gap, y + gap / 2),
    ]


def titled(found: PowerMap, phase: Phase) -> str:
    """What a map is called, with its phase."""
    title = found.title or say("power-map.untitled")
    return say("power-map.titled", title=title, phase=phase.name) if phase.name else title


def _legend(frame: Frame, y: float, apart: bool) -> list[str]:
    parts = []
    x = frame.left + 12
    for side in SIDES:
        words = say(f"power-map.legend-{side}") if apart else side_name(side)
        parts += [mark(side, x, y, MARK), text(words, x=x + 20, y=y + 6, class_="poster-text")]
        x += 60 + width(words, 18)
    if apart:
        return parts
    words = say("power-map.legend-at-table")
    parts += [
        element("circle", cx=x, cy=y, r=RING, class_="ring"),
        text(words, x=x + 22, y=y + 6, class_="poster-text"),
    ]
    x += 60 + width(words, 18)
    for kind in ("formal", "informal"):
        words = say(f"power-map.legend-{kind}")
        line = element(
            "path",
            d=f"M{_short(x - 10)},{_short(y)} h50",
            class_=kind,
            stroke_width=LINK,
            marker_end="url(#power-map-arrow)",
        )
        parts += [line, text(words, x=x + 50, y=y + 6, class_="poster-text")]
        x += 90 + width(words, 18)
    return parts


def _is_named(stack: Stack, label: Label | None) -> bool:
    """Whether everyone of a stack is named at its mark, with the whole of their name."""
    return label is not None and stack.says_all and " ".join(label.lines) == stack.name


def _head(title: str, decision: str, frame: Frame) -> tuple[list[str], float]:
    """The title and the decision, in as many lines as they take, and how high that is."""
    words = []
    y = 0.0
    for said, kind, size, most in ((title, "poster-title", 38, 84), (decision, "poster-text", 26, 160)):
        for line in in_lines(said, most) if said else ():
            y += size
            words.append(text(line, x=frame.left, y=y, class_=kind))
    return words, y + 20


def _key(keyed: list[Stack], frame: Frame, top: float) -> tuple[list[str], float]:
    """The names that stand on the map as a number, in columns, and how high that is."""
    if not keyed:
        return [], 0.0
    columns = 4
    names = [line for number, who in numbered(tuple(keyed)) for line in in_lines(f"{number} {who.name}", 46)]
    rows = -(-len(names) // columns)
    wide = (frame.right - frame.left) / columns
    words = [
        text(line, x=frame.left + (nth // rows) * wide, y=top + 22 * (nth % rows + 1), class_="poster-key")
        for nth, line in enumerate(names)
    ]
    return words, 22.0 * rows + 20


def _rect(left: float, top: float, right: float, bottom: float) -> dict[str, float]:
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def _at(x: float, y: float, scale: float) -> str:
    """Where a mark goes, and how large it is.

    >>> _at(10.04, 2.0, 1.0), _at(1.5, 2.0, 0.8)
    ('translate(10,2)', 'translate(1.5,2) scale(0.8)')
    """
    return f"translate({_pair((x, y))})" + (f" scale({scale:g})" if scale != 1 else "")


def _pair(point: Point) -> str:
    return f"{_short(point[0])},{_short(point[1])}"


def _short(value: float) -> str:
    """A number to a tenth, as a script would write it.

    >>> _short(2.0), _short(-0.04), _short(9.96)
    ('2', '0', '10')
    """
    return f"{round(value, 1) + 0.0:g}" if abs(value) < 1e5 else str(round(value))


def zoomed(frame: Frame, zoom: float) -> Frame:
    """A frame in which marks and words keep their size on the screen while the field grows."""
    return replace(frame, scale=frame.scale / zoom, zoom=zoom)
