"""A copy from outside is taken as it should be or not at all, and every refusal says what is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.browser import Door
from framework.content.check import checked
from framework.core.answers import BadInput
from framework.group.workspace import HEAD, differences, parts, read_copy, together
from framework.published import browser_json
from tests.framework.anything import replaced

FIXTURE = Path(__file__).parents[1] / "fixtures" / "workspace-4.json"
COPY: dict[str, Any] = json.loads(FIXTURE.read_text(encoding="utf-8"))
DOOR = Door(browser_json(checked()))
CODE = "TPCRH56NHYHHVTCN"
WORKSHOP: dict[str, Any] = {
    "assessment": "health",
    "version": "short",
    "plan": "",
    "began": "2026-11-21",
    "stage": "collect",
    "codes": {CODE[:5]: {"code": CODE, "change": 0}},
    "shown": {"resident": [[f"{CODE[:5]}.0"]]},
    "place": 0,
    "notes": {},
    "actions": [],
    "step": 0,
    "time": {"left": 60000, "ends": None},
}
KNOWN = parts(DOOR.guide)

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=20), inner, max_size=4),
    max_leaves=12,
)


def test_a_whole_copy_is_taken() -> None:
    assert read_copy(FIXTURE.read_text(encoding="utf-8"), KNOWN) == COPY


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2000), st.text(max_size=5), st.integers(0, 20))
def test_a_copy_cut_or_overwritten_is_taken_or_refused_with_a_reason(place: int, put_in: str, length: int) -> None:
    text = json.dumps(COPY)
    _answered(text[:place] + put_in + text[place + length :])
    _answered(text[:place])


def _answered(text: str) -> None:
    """Whatever a copy holds, the door answers, with JSON that a browser reads."""
    for do in ("read", "spreadsheet"):
        said = json.loads(DOOR.answer(json.dumps({"call": "workspace", "do": do, "text": text})), parse_constant=_never)
        assert set(said) in ({"ok"}, {"bad"})
        if "bad" in said:
            assert all(said["bad"].values())
        elif do == "read":
            assert set(said["ok"]["copy"]) == set(HEAD)


def _never(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        ({**COPY, "version": 99}, "version 99"),
        ({**COPY, "schema": "other"}, "no copy"),
        ({**COPY, "data": {"unheard-of": 1}}, "unheard-of"),
        ({**COPY, "data": {"__proto__": {"x": 1}}}, "__proto__"),
        ({**COPY, "name": "x" * 10_000}, "name"),
        ({**COPY, "data": {"tool.vision-statement": {"vision-statement.red-lines": ["x" * 30_000]}}}, "20,000 letters"),
        ({**COPY, "data": {"tool.vision-statement": {"constructor": ["x"]}}}, "constructor"),
        ({**COPY, "rev": 1e999}, "number"),
        (
            {**COPY, "data": {"assessment.health": {**COPY["data"]["assessment.health"], "side": "landlord"}}},
            "landlord",
        ),
    ],
)
def test_what_is_wrong_is_named(broken: Any, named: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_copy(json.dumps(broken), KNOWN)
    assert named in str(refused.value)


def test_every_part_that_a_tool_keeps_is_known() -> None:
    ladder: dict[str, Any] = {
        "side": None,
        "decisions": [{"id": "d1", "name": "Demolish", "claim": None, "answers": {}}],
    }
    person = {"who": "A tenant", "side": "resident", "position": "agree", "reason": ""}
    draft = {
        "proposal": "",
        "date": "",
        "test": 1,
        "rule": "",
        "way": "full",
        "people": [person],
        "counts": {},
        "doubts": "",
    }
    kept = {
        "assessment.ladder": ladder,
        "assessment.precepts": {"side": "resident", "sides": {"resident": {"answers": {}, "why": {}}}},
        "assessment.consensus": draft,
        "answer-code.health": {"mark": 7},
        "workshop": WORKSHOP,
        "evidence": {"entries": [{"id": "e1", "date": "", "said": "Lift", "decided": "", "changed": "", "told": "", "duties": []}]},
    }  # fmt: skip
    assert read_copy(json.dumps({**COPY, "data": kept}), KNOWN)["data"] == kept
    for part, value in kept.items():
        with pytest.raises(BadInput, match=part):
            read_copy(json.dumps({**COPY, "data": {part: [[value]]}}), KNOWN)


def test_too_deep_and_too_much_are_refused() -> None:
    deep: Any = "x"
    for _ in range(100):
        deep = [deep]
    with pytest.raises(BadInput, match="deeper"):
        read_copy(json.dumps({**COPY, "data": {"tool.vision-statement": deep}}), KNOWN)
    with pytest.raises(BadInput, match="damaged"):
        read_copy("[" * 100_000, KNOWN)
    with pytest.raises(BadInput, match="too large"):
        read_copy(" " * 2_000_001, KNOWN)


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "\u202egnp.exe", "👩‍👩‍👧 family", "=1+1", "a\r\nb"])
def test_words_of_every_kind_come_through_whole(words: str) -> None:
    copy = {**COPY, "data": {"tool.vision-statement": {"vision-statement.red-lines": [words]}}}
    assert read_copy(json.dumps(copy), KNOWN)["data"] == copy["data"]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.text(), PLAIN), st.dictionaries(st.text(), PLAIN))
def test_what_is_put_together_loses_nothing(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert together(ours, ours, []) == ours or _has_nan(ours)
    assert set(together(ours, theirs, [])) == {*ours, *theirs}
    paths = [tuple(each["path"]) for each in differences(ours, theirs)]
    taken = together(ours, theirs, paths)
    assert [each for each in differences(theirs, taken) if not _has_nan(each)] == []


def _has_nan(value: Any) -> bool:
    return "NaN" in json.dumps(value)


def test_two_copies_are_compared_in_words() -> None:
    theirs = replaced(COPY, ("data", "assessment.health", "answers", "health.common-vision.1"), 0)
    request = {"call": "workspace", "do": "compare", "ours": json.dumps(COPY), "theirs": json.dumps(theirs)}
    (found,) = json.loads(DOOR.answer(json.dumps(request)))["ok"]["differences"]
    statement = next(
        each for each in DOOR.guide.assessments["health"].statements if each.id == "health.common-vision.1"
    )
    assert found["place"] == statement.text
    assert (found["ours"], found["theirs"]) == (statement.answers[3], statement.answers[0])


def test_where_two_copies_differ_is_named_as_the_page_names_it() -> None:
    texts = [json.dumps({**COPY, "data": {"workshop": {**WORKSHOP, "stage": stage}}}) for stage in ("collect", "talk")]
    said = DOOR.answer(json.dumps({"call": "workspace", "do": "compare", "ours": texts[0], "theirs": texts[1]}))
    (found,) = json.loads(said)["ok"]["differences"]
    assert (found["title"], found["ours"], found["theirs"]) == ("Workshop", "collect", "talk")
