"""The drafts of one document side by side, and the document that comes of them."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from framework.core.answers import BadInput, side_names, unknown_request
from framework.core.guide import Guide
from framework.core.words import say
from framework.export.form import MOST_LETTERS, Answers, FormField, example_mark, read_fields
from framework.tools.drafts.document import CHOSEN, Written, put_together, text_of
from framework.tools.drafts.kept import check_drafts
from framework.tools.drafts.places import Place, unplaced
from framework.tools.drafts.rules import APART, Beside, side_by_side, to_talk_about

MOST_NAMES = 5_000


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG001 (all rooms are asked alike)
    """`form`, a document's fields, and `kept`, its drafts as `framework.tools.drafts.kept` has them. Out come

    - `groups`: the places that are to be talked about, by what they settle, and the `same` ones;
    - `document`: every place as it stands, and `filled`, the same as the form keeps it;
    - `note`: what whoever reads the document has to know first, where a draft began with a made-up example;
    - `changed`: what differs from the document that was last agreed; null where none was;
    - `unplaced`: what a draft holds that this form has no place for.
    """
    form, kept = read_fields(request.get("form")), request.get("kept")
    check_drafts("drafts", kept)
    if not isinstance(kept, dict):
        raise unknown_request()
    drafts = {side: _answers(side, draft["filled"]) for side, draft in kept["drafts"].items()}
    found = side_by_side(form, drafts) if len(drafts) > 1 else []
    document, filled = put_together(found, drafts, kept["settled"])
    made_up = {name: mark for answers in drafts.values() for name, mark in example_mark(answers).items()}
    at = {one.beside.place.id: one for one in document}
    apart = to_talk_about(found)
    return {
        "compared": len(drafts) > 1,
        "sides": [{"side": side, "side_name": _side_name(side)} for side in drafts],
        "groups": [
            {"words": say(f"drafts.settles-{settles}"), "places": [_apart(at[each.place.id], drafts) for each in some]}
            for settles, some in groupby(apart, key=lambda each: each.settles)
        ],
        "apart": len(apart),
        "open": sum(at[each.place.id].settled.get("choice") == "open" for each in apart),
        "left": sum(not at[each.place.id].settled for each in apart),
        "same": [_named(each.place) for each in found if each.standing == "same"],
        "document": [_as_it_stands(one, drafts) for one in document if one.beside.standing != "empty"],
        "filled": {**filled, **made_up} if filled else {},
        "note": say("word.from-example") if made_up else "",
        "changed": _changed(form, kept["agreed"], filled),
        "unplaced": [
            {"side_name": _side_name(side), "words": "\n".join(answers[name])}
            for side, answers in drafts.items()
            for name in unplaced(form, answers)
        ],
    }


def _answers(side: str, filled: dict[str, list[str]]) -> Answers:
    too_long = any(len(text) > MOST_LETTERS for texts in filled.values() for text in texts)
    if too_long or len(filled) > MOST_NAMES:
        raise BadInput(say("drafts.too-long", side=_side_name(side)), say("drafts.too-long-mend", most=MOST_LETTERS))
    return filled


def _named(place: Place) -> dict[str, Any]:
    return {"id": place.id, "label": place.asked.label, "title": place.title, "part": place.asked.part}


def _cells(place: Place) -> list[dict[str, str]]:
    """The headings of a place's cells; the one cell of what is no row has none."""
    return [{"cell": cell, "heading": place.asked.columns.get(cell, "")} for cell in place.cells]


def _wordings(each: Beside, drafts: Iterable[str]) -> list[dict[str, Any]]:
    """What each side wrote, in pieces: `only` says that the others do not have these words."""
    found = []
    for side in drafts:
        wording = each.wordings.get(side, {})
        cells = [
            {"heading": cell["heading"], "pieces": [_piece(*piece) for piece in wording[cell["cell"]]]}
            for cell in _cells(each.place)
            if wording.get(cell["cell"])
        ]
        found.append({"side": side, "side_name": _side_name(side), "cells": cells, "nothing": not cells})
    return found


def _piece(text: str, only: bool) -> dict[str, Any]:
    return {"text": text, "only": only, "shared": not only}


def _apart(one: Written, drafts: Iterable[str]) -> dict[str, Any]:
    each, asked = one.beside, one.beside.place.asked
    return {
        **_named(each.place),
        "standing": each.standing,
        "kind": asked.kind,
        "can_be_written": asked.kind not in CHOSEN,
        "wordings": _wordings(each, drafts),
        "cells": _cells(each.place),
        "settled": one.settled,
        "of": _of(each),
        "moved": bool(one.settled) and one.settled["of"] != _of(each),
    }


def _of(each: Beside) -> dict[str, dict[str, str]]:
    """The wordings of a place, whole: kept beside what was settled of it, to see whether a draft changed since."""
    return {side: {cell: text_of(words, cell) for cell in words} for side, words in each.wordings.items()}


def _as_it_stands(one: Written, drafts: Iterable[str]) -> dict[str, Any]:
    headings = {each["cell"]: each["heading"] for each in _cells(one.beside.place)}
    reasons = one.settled.get("reasons", {})
    return {
        **_named(one.beside.place),
        "open": one.open,
        "cells": [{"heading": headings[cell], "words": words} for cell, words in one.words.items() if words],
        "wordings": _wordings(one.beside, drafts) if one.open else [],
        "reasons": [{"side_name": _side_name(side), "reason": reasons[side]} for side in drafts if reasons.get(side)],
        "who": one.settled.get("who", ""),
        "by": one.settled.get("by", ""),
    }


def _changed(form: tuple[FormField, ...], agreed: list[dict[str, Any]], filled: Answers) -> dict[str, Any] | None:
    """What the document says now, beside what was last agreed."""
    if not agreed or not filled:
        return None
    last = agreed[-1]
    found = side_by_side(form, {"before": last["filled"], "now": filled})
    return {"day": last["day"], "places": [_named(each.place) for each in found if each.standing in APART]}


def _side_name(side: str) -> str:
    return side_names()[side]  # type: ignore[index]  # `check_drafts` let nothing else in
