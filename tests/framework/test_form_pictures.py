"""Forms that are shown as a picture: who can teach whom, and what is learned before each stage."""

import random
import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from framework.content.check import checked
from framework.content.worked_examples import entries
from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.draw.labels import Box, overlap, width
from framework.export.form import FormField, read_fields
from framework.published import browser_json, form_fields
from framework.tools.skills_audit import call as skills_call
from framework.tools.skills_audit import picture as skills_picture
from framework.tools.skills_audit.grid import GRID, Person, Skill, skills_of
from framework.tools.skills_audit.grid import describe as describe_skills
from framework.tools.training_programme import call as programme_call
from framework.tools.training_programme import picture as programme_picture
from framework.tools.training_programme.programme import TOPICS, at, describe, topics_of
from tests.framework.horizons import read_from_the_right

KEPT = Path(__file__).with_name("pictures")
SVG = "{http://www.w3.org/2000/svg}"
FRAMEWORK = checked()
TOOLS = {each.id: each for each in FRAMEWORK.tools}
FORMS: dict[str, dict[str, FormField]] = {
    id_: {each.id: each for each in read_fields(form_fields(TOOLS[id_]))}
    for id_ in ("skills-audit", "training-programme")
}
NAMES = (
    "IN",
    "KM",
    "TW, DP",
    "All officers of the whole of the council",
    "-",
    "",
    "NF; SA\nTG",
    "Someone else entirely",
)


def example(tool: str) -> dict[str, list[str]]:
    return entries(TOOLS[tool], next(each for each in FRAMEWORK.worked_examples if each.tool == tool))


def draw_skills(answers: dict[str, list[str]], size: str) -> str:
    found = skills_of(FORMS["skills-audit"], answers)
    return skills_picture.teaching_picture(found, "kept", skills_picture.SIZES[size])


def draw_programme(answers: dict[str, list[str]], size: str) -> str:
    found = topics_of(FORMS["training-programme"], answers)
    return programme_picture.programme_picture(found, "kept", programme_picture.SIZES[size])


DRAW: dict[str, Callable[[dict[str, list[str]], str], str]] = {
    "skills-audit": draw_skills,
    "training-programme": draw_programme,
}


def filled_in(table: str, tool: str, columns: dict[str, tuple[str, ...]], seed: int) -> dict[str, list[str]]:
    chance = random.Random(seed)
    rows = FORMS[tool][table].row_keys({})
    texts = {f"{table}.{row}.{column}": chance.choice(some) for row in rows for column, some in columns.items()}
    texts |= {f"{table}.77.row": "W" * chance.randint(1, 60), f"{table}.77.{next(iter(columns))}": "IN"}
    return {name: [text] for name, text in texts.items() if text}


def any_form(tool: str, seed: int) -> dict[str, list[str]]:
    if tool == "skills-audit":
        return filled_in(GRID, tool, dict.fromkeys(("resident", "organisation", "teach", "learn"), NAMES), seed)
    columns = {
        "stage": ("Design", "building", "some day", ""),
        "who-for": ("Both together", "Officers", "Residents", ""),
        "leader": NAMES,
    }
    return filled_in(TOPICS, tool, columns, seed)


def test_what_somebody_wants_to_learn_and_nobody_can_teach_comes_first() -> None:
    skills = skills_of(FORMS["skills-audit"], example("skills-audit"))
    assert [each.id for each in skills][:4] == ["viability", "chairing", "conflict", "coproduction"]
    assert describe_skills(skills).split("\n")[0] == (
        "Money and viability: nobody here can teach, and IN, KM, MD, DP, SH want to learn."
    )


def test_a_side_is_known_by_the_column_in_which_the_initials_stand() -> None:
    cells = {"resident": "IN Somali, KM", "organisation": "tw", "teach": "TW - –, in", "learn": "KM;AB\nNobody else"}
    answers = {f"{GRID}.planning.{column}": [text] for column, text in cells.items()}
    (skill,) = skills_of(FORMS["skills-audit"], answers)
    assert skill == Skill(
        "planning",
        "Planning",
        (Person("TW - –", "organisation"), Person("in", "resident")),
        (Person("KM", "resident"), Person("AB", None), Person("Nobody else", None)),
    )
    assert skills_of(FORMS["skills-audit"], {f"{GRID}.planning.teach": ["-"]}) == ()


def test_topics_stand_before_their_stage_and_for_whom() -> None:
    topics = topics_of(FORMS["training-programme"], example("training-programme"))
    assert [each.id for each in at(topics, "design")] == ["procurement", "planning", "design", "building"]
    assert next(each for each in topics if each.id == "relationships").sides == ("organisation",)
    said = describe(topics).split("\n")
    assert said[-2] == "Before building: no topic is planned."
    assert "Before design: Planning. Led by: Yusuf Karim." in said
    (other,) = topics_of(FORMS["training-programme"], {f"{TOPICS}.4.row": ["Boilers"], f"{TOPICS}.4.stage": ["soon"]})
    assert (other.name, other.stage) == ("Boilers", None)
    assert describe((other,)).split("\n")[-1] == "With no stage yet: Boilers. Nobody leads it yet."


@pytest.mark.parametrize("tool", list(DRAW))
@pytest.mark.parametrize("size", ["narrow", "wide"])
def test_nothing_hides_anything_and_words_stay_in_their_boxes_in_200_random_ones(tool: str, size: str) -> None:
    for seed in range(200):
        tree = ET.fromstring(DRAW[tool](any_form(tool, seed), size))
        boxes = [_box(each) for each in tree.iter(f"{SVG}rect") if each.get("class") == "card-ground"]
        words = [_words(each) for each in tree.iter(f"{SVG}text") if each.get("text-anchor") == "start"]
        for one, other in combinations(boxes, 2):
            assert not overlap(one, other), seed
        for one, other in combinations(words, 2):
            assert not overlap(one, other), seed
        wide, high = map(float, (tree.get("viewBox") or "").split()[2:])
        for word in words:
            assert word[2] <= wide, seed
            assert word[3] <= high, seed
            assert all(not overlap(word, box) or box[0] <= word[0] < word[2] <= box[2] for box in boxes), seed


def _box(rect: Any) -> Box:
    x, y, w, h = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
    return (x, y, x + w, y + h)


def _words(text: Any) -> Box:
    x, y, size = (float(text.get(name)) for name in ("x", "y", "font-size"))
    return (x, y - 0.7 * size, x + width(text.text, size), y + 0.2 * size)


@pytest.mark.parametrize("tool", list(DRAW))
@pytest.mark.parametrize("size", ["narrow", "wide", "mirrored"])
def test_pictures_are_as_they_were(tool: str, size: str) -> None:
    """To keep a new one after looking at it: delete the old one in tests/framework/pictures/, and run this twice."""
    if size == "mirrored":
        with read_from_the_right():
            drawn = DRAW[tool](example(tool), "wide")
    else:
        drawn = DRAW[tool](example(tool), size)
    path = KEPT / f"{tool}-{size}.svg"
    if not path.exists():
        path.write_text(drawn + "\n", encoding="utf-8")
        pytest.fail(f"{path.name} was not there, and is kept now. Look at it.")
    assert drawn + "\n" == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("tool", "call"), [("skills-audit", skills_call), ("training-programme", programme_call)])
def test_a_page_is_told_the_picture_and_its_words(tool: str, call: Any) -> None:
    guide = Guide(browser_json(FRAMEWORK))
    request = {
        "do": "look",
        "form": form_fields(TOOLS[tool]),
        "answers": example(tool),
        "size": "narrow",
        "id": "drawn",
    }
    told = call.answer(guide, request)
    assert told["picture"].startswith("<svg")
    assert len(told["description"]) > 3
    empty = call.answer(guide, {**request, "answers": {}})
    assert len(empty["description"]) == 1
    bad: list[dict[str, Any]] = [{"do": "draw"}, {"size": "huge"}, {"id": "<b>"}, {"form": []}]
    for wrong in bad:
        with pytest.raises(BadInput):
            call.answer(guide, {**request, **wrong})
