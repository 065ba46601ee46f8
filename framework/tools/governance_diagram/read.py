"""A governance diagram, read from the tool's form as it is kept: the tables are the diagram, and hold nothing twice.

People type into the tables, so names are matched as people read them, and a number is the first in what they wrote. A
form that was filled in before there were arrows is a diagram without arrows.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from framework.core.answers import SIDES, Side
from framework.core.words import say
from framework.export.form import ROW_HEADING, Answers, FormField, words
from framework.tools.governance_diagram.diagram import DOES, KINDS, Body, Diagram, Kind, Link, does_name, kind_name

TOOL = "governance-diagram"
DECISION, LEVELS, SEATS, ARROWS = (f"{TOOL}.{name}" for name in ("decision", "levels", "seats", "arrows"))
NUMBER = re.compile(r"\d{1,4}")


def diagram_of(form: Mapping[str, FormField], answers: Answers) -> Diagram:
    """The diagram in what a form holds, by the form's fields."""
    bodies = {body.id: body for body in _bodies(form, answers)}
    names = _names(form, answers, bodies)
    links, unread = [], []
    for row in form[ARROWS].row_keys(answers):
        start, end, what = (words(answers, f"{ARROWS}.{row}.{column}").strip() for column in ("from", "to", "what"))
        if not (start and end):
            if start or end:
                unread.append(say("governance-diagram.no-end", name=start or end, row=row))
            continue
        ends = [names.setdefault(_as_read(name), f":{_as_read(name)}") for name in (start, end)]
        for id_, name in zip(ends, (start, end), strict=True):
            bodies.setdefault(id_, Body(id_, name))
        kind = _kind(what)
        if kind is None:
            unread.append(say("governance-diagram.no-kind", what=what, start=start, end=end))
        elif ends[0] == ends[1]:
            unread.append(say("governance-diagram.to-itself", name=start))
        else:
            weeks = number_in(words(answers, f"{ARROWS}.{row}.weeks"))
            reasons = _yes_or_no(words(answers, f"{ARROWS}.{row}.reasons"))
            links.append(Link(row, ends[0], ends[1], kind, weeks, reasons))
    return Diagram(words(answers, DECISION).strip(), tuple(bodies.values()), tuple(links), tuple(unread))


def _bodies(form: Mapping[str, FormField], answers: Answers) -> Iterator[Body]:
    """A body for each row of the levels in which something stands, and for each of the seats that no level has."""
    levels, seats = form[LEVELS], form[SEATS]
    seat_rows = {_as_read(seats.row_words(row, answers)): row for row in seats.row_keys(answers)}
    met = set()
    for row in levels.row_keys(answers):
        heading = levels.row_words(row, answers)
        seat_row = seat_rows.get(_as_read(heading))
        written = [words(answers, f"{LEVELS}.{row}.{column}") for column in (*levels.columns, ROW_HEADING)]
        seated = seat_row is not None and _seated(seats, seat_row, answers)
        if heading.strip() and (any(written) or seated):
            met.add(seat_row)
            rows = {LEVELS: row} | ({SEATS: seat_row} if seat_row else {})
            yield _body(row, written[0].strip() or heading.strip(), written[1], rows, answers)
    for row in seat_rows.values():
        heading = seats.row_words(row, answers).strip()
        if row not in met and heading and _seated(seats, row, answers) and not isinstance(seats.rows, int):
            yield _body(f"seats.{row}", heading, "", {SEATS: row}, answers)


def _seated(seats: FormField, row: str, answers: Answers) -> bool:
    return any(words(answers, f"{SEATS}.{row}.{column}") for column in seats.columns)


def _body(id_: str, name: str, who: str, rows: dict[str, str], answers: Answers) -> Body:
    cells = {
        column: words(answers, f"{SEATS}.{rows[SEATS]}.{column}") if SEATS in rows else ""
        for column in ("does", "votes", *SIDES)
    }
    counted: dict[Side, int] = {side: count for side in SIDES if (count := number_in(cells[side])) is not None}
    does = _chosen(cells["does"], {does: does_name(does) for does in DOES})
    return Body(id_, " ".join(name.split()), who.strip(), does, counted, number_in(cells["votes"]), rows)


def _names(form: Mapping[str, FormField], answers: Answers, bodies: Mapping[str, Body]) -> dict[str, str]:
    """The ids of bodies by all that they are called: their own name first, then that of their row."""
    rows = {_as_read(form[LEVELS].row_words(row, answers)): row for row in bodies if ":" not in row and "." not in row}
    return {**rows, **{_as_read(body.name): body.id for body in reversed(tuple(bodies.values()))}}


def _kind(what: str) -> Kind | None:
    found: Kind | None = _chosen(what, {kind: kind_name(kind) for kind in KINDS}) if what else "sends-on"
    return found


def choices() -> dict[str, list[str]]:
    """What is meant to be written in some columns, by the table's id and the column's."""
    return {
        f"{SEATS}.does": [does_name(does) for does in DOES],
        f"{ARROWS}.what": [kind_name(kind) for kind in KINDS],
        f"{ARROWS}.reasons": [say("common.yes"), say("common.no")],
    }


def _chosen(written: str, choices: Mapping[Any, str]) -> Any:
    """Which of some words people wrote, or began with; None where it is none of them."""
    read = _as_read(written)
    return next((key for key, choice in choices.items() if read and read.startswith(_as_read(choice))), None)


def _yes_or_no(written: str) -> bool | None:
    choices = {True: say("common.yes"), False: say("common.no")}
    found: bool | None = _chosen(written, choices)
    return found


def _as_read(name: str) -> str:
    """A name as people read it: without what makes no difference.

    >>> _as_read("  The   Cabinet ")
    'the cabinet'
    """
    return " ".join(name.split()).casefold()


def number_in(written: str) -> int | None:
    """The first number in what people wrote.

    >>> number_in("Up to 12"), number_in("6, and they vote"), number_in("Not known")
    (12, 6, None)
    """
    found = NUMBER.search(written)
    return int(found[0]) if found else None
