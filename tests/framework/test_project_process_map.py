"""The project process map: what it reads of a form, what it tells, and when it asks."""

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from framework.content.check import checked
from framework.tools.project_process_map.describe import describe, follow, in_order, overview
from framework.tools.project_process_map.findings import READING_DAYS, worth_asking
from framework.tools.project_process_map.process import Mark, Process, Stage
from framework.tools.project_process_map.read import CELLS, DECISIONS, GATES, STEPS, TOOL, process_of
from tests.framework.processes import estate, estate_answers, form, typed

FRAMEWORK = checked()
FORM = form(FRAMEWORK)
STAGES = tuple(Stage(str(number), f"Stage {number}", number=str(number), written=str(number)) for number in range(4))


def asked(found: Process) -> dict[str, tuple[str, ...]]:
    return {each.ask: each.about for each in worth_asking(found)}


def names(found: Process, ask: str) -> list[str]:
    by_id = {mark.id: mark.name for mark in found.marks}
    return [by_id[id_] for id_ in asked(found).get(ask, ())]


def of(*marks: Mark) -> Process:
    return Process("A project", STAGES, marks)


def test_the_estate_is_read_whole_and_asked_with_reasons() -> None:
    found = estate(FRAMEWORK)
    assert found.unread == ()
    assert [stage.number for stage in found.stages] == list("01234567")
    assert found.stages[2].name == "Concept Design"
    assert found.now == "stage-0"
    assert overview(found).startswith(
        "Harbour Court, 228 homes. Map of 26 November 2026: 8 stages, 14 decisions. 6 are"
    )
    assert names(found, "papers-late") == ["Which options are looked at", "The bid for the building fund"]
    assert names(found, "line-met-late") == ["No more than eight floors", "The crane may not pass over the school"]
    assert names(found, "not-explained") == ["What the report to cabinet says"]
    (stretch,) = [each for each in worth_asking(found) if each.ask == "no-one-asked"]
    assert stretch.reasons[0].startswith(
        "From 5 Manufacturing and Construction to 7 Use, residents take part in nothing."
    )
    stops = follow(found)
    assert stops[0].sentence.startswith("1 of 14: Which options are looked at. A decision, 0 Strategic Definition")


def test_a_form_that_was_filled_in_before_there_was_a_picture_is_a_map_without_sides() -> None:
    new = (f"{TOOL}.gates.", f"{TOOL}.steps.", f"{TOOL}.limits.")
    old = {name: texts for name, texts in estate_answers(FRAMEWORK).items() if not name.startswith(new)}
    found = process_of(FORM, old)
    assert len(found.decisions) == 14
    assert {mark.lane for mark in found.marks} == {None}
    assert [each.stage for each in found.decisions][:2] == ["stage-0", "stage-0"]
    assert set(asked(found)) == {"not-explained"}
    assert "Nobody wrote down whose" in describe(found)


def test_an_empty_form_is_an_empty_map_that_asks_nothing() -> None:
    found = process_of(FORM, {})
    assert found.marks == ()
    assert len(found.stages) == 8
    assert worth_asking(found) == ()
    assert follow(found) == ()


def test_a_groups_own_stages_take_the_place_of_the_eight() -> None:
    found = process_of(
        FORM,
        {
            f"{TOOL}.own-stages": ["What we want\nDrawing it: 2028 and 2029\n\nLiving there"],
            f"{STEPS}.1.step": ["A walk"],
            f"{STEPS}.1.stage": ["drawing  IT"],
            f"{STEPS}.2.step": ["Keys"],
            f"{STEPS}.2.stage": ["3"],
            f"{STEPS}.3.step": ["A party"],
            f"{STEPS}.3.stage": ["Stage 9"],
            f"{STEPS}.3.side": ["Neighbours"],
        },
    )
    assert [(stage.number, stage.name, stage.dates) for stage in found.stages] == [
        ("1", "What we want", ""), ("2", "Drawing it", "2028 and 2029"), ("3", "Living there", ""),
    ]  # fmt: skip
    assert [mark.stage for mark in found.marks] == ["own-2", "own-3", None]
    assert len(found.unread) == 2
    said_in_one_line = process_of(FORM, {f"{TOOL}.own-stages": ["We call stage 0 'what is possible'."]})
    assert len(said_in_one_line.stages) == 8


@given(st.integers(0, 60))
def test_papers_that_come_too_late_to_be_read_are_asked_about(before: int) -> None:
    decided = date(2027, 3, 9)
    papers = (decided - timedelta(days=before)).isoformat()
    found = of(Mark("d", "decision", "Height", "1", "organisation", day="9 March 2027", papers=papers))
    assert ("papers-late" in asked(found)) == (before < READING_DAYS)
    early = replace(found.marks[0], last_day=(decided - timedelta(days=61)).isoformat())
    assert "papers-late" in asked(of(early))
    assert "papers-late" not in asked(of(replace(found.marks[0], papers="")))


@given(st.lists(st.sampled_from(["resident", "both", "organisation", "other", None]), min_size=4, max_size=4))
def test_two_stages_in_a_row_without_residents_are_a_stretch_and_one_is_none(lanes: list[str | None]) -> None:
    marks = [Mark(f"s{nth}", "step", f"Step {nth}", str(nth), lane) for nth, lane in enumerate(lanes)]  # type: ignore[arg-type]
    missing = "".join("x" if lane in ("organisation", "other") else "." for lane in lanes)
    found = of(*marks)
    assert ("no-one-asked" in asked(found)) == ("xx" in missing)
    asking = [Mark(f"r{nth}", "step", f"Walk {nth}", str(nth), "resident") for nth in range(4)]
    assert "no-one-asked" not in asked(of(*marks, *asking))


@given(st.integers(0, 3), st.integers(0, 3))
def test_a_limit_comes_late_where_something_was_decided_in_an_earlier_stage(decided: int, heard: int) -> None:
    decision = Mark("d", "decision", "Height", str(decided), "other")
    limit = Mark("l", "limit", "Eight floors", str(heard), "resident")
    assert asked(of(decision, limit)).get("line-met-late") == (("l",) if decided < heard else None)
    step = replace(decision, kind="step")
    assert "line-met-late" not in asked(of(step, limit))


@given(typed(), st.randoms())
def test_neither_names_nor_the_order_of_rows_change_what_is_asked(
    answers: dict[str, list[str]], chance: random.Random
) -> None:
    found = process_of(FORM, answers)
    marks = [replace(mark, name=f"Mark {number}") for number, mark in enumerate(found.marks)]
    chance.shuffle(marks)
    other = replace(found, marks=tuple(marks))
    assert {ask: set(about) for ask, about in asked(found).items()} == {
        ask: set(about) for ask, about in asked(other).items()
    }


@given(typed())
def test_the_words_say_all_that_the_map_holds(answers: dict[str, list[str]]) -> None:
    found = process_of(FORM, answers)
    said = describe(found)
    assert all(mark.name in said for mark in found.marks)
    assert all(stage.name in said for stage in found.stages)
    assert len(said.split("\n")) == 1 + len(found.stages) + len(found.marks)
    assert {mark.id for mark in in_order(found)} == {mark.id for mark in found.marks}
    assert [stop.id for stop in follow(found)] == [mark.id for mark in found.decisions]


def test_each_kind_of_mark_is_moved_by_cells_of_its_own_tables() -> None:
    tool = next(each for each in FRAMEWORK.tools if each.id == TOOL)
    assert tool.canvas
    for kind, cells in CELLS.items():
        tables = tool.canvas.kinds[kind].tables
        for cell in cells:
            table, _, column = cell.rpartition(".")
            assert table in tables
            assert column in FORM[table].columns
    assert tool.canvas.kinds["decision"].tables == (DECISIONS, GATES)
