"""What minutes send on and carry over: each thing once, nothing unasked, and nothing that is lost."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.content.model import Framework
from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.group.onward_call import answer
from framework.group.workspace import parts
from framework.published import browser_json, form_fields

MINUTES = {
    "meeting-minutes.date": ["2026-11-30"],
    "meeting-minutes.next": ["2027-01-11"],
    "meeting-minutes.place": ["The hall"],
    "meeting-minutes.check-in": ["Tired"],
    "meeting-minutes.updates.resident": ["The lifts are out again"],
    "meeting-minutes.updates.organisation": ["Cabinet put it off"],
    "meeting-minutes.actions-due.1.action": ["Mend the gate"],
    "meeting-minutes.actions-due.1.state": ["Done on Monday"],
    "meeting-minutes.actions-due.2.action": ["Ask for the survey"],
    "meeting-minutes.actions-due.2.state": ["No answer yet"],
    "meeting-minutes.actions.1.action": ["Post the papers"],
    "meeting-minutes.actions.1.who": ["The clerk"],
    "meeting-minutes.actions.1.due": ["31 March 2027"],
    "meeting-minutes.actions.9.action": ["Look at the roof"],
    "meeting-minutes.actions.9.due": ["before Easter"],
    "meeting-minutes.items.1.decision": ["Keep the hall"],
    "meeting-minutes.items.1.how": ["Consensus"],
    "meeting-minutes.items.1.dissent": ["None."],
    "meeting-minutes.items.2.item": ["Only talked about"],
    "meeting-minutes.items.3.decision": ["Paint it blue"],
    "meeting-minutes.items.3.dissent": ["Two of us wanted red"],
}
PARTS = {"action-plan", "decision-log", "evidence"}


@pytest.fixture(scope="module")
def form(framework: Framework) -> list[dict[str, Any]]:
    return form_of(framework, "meeting-minutes")


def form_of(framework: Framework, id_: str) -> list[dict[str, Any]]:
    """The fields of a form, as a page has them."""
    tool = next(each for each in framework.tools if each.id == id_)
    found: list[dict[str, Any]] = json.loads(json.dumps(form_fields(tool)))
    return found


def asked(guide: Guide, form: Any, do: str, **more: Any) -> dict[str, Any]:
    return answer(guide, {"do": do, "form": form, "answers": MINUTES, "kept": {}, **more})


def ids(found: dict[str, Any]) -> list[str]:
    return [each["id"] for some in found["sent"] for each in some["entries"]]


def test_each_thing_is_shown_sent_and_never_sent_twice(guide: Guide, form: Any) -> None:
    looked = asked(guide, form, "look")
    assert {some["title"]: [each["words"] for each in some["entries"]] for some in looked["sent"]} == {
        "Action plan": ["Post the papers · The clerk · 31 March 2027", "Look at the roof · before Easter"],
        "Decision log": ["Keep the hall · Consensus · None.", "Paint it blue · Two of us wanted red"],
        "Evidence log": ["The lifts are out again"],
    }
    own = {"action-plan": {"actions": [{"id": "a", "text": "Ours", "who": "", "by": "", "done": False, "from": ""}]}}
    sent = asked(guide, form, "send", take=ids(looked), kept=own)
    assert sent["count"] == 5
    assert set(sent["parts"]) == PARTS
    for name, value in sent["parts"].items():
        parts(guide)[name].check(name, value)
    first, papers, roof = sent["parts"]["action-plan"]["actions"]
    assert first["text"] == "Ours"
    assert (papers["text"], papers["who"], papers["by"]) == ("Post the papers", "The clerk", "2027-03-31")
    assert (papers["from"], roof["text"], roof["by"]) == ("meeting-minutes", "Look at the roof (before Easter)", "")
    hall, paint = sent["parts"]["decision-log"]
    assert (hall["outcome"], hall["doubts"], hall["date"]) == ("agreed", "", "2026-11-30")
    assert (paint["outcome"], paint["doubts"]) == ("with-doubts", "Two of us wanted red")
    assert ids(asked(guide, form, "look", kept=sent["parts"])) == []
    assert asked(guide, form, "send", take=ids(looked), kept=sent["parts"])["count"] == 0
    assert asked(guide, form, "send", take=[])["parts"] == {}


def test_a_copy_that_hides_the_check_for_consensus_still_logs_decisions(framework: Framework, form: Any) -> None:
    guide = Guide(browser_json(framework))
    del guide.assessments["consensus"]
    sent = asked(guide, form, "send", take=ids(asked(guide, form, "look")))
    assert [each["outcome_name"] for each in sent["parts"]["decision-log"]] == ["", ""]


def test_what_is_made_up_is_not_sent(guide: Guide, form: Any) -> None:
    example = {**MINUTES, "meeting-minutes.from-example": ["yes"]}
    assert ids(asked(guide, form, "look", answers=example)) == []
    assert asked(guide, form, "send", answers=example, take=ids(asked(guide, form, "look")))["count"] == 0


def test_open_actions_are_carried_to_the_next_meeting_and_the_rest_begins_anew(guide: Guide, form: Any) -> None:
    (carried,) = asked(guide, form, "look")["carried"]
    assert [(row["words"], row["open"]) for row in carried["rows"]] == [
        ("Mend the gate", False),
        ("Ask for the survey", True),
        ("Post the papers · The clerk · 31 March 2027", True),
        ("Look at the roof · before Easter", True),
    ]
    take = [row["id"] for row in carried["rows"] if row["open"]]
    begun = asked(guide, form, "next", take=take)
    assert begun["day"] == "2026-11-30"
    assert begun["filled"] == {
        "meeting-minutes.date": ["2027-01-11"],
        "meeting-minutes.place": ["The hall"],
        "meeting-minutes.actions-due.1.action": ["Ask for the survey"],
        "meeting-minutes.actions-due.2.action": ["Post the papers"],
        "meeting-minutes.actions-due.2.who": ["The clerk"],
        "meeting-minutes.actions-due.2.due": ["31 March 2027"],
        "meeting-minutes.actions-due.3.action": ["Look at the roof"],
        "meeting-minutes.actions-due.3.due": ["before Easter"],
    }


def test_a_count_keeps_its_measures_and_knows_the_last_numbers(guide: Guide, framework: Framework) -> None:
    kpis = form_of(framework, "coproduction-kpis")
    told = {
        "coproduction-kpis.measures.papers.aim": ["Nine in ten"],
        "coproduction-kpis.period": ["Spring"],
        "coproduction-kpis.count.1.measure": ["Papers on time"],
        "coproduction-kpis.count.1.residents": ["7 out of 9"],
        "coproduction-kpis.count.1.other": ["2 out of 2"],
    }
    begun = answer(
        guide, {"do": "next", "form": kpis, "answers": told, "kept": {}, "take": ["coproduction-kpis.count.1"]}
    )
    assert begun["filled"] == {
        "coproduction-kpis.measures.papers.aim": ["Nine in ten"],
        "coproduction-kpis.count.1.measure": ["Papers on time"],
        "coproduction-kpis.count.1.last-time": ["Residents: 7 out of 9\nOther partners: 2 out of 2"],
    }


@pytest.mark.parametrize(
    "bad",
    [
        {"kept": {"action-plan": 3}},
        {"kept": {"evidence": {"entries": [{"id": "a", "duties": [3]}]}}},
        {"form": [{"id": "a.b", "label": "", "kind": "table", "carries": {"a.c": {"x": ["y"]}}}]},
        {"form": [{"id": "a.b", "label": "", "kind": "table", "columns": {"y": ""}, "carries": {"a.b": {"x": []}}}]},
        {"form": [{"id": "a.b", "label": "", "kind": "table", "columns": {"y": ""}, "carries": {"a.b": {"x": 3}}}]},
        {"form": [{"id": "a.b", "label": "", "kind": "table", "columns": {"y": ""}, "carries": {"a.b": ["x"]}}]},
        {"answers": {"a": 3}},
        {"take": "all"},
    ],
)
def test_what_does_not_fit_is_refused(guide: Guide, form: Any, bad: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        asked(guide, **{"form": form, "do": "look", **bad})


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(MINUTES)), st.lists(st.text(max_size=40), max_size=2)))
def test_whatever_people_write_every_part_can_be_kept(guide: Guide, form: Any, answers: dict[str, list[str]]) -> None:
    looked = asked(guide, form, "look", answers=answers)
    sent = asked(guide, form, "send", answers=answers, take=ids(looked))
    assert sent["count"] == len(ids(looked)) == len({*ids(looked)})
    for name, value in sent["parts"].items():
        parts(guide)[name].check(name, value)
    rows = [row["id"] for some in looked["carried"] for row in some["rows"]]
    begun = asked(guide, form, "next", answers=answers, take=rows)["filled"]
    parts(guide)["tool.meeting-minutes"].check("tool.meeting-minutes", begun)
