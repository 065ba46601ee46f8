"""What is kept of an assessment by the rule 'ladder': decisions with claim and answers."""

from framework.core.guide import Guide
from framework.core.kept import ANSWERS, SIDE, KeptShape, Part, answers_fit

ANSWERED: KeptShape = {
    "side": SIDE,
    "decisions": [{"id": str, "name": str, "claim?": (None, *range(1, 20)), "answers": ANSWERS}],
}


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: one for each assessment."""
    return {
        f"assessment.{each.id}": Part(each.title, answers_fit(each, ANSWERED), each.id)
        for each in guide.by_rule("ladder")
    }
