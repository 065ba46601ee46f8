"""What follows from where people stand, by the group's own rule: cases that can be checked by hand, and laws."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.browser import Door
from framework.content.check import checked
from framework.core.answers import SIDES, BadInput, Side
from framework.core.guide import Guide
from framework.published import browser_json
from framework.tools.consensus.call import answer as call
from framework.tools.consensus.rules import POSITIONS, WAYS, Counts, follow
from macros.examples import answered

FRAMEWORK = checked()
CHECK = next(each for each in FRAMEWORK.assessments if each.id == "consensus")
RULES = {each.id.split(".")[-1]: each for each in CHECK.decision_rules}
PUBLISHED = browser_json(FRAMEWORK)
OPENED = Guide(PUBLISHED)

# The rule, the way, the test; of residents and of the organisation: agree, reservations, stand aside, block.
BY_HAND: list[tuple[str, str, int, list[int], list[int], str]] = [
    ("consensus", "full", 1, [5, 0, 0, 0], [3, 0, 0, 0], "agreed"),
    ("consensus", "full", 1, [4, 1, 0, 0], [3, 0, 0, 0], "with-doubts"),
    ("consensus", "full", 1, [4, 0, 1, 0], [2, 0, 1, 0], "with-doubts"),  # 2 of 8 aside: a quarter
    ("consensus", "full", 1, [3, 0, 2, 0], [2, 0, 1, 0], "not-yet"),  # 3 of 8 aside: more
    ("consensus", "full", 9, [7, 0, 0, 1], [3, 0, 0, 0], "not-yet"),  # no way out, however often
    ("consensus", "full", 1, [0, 0, 0, 0], [0, 0, 0, 0], "nothing"),
    ("minus-one", "full", 1, [7, 0, 0, 1], [3, 0, 0, 0], "with-doubts"),
    ("minus-one", "full", 1, [6, 0, 0, 1], [3, 0, 0, 1], "not-yet"),
    ("minus-one", "full", 1, [0, 0, 0, 1], [0, 0, 0, 0], "not-yet"),  # nobody says yes
    ("unanimity", "full", 1, [5, 1, 0, 0], [3, 0, 0, 0], "with-doubts"),
    ("unanimity", "full", 1, [5, 0, 1, 0], [3, 0, 0, 0], "not-yet"),
    ("large-majority", "full", 1, [6, 0, 0, 2], [1, 0, 0, 0], "not-yet"),  # first test: work on it
    ("large-majority", "full", 2, [6, 0, 0, 2], [0, 0, 0, 0], "fallback"),  # 6 of 8: three in four
    ("large-majority", "full", 2, [5, 0, 0, 2], [0, 0, 0, 0], "not-agreed"),  # 5 of 7, and 6 are needed
    ("large-majority", "full", 2, [3, 0, 9, 1], [0, 0, 0, 0], "fallback"),  # those aside don't count
    ("each-side", "full", 2, [9, 0, 0, 1], [2, 0, 0, 1], "fallback"),
    ("each-side", "full", 2, [90, 0, 0, 1], [1, 0, 0, 1], "not-agreed"),  # half is not more than half
    ("each-side", "full", 2, [9, 0, 0, 1], [0, 0, 2, 0], "not-yet"),  # one side does not decide
    ("consensus", "quick", 1, [5, 1, 0, 0], [3, 0, 0, 0], "with-doubts"),
    ("consensus", "quick", 1, [5, 1, 0, 0], [3, 1, 0, 0], "full-way"),
    ("consensus", "quick", 1, [5, 1, 1, 0], [3, 0, 0, 0], "full-way"),
    ("minus-one", "quick", 1, [5, 0, 0, 1], [3, 0, 0, 0], "full-way"),
]


@pytest.mark.parametrize(("rule", "way", "test", "residents", "organisation", "outcome"), BY_HAND)
def test_by_hand(rule: str, way: Any, test: int, residents: list[int], organisation: list[int], outcome: str) -> None:
    sides: dict[Side, Counts] = {
        "resident": Counts(*reversed(residents)),
        "organisation": Counts(*reversed(organisation)),
    }
    followed = follow(RULES[rule], way, test, sides)
    assert followed.outcome == outcome
    assert followed.reasons or outcome == "nothing"


counts = st.builds(Counts, *[st.integers(0, 12)] * 4)
by_side = st.fixed_dictionaries({"resident": counts, "organisation": counts, "other": counts})
ORDER = {"not-agreed": 0, "full-way": 0, "not-yet": 0, "nothing": 0, "fallback": 1, "with-doubts": 2, "agreed": 2}


@given(st.sampled_from(sorted(RULES)), st.sampled_from(WAYS), st.integers(1, 3), by_side, st.sampled_from(SIDES))
def test_one_who_no_longer_blocks_never_makes_it_worse(
    rule: str, way: Any, test: int, sides: dict[Side, Counts], side: Side
) -> None:
    here = sides[side]
    if not here.block:
        return
    agrees = {**sides, side: Counts(here.block - 1, here.stand_aside, here.reservations, here.agree + 1)}
    before = follow(RULES[rule], way, test, sides)
    assert ORDER[follow(RULES[rule], way, test, agrees).outcome] >= ORDER[before.outcome]


@given(st.sampled_from(sorted(RULES)), st.integers(1, 3), by_side)
def test_a_block_is_never_passed_over_in_silence(rule: str, test: int, sides: dict[Side, Counts]) -> None:
    followed = follow(RULES[rule], "full", test, sides)
    blocks = sum(each.block for each in sides.values())
    if blocks:
        assert followed.outcome != "agreed"
        assert any("block" in reason.lower() for reason in followed.reasons[1:])


def test_a_side_that_is_not_there_is_named() -> None:
    followed = follow(RULES["consensus"], "full", 1, {"resident": Counts(agree=5)})
    assert "The organisation took no position. Ask if you can decide without them." in followed.reasons


def test_the_worked_example_keeps_every_doubt_in_its_own_words() -> None:
    said = answered(FRAMEWORK, "consensus-check", "new-lifts")
    assert said["outcome_name"] == "Agreed, with doubts"
    assert said["how"] == "Consensus minus one, the full way, test 2"
    assert [(each["who"], each["position_words"]) for each in said["dissent"]] == [
        ("Leaseholder", "Agree with reservations"),
        ("Tenant on the top floor", "Block"),
        ("Finance", "Stand aside"),
    ]
    assert said["dissent"][1]["reason"].startswith("My ceiling leaks.")
    assert [(each["name"], each["agree"], each["block"]) for each in said["sides"]] == [
        ("Residents", 3, 1),
        ("The organisation", 2, 0),
        ("Other partners", 1, 0),
    ]


def test_the_large_group_counts_each_side_apart() -> None:
    said = answered(FRAMEWORK, "consensus-check", "large")
    assert said["outcome"] == "fallback"
    assert said["reasons"][-2:] == [
        {"reason": "Residents: 40 of 42 say yes. The rule asks for 22."},
        {"reason": "The organisation: 4 of 5 say yes. The rule asks for 3."},
    ]
    assert [(each["side"], each["position"], each["who"]) for each in said["dissent"]][:2] == [
        ("resident", "block", "2"),
        ("resident", "stand-aside", "4"),
    ]


def test_positions_are_the_answers_of_the_data() -> None:
    (statement,) = CHECK.statements
    assert [each.lower().replace(" ", "-").removeprefix("agree-with-") for each in statement.answers] == list(POSITIONS)


person = st.fixed_dictionaries(
    {},
    optional={
        "who": st.text(max_size=250),
        "side": st.sampled_from([*SIDES, "", "landlord", None]),
        "position": st.sampled_from([*POSITIONS, "", "maybe", None]),
        "reason": st.one_of(st.text(max_size=20), st.integers()),
    },
)


@settings(deadline=None)
@given(st.lists(st.one_of(person, st.none()), max_size=8), st.sampled_from([*WAYS, "slow"]))
def test_whatever_is_entered_there_is_an_answer(people: list[Any], way: str) -> None:
    asked = {
        "call": "consensus",
        "assessment": "consensus",
        "rule": "consensus.rule.consensus",
        "way": way,
        "people": people,
    }
    said = json.loads(Door(PUBLISHED).answer(json.dumps({**asked, "counts": {}})))
    assert set(said) in ({"ok"}, {"bad"})


RULE = "consensus.rule.consensus"
BAD: list[tuple[dict[str, Any], str]] = [
    ({}, "No rule for deciding is chosen"),
    ({"rule": "x"}, "No rule for deciding is chosen"),
    ({"rule": RULE, "way": "slow"}, "no way 'slow'"),
    ({"rule": RULE, "test": 0}, "number of the test is '0'"),
    ({"rule": RULE, "test": True}, "number of the test is 'True'"),
    ({"rule": RULE}, "no list of people"),
    ({"rule": RULE, "people": [{"position": "agree"}]}, "Person 1 has no side"),
    ({"rule": RULE, "people": [{"position": "maybe"}]}, "no position 'maybe'"),
    ({"rule": RULE, "people": [{"who": "x" * 201}]}, "person 1 is too long"),
    ({"rule": RULE, "way": "large"}, "There are no counts"),
    ({"rule": RULE, "way": "large", "counts": {"landlord": {}}}, "no side 'landlord'"),
    ({"rule": RULE, "way": "large", "counts": {"resident": {"agree": -1}}}, "Residents, agree is '-1'"),
    ({"rule": RULE, "way": "large", "counts": {"resident": {"agree": 1.5}}}, "Residents, agree is '1.5'"),
    ({"rule": RULE, "way": "large", "counts": {"resident": {"yes": 1}}}, "no position 'yes'"),
]


@pytest.mark.parametrize(("asked", "what"), BAD)
def test_what_cannot_be_used_is_named(asked: dict[str, Any], what: str) -> None:
    with pytest.raises(BadInput, match=what):
        call(OPENED, {"assessment": "consensus", **asked})
