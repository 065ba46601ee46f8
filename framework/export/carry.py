"""A form that is filled in again and again, such as minutes: what is taken over from the last time."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from framework.core.words import say
from framework.export.form import Answers, FormField, words


@dataclass(frozen=True)
class Row:
    """A row that can be taken over."""

    key: str
    """What it is known by as long as nothing is changed."""
    field: FormField
    cells: dict[str, str]
    """By column of the field that takes it."""
    open: bool
    """Whether nothing says that it is done."""


def is_repeated(form: Iterable[FormField]) -> bool:
    """Whether a form takes over anything."""
    return any(each.carries for each in form)


def rows_to_carry(form: tuple[FormField, ...], answers: Answers) -> Iterator[Row]:
    """The rows that can be taken over, in order."""
    by_id = {each.id: each for each in form}
    for field in form:
        if isinstance(field.carries, Mapping):
            for source, columns in field.carries.items():
                yield from _rows(by_id[source], field, columns, answers)


def next_form(form: tuple[FormField, ...], answers: Answers, taken: Collection[str]) -> dict[str, list[str]]:
    """The form begun anew, with the rows that are `taken`, by their keys."""
    found: dict[str, list[str]] = {}
    for field in form:
        if isinstance(field.carries, str) and field.carries:
            ends = {name.removeprefix(field.carries): texts for name, texts in answers.items()}
            found |= {
                f"{field.id}{end}": [*texts]
                for end, texts in ends.items()
                if f"{field.carries}{end}" in answers and (not end or end.startswith("."))
            }
    numbers: dict[str, int] = {}
    for row in rows_to_carry(form, answers):
        if row.key in taken:
            number = numbers[row.field.id] = numbers.get(row.field.id, 0) + 1
            found |= {f"{row.field.id}.{number}.{column}": [text] for column, text in row.cells.items() if text}
    return found


def _rows(source: FormField, field: FormField, columns: Mapping[str, Iterable[str]], answers: Answers) -> Iterator[Row]:
    others = [column for column in source.columns if column not in {each for some in columns.values() for each in some}]
    for row in source.row_keys(answers):
        cells = {to: _joined(source, row, [*from_], answers) for to, from_ in columns.items()}
        if any(cells.values()):
            told = " ".join(words(answers, f"{source.id}.{row}.{column}") for column in others).strip().casefold()
            done = source is field and told.startswith(say("onward.done"))
            yield Row(f"{source.id}.{row}", field, cells, not done)


def _joined(source: FormField, row: str, columns: list[str], answers: Answers) -> str:
    """What stands in some columns of a row; where there are several, each with its heading."""
    found = [(source.columns[column], words(answers, f"{source.id}.{row}.{column}")) for column in columns]
    if len(columns) == 1:
        return found[0][1]
    return "\n".join(say("form.offered-part", part=heading, words=text) for heading, text in found if text)
