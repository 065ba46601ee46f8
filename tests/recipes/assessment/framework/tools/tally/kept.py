"""What is kept of an assessment by the rule 'tally': the answers."""

from framework.core.guide import Guide
from framework.core.kept import ANSWERS, Part, answers_fit


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: one for each assessment."""
    return {
        f"assessment.{each.id}": Part(each.title, answers_fit(each, {"answers": ANSWERS}), each.id)
        for each in guide.by_rule("tally")
    }
