"""What is kept of an assessment by the rule 'sides': what each side answered, and why."""

from framework.core.answers import SIDES
from framework.core.guide import Guide
from framework.core.kept import ANSWERS, SIDE, KeptShape, Part, answers_fit

ANSWERED: KeptShape = {
    "side": SIDE,
    "sides": {f"{side}?": {"answers": ANSWERS, "why": {"*": str}} for side in SIDES},
}


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: one for each assessment."""
    return {
        f"assessment.{each.id}": Part(each.title, answers_fit(each, ANSWERED), each.id)
        for each in guide.by_rule("sides")
    }
