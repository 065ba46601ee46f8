"""What a page asks before it makes a Word file: the pictures that belong into it."""

from typing import Any

from framework.core.answers import unknown_request
from framework.core.guide import Guide
from framework.export.form import read_answers, read_fields
from framework.group.pictures import pictures
from framework.group.workspace import parts

EARLIER = "earlier."
"""How the name of the part begins that holds forms of earlier times (`framework.tools.form.kept`)."""


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`form`, a document's fields, its `answers`, `kept`, the group's parts, and `colours`, by name, in. Out come
    `pictures`, each an `svg` with its colours in it, and its `words`.
    """
    kept, colours = request.get("kept"), request.get("colours")
    if not isinstance(kept, dict) or not isinstance(colours, dict):
        raise unknown_request()
    read_fields(request.get("form"))
    fields, answers = request["form"], read_answers(request.get("answers"))
    part = f"{EARLIER}{fields[0]['id'].partition('.')[0]}" if fields else ""
    known = parts(guide)
    if part in kept and part in known:
        known[part].check(part, kept[part])
    earlier = kept.get(part, ()) if part in known else ()
    return {"pictures": [vars(each) for each in pictures(guide, fields, answers, earlier, colours)]}
