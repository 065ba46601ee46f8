"""What is kept of the evidence log: its entries, and one that is not added yet."""

from typing import Any

from framework.core.guide import Guide
from framework.core.kept import FILLED_IN, KeptShape, Part, fits
from framework.core.words import say
from framework.tools.evidence.rules import read_entries

LOG_PART = "evidence"
"""The name of the part."""
ENTRY = {"id": str, "date": str, "said": str, "decided": str, "changed": str, "told": str, "duties": [str]}
EVIDENCE: KeptShape = {"entries": [ENTRY]}


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: the log, and what is typed into the form that adds an entry."""

    def check(part: str, value: Any) -> None:
        fits(EVIDENCE)(part, value)
        read_entries(value["entries"], guide.duties)

    return {
        LOG_PART: Part(say("evidence.title"), check, "workshop/evidence/"),
        "evidence.draft": Part(say("evidence.draft"), fits(FILLED_IN), "workshop/evidence/"),
    }
