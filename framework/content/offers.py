"""What a form takes from another document of the group: offered where nothing is written, and never filled in unasked.

A field's `takes` names an answer of another tool's form: a field by its id; a side's part of it or a cell by its id, a
dot and what the form keeps it under; and, with '*' for the row, a column of a table whose rows have names. Where the
field that takes has several answers, `takes` says it for each.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from importlib import import_module
from typing import Any

from framework.content.fields import WITH_OPTIONS
from framework.content.model import Field, Tool
from framework.core.answers import SIDES, side_name
from framework.core.words import say
from framework.export.counts import NAME, WHEN
from framework.export.form import FormField
from framework.tools import rooms

NO_WORDS = ("date", "number")
"""Kinds of field that hold no words, beside those with options: nothing is offered there, and nothing from there."""
EVERY = "*"


class NotThere(LookupError):
    """`takes` names what no form has."""


def form_field(field: Field) -> FormField:
    """A field as what fills it in needs it."""
    return FormField(**{each.name: getattr(field, each.name) for each in fields(FormField)})


def taken(field: Field) -> dict[str, str]:
    """The names of a field's answers that something is offered for, each with what `takes` names."""
    if isinstance(field.takes, str):
        return {field.id: field.takes} if field.takes else {}
    return {f"{field.id}.{end}": source for end, source in field.takes.items()}


def misfits(tools: Iterable[Tool], tool: Tool, field: Field) -> Iterator[tuple[str, str]]:
    """What is wrong with what a field takes, and how to mend it."""
    known = {each.id: each for each in tools}
    own = set(form_field(field).names({}))
    for name, source in taken(field).items():
        if field.kind in (*WITH_OPTIONS, *NO_WORDS):
            yield f"a field of kind '{field.kind}' takes '{source}'", "Take 'takes' out: only words are offered."
        elif name not in own:
            yield f"'takes' names '{name}', which it does not ask", f"Name one of {', '.join(sorted(own)[:6])}."
        try:
            _parts(known, source)
        except NotThere:
            mend = "Name a field of another tool that holds words, with the side, or the row and the column."
            yield f"'takes' names '{source}', which no form has", mend
        if source.partition(".")[0] == tool.id:
            yield f"'takes' names '{source}', of the same form", "Name a field of another tool."


def misfits_onward(tool: Tool, field: Field) -> Iterator[tuple[str, str]]:
    """What is wrong with where a field is sent on to, and with what is taken over into it; and how to mend it."""
    if field.sends:
        yield from _misfits_sent(field)
    if field.draws:
        yield from _misfits_drawn(tool, field)
    by_id = {each.id: each for each in tool.fields}
    if isinstance(field.carries, str):
        source = by_id.get(field.carries)
        if field.carries and (source is None or source.kind != field.kind):
            yield f"'carries' names '{field.carries}'", "Name this field, or one of this form that is of the same kind."
        return
    for id_, columns in field.carries.items():
        there = by_id[id_].columns if id_ in by_id else {}
        if not there or not isinstance(field.rows, int):
            yield f"'carries' names '{id_}'", "Name a table of this form, for a table whose rows have numbers."
        for column, sources in columns.items():
            if column not in field.columns or not sources or not set(sources) <= set(there):
                yield f"'carries' has the column '{column}'", "Name a column here, and columns there that come into it."


def _misfits_drawn(tool: Tool, field: Field) -> Iterator[tuple[str, str]]:
    for key, named in field.draws.items():
        known = {each.id for each in tool.fields} if key == WHEN else set(field.columns)
        if key not in (NAME, WHEN, *SIDES) or named not in known:
            mend = f"Name columns for '{NAME}' and for {', '.join(SIDES)}, and a field of this form for '{WHEN}'."
            yield f"'draws' has '{key}: {named}'", mend
    if NAME not in field.draws or not set(SIDES) & set(field.draws):
        yield "'draws' does not say what is drawn", f"Give '{NAME}', and the column of one side at least."


def _misfits_sent(field: Field) -> Iterator[tuple[str, str]]:
    rooms_ = rooms("sent")
    to = field.sends.get("to", "")
    if to not in rooms_:
        yield f"'sends' goes to '{to}'", f"Write 'to:' and one of {', '.join(rooms_)}."
        return
    keys = import_module(f"framework.tools.{to}.sent").KEYS
    known = SIDES if field.kind == "sides" else tuple(field.columns) if field.kind == "table" else ("",)
    if keys[0] not in field.sends:
        yield f"'sends' lacks '{keys[0]}'", f"Say what becomes '{keys[0]}'. '{to}' takes {', '.join(keys)}."
    for key, end in field.sends.items():
        if key != "to" and (key not in keys or end not in known):
            yield f"'sends' has '{key}: {end}'", f"'{to}' takes {', '.join(keys)}. This field has {', '.join(known)}."


def offers(tools: Iterable[Tool], tool: Tool) -> dict[str, Any]:
    """What the form of a tool may be offered, by the names of its answers: of which `tool`, its `title`, the `place`
    that it is for, and `parts`: the `name` of each answer there, what stands `before` it, and its `options`.
    """
    known = {each.id: each for each in tools}
    found = {}
    for field in tool.fields:
        for name, source in taken(field).items():
            try:
                parts = _parts(known, source)
            except NotThere:
                continue  # a copy of the guide has hidden it
            of = known[source.partition(".")[0]]
            found[name] = {"tool": of.id, "title": of.name, "place": _place(field, name), "parts": parts}
    return found


def _parts(tools: dict[str, Tool], source: str) -> list[dict[str, Any]]:
    tool, *ends = source.split(".")
    fields_ = tools[tool].fields if tool in tools else ()
    field = next((each for each in fields_ if each.id == ".".join((tool, *ends[:1]))), None)
    if field is None or field.kind in NO_WORDS:
        raise NotThere(source)
    if ends[1:2] == [EVERY] and isinstance(field.rows, dict) and ends[2:] and ends[2] in field.columns:
        return [_part(f"{field.id}.{row}.{ends[2]}", words) for row, words in field.rows.items()]
    if source not in form_field(field).names({}):
        raise NotThere(source)
    return [_part(source, "", field.options)]


def _part(name: str, before: str, options: dict[str, str] | None = None) -> dict[str, Any]:
    return {"name": name, "before": before, "options": options or {}}


def _place(field: Field, name: str) -> str:
    """Which of a field's answers it is, in words; empty where it has one."""
    ends = name.removeprefix(field.id).lstrip(".").split(".")
    if field.kind == "sides":
        return next(side_name(side) for side in SIDES if side == ends[0])
    if len(ends) < 2:
        return ""
    row = field.rows[ends[0]] if isinstance(field.rows, dict) else say("form.row", number=ends[0])
    return say("form.cell", column=field.columns[ends[1]], row=row)
