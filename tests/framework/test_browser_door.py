"""The door from the browser: JSON text in, JSON text out, and never a Python error for bad input."""

import gc
import json
from typing import Any

import pytest

from framework.browser import Door
from framework.content.model import Framework
from framework.core.guide import LEADS
from framework.published import browser_json
from publish.runtime import requests


@pytest.fixture(scope="module")
def door(framework: Framework) -> Door:
    return Door(browser_json(framework))


def test_a_result_with_its_links(door: Door) -> None:
    request = {
        "call": "standing",
        "assessment": "health",
        "version": "short",
        "side": "resident",
        "answers": {"health.power-dynamics.1": 0, "health.common-vision.1": 3, "health.data-sharing.1": "dont-know"},
    }
    said = json.loads(door.answer(json.dumps(request)))["ok"]
    assert said["start"] == "Re-shaping power dynamics"
    assert [each["words"] for each in said["strengths"]] == ["Working to a common vision"]
    assert said["starts"][0]["address"] == "principles/power-dynamics/"
    low = said["starts"][0]["low"][0]
    links = [link for verb in LEADS for link in low[verb]]
    statement = next(each for each in door.guide.assessments["health"].statements if each.id == low["id"])
    assert {link["id"] for link in links} == set(statement.leads_to)
    assert [each["id"] for each in said["unknown"]] == ["health.data-sharing.1"]
    assert said["picture"].startswith("<svg")


def test_it_answers_in_another_language_and_then_in_its_own_again(door: Door, framework: Framework) -> None:
    own = json.loads(browser_json(framework))
    other = json.dumps({**own, "sentences": {**own["sentences"], "sides.resident": "Wakazi"}})
    request = {"call": "workshop", "assessment": "health", "version": "short", "codes": {}, "shown": {}, "seen": {}}
    told = json.loads(door.answer(json.dumps({**request, "guide": other})))["ok"]
    assert told["sides"][0]["side_name"] == "Wakazi"
    assert json.loads(door.answer(json.dumps(request)))["ok"]["sides"][0]["side_name"] == "Residents"


BAD = [
    "",
    "[]",
    "{}",
    "nonsense",
    '{"call": "rm"}',
    '{"call": "standing"}',
    '{"call": "standing", "assessment": "power-map"}',
    '{"call": "workshop", "assessment": "health", "version": "short", "guide": "nonsense"}',
    '{"call": "workshop", "assessment": "health", "version": "short", "guide": {"sentences": 1}}',
    '{"call": "record", "blank": "", "parts": []}',
    '{"call": "record", "blank": "", "parts": [{"kind": "title", "lines": []}]}',
    '{"call": "record", "blank": "", "parts": [{"kind": "<", "lines": [{"text": "", "language": "en", "direction": "ltr"}]}]}',
    '{"call": "record", "blank": "", "parts": [{"rows": [[]]}]}',
    '{"call": "standing", "assessment": "health", "version": "short", "answers": {"x": 1}}',
]


@pytest.mark.parametrize("request_", BAD)
def test_bad_requests_are_answered(door: Door, request_: str) -> None:
    said = json.loads(door.answer(request_))
    assert set(said["bad"]) == {"what", "mend"}


MARK = "-".join(("zq", "17"))
"""Stands nowhere as it is, not even in the source of this test."""


def marked(value: Any) -> Any:
    """The value, with a mark in all that somebody may have written."""
    if isinstance(value, str):
        return f"{value} {MARK}" if " " in value else value
    if isinstance(value, list):
        return [marked(each) for each in value]
    return {key: marked(each) for key, each in value.items()} if isinstance(value, dict) else value


def test_nothing_of_a_request_is_kept_once_it_is_answered(door: Door) -> None:
    """One Python may answer several pages of a visit, and outlives them for a while."""
    answered = sum(MARK in door.answer(json.dumps(marked(json.loads(each)))) for each in requests())
    assert answered > 10
    gc.collect()
    found = {text for each in gc.get_objects() for text in gc.get_referents(each) if isinstance(text, str)}
    assert [text for text in found if MARK in text and text != MARK] == []
