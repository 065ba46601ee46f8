"""What a workshop's room may see of the answers that its phones sent: how the sides differ."""

from collections.abc import Mapping
from math import ceil, floor
from typing import Any

from framework.core.answers import side_name, statements_of
from framework.core.guide import Guide
from framework.core.questions import Assessment
from framework.core.words import say
from framework.tools.standing.rules import MOST_POINTS
from framework.tools.workshop.gathered import Gathered, gather
from framework.tools.workshop.picture import BROAD, ROOM, ROOM_ALONE, describe, gap_picture, on_wall
from framework.tools.workshop.records import moved, record_of
from framework.tools.workshop.rules import WIDE, Comparison, View, compare


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """What is in after these codes, as `gathered.py` tells, and as `result` what may be shown: None where that is
    nothing. In, beside what `gather` takes: `before`, the record of last time.
    """
    found = gather(guide, request)
    return {**found.told, "result": _result(guide, found, request.get("before")) if found.shows else None}


def _result(guide: Guide, found: Gathered, before: Any) -> dict[str, Any]:
    """What the room sees: the picture, and each principle with its statements, the widest gap first; and what moved
    since the record of last time, where there is one.
    """
    assessment, version, people = found.assessment, found.version, found.people
    rows = compare(assessment, version, people, found.seen.again)
    titles = {row.id: guide.titles.get(row.id) or guide.link(row.id)["words"] for row in rows}
    several = len(people) > 1
    gaps = [row.gap for row in rows if row.gap is not None]
    widest = max(gaps, default=0)
    id_ = f"{assessment.id}-gap"
    return {
        "title": assessment.title,
        "differently": several and widest >= WIDE,
        "alike": bool(gaps) and widest < WIDE,
        "not_compared": several and not gaps,
        "alone": side_name(next(iter(people))) if len(people) == 1 else None,
        "nobody": not people,
        **found.sides,
        "narrow": gap_picture(titles, assessment, rows, f"{id_}-narrow"),
        "wide": gap_picture(titles, assessment, rows, f"{id_}-wide", BROAD),
        "pages": [
            {"picture": gap_picture(titles, assessment, each, f"{id_}-room-{n}", ROOM)}
            for n, each in enumerate(on_wall(titles, rows))
        ],
        "record": record_of(assessment, version, rows),
        "moved": moved(guide, assessment, version, before, rows) if before else None,
        "description": describe(titles, rows),
        "rows": [_told(guide, titles, assessment, version, row) for row in rows],
    }


def _told(
    guide: Guide, titles: Mapping[str, str], assessment: Assessment, version: Any, row: Comparison
) -> dict[str, Any]:
    """One principle to talk about: why it stands here, what each side said to its statements, and what may help."""
    statements = {each.id: each for each in statements_of(assessment, version)}
    details = [statements[each.id] for each in row.statements]
    links = [guide.link(id_) for id_ in dict.fromkeys(id_ for each in details for id_ in each.leads_to)]
    return {
        **guide.link(row.id),
        "gap": row.gap,
        "picture": gap_picture(titles, assessment, [row], f"{assessment.id}-gap-{row.id}"),
        "room_picture": gap_picture(titles, assessment, [row], f"{assessment.id}-room-gap-{row.id}", ROOM_ALONE),
        "reasons": [{"text": reason} for reason in row.reasons],
        "statements": [
            {
                "words": statements[each.id].text,
                "views": [_view(view, statements[each.id].answers) for view in each.views],
            }
            for each in row.statements
        ],
        "helps": links,
    }


def _view(view: View, answers: tuple[str, ...]) -> dict[str, Any]:
    """What a side's middle means, in the words of the answer; between two of them where it lies there."""
    points = view.between and [each * (len(answers) - 1) / MOST_POINTS for each in view.between]
    low = answers[floor(points[0])] if points else None
    high = answers[ceil(points[1])] if points else None
    return {
        "side": view.side,
        "side_name": side_name(view.side),
        "said": low if points is not None and low == high else None,
        "between": low != high,
        "low": low,
        "high": high,
        "too_few": points is None,
        "dont_know": say(f"workshop.note-{view.dont_know}-unknown") if view.dont_know != "none" else "",
    }
