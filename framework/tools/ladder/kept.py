"""What is kept of an assessment by the rule 'ladder': decisions with claim and answers."""

from framework.core.guide import Guide
from framework.core.kept import ANSWERS, SIDE, KeptShape, Part, answers_fit
from framework.core.questions import Assessment


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: one for each assessment."""
    return {
        f"assessment.{each.id}": Part(each.title, answers_fit(each, _answered(each)), each.id)
        for each in guide.by_rule("ladder")
    }


def _answered(assessment: Assessment) -> KeptShape:
    rung = range(1, len(assessment.rungs) + 1)
    return {
        "side": SIDE,
        "decisions": [{"id": str, "name": str, "claim?": (None, rung), "answers": ANSWERS}],
    }
