"""The theory of change: what it reads of a form, what it tells, and when it asks."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.content.check import checked
from framework.tools.theory_of_change.describe import describe
from framework.tools.theory_of_change.findings import worth_asking
from framework.tools.theory_of_change.read import ACTIVITIES, ARROWS, ASSUMPTIONS, DECISIONS, OUTCOMES, theory_of
from framework.tools.theory_of_change.theory import Link, Theory
from tests.framework.theories import estate, estate_answers, form, typed

FRAMEWORK = checked()
FORM = form(FRAMEWORK)
SOME = settings(max_examples=60, deadline=None)


def asked(theory: Theory) -> dict[str, tuple[str, ...]]:
    return {each.ask: each.about for each in worth_asking(theory)}


def test_the_estate_is_read_as_it_is_written() -> None:
    theory = estate(FRAMEWORK)
    assert theory.unread == ()
    assert [len(theory.of_kind(kind)) for kind in ("activity", "outcome", "decision", "goal")] == [8, 7, 5, 1]
    doubted = next(each for each in theory.links if each.start == "activity.6")
    assert doubted.doubting == ("resident", "other")
    assert doubted.test == "Samira Haddad counts empty homes by 17 December"


def test_the_estate_is_asked_with_reasons() -> None:
    found = {each.ask: each for each in worth_asking(estate(FRAMEWORK))}
    assert asked(estate(FRAMEWORK)) == {
        "doubted": ("activity.2", "activity.6", "outcome.6", "outcome.4"),
        "not-moved": ("decision.4",),
        "leads-nowhere": ("activity.8",),
        "on-no-arrow": ("goal",),
    }
    assert "Not sure of that: Residents and Other partners." in found["doubted"].reasons[1]
    assert found["not-moved"].reasons[0].startswith("'Order of repairs' is to move from 'Housing manager' to ")


def test_a_form_that_was_filled_in_before_there_were_arrows_keeps_those_of_its_activities() -> None:
    old = {name: texts for name, texts in estate_answers(FRAMEWORK).items() if not name.startswith(ARROWS)}
    theory = theory_of(FORM, old)
    assert [(each.start, each.end) for each in theory.links] == [
        ("activity.1", "outcome.7"), ("activity.2", "outcome.7"), ("activity.3", "outcome.6"),
        ("activity.4", "outcome.5"), ("activity.5", "outcome.6"), ("activity.6", "outcome.3"),
        ("activity.7", "decision.5"),
    ]  # fmt: skip


def test_an_empty_form_is_an_empty_theory_that_asks_nothing() -> None:
    theory = theory_of(FORM, {})
    assert theory.empty
    assert theory.marks == ()
    assert worth_asking(theory) == ()


def test_an_arrow_that_stands_twice_is_one_and_says_what_either_says() -> None:
    theory = theory_of(
        FORM,
        {
            f"{ACTIVITIES}.1.activity": ["A stall"],
            f"{ACTIVITIES}.1.leads-to": ["more trust"],
            f"{ACTIVITIES}.1.because": ["People talk"],
            f"{OUTCOMES}.1.outcome": ["More trust in letters"],
            f"{ARROWS}.3.from": ["a  STALL"],
            f"{ARROWS}.3.to": ["More trust in letters."],
            f"{ARROWS}.3.resident": ["Very"],
        },
    )
    (link,) = theory.links
    assert (link.id, link.because, link.sure) == ("3", "People talk", {"resident": "very"})
    assert theory.by_id["outcome.1"].named == (f"{ACTIVITIES}.1.leads-to", f"{ARROWS}.3.to")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"from": "A stall"}, "nothing is at the other"),
        ({"from": "A stall", "to": "Spring"}, "'Spring'"),
        ({"from": "A stall", "to": "a stall"}, "to itself"),
        ({"from": "A st", "to": "Our"}, "'Our'"),  # too short to be the beginning of a name
    ],
)
def test_what_cannot_be_drawn_is_told(cells: dict[str, str], told: str) -> None:
    answers = {f"{ACTIVITIES}.1.activity": ["A stall"]}
    theory = theory_of(FORM, answers | {f"{ARROWS}.1.{column}": [text] for column, text in cells.items()})
    (sentence,) = theory.unread
    assert told in sentence
    assert theory.links == ()


def test_a_decision_that_has_moved_is_not_asked_about() -> None:
    for when, told in (("2027", ("decision.1",)), ("Done in May", None), ("abandoned", ("decision.1",))):
        theory = theory_of(FORM, {f"{DECISIONS}.1.decision": ["Repairs"], f"{DECISIONS}.1.when": [when]})
        assert asked(theory).get("not-moved") == told, when


@SOME
@given(typed(), st.randoms())
def test_neither_names_nor_the_order_of_arrows_change_what_is_asked(
    answers: dict[str, list[str]], chance: object
) -> None:
    theory = theory_of(FORM, answers)
    links = list(theory.links)
    chance.shuffle(links)  # type: ignore[attr-defined]
    marks = tuple(replace(each, name=f"Mark {number}") for number, each in enumerate(theory.marks))
    other = replace(theory, marks=marks, links=tuple(links))
    assert {ask: sorted(about) for ask, about in asked(theory).items()} == {
        ask: sorted(about) for ask, about in asked(other).items()
    }


@SOME
@given(typed())
def test_each_side_that_is_surer_ends_the_question_and_only_that_one(answers: dict[str, list[str]]) -> None:
    theory = theory_of(FORM, answers)
    doubting = [each.start for each in theory.links if "not" in each.sure.values()]
    assert list(asked(theory).get("doubted", ())) == list(dict.fromkeys(doubting))
    sure = tuple(replace(each, sure=dict.fromkeys(each.sure, "very")) for each in theory.links)
    assert asked(replace(theory, links=sure)) == {
        ask: about for ask, about in asked(theory).items() if ask != "doubted"
    }


@SOME
@given(typed())
def test_an_arrow_from_an_activity_moves_a_decision_and_an_arrow_from_the_goal_does_not(
    answers: dict[str, list[str]],
) -> None:
    theory = theory_of(FORM, answers)
    for id_ in asked(theory).get("not-moved", ()):
        for start, moves in (("activity.1", True), ("goal", False)):
            if start in theory.by_id:
                drawn = replace(theory, links=(*theory.links, Link("new", start, id_)))
                assert (id_ not in asked(drawn).get("not-moved", ())) is moves


@SOME
@given(typed())
def test_what_nothing_leads_to_and_what_leads_nowhere_are_joined_to_nothing_there(
    answers: dict[str, list[str]],
) -> None:
    theory = theory_of(FORM, answers)
    about = asked(theory)
    ends, starts = {each.end for each in theory.links}, {each.start for each in theory.links}
    assert set(about.get("nothing-leads-to", ())) == {
        each.id for each in theory.of_kind("outcome", "goal") if each.id not in ends
    }
    assert set(about.get("leads-nowhere", ())) == {
        each.id for each in theory.of_kind("activity", "outcome") if each.id not in starts
    }


@SOME
@given(typed())
def test_what_is_taken_for_granted_is_asked_for_until_it_stands_on_an_arrow(answers: dict[str, list[str]]) -> None:
    theory = theory_of(FORM, answers | {f"{ASSUMPTIONS}.1.assumption": ["the money lasts."]})
    on_arrow = any(each.because == "The money lasts" for each in theory.links)
    assert ("on-no-arrow" in asked(theory)) is not on_arrow


@SOME
@given(typed())
def test_the_words_say_all_that_the_picture_holds(answers: dict[str, list[str]]) -> None:
    theory = theory_of(FORM, answers)
    said = describe(theory)
    assert all(mark.name in said for mark in theory.marks if mark.kind != "goal")
    assert all(link.because in said for link in theory.links)
    assert len(said.split("\n")) == len(theory.needs) + max(1, len(theory.marks)) + len(theory.links)
