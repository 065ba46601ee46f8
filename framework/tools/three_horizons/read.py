"""The three horizons, read from the tool's form as it is kept: the tables are the picture, and hold nothing twice.

People type into the tables, so words are matched as people read them. A form that was filled in before there were notes
has its seeds and its ideas on the picture. Where a note says the same as a seed or an idea, one of them is drawn.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from framework.core.answers import DECIDING, SIDES, Side, side_name
from framework.core.words import say
from framework.export.form import Answers, FormField, words
from framework.tools.three_horizons.alike import alike
from framework.tools.three_horizons.notes import (
    HORIZONS,
    WAYS,
    WHENS,
    Horizon,
    Horizons,
    Idea,
    Note,
    Way,
    When,
)

TOOL = "three-horizons"
QUESTION, YEAR, NOTES, SEEDS, IDEAS = (
    f"{TOOL}.{name}" for name in ("question", "year", "notes", "seeds", "innovations")
)
NUMBERED = re.compile(r"(?<!\d)[1-3](?!\d)")
"""Many people call the horizons by their numbers: 'H1', '2nd'."""
NAMED = 4
"""Letters of a side's name that are enough to know it by."""


def horizon_name(horizon: Horizon) -> str:
    """A horizon, as people write it in the form.

    >>> horizon_name("second")
    'in between'
    """
    return say(f"three-horizons.horizon-{horizon}")


def when_name(when: When) -> str:
    """A time, as people write it in the form."""
    return say(f"three-horizons.when-{when}")


def way_name(way: Way) -> str:
    """Which way an idea works, as people write it in the form."""
    return say(f"three-horizons.way-{way}")


def horizons_of(form: Mapping[str, FormField], answers: Answers) -> Horizons:
    """The horizons in what a form holds, by the form's fields."""
    year = " ".join(words(answers, YEAR).split())
    notes, unread = [], []
    for row in form[NOTES].row_keys(answers):
        cells = {column: _cell(answers, NOTES, row, column) for column in ("what", "horizon", "when", "whose")}
        if not cells["what"]:
            unread += [say("three-horizons.no-text", row=row)] if any(cells.values()) else []
            continue
        note = Note(
            row,
            "note",
            cells["what"],
            horizon_in(cells["horizon"]),
            when_in(cells["when"], year),
            sides_in(cells["whose"]),
            rows={NOTES: row},
        )
        notes.append(note)
        unread += _not_known(note, cells)
    others = [*_seeds(form, answers), *_ideas(form, answers)]
    echoes = tuple(each for each in others if any(_same(note, each) for note in notes))
    notes = [_with_what_is_told(note, echoes) for note in notes]
    notes += [each for each in others if each not in echoes]
    return Horizons(" ".join(words(answers, QUESTION).split()), year, tuple(notes), echoes, tuple(unread))


def _cell(answers: Answers, table: str, row: str, column: str) -> str:
    return " ".join(words(answers, f"{table}.{row}.{column}").split())


def _seeds(form: Mapping[str, FormField], answers: Answers) -> Iterator[Note]:
    """Each seed: it is of what is coming, and is there now."""
    for row in form[SEEDS].row_keys(answers):
        if text := _cell(answers, SEEDS, row, "seed"):
            yield Note(f"seed-{row}", "seed", text, "third", "now", seed=True, rows={SEEDS: row})


def _ideas(form: Mapping[str, FormField], answers: Answers) -> Iterator[Note]:
    """Each new idea: it stands in between, and is under way or planned."""
    for row in form[IDEAS].row_keys(answers):
        if text := _cell(answers, IDEAS, row, "idea"):
            idea = Idea(ways_in(_cell(answers, IDEAS, row, "which-way")), bool(_cell(answers, IDEAS, row, "turn")))
            yield Note(f"idea-{row}", "idea", text, "second", "soon", idea=idea, rows={IDEAS: row})


def _same(note: Note, other: Note) -> bool:
    """Whether a note says the same as a seed or an idea, where that would stand."""
    return note.place is not None and note.horizon == other.horizon and alike(note.text, other.text)


def _with_what_is_told(note: Note, others: Iterable[Note]) -> Note:
    """A note with what the form's other tables tell of the same thing."""
    for each in others:
        if _same(note, each):
            note = replace(note, seed=note.seed or each.seed, idea=note.idea or each.idea)
    return note


def _not_known(note: Note, cells: Mapping[str, str]) -> Iterator[str]:
    """What stands beside a note and is none of the words that are known."""
    if cells["horizon"] and note.horizon is None:
        yield say("three-horizons.no-horizon", note=note.text, written=cells["horizon"])
    if cells["when"] and note.when is None:
        yield say("three-horizons.no-when", note=note.text, written=cells["when"])
    if cells["whose"] and not note.sides:
        yield say("three-horizons.no-whose", note=note.text, written=cells["whose"], residents=say("sides.in-resident"))


def horizon_in(written: str) -> Horizon | None:
    """The horizon that people wrote: by its word, or by its number.

    >>> horizon_in("Fading"), horizon_in("H3"), horizon_in("sideways")
    ('first', 'third', None)
    """
    for horizon in HORIZONS:
        if written and written.casefold().startswith(horizon_name(horizon).casefold()):
            return horizon
    found = NUMBERED.search(written)
    return HORIZONS[int(found[0]) - 1] if found else None


def when_in(written: str, year: str) -> When | None:
    """The time that people wrote. The year that they look towards is one too.

    >>> when_in("Soon, we hope", ""), when_in("2040", "2040"), when_in("2031", "2040")
    ('soon', 'then', None)
    """
    if year and written == year:
        return "then"
    read = written.casefold()
    return next((when for when in WHENS if read.startswith(when_name(when).casefold())), None)


def ways_in(written: str) -> tuple[Way, ...]:
    """Each way that is written down.

    >>> ways_in("Residents: helps the future. Officers: could be either")
    ('helps', 'either')
    """
    read = written.casefold()
    return tuple(way for way in WAYS if way_name(way).casefold() in read)


def sides_in(written: str) -> tuple[Side, ...]:
    """The sides that are written down, by name or together.

    >>> sides_in("both sides"), sides_in("Residents, and other partners"), sides_in("Us")
    (('resident', 'organisation'), ('resident', 'other'), ())
    """
    read = written.casefold()
    if say("three-horizons.whose-all").casefold() in read:
        return SIDES
    if say("three-horizons.whose-both").casefold() in read:
        return DECIDING
    return tuple(side for side in SIDES if any(_names(name.casefold(), read) for name in _called(side)))


def _called(side: Side) -> tuple[str, ...]:
    return side_name(side), say(f"sides.in-{side}")


def _names(name: str, read: str) -> bool:
    """Whether a side's name is in what people wrote, or that is part of the name."""
    return name in read or (len(read) >= NAMED and read in name)


def choices() -> dict[str, list[str]]:
    """What is meant to be written in some columns, by the table's id and the column's."""
    return {
        f"{NOTES}.horizon": [horizon_name(each) for each in HORIZONS],
        f"{NOTES}.when": [when_name(each) for each in WHENS],
        f"{NOTES}.whose": [*(side_name(side) for side in SIDES), say("three-horizons.whose-both")],
        f"{IDEAS}.which-way": [way_name(each) for each in WAYS],
    }
