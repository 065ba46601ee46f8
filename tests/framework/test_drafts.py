"""Two drafts of one document: where they differ, what is settled, and what comes of them."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.content.model import Framework
from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.published import form_fields
from framework.tools.drafts.call import answer
from framework.tools.drafts.differing import differing

TOOL = "terms-of-reference"
RESIDENTS = {
    "terms-of-reference.name": ["Larkspur steering group"],
    "terms-of-reference.purpose": ["We decide what is repaired first."],
    "terms-of-reference.voting": ["One vote each. Nobody votes for another."],
    "terms-of-reference.decide-by": ["consensus-only"],
    "terms-of-reference.decisions.budget.our-part": ["We decide"],
    "terms-of-reference.fixed.1.what": ["The height of the new blocks"],
    "terms-of-reference.fixed.2.what": ["The school stays open"],
    "terms-of-reference.review-date": ["2027-05-01"],
}
ORGANISATION = {
    "terms-of-reference.name": ["Larkspur steering group"],
    "terms-of-reference.purpose": ["We recommend what is repaired first."],
    "terms-of-reference.decide-by": ["one-vote-each"],
    "terms-of-reference.decisions.budget.our-part": ["You are consulted"],
    "terms-of-reference.fixed.4.what": ["The school stays open, all year"],
    "terms-of-reference.review-date": ["2027-09-01"],
}


@pytest.fixture(scope="module")
def forms(framework: Framework) -> dict[str, list[dict[str, Any]]]:
    """The form of each tool, as the page sends it."""
    return {tool.id: form_fields(tool) for tool in framework.tools}


def kept(settled: dict[str, Any] | None = None, **drafts: dict[str, list[str]]) -> dict[str, Any]:
    found = {side: {"day": "2026-11-30", "filled": filled} for side, filled in drafts.items()}
    return {"drafts": found, "settled": settled or {}, "agreed": []}


def asked(forms: dict[str, list[dict[str, Any]]], kept: dict[str, Any], guide: Guide) -> dict[str, Any]:
    return answer(guide, {"form": forms[TOOL], "kept": kept})


def test_what_began_with_the_example_says_so_in_the_document_too(forms: dict[str, Any], guide: Guide) -> None:
    """It has no place on the form, and is no words that found none."""
    mark = {f"{TOOL}.from-example": ["yes"]}
    found = asked(forms, kept(resident={**RESIDENTS, **mark}, organisation=ORGANISATION), guide)
    assert found["unplaced"] == []
    assert found["filled"][f"{TOOL}.from-example"] == ["yes"]
    assert found["note"].startswith("Made up")
    own = asked(forms, both(), guide)
    assert own["note"] == ""
    assert f"{TOOL}.from-example" not in own["filled"]


def both(settled: dict[str, Any] | None = None) -> dict[str, Any]:
    return kept(settled, resident=RESIDENTS, organisation=ORGANISATION)


def choice(name: str, **more: Any) -> dict[str, Any]:
    return {"choice": name, "words": {}, "reasons": {}, "who": "", "by": "", "of": {}, **more}


def test_who_decides_comes_before_the_name_of_the_room(guide: Guide, forms: dict[str, Any]) -> None:
    found = asked(forms, both(), guide)
    ids = [place["id"].removeprefix(f"{TOOL}.") for group in found["groups"] for place in group["places"]]
    assert ids == [
        "decisions.budget", "fixed.resident-1", "decide-by", "voting", "fixed.resident-2", "review-date", "purpose",
    ]  # fmt: skip
    assert [group["words"] for group in found["groups"]] == ["Who decides", "All else"]
    assert [place["label"] for place in found["same"]] == ["Name of the group"]
    assert (found["apart"], found["open"], found["left"]) == (7, 0, 7)


def test_rows_that_say_the_same_stand_beside_each_other_wherever_they_stood(
    guide: Guide, forms: dict[str, Any]
) -> None:
    places = {each["id"]: each for group in asked(forms, both(), guide)["groups"] for each in group["places"]}
    assert places["terms-of-reference.fixed.resident-1"]["standing"] == "not-all"
    school = places["terms-of-reference.fixed.resident-2"]
    assert school["standing"] == "differs"
    assert [piece["text"] for piece in school["wordings"][1]["cells"][0]["pieces"] if piece["only"]] == [
        "open, all year"
    ]


def test_what_is_settled_makes_the_document_and_what_is_not_keeps_both_wordings(
    guide: Guide, forms: dict[str, Any]
) -> None:
    reasons = {"resident": "We live with it.", "organisation": "We pay for it."}
    settled = {
        "terms-of-reference.purpose": choice("third", words={"": "We agree what is repaired first."}),
        "terms-of-reference.decide-by": choice("resident"),
        "terms-of-reference.decisions.budget": choice("open", reasons=reasons, who="Ana", by="2027-01-15"),
        "terms-of-reference.fixed.resident-2": choice("organisation"),
    }
    found = asked(forms, both(settled), guide)
    filled = found["filled"]
    assert filled["terms-of-reference.purpose"] == ["We agree what is repaired first."]
    assert filled["terms-of-reference.decide-by"] == ["consensus-only"]
    assert filled["terms-of-reference.fixed.2.what"] == ["The school stays open, all year"]
    assert filled["terms-of-reference.decisions.budget.our-part"] == [
        "Not agreed yet.\nResidents: “We decide” Why: We live with it.\n"
        "The organisation: “You are consulted” Why: We pay for it.\nTaken on by: Ana."
    ]
    assert "terms-of-reference.review-date" not in filled, "a date can't hold two"
    open_ = [each["id"] for each in found["document"] if each["open"]]
    assert "terms-of-reference.review-date" in open_
    assert (found["open"], found["left"]) == (1, 3)


def test_a_draft_that_changed_since_it_was_settled_is_marked(guide: Guide, forms: dict[str, Any]) -> None:
    settled = {"terms-of-reference.purpose": choice("resident", of={"resident": {"": "We decide."}})}
    places = {each["id"]: each for group in asked(forms, both(settled), guide)["groups"] for each in group["places"]}
    assert places["terms-of-reference.purpose"]["moved"]
    assert not places["terms-of-reference.voting"]["moved"]


def test_new_words_for_a_choice_settle_nothing(guide: Guide, forms: dict[str, Any]) -> None:
    """Only a copy that was made by hand has them: a choice is taken, not written."""
    settled = {"terms-of-reference.decide-by": choice("third", words={"": "Both of them"})}
    found = asked(forms, both(settled), guide)
    assert "terms-of-reference.decide-by" not in found["filled"]
    assert "terms-of-reference.decide-by" in [each["id"] for each in found["document"] if each["open"]]


def test_what_changed_since_the_last_agreed_one(guide: Guide, forms: dict[str, Any]) -> None:
    held = both()
    held["agreed"] = [{"day": "2026-05-01", "sides": ["resident"], "again": "", "filled": dict(RESIDENTS)}]
    changed = asked(forms, held, guide)["changed"]
    assert changed["day"] == "2026-05-01"
    labels = [each["label"] for each in changed["places"]]
    assert "Our purpose" in labels
    assert "Name of the group" not in labels


def test_what_no_field_has_is_told_and_not_dropped(guide: Guide, forms: dict[str, Any]) -> None:
    held = kept(resident={**RESIDENTS, "terms-of-reference.gone": ["Kept words"]}, organisation=ORGANISATION)
    assert asked(forms, held, guide)["unplaced"] == [{"side_name": "Residents", "words": "Kept words"}]


def test_one_draft_alone_is_not_compared(guide: Guide, forms: dict[str, Any]) -> None:
    found = asked(forms, kept(resident=RESIDENTS), guide)
    assert (found["compared"], found["groups"], found["filled"]) == (False, [], {})


@pytest.mark.parametrize("bad", [None, [], {"drafts": {"neighbour": {}}, "settled": {}, "agreed": []}, {"drafts": 1}])
def test_what_is_no_set_of_drafts_is_refused(guide: Guide, forms: dict[str, Any], bad: Any) -> None:
    with pytest.raises(BadInput):
        answer(guide, {"form": forms[TOOL], "kept": bad})


def test_an_answer_beyond_measure_is_refused(guide: Guide, forms: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match="too long to compare"):
        asked(forms, kept(resident={"terms-of-reference.purpose": ["x" * 20_001]}, organisation={}), guide)


TEXT = st.text(alphabet="ab é\nع", max_size=12)


@given(st.lists(TEXT, min_size=2, max_size=3))
def test_no_letter_is_lost_in_pieces(texts: list[str]) -> None:
    for text, pieces in zip(texts, differing(dict(enumerate(texts))).values(), strict=True):
        assert "".join(piece for piece, _ in pieces).strip() == text.strip()


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_whatever_two_sides_write_stands_in_the_document(
    guide: Guide, forms: dict[str, Any], data: st.DataObject
) -> None:
    """In every tool's form: nothing that a side wrote is lost where the sides have not settled it."""
    tool = data.draw(st.sampled_from(sorted(forms)))
    names = [name for each in forms[tool] for name in names_of(each)]
    draft = st.dictionaries(
        st.sampled_from(names), st.lists(st.sampled_from(["We decide", "£10", "May"]), min_size=1, max_size=1)
    )
    held = kept(resident=data.draw(draft), organisation=data.draw(draft))
    found = answer(guide, {"form": forms[tool], "kept": held})
    shown = json.dumps([found["document"], found["same"], found["unplaced"]], ensure_ascii=False)
    for each in held["drafts"].values():
        assert [text for texts in each["filled"].values() for text in texts if text not in shown] == []
    again = kept(resident=found["filled"], organisation=found["filled"])
    assert answer(guide, {"form": forms[tool], "kept": again})["filled"] == found["filled"], "agreed, it stays as it is"


def names_of(field: dict[str, Any]) -> list[str]:
    if field["kind"] == "sides":
        return [f"{field['id']}.{side}" for side in ("resident", "organisation", "other")]
    if field["kind"] != "table":
        return [field["id"]]
    rows = [*field["rows"], "1", "2"] if isinstance(field["rows"], dict) else ["1", "3"]
    return [f"{field['id']}.{row}.{column}" for row in rows for column in field["columns"]]
