"""What a page asks of a form that tells who can teach whom: its picture, and its words."""

from typing import Any

from framework.core.answers import BadInput, choose_from, unknown_request
from framework.core.guide import Guide
from framework.core.words import say
from framework.export.form import read_answers, read_fields
from framework.tools.skills_audit.grid import GRID, describe, skills_of
from framework.tools.skills_audit.picture import SIZES, teaching_picture


def answer(_: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """The `picture` of `answers` to the fields of `form`, and its `description`.

    `size` is 'wide' or 'narrow', and `id` unique on the page.
    """
    size, id_ = request.get("size", "wide"), request.get("id", "drawn")
    if request.get("do") != "look" or not isinstance(id_, str) or not id_.isidentifier():
        raise unknown_request()
    if not isinstance(size, str) or size not in SIZES:
        raise BadInput(say("common.unknown-request"), choose_from(SIZES))
    form = {each.id: each for each in read_fields(request.get("form"))}
    if GRID not in form or form[GRID].kind != "table":
        raise BadInput(say("common.unreadable-request"), say("common.load-again"))
    found = skills_of(form, read_answers(request.get("answers")))
    return {"picture": teaching_picture(found, id_, SIZES[size]), "description": describe(found).split("\n")}
