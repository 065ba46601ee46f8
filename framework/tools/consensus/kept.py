"""What is kept of a proposal that is tested for consensus, and of the decisions that a group has taken."""

from framework.core.answers import SIDES
from framework.core.guide import Guide
from framework.core.kept import NUMBER, KeptShape, Part, answers_fit, fits
from framework.core.questions import Assessment
from framework.core.words import say
from framework.tools.consensus.rules import POSITIONS, STATES, WAYS

LOG_PART = "decision-log"
"""The name of the part with the decisions."""
PERSON = {"who": str, "side": ("", *SIDES), "position": ("", *POSITIONS), "reason": str}
"""Empty where nothing is chosen yet."""
DISSENT = {**PERSON, "side_name?": str, "position_words?": str}
DECISIONS: KeptShape = [
    {
        "id": str,
        "date": str,
        "proposal": str,
        "how": str,
        "outcome": STATES,
        "outcome_name?": str,
        "dissent": [DISSENT],
        "doubts?": str,
        "reasons": [str],
    }
]


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: a proposal for each assessment, and one log of decisions."""
    found = {
        f"assessment.{each.id}": Part(each.title, answers_fit(each, _proposal(each)), each.id)
        for each in guide.by_rule("consensus")
    }
    return {**found, LOG_PART: Part(say("consensus.decision-log"), fits(DECISIONS), "consensus")}


def _proposal(assessment: Assessment) -> KeptShape:
    """A proposal as it is written: what is chosen is one of the choices, and numbers are as people typed them."""
    return {
        "proposal": str,
        "date": str,
        "test": NUMBER,
        "rule": ("", *(each.id for each in assessment.decision_rules)),
        "way": ("", *WAYS),
        "people": [PERSON],
        "counts": {f"{side}?": {f"{position}?": NUMBER for position in POSITIONS} for side in SIDES},
        "doubts": str,
    }
