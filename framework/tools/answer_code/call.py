"""One person's answers as a code, to send to a workshop's screen; and as the picture that a camera reads."""

from typing import Any

from framework.core.answers import answered_of, read_answers
from framework.core.guide import Guide
from framework.core.words import say
from framework.tools.answer_code.code import grouped, write


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`assessment`, `version`, `side`, `answers`, `mark` and `order` in; the `code` and how it is shown out, and
    `partial`, in words, where not every statement is answered yet.
    """
    assessment = guide.coded(request.get("assessment"))
    given = read_answers(assessment, request.get("version"), request.get("side"), request.get("answers"))
    code = write(given, request.get("mark", -1), request.get("order", 0))
    answered, count = answered_of(given, given.version)
    partial = say("answer-code.partial", answered=answered, count=count) if answered < count else ""
    return {"code": code, "shown": grouped(code), "partial": partial}
