"""A tool's form and what was answered in it, as whatever takes it away needs them.

What is answered is kept by name, as the page's form has it: `<field>`, `<field>.<side>`, `<field>.<row>.<column>`, each
with a list of texts. Rows that have numbers may go on beyond those of the form; and where a table's rows have names, a
row that was added has a number too, and its own heading in the column `row`.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any

from framework.core.answers import SIDES, BadInput, Side, side_name
from framework.core.characters import clean
from framework.core.kept import FILLED_IN, KeptShape, fits, misfit
from framework.core.words import say

ROW_HEADING = "row"
"""The column that a row's own heading stands in, where it was added to rows that have names."""
FROM_EXAMPLE = "from-example"
"""The end of the name that a page keeps where a form was begun from its worked example."""
SIGNS: dict[Side, str] = {"resident": "●", "organisation": "■", "other": "▲"}
"""A side is never told by its colour alone."""
MOST_ROWS = 500
"""More rows than this are none that people filled in."""
MOST_LETTERS = 20_000
"""More letters in one answer than a copy of a group's work may hold (`framework.group.workspace.LONGEST_TEXT`)."""
NUMBER = re.compile(r"[1-9]\d{0,3}")
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")

type Answers = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class FormField:
    """A field of a form, as `framework.published.form_fields` writes it."""

    id: str
    label: str
    kind: str
    part: str = ""
    hint: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    rows: int | Mapping[str, str] = 0
    settles: str = ""
    due: bool = False
    draws: Mapping[str, str] = field(default_factory=dict)
    """Of a table whose numbers are drawn over time (`framework.export.counts`): which column is what."""
    sends: Mapping[str, str] = field(default_factory=dict)
    """What is sent on from here: `to`, the room of the tool, and for what that takes the column or the side."""
    carries: str | Mapping[str, Mapping[str, Sequence[str]]] = ""
    """What is taken over from the last time: all that a field had, by its id; or rows of tables, by their ids, with the
    columns that come into each column here."""

    @property
    def named(self) -> bool:
        """Whether a table's rows have names."""
        return self.kind == "table" and not isinstance(self.rows, int)

    @cached_property
    def headings(self) -> list[str]:
        """The heads of a table's columns, or the sides."""
        if self.kind == "sides":
            return [f"{SIGNS[side]} {side_name(side)}" for side in SIDES]
        return [*([say("word.row-heading")] if self.named else ()), *self.columns.values()]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What the names of a table's cells end in, or of the sides' answers: one for each column that is filled in."""
        return SIDES if self.kind == "sides" else tuple(self.columns)

    def row_keys(self, answers: Answers) -> list[str]:
        """The rows of a table: those of the form, then those that answers add, by number."""
        own = [str(row + 1) for row in range(self.rows)] if isinstance(self.rows, int) else list(self.rows)
        return own + [str(row) for row in sorted(self._numbers(answers)) if str(row) not in own]

    def _numbers(self, answers: Answers) -> set[int]:
        columns = {*self.columns, *([ROW_HEADING] if self.named else ())}
        found = set()
        for name in answers:
            row, _, column = name.removeprefix(f"{self.id}.").partition(".")
            if name.startswith(f"{self.id}.") and column in columns and NUMBER.fullmatch(row) and answers[name]:
                found.add(int(row))
        return {row for row in found if row <= MOST_ROWS}

    def row_words(self, row: str, answers: Answers) -> str:
        """What stands before a row; where it only has a number, that."""
        if isinstance(self.rows, int):
            return say("form.row", number=row)
        return self.rows[row] if row in self.rows else "".join(answers.get(f"{self.id}.{row}.{ROW_HEADING}", ()))

    def grid(self, answers: Answers) -> list[list[str]]:
        """The rows of a table, or the one row of the sides, as texts below the `headings`."""
        if self.kind == "sides":
            return [[words(answers, f"{self.id}.{side}") for side in SIDES]]
        return [
            [
                *([self.row_words(row, answers)] if self.named else ()),
                *(words(answers, f"{self.id}.{row}.{column}") for column in self.columns),
            ]
            for row in self.row_keys(answers)
        ]

    def names(self, answers: Answers) -> Iterator[str]:
        """The name of each of its answers, with those of rows that answers add."""
        if self.kind == "sides":
            yield from (f"{self.id}.{side}" for side in SIDES)
        elif self.kind == "table":
            for row in self.row_keys(answers):
                if self.named and isinstance(self.rows, Mapping) and row not in self.rows:
                    yield f"{self.id}.{row}.{ROW_HEADING}"
                yield from (f"{self.id}.{row}.{column}" for column in self.columns)
        else:
            yield self.id

    def chosen(self, answers: Answers) -> list[str]:
        """The options that were chosen or ticked, in the form's order."""
        return [option for option in self.options if option in answers.get(self.id, ())]


@dataclass(frozen=True)
class Form:
    """A tool's form."""

    tool: str
    name: str
    summary: str
    edition: str
    credit: str
    language: str
    colours: Mapping[str, str]
    """The brand's colours by day, by name."""
    fields: tuple[FormField, ...]

    @cached_property
    def by_id(self) -> dict[str, FormField]:
        """The fields by their ids."""
        return {each.id: each for each in self.fields}

    def names(self, answers: Answers) -> Iterator[str]:
        """The name of each answer, in the form's order, with those of rows that answers add."""
        for each in self.fields:
            yield from each.names(answers)

    def notes(self, answers: Answers) -> list[str]:
        """What whoever reads the form has to know first: that it was begun from a worked example, and is made up."""
        return [say("word.from-example")] if answers.get(f"{self.tool}.{FROM_EXAMPLE}") else []

    def field_of(self, name: str) -> FormField:
        """The field that an answer of this name belongs to. Raises KeyError where there is none."""
        return self.by_id[".".join(name.split(".")[:2])]

    def place(self, name: str, answers: Answers) -> str:
        """Where an answer stands, in words."""
        found = self.field_of(name)
        ends = name.removeprefix(found.id).lstrip(".").split(".")
        if found.kind == "sides":
            return say("word.place", field=found.label, place=side_name(next(s for s in SIDES if s == ends[0])))
        if found.kind != "table":
            return found.label
        heading = say("word.row-heading") if ends[1] == ROW_HEADING and found.named else found.columns[ends[1]]
        row = found.row_words(ends[0], answers) or say("form.row", number=ends[0])
        return say("word.place", field=found.label, place=say("form.cell", column=heading, row=row))

    def shown(self, name: str, texts: Sequence[str]) -> str:
        """An answer in words: an option as its own words, a day as people write it."""
        found = self.field_of(name)
        if found.options:
            return "\n".join(found.options.get(each, each) for each in texts)
        return day_out(texts[0]) if found.kind == "date" and texts else "\n".join(texts)


FIELD: KeptShape = {
    "id": str,
    "label": str,
    "kind": str,
    "part?": str,
    "hint?": str,
    "options?": {"*": str},
    "columns?": {"*": str},
    "rows?": (range(MOST_ROWS + 1), dict),
    "settles?": str,
    "due?": bool,
    "draws?": {"*": str},
    "sends?": {"*": str},
    "carries?": (str, dict),
}
_check_fields, _check_rows = fits([FIELD]), fits({"*": str})


def read_fields(said: Any) -> tuple[FormField, ...]:
    """The fields of a form that came from a page, each with the heading that it stands under.

    Raises `BadInput` where they are none.
    """
    _check_fields("form", said)
    for each in said:
        if isinstance(each.get("rows"), dict):
            _check_rows("form", each["rows"])
    parts: Iterator[str] = accumulate((each.get("part", "") for each in said), lambda above, own: own or above)
    return tuple(FormField(**{**each, "part": part}) for each, part in zip(said, parts, strict=True))


def form_of(plain: Mapping[str, Any]) -> Form:
    """The form in what `publish.word.blank.form_data` wrote."""
    fields = tuple(FormField(**each) for each in plain["fields"])
    return Form(**{**plain, "fields": fields})


def asked_form(
    request: Mapping[str, Any], tables: Collection[str], others: Collection[str] = ()
) -> dict[str, FormField]:
    """The fields of the form that a request brings, by id. `tables` have to be among them, and `others` of any kind.

    Raises `BadInput` where one is missing: the page is of another version of the guide.
    """
    form = {each.id: each for each in read_fields(request.get("form"))}
    found = [form.get(id_) for id_ in tables]
    if not all(each and each.kind == "table" for each in found) or not {*others} <= form.keys():
        raise BadInput(say("common.unreadable-request"), say("common.load-again"))
    return form


def read_answers(given: Any) -> dict[str, list[str]]:
    """Answers that came from a page. Raises `BadInput` where they are none."""
    if misfit(FILLED_IN, given):
        raise BadInput(say("common.unreadable-request"), say("common.load-again"))
    return dict(given)


def example_mark(answers: Answers) -> dict[str, list[str]]:
    """What a form keeps where it was begun from its worked example, and is made up; empty where it was not.

    >>> example_mark({"chair-role.from-example": ["yes"], "chair-role.purpose": ["To chair"]})
    {'chair-role.from-example': ['yes']}
    """
    return {name: [*texts] for name, texts in answers.items() if name.endswith(f".{FROM_EXAMPLE}")}


def words(answers: Answers, name: str) -> str:
    """The text of an answer; empty where there is none."""
    return "\n".join(answers.get(name, ()))


def tidy(text: str) -> str:
    r"""A text as a file holds it: without what nobody sees at its ends and at those of its lines.

    >>> tidy("\n one  \r\ntwo\x0b\n")
    ' one\ntwo'
    """
    lines = clean(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def day_out(day: str) -> str:
    """A day as people here write it; what is none stays as it is.

    >>> day_out("2027-03-31"), day_out("soon")
    ('31/03/2027', 'soon')
    """
    found = DAY.fullmatch(day)
    return f"{found[3]}/{found[2]}/{found[1]}" if found else day
