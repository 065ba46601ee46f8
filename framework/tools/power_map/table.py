"""A phase of a power map as CSV, and a list that people already have read in, with its problems row by row."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from framework.core.answers import BadInput, side_name, side_names
from framework.core.characters import clean
from framework.export.cells import plain
from framework.export.csv import csv_text
from framework.tools.power_map.map import (
    KINDS,
    LEAST,
    LINKS,
    MIDDLE,
    MOST,
    STANCES,
    Phase,
    PowerMap,
    number,
)
from framework.tools.power_map.read import LONGEST_NAME, LONGEST_NOTES, MOST_STAKEHOLDERS

LARGEST = 2_000_000
"""Letters. A list of 2,000 stakeholders has far fewer."""
COLUMNS = {
    "name": "Name",
    "kind": "Kind",
    "side": "Side",
    "affected": "How much affected",
    "power": "Power of the role",
    "person": "Power of the person",
    "at_table": "At the table",
    "stance": "Stance",
    "links": "Links",
    "notes": "Notes",
}
ALSO = {
    "name": ("who", "stakeholder", "role", "role or group", "group", "organisation", "organization", "title"),
    "kind": ("type", "category"),
    "side": ("which side",),
    "affected": ("impact", "affected by it", "how affected"),
    "power": ("influence", "role power", "power over the decision"),
    "person": ("person power", "own power"),
    "at_table": ("at table", "on the steering group", "steering group", "member", "seat"),
    "stance": ("interest", "position", "view"),
    "links": ("link",),
    "notes": ("note", "comments", "comment"),
}
"""What people call these columns in the lists that they have."""
YES = ("yes", "y", "true", "x", "1", "✓", "✔")
NO = ("no", "n", "false", "0", "")
WORDS_FOR_MARKS = {"very low": 1.0, "low": 2.0, "medium": 3.0, "middle": 3.0, "high": 4.0, "very high": 5.0}
SIDES_TOO = {"resident": "resident", "other": "other", "other partner": "other", "organisations": "organisation"}


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


def csv_out(found: PowerMap, phase: Phase) -> str:
    """A phase as CSV with everything in it but the sides' views, for a spreadsheet program."""
    names = _unlike(found, phase)
    links: dict[str, list[str]] = {}
    for link in phase.links:
        links.setdefault(link.start, []).append(f"{LINKS[link.kind]}: {names[link.end]}")
    rows = []
    for who in found.on(phase):
        here = phase.places[who.id]
        rows.append(
            [
                names[who.id],
                KINDS[who.kind],
                side_name(who.side),
                number(here.affected),
                number(here.power),
                "" if here.person is None else number(here.person),
                "yes" if here.at_table else "no",
                STANCES[here.stance],
                "\n".join(links.get(who.id, [])),
                who.notes,
            ]
        )
    return csv_text(tuple(COLUMNS.values()), rows)


def _unlike(found: PowerMap, phase: Phase) -> dict[str, str]:
    """Names by id; of two that are alike, the second gets a number, for links go by name here."""
    names: dict[str, str] = {}
    seen: set[str] = set()
    for who in found.on(phase):
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
    for nth, cells in enumerate(table[1:], start=2):
        given = {key: plain(cells[place]).strip() for key, place in columns.items() if place < len(cells)}
        if not any(given.values()):
            continue
        row = _row(nth, given, seen, problems)
        if row:
            rows.append(row)
    if not rows:
        raise BadInput("No row has a name in it", "Write one stakeholder to a row, below the headings.")
    if len(rows) > MOST_STAKEHOLDERS:
        raise BadInput(f"There are {len(rows)} rows", f"Keep to {MOST_STAKEHOLDERS}.")
    known = {row.stakeholder["name"].casefold() for row in rows}
    for row in rows:
        for _, name in row.links:
            if name.casefold() not in known:
                what = f"A link goes to '{name}', who is in no row"
                problems.append(RowProblem(row.row, COLUMNS["links"], what, "Add a row for them, or mend the name."))
    problems.sort(key=lambda problem: problem.row)
    return rows, problems


def _table(text: Any) -> list[list[str]]:
    if not isinstance(text, str) or not text.strip("\ufeff \r\n\t"):
        raise BadInput("The file is empty", "Save your list as CSV, with headings in its first row.")
    if len(text) > LARGEST:
        raise BadInput("The file is too large", "Keep to the columns that the map needs.")
    if "\0" in text:
        raise BadInput("This is not a CSV file", "In your spreadsheet program choose 'Save as', and then CSV.")
    text = text.removeprefix("\ufeff")
    head = text.lstrip("\r\n").splitlines()[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    try:
        table = list(csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise BadInput(f"This can't be read as CSV: {error}", "Save the list once more as CSV UTF-8.") from error
    return table


def _columns(headings: list[str]) -> dict[str, int]:
    """Where each column stands. Capitals don't matter, and common other headings are known."""
    known = {alias: key for key, aliases in ALSO.items() for alias in aliases}
    known |= {key: key for key in COLUMNS} | {words.lower(): key for key, words in COLUMNS.items()}
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        key = known.get(re.sub(r"[\s_]+", " ", heading).strip().lower().rstrip("?"))
        if key and key not in found:
            found[key] = place
    if "name" not in found:
        said = ", ".join(f"'{heading.strip()}'" for heading in headings if heading.strip()) or "nothing"
        raise BadInput(
            f"No column is called 'Name'. The first row has {said[:200]}",
            f"Name the columns in the first row. These are known: {', '.join(COLUMNS.values())}.",
        )
    return found


def _row(nth: int, given: dict[str, str], seen: dict[str, int], problems: list[RowProblem]) -> Row | None:
    name = " ".join(clean(given.get("name", "")).split())

    def wrong(key: str, what: str, mend: str) -> None:
        problems.append(RowProblem(nth, COLUMNS[key], what, mend))

    if not name:
        wrong("name", "There is no name", "Write who this is. The row is left out.")
        return None
    if len(name) > LONGEST_NAME:
        wrong("name", f"The name has {len(name)} letters", f"It is cut to {LONGEST_NAME}. Say more in the notes.")
        name = name[:LONGEST_NAME].rstrip()
    if name.casefold() in seen:
        wrong("name", f"'{name}' stands in row {seen[name.casefold()]} too", "Give each a name of its own.")
        nth_alike = 2
        while f"{name} ({nth_alike})".casefold() in seen:
            nth_alike += 1
        name = f"{name[: LONGEST_NAME - 6]} ({nth_alike})"
    seen[name.casefold()] = nth
    marks: dict[str, float | None] = {}
    for key in ("affected", "power", "person"):
        value = given.get(key, "")
        found = _mark(value)
        if value and found is None:
            wrong(key, f"'{value[:40]}' is no mark", "Give a number from 1 to 5. It is left open until then.")
        marks[key] = found if found is not None or key == "person" else MIDDLE
    chosen = {}
    for key, words, otherwise in (
        ("kind", KINDS, "other"),
        ("side", side_names(), "other"),
        ("stance", STANCES, "not-known"),
    ):
        value = given.get(key, "")
        choice = _choice(value, words) or (SIDES_TOO.get(value.lower()) if key == "side" else None)
        chosen[key] = choice or otherwise
        if value and not choice:
            wrong(key, f"'{value[:40]}' is not known", f"Choose one of: {', '.join(words.values())}.")
    if not given.get("side"):
        wrong("side", "No side is given", f"Choose one of: {', '.join(side_names().values())}.")
    at_table = given.get("at_table", "").lower()
    if at_table not in (*YES, *NO):
        wrong("at_table", f"'{at_table[:40]}' is not clear", "Write yes or no.")
    notes = clean(given.get("notes", ""))
    if len(notes) > LONGEST_NOTES:
        wrong("notes", f"The notes have {len(notes)} letters", f"They are cut to {LONGEST_NOTES}.")
    links = []
    for kind, target in _links(given.get("links", "")):
        if kind:
            links.append((kind, target))
        else:
            wrong("links", f"'{target[:60]}' is no link", f"Write, for example, 'funds: {name}', one to a line.")
    return Row(
        row=nth,
        stakeholder={"name": name, "kind": chosen["kind"], "side": chosen["side"], "notes": notes[:LONGEST_NOTES]},
        place={**marks, "at_table": at_table in YES, "stance": chosen["stance"]},
        links=tuple(links),
    )


def _links(cell: str) -> Iterator[tuple[str, str]]:
    """The kind of each link and the name that it goes to; no kind where a line says neither."""
    for line in filter(str.strip, cell.splitlines()):
        words, _, target = line.partition(":")
        kind = _choice(words, LINKS)
        target = " ".join(target.split())
        yield (kind, target) if kind and target else ("", line.strip())


def _mark(value: str) -> float | None:
    """A mark, as a number or in words.

    >>> _mark("2,5"), _mark("High"), _mark("7")
    (2.5, 4.0, None)
    """
    words = WORDS_FOR_MARKS.get(value.lower())
    if words or not re.fullmatch(r"\d+([.,]\d+)?", value):
        return words
    found = round(float(value.replace(",", ".")), 1)
    return found if LEAST <= found <= MOST else None


def _choice(value: str, words: Any) -> str | None:
    """A choice by its id or its words.

    >>> _choice("housing association", KINDS)
    'association'
    """
    value = " ".join(value.lower().split())
    return next((key for key, said in words.items() if value in (key, said.lower())), None)
