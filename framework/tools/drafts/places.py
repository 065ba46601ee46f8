"""The places of a document that can be written differently: a field, one side's part of it, or a row of a table.

Answers are what a form keeps: texts by name, and a name is a field's id; of the kind 'sides', the id, a dot and the
side; of a table, the id, a dot, the row, a dot and the column. A row has a name of its own, or is a number from 1.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from framework.core.answers import SIDES, side_name
from framework.core.characters import WORD
from framework.core.words import say
from framework.export.form import ROW_HEADING, Answers, FormField, example_mark, words

ALIKE = 0.34
"""Rows of two drafts that share so much of their words, from 0 to 1, are two wordings of one row."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place, and the names under which each draft has it."""

    id: str
    asked: FormField
    title: str
    """What stands before it: a side's name, or a row's heading; empty where the field's label says all."""
    cells: tuple[str, ...]
    """The columns of a row; one empty text where there are none."""
    names: dict[str, dict[str, str]]
    """For each draft that has it, its name of each cell."""


def places(form: tuple[FormField, ...], drafts: Mapping[str, Answers]) -> Iterator[Place]:
    """Every place of a form, in its order, with the rows of each table set beside those that say the same."""
    for asked in form:
        if asked.kind == "table":
            yield from _rows(asked, drafts)
        elif asked.kind == "sides":
            for side in SIDES:
                yield _one(f"{asked.id}.{side}", asked, side_name(side), drafts)
        else:
            yield _one(asked.id, asked, "", drafts)


def unplaced(form: tuple[FormField, ...], answers: Answers) -> list[str]:
    """The names in a draft that no field of this form has: it was written with another edition of the guide."""
    known = {name for asked in form for name in asked.names(answers)}
    return [name for name in answers if name not in known and name not in example_mark(answers)]


def _one(name: str, asked: FormField, title: str, drafts: Mapping[str, Answers]) -> Place:
    return Place(id=name, asked=asked, title=title, cells=("",), names={side: {"": name} for side in drafts})


def _rows(asked: FormField, drafts: Mapping[str, Answers]) -> Iterator[Place]:
    named = asked.rows if isinstance(asked.rows, Mapping) else {}
    for row, title in named.items():
        yield _row(asked, row, title, dict.fromkeys(drafts, row), tuple(asked.columns))
    cells = (ROW_HEADING, *asked.columns) if named else tuple(asked.columns)
    for number, beside in enumerate(_beside(asked, drafts), start=1):
        side, row = next(iter(beside.items()))
        yield _row(asked, f"{side}-{row}", say("form.row", number=number), beside, cells)


def _row(asked: FormField, id_: str, title: str, beside: dict[str, str], cells: tuple[str, ...]) -> Place:
    names = {side: {cell: f"{asked.id}.{row}.{cell}" for cell in cells} for side, row in beside.items()}
    return Place(id=f"{asked.id}.{id_}", asked=asked, title=title, cells=cells, names=names)


def _beside(asked: FormField, drafts: Mapping[str, Answers]) -> list[dict[str, str]]:
    """The numbered rows, each with those of the other drafts that it is most like."""
    found: list[dict[str, str]] = []
    written: list[dict[str, str]] = []
    for side, answers in drafts.items():
        rows = _numbered_rows(asked, answers)
        free = [number for number, each in enumerate(found) if side not in each]
        pairs = sorted(
            ((_alike(said, written[number]), row, number) for row, said in rows.items() for number in free),
            key=lambda pair: (-pair[0], int(pair[1]), pair[2]),
        )
        placed: set[str] = set()
        for likeness, row, number in pairs:
            if likeness >= ALIKE and row not in placed and side not in found[number]:
                found[number][side], written[number][side] = row, rows[row]
                placed.add(row)
        for row, said in rows.items():
            if row not in placed:
                found.append({side: row})
                written.append({side: said})
    return found


def _numbered_rows(asked: FormField, answers: Answers) -> dict[str, str]:
    """What is written in each numbered row of a table, by its number, in order; empty rows are left out."""
    named = asked.rows if isinstance(asked.rows, Mapping) else {}
    cells = (ROW_HEADING, *asked.columns)
    found = {
        row: " ".join(words(answers, f"{asked.id}.{row}.{cell}") for cell in cells)
        for row in asked.row_keys(answers)
        if row not in named
    }
    return {row: said for row, said in found.items() if said.strip()}


def _alike(said: str, others: Mapping[str, str]) -> float:
    return max(_likeness(WORD.findall(said.casefold()), WORD.findall(other.casefold())) for other in others.values())


def _likeness(one: list[str], other: list[str]) -> float:
    """The share of words, from 0 to 1, that stand in both, in the same order."""
    return SequenceMatcher(None, one, other).ratio()
