"""What a form sends on to the group's other tools: each thing once, and only when it was seen and taken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any
from zlib import crc32

from framework.core.guide import Guide
from framework.core.sent import Sent
from framework.export.form import Answers, FormField, words
from framework.tools import rooms


@dataclass(frozen=True)
class Fresh:
    """One thing that can be sent on."""

    field: FormField
    to: str
    """The room of the tool."""
    told: dict[str, str]
    """What it takes, as it is written here."""
    id: str
    """The same for the same words, so that nothing is sent twice."""


def takers() -> dict[str, ModuleType]:
    """By its name, each room that takes what others send: its `sent.py`."""
    return {name: import_module(f"framework.tools.{name}.sent") for name in rooms("sent")}


def to_send(form: tuple[FormField, ...], answers: Answers) -> Iterator[Fresh]:
    """All that a form can send on."""
    known = takers()
    for field in form:
        if field.sends.get("to") in known:
            keys = {key: end for key, end in field.sends.items() if key != "to"}
            first = known[field.sends["to"]].KEYS[0]
            for told in _told(field, keys, answers):
                if told.get(first, "").strip():
                    yield Fresh(field, field.sends["to"], told, _id(field, told))


def with_these(guide: Guide, fresh: list[Fresh], kept: Mapping[str, Any], day: str) -> dict[str, Any]:
    """Each part that takes something, with that in it, by its name."""
    known, found = takers(), dict[str, Any]()
    for each in fresh:
        taker = known[each.to]
        there = taker.entries(found.get(taker.PART, kept.get(taker.PART)))
        tool = each.field.id.partition(".")[0]
        found[taker.PART] = taker.with_entries([*there, taker.entry(Sent(guide, each.id, each.told, day, tool))])
    return found


def _told(field: FormField, keys: Mapping[str, str], answers: Answers) -> Iterator[dict[str, str]]:
    if field.kind == "table":
        for row in field.row_keys(answers):
            yield {key: words(answers, f"{field.id}.{row}.{column}") for key, column in keys.items()}
    else:
        yield {key: words(answers, f"{field.id}.{side}" if side else field.id) for key, side in keys.items()}


def _id(field: FormField, told: Mapping[str, str]) -> str:
    """
    >>> field = FormField("minutes.actions", "", "")
    >>> _id(field, {"text": "Ask first "}) == _id(field, {"text": "ask  first"}), _id(field, {"text": "Say"})
    (True, 'minutes.actions.fcc99c65')
    """
    said = "\n".join(" ".join(text.split()).casefold() for text in told.values())
    return f"{field.id}.{crc32(said.encode(errors='replace')):08x}"
