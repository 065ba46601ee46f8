"""What several sides drew, laid over each other: alike is alike, and each difference is told, once, whoever comes first."""

import json
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.browser import Door
from framework.content.check import checked
from framework.content.worked_examples import entries
from framework.core.answers import SIDES, Side
from framework.published import browser_json, form_fields
from framework.tools.governance_diagram.read import ARROWS, LEVELS, SEATS, TOOL
from framework.tools.overlay.lay_over import Fact, LaidOver, Link, Mark, Told, lay_over
from framework.tools.overlay.picture import SIZES, overlay_picture, standing
from tests.framework.diagrams import estate_answers, row_names, typed

FRAMEWORK = checked()
DOOR = Door(browser_json(FRAMEWORK))
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = [tool for tool in FRAMEWORK.tools if tool.canvas]

NAMES = st.sampled_from(["Cabinet", "cabinet ", "The group", "Scrutiny", "Board"])
FACTS = st.builds(
    lambda does, votes: (Fact("does", "What it does", does, plain=True), Fact("votes", "Votes", votes)),
    st.sampled_from(["decides", "Decides", "only hears", ""]),
    st.sampled_from(["3", "4", ""]),
)


@st.composite
def drawn(draw: Any) -> Told:
    names = draw(st.lists(NAMES, max_size=5))
    marks = tuple(Mark(str(n), name, draw(FACTS), draw(st.sampled_from(["a", "b"]))) for n, name in enumerate(names))
    ends = st.sampled_from([each.id for each in marks]) if marks else st.nothing()
    kinds = st.sampled_from(["sends on", "can overrule", "answers back"])
    links = draw(st.lists(st.builds(Link, ends, ends, kinds, FACTS), max_size=6)) if marks else []
    return Told(draw(st.sampled_from(["Keep it", ""])), marks, tuple(links))


SEVERAL = st.dictionaries(st.sampled_from(SIDES), drawn(), min_size=2)


def sentences(laid: LaidOver) -> list[str]:
    return [each.sentence for each in laid.differences]


def told(answers: dict[Side, dict[str, list[str]]], tool: str = TOOL, **more: Any) -> dict[str, Any]:
    fields = form_fields(next(each for each in FRAMEWORK.tools if each.id == tool))
    asked = {"call": "overlay", "form": fields, "sides": answers, **more}
    said: dict[str, Any] = json.loads(DOOR.answer(json.dumps(asked)))
    answered: dict[str, Any] = said.get("ok", said)
    return answered


@given(drawn())
@settings(max_examples=100, deadline=None)
def test_the_same_on_all_sides_is_no_difference(one: Told) -> None:
    laid = lay_over(dict.fromkeys(SIDES, one))
    assert sentences(laid) == []
    assert all(each.same for each in (*laid.marks, *laid.links))
    assert (len(laid.marks), len(laid.links)) == (len(one.marks), len(one.links))


@given(SEVERAL)
@settings(max_examples=200, deadline=None)
def test_whoever_comes_first_the_differences_are_the_same(several: dict[Side, Told]) -> None:
    forth, back = lay_over(several), lay_over(dict(reversed(several.items())))
    assert sentences(forth) == sentences(back)
    assert overlay_picture(forth, "x") == overlay_picture(back, "x")


@given(SEVERAL)
@settings(max_examples=200, deadline=None)
def test_all_that_anybody_drew_is_there_once_and_each_difference_is_told_once(several: dict[Side, Told]) -> None:
    laid = lay_over(several)
    for side, one in several.items():
        assert sorted(each.by[side].id for each in laid.marks if side in each.by) == sorted(m.id for m in one.marks)  # type: ignore[union-attr]
        assert sum(side in each.by for each in laid.links) == len(one.links)
    wanted = sum(
        bool(each.missing) + each.another_kind + each.another_name + len(each.silent) + len(each.differing)
        for each in (*laid.marks, *laid.links)
    ) + (len({one.title for one in several.values()}) > 1)
    assert len(laid.differences) == wanted


def test_each_kind_of_difference_is_told_in_a_sentence() -> None:
    marks = (Mark("1", "Group"), Mark("2", "Cabinet", (Fact("does", "What it does", "decides", plain=True),)))
    ours = Told(
        "Keep it", marks, (Link("1", "2", "sends on", (Fact("weeks", "Weeks", "3"),)), Link("2", "1", "overrules"))
    )
    cabinet = Mark("b", " CABINET", (Fact("does", "What it does", "", plain=True),))
    theirs = Told(
        "Keep it",
        (Mark("a", "Group"), cabinet, Mark("c", "Panel")),
        (Link("a", "b", "Sends  on", (Fact("weeks", "Weeks", "6"),)), Link("b", "a", "answers back")),
    )
    laid = lay_over({"organisation": theirs, "resident": ours})
    assert sentences(laid) == [
        "Cabinet. What it does: Residents: 'decides'. The organisation: nothing written.",
        "Panel: The organisation drew it. Not there: Residents.",
        "Arrow from Group to Cabinet (sends on). Weeks: Residents: '3'. The organisation: '6'.",
        "Arrow from Cabinet to Group: Residents: 'overrules'. The organisation: 'answers back'.",
    ]
    assert [standing(each) for each in (*laid.marks, *laid.links)] == [
        "same",
        "otherwise",
        "not-all",
        "otherwise",
        "otherwise",
    ]


def test_a_body_in_the_forms_own_row_is_the_same_under_another_name() -> None:
    ours = {f"{LEVELS}.cabinet.called": ["The Cabinet"], f"{SEATS}.cabinet.does": ["decides"]}
    theirs = {f"{LEVELS}.cabinet.called": ["Executive"], f"{SEATS}.cabinet.does": ["Decides"]}
    said = told({"resident": ours, "organisation": theirs})
    assert said["heading"] == "1 difference"
    assert [each["sentence"] for each in said["differences"]] == [
        "The Cabinet has another name for each side. Residents: 'The Cabinet'. The organisation: 'Executive'."
    ]


def test_the_estates_diagram_with_changes_is_laid_over_itself() -> None:
    ours = estate_answers(FRAMEWORK)
    row = next(name for name, texts in ours.items() if name.startswith(ARROWS) and texts == ["can overrule"])
    theirs = {**ours, row: ["answers back"], f"{SEATS}.cabinet.does": ["only hears"]}
    theirs = {name: texts for name, texts in theirs.items() if ".scrutiny." not in name}
    said = told({"resident": ours, "organisation": theirs})
    words = "\n".join(each["sentence"] for each in said["differences"])
    assert "Residents: 'can overrule'. The organisation: 'answers back'." in words
    assert "Residents: 'decides'. The organisation: 'only hears'." in words
    assert "Housing scrutiny committee: The organisation wrote nothing about it." in words
    assert words.count("Housing scrutiny committee") == 1
    assert len({each["sentence"] for each in said["differences"]}) == len(said["differences"])
    picture = ET.fromstring(said["picture"])
    texts = " ".join(each.text or "" for each in picture.iter(f"{SVG}text"))
    for sign in ("● decides", "■ only hears", "the same for all", "not all have it", "they say otherwise"):
        assert sign in texts, sign
    assert all(each["sentence"] in (picture.findtext(f"{SVG}desc") or "") for each in said["differences"])


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_two_diagrams_can_be_laid_over_each_other(data: st.DataObject) -> None:
    names = row_names(FRAMEWORK)
    sides: dict[Side, Any] = {side: data.draw(typed(names)) for side in SIDES[: data.draw(st.integers(2, 3))]}
    for size in SIZES:
        said = told(sides, size=size, id="b")
        ET.fromstring(said["picture"])
        assert {"heading", "differences", "same", "picture"} == said.keys()
    same = told(dict.fromkeys(sides, sides["resident"]))
    assert same["heading"] == "No difference. All sides drew the same."


@pytest.mark.parametrize(
    "more",
    [{"size": "huge"}, {"id": "no id"}, {"sides": {}}, {"sides": {"resident": {}}}, {"sides": {"x": {}, "y": {}}}],
)
def test_what_cannot_be_laid_over_is_refused(more: dict[str, Any]) -> None:
    assert "bad" in told({"resident": {}, "organisation": {}}, **more)


@pytest.mark.parametrize("tool", DRAWN, ids=lambda tool: tool.id)
def test_each_tool_with_a_canvas_can_be_laid_over(tool: Any) -> None:
    example = next(each for each in FRAMEWORK.worked_examples if each.tool == tool.id)
    ours = entries(tool, example)
    assert told({"resident": ours, "organisation": ours}, tool.id)["differences"] == []
    assert told({"resident": ours, "organisation": {}}, tool.id)["differences"]
    file = told({"resident": ours, "organisation": {}}, tool.id, colours={"ink": "#123456"})["picture"]
    assert re.search(r'fill="#123456"', file)


@pytest.mark.parametrize("tool", DRAWN, ids=lambda tool: tool.id)
def test_each_canvas_has_an_empty_sheet_for_a_wall(tool: Any) -> None:
    asked = {"call": tool.id.replace("-", "_"), "do": "draw", "form": form_fields(tool), "answers": {}, "blank": True}
    sheet = ET.fromstring(json.loads(DOOR.answer(json.dumps(asked)))["ok"]["picture"])
    _, _, wide, high = map(float, sheet.get("viewBox", "").split())
    texts = [each for each in sheet.iter(f"{SVG}text") if each.text]
    assert texts
    assert all(0 <= float(each.get("x", "0")) < wide and 0 < float(each.get("y", "0")) < high for each in texts)
    if tool.id == TOOL:
        assert {*row_names(FRAMEWORK).values()} <= {each.text for each in texts}
