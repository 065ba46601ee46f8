"""What is kept of a proposal that is tested for consensus, and of the decisions that a group has taken."""

from framework.core.guide import Guide
from framework.core.kept import KeptShape, Part, answers_fit, fits
from framework.core.words import say

PERSON = {"who": str, "side": str, "position": str, "reason": str}
DISSENT = {**PERSON, "side_name?": str, "position_words?": str}
PROPOSAL: KeptShape = {
    "proposal": str,
    "date": str,
    "test": int,
    "rule": str,
    "way": str,
    "people": [PERSON],
    "counts": {"*": {"*": int}},
    "doubts": str,
}
DECISIONS: KeptShape = [
    {
        "id": str,
        "date": str,
        "proposal": str,
        "how": str,
        "outcome": str,
        "outcome_name?": str,
        "dissent": [DISSENT],
        "doubts?": str,
        "reasons": [str],
    }
]


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: a proposal for each assessment, and one log of decisions."""
    found = {
        f"assessment.{each.id}": Part(each.title, answers_fit(each, PROPOSAL), each.id)
        for each in guide.by_rule("consensus")
    }
    return {**found, "decision-log": Part(say("consensus.decision-log"), fits(DECISIONS), "consensus")}
