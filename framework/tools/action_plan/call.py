"""A group's action plan, to take away: for a calendar or a spreadsheet."""

from datetime import date
from typing import Any

from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.core.words import say
from framework.export.calendar import calendar
from framework.export.csv import csv_text
from framework.tools.action_plan.kept import check_plan

COLUMNS = ("text", "who", "by", "done", "from")


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`plan` and `as` in ('calendar', with `name` and `today`, or 'spreadsheet'); `text` out."""
    plan = request.get("plan")
    check_plan("action-plan", plan)
    actions = plan["actions"] if isinstance(plan, dict) else []
    if request.get("as") == "calendar":
        return {"text": calendar(actions, str(request.get("name", "")), _day(request.get("today")))}
    head = [say(f"action-plan.column-{each}") for each in COLUMNS]
    return {"text": csv_text(head, (_row(guide, action) for action in actions))}


def _day(day: Any) -> date:
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise BadInput(say("action-plan.no-day", day=day), say("common.load-again")) from error


def _row(guide: Guide, action: dict[str, Any]) -> list[str]:
    begun = guide.links.get(action["from"], {}).get("words", "")
    return [action["text"], action["who"], action["by"], say("common.yes" if action["done"] else "common.no"), begun]
