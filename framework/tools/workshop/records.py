"""The record of a workshop, kept for the next one; and what moved since, side by side.

A record holds what the room saw and nothing else: of each side how many were counted, and where its middle lies.
"""

from collections.abc import Sequence
from typing import Any

from framework.core.answers import SIDES, VERSIONS, BadInput, Side, Version, side_name
from framework.core.guide import Guide
from framework.core.kept import NUMBER, KeptShape, misfit
from framework.core.questions import Assessment
from framework.core.words import say
from framework.tools.standing.rules import MOST_POINTS
from framework.tools.workshop.rules import LITTLE, MUCH, Comparison, points_read_out

RECORD: KeptShape = {
    "version": VERSIONS,
    "edition": int,
    "sides": {f"{side}?": int for side in SIDES},
    "rows": {"*": {f"{side}?": [NUMBER] for side in SIDES}},
}
"""`edition` is the version of the check's statements; `sides` how many were shown; `rows` by principle, from and to."""


def record_of(assessment: Assessment, version: Version, rows: Sequence[Comparison]) -> dict[str, Any]:
    """What is to be kept of what a room sees, in the shape of `RECORD`."""
    return {
        "version": version,
        "edition": assessment.version,
        "sides": {view.side: view.people for view in (rows[0].views if rows else ())},
        "rows": {row.id: {view.side: list(view.between) for view in row.views if view.between} for row in rows},
    }


def moved(
    guide: Guide, assessment: Assessment, version: Version, before: Any, rows: Sequence[Comparison]
) -> dict[str, Any]:
    """What moved since a record, by side: the principles that went `up` and `down`, and how many did neither.

    Only where both times it is plain: a middle that may have stayed where it was did not move. `other` says that the
    record is of other statements, and can't be compared. Raises `BadInput` where it is no record.
    """
    if misfit(RECORD, before):
        raise BadInput(say("workshop.no-record"), say("workshop.no-record-mend"))
    if (before["version"], before["edition"]) != (version, assessment.version):
        return {"other": True, "sides": []}
    now = record_of(assessment, version, rows)
    sides = [side for side in SIDES if side in now["sides"] and side in before["sides"]]
    return {"other": False, "sides": [_side(guide, side, before["rows"], now["rows"]) for side in sides]}


def _side(guide: Guide, side: Side, before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    up: list[dict[str, str]] = []
    down: list[dict[str, str]] = []
    rest = 0
    for id_, views in now.items():
        then, today = before.get(id_, {}).get(side), views.get(side)
        way = direction(then, today) if then and today else None
        if then is None or today is None or way is None:
            rest += 1
            continue
        line = {**guide.link(id_), "then": _words(then), "now": _words(today)}
        (up if way == "up" else down).append(line)
    return {
        "side": side,
        "side_name": side_name(side),
        "up": up,
        "down": down,
        "rest": say("workshop.moved-rest", count=rest) if up or down else "",
        "none": not (up or down),
    }


def direction(then: Sequence[float], now: Sequence[float]) -> str | None:
    """Which way a middle went that lay between two points; None where it may not have moved.

    >>> direction([0, 1], [1.5, 1.5]), direction([2, 2], [0, 1]), direction([0, 1], [1, 1])
    ('up', 'down', None)
    """
    if now[0] > then[-1]:
        return "up"
    return "down" if now[-1] < then[0] else None


def _words(between: Sequence[float]) -> str:
    """Where a middle lies, as it is read out."""
    low, high = between[0], between[-1]
    if low == high:
        return points_read_out(low)
    if (low, high) == (LITTLE, MUCH):
        return say("workshop.between", low=LITTLE, high=MUCH)
    return say("workshop.low", number=LITTLE) if high < MOST_POINTS else say("workshop.high", number=MUCH)
