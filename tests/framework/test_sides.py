"""The answers of each side, laid side by side: the widest difference first, and never an average."""

import json
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.browser import Door
from framework.content.check import checked
from framework.content.model import Framework
from framework.core.answers import SIDES, BadInput
from framework.core.guide import Guide
from framework.published import browser_json
from framework.tools.sides.call import answer as call
from macros.examples import answered

FRAMEWORK = checked()
CARDS = next(each for each in FRAMEWORK.assessments if each.id == "precepts")
IDS = [each.id for each in CARDS.statements]
PUBLISHED = browser_json(FRAMEWORK)
OPENED = Guide(PUBLISHED)

one_side = st.dictionaries(st.sampled_from(IDS), st.sampled_from([0, 1, 2, 3, "dont-know"]))
some_sides = st.dictionaries(st.sampled_from(SIDES), one_side)


def compared(sides: dict[str, Any]) -> dict[str, Any]:
    return call(OPENED, {"assessment": "precepts", "sides": sides})


def test_a_card_for_each_precept(framework: Framework) -> None:
    assert [each.bears_on for each in CARDS.statements] == [each.id for each in framework.precepts]
    assert all(len(each.answers) == 4 for each in CARDS.statements)


def test_the_widest_difference_comes_first() -> None:
    said = answered(FRAMEWORK, "precept-cards", "three-sides")
    gaps = [(row["id"].split(".")[1], row["gap"]) for row in said["rows"]]
    assert gaps == [("power", 3), ("not-a-team", 2), ("compromise", 1), ("disagree", 0), ("interests", None)]
    assert said["widest"] == "One partner will always have more power than the other"
    assert [view["name"] for view in said["rows"][0]["views"]] == ["Residents", "The organisation", "Other partners"]
    assert said["rows"][0]["views"][0]["answer"] == "Yes, whenever it mattered"
    assert "Residents 3 of 3, The organisation 0 of 3, Other partners 1 of 3. 3 steps apart." in said["description"]


@pytest.mark.parametrize(
    ("example", "flags"),
    [
        ("empty", {"nothing"}),
        ("one-side", {"one_side"}),
        ("three-sides", {"several", "apart"}),
        ("alike", {"several", "alike"}),
    ],
)
def test_what_is_said_of_it(example: str, flags: set[str]) -> None:
    said = answered(FRAMEWORK, "precept-cards", example)
    names = ("nothing", "one_side", "several", "apart", "alike", "not_compared")
    assert {name for name in names if said[name]} == flags


def test_a_side_that_could_not_agree_is_no_low_answer() -> None:
    said = compared({"resident": {IDS[0]: 0}, "organisation": {IDS[0]: "dont-know"}})
    assert said["not_compared"]
    assert said["rows"][0]["gap"] is None
    assert said["rows"][0]["views"][1]["answer"] == CARDS.dont_know


@settings(deadline=None)
@given(some_sides)
def test_every_answer_is_shown_as_it_was_given(sides: dict[str, dict[str, Any]]) -> None:
    said = compared(sides)
    shown = {(view["side"], row["id"]): view["answer"] for row in said["rows"] for view in row["views"]}
    words = {each.id: each.answers for each in CARDS.statements}
    assert shown == {
        (side, id_): words[id_][answer] if isinstance(answer, int) else CARDS.dont_know
        for side, answers in sides.items()
        for id_, answer in answers.items()
    }
    gaps = [-1 if row["gap"] is None else row["gap"] for row in said["rows"]]
    assert gaps == sorted(gaps, reverse=True)
    marks = [each for each in ET.fromstring(said["picture"]).iter() if each.get("class") in SIDES]
    assert len(marks) == sum(isinstance(each, int) for answers in sides.values() for each in answers.values())
    assert said == compared(dict(reversed(sides.items())))


def test_marks_of_one_answer_stand_beside_each_other() -> None:
    drawn = ET.fromstring(compared({side: {IDS[0]: 0} for side in SIDES})["picture"])
    (circle,) = (float(str(each.get("cx"))) for each in drawn.iter() if each.get("class") == "resident")
    (square,) = (float(str(each.get("x"))) for each in drawn.iter() if each.get("class") == "organisation")
    assert square > circle + 9
    assert circle > 9


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ({}, "no sides with answers"),
        ({"sides": []}, "no sides with answers"),
        ({"sides": {"landlord": {}}}, "no side 'landlord'"),
        ({"sides": {"resident": []}}, "answers are not a list"),
        ({"sides": {"resident": {"x": 1}}}, "no statement 'x'"),
        ({"sides": {"resident": {IDS[0]: 4}}}, "'4' is no answer"),
        ({"sides": {"resident": {IDS[0]: "does-not-apply"}}}, "'does-not-apply' is no answer"),
    ],
)
def test_what_cannot_be_used_is_named(asked: dict[str, Any], what: str) -> None:
    with pytest.raises(BadInput, match=what):
        call(OPENED, {"assessment": "precepts", **asked})
    said = json.loads(Door(PUBLISHED).answer(json.dumps({"call": "sides", "assessment": "precepts", **asked})))
    assert set(said["bad"]) == {"what", "mend"}
