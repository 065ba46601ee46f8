"""The grid of a group's skills, from the codes that its members sent; and its rows, offered to a training programme."""

from typing import Any

from framework.core.answers import side_name
from framework.core.guide import Guide
from framework.core.words import listed, say
from framework.tools.skills.offer import offered
from framework.tools.skills.picture import BROAD, NARROW, describe, grid_picture, on_paper, reason
from framework.tools.skills.rules import GAPS, Row, View, grid
from framework.tools.workshop.gathered import Gathered, gather


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """What is in after these codes, as `framework/tools/workshop/gathered.py` tells, and as `result` the grid: None
    where nothing may be shown. Where `offer` holds rows, the `form` of a training programme with these in it.
    """
    if "offer" in request:
        return offered(request.get("form"), request["offer"])
    found = gather(guide, request)
    return {**found.told, "result": _result(found) if found.shows else None}


def _result(found: Gathered) -> dict[str, Any]:
    """What the room sees: the grid as a picture and in words, what comes first in it, and what may be taken over."""
    rows = grid(found.assessment, found.people, found.seen.again)
    id_ = f"{found.assessment.id}-grid"
    return {
        **found.sides,
        "nobody": not found.people,
        "some_gaps": bool(found.people) and any(row.need in GAPS for row in rows),
        "no_gaps": bool(found.people) and not any(row.need in GAPS for row in rows),
        "narrow": grid_picture(found.assessment, rows, f"{id_}-narrow", NARROW),
        "wide": [
            grid_picture(found.assessment, each, f"{id_}-wide-{n}", BROAD) for n, each in enumerate(on_paper(rows))
        ],
        "description": describe(rows),
        "rows": [_told(row) for row in rows],
    }


def _told(row: Row) -> dict[str, Any]:
    able = [side_name(view.side) for view in row.views if view.teach in ("one", "several")]
    return {
        "id": row.skill.id,
        "words": row.skill.words,
        "need": row.need,
        "gap": row.need in GAPS,
        "fine": row.need not in GAPS,
        "reason": reason(row),
        "leader": say("skills.leader", sides=listed(able)) if able else "",
        "views": [_view(view) for view in row.views],
    }


def _view(view: View) -> dict[str, Any]:
    return {
        "side": view.side,
        "side_name": side_name(view.side),
        "can": say(f"skills.count-{view.can}"),
        "teach": say(f"skills.count-{view.teach}"),
        "learn": say(f"skills.count-{view.learn}"),
    }
