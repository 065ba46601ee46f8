"""What a page asks about three horizons: what they tell, their picture, their words.

`do` says which; `form` is the tool's fields, and `answers` what is filled in. Each answer is plain data.
"""

from collections.abc import Callable
from typing import Any

from framework.core.answers import unknown_request
from framework.core.findings import as_asked
from framework.core.guide import Guide
from framework.core.words import say
from framework.draw.asked import asked_colours, asked_picture
from framework.export.form import asked_form, read_answers
from framework.tools.three_horizons.describe import describe, in_time, told
from framework.tools.three_horizons.notes import Horizons, Place
from framework.tools.three_horizons.picture import SIZES, Size, horizons_picture, laid_out, poster
from framework.tools.three_horizons.read import (
    IDEAS,
    NOTES,
    QUESTION,
    SEEDS,
    TOOL,
    choices,
    horizon_name,
    horizons_of,
    when_name,
)
from framework.tools.three_horizons.rules import worth_asking


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """Answer what `do` names; see each function below for what comes out."""
    do = request.get("do")
    if not isinstance(do, str) or do not in DOES:
        raise unknown_request()
    return DOES[do](guide, _horizons(request), request)


def _horizons(request: dict[str, Any]) -> Horizons:
    form = asked_form(request, (NOTES, SEEDS, IDEAS), (QUESTION,))
    return horizons_of(form, read_answers(request.get("answers")))


def _look(guide: Guide, found: Horizons, request: dict[str, Any]) -> dict[str, Any]:
    """All that they tell, and their `picture`. In: `size`, and `id`, unique on the page.

    `marks` are the notes in order, and behind them the seeds and ideas that a note says too; each has its `kind`, its
    `name`, what is read out of it, its `rows` in the form's tables, and its `slot`. `slots` are the places on the
    picture, each with the cells that it `sets`; `choices` what is meant to be written in some columns.
    """
    size, id_ = asked_picture(request, SIZES, "horizons")
    return {
        "picture": horizons_picture(found, id_, size),
        "marks": [
            {
                "id": note.id,
                "kind": note.kind,
                "name": note.text,
                "label": told(note, found.year),
                "rows": note.rows,
                "slot": _slot_id(note.place) if note.place else "",
            }
            for note in (*found.notes, *found.echoes)
        ],
        "links": [],
        "slots": _slots(found, size),
        "findings": as_asked(guide, TOOL, worth_asking(found)),
        "description": describe(found).split("\n"),
        "unread": list(found.unread),
        "choices": choices(),
    }


def _slots(found: Horizons, size: Size) -> list[dict[str, Any]]:
    """The places into which a note may be put: by horizon, then by time."""
    laid, _ = laid_out(found, size)
    return [
        {
            "id": _slot_id((horizon, when)),
            "label": say(
                "three-horizons.slot",
                horizon=say(f"three-horizons.short-{horizon}"),
                when=in_time(when, found.year),
            ),
            "box": [round(each, 1) for each in laid.slots[horizon, when]],
            "kind": "note",
            "sets": {f"{NOTES}.horizon": horizon_name(horizon), f"{NOTES}.when": when_name(when)},
        }
        for horizon, when in laid.slots
    ]


def _slot_id(place: Place) -> str:
    return "-".join(place)


def _tell(guide: Guide, found: Horizons, _: dict[str, Any]) -> dict[str, Any]:
    """Only what is worth asking: `findings`, for a page that draws nothing."""
    return {"findings": as_asked(guide, TOOL, worth_asking(found))}


def _draw(_: Guide, found: Horizons, request: dict[str, Any]) -> dict[str, Any]:
    """A file to keep: `picture`, an SVG with its own colours. In: `colours`."""
    return {"picture": poster(found, asked_colours(request))}


DOES: dict[str, Callable[[Guide, Horizons, dict[str, Any]], dict[str, Any]]] = {
    "look": _look,
    "tell": _tell,
    "draw": _draw,
}
