"""What is kept of the evidence log: its entries."""

from framework.core.guide import Guide
from framework.core.kept import KeptShape, Part, fits
from framework.core.words import say

ENTRY = {"id": str, "date": str, "said": str, "decided": str, "changed": str, "told": str, "duties": [str]}
EVIDENCE: KeptShape = {"entries": [ENTRY]}


def parts(guide: Guide) -> dict[str, Part]:  # noqa: ARG001 (all rooms are asked alike)
    """The one part, by its name."""
    return {"evidence": Part(say("evidence.title"), fits(EVIDENCE), "workshop/evidence/")}
