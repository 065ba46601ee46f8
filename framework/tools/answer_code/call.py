"""One person's answers as a code, to send to a workshop's screen; and as the picture that a camera reads."""

from typing import Any

from framework.core.answers import read_answers
from framework.core.guide import Guide
from framework.tools.answer_code.code import grouped, write


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`assessment`, `version`, `side`, `answers` and `mark` in; the `code` and how it is shown out."""
    assessment = guide.assessment(request.get("assessment"), "standing")
    given = read_answers(assessment, request.get("version"), request.get("side"), request.get("answers"))
    code = write(given, request.get("mark", -1))
    return {"code": code, "shown": grouped(code)}
