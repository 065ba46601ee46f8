"""What is kept of a skills audit: a member's sheet and the words on it, and the codes that the grid is made of."""

from typing import Any

from framework.core.guide import Guide
from framework.core.kept import ANSWERS, FILLED_IN, SIDE, Check, KeptShape, Part, answers_fit, fits
from framework.core.words import say
from framework.tools.workshop.kept import check_codes
from framework.tools.workshop.people import CODES, SCREENS

SHEET: KeptShape = {"version": ("long",), "side": SIDE, "answers": ANSWERS}
GRID = {
    "version": ("long",),
    "began": str,
    "codes": CODES,
    "shown": SCREENS,
    "seen?": SCREENS,
}
"""`codes` are by the mark of their phone, `shown` are the screens of each side, and `seen` the same as later rooms are
to know them, as in a workshop.
"""


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: for each sheet what was answered on it, what was written on it, and its grid."""
    found = {}
    for each in guide.by_rule("skills"):
        found[f"assessment.{each.id}"] = Part(each.title, answers_fit(each, SHEET), each.id)
        found[f"words.{each.id}"] = Part(say("skills.words"), fits(FILLED_IN), each.id)
        found[f"grid.{each.id}"] = Part(say("skills.grid"), _grid_fits({"assessment": (each.id,), **GRID}), each.screen)
    return found


def _grid_fits(shape: KeptShape) -> Check:
    def check(part: str, value: Any) -> None:
        fits(shape)(part, value)
        check_codes(value["codes"])

    return check
