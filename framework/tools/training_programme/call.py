"""What a page asks of a form that tells what is learned before each stage: its picture, and its words."""

from typing import Any

from framework.core.answers import BadInput, choose_from, unknown_request
from framework.core.guide import Guide
from framework.core.words import say
from framework.export.form import read_answers, read_fields
from framework.tools.training_programme.picture import SIZES, programme_picture
from framework.tools.training_programme.programme import TOPICS, describe, topics_of


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
    if TOPICS not in form or form[TOPICS].kind != "table":
        raise BadInput(say("common.unreadable-request"), say("common.load-again"))
    found = topics_of(form, read_answers(request.get("answers")))
    return {"picture": programme_picture(found, id_, SIZES[size]), "description": describe(found).split("\n")}
