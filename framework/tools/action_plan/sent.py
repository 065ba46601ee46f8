"""What other documents send to the action plan (`framework.group.onward`)."""

from collections.abc import Iterable
from typing import Any

from framework.core.sent import Sent
from framework.export.docx.read import day_in
from framework.tools.action_plan.kept import PLAN_PART

PART = PLAN_PART
KEYS = ("text", "who", "by")
"""What may be sent; the first has to be."""


def entry(sent: Sent) -> dict[str, Any]:
    """An action as the plan keeps it. `by` is a day in whatever words; where it is none, it stands with the action."""
    by = day_in(sent.told.get("by", "").strip())
    text = sent.told["text"] if by or not sent.told.get("by") else f"{sent.told['text']} ({sent.told['by']})"
    return {"id": sent.id, "text": text, "who": sent.told.get("who", ""), "by": by, "done": False, "from": sent.source}


def entries(kept: Any) -> list[dict[str, Any]]:
    """What is in the plan already."""
    return list(kept["actions"]) if kept else []


def with_entries(found: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The plan that holds these."""
    return {"actions": [*found]}
