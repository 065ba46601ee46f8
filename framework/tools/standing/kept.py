"""What is kept of an assessment by the rule 'standing': the answers so far, and the results of earlier days."""

from framework.core.guide import Guide
from framework.core.kept import ANSWERS, SIDE, KeptShape, Part, answers_fit
from framework.core.words import say

GIVEN = {"version": ("short", "long"), "side": SIDE, "by?": ("one", "group"), "answers": ANSWERS}
RESULTS: KeptShape = [{"id": str, "date": str, **GIVEN}]


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: two for each assessment."""
    found = {}
    for each in guide.by_rule("standing"):
        found[f"assessment.{each.id}"] = Part(each.title, answers_fit(each, GIVEN), each.id)
        found[f"assessment.{each.id}.results"] = Part(
            say("standing.earlier-results", title=each.title), answers_fit(each, RESULTS), each.id
        )
    return found
