"""How many things are as they should be, in a sentence."""

from typing import Any

from framework.tools.tally.rules import tally

from framework.core.answers import read_answers
from framework.core.guide import Guide
from framework.core.words import say


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`assessment` and `answers` in; `said` out."""
    assessment = guide.assessment(request.get("assessment"), "tally")
    given = read_answers(assessment, "long", None, request.get("answers"))
    return {"said": say("tally.kept", count=tally(given), all=len(assessment.statements))}
