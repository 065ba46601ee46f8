"""What is kept of the action plan: its actions."""

from framework.core.guide import Guide
from framework.core.kept import KeptShape, Part, fits
from framework.core.words import say

PLAN: KeptShape = {"actions": [{"id": str, "text": str, "who": str, "by": str, "done": bool, "from": str}]}
"""`by` is a date as in 2027-03-31, `from` the id of what it came from; either may be empty."""

check_plan = fits(PLAN)


def parts(guide: Guide) -> dict[str, Part]:  # noqa: ARG001 (all rooms are asked alike)
    """The one part, by its name."""
    return {"action-plan": Part(say("action-plan.title"), check_plan, "plan/")}
