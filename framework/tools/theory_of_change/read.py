"""A theory of change, read from the tool's form as it is kept: the tables are the picture, and hold nothing twice.

An activity names what it leads to in its own row; all other arrows stand in a table of their own. People type names,
and shorten them: the beginning of a name is enough, where it is that of only one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from framework.core.answers import SIDES, Side
from framework.core.words import say
from framework.export.form import Answers, FormField, words
from framework.tools.theory_of_change.theory import GOAL, SURE, Kind, Link, Mark, Sure, Theory, sure_name

TOOL = "theory-of-change"
NEEDS, THE_GOAL, OUTCOMES, DECISIONS, ACTIVITIES, ARROWS, ASSUMPTIONS = (
    f"{TOOL}.{name}"
    for name in ("people-and-need", "goal", "outcomes", "power-shift", "activities", "arrows", "assumptions")
)
TABLES: dict[str, Kind] = {ACTIVITIES: "activity", OUTCOMES: "outcome", DECISIONS: "decision"}
"""The tables whose rows are drawn. What a row is called stands in its first column."""
SHORTEST = 4
"""Letters. A name that is shortened to fewer is none."""
WORD = re.compile(r"\w+")


def theory_of(form: Mapping[str, FormField], answers: Answers) -> Theory:
    """The theory in what a form holds, by the form's fields."""
    goal = words(answers, THE_GOAL).strip()
    needs = {side: text for side in SIDES if (text := words(answers, f"{NEEDS}.{side}").strip())}
    marks = tuple(_marks(form, answers, goal))
    names = _Names(marks, goal)
    links: dict[tuple[str, str], Link] = {}
    unread: list[str] = []
    for link in (*_own(form, answers, names, unread), *_drawn(form, answers, names, unread)):
        before = links.get((link.start, link.end))
        because = link.because or (before.because if before else "")
        links[link.start, link.end] = Link(link.id, link.start, link.end, because, link.sure)
    tests = {
        _as_read(text): words(answers, f"{ASSUMPTIONS}.{row}.test").strip()
        for row in form[ASSUMPTIONS].row_keys(answers)
        if (text := words(answers, f"{ASSUMPTIONS}.{row}.assumption").strip())
    }
    told = tuple(
        Link(each.id, each.start, each.end, each.because, each.sure, tests.get(_as_read(each.because), ""))
        for each in links.values()
    )
    on_arrows = {_as_read(each.because) for each in told}
    loose = tuple(
        text
        for row in form[ASSUMPTIONS].row_keys(answers)
        if (text := words(answers, f"{ASSUMPTIONS}.{row}.assumption").strip()) and _as_read(text) not in on_arrows
    )
    named = tuple(replace(each, named=tuple(names.naming[each.id])) for each in marks)
    return Theory(goal, needs, named, told, loose, tuple(unread))


def _marks(form: Mapping[str, FormField], answers: Answers, goal: str) -> Iterator[Mark]:
    """A mark for each row that has a name; the goal where anything is there."""
    found = False
    for table, kind in TABLES.items():
        column, *others = form[table].columns
        for row in form[table].row_keys(answers):
            name = " ".join(words(answers, f"{table}.{row}.{column}").split())
            if not name:
                continue
            found = True
            facts = {
                each: text for each in others if (text := " ".join(words(answers, f"{table}.{row}.{each}").split()))
            }
            done = kind == "decision" and say("theory-of-change.done") in WORD.findall(_as_read(facts.get("when", "")))
            yield Mark(f"{kind}.{row}", kind, name, facts, {table: row}, done=done)
    if found or goal:
        yield Mark(GOAL, "goal", say("theory-of-change.the-goal"))


class _Names:
    """Which mark people mean by what they wrote."""

    def __init__(self, marks: tuple[Mark, ...], goal: str) -> None:
        self.naming: dict[str, list[str]] = {mark.id: [] for mark in marks}
        """The cells in which each mark was named, as far as they are read."""
        self.names: dict[str, str] = {}
        for mark in marks:
            self.names.setdefault(_as_read(mark.name), mark.id)
        if goal and marks:
            self.names.setdefault(_as_read(goal), GOAL)

    def find(self, written: str) -> str | None:
        """The id of the mark of this name, or of the only one whose name begins like this."""
        read = _as_read(written)
        if read in self.names:
            return self.names[read]
        begun = {id_ for name, id_ in self.names.items() if len(read) >= SHORTEST and name.startswith(read)}
        return begun.pop() if len(begun) == 1 else None


def _own(form: Mapping[str, FormField], answers: Answers, names: _Names, unread: list[str]) -> Iterator[Link]:
    """What activities say in their own rows that they lead to."""
    column = next(iter(form[ACTIVITIES].columns))
    for row in form[ACTIVITIES].row_keys(answers):
        name = " ".join(words(answers, f"{ACTIVITIES}.{row}.{column}").split())
        written = words(answers, f"{ACTIVITIES}.{row}.leads-to").strip()
        because = " ".join(words(answers, f"{ACTIVITIES}.{row}.because").split())
        if not (name and written):
            continue
        end = names.find(written)
        if end is None:
            unread.append(say("theory-of-change.no-such-end", name=name, end=" ".join(written.split())))
        elif end == f"activity.{row}":
            unread.append(say("theory-of-change.to-itself", name=name))
        else:
            names.naming[end].append(f"{ACTIVITIES}.{row}.leads-to")
            yield Link(f"own.{row}", f"activity.{row}", end, because)


def _drawn(form: Mapping[str, FormField], answers: Answers, names: _Names, unread: list[str]) -> Iterator[Link]:
    """The arrows in the table of arrows."""
    for row in form[ARROWS].row_keys(answers):
        cells = {
            column: " ".join(words(answers, f"{ARROWS}.{row}.{column}").split()) for column in form[ARROWS].columns
        }
        if not (cells["from"] and cells["to"]):
            if cells["from"] or cells["to"]:
                unread.append(say("theory-of-change.no-end", name=cells["from"] or cells["to"], row=row))
            continue
        ends = []
        for column in ("from", "to"):
            end = names.find(cells[column])
            if end is None:
                unread.append(say("theory-of-change.no-such-name", name=cells[column], row=row))
            else:
                names.naming[end].append(f"{ARROWS}.{row}.{column}")
                ends.append(end)
        if len(ends) == 2 and ends[0] == ends[1]:
            unread.append(say("theory-of-change.to-itself", name=cells["from"]))
        elif len(ends) == 2:
            yield Link(row, ends[0], ends[1], cells["because"], _sure(cells))


def _sure(cells: Mapping[str, str]) -> dict[Side, Sure]:
    """How sure each side is, by the word with which it begins."""
    found: dict[Side, Sure] = {}
    for side in SIDES:
        first = WORD.findall(_as_read(cells[side]))[:1]
        for sure in SURE:
            if first == [_as_read(sure_name(sure))]:
                found[side] = sure
    return found


def choices() -> dict[str, list[str]]:
    """What is meant to be written in some columns, by the table's id and the column's."""
    return {f"{ARROWS}.{side}": [sure_name(sure) for sure in SURE] for side in SIDES}


def _as_read(name: str) -> str:
    """A name as people read it: without what makes no difference.

    >>> _as_read("  The   lifts work. ")
    'the lifts work'
    """
    return " ".join(name.split()).casefold().rstrip(".")
