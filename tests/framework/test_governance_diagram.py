"""The governance diagram: what it reads of a form, what it tells, and when it asks."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.content.check import checked
from framework.tools.governance_diagram.describe import describe, follow, road
from framework.tools.governance_diagram.diagram import Diagram, Link
from framework.tools.governance_diagram.findings import worth_asking
from framework.tools.governance_diagram.read import ARROWS, LEVELS, SEATS, diagram_of
from tests.framework.diagrams import estate, estate_answers, form, row_names, typed

FRAMEWORK = checked()
FORM = form(FRAMEWORK)
NAMES = row_names(FRAMEWORK)
ANY = typed(NAMES)
SOME = settings(max_examples=60, deadline=None)


def asked(found: Diagram) -> dict[str, tuple[str, ...]]:
    return {each.ask: each.about for each in worth_asking(found)}


def test_one_decision_is_followed_through_the_estate() -> None:
    found = estate(FRAMEWORK)
    assert [body.id for body in found.stops] == [
        "steering-group", "project-team", "programme-board", "directors", "cabinet",
    ]  # fmt: skip
    assert (found.weeks, found.weeks_unknown) == (14, False)
    assert road(found).endswith(
        ": 5 bodies, 14 weeks. Residents have a vote at 1 of them: Harbour Court steering group."
    )
    stops = follow(found)
    assert stops[-1].sentence.startswith("5 of 5: Cabinet decides.")
    assert "14 weeks after the start." in stops[-1].sentence
    assert found.unread == ()


def test_the_estate_is_asked_with_reasons() -> None:
    about = asked(estate(FRAMEWORK))
    assert about == {
        "no-reasons": ("directors", "partner"),
        "where-nothing-is-decided": ("steering-group", "scrutiny"),
    }


def test_a_form_that_was_filled_in_before_there_were_arrows_is_a_diagram_without_any() -> None:
    old = {name: texts for name, texts in estate_answers(FRAMEWORK).items() if not name.startswith((SEATS, ARROWS))}
    found = diagram_of(FORM, old)
    assert [body.name for body in found.bodies][:2] == [
        "Harbour Court steering group",
        "Project team, 'the Monday meeting'",
    ]
    assert found.links == ()
    assert worth_asking(found) == ()
    assert "no arrow says where it goes" in describe(found)


def test_an_empty_form_is_an_empty_diagram_that_asks_nothing() -> None:
    found = diagram_of(FORM, {})
    assert found.bodies == ()
    assert worth_asking(found) == ()
    assert describe(found) == "The decision: no arrow says where it goes."


def test_a_body_is_known_by_its_own_name_and_by_that_of_its_row_and_one_that_only_an_arrow_names_is_there_too() -> None:
    found = diagram_of(
        FORM,
        {
            f"{LEVELS}.cabinet.called": ["The  Executive"],
            f"{LEVELS}.9.row": ["Tenant panel"],
            f"{SEATS}.4.row": ["tenant panel"],
            f"{SEATS}.4.resident": ["7 of us"],
            f"{ARROWS}.1.from": ["tenant PANEL"],
            f"{ARROWS}.1.to": ["the executive"],
            f"{ARROWS}.2.from": [NAMES["cabinet"].upper()],
            f"{ARROWS}.2.to": ["The mayor"],
        },
    )
    assert [(body.id, body.name) for body in found.bodies] == [
        ("cabinet", "The Executive"), ("9", "Tenant panel"), (":the mayor", "The mayor"),
    ]  # fmt: skip
    assert found.by_id["9"].seats == {"resident": 7}
    assert [(link.start, link.end, link.kind) for link in found.links] == [
        ("9", "cabinet", "sends-on"), ("cabinet", ":the mayor", "sends-on"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"from": "Cabinet"}, "nothing is at the other"),
        ({"from": "A", "to": "B", "what": "rings up"}, "'rings up'"),
        ({"from": "A", "to": "a"}, "runs from A to itself"),
    ],
)
def test_what_cannot_be_drawn_is_told(cells: dict[str, str], told: str) -> None:
    found = diagram_of(FORM, {f"{ARROWS}.1.{column}": [text] for column, text in cells.items()})
    (sentence,) = found.unread
    assert told in sentence
    assert found.links == ()


@SOME
@given(ANY, st.randoms())
def test_neither_names_nor_the_order_of_arrows_change_what_is_asked(
    answers: dict[str, list[str]], chance: object
) -> None:
    found = diagram_of(FORM, answers)
    links = list(found.links)
    chance.shuffle(links)  # type: ignore[attr-defined]
    named = tuple(replace(body, name=f"Body {number}") for number, body in enumerate(found.bodies))
    other = replace(found, bodies=named, links=tuple(links))
    assert {ask: set(about) for ask, about in asked(found).items() if ask != "not-known"} == {
        ask: set(about) for ask, about in asked(other).items() if ask != "not-known"
    }


@SOME
@given(ANY)
def test_reasons_that_must_be_given_end_the_question_and_only_that_one(answers: dict[str, list[str]]) -> None:
    found = diagram_of(FORM, answers)
    given_ = replace(found, links=tuple(replace(link, reasons=True) for link in found.links))
    assert asked(given_) == {ask: about for ask, about in asked(found).items() if ask != "no-reasons"}
    without = {link.start for link in found.of_kind("can-overrule") if not link.reasons}
    assert set(asked(found).get("no-reasons", ())) == without


@SOME
@given(ANY)
def test_an_answer_from_each_body_that_decides_ends_the_question_of_the_way_back(answers: dict[str, list[str]]) -> None:
    found = diagram_of(FORM, answers)
    group = found.bodies[0].id
    back = [
        Link(f"b{number}", body.id, group, "answers-back")
        for number, body in enumerate(found.bodies)
        if body.id != group
    ]
    with_back = replace(found, links=(*found.links, *back))
    assert "no-way-back" not in asked(with_back) or asked(with_back)["no-way-back"] == (group,)


@SOME
@given(ANY)
def test_residents_with_a_vote_where_it_is_decided_are_never_only_where_nothing_is(
    answers: dict[str, list[str]],
) -> None:
    found = diagram_of(FORM, answers)
    if any(body.does == "decides" and body.votes for body in found.bodies):
        assert "where-nothing-is-decided" not in asked(found)


@SOME
@given(ANY)
def test_the_words_say_all_that_the_diagram_holds(answers: dict[str, list[str]]) -> None:
    found = diagram_of(FORM, answers)
    said = describe(found)
    assert all(body.name in said for body in found.bodies)
    assert len(said.split("\n")) == 1 + len(found.bodies) + len(found.links)
    passed = [body.id for body in found.stops]
    assert len(set(passed)) == len(passed)
    assert [stop.id for stop in follow(found)] == passed
