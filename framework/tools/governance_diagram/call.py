"""What a page asks about a governance diagram: what it tells, its picture, its words.

`do` says which; `form` is the tool's fields, and `answers` what is filled in. Each answer is plain data.
"""

from collections.abc import Callable
from typing import Any

from framework.core.answers import unknown_request
from framework.core.findings import as_asked
from framework.core.guide import Guide
from framework.draw.asked import asked_colours, asked_picture
from framework.export.form import FormField, asked_form, read_answers
from framework.tools.governance_diagram.describe import describe, follow, linked, road, told
from framework.tools.governance_diagram.diagram import Diagram
from framework.tools.governance_diagram.findings import worth_asking
from framework.tools.governance_diagram.overlay import drawn
from framework.tools.governance_diagram.picture import SIZES, blank, governance_picture, poster
from framework.tools.governance_diagram.read import ARROWS, DECISION, LEVELS, SEATS, TOOL, choices, diagram_of
from framework.tools.overlay.picture import lay


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """Answer what `do` names; see each function below for what comes out. `lay` takes the answers of several sides
    (`framework.tools.overlay.picture.lay`).
    """
    do = request.get("do")
    if do == "lay":
        form = _form(request)
        return lay(request, lambda answers: drawn(form, diagram_of(form, answers)))
    if not isinstance(do, str) or do not in DOES:
        raise unknown_request()
    return DOES[do](guide, diagram_of(_form(request), read_answers(request.get("answers"))), request)


def _form(request: dict[str, Any]) -> dict[str, FormField]:
    return asked_form(request, (LEVELS, SEATS, ARROWS), (DECISION,))


def _look(guide: Guide, found: Diagram, request: dict[str, Any]) -> dict[str, Any]:
    """All that a diagram tells, and its `picture`. In: `size`, and `id`, unique on the page.

    `marks` are the bodies in order, each with its `kind`, its `name`, what is read out of it, and its `rows` in the
    form's tables; `links` its arrows; `choices` what is meant to be written in some columns.
    """
    size, id_ = asked_picture(request, SIZES, "governance")
    return {
        "picture": governance_picture(found, id_, size),
        "marks": [
            {"id": body.id, "kind": "body", "name": body.name, "label": told(body), "rows": body.rows}
            for body in found.bodies
        ],
        "links": [
            {"id": link.id, "from": link.start, "to": link.end, "label": linked(found, link)} for link in found.links
        ],
        "findings": as_asked(guide, TOOL, worth_asking(found)),
        "description": describe(found).split("\n"),
        "road": road(found),
        "stops": [vars(stop) for stop in follow(found)],
        "unread": list(found.unread),
        "choices": choices(),
    }


def _tell(guide: Guide, found: Diagram, _: dict[str, Any]) -> dict[str, Any]:
    """Only what is worth asking: `findings`, for a page that draws nothing."""
    return {"findings": as_asked(guide, TOOL, worth_asking(found))}


def _draw(_: Guide, found: Diagram, request: dict[str, Any]) -> dict[str, Any]:
    """A file to keep: `picture`, an SVG with its own colours. In: `colours`, and `blank` for an empty one."""
    colours = asked_colours(request)
    return {"picture": blank(_form(request), colours) if request.get("blank") else poster(found, colours)}


DOES: dict[str, Callable[[Guide, Diagram, dict[str, Any]], dict[str, Any]]] = {
    "look": _look,
    "tell": _tell,
    "draw": _draw,
}
