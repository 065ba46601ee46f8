"""A group's action plan, to take away: for a calendar or a spreadsheet."""

from collections.abc import Callable
from datetime import date
from typing import Any

from framework.core.answers import BadInput, unknown_request
from framework.core.guide import Guide
from framework.core.words import say
from framework.export.calendar import calendar, day_of
from framework.export.csv import csv_text
from framework.tools.action_plan.kept import check_plan

COLUMNS = ("text", "who", "by", "done", "from")


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`plan` and `as` in, the name of one of `FILES`, with what that asks; the `text` of the file out, its `type` and
    its `ending`, and `left_out`, in words, where it can't hold every action.
    """
    plan, wanted = request.get("plan"), request.get("as")
    check_plan("action-plan", plan)
    if not isinstance(wanted, str) or wanted not in FILES or not isinstance(plan, dict):
        raise unknown_request()
    type_, ending, write = FILES[wanted]
    undated = sum(not day_of(each) for each in plan["actions"]) if wanted == "calendar" else 0
    left_out = say("action-plan.undated", count=undated) if undated else ""
    return {
        "text": write(guide, plan["actions"], request),
        "type": type_,
        "ending": ending,
        "left_out": left_out,
    }


def _calendar(_: Guide, actions: list[dict[str, Any]], request: dict[str, Any]) -> str:
    """Asks `name`, the group's, and `today`. Raises `BadInput` where no action has a date."""
    if not any(map(day_of, actions)):
        raise BadInput(say("action-plan.no-dates"), say("action-plan.no-dates-mend"))
    return calendar(actions, str(request.get("name", "")), _day(request.get("today")))


def _spreadsheet(guide: Guide, actions: list[dict[str, Any]], _: dict[str, Any]) -> str:
    head = [say(f"action-plan.column-{each}") for each in COLUMNS]
    return csv_text(head, (_row(guide, action) for action in actions))


type Write = Callable[[Guide, list[dict[str, Any]], dict[str, Any]], str]
FILES: dict[str, tuple[str, str, Write]] = {
    "calendar": ("text/calendar", "ics", _calendar),
    "spreadsheet": ("text/csv", "csv", _spreadsheet),
}
"""What a plan can be taken away as: the type of the file, the end of its name, and what writes it."""


def _day(day: Any) -> date:
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise BadInput(say("action-plan.no-day", day=day), say("common.load-again")) from error


def _row(guide: Guide, action: dict[str, Any]) -> list[str]:
    begun = guide.links.get(action["from"], {}).get("words", "")
    return [action["text"], action["who"], action["by"], say("common.yes" if action["done"] else "common.no"), begun]
