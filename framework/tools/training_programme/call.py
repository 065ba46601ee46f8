"""What a page asks of a form that tells what is learned before each stage: its picture, and its words."""

from typing import Any

from framework.core.answers import unknown_request
from framework.core.guide import Guide
from framework.draw.asked import asked_picture
from framework.export.form import asked_form, read_answers
from framework.tools.training_programme.picture import SIZES, programme_picture
from framework.tools.training_programme.programme import TOPICS, describe, topics_of


def answer(_: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """The `picture` of `answers` to the fields of `form`, and its `description`.

    `size` is 'wide' or 'narrow', and `id` unique on the page.
    """
    if request.get("do") != "look":
        raise unknown_request()
    size, id_ = asked_picture(request, SIZES, "drawn")
    form = asked_form(request, (TOPICS,))
    found = topics_of(form, read_answers(request.get("answers")))
    return {"picture": programme_picture(found, id_, size), "description": describe(found).split("\n")}
