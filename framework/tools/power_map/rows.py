"""The rows of a list, read as the reader wants its columns to be; and what could not be read, named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from framework.core.answers import SIDES, BadInput
from framework.core.characters import clean
from framework.core.words import comma_listed, say
from framework.export.cells import plain
from framework.tools.power_map.columns import MARKS, Looked
from framework.tools.power_map.known_words import SIDE_OF, Known, Use, known
from framework.tools.power_map.map import link_name
from framework.tools.power_map.read import LONGEST_NAME, LONGEST_NOTES, MOST_STAKEHOLDERS
from framework.tools.power_map.scales import mark_on, number_in
from framework.tools.power_map.table import column_name
from framework.tools.power_map.workbook import Sheet

MOST_ROWS_NAMED = 12
"""A problem names no more rows than this."""


@dataclass(frozen=True)
class Choices:
    """How the reader wants a sheet to be read."""

    uses: Mapping[int, Use]
    """By the column's place."""
    scales: Mapping[int, str]
    parting: frozenset[int]
    """Rows that name nobody."""
    side: str = ""
    """The side of all for whom the list has none. Empty: by their kind."""
    read: bool = True
    """Whether the sheet is read at all."""


@dataclass
class Row:
    """Someone of a list, with only what the list has of them."""

    row: int
    """As a spreadsheet counts: from 1."""
    who: dict[str, Any] = field(default_factory=dict)
    """`name`, and what is known of `kind`, `side` and `notes`."""
    place: dict[str, Any] = field(default_factory=dict)
    """What is known of `power`, `affected`, `person`, `at_table` and `stance`."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """The kind of each link, and the name that it goes to."""
    side_guessed: str = ""
    """The side to take where nothing else is known of it."""


@dataclass(frozen=True)
class RowProblem:
    """What is wrong in some rows, and how to mend it. They can still be taken."""

    rows: str
    column: str
    what: str
    mend: str


class Problems:
    """What is wrong in a list: what is alike is told once, with all its rows."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str, str], list[int]] = {}

    def add(self, row: int, column: str, what: str, mend: str) -> None:
        """Something that is wrong in a row."""
        self.found.setdefault((column, what, mend), []).append(row)

    def told(self) -> list[RowProblem]:
        """All of it, in the order of the rows."""
        in_order = sorted(self.found.items(), key=lambda each: each[1])
        return [RowProblem(_rows(rows), *key) for key, rows in in_order]


def _rows(rows: list[int]) -> str:
    named = comma_listed(map(str, rows[:MOST_ROWS_NAMED]))
    return (
        named
        if len(rows) <= MOST_ROWS_NAMED
        else say("power-map.and-more-rows", rows=named, count=len(rows) - MOST_ROWS_NAMED)
    )


def read_rows(sheet: Sheet, looked: Looked, choices: Choices, problems: Problems) -> list[Row]:
    """Everyone in a sheet. Raises `BadInput` where there are too many."""
    reader = _Reader(looked, choices, problems)
    section = ""
    rows = []
    for nth, cells in enumerate(sheet.rows[looked.first :], start=looked.first):
        if nth in choices.parting:
            section = reader.words.choice("side", looked.parting.get(nth, "").rstrip(": ")) or ""
            what = say("power-map.parting-row", words=looked.parting.get(nth, ""))
            problems.add(nth + 1, "", what, say("power-map.parting-row-mend"))
            continue
        row = reader.row(nth + 1, cells, section)
        if row:
            rows.append(row)
    if len(rows) > MOST_STAKEHOLDERS:
        what = say("power-map.too-many-rows", count=len(rows))
        raise BadInput(what, say("power-map.too-many-rows-mend", most=MOST_STAKEHOLDERS))
    return rows


def read_links(sheet: Sheet, looked: Looked, choices: Choices, problems: Problems) -> list[tuple[str, str, str]]:
    """The links in a sheet that lists links: from whom, which, to whom."""
    words = known()
    places = {use: place for place, use in choices.uses.items()}
    found = []
    for nth, cells in enumerate(sheet.rows[looked.first :], start=looked.first):
        start, end, kind = (_cell(cells, places.get(use)) for use in ("from", "to", "link"))
        if not (start or end):
            continue
        read = words.choice("links", kind) if kind else None
        if not read:
            what = say(
                "power-map.link-taken-as", kind=kind or say("power-map.no-headings"), link=link_name("influences")
            )
            problems.add(nth + 1, column_name("links"), what, _choose(words.names["links"]))
        found.append((" ".join(start.split()), read or "influences", " ".join(end.split())))
    return found


def _cell(cells: list[str], place: int | None) -> str:
    return plain(cells[place]).strip() if place is not None and place < len(cells) else ""


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, looked: Looked, choices: Choices, problems: Problems) -> None:
        self.headings = {each.place: each.heading for each in looked.columns}
        self.choices = choices
        self.problems = problems
        self.words: Known = known()
        self.seen: dict[str, int] = {}

    def row(self, number: int, cells: list[str], section: str) -> Row | None:
        """Whom a row names; None where it is empty, or names nobody."""
        given = {place: text for place in self.headings if (text := _cell(cells, place))}
        if not any(self.choices.uses.get(place) != "out" for place in given):
            return None
        row = Row(number)
        notes: list[str] = []
        name = ""
        for place, text in given.items():
            use = self.choices.uses.get(place, "out")
            if use == "name" and not name:
                name = self._name(number, text)
            elif use in ("name", "notes"):
                notes.append(self._note(place, text, only=use == "notes"))
            elif use in MARKS:
                self._mark(row, place, use, text, notes)
            elif use in ("kind", "side", "stance"):
                self._choice(row, place, use, text, notes)
            elif use == "at_table":
                self._seat(row, place, text, notes)
            elif use == "links":
                row.links += self._links(number, place, text, name)
        if not name:
            self.problems.add(number, column_name("name"), say("power-map.no-name"), say("power-map.no-name-mend"))
            return None
        row.who["name"] = self._unlike(number, name)
        if notes:
            row.who["notes"] = self._cut(number, "\n".join(notes))
        self._side(row, section)
        return row

    def _note(self, place: int, text: str, only: bool) -> str:
        """What is kept as a note, with the heading of its column; that of notes needs none."""
        heading = self.headings[place]
        is_notes = only and sum(use == "notes" for use in self.choices.uses.values()) == 1
        return clean(text) if is_notes else clean(say("power-map.as-note", heading=heading, text=text))

    def _name(self, number: int, text: str) -> str:
        name = " ".join(clean(text).split())
        if len(name) > LONGEST_NAME:
            what = say("power-map.name-cut", count=len(name))
            self.problems.add(number, column_name("name"), what, say("power-map.name-cut-mend", most=LONGEST_NAME))
        return name[:LONGEST_NAME].rstrip()

    def _unlike(self, number: int, name: str) -> str:
        """A name that nobody above has: of two that are alike, the second gets a number."""
        if name.casefold() in self.seen:
            what = say("power-map.same-name", name=name, row=self.seen[name.casefold()])
            self.problems.add(number, column_name("name"), what, say("power-map.same-name-mend"))
            nth = 2
            while f"{name} ({nth})".casefold() in self.seen:
                nth += 1
            name = f"{name[: LONGEST_NAME - 6]} ({nth})"
        self.seen[name.casefold()] = number
        return name

    def _mark(self, row: Row, place: int, use: Use, text: str, notes: list[str]) -> None:
        mark = self.words.marks.get(text.lower())
        number = number_in(text)
        if mark is None and number is not None:
            mark = mark_on(number, self.choices.scales.get(place, "1-5"))
        if mark is None:
            self.problems.add(
                row.row, column_name(use), say("power-map.bad-mark", value=text[:40]), say("power-map.bad-mark-mend")
            )
            notes.append(self._note(place, text, only=False))
        else:
            row.place[use] = mark

    def _choice(self, row: Row, place: int, use: Use, text: str, notes: list[str]) -> None:
        choice = self.words.choice(use, text)
        if choice is None:
            what = say("power-map.not-known", value=text[:40])
            self.problems.add(row.row, column_name(use), what, _choose(self.words.names[use]))
            notes.append(self._note(place, text, only=False))
        elif use == "stance":
            row.place[use] = choice
        else:
            row.who[use] = choice

    def _seat(self, row: Row, place: int, text: str, notes: list[str]) -> None:
        if text.lower() in self.words.yes or text.lower() in self.words.no:
            row.place["at_table"] = text.lower() in self.words.yes
            return
        what = say("power-map.unclear", value=text[:40])
        self.problems.add(row.row, column_name("at_table"), what, say("power-map.unclear-mend"))
        notes.append(self._note(place, text, only=False))

    def _side(self, row: Row, section: str) -> None:
        """The side where the list gives none: as the heading above says, as the reader wants it, or by the kind."""
        if "side" in row.who:
            return
        by_kind = SIDE_OF.get(row.who["kind"], "other") if "kind" in row.who else ""
        chosen = self.choices.side if self.choices.side in SIDES else ""
        row.side_guessed = section or chosen or by_kind or "other"
        if not (section or chosen or by_kind):
            self.problems.add(
                row.row, column_name("side"), say("power-map.side-left-out"), say("power-map.side-left-out-mend")
            )

    def _cut(self, number: int, notes: str) -> str:
        if len(notes) > LONGEST_NOTES:
            what = say("power-map.notes-cut", count=len(notes))
            self.problems.add(number, column_name("notes"), what, say("power-map.notes-cut-mend", most=LONGEST_NOTES))
        return notes[:LONGEST_NOTES]

    def _links(self, number: int, place: int, cell: str, name: str) -> Iterator[tuple[str, str]]:
        """The kind of each link and the name that it goes to."""
        for line in filter(str.strip, cell.splitlines()):
            words, _, target = line.partition(":")
            kind = self.words.choice("links", words)
            if kind and target.strip():
                yield kind, " ".join(target.split())
            else:
                mend = say("power-map.bad-link-mend", link=f"{link_name('funds')}: {name}")
                self.problems.add(number, self.headings[place], say("power-map.bad-link", link=line.strip()[:60]), mend)


def _choose(names: Mapping[str, str]) -> str:
    return say("common.choose-named", choices=comma_listed(names.values()))
