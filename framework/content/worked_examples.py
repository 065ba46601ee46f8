"""Worked examples: whether one fits the form of its tool, and what a form keeps that is filled in so."""

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from framework.content.answer import Answer
from framework.content.fields import WITH_COLUMNS, WITH_OPTIONS
from framework.content.model import Field, Tool, WorkedExample
from framework.core.answers import SIDES

type Wrong = Iterator[tuple[str, str]]
"""What is wrong, and how to mend it."""


def name_of(field: Field) -> str:
    """The name of a field within its tool: an example fills it in under this name.

    >>> name_of(Field(id="terms-of-reference.fixed", label="What is fixed already", kind="text"))
    'fixed'
    """
    return field.id.partition(".")[2]


def entries(tool: Tool, example: WorkedExample) -> dict[str, list[str]]:
    """What the tool's form keeps when it is filled in as in the example: the texts by the names of its controls."""
    found: dict[str, list[str]] = {}
    for field in tool.fields:
        name = name_of(field)
        if field.kind in WITH_OPTIONS:
            found[field.id] = list(example.chosen.get(name, ()))
        else:
            for inside, text in _texts(example.answers.get(name, "")):
                found[".".join((field.id, *inside))] = [text.strip()]
    return {name: texts for name, texts in found.items() if any(texts)}


def _texts(answer: Answer) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each text of an answer, and the names that lead to it: a side, or a row and a column."""
    if isinstance(answer, str):
        yield (), answer
        return
    parts = answer if isinstance(answer, dict) else {str(number): row for number, row in enumerate(answer, 1)}
    for name, part in parts.items():
        if isinstance(part, str):
            yield (name,), part
        else:
            yield from (((name, column), text) for column, text in part.items())


def misfits(tool: Tool, example: WorkedExample) -> Wrong:
    """All in which an example does not fit the form of its tool: what the form does not have, and what is missing."""
    kinds = {name_of(field): field for field in tool.fields}
    for name in (*example.answers, *example.chosen):
        if name not in kinds:
            yield f"'{tool.id}' has no field '{name}'", _nearest(name, kinds)
    for name, field in kinds.items():
        key, other = ("chosen", "answers") if field.kind in WITH_OPTIONS else ("answers", "chosen")
        if name in getattr(example, other):
            yield f"'{name}' stands in '{other}'", f"Move it to '{key}'."
        elif name not in getattr(example, key):
            yield f"the field '{name}' is missing", f"Fill it in in '{key}'."
        elif field.kind in WITH_OPTIONS:
            yield from _misfits_chosen(name, field, example.chosen[name])
        else:
            yield from _misfits_answer(name, field, example.answers[name])


def _misfits_chosen(name: str, field: Field, chosen: tuple[str, ...]) -> Wrong:
    for option in chosen:
        if option not in field.options:
            yield f"'{name}' has no option '{option}'", _nearest(option, field.options)
    if not chosen or (field.kind == "choice" and len(chosen) > 1):
        wanted = "one option" if field.kind == "choice" else "at least one option"
        yield f"'{name}' has {len(chosen)} options chosen", f"Choose {wanted}."


def _misfits_answer(name: str, field: Field, answer: Answer) -> Wrong:
    if field.kind == "sides":
        yield from _misfits_parts(name, "side", SIDES, answer)
        if isinstance(answer, dict) and not all(isinstance(text, str) for text in answer.values()):
            yield f"a side of '{name}' is no text", "Give each side one text."
    elif field.kind not in WITH_COLUMNS:
        yield from _misfits_text(name, field, answer)
    elif isinstance(field.rows, dict):
        yield from _misfits_parts(name, "row", field.rows, answer)
        yield from _misfits_rows(name, field, answer.items() if isinstance(answer, dict) else ())
    elif not isinstance(answer, tuple) or not answer:
        yield f"'{name}' holds no rows", "Begin each row with '- '."
    else:
        yield from _misfits_rows(name, field, ((str(number), row) for number, row in enumerate(answer, 1)))


def _misfits_text(name: str, field: Field, answer: Answer) -> Wrong:
    if not isinstance(answer, str):
        yield f"'{name}' is no text", f"A field of kind '{field.kind}' holds one text."
    elif not answer.strip():
        yield f"'{name}' is empty", "Fill it in."
    elif field.kind == "date" and not _is_date(answer):
        yield f"'{name}' is '{answer}'", "Write a date as '2026-11-19'."
    elif field.kind == "number" and not answer.isdecimal():
        yield f"'{name}' is '{answer}'", "Write a number in digits."


def _misfits_parts(name: str, part: str, known: Collection[str], answer: Answer) -> Wrong:
    """What is wrong with the names of sides or of rows."""
    if not isinstance(answer, dict):
        yield f"'{name}' does not name each {part}", f"Give it by {part}: {', '.join(known)}."
        return
    for each in answer:
        if each not in known:
            yield f"'{name}' has no {part} '{each}'", _nearest(each, known)
    for each in known:
        if not answer.get(each):
            yield f"'{name}' lacks the {part} '{each}'", "Fill it in."


def _misfits_rows(name: str, field: Field, rows: Iterable[tuple[str, object]]) -> Wrong:
    for which, row in rows:
        if not isinstance(row, Mapping):
            yield f"the row '{which}' of '{name}' has no columns", f"Give it by column: {', '.join(field.columns)}."
            continue
        for column in row:
            if column not in field.columns:
                yield f"'{name}' has no column '{column}'", _nearest(column, field.columns)
        if not any(row.values()):
            yield f"the row '{which}' of '{name}' is empty", "Fill it in, or take it out."


def _nearest(name: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"Did you mean '{close[0]}'?" if close else f"Take it out. Known here: {', '.join(known)}."


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
