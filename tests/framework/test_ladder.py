"""The ladder of participation: the rung follows from the binding fact. Cases that can be checked by hand, and laws."""

import json
import xml.etree.ElementTree as ET
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.browser import Door
from framework.content.check import checked
from framework.content.examples import examples
from framework.content.model import Framework
from framework.core.answers import Answer, BadInput, read_answers
from framework.core.guide import Guide
from framework.published import browser_json
from framework.tools.ladder.call import answer as call
from framework.tools.ladder.picture import LETTERS
from framework.tools.ladder.rules import Place, allowed, place
from macros.examples import answered

FRAMEWORK = checked()
LADDER = next(each for each in FRAMEWORK.assessments if each.id == "ladder")
FACTS = {each.id: each for each in LADDER.statements}
TOP = 8
PUBLISHED = browser_json(FRAMEWORK)
OPENED = Guide(PUBLISHED)
SVG = "{http://www.w3.org/2000/svg}"

some_answers = st.fixed_dictionaries(
    {},
    optional={
        id_: st.one_of(st.integers(0, len(fact.answers) - 1), st.sampled_from(["dont-know", "does-not-apply"]))
        for id_, fact in FACTS.items()
    },
)


def found(answers: dict[str, Answer]) -> Place:
    return place(read_answers(LADDER, "long", None, answers))


NOBODY_KNOWS: dict[str, Answer] = dict.fromkeys(FACTS, "dont-know")
BEST: dict[str, Answer] = {id_: len(fact.answers) - 1 for id_, fact in FACTS.items()}

# What facts.md says: the binding constraint caps the result.
BY_HAND = [
    ({}, 8),
    ({"ladder.vote": 0}, 4),  # heard and answered with care, but no say in the result: consultation
    ({"ladder.overrule": 2}, 7),  # a landlord's veto over the outcome rules out rung 8
    ({"ladder.overrule": 1}, 6),
    ({"ladder.overrule": 0}, 5),
    ({"ladder.open": 1}, 3),  # all was settled: residents were told
    ({"ladder.purpose": 0}, 2),
    ({"ladder.support": 0}, 1),
    ({"ladder.vote": 0, "ladder.support": 0}, 1),
    ({"ladder.terms": 4, "ladder.vote": 3}, 6),
]


@pytest.mark.parametrize(("worse", "rung"), BY_HAND)
def test_the_binding_fact_decides(worse: dict[str, Answer], rung: int) -> None:
    here = found({**BEST, **worse})
    assert (here.highest, here.lowest) == (rung, rung)
    assert {hold.statement.id for hold in here.holds} == {
        id_ for id_, answer in worse.items() if allowed(FACTS[id_], int(answer), TOP) == rung and rung < TOP
    }


@pytest.mark.parametrize("case", ["draft-terms", "sheltered-panel"])
def test_the_two_real_cases_stand_on_rung_4_to_5(case: str) -> None:
    said = answered(FRAMEWORK, "ladder-quiz", case)
    assert (said["lowest_number"], said["highest_number"]) == (4, 5)
    assert "ladder.terms" in [hold["id"] for hold in said["holds"]]


@pytest.mark.parametrize("case", ["draft-terms", "sheltered-panel"])
def test_however_well_they_are_heard_the_real_cases_stay_there(case: str) -> None:
    (known,) = examples("ladder-quiz")[case]["decisions"]
    listening = [id_ for id_, answer in known["answers"].items() if answer == "dont-know"]
    assert listening == ["ladder.agenda", "ladder.papers", "ladder.recorded", "ladder.answered"]
    for answers in product(*(range(len(FACTS[id_].answers)) for id_ in listening)):
        here = found({**known["answers"], **dict(zip(listening, answers, strict=True))})
        assert here.highest == here.lowest
        assert here.highest in (4, 5)


PROCESSES = yaml.safe_load(Path(__file__).with_name("processes.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process["name"])
def test_honest_answers_reach_the_rung_that_was_judged(process: dict[str, Any]) -> None:
    here = found({f"ladder.{name}": answer for name, answer in process["answers"].items()})
    assert (here.lowest, here.highest) == (process["rung"], process["rung"]), [each.statement.id for each in here.holds]


def test_the_processes_are_many_and_on_every_rung() -> None:
    assert len(PROCESSES) >= 24
    assert {process["rung"] for process in PROCESSES} == set(range(1, TOP + 1))
    assert all(process["what"].strip().count(".") >= 2 for process in PROCESSES)


NO_AIMS = {
    "Nothing is written",
    "They recommend, sit in without a vote, or take no formal decisions",
    "They are asked what they think",
    "Nothing. Residents were told the result",
    "Details only. The main choice was made",
    "At the meeting, or a day or two before",
    "To listen to what will happen",
    "They say how many came, not what was said",
    "Some points were answered, or no reasons were given",
    "Residents do, with fewer than half of the votes",
}
"""Answers that stand above another, and that nobody would work for."""


@given(some_answers)
def test_what_would_lift_it_is_worth_working_for(answers: dict[str, Answer]) -> None:
    for hold in found(answers).holds:
        assert hold.lift > hold.answer
        assert hold.statement.answers[hold.lift] not in NO_AIMS


def test_what_nobody_knows_is_the_result() -> None:
    told = call(OPENED, {"assessment": "ladder", "decisions": [{"name": "Roofs", "answers": NOBODY_KNOWS}]})
    assert told["nobody_knows"]
    assert not told["counted"]
    assert [each["id"] for each in told["unknown"]] == list(FACTS)
    assert all(each["known_by"] for each in told["unknown"])
    one_known = call(OPENED, {"assessment": "ladder", "decisions": [{"answers": {**NOBODY_KNOWS, "ladder.vote": 0}}]})
    assert (one_known["nobody_knows"], one_known["counted"]) == (False, True)
    not_all = call(OPENED, {"assessment": "ladder", "decisions": [{"answers": {"ladder.vote": "dont-know"}}]})
    assert (not_all["nobody_knows"], not_all["not_counted"]) == (False, True)


# What devices and copies hold from before the answers were worded anew: each place still means what it meant.
KEPT_BEFORE: list[tuple[dict[str, Answer], int]] = [
    ({"ladder.terms": 3, "ladder.vote": 1, "ladder.overrule": 0, "ladder.money": 0, "ladder.end": 0}, 5),
    ({"ladder.terms": 6, "ladder.vote": 5, "ladder.overrule": 3, "ladder.money": 3, "ladder.end": 3}, 8),
    ({"ladder.terms": 4, "ladder.vote": 3, "ladder.end": 2}, 6),
    ({"ladder.vote": 0}, 4),
]


@pytest.mark.parametrize(("answers", "rung"), KEPT_BEFORE)
def test_what_was_kept_before_is_read_and_stands_where_it_stood(answers: dict[str, Answer], rung: int) -> None:
    assert found(answers).highest == rung


def test_with_no_say_in_the_result_nothing_is_above_consultation() -> None:
    assert found({**BEST, "ladder.vote": 0}).highest == 4


@given(some_answers, st.sampled_from(sorted(FACTS)), st.data())
def test_a_better_fact_never_lowers_the_rung(answers: dict[str, Answer], id_: str, data: st.DataObject) -> None:
    worse = data.draw(st.integers(0, len(FACTS[id_].answers) - 1))
    better = data.draw(st.integers(worse, len(FACTS[id_].answers) - 1))
    before, after = found({**answers, id_: worse}), found({**answers, id_: better})
    assert after.highest >= before.highest
    assert after.lowest >= before.lowest


@given(some_answers, st.sampled_from(sorted(FACTS)), st.data())
def test_finding_out_only_narrows(answers: dict[str, Answer], id_: str, data: st.DataObject) -> None:
    before = found({**answers, id_: "dont-know"})
    after = found({**answers, id_: data.draw(st.integers(0, len(FACTS[id_].answers) - 1))})
    assert before.lowest <= after.lowest <= after.highest <= before.highest


@given(some_answers)
def test_lifting_what_holds_it_reaches_the_rung_that_was_promised(answers: dict[str, Answer]) -> None:
    here = found(answers)
    if here.following is None:
        assert here.highest == TOP
        return
    lifted = found({**answers, **{hold.statement.id: hold.lift for hold in here.holds}})
    assert lifted.highest == here.following > here.highest
    without_one = {**answers, **{hold.statement.id: hold.lift for hold in here.holds[1:]}}
    assert found(without_one).highest == here.highest  # all of them are needed


names = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=200)


@settings(deadline=None)  # it asks for many decisions, on machines that may be busy
@given(st.lists(st.tuples(names, some_answers), min_size=1, max_size=6), st.randoms())
def test_the_order_of_decisions_and_of_facts_changes_nothing(
    several: list[tuple[str, dict[str, Answer]]], random: Random
) -> None:
    def each_alone(these: list[tuple[str, dict[str, Answer]]]) -> list[str]:
        decisions = [{"name": name, "claim": None, "answers": answers} for name, answers in these]
        asked = {"assessment": "ladder", "decisions": decisions}
        told = [call(OPENED, {**asked, "open": place}) for place in range(len(these))]
        return sorted(
            json.dumps([one["highest_number"], one["lowest_number"], one["holds"], one["unknown"]]) for one in told
        )

    shuffled = [(name, dict(random.sample(sorted(answers.items()), len(answers)))) for name, answers in several]
    random.shuffle(shuffled)
    assert each_alone(shuffled) == each_alone(several)


@pytest.mark.parametrize(
    ("claim", "answers", "verdict"),
    [
        (None, {}, "not_counted"),
        (6, NOBODY_KNOWS, "nobody_knows"),
        (6, {}, "not_counted"),
        (None, BEST, "no_claim"),
        (8, {**BEST, "ladder.vote": 0}, "below"),
        (4, {**BEST, "ladder.vote": 0}, "as_claimed"),
        (3, {**BEST, "ladder.vote": 0}, "above"),
        (5, {"ladder.terms": 3}, "not_known"),
    ],
)
def test_claim_beside_reality(claim: int | None, answers: dict[str, Answer], verdict: str) -> None:
    decision = {"name": "The brief", "claim": claim, "answers": answers}
    said = call(OPENED, {"assessment": "ladder", "decisions": [decision]})
    verdicts = ["nobody_knows", "not_counted", "no_claim", "below", "above", "as_claimed", "not_known"]
    assert [each for each in verdicts if said[each]] == [verdict]


def test_each_fact_that_holds_leads_to_help(framework: Framework) -> None:
    said = answered(framework, "ladder-quiz", "project")
    assert [(hold["id"], hold["answer"]) for hold in said["holds"]] == [
        ("ladder.vote", "No resident does, and nobody has to weigh up what they say")
    ]
    (hold,) = said["holds"]
    leads = {link["id"] for verb in ("do", "read", "use") for link in hold[verb]}
    assert leads == set(FACTS["ladder.vote"].leads_to)
    assert hold["principle"] == "4. Joined up governance"
    assert (said["claim_name"], said["highest_name"], said["following_number"]) == ("Partnership", "Consultation", 5)


@settings(deadline=None)
@given(st.lists(names, min_size=1, max_size=5), some_answers, st.sampled_from([None, 1, 4, 8]))
def test_pictures_hold_any_name_and_say_what_they_show(
    called: list[str], answers: dict[str, Answer], claim: int | None
) -> None:
    decisions = [{"name": name, "claim": claim, "answers": answers} for name in called]
    said = call(OPENED, {"assessment": "ladder", "decisions": decisions})
    for key in ("picture", "picture_all"):
        drawn = ET.fromstring(said[key])
        assert str(drawn.get("viewBox")).split()[2] == "320"
        title, description = drawn.find(f"{SVG}title"), drawn.find(f"{SVG}desc")
        assert title is not None
        assert description is not None
        assert drawn.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert all(len(str(each.text)) <= LETTERS for each in drawn.iter(f"{SVG}text"))
    facts = sum(isinstance(each, int) for each in answers.values())
    marks = [each for each in ET.fromstring(said["picture_all"]).iter() if each.get("class") == "fact"]
    assert len(marks) == (len(called) if facts else 0)


def test_only_the_rung_that_is_reached_is_lit(framework: Framework) -> None:
    drawn = ET.fromstring(answered(framework, "ladder-quiz", "project")["picture"])
    assert len([each for each in drawn.iter() if each.get("class") == "rung rung--reached"]) == 1
    words = [str(each.text) for each in drawn.iter(f"{SVG}text")]
    assert {"Real power", "A token part", "No part at all", "said", "is"} <= set(words)


BAD: list[tuple[dict[str, Any], str]] = [
    ({"decisions": []}, "no list of decisions"),
    ({"decisions": "all"}, "no list of decisions"),
    ({"decisions": [1]}, "Decision 1 is not one"),
    ({"decisions": [{"name": "x" * 201, "answers": {}}]}, "name of decision 1 is too long"),
    ({"decisions": [{"claim": 9, "answers": {}}]}, "no rung '9'"),
    ({"decisions": [{"claim": True, "answers": {}}]}, "no rung 'True'"),
    ({"decisions": [{"answers": {"ladder.vote": 6}}]}, "'6' is no answer"),
    ({"decisions": [{"answers": {}}], "open": 1}, "no decision at place '1'"),
    ({"decisions": [{"answers": {}}], "side": "landlord"}, "no side 'landlord'"),
    ({"decisions": [{}]}, "answers are not a list"),
]


@pytest.mark.parametrize(("asked", "what"), BAD)
def test_what_cannot_be_used_is_named(asked: dict[str, Any], what: str) -> None:
    with pytest.raises(BadInput, match=what):
        call(OPENED, {"assessment": "ladder", **asked})
    said = json.loads(Door(PUBLISHED).answer(json.dumps({"call": "ladder", "assessment": "ladder", **asked})))
    assert set(said["bad"]) == {"what", "mend"}


def test_the_ladder_and_the_tool_name_the_same_rungs(framework: Framework) -> None:
    tool = next(each for each in framework.tools if each.id == "ladder-of-participation")
    field = next(each for each in tool.fields if each.id == "ladder-of-participation.rung-claimed")
    assert [words.split(":")[0] for words in field.options.values()] == [
        f"{each.number} {each.name}" for each in LADDER.rungs
    ]
