"""A phase of a power map as CSV, and a list that people already have read in, with its problems row by row."""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from framework.core.answers import SIDES, BadInput, side_name
from framework.core.characters import clean
from framework.core.words import comma_listed, say
from framework.export.cells import plain
from framework.export.csv import csv_text
from framework.tools.power_map.map import (
    KINDS,
    LEAST,
    LINKS,
    MOST,
    STANCES,
    Phase,
    Place,
    PowerMap,
    Waiting,
    kind_name,
    link_name,
    number,
    stance_name,
)
from framework.tools.power_map.read import LONGEST_NAME, LONGEST_NOTES, MOST_STAKEHOLDERS

LARGEST = 2_000_000
"""Letters. A list of 2,000 stakeholders has far fewer."""
COLUMNS = ("name", "kind", "side", "affected", "power", "person", "at_table", "stance", "links", "notes")
ALSO = {
    "name": ("who", "stakeholder", "role", "role or group", "group", "organisation", "organization", "title"),
    "kind": ("type", "category"),
    "side": ("which side",),
    "affected": ("how much affected", "impact", "affected by it", "how affected"),
    "power": ("power of the role", "influence", "role power", "power over the decision"),
    "person": ("power of the person", "person power", "own power"),
    "at_table": ("at the table", "at table", "on the steering group", "steering group", "member", "seat"),
    "stance": ("interest", "position", "view"),
    "links": ("link",),
    "notes": ("note", "comments", "comment"),
}
"""What people call these columns in the lists that they have, in English. All of this is read in every language."""
YES = ("yes", "y", "true", "x", "1", "✓", "✔")
NO = ("no", "n", "false", "0", "")
WORDS_FOR_MARKS = {"very low": 1.0, "low": 2.0, "medium": 3.0, "middle": 3.0, "high": 4.0, "very high": 5.0}
ENGLISH = {
    "kind": {
        "resident group": "resident-group",
        "residents or households": "residents",
        "council": "council",
        "housing association": "association",
        "developer": "developer",
        "contractor": "contractor",
        "elected member": "elected-member",
        "officer or staff": "officer",
        "adviser": "adviser",
        "community group or charity": "community",
        "funder or lender": "funder",
        "something else": "other",
    },
    "side": {
        "residents": "resident",
        "the organisation": "organisation",
        "organisations": "organisation",
        "other partners": "other",
        "other partner": "other",
    },
    "stance": {"for it": "for", "not sure": "unsure", "against it": "against", "not known": "not-known"},
    "links": {
        "reports to": "reports-to",
        "funds": "funds",
        "represents": "represents",
        "influences": "influences",
        "trusts": "trusts",
        "is in conflict with": "in-conflict",
    },
}
"""What choices are called in English lists. A table that one guide wrote can be read in any language."""


@dataclass(frozen=True)
class Known:
    """What people may write in the columns: in the language that is spoken, and in English."""

    names: Mapping[str, Mapping[str, str]]
    """What can be chosen in a column: each name by its id."""
    choices: Mapping[str, Mapping[str, str]]
    """The same the other way round: the id by all that it may be called, in small letters."""
    marks: Mapping[str, float]
    yes: Collection[str]
    no: Collection[str]


def known() -> Known:
    """What is known now, to be asked once for a whole list."""
    names: dict[str, dict[str, str]] = {
        "kind": {each: kind_name(each) for each in KINDS},
        "side": {each: side_name(each) for each in SIDES},
        "stance": {each: stance_name(each) for each in STANCES},
        "links": {each: link_name(each) for each in LINKS},
    }
    choices = {
        column: ENGLISH[column] | {id_: id_ for id_ in named} | {name.lower(): id_ for id_, name in named.items()}
        for column, named in names.items()
    }
    marks = {say(f"power-map.mark-{mark}").lower(): float(mark) for mark in range(int(LEAST), int(MOST) + 1)}
    yes, no = say("common.yes").lower(), say("common.no").lower()
    return Known(names, choices, WORDS_FOR_MARKS | marks, (*YES, yes), (*NO, no))


@dataclass(frozen=True)
class RowProblem:
    """What is wrong in a row, and how to mend it. The row can still be taken: what is wrong is then left open."""

    row: int
    """As a spreadsheet counts: the headings are row 1."""
    column: str
    what: str
    mend: str


@dataclass(frozen=True)
class Row:
    """A row that can be taken in: plain data, as the map's page keeps it."""

    row: int
    stakeholder: dict[str, Any]
    place: dict[str, Any]
    links: tuple[tuple[str, str], ...]
    """The kind of each link, and the name that it goes to."""


def column_name(key: str) -> str:
    """The heading of a column."""
    return say(f"power-map.column-{key.replace('_', '-')}")


def csv_out(found: PowerMap, phase: Phase) -> str:
    """A phase as CSV with everything in it but the sides' views, for a spreadsheet program."""
    names = _unlike(found, phase)
    links: dict[str, list[str]] = {}
    for link in phase.links:
        links.setdefault(link.start, []).append(f"{link_name(link.kind)}: {names[link.end]}")
    rows = []
    everyone: dict[str, Place | Waiting] = {**phase.places, **phase.waiting}
    for who in (*found.on(phase), *found.beside(phase)):
        here = everyone[who.id]
        rows.append(
            [
                names[who.id],
                kind_name(who.kind),
                side_name(who.side),
                *("" if mark is None else number(mark) for mark in (here.affected, here.power, here.person)),
                say("common.yes" if here.at_table else "common.no"),
                stance_name(here.stance),
                "\n".join(links.get(who.id, [])),
                who.notes,
            ]
        )
    return csv_text([column_name(key) for key in COLUMNS], rows)


def _unlike(found: PowerMap, phase: Phase) -> dict[str, str]:
    """Names by id; of two that are alike, the second gets a number, for links go by name here."""
    names: dict[str, str] = {}
    seen: set[str] = set()
    for who in (*found.on(phase), *found.beside(phase)):
        name, nth = who.name, 2
        while name.casefold() in seen:
            name, nth = f"{who.name} ({nth})", nth + 1
        seen.add(name.casefold())
        names[who.id] = name
    return names


def csv_in(text: Any) -> tuple[list[Row], list[RowProblem]]:
    """The rows of a list, and all problems in it. Raises `BadInput` where there is nothing to be read at all."""
    table = _table(text)
    columns = _columns(table[0])
    rows: list[Row] = []
    problems: list[RowProblem] = []
    seen: dict[str, int] = {}
    words = known()
    for nth, cells in enumerate(table[1:], start=2):
        given = {key: plain(cells[place]).strip() for key, place in columns.items() if place < len(cells)}
        if not any(given.values()):
            continue
        row = _row(nth, given, seen, words, problems)
        if row:
            rows.append(row)
    if not rows:
        raise BadInput(say("power-map.no-row"), say("power-map.no-row-mend"))
    if len(rows) > MOST_STAKEHOLDERS:
        what = say("power-map.too-many-rows", count=len(rows))
        raise BadInput(what, say("power-map.too-many-rows-mend", most=MOST_STAKEHOLDERS))
    here = {row.stakeholder["name"].casefold() for row in rows}
    for row in rows:
        for _, name in row.links:
            if name.casefold() not in here:
                what, mend = say("power-map.link-to-nobody", name=name), say("power-map.link-to-nobody-mend")
                problems.append(RowProblem(row.row, column_name("links"), what, mend))
    problems.sort(key=lambda problem: problem.row)
    return rows, problems


def _table(text: Any) -> list[list[str]]:
    if not isinstance(text, str) or not text.strip("\ufeff \r\n\t"):
        raise BadInput(say("power-map.empty-file"), say("power-map.empty-file-mend"))
    if len(text) > LARGEST:
        raise BadInput(say("power-map.large-file"), say("power-map.large-file-mend"))
    if "\0" in text:
        raise BadInput(say("power-map.no-csv"), say("power-map.no-csv-mend"))
    text = text.removeprefix("\ufeff")
    head = text.lstrip("\r\n").splitlines()[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    try:
        table = list(csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise BadInput(say("power-map.bad-csv", error=error), say("power-map.bad-csv-mend")) from error
    return table


def _columns(headings: list[str]) -> dict[str, int]:
    """Where each column stands. Capitals don't matter, and common other headings are known."""
    keys = {alias: key for key, aliases in ALSO.items() for alias in aliases}
    keys |= {key: key for key in COLUMNS} | {column_name(key).lower(): key for key in COLUMNS}
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        key = keys.get(re.sub(r"[\s_]+", " ", heading).strip().lower().rstrip("?"))
        if key and key not in found:
            found[key] = place
    if "name" not in found:
        here = comma_listed(say("power-map.heading", heading=each.strip()) for each in headings if each.strip())
        there = here[:200] or say("power-map.no-headings")
        what = say("power-map.no-name-column", name=column_name("name"), headings=there)
        raise BadInput(what, say("power-map.no-name-column-mend", columns=comma_listed(map(column_name, COLUMNS))))
    return found


def _row(nth: int, given: dict[str, str], seen: dict[str, int], words: Known, problems: list[RowProblem]) -> Row | None:
    name = " ".join(clean(given.get("name", "")).split())

    def wrong(key: str, what: str, mend: str) -> None:
        problems.append(RowProblem(nth, column_name(key), what, mend))

    if not name:
        wrong("name", say("power-map.no-name"), say("power-map.no-name-mend"))
        return None
    if len(name) > LONGEST_NAME:
        wrong("name", say("power-map.name-cut", count=len(name)), say("power-map.name-cut-mend", most=LONGEST_NAME))
        name = name[:LONGEST_NAME].rstrip()
    if name.casefold() in seen:
        what = say("power-map.same-name", name=name, row=seen[name.casefold()])
        wrong("name", what, say("power-map.same-name-mend"))
        nth_alike = 2
        while f"{name} ({nth_alike})".casefold() in seen:
            nth_alike += 1
        name = f"{name[: LONGEST_NAME - 6]} ({nth_alike})"
    seen[name.casefold()] = nth
    marks: dict[str, float | None] = {}
    for key in ("affected", "power", "person"):
        value = given.get(key, "")
        found = _mark(value, words.marks)
        if value and found is None:
            wrong(key, say("power-map.bad-mark", value=value[:40]), say("power-map.bad-mark-mend"))
        marks[key] = found
    chosen = {}
    for key, otherwise in (("kind", "other"), ("side", "other"), ("stance", "not-known")):
        value = given.get(key, "")
        choice = _choice(value, words.choices[key])
        chosen[key] = choice or otherwise
        if value and not choice:
            wrong(key, say("power-map.not-known", value=value[:40]), _choose(words.names[key]))
    if not given.get("side"):
        wrong("side", say("power-map.side-left-out"), _choose(words.names["side"]))
    at_table = given.get("at_table", "").lower()
    if at_table not in (*words.yes, *words.no):
        wrong("at_table", say("power-map.unclear", value=at_table[:40]), say("power-map.unclear-mend"))
    notes = clean(given.get("notes", ""))
    if len(notes) > LONGEST_NOTES:
        what, mend = say("power-map.notes-cut", count=len(notes)), say("power-map.notes-cut-mend", most=LONGEST_NOTES)
        wrong("notes", what, mend)
    links = []
    for kind, target in _links(given.get("links", ""), words.choices["links"]):
        if kind:
            links.append((kind, target))
        else:
            mend = say("power-map.bad-link-mend", link=f"{link_name('funds')}: {name}")
            wrong("links", say("power-map.bad-link", link=target[:60]), mend)
    return Row(
        row=nth,
        stakeholder={"name": name, "kind": chosen["kind"], "side": chosen["side"], "notes": notes[:LONGEST_NOTES]},
        place={**marks, "at_table": at_table in words.yes, "stance": chosen["stance"]},
        links=tuple(links),
    )


def _links(cell: str, kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The kind of each link and the name that it goes to; no kind where a line says neither."""
    for line in filter(str.strip, cell.splitlines()):
        words, _, target = line.partition(":")
        kind = _choice(words, kinds)
        target = " ".join(target.split())
        yield (kind, target) if kind and target else ("", line.strip())


def _mark(value: str, in_words: Mapping[str, float]) -> float | None:
    """A mark, as a number or in words.

    >>> [_mark(value, {"high": 4.0}) for value in ("2,5", "High", "7")]
    [2.5, 4.0, None]
    """
    words = in_words.get(value.lower())
    if words or not re.fullmatch(r"\d+([.,]\d+)?", value):
        return words
    found = round(float(value.replace(",", ".")), 1)
    return found if LEAST <= found <= MOST else None


def _choice(value: str, choices: Mapping[str, str]) -> str | None:
    """A choice by its id, its name, or its name in English.

    >>> _choice("Housing  association", known().choices["kind"])
    'association'
    """
    return choices.get(" ".join(value.lower().split()))


def _choose(names: Mapping[str, str]) -> str:
    return say("common.choose-named", choices=comma_listed(names.values()))
