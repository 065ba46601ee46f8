"""What is kept of a workshop: the codes that came in, what was shown, and where the meeting is."""

from framework.core.guide import Guide
from framework.core.kept import NUMBER, KeptShape, Part, fits
from framework.core.words import say

WORKSHOP: KeptShape = {
    "assessment": str,
    "version": ("short", "long"),
    "plan": str,
    "began": str,
    "stage": str,
    "codes": [str],
    "shown": {"*": [[str]]},
    "place": int,
    "notes": {"*": str},
    "actions": [str],
    "step": int,
    "time?": {"left": NUMBER, "ends": (None, NUMBER)},
}


def parts(guide: Guide) -> dict[str, Part]:  # noqa: ARG001 (all rooms are asked alike)
    """The one part, by its name."""
    return {"workshop": Part(say("workshop.title"), fits(WORKSHOP), "workshop/")}
