"""How the health check is reckoned, with cases that can be checked by hand."""

from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from framework.content.check import checked
from framework.content.model import Framework
from framework.core.answers import Answer, BadInput, read_answers
from framework.core.guide import Guide
from framework.published import browser_json
from framework.tools.standing.call import answer as call
from framework.tools.standing.rules import Result, assess, state
from macros.show import ROOT

FRAMEWORK = checked()
HEALTH = next(each for each in FRAMEWORK.assessments if each.id == "health")
IDS = [each.id for each in HEALTH.statements]
EXAMPLES = yaml.safe_load((ROOT / "overrides/widgets/health-check/examples.yaml").read_text(encoding="utf-8"))


def result(answers: dict[str, Answer], version: str = "long", side: str | None = "resident") -> Result:
    return assess(read_answers(HEALTH, version, side, answers))


# A non-programmer can check these: the points, and how the principle stands.
BY_HAND = [
    ([3, 3, 3], "strong"),  # 9 / 3 = 3
    ([2, 2, 2], "strong"),  # 6 / 3 = 2
    ([3, 2, 1], "strong"),  # 6 / 3 = 2
    ([3, 3, 0], "under-way"),  # 6 / 3 = 2, but one of them is 0
    ([2, 2, 1], "under-way"),  # 5 / 3 is less than 2
    ([1, 1, 1], "under-way"),  # 3 / 3 = 1
    ([3, 0, 0], "under-way"),  # 3 / 3 = 1
    ([1, 1, 0], "to-build"),  # 2 / 3 is less than 1
    ([0], "to-build"),
    ([2], "strong"),  # the others: don't know
    ([], "not-known"),
]


@pytest.mark.parametrize(("points", "expected"), BY_HAND)
def test_states_by_hand(points: list[int], expected: str) -> None:
    assert state(points) == expected
    answers: dict[str, Answer] = dict(zip(IDS[:3], points, strict=False))
    answers |= dict.fromkeys(IDS[len(points) : 3], "dont-know")
    first = result(answers).standings[0]
    assert (first.state, first.answered, first.asked) == (expected, len(points), 3)


def test_where_to_start_is_the_lowest_first_and_three_at_the_most() -> None:
    answers: dict[str, Answer] = dict.fromkeys(IDS, 3)
    answers |= {IDS[0]: 1, IDS[3]: 0, IDS[4]: 0, IDS[6]: 0, IDS[9]: 1, IDS[10]: 1}
    starts = result(answers).starts
    # principle 2: (0+0+3)/3 = 1; principle 4: (1+1+3)/3 = 1.67; principle 3: (0+3+3)/3 = 2; principle 1: 2.33
    assert [start.principle for start in starts] == [
        "power-dynamics",
        "joined-up-governance",
        "roles-and-responsibilities",
    ]
    assert [each.id for each in starts[0].low] == [IDS[3], IDS[4]]


def test_a_start_names_only_what_was_low() -> None:
    (start,) = result({IDS[0]: 3, IDS[1]: 1, IDS[2]: "dont-know"}).starts
    assert [each.id for each in start.low] == [IDS[1]]


def test_dont_know_is_no_low_score_and_no_strength() -> None:
    found = result(dict.fromkeys(IDS, "dont-know"))
    assert found.starts == ()
    assert found.strengths == ()
    assert [each.id for each in found.unknown] == IDS


def test_the_short_version_asks_one_of_each_principle() -> None:
    found = result(dict.fromkeys(IDS, 3), "short")
    assert [each.asked for each in found.standings] == [1] * 10


@given(
    st.dictionaries(st.sampled_from(IDS), st.sampled_from([0, 1, 2, 3, "dont-know", "does-not-apply"])), st.randoms()
)
def test_the_order_of_answers_changes_nothing(answers: dict[str, Answer], random: Random) -> None:
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    assert result(dict(shuffled)).standings == result(answers).standings


@given(st.dictionaries(st.sampled_from(IDS), st.integers(0, 3)), st.sampled_from(IDS))
def test_not_knowing_more_lowers_nothing(answers: dict[str, Answer], id_: str) -> None:
    without = {key: value for key, value in answers.items() if key != id_}
    before = [each.average for each in result(without).standings]
    assert before == [each.average for each in result({**without, id_: "dont-know"}).standings]


@pytest.mark.parametrize(
    ("version", "side", "answers", "what"),
    [
        ("tiny", None, {}, "no version 'tiny'"),
        ("short", "landlord", {}, "no side 'landlord'"),
        ("short", None, [], "not a list of statements"),
        ("short", None, {"health.x.1": 1}, "no statement 'health.x.1'"),
        ("short", None, {IDS[0]: 4}, "'4' is no answer"),
        ("short", None, {IDS[0]: True}, "'True' is no answer"),
        ("short", None, {IDS[0]: "yes"}, "'yes' is no answer"),
        ("short", None, {IDS[0]: None}, "'None' is no answer"),
    ],
)
def test_what_cannot_be_used_is_named(version: str, side: str | None, answers: object, what: str) -> None:
    with pytest.raises(BadInput, match=what):
        read_answers(HEALTH, version, side, answers)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_the_examples_of_the_widget(example: dict[str, object], framework: Framework) -> None:
    found = assess(read_answers(HEALTH, example["version"], example["side"], example["answers"]))
    assert len(found.standings) == len(framework.principles)


def test_every_low_answer_leads_somewhere() -> None:
    for each in HEALTH.statements:
        assert len(each.leads_to) >= 2, each.id


OPENED = Guide(browser_json(FRAMEWORK))
ALL_UNKNOWN: dict[str, Answer] = dict.fromkeys(IDS, "dont-know")


def told(answers: dict[str, Answer], version: str = "long") -> dict[str, Any]:
    return call(OPENED, {"assessment": "health", "version": version, "side": "resident", "answers": answers})


def heads(said: dict[str, Any]) -> list[str]:
    """Which of its headings a result has."""
    names = ("start", "only", "nothing_low", "nothing_low_yet", "nobody_knows", "nothing_counted")
    return [name for name in names if said[name]]


HALF = {id_: 3 if nth % 3 < 2 else "dont-know" for nth, id_ in enumerate(IDS)}
"""Two of three of each principle."""


@pytest.mark.parametrize(
    ("answers", "head"),
    [
        ({}, "nothing_counted"),
        ({IDS[0]: "dont-know"}, "nothing_counted"),
        (ALL_UNKNOWN, "nobody_knows"),
        ({**ALL_UNKNOWN, IDS[4]: "does-not-apply"}, "nobody_knows"),
        (dict.fromkeys(IDS, "does-not-apply"), "nothing_counted"),
        ({IDS[0]: 3}, "only"),
        ({**ALL_UNKNOWN, IDS[0]: 2, IDS[1]: 3}, "only"),
        ({IDS[0]: 0}, "start"),
        ({IDS[0]: 3, IDS[3]: 3}, "nothing_low_yet"),
        (dict.fromkeys(IDS[:-3], 3), "nothing_low_yet"),
        (HALF, "nothing_low"),
        (dict.fromkeys(IDS, 3), "nothing_low"),
    ],
)
def test_a_result_says_no_more_than_was_answered(answers: dict[str, Answer], head: str) -> None:
    assert heads(told(answers)) == [head]


@given(st.dictionaries(st.sampled_from(IDS), st.sampled_from([0, 1, 2, 3, "dont-know", "does-not-apply"])))
def test_a_result_has_one_heading(answers: dict[str, Answer]) -> None:
    assert len(heads(told(answers))) == 1


def test_the_one_principle_that_was_answered_is_named() -> None:
    assert told({IDS[3]: 3, IDS[4]: 2})["only"] == (
        "So far you answered on one principle. 2. Re-shaping power dynamics: Strong"
    )


def test_of_what_nobody_knows_it_says_who_would() -> None:
    unknown = told(ALL_UNKNOWN)["unknown"]
    assert [each["id"] for each in unknown] == IDS
    assert all(each["known_by"] for each in unknown)
