"""What is kept of a workshop: the codes that came in, what was shown, and where the meeting is."""

from typing import Any

from framework.core.answers import SIDES, VERSIONS, BadInput
from framework.core.guide import Guide
from framework.core.kept import FILLED_IN, NUMBER, KeptShape, Part, fits
from framework.core.questions import Assessment
from framework.core.words import say
from framework.tools.answer_code.code import MARK_LENGTH, is_code, tidied
from framework.tools.workshop.people import CODES, SCREENS
from framework.tools.workshop.records import RECORD
from framework.tools.workshop.rules import subject_of

STAGES = ("begin", "collect", "see", "talk", "record")
"""The parts of a meeting, as the screen's buttons name them."""
WORKSHOP = {
    "version": VERSIONS,
    "plan": str,
    "began": str,
    "stage": STAGES,
    "codes": CODES,
    "shown": SCREENS,
    "seen?": SCREENS,
    "expected?": {f"{side}?": int for side in SIDES},
    "place": int,
    "notes": {"*": str},
    "actions": [str],
    "step": int,
    "time?": {"left": NUMBER, "ends": (None, NUMBER)},
}
"""`codes` are by the mark of their phone, `shown` are the screens of each side, and `seen` the same as later rooms are
to know them, as `people.py` tells. `expected` says how many of a side the room waits for. A `plan` that is not known, a
`step` that it lacks and a note on nothing are passed over by the screen.
"""
EARLIER: KeptShape = {"*": [SCREENS]}
"""By check, what was `seen` of each workshop that is over."""
RECORDS: KeptShape = [{"id": str, "date": str, "assessment": str, "saw": RECORD}]
"""The records that were kept, the latest first; `date` is a day as in 2027-03-31."""


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: the workshop, what is typed into the form that agrees an action, and what is kept of workshops
    that are over.
    """
    coded = tuple(each.id for each in guide.assessments.values() if each.in_workshop)
    shape: KeptShape = {"assessment": (*coded, ""), **WORKSHOP}

    def check(part: str, value: Any) -> None:
        fits(shape)(part, value)
        check_codes(value["codes"])
        _check_place(guide.assessments.get(value["assessment"]), value["place"])

    return {
        "workshop": Part(say("workshop.title"), check, "workshop/"),
        "workshop.draft": Part(say("workshop.draft"), fits(FILLED_IN), "workshop/"),
        "workshop.earlier": Part(say("workshop.earlier"), fits(EARLIER), "workshop/"),
        "workshop.records": Part(say("workshop.records"), fits(RECORDS), "workshop/"),
    }


def check_codes(codes: dict[str, Any]) -> None:
    """See that every code is one, and of its phone. Those of an older version pass: the screen says what to do."""
    for mark, entry in codes.items():
        for code in (entry["code"], entry.get("shown", entry)["code"]):
            if code and not (is_code(code) and tidied(code)[:MARK_LENGTH] == mark):
                raise BadInput(say("workshop.kept-no-code", code=code[:60]), say("group.another-copy"))


def _check_place(assessment: Assessment | None, place: int) -> None:
    """See that the gap that is talked about is one: there is a gap for each subject that is asked about. A workshop
    without a check has none.
    """
    if not 0 <= place < max(1, len({subject_of(each) for each in assessment.statements}) if assessment else 1):
        raise BadInput(say("workshop.kept-no-gap", number=place + 1), say("group.another-copy"))
