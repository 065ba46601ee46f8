"""A document put together from its drafts and from what was settled between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from framework.core.answers import side_names
from framework.core.words import say
from framework.export.form import Answers, FormField
from framework.tools.drafts.differing import Piece
from framework.tools.drafts.places import Place
from framework.tools.drafts.rules import Beside, written

CHOSEN = ("choice", "ticks")
"""Kinds of field that hold no words: one of two drafts can be taken, and nothing can be written between them."""
WORDLESS = (*CHOSEN, "date", "number")
"""Kinds of field that can't hold two wordings."""


@dataclass(frozen=True)
class Written:
    """One place of the document as it stands."""

    beside: Beside
    words: dict[str, str]
    """By cell; empty where nothing is written, and where it is not agreed."""
    open: bool
    """Whether the sides do not agree yet, or have not talked about it."""
    settled: dict[str, Any] = field(default_factory=dict)
    """What was settled of it, as it is kept."""


def put_together(
    places: list[Beside], drafts: Mapping[str, Answers], settled: Mapping[str, Any]
) -> tuple[list[Written], dict[str, list[str]]]:
    """The document place by place, and the same as a form keeps it: both wordings where they are not agreed yet."""
    found: list[Written] = []
    filled: dict[str, list[str]] = {}
    rows: dict[str, int] = {}
    for each in places:
        place = each.place
        one = _written(each, drafts, settled.get(place.id, {}))
        found.append(one)
        if one.open or one.words:
            names = _names(place, rows)
            filled |= _kept(one, names, drafts)
    return found, filled


def _written(each: Beside, drafts: Mapping[str, Answers], settled: dict[str, Any]) -> Written:
    choice = settled.get("choice", "open")
    if each.standing == "empty":
        return Written(each, {}, open=False)
    if each.standing == "same":
        side = next(iter(drafts))
        return Written(each, written(each.place, side, drafts[side]), open=False)
    if choice not in ("third", "open", *each.wordings):
        settled = {}  # the draft whose words were taken is gone
    if choice == "third" and each.place.asked.kind not in CHOSEN:
        return Written(each, {cell: settled["words"].get(cell, "") for cell in each.place.cells}, False, settled)
    if choice in each.wordings:
        return Written(each, written(each.place, choice, drafts[choice]), False, settled)
    return Written(each, {}, True, settled)


def _names(place: Place, rows: dict[str, int]) -> dict[str, str]:
    """The names of a place's cells in the document: rows that have a number are numbered anew."""
    asked, names = place.asked, next(iter(place.names.values()))
    row = place.id.removeprefix(f"{asked.id}.")
    if asked.kind != "table" or (isinstance(asked.rows, Mapping) and row in asked.rows):
        return names
    rows[asked.id] = rows.get(asked.id, 0) + 1
    return {cell: f"{asked.id}.{rows[asked.id]}.{cell}" for cell in place.cells}


def _kept(one: Written, names: dict[str, str], drafts: Mapping[str, Answers]) -> dict[str, list[str]]:
    kind = one.beside.place.asked.kind
    if one.open:
        if kind in WORDLESS:
            return {}
        return {names[_fullest(one.beside)]: [_both(one)]}
    if kind in CHOSEN:
        side = one.settled.get("choice", next(iter(drafts)))
        (name,) = one.beside.place.names[side].values()
        return {names[""]: [*drafts[side][name]]}
    return {names[cell]: [words] for cell, words in one.words.items() if words}


def _fullest(each: Beside) -> str:
    """The cell in which most is written: where both wordings of a row stand."""
    return max(each.place.cells, key=lambda cell: sum(len(text_of(words, cell)) for words in each.wordings.values()))


def text_of(wording: dict[str, list[Piece]], cell: str) -> str:
    """The words of one cell, whole."""
    return "".join(text for text, _ in wording.get(cell, []))


def _both(one: Written) -> str:
    """Both wordings with their reasons, for a field that holds one text."""
    place, settled = one.beside.place, one.settled
    lines = [say("drafts.not-agreed")]
    for side, wording in one.beside.wordings.items():
        words = _whole(place.asked, [text_of(wording, cell) for cell in place.cells])
        reason = settled.get("reasons", {}).get(side, "")
        name = side_names()[side]  # type: ignore[index]  # `check_drafts` let nothing else in
        lines.append(say("drafts.wording", side=name, words=words))
        if reason:
            lines[-1] += f" {say('drafts.reason', reason=reason)}"
    if settled.get("who"):
        lines.append(say("drafts.takes-on", who=settled["who"]))
    return "\n".join(lines)


def _whole(asked: FormField, cells: list[str]) -> str:
    return " / ".join(filter(None, cells)) if asked.kind == "table" else cells[0]
