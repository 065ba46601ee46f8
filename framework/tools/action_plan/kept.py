"""What is kept of the action plan: its actions, and one that is not added yet."""

from framework.core.guide import Guide
from framework.core.kept import FILLED_IN, KeptShape, Part, fits
from framework.core.words import say

PLAN_PART = "action-plan"
"""The name of the part."""
PLAN: KeptShape = {"actions": [{"id": str, "text": str, "who": str, "by": str, "done": bool, "from": str}]}
"""`by` is a date as in 2027-03-31, `from` the id of what it came from; either may be empty."""

check_plan = fits(PLAN)


def parts(guide: Guide) -> dict[str, Part]:  # noqa: ARG001 (all rooms are asked alike)
    """The parts by name: what the page keeps, and what is typed into the form that adds an action."""
    return {
        PLAN_PART: Part(say("action-plan.title"), check_plan, "plan/"),
        "action-plan.draft": Part(say("action-plan.draft"), fits(FILLED_IN), "plan/"),
    }
