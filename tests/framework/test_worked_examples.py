"""The worked examples: each fits its form and is filled in whole, and all of them tell of one estate."""

import re
from calendar import day_name, month_name
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from framework.content.check import check
from framework.content.load import DATA, load
from framework.content.model import Framework, Tool, WorkedExample
from framework.content.worked_examples import entries, misfits
from framework.fork.changes import load_fork
from publish.plain_english import judge, page_of, read_settings

ROOT = Path(__file__).parents[2]
ESTATE = (ROOT / "docs" / "tools" / "examples.md").read_text(encoding="utf-8")
PEOPLE = re.findall(
    r"^- \*\*(\w+ \w+)\.\*\* (?:Resident|Organisation|Other partner|Chair|Not a member)\.", ESTATE, re.M
)
MEETINGS = dict(re.findall(r"^- \*\*([\w ]+)\.\*\* Meeting (\d+)\.", ESTATE, re.M))
"""The number of each meeting, by its date."""
NAMES = {
    *("Harbour Court", "Anchor Hall", "Quay Road", "Wharfside Council", "Wharfside Echo"),
    *("Lanternfield Homes", "Tidewell Advice", "Second Chair Mediation", "Long Table Mediation"),
    *("British Sign Language", "Easy Read", "Housing Ombudsman", "Bengali", "Echo", "Ramadan", "Somali"),
}
"""Words with capitals that are no person."""
WORDS = {"Price", "Grant"}
"""Surnames that are words too."""
DATE = rf"\d{{1,2}} (?:{'|'.join(month_name[1:])}) \d{{4}}"
EXAMPLES = load().framework.worked_examples


@pytest.fixture(scope="module")
def tools(framework: Framework) -> dict[str, Tool]:
    return {tool.id: tool for tool in framework.tools}


@pytest.fixture(params=EXAMPLES, ids=lambda example: example.tool)
def example(request: pytest.FixtureRequest) -> WorkedExample:
    found: WorkedExample = request.param
    return found


def texts(example: WorkedExample) -> Iterator[str]:
    yield from (example.title, example.summary)
    yield from _texts(example.answers)


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    else:
        for each in part.values() if isinstance(part, dict) else part:
            yield from _texts(each)


def test_each_tool_of_the_guide_has_one(framework: Framework) -> None:
    assert {example.tool for example in EXAMPLES} == {tool.id for tool in framework.tools}
    assert [path.stem for path in sorted((DATA / "worked_examples").iterdir())] == sorted(
        example.tool for example in EXAMPLES
    )


def test_it_fills_in_the_whole_form(example: WorkedExample, tools: dict[str, Tool]) -> None:
    tool = tools[example.tool]
    assert [*misfits(tool, example)] == []
    filled = entries(tool, example)
    for field in tool.fields:
        assert any(name == field.id or name.startswith(f"{field.id}.") for name in filled), field.id
        if isinstance(field.rows, int) and field.columns:
            rows = {int(name.split(".")[2]) for name in filled if name.startswith(f"{field.id}.")}
            assert rows == set(range(1, len(rows) + 1))


def test_what_a_form_keeps_of_it(tools: dict[str, Tool]) -> None:
    found = next(example for example in EXAMPLES if example.tool == "terms-of-reference")
    kept = entries(tools["terms-of-reference"], found)
    assert kept["terms-of-reference.name"] == ["Harbour Court steering group"]
    assert kept["terms-of-reference.fixed.1.what"] == ["No fewer than 151 homes at council rent when it is done"]
    assert kept["terms-of-reference.seats.resident.number"] == ["6"]
    assert kept["terms-of-reference.decide-by"] == ["both-sides"]
    assert len(kept["terms-of-reference.conduct"]) > 2
    assert all(text == text.strip() for each in kept.values() for text in each)
    vision = next(example for example in EXAMPLES if example.tool == "vision-statement")
    assert "vision-statement.not-agreed.resident" in entries(tools["vision-statement"], vision)


@pytest.mark.parametrize(
    ("answers", "chosen", "what", "mend"),
    [
        ({"nam": "Us"}, {}, "has no field 'nam'", "Did you mean 'name'?"),
        ({"name": None}, {}, "the field 'name' is missing", "Fill it in in 'answers'."),
        ({"name": " "}, {}, "'name' is empty", "Fill it in."),
        ({"name": ({"a": "b"},)}, {}, "'name' is no text", "holds one text"),
        ({"review-date": "May"}, {}, "'review-date' is 'May'", "2026-11-19"),
        ({"fixed": ({"wat": "It"},)}, {}, "'fixed' has no column 'wat'", "Did you mean 'what'?"),
        ({"fixed": ()}, {}, "'fixed' holds no rows", "Begin each row with '- '."),
        ({"fixed": ({"what": ""},)}, {}, "the row '1' of 'fixed' is empty", "take it out"),
        ({"seats": {"resident": {"number": "6"}}}, {}, "'seats' lacks the row 'organisation'", "Fill it in."),
        ({"seats": "Six"}, {}, "'seats' does not name each row", "resident, organisation, other"),
        ({"seats": {"resident": "Six"}}, {}, "the row 'resident' of 'seats' has no columns", "number"),
        ({"decide-by": "both-sides"}, {"decide-by": None}, "'decide-by' stands in 'answers'", "Move it to 'chosen'."),
        ({}, {"decide-by": ("both-side",)}, "has no option 'both-side'", "Did you mean 'both-sides'?"),
        ({}, {"decide-by": ("both-sides", "consensus-only")}, "2 options chosen", "Choose one option."),
        ({}, {"conduct": ()}, "0 options chosen", "at least one"),
    ],
)
def test_what_does_not_fit_the_form_is_told(
    answers: dict[str, Any], chosen: dict[str, Any], what: str, mend: str, tools: dict[str, Tool]
) -> None:
    found = next(example for example in EXAMPLES if example.tool == "terms-of-reference")
    changed = replace(
        found,
        answers={key: value for key, value in {**found.answers, **answers}.items() if value is not None},
        chosen={key: value for key, value in {**found.chosen, **chosen}.items() if value is not None},
    )
    told = [*misfits(tools["terms-of-reference"], changed)]
    assert any(what in said and mend in mended for said, mended in told), told


def test_a_problem_names_its_file_and_a_date_without_quotes_is_told_once(tmp_path: Path) -> None:
    folder = tmp_path / "worked_examples"
    folder.mkdir()
    (folder / "a.yaml").write_text(
        "{id: example.a, origin: ours, tool: a, title: A, summary: 'A b c.', answers: {when: 2026-11-19}}"
    )
    (folder / "b.yaml").write_text("{id: example.b, origin: ours, tool: b, title: B, summary: 'A.', answers: {}}")
    told = [str(problem) for problem in check(load(tmp_path)) if "example." in problem.id]
    assert told == [
        "worked_examples/a.yaml: example.a: 'answers.when' is not text. Put it in quotes: '2026-11-19'.",
        "worked_examples/b.yaml: example.b: 'tool' names 'b', which is nowhere. "
        "Name an id that exists, or take it out.",
    ]


def test_it_says_that_it_is_made_up() -> None:
    for path in (DATA / "worked_examples").iterdir():
        assert path.read_text(encoding="utf-8").startswith("# The estate, its people and all that is said of them are")


def test_each_person_is_one_of_the_cast_under_their_whole_name(example: WorkedExample) -> None:
    assert len(PEOPLE) == 21
    known = re.compile("|".join((*PEOPLE, *NAMES, *month_name[1:], *day_name, "Block [A-D]")))
    parts = {part for name in PEOPLE for part in name.split()} - WORDS
    stray = []
    for text in texts(example):
        others = known.sub("·", text)
        stray += re.findall(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b", others)
        stray += [word for word in re.findall(r"\w+", others) if word in parts]
    assert stray == []


def test_each_day_of_the_week_is_that_of_its_date(example: WorkedExample) -> None:
    for text in (ESTATE, *texts(example)):
        for day, when in re.findall(rf"({'|'.join(day_name)}),? ({DATE})", text):
            assert f"{datetime.strptime(when, '%d %B %Y'):%A}" == day, when


def test_meetings_have_the_dates_of_the_estate(example: WorkedExample) -> None:
    for when in MEETINGS:
        day = datetime.strptime(when, "%d %B %Y")
        assert (day.strftime("%A"), (day.day - 1) // 7) == ("Thursday", 2), when
    for text in texts(example):
        for number, when in re.findall(rf"[Mm]eeting (\d+), (?:{'|'.join(day_name)} )?({DATE})", text):
            assert MEETINGS[when] == number, text


def test_documents_fit_each_other() -> None:
    answers: dict[str, dict[str, Any]] = {each.tool: {**each.answers} for each in EXAMPLES}
    minutes = answers["meeting-minutes"]
    dates = {f"{datetime.strptime(when, '%d %B %Y'):%Y-%m-%d}" for when in MEETINGS}
    assert {minutes["date"], minutes["next"]} <= dates
    new = {(each["action"], each["who"], each["due"]) for each in minutes["actions"]}
    decided = answers["consensus-decisions"]
    assert {(each["action"], each["who"], each["by-when"]) for each in decided["actions"]} <= new
    assert decided["decided-on"] == minutes["date"]
    seated = " ".join(answers["member-role"]["stands-for"].values())
    for side, count in (("Resident", 6), ("Organisation", 6), ("Other partner", 2)):
        names = re.findall(rf"^- \*\*([\w ]+)\.\*\* {side}\.", ESTATE, re.M)
        assert len(names) == count
        assert [name for name in names if name not in seated] == []
    seats = answers["terms-of-reference"]["seats"]
    assert [seats[side]["number"][0] for side in ("resident", "organisation", "other")] == ["6", "6", "2"]
    assert answers["governance-diagram"]["levels"]["steering-group"]["residents"].startswith("6")


def test_it_is_in_plain_english(example: WorkedExample, framework: Framework) -> None:
    told = LexborHTMLParser("".join(f"<p>{line}</p>" for text in texts(example) for line in text.splitlines()))
    explained = [term for word in framework.glossary for term in (word.term, *word.forms)]
    settings = replace(read_settings(), exempt=())
    findings = judge([page_of(example.tool, told, set())], settings, explained)
    assert [str(finding) for finding in findings] == []
    assert not any("co-production" in text.lower() for text in texts(example))


def test_the_example_of_a_tool_that_a_copy_hides_is_hidden_with_it(tmp_path: Path) -> None:
    (tmp_path / "changes.yaml").write_text("- {id: skills-audit, reason: We have our own., hide: true}\n")
    found = load_fork(tmp_path)
    assert "skills-audit" not in {each.tool for each in found.visible.worked_examples}
    assert {each.retired_in for each in found.whole.worked_examples if each.tool == "skills-audit"} == {"hidden"}
