"""What is kept of a workshop: the codes that came in, what was shown, and where the meeting is."""

from typing import Any

from framework.core.answers import VERSIONS, BadInput
from framework.core.guide import Guide
from framework.core.kept import FILLED_IN, NUMBER, KeptShape, Part, fits
from framework.core.questions import Assessment
from framework.core.words import say
from framework.tools.answer_code.code import MARK_LENGTH, is_code, tidied
from framework.tools.workshop.people import CODES, SCREENS

STAGES = ("begin", "collect", "see", "talk", "record")
"""The parts of a meeting, as the screen's buttons name them."""
WORKSHOP = {
    "version": VERSIONS,
    "plan": str,
    "began": str,
    "stage": STAGES,
    "codes": CODES,
    "shown": SCREENS,
    "place": int,
    "notes": {"*": str},
    "actions": [str],
    "step": int,
    "time?": {"left": NUMBER, "ends": (None, NUMBER)},
}
"""`codes` are by the mark of their phone, and `shown` are the screens of each side, as `people.py` tells. A `plan` that
is not known, a `step` that it lacks and a note on nothing are passed over by the screen.
"""


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: the workshop, and what is typed into the form that agrees an action."""
    coded = tuple(each.id for each in guide.by_rule("standing") if each.number)
    shape: KeptShape = {"assessment": coded, **WORKSHOP}

    def check(part: str, value: Any) -> None:
        fits(shape)(part, value)
        _check_codes(value)
        _check_place(guide.assessments[value["assessment"]], value["place"])

    return {
        "workshop": Part(say("workshop.title"), check, "workshop/"),
        "workshop.draft": Part(say("workshop.draft"), fits(FILLED_IN), "workshop/"),
    }


def _check_codes(workshop: dict[str, Any]) -> None:
    """See that every code is one, and of its phone. Those of an older version pass: the screen says what to do."""
    for mark, entry in workshop["codes"].items():
        for code in (entry["code"], entry.get("shown", entry)["code"]):
            if code and not (is_code(code) and tidied(code)[:MARK_LENGTH] == mark):
                raise BadInput(say("workshop.kept-no-code", code=code[:60]), say("group.another-copy"))


def _check_place(assessment: Assessment, place: int) -> None:
    """See that the gap that is talked about is one: there is a gap for each principle that is asked about."""
    if not 0 <= place < len({each.bears_on for each in assessment.statements}):
        raise BadInput(say("workshop.kept-no-gap", number=place + 1), say("group.another-copy"))
