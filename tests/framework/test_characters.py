"""Whatever people type: each picture can be read, and each file that they take away."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framework.browser import Door
from framework.content.check import checked
from framework.content.model import Framework, Seat
from framework.content.pictures.steering_group import steering_group
from framework.content.pictures.wheel import wheel
from framework.core.answers import SIDES, read_answers
from framework.core.characters import clean
from framework.core.questions import Assessment
from framework.draw.svg import element, picture, text
from framework.export.calendar import calendar
from framework.export.csv import csv_text
from framework.published import browser_json
from framework.tools.ladder.picture import one_ladder, project_picture
from framework.tools.ladder.rules import Decision, place
from framework.tools.power_map.map import Phase, Place, PowerMap, Stakeholder
from framework.tools.power_map.picture import FRAMES, poster, power_map_picture
from framework.tools.sides.picture import sides_picture
from framework.tools.sides.rules import Views
from framework.tools.standing.picture import health_picture
from framework.tools.standing.rules import assess
from framework.tools.workshop.picture import BROAD, NARROW, ROOM, ROOM_ALONE, gap_picture
from framework.tools.workshop.rules import Comparison, View
from publish.runtime import requests

FRAMEWORK = checked()
DOOR = Door(browser_json(FRAMEWORK))
REQUESTS = [json.loads(each) for each in requests()]
ANYTHING = st.text(st.characters(exclude_categories=()))
"""Any text, with what no keyboard types: control characters, halves of a pair, what is no character at all."""
HOSTILE = "Who gets\x0bwhich home \x00\x1f\x7f\x85\ud800 \udfff\ufffe\uffff <b>&\"' ]]>"
DAY = date(2026, 5, 1)
quick = settings(max_examples=40, deadline=None)


def assessment(rule: str) -> Assessment:
    return next(each for each in FRAMEWORK.assessments if each.rule == rule)


def pictures(words: str) -> Iterator[str]:
    """Every kind of picture, with these words wherever it takes words."""
    titles = dict.fromkeys((each.id for each in FRAMEWORK.principles), words)
    standing, ladder, sides = (assessment(rule) for rule in ("standing", "ladder", "sides"))
    yield element("svg", text(words, class_=words, xml_space=words))
    yield picture("id", words, words, 1, 1)
    yield health_picture(titles, assess(read_answers(standing, "short", "resident", {})), "id")
    views = (View("resident", 3, (2.0, 2.0), (1.0, 3.0), "some"), View("other", 3, (0, 1), None, "none"))
    row = Comparison(next(iter(titles)), views, 2.0, at_least=True, reasons=(words,))
    for layout in (NARROW, BROAD, ROOM, ROOM_ALONE):
        yield gap_picture(titles, replace(standing, title=words), [row], "id", layout)
    decision = Decision(words, 2, place(read_answers(ladder, "long", None, {})))
    yield one_ladder(ladder.rungs, decision, "id")
    yield project_picture(words, ladder.rungs, [decision], "id")
    told = {each.bears_on: words for each in sides.statements}
    yield sides_picture(
        replace(sides, title=words), [Views(sides.statements[0], {"resident": 1, "other": 0}, 1)], told, "id"
    )
    yield steering_group(words, [Seat(side=side, who=words, task=words) for side in SIDES], "id")
    yield wheel(replace(FRAMEWORK, principles=tuple(replace(each, title=words) for each in FRAMEWORK.principles)), str)
    who = Stakeholder("a", words, "other", "resident", words)
    phase = Phase("p", words, {"a": Place(3.0, 3.0)})
    found = PowerMap(words, words, (who,), (phase,))
    for frame in FRAMES.values():
        yield power_map_picture(found, phase, "id", frame)
    yield poster(found, phase, {"ink": words})


@quick
@example(HOSTILE)
@given(ANYTHING)
def test_every_picture_is_well_formed_whatever_people_type(words: str) -> None:
    for drawn in pictures(words):
        ET.fromstring(drawn)


@quick
@example(HOSTILE)
@given(ANYTHING)
def test_every_file_holds_the_words_and_no_character_that_breaks_it(words: str) -> None:
    rows = list(csv.reader(io.StringIO(csv_text([words], [[words]]).removeprefix("\ufeff"), newline=""), strict=True))
    assert rows[1] == rows[0]
    assert rows[0][0] in (clean(words), f"'{clean(words)}")
    action = {"id": words, "text": words, "who": words, "by": "2026-05-01", "done": False}
    written = calendar([action], words, DAY)
    assert written == clean(written)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))


@given(ANYTHING)
def test_clean_words_can_be_written_anywhere_and_lose_nothing_that_is_seen(words: str) -> None:
    cleaned = clean(words)
    assert len(cleaned) == len(words)
    assert clean(cleaned) == cleaned
    assert ET.fromstring(f"<a>{cleaned.replace('&', '').replace('<', '')}</a>") is not None
    assert all(new == old or new == " " for new, old in zip(cleaned, words, strict=True))


def leaves(plain: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where texts stand in plain data."""
    for key, value in plain.items() if isinstance(plain, dict) else enumerate(plain):
        if isinstance(value, (dict, list)):
            yield from leaves(value, (*path, key))
        elif isinstance(value, str):
            yield (*path, key)


def with_words(plain: Any, path: tuple[Any, ...], words: str) -> Any:
    """A copy of plain data with other words in one place."""
    key, *rest = path
    copy = dict(plain) if isinstance(plain, dict) else list(plain)
    copy[key] = with_words(copy[key], tuple(rest), words) if rest else words
    return copy


def texts(plain: Any) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, (dict, list)):
        for each in plain.values() if isinstance(plain, dict) else plain:
            yield from texts(each)


PLACES = [(number, path) for number, request in enumerate(REQUESTS) for path in leaves(request) if path != ("call",)]


@pytest.mark.parametrize("words", [HOSTILE, "=1+1\x0b"])
def test_no_answer_to_any_example_breaks_where_any_of_its_words_are_hostile(words: str) -> None:
    drawn = 0
    for number, path in PLACES:
        answer = json.loads(DOOR.answer(json.dumps(with_words(REQUESTS[number], path, words))))
        assert set(answer) in ({"ok"}, {"bad"})
        for told in texts(answer.get("ok", {})):
            if told.startswith(("<svg", "<g")):
                ET.fromstring(told)
                drawn += 1
    assert drawn


def test_the_framework_itself_holds_only_what_can_be_seen(framework: Framework) -> None:
    published = browser_json(framework)
    assert clean(published) == published
