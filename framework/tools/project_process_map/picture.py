"""A project process map as a picture: the same on the page, on paper, in Word and in a file.

Time goes down, stage by stage. Each stage is divided between the lanes of residents, of the group as a whole, of the
organisation and of other partners. Where others decide and residents take part in nothing, an empty place says so.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from framework.core.answers import Side
from framework.core.words import comma_listed, say
from framework.draw.lanes import LOOKS, Edge, Key, Laid, LaneCard, Lanes, Row, Size, lanes_picture
from framework.draw.lanes import Lane as DrawnLane
from framework.draw.paint import painted
from framework.tools.project_process_map.describe import describe, overview, stage_name, titled
from framework.tools.project_process_map.process import LANES, Kind, Lane, Mark, Process, lane_name
from framework.tools.project_process_map.read import CELLS

NARROW = Size("narrow", head=0, lane=340, text=16, stacked=True)
WIDE = Size("wide", head=200, lane=206, text=15)
WALL = Size("wall", head=200, lane=330, text=15, least=120)
"""An empty map for a wall, with room for sticky notes."""
SIZES = {each.name: each for each in (NARROW, WIDE)}
EDGES: dict[Kind, Edge] = {"decision": "strong", "step": "plain", "limit": "broken"}
SIDES: dict[Lane, tuple[Side, ...]] = {
    "resident": ("resident",),
    "both": ("resident", "organisation"),
    "organisation": ("organisation",),
    "other": ("other",),
}
NOWHERE = "none"
"""The row of what has no stage, and the lane of what nobody is said to do."""


def process_picture(found: Process, id_: str, size: Size = WIDE) -> tuple[str, list[dict[str, Any]]]:
    """Draw a map as SVG text, and tell the slots into which marks may be put. `id_` is unique on its page."""
    svg, laid = lanes_picture(id_, titled(found), describe(found), size, shown(found))
    return svg, slots(found, laid)


def poster(found: Process, colours: Mapping[str, Any]) -> str:
    """A map as a file of its own, with its title and its colours in it: `colours` as '#rrggbb', by name."""
    heads = [titled(found), overview(found)]
    drawn, _ = lanes_picture("process-poster", heads[0], describe(found), WIDE, shown(found), heads)
    return painted(drawn, LOOKS, colours)


def blank(found: Process, colours: Mapping[str, Any]) -> str:
    """An empty map for a wall, with the stages of a map and nothing in them: a file as `poster` is."""
    empty = replace(found, title="", marks=(), now=None)
    heads = [titled(empty), say("blank-sheet.about")]
    drawn, _ = lanes_picture("process-blank", heads[0], overview(empty), WALL, shown(empty), heads)
    return painted(drawn, LOOKS, colours)


def shown(found: Process) -> Lanes:
    """The map as cards in lanes. What nobody put anywhere has a row and a lane of its own, where there is any."""
    lanes = [DrawnLane(lane, lane_name(lane), SIDES[lane]) for lane in LANES]
    if any(mark.lane is None for mark in found.marks):
        lanes.append(DrawnLane(NOWHERE, lane_name(None), ()))
    here = say("project-process-map.now")
    rows = [
        Row(stage.id, stage.name, stage.number, stage.dates, here if stage.id == found.now else "")
        for stage in found.stages
    ]
    if any(mark.stage is None for mark in found.marks):
        rows.append(Row(NOWHERE, say("project-process-map.stage-not-said")))
    cells: dict[tuple[str, str], list[LaneCard]] = {}
    for row in rows:
        for mark in found.inside(None if row.id == NOWHERE else row.id):
            cells.setdefault((row.id, mark.lane or NOWHERE), []).append(card(mark))
    nobody = {
        (stage, "resident"): say("project-process-map.nobody-asked")
        for stage in found.unasked
        if (stage, "resident") not in cells
    }
    return Lanes(lanes, rows, cells, nobody, keys())


def card(mark: Mark) -> LaneCard:
    """One mark as a card, with what there is room for."""
    return LaneCard(mark.id, mark.name, EDGES[mark.kind], tuple(_words(mark)), mark.outside)


def _words(mark: Mark) -> list[str]:
    told = [comma_listed(each for each in (mark.who, mark.day) if each)] if mark.who or mark.day else []
    before = mark.papers_before
    if before is not None and before >= 0:
        told.append(say("project-process-map.card-papers", count=before))
    elif before is not None:
        told.append(say("project-process-map.card-papers-after"))
    elif mark.papers:
        told.append(say("project-process-map.card-papers-on", day=mark.papers))
    if mark.last_day and mark.last_day != mark.day:
        told.append(say("project-process-map.card-last-day", day=mark.last_day))
    if mark.outside:
        told.append(say("project-process-map.card-outside"))
    if mark.moved:
        told.append(say("project-process-map.card-moved", moved=mark.moved))
    return told


def slots(found: Process, laid: Laid) -> list[dict[str, Any]]:
    """Where marks may be put: each stage in each lane, for each kind of mark."""
    return [
        {
            "id": slot_id(kind, stage.id, lane),
            "label": say("project-process-map.slot", stage=stage_name(stage), side=lane_name(lane)),
            "kind": kind,
            "box": [round(each, 1) for each in laid.cells[stage.id, lane]],
            "sets": dict(zip(CELLS[kind], (stage.written, lane_name(lane)), strict=True)),
        }
        for kind in CELLS
        for stage in found.stages
        for lane in LANES
    ]


def slot_id(kind: Kind, stage: str | None, lane: Lane | None) -> str:
    """The slot of a stage and a lane. One that nobody wrote down is none."""
    return f"{kind}.{stage}.{lane}" if stage and lane else ""


def keys() -> list[Key]:
    """What edges and signs mean."""
    return [
        *(Key(say(f"project-process-map.key-{kind}"), edge=edge) for kind, edge in EDGES.items()),
        Key(say("project-process-map.key-outside"), flag=True),
        Key(say("project-process-map.key-nobody"), nobody=True),
    ]
