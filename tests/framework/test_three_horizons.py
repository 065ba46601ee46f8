"""The three horizons: what they read of a form, what they tell, and when they ask."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from framework.content.check import checked
from framework.content.language import Language
from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.core.words import spoken
from framework.published import browser_json, form_fields
from framework.tools.three_horizons.call import answer
from framework.tools.three_horizons.describe import describe
from framework.tools.three_horizons.notes import HORIZONS, WHENS, Horizons
from framework.tools.three_horizons.read import IDEAS, NOTES, SEEDS, TOOL, YEAR, horizons_of
from framework.tools.three_horizons.rules import RULES, worth_asking
from tests.framework.horizons import estate, estate_answers, form, note, read_from_the_right, rows, typed

FRAMEWORK = checked()
FORM = form(FRAMEWORK)
SOME = settings(max_examples=60, deadline=None)


def asked(found: Horizons) -> dict[str, tuple[str, ...]]:
    return {each.ask: each.about for each in worth_asking(found)}


def read(*notes: dict[str, str], **more: dict[str, list[str]]) -> Horizons:
    answers = rows(NOTES, *notes)
    for each in more.values():
        answers |= each
    return horizons_of(FORM, answers)


def test_the_estate_is_asked_with_what_is_shared_first() -> None:
    found = estate(FRAMEWORK)
    assert found.unread == ()
    findings = worth_asking(found)
    assert [each.ask for each in findings] == ["same", "other-past", "which-way"]
    texts = {each.id: each.text for each in found.notes}
    assert [texts[id_] for id_ in findings[1].about] == [
        "All repairs reported on one app",
        "Repairs reported on an app",
    ]
    assert findings[1].reasons == (
        "The organisation wrote 'All repairs reported on one app' as coming. "
        "Residents wrote 'Repairs reported on an app' as fading.",
    )


def test_each_rule_has_its_ask_and_each_ask_leads_on() -> None:
    tool = next(each for each in FRAMEWORK.tools if each.id == TOOL)
    assert [ask.id.rpartition(".")[2] for ask in tool.asks] == list(RULES)
    assert all(len(ask.leads_to) > 1 for ask in tool.asks)


def test_a_form_that_was_filled_in_before_there_were_notes_shows_its_seeds_and_ideas() -> None:
    old = {name: texts for name, texts in estate_answers(FRAMEWORK).items() if not name.startswith(f"{NOTES}.")}
    found = horizons_of(FORM, old)
    assert [each.text for each in found.on("third")][:2] == ["The lift chart", "Saturday table"]
    assert {each.place for each in found.notes} == {("third", "now"), ("second", "soon")}
    assert asked(found) == {"which-way": ("idea-1",)}


def test_an_empty_form_is_an_empty_picture_that_asks_nothing() -> None:
    found = horizons_of(FORM, {})
    assert (found.notes, found.unread, worth_asking(found)) == ((), (), ())
    assert describe(found) == "Nothing is on the picture yet."


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (("Fading", "Now"), ("first", "now")),
        (("H2", "soon, I hope"), ("second", "soon")),
        (("3rd horizon", "2040"), ("third", "then")),
        (("coming soon", "By that year"), ("third", "then")),
        (("coming", ""), None),
        (("", "later"), None),
        (("sideways", "2031"), None),
    ],
)
def test_words_are_read_as_people_write_them(written: tuple[str, str], place: object) -> None:
    found = read(note("A lift", *written), year={YEAR: ["2040"]})
    assert found.notes[0].place == place


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (note("A lift", "sideways"), "'sideways' as its horizon"),
        (note("A lift", "fading", "in May"), "'in May' as its time"),
        (note("A lift", "fading", "now", "my cat"), "'my cat' below 'Whose'"),
        (note("", "fading"), "Note 1 says nothing yet."),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_lost(cells: dict[str, str], told: str) -> None:
    found = read(cells)
    (sentence,) = found.unread
    assert told in sentence
    assert [each.text for each in found.notes] == ([cells["what"]] if cells["what"] else [])


def test_what_stands_in_two_tables_stands_on_the_picture_once() -> None:
    found = read(
        note("Residents' body for the hall", "in between", "later"),
        note("Lift chart", "coming", "soon"),
        ideas=rows(IDEAS, {"idea": "A residents' body with a lease of the hall", "which-way": "helps the future"}),
        seeds=rows(SEEDS, {"seed": "The lift chart"}),
    )
    assert [(each.text, each.seed) for each in found.notes] == [
        ("Residents' body for the hall", False),
        ("Lift chart", True),
    ]
    assert [each.rows for each in found.echoes] == [{SEEDS: "1"}, {IDEAS: "1"}]
    assert asked(found) == {"placed-nothing": ()}


def test_both_sides_are_told_of_what_they_share_on_one_horizon_only() -> None:
    same = [
        note("Everybody has a key", "coming", "later"),
        note("everybody  has a KEY!", "coming", "soon", "organisation"),
    ]
    assert asked(read(*same))["same"] == ("1", "2")
    other = [same[0], {**same[1], "horizon": "in between"}]
    assert "same" not in asked(read(*other))
    assert asked(read(note("Keys", "coming", "soon", "both sides")))["same"] == ("1",)


def test_a_future_of_one_side_that_fades_for_another() -> None:
    pair = [note("Repairs on an app", "coming", "later", "The organisation"), note("Repairs on an app", "fading")]
    assert asked(read(*pair))["other-past"] == ("1", "2")
    assert "other-past" not in asked(read(pair[0], {**pair[1], "whose": "The organisation"}))
    assert "other-past" not in asked(read({**pair[0], "whose": ""}, pair[1]))


def test_a_side_without_notes_and_a_future_without_seeds() -> None:
    alone = read(note("Warm homes", "coming", "later"))
    assert asked(alone) == {"placed-nothing": (), "no-seed": ("1",)}
    seeded = read(note("Warm homes", "coming", "later"), seeds=rows(SEEDS, {"seed": "A warm room"}))
    assert "no-seed" not in asked(seeded)
    both = read(note("Warm homes", "coming", "later"), note("A warm room", "coming", "now", "organisation"))
    assert asked(both) == {}


def test_an_idea_is_asked_which_way_it_works_and_what_would_turn_it() -> None:
    idea = {"idea": "An app for repairs", "which-way": "Props up the present"}
    assert asked(read(ideas=rows(IDEAS, idea))) == {"props-up": ("idea-1",)}
    assert asked(read(ideas=rows(IDEAS, {**idea, "turn": "Someone rings back"}))) == {}
    assert asked(read(ideas=rows(IDEAS, {**idea, "which-way": ""}))) == {"which-way": ("idea-1",)}


@SOME
@given(typed())
def test_the_order_of_notes_changes_nothing_that_is_asked(answers: dict[str, list[str]]) -> None:
    found = horizons_of(FORM, answers)
    other = replace(found, notes=found.notes[::-1])
    assert {ask: set(about) for ask, about in asked(found).items()} == {
        ask: set(about) for ask, about in asked(other).items()
    }


@SOME
@given(typed())
def test_the_words_say_all_that_is_on_the_picture(answers: dict[str, list[str]]) -> None:
    found = horizons_of(FORM, answers)
    said = describe(found).split("\n")
    assert len(said) == max(1, len(found.notes))
    assert all(any(each.text in line for line in said) for each in found.notes)


def ask(do: str, **more: object) -> dict[str, object]:
    tool = next(each for each in FRAMEWORK.tools if each.id == TOOL)
    request = {"do": do, "form": form_fields(tool), "answers": estate_answers(FRAMEWORK), **more}
    return answer(Guide(browser_json(FRAMEWORK)), request)


def test_a_page_is_told_places_that_are_read_back_as_what_they_set() -> None:
    told = ask("look", size="narrow", id="board")
    slots = told["slots"]
    assert isinstance(slots, list)
    assert {slot["id"] for slot in slots} == {f"{horizon}-{when}" for horizon in HORIZONS for when in WHENS}
    for slot in slots:
        cells = {name: [text] for name, text in slot["sets"].items()}
        answers = {f"{NOTES}.1.{name.rpartition('.')[2]}": texts for name, texts in cells.items()}
        (put,) = horizons_of(FORM, {**answers, f"{NOTES}.1.what": ["A lift"]}).notes
        assert f"{put.horizon}-{put.when}" == slot["id"]
    assert ask("tell")["findings"] == told["findings"]
    assert str(ask("draw", colours={"sun": "#123456"})["picture"]).count("#123456") == 2


@pytest.mark.parametrize("wrong", [{"do": "dance"}, {"size": "huge"}, {"id": "<b>"}, {"form": []}])
def test_what_cannot_be_asked_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        ask(**{"do": "look", **wrong})  # type: ignore[arg-type]


def test_python_in_the_browser_knows_which_way_its_language_is_written() -> None:
    assert Language("ar", "0", {}).sentences(spoken()).direction == "rtl"
    assert Guide(browser_json(FRAMEWORK)).sentences.direction == "ltr"
    with read_from_the_right():
        published = browser_json(FRAMEWORK)
    assert json.loads(published)["direction"] == "rtl"
    assert Guide(published).sentences.direction == "rtl"
