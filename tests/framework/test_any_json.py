"""Whatever is asked through the door, and whatever a copy of a group's work holds, is answered or plainly refused."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.browser import Door
from framework.content.check import checked
from framework.content.examples import WIDGETS, examples
from framework.group.workspace import HEAD, parts
from framework.published import browser_json
from framework.tools import rooms
from tests.browser.kept import in_workshop
from tests.framework.anything import anything, replaced, spoilt, texts, written

DOOR = Door(browser_json(checked()))
KNOWN = parts(DOOR.guide)
COPY: dict[str, Any] = {
    "schema": "coproduction-workspace", "version": 4, "rev": 4, "id": "elm", "name": "Elm Court",
    "changed": "2026-11-01T18:00:00Z", "data": {},
}  # fmt: skip


def _example(widget: str, id_: str, *keys: str) -> dict[str, Any]:
    return {key: examples(widget)[id_][key] for key in keys}


HEALTH = {**_example("health-check", "uneven", "version", "side", "answers"), "by": "group"}
DECISION = {
    "id": "d1", "date": "2026-05-01", "proposal": "Mend the lifts", "how": "Consensus, the full way, test 1",
    "outcome": "with-doubts", "outcome_name": "Agreed, with doubts", "doubts": "", "reasons": ["Nobody blocks."],
    "dissent": [{"who": "A tenant", "side": "resident", "side_name": "Residents", "position": "stand-aside",
                 "position_words": "I stand aside", "reason": "Too soon"}],
}  # fmt: skip
CODES = examples("workshop-screen")["revealed"]["text"].split()
SHEETS = examples("skills-grid")["shown"]["text"].split()
WORKSHOP = {
    "assessment": "health", "version": "short", "plan": "workshop.first-meeting", "began": "2026-11-21T18:00:00Z",
    "stage": "talk", "codes": in_workshop(*CODES), "shown": {"resident": [[f"{each[:5]}.0" for each in CODES[:4]]]}, "place": 1,
    "notes": {"power-dynamics": "Who signs?"}, "actions": ["a1"], "step": 2, "time": {"left": 60000, "ends": None},
    "seen": {"resident": [[f"{each[:5]}.0" for each in CODES[:4]]]}, "expected": {"resident": 9},
}  # fmt: skip
KEPT: dict[str, Any] = {
    "action-plan": examples("action-plan")["calendar"]["plan"],
    "alone.precepts": {"version": "long", "side": "resident", "by": "one", "answers": {"precepts.power": 2}},
    "answer-code.health": {"mark": 7},
    "assessment.health": HEALTH,
    "assessment.health.results": [{"id": "r1", "date": "2026-05-01", **HEALTH}],
    "assessment.ladder": {
        "side": "resident",
        "decisions": [{"id": "d1", **each} for each in examples("ladder-quiz")["project"]["decisions"]],
    },
    "assessment.precepts": {
        "side": "other",
        "sides": {
            side: {"answers": answers, "why": {"precepts.power": "It is the council's land"}}
            for side, answers in examples("precept-cards")["three-sides"]["sides"].items()
        },
    },
    "assessment.consensus": {
        **_example("consensus-check", "new-lifts", "proposal", "test", "rule", "way", "people"),
        "date": "2026-05-01", "doubts": "", "counts": examples("consensus-check")["large"]["counts"],
    },
    "decision-log": [DECISION],
    "earlier.meeting-minutes": [
        {"id": "m1", "day": "2026-05-01", "filled": {"meeting-minutes.title": ["Meeting 1"]}},
    ],
    "evidence": {
        "entries": [
            {"decided": "", "changed": "", "told": "", **entry}
            for entry in examples("evidence-log")["three"]["entries"]
        ]
    },
    "drafts.terms-of-reference": examples("draft-compare")["settled"]["kept"],
    "power-map": {"map": examples("power-map")["estate"]["map"], "phase": "p1"},
    "assessment.skills": {"version": "long", "side": "resident", "answers": {"skills.planning.sure": 2, "skills.planning.offers": 3}},
    "words.skills": {"skills-audit.hidden": ["Sums in my head"]},
    "grid.skills": {
        "assessment": "skills", "version": "long", "began": "2026-11-21T18:00:00Z", "codes": in_workshop(*SHEETS),
        "shown": {"resident": [[f"{each[:5]}.0" for each in SHEETS[:5]]]},
    },
    "tool.vision-statement": {"vision-statement.red-lines": ["No homes lost"]},
    "workshop": WORKSHOP,
    "workshop.earlier": {"health": [WORKSHOP["seen"]]},
    "workshop.records": [{
        "id": "2026-05-21T18:00:00Z", "date": "2026-05-21", "assessment": "health",
        "saw": {"version": "short", "edition": 1, "sides": {"resident": 5}, "rows": {"data-sharing": {"resident": [0, 1]}}},
    }],
}  # fmt: skip
"""A sound value of each kind of part that a workspace may hold."""
NAMES = sorted(KEPT)
REQUESTS = [
    {key: value for key, value in example.items() if key not in ("id", "title")}
    for path in sorted(WIDGETS.glob("*/examples.yaml"))
    for example in examples(path.parent.name).values()
]
"""All that any widget asks, as its examples have it."""


def test_every_room_that_keeps_something_and_every_call_is_put_to_the_test() -> None:
    for room in rooms("kept"):
        own = __import__(f"framework.tools.{room}.kept", fromlist=["parts"]).parts(DOOR.guide)
        assert own.keys() & KEPT.keys(), f"Add a sound value of what tools/{room}/kept.py keeps to KEPT."
    assert {request["call"] for request in REQUESTS} == DOOR.calls.keys()


@pytest.mark.parametrize("part", NAMES)
def test_a_sound_part_is_taken_and_its_page_answered(part: str) -> None:
    assert _read({part: KEPT[part]})["ok"]["copy"]["data"] == {part: KEPT[part]}
    for request in _asked(part, KEPT[part]):
        assert "ok" in _said(request)


@settings(max_examples=500, deadline=None)
@given(spoilt(REQUESTS))
def test_any_request_is_answered_or_refused(asked: tuple[int, Any]) -> None:
    _said(asked[1])


@settings(max_examples=100, deadline=None)
@given(anything(sorted({*texts(REQUESTS)})) | st.text())
def test_anything_at_all_is_answered_or_refused(request: Any) -> None:
    _said(request)
    _heard(request if isinstance(request, str) else written({"call": request}))


@settings(max_examples=500, deadline=None)
@given(spoilt([KEPT[part] for part in NAMES]))
def test_any_part_is_refused_or_can_be_used_on_its_page(found: tuple[int, Any]) -> None:
    part, value = NAMES[found[0]], found[1]
    data = {part: value}
    _said({"call": "workspace", "do": "spreadsheet", "text": written({**COPY, "data": data})})
    if "ok" in _read(data):
        for request in _asked(part, value):
            said = _said(request)
            assert "ok" in said or said["bad"]["what"].startswith(MENDED_ON_THE_PAGE), (request, said)


@settings(max_examples=200, deadline=None)
@given(spoilt([KEPT[part] for part in NAMES]), st.integers(0, 255))
def test_any_two_copies_are_put_together_whole_or_not_at_all(found: tuple[int, Any], chosen: int) -> None:
    part, value = NAMES[found[0]], found[1]
    two = {"ours": written({**COPY, "data": KEPT}), "theirs": written({**COPY, "data": {part: value}})}
    compared = _said({"call": "workspace", "do": "compare", **two})
    paths = [each["path"] for each in compared.get("ok", {"differences": []})["differences"]]
    take = [path for nth, path in enumerate(paths) if chosen >> nth % 8 & 1]
    joined = _said({"call": "workspace", "do": "join", **two, "take": take})
    if "ok" in joined:
        assert "ok" in _read(joined["ok"]["copy"]["data"])


@settings(max_examples=200, deadline=None)
@given(spoilt([{**COPY, "data": {part: KEPT[part] for part in ("tool.vision-statement", "evidence")}}]))
def test_any_copy_is_read_or_refused(copy: tuple[int, Any]) -> None:
    _said({"call": "workspace", "do": "read", "text": written(copy[1])})


LINK = {"id": "l9", "from": "s1", "to": "s1", "kind": "funds"}
ESTATE = KEPT["power-map"]["map"]


def _estate(link: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = replaced(ESTATE, ("phases", 0, "links"), [link])
    return found


@pytest.mark.parametrize(
    "request_",
    [
        {"call": "evidence", "entries": [{"id": "a", "duties": [[]]}]},
        {"call": "evidence", "entries": [{"id": "a", "duties": [{}]}]},
        {"call": "power_map", "do": "map-in", "map": _estate({**LINK, "from": []})},
        {"call": "power_map", "do": "map-in", "map": _estate({**LINK, "to": {}})},
        {"call": "answer_code", "assessment": "health", **HEALTH, "mark": "~thousands of digits~"},
        {"call": "~deep~"},
        {"call": "power_map", "do": "look", "map": ESTATE, "phase": "p1", "zoom": "~nan~"},
        {"call": "consensus", "assessment": "consensus", "rule": "consensus.rule.consensus", "test": "~infinite~"},
    ],
)
def test_what_once_raised_an_error_is_refused(request_: dict[str, Any]) -> None:
    assert "bad" in _said(request_)


def test_a_text_that_looks_like_a_code_of_thousands_of_characters_is_no_code() -> None:
    said = _said({"call": "workshop", "assessment": "health", "version": "short", "text": "2" * 5_000})
    assert "too long" in said["ok"]["bad"][0]["what"]


def _calendar(*days: str) -> dict[str, Any]:
    actions = [{**KEPT["action-plan"]["actions"][0], "by": day, "text": "~half a letter~"} for day in days]
    return _said({"call": "action_plan", "as": "calendar", "today": "2026-11-21", "plan": {"actions": actions}})


def test_a_calendar_holds_any_letter_and_says_which_days_it_leaves_out() -> None:
    said = _calendar("2027-03-31", "9999-12-31", "0026-01-01", "")["ok"]
    assert said["text"].count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20270331\r\n" in said["text"]
    said["text"].encode()
    assert said["left_out"] == "3 actions have no date, so they are not in the calendar."


def test_no_empty_calendar_is_offered() -> None:
    assert _calendar("", "0026-01-01")["bad"]["what"] == "No action in the plan has a date"


@pytest.mark.parametrize(
    ("part", "path", "new"),
    [
        ("answer-code.health", ("mark",), -5),
        ("evidence", ("entries", 0, "duties"), ["duty.nowhere"]),
        ("workshop", ("assessment",), "nowhere"),
        ("workshop", ("assessment",), "consensus"),
        ("workshop", ("codes",), ["X"]),
        ("workshop", ("codes",), {"XXXXX": {"code": "X", "change": 0}}),
        ("workshop", ("codes",), {"XXXXX": {"code": CODES[0], "change": 0}}),
        ("workshop", ("codes",), {"": {"code": CODES[0], "change": 0}}),
        ("workshop", ("shown", "resident"), [[3]]),
        ("workshop", ("shown",), {"landlord": []}),
        ("workshop", ("stage",), "tea"),
        ("workshop", ("place",), -1),
        ("workshop", ("place",), 99),
        ("workshop", ("step",), "~more than a script counts~"),
        ("assessment.ladder", ("decisions", 0, "claim"), 15),
        ("assessment.precepts", ("sides",), {"landlord": {"answers": {}, "why": {}}}),
        ("assessment.consensus", ("rule",), "consensus.rule.nowhere"),
        ("assessment.consensus", ("way",), "shortest"),
        ("assessment.consensus", ("counts",), {"resident": {"consensus.position": 99}}),
        ("assessment.consensus", ("people", 0, "side"), "landlord"),
        ("decision-log", (0, "outcome"), "forced"),
        ("power-map", ("map", "phases", 0, "links", 0, "from"), []),
    ],
)
def test_a_part_that_names_what_is_not_there_is_refused(part: str, path: tuple[str | int, ...], new: Any) -> None:
    assert "bad" in _read({part: replaced(KEPT[part], path, new)})


@pytest.mark.parametrize("id_", ["", "elm.before", "a/b", "#"])
def test_a_copy_cannot_take_a_place_that_is_not_its_own(id_: str) -> None:
    assert "bad" in _said({"call": "workspace", "do": "read", "text": written({**COPY, "id": id_})})


def test_two_maps_are_not_put_together_into_one_with_a_link_to_itself() -> None:
    ours, theirs = (
        {**COPY, "data": {"power-map": {"map": _estate({**LINK, **ends}), "phase": "p1"}}}
        for ends in ({"from": "s1", "to": "s2"}, {"from": "s2", "to": "s1"})
    )
    two = {"ours": written(ours), "theirs": written(theirs)}
    paths = [each["path"] for each in _said({"call": "workspace", "do": "compare", **two})["ok"]["differences"]]
    assert [path[-1] for path in paths] == ["from", "to"]
    assert "ok" in _said({"call": "workspace", "do": "join", **two, "take": paths})
    said = _said({"call": "workspace", "do": "join", **two, "take": paths[:1]})
    assert "goes from 's2' to itself" in said["bad"]["what"]


def test_an_assessment_whose_rule_has_no_room_keeps_nothing() -> None:
    """And no workspace fails for it: the build says where a rule is missing."""
    published = json.loads(browser_json(checked()))
    published["assessments"][0]["rule"] = "unheard-of"
    door = Door(json.dumps(published))
    request = {"call": "workspace", "do": "read", "text": written(COPY)}
    assert "ok" in json.loads(door.answer(json.dumps(request)))


def _said(request: Any) -> dict[str, Any]:
    return _heard(written(request))


def _heard(request: str) -> dict[str, Any]:
    """What the door answers: JSON that a browser reads, with an answer or a plain refusal."""
    text = DOOR.answer(request)
    said: dict[str, Any] = json.loads(text, parse_constant=_no_json)
    assert set(said) in ({"ok"}, {"bad"})
    if "bad" in said:
        assert set(said["bad"]) == {"what", "mend"}
        assert all(isinstance(words, str) and words for words in said["bad"].values())
    return said


def _no_json(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def _read(data: dict[str, Any]) -> dict[str, Any]:
    said = _said({"call": "workspace", "do": "read", "text": written({**COPY, "data": data})})
    assert "bad" in said or set(said["ok"]["copy"]) == set(HEAD)
    return said


MENDED_ON_THE_PAGE = (
    "No rule for deciding is chosen",
    "There is no way ''",
    "Person ",
    "The number of the test is",
    "Residents, ",
    "The organisation, ",
    "Other partners, ",
    "This code is",
    "The code ",
    "No action in the plan",
)
"""What a page refuses while its form is not filled in yet, or where it says what to do about codes of another version."""


def _asked(part: str, value: Any) -> list[dict[str, Any]]:
    """What the page of a part asks of Python as soon as it shows what is kept."""
    kind, _, name = part.partition(".")
    if part == "action-plan":
        return [
            {"call": "action_plan", "plan": value, "as": how, "name": "", "today": "2026-11-21"}
            for how in ("calendar", "spreadsheet")
        ]
    if kind == "answer-code":
        return [{"call": "answer_code", "assessment": name, **HEALTH, "mark": value["mark"]}]
    if part == "assessment.health":
        return [{"call": "standing", "assessment": name, **value}]
    if part == "assessment.health.results":
        return [{"call": "standing", "assessment": "health", **HEALTH, "earlier": each} for each in value]
    if part == "assessment.ladder":
        decisions = value["decisions"] or [{"name": "", "answers": {}}]
        return [{"call": "ladder", "assessment": name, "side": value["side"], "decisions": decisions, "open": 0}]
    if part == "assessment.precepts":
        return [
            {
                "call": "sides",
                "assessment": name,
                "sides": {side: each["answers"] for side, each in value["sides"].items()},
            }
        ]
    if part == "assessment.consensus":
        return [
            {
                "call": "consensus",
                "assessment": name,
                **{key: value[key] for key in ("rule", "way", "test", "people", "counts")},
            }
        ]
    if part == "evidence":
        return [{"call": "evidence", "entries": value["entries"], "duty": "", "missing": ""}]
    if part == "power-map":
        phases = [each["id"] for each in value["map"]["phases"]]
        phase = value["phase"] if value["phase"] in phases else phases[0]
        return [{"call": "power_map", "do": "look", "map": value["map"], "phase": phase, "before": "", "frame": "wide"}]
    if part == "assessment.skills":
        return [{"call": "answer_code", "assessment": name, **value, "side": value["side"] or "other", "mark": 1}]
    if kind == "grid":
        return [
            {"call": "skills", **{key: value[key] for key in ("assessment", "version", "codes", "shown")}, "text": ""}
        ]
    if part == "workshop":
        return [
            {"call": "workshop", **{key: value[key] for key in ("assessment", "version", "codes", "shown")}, "text": ""}
        ]
    return []  # its page asks nothing of Python
