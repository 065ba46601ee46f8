"""A project process map, read from the tool's form as it is kept: the tables are the map, and hold nothing twice.

People type into the tables, so names are matched as people read them. A form that was filled in before there was a
picture is a map in which nobody wrote down whose each decision is.
"""

import re
from collections.abc import Iterator, Mapping

from framework.core.words import say
from framework.export.form import Answers, FormField, words
from framework.tools.project_process_map.process import LANES, Kind, Lane, Mark, Process, Stage, lane_name

TOOL = "project-process-map"
PROJECT, NOW, STAGES, OWN = (f"{TOOL}.{name}" for name in ("project", "now", "stages", "own-stages"))
DECISIONS, GATES, OUTSIDE = (f"{TOOL}.{name}" for name in ("decisions", "gates", "outside"))
STEPS, LIMITS = f"{TOOL}.steps", f"{TOOL}.limits"
TABLES = (STAGES, DECISIONS, GATES, OUTSIDE, STEPS, LIMITS)
NUMBER = re.compile(r"\d{1,2}")
IN_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")


def process_of(form: Mapping[str, FormField], answers: Answers) -> Process:
    """The map in what a form holds, by the form's fields."""
    stages = tuple(_plain_stages(answers)) or tuple(_given_stages(form, answers))
    unread: list[str] = []
    marks = [
        *_decisions(form, answers, stages, unread),
        *_simple("step", form[STEPS], answers, stages, unread),
        *_simple("limit", form[LIMITS], answers, stages, unread),
    ]
    chosen = words(answers, NOW)
    now = next((stage.id for stage in stages if stage.id == chosen), None)
    return Process(words(answers, PROJECT).strip(), stages, tuple(marks), now, tuple(unread))


def _given_stages(form: Mapping[str, FormField], answers: Answers) -> Iterator[Stage]:
    """The form's own stages: '2 Concept Design (what could it look like?)'."""
    for row in form[STAGES].row_keys(answers):
        heading = form[STAGES].row_words(row, answers).strip()
        number = _number(heading)
        name = IN_BRACKETS.sub("", heading.removeprefix(number).strip())
        if name:
            yield Stage(row, name, words(answers, f"{STAGES}.{row}.dates").strip(), number, number or name)


def _plain_stages(answers: Answers) -> Iterator[Stage]:
    """The stages that people named themselves, each on a line of its own: 'Drawing it: 2028 and 2029'."""
    lines = [" ".join(line.split()) for line in words(answers, OWN).splitlines() if line.strip()]
    for number, line in enumerate(lines if len(lines) > 1 else (), start=1):
        name, _, dates = line.partition(":")
        if name.strip():
            yield Stage(f"own-{number}", name.strip(), dates.strip(), str(number), name.strip())


def _decisions(
    form: Mapping[str, FormField], answers: Answers, stages: tuple[Stage, ...], unread: list[str]
) -> Iterator[Mark]:
    gates = {_as_read(words(answers, f"{GATES}.{row}.decision")): row for row in form[GATES].row_keys(answers)}
    flagged: dict[str, list[str]] = {}
    for row in form[OUTSIDE].row_keys(answers):
        flagged.setdefault(_as_read(words(answers, f"{OUTSIDE}.{row}.decision")), []).append(row)
    for row in form[DECISIONS].row_keys(answers):
        cell = {
            column: words(answers, f"{DECISIONS}.{row}.{column}").strip()
            for column in ("decision", "stage", "who", "last-day", "flag")
        }
        if not cell["decision"]:
            continue
        name = " ".join(cell["decision"].split())
        gate = gates.get(_as_read(name))
        beside = {
            column: words(answers, f"{GATES}.{gate}.{column}").strip() if gate else ""
            for column in ("side", "papers", "day")
        }
        stage, lane = _stands(name, cell["stage"], beside["side"], stages, unread)
        told = flagged.get(_as_read(name), [])
        yield Mark(
            f"decision-{row}",
            "decision",
            name,
            stage,
            lane,
            cell["who"],
            beside["day"],
            beside["papers"],
            cell["last-day"],
            bool(cell["flag"]) and _as_read(cell["flag"]) not in {"-", _as_read(say("common.no"))},
            any(words(answers, f"{OUTSIDE}.{each}.who-explains").strip() for each in told),
            rows={DECISIONS: row} | ({GATES: gate} if gate else {}),
            named=tuple(f"{OUTSIDE}.{each}.decision" for each in told),
        )


def _simple(
    kind: Kind, table: FormField, answers: Answers, stages: tuple[Stage, ...], unread: list[str]
) -> Iterator[Mark]:
    """A mark for each row of a table whose first column holds its name."""
    for row in table.row_keys(answers):
        cell = {column: words(answers, f"{table.id}.{row}.{column}").strip() for column in table.columns}
        name = " ".join(cell[next(iter(table.columns))].split())
        if name:
            stage, lane = _stands(name, cell["stage"], cell["side"], stages, unread)
            day, moved = cell.get("day", ""), cell.get("moved", "")
            yield Mark(f"{kind}-{row}", kind, name, stage, lane, day=day, moved=moved, rows={table.id: row})


def _stands(
    name: str, stage: str, side: str, stages: tuple[Stage, ...], unread: list[str]
) -> tuple[str | None, Lane | None]:
    """The stage and the lane that are written down. What is no stage and no side is told."""
    found, lane = _stage(stage, stages), _lane(side)
    if stage and not found:
        unread.append(say("project-process-map.no-stage", name=name, stage=stage))
    if side and not lane:
        unread.append(say("project-process-map.no-side", name=name, side=side))
    return found, lane


def _stage(written: str, stages: tuple[Stage, ...]) -> str | None:
    """By its name, or by the first number in what is written."""
    read, number = _as_read(written), _number(written)
    named = (stage.id for stage in stages if read and _as_read(stage.name) == read)
    return next(named, None) or next((stage.id for stage in stages if number and stage.number == number), None)


def _lane(written: str) -> Lane | None:
    """By the words of a lane, or by the last of them: 'Organisation' is the organisation."""
    read = _as_read(written)
    names = {lane: _as_read(lane_name(lane)) for lane in LANES}
    return next((lane for lane in LANES if read and (names[lane] == read or names[lane].split()[-1] == read)), None)


def choices(found: Process) -> dict[str, list[str]]:
    """What is meant to be written in some columns, by the table's id and the column's."""
    sides, stages = [lane_name(lane) for lane in LANES], [stage.written for stage in found.stages]
    return {f"{table}.side": sides for table in (GATES, STEPS, LIMITS)} | {
        f"{table}.stage": stages for table in (DECISIONS, STEPS, LIMITS)
    }


CELLS: dict[Kind, tuple[str, str]] = {
    "decision": (f"{DECISIONS}.stage", f"{GATES}.side"),
    "step": (f"{STEPS}.stage", f"{STEPS}.side"),
    "limit": (f"{LIMITS}.stage", f"{LIMITS}.side"),
}
"""Where the stage and the side of each kind of mark are written: the table's id and the column's."""


def _number(written: str) -> str:
    """The first number in what people wrote, as text.

    >>> _number("Stage 02"), _number("2 Concept Design"), _number("Building")
    ('2', '2', '')
    """
    found = NUMBER.search(written)
    return str(int(found[0])) if found else ""


def _as_read(name: str) -> str:
    """A name as people read it: without what makes no difference."""
    return " ".join(name.split()).casefold()
