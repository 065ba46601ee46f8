"""What a page asks about a theory of change: what it tells, its picture, its words.

`do` says which; `form` is the tool's fields, and `answers` what is filled in. Each answer is plain data.
"""

from collections.abc import Callable
from typing import Any

from framework.core.answers import unknown_request
from framework.core.findings import as_asked
from framework.core.guide import Guide
from framework.draw.asked import asked_colours, asked_picture
from framework.export.form import asked_form, read_answers
from framework.tools.theory_of_change.describe import describe, linked, told
from framework.tools.theory_of_change.findings import worth_asking
from framework.tools.theory_of_change.picture import SIZES, poster, theory_picture
from framework.tools.theory_of_change.read import ARROWS, ASSUMPTIONS, TABLES, TOOL, choices, theory_of
from framework.tools.theory_of_change.theory import Theory


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """Answer what `do` names; see each function below for what comes out."""
    do = request.get("do")
    if not isinstance(do, str) or do not in DOES:
        raise unknown_request()
    return DOES[do](guide, _theory(request), request)


def _theory(request: dict[str, Any]) -> Theory:
    form = asked_form(request, (*TABLES, ARROWS, ASSUMPTIONS))
    return theory_of(form, read_answers(request.get("answers")))


def _look(guide: Guide, theory: Theory, request: dict[str, Any]) -> dict[str, Any]:
    """All that a theory tells, and its `picture`. In: `size`, and `id`, unique on the page.

    `marks` are what stands on the picture, each with its `kind`, its `name`, what is read out of it, its `rows` in the
    form's tables, and the cells in which it is `named`; `links` its arrows; `choices` what is meant to be written in
    some columns.
    """
    size, id_ = asked_picture(request, SIZES, "theory")
    return {
        "picture": theory_picture(theory, id_, size),
        "marks": [
            {
                "id": mark.id,
                "kind": mark.kind,
                "name": mark.name,
                "label": told(theory, mark),
                "rows": dict(mark.rows),
                "named": list(mark.named),
            }
            for mark in theory.marks
        ],
        "links": [
            {"id": link.id, "from": link.start, "to": link.end, "label": linked(theory, link)} for link in theory.links
        ],
        "findings": as_asked(guide, TOOL, worth_asking(theory)),
        "description": describe(theory).split("\n"),
        "unread": list(theory.unread),
        "choices": choices(),
    }


def _tell(guide: Guide, theory: Theory, _: dict[str, Any]) -> dict[str, Any]:
    """Only what is worth asking: `findings`, for a page that draws nothing."""
    return {"findings": as_asked(guide, TOOL, worth_asking(theory))}


def _draw(_: Guide, theory: Theory, request: dict[str, Any]) -> dict[str, Any]:
    """A file to keep: `picture`, an SVG with its own colours. In: `colours`."""
    return {"picture": poster(theory, asked_colours(request))}


DOES: dict[str, Callable[[Guide, Theory, dict[str, Any]], dict[str, Any]]] = {
    "look": _look,
    "tell": _tell,
    "draw": _draw,
}
