"""What a page asks about a project process map: what it tells, its picture, its words.

`do` says which; `form` is the tool's fields, and `answers` what is filled in. Each answer is plain data.
"""

from collections.abc import Callable
from typing import Any

from framework.core.answers import unknown_request
from framework.core.findings import as_asked
from framework.core.guide import Guide
from framework.draw.asked import asked_colours, asked_picture
from framework.export.form import asked_form, read_answers
from framework.tools.project_process_map.describe import describe, follow, in_order, overview, told_mark
from framework.tools.project_process_map.findings import worth_asking
from framework.tools.project_process_map.picture import SIZES, blank, poster, process_picture, slot_id
from framework.tools.project_process_map.process import Process
from framework.tools.project_process_map.read import TABLES, TOOL, choices, process_of


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """Answer what `do` names; see each function below for what comes out."""
    do = request.get("do")
    if not isinstance(do, str) or do not in DOES:
        raise unknown_request()
    return DOES[do](guide, _process(request), request)


def _process(request: dict[str, Any]) -> Process:
    form = asked_form(request, TABLES)
    return process_of(form, read_answers(request.get("answers")))


def _look(guide: Guide, found: Process, request: dict[str, Any]) -> dict[str, Any]:
    """All that a map tells, and its `picture`. In: `size`, and `id`, unique on the page.

    `marks` are the decisions, steps and limits in order, each with its `kind`, its `name`, what is read out of it, its
    `rows` in the form's tables, other cells in which it is `named`, and the `slot` it stands in; `slots` are where each
    may be put; `road` and `stops` lead from one decision to the next; `choices` is what is meant to be written in some
    columns.
    """
    size, id_ = asked_picture(request, SIZES, "process")
    picture, slots = process_picture(found, id_, size)
    return {
        "picture": picture,
        "marks": [
            {
                "id": mark.id,
                "kind": mark.kind,
                "name": mark.name,
                "label": told_mark(found, mark),
                "rows": mark.rows,
                "named": list(mark.named),
                "slot": slot_id(mark.kind, mark.stage, mark.lane),
            }
            for mark in in_order(found)
        ],
        "slots": slots,
        "findings": as_asked(guide, TOOL, worth_asking(found)),
        "description": describe(found).split("\n"),
        "road": overview(found),
        "stops": [vars(stop) for stop in follow(found)],
        "unread": list(found.unread),
        "choices": choices(found),
    }


def _tell(guide: Guide, found: Process, _: dict[str, Any]) -> dict[str, Any]:
    """Only what is worth asking: `findings`, for a page that draws nothing."""
    return {"findings": as_asked(guide, TOOL, worth_asking(found))}


def _draw(_: Guide, found: Process, request: dict[str, Any]) -> dict[str, Any]:
    """A file to keep: `picture`, an SVG with its own colours. In: `colours`, and `blank` for an empty one."""
    colours = asked_colours(request)
    return {"picture": blank(found, colours) if request.get("blank") else poster(found, colours)}


DOES: dict[str, Callable[[Guide, Process, dict[str, Any]], dict[str, Any]]] = {
    "look": _look,
    "tell": _tell,
    "draw": _draw,
}
