"""What other documents send to the decision log (`framework.group.onward`)."""

from collections.abc import Iterable
from typing import Any

from framework.core.sent import Sent
from framework.core.words import say
from framework.tools.consensus.kept import LOG_PART

PART = LOG_PART
KEYS = ("proposal", "how", "doubts")
"""What may be sent; the first has to be."""


def entry(sent: Sent) -> dict[str, Any]:
    """A decision as the log keeps it: agreed, with doubts where some were written down."""
    doubts = sent.told.get("doubts", "").strip()
    doubts = "" if doubts.casefold().rstrip(".") in say("onward.none").split("|") else doubts
    outcome = "with-doubts" if doubts else "agreed"
    names = [each.states[outcome].name for each in sent.guide.by_rule("consensus")]  # a copy may hide it
    return {
        "id": sent.id, "date": sent.day, "proposal": sent.told["proposal"], "how": sent.told.get("how", ""),
        "outcome": outcome, "outcome_name": "".join(names[:1]),
        "dissent": [], "doubts": doubts, "reasons": [],
    }  # fmt: skip


def entries(kept: Any) -> list[dict[str, Any]]:
    """What is in the log already."""
    return list(kept or [])


def with_entries(found: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The log that holds these."""
    return [*found]
