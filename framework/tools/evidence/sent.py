"""What other documents send to the evidence log (`framework.group.onward`)."""

from collections.abc import Iterable
from typing import Any

from framework.core.sent import Sent
from framework.tools.evidence.kept import LOG_PART

PART = LOG_PART
KEYS = ("said", "decided")
"""What may be sent; the first has to be."""


def entry(sent: Sent) -> dict[str, Any]:
    """An entry as the log keeps it."""
    decided = sent.told.get("decided", "")
    return {
        "id": sent.id, "date": sent.day, "said": sent.told["said"], "decided": decided,
        "changed": "", "told": "", "duties": [],
    }  # fmt: skip


def entries(kept: Any) -> list[dict[str, Any]]:
    """What is in the log already."""
    return list(kept["entries"]) if kept else []


def with_entries(found: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The log that holds these."""
    return {"entries": [*found]}
