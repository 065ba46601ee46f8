"""What the workshop asks of Python: codes written and combined, as the pages do it."""

import json
import re
from random import Random
from typing import Any

import pytest

from framework.browser import Door
from framework.content.check import checked
from framework.core.answers import Given, Side, statements_of
from framework.published import browser_json
from framework.tools.answer_code.code import MARKS, write
from tests.browser.kept import in_workshop

FRAMEWORK = checked()
HEALTH = next(each for each in FRAMEWORK.assessments if each.id == "health")
SHORT = [each.id for each in statements_of(HEALTH, "short")]
DOOR = Door(browser_json(FRAMEWORK))


def ask(**request: Any) -> dict[str, Any]:
    answered = json.loads(DOOR.answer(json.dumps(request)))
    assert "ok" in answered, answered
    found: dict[str, Any] = answered["ok"]
    return found


def combine(**more: Any) -> dict[str, Any]:
    return ask(**{"call": "workshop", "assessment": "health", "version": "short", **more})


def code(mark: int, side: Side, points: int, version: str = "short") -> str:
    ids = [each.id for each in statements_of(HEALTH, version)]  # type: ignore[arg-type]
    return write(Given(HEALTH, version, side, dict.fromkeys(ids, points)), mark)  # type: ignore[arg-type]


RESIDENTS = [code(mark, "resident", 1) for mark in range(3)]
OFFICERS = [code(mark + 100, "organisation", 3) for mark in range(4)]


def test_a_page_writes_a_code_and_the_screen_reads_it() -> None:
    said = ask(call="answer_code", assessment="health", version="short", side="other", answers={SHORT[0]: 2}, mark=7)
    assert said["shown"].replace(" ", "") == said["code"]
    found = combine(text=said["shown"])
    assert [each["side"] for each in found["took"]] == ["other"]
    assert found["codes"] == in_workshop(said["code"])


def test_until_the_reveal_there_is_nothing_of_what_was_said() -> None:
    found = combine(text="\n".join(RESIDENTS + OFFICERS))
    assert {each["side"]: each["people"] for each in found["sides"]} == {"resident": 3, "organisation": 4, "other": 0}
    assert found["result"] is None
    assert found["can_reveal"]
    assert combine(text="\n".join(RESIDENTS[:2]))["can_reveal"] is False


def test_the_reveal() -> None:
    found = combine(codes=in_workshop(*RESIDENTS, *OFFICERS), reveal=True)
    result = found["result"]
    assert result["differently"]
    assert [each["people"] for each in result["shown_sides"]] == [3, 4]
    first = result["rows"][0]
    assert (first["id"], first["gap"]) == ("common-vision", 1)
    answers = HEALTH.statements[0].answers
    assert [(view["low"], view["high"]) for view in first["statements"][0]["views"]] == [answers[:2], answers[2:]]
    assert not found["can_reveal"]


def test_a_small_side_stays_hidden_however_often_it_is_asked_for() -> None:
    alone = combine(codes=in_workshop(*RESIDENTS), reveal=True)["result"]
    with_two = combine(codes=in_workshop(*RESIDENTS, *OFFICERS[:2]), reveal=True)["result"]
    assert with_two.pop("left_out") == [{"side_name": "The organisation"}]
    assert alone.pop("left_out") == []
    assert with_two == alone


def test_one_who_comes_later_changes_no_screen() -> None:
    before = combine(codes=in_workshop(*RESIDENTS, *OFFICERS), reveal=True)
    later = combine(codes=before["codes"], shown=before["shown"], text=code(50, "resident", 3), reveal=True)
    assert later["result"] == before["result"]
    assert next(each for each in later["sides"] if each["side"] == "resident")["differs"]
    corrected = combine(codes=before["codes"], shown=before["shown"], text=code(0, "resident", 3), reveal=True)
    assert corrected["result"] == before["result"]


def test_what_was_taken_out_is_gone_and_its_side_put_away() -> None:
    before = combine(codes=in_workshop(*RESIDENTS, *OFFICERS), reveal=True)
    first, *others = RESIDENTS
    codes = {**before["codes"], first[:5]: {"code": "", "change": 0}}
    gone = combine(codes=codes, shown=before["shown"], reveal=True)
    assert first not in json.dumps(gone)
    assert [each["side_name"] for each in gone["result"]["put_away"]] == ["Residents"]
    assert [each["side"] for each in gone["result"]["shown_sides"]] == ["organisation"]
    assert [each["mark"] for each in gone["people"]] == [each[:5] for each in (*others, *OFFICERS)]


def test_an_older_code_that_is_read_later_changes_nothing() -> None:
    ids = [each.id for each in statements_of(HEALTH, "short")]
    first, second = (
        write(Given(HEALTH, "short", "resident", dict.fromkeys(ids, points)), 7, order)
        for order, points in enumerate((0, 3))
    )
    found = combine(text=f"{second}\n{first}\n{second}")
    assert [each["how"] for each in found["took"]] == ["new", "older", "same"]
    assert found["came"] == 1
    assert found["codes"] == in_workshop(second)


def test_a_code_after_a_few_answers_says_so() -> None:
    few = write(Given(HEALTH, "short", "resident", {SHORT[0]: 2}), 7)
    (took,) = combine(text=few)["took"]
    assert took["partial"] == "Only 1 of 10 statements are answered in it."
    assert combine(text=RESIDENTS[0])["took"][0]["partial"] == ""


def test_who_changes_sides_counts_on_one() -> None:
    before = combine(codes=in_workshop(*RESIDENTS, *OFFICERS), reveal=True)
    moved = code(100, "resident", 3)
    more = [code(mark, "resident", 2) for mark in (50, 51)]
    later = combine(codes=before["codes"], shown=before["shown"], text="\n".join([moved, *more]), reveal=True)
    assert [each["people"] for each in later["result"]["shown_sides"]] == [3, 4]
    three = combine(codes=later["codes"], shown=later["shown"], text=code(52, "resident", 2), reveal=True)
    assert [each["people"] for each in three["result"]["shown_sides"]] == [6, 4]


def test_the_same_phone_counts_once_and_a_later_code_corrects() -> None:
    twice = combine(text=f"{RESIDENTS[0]}\n{RESIDENTS[0]}\n{code(0, 'resident', 2)}")
    assert [each["code"] for each in twice["codes"].values()] == [code(0, "resident", 2)]
    moved = combine(codes=twice["codes"], text=code(0, "organisation", 2))
    assert {each["side"]: each["people"] for each in moved["sides"]} == {"resident": 0, "organisation": 1, "other": 0}


def test_a_code_of_the_long_version_is_understood_in_a_short_workshop_and_not_the_other_way() -> None:
    long = [code(mark, "resident", 2, "long") for mark in range(3)]
    assert len(combine(text="\n".join(long), reveal=True)["result"]["rows"][0]["statements"]) == 1
    (bad,) = combine(version="long", text=RESIDENTS[0])["bad"]
    assert "short version" in bad["what"]
    found = combine(version="long", text="\n".join(long), reveal=True)["result"]
    assert len(found["rows"][0]["statements"]) == 3


def test_what_is_no_code_is_told_and_the_rest_is_taken() -> None:
    wrong = RESIDENTS[0][:-1] + ("3" if RESIDENTS[0][-1] == "2" else "2")
    found = combine(text=f"Hello Ann!\n{RESIDENTS[1]}\n{wrong}\n")
    assert len(found["codes"]) == 1
    assert [bool(each["what"] and each["mend"]) for each in found["bad"]] == [True]
    assert found["unread"] == [wrong]
    assert found["others"] == "1 line held no code."


def test_nobody_reads_more_of_a_broken_code_from_the_wall_than_its_mark() -> None:
    wrong = RESIDENTS[0][:-1] + ("3" if RESIDENTS[0][-1] == "2" else "2")
    for text in (wrong, f"Ann: {wrong} thanks", f"{wrong[:9]}A{wrong[9:]}", f"{wrong}2", RESIDENTS[0][:9]):
        (bad,) = combine(text=text)["bad"]
        assert wrong[:5] in bad["what"] + bad["mend"], text
        assert wrong[:6] not in (bad["what"] + bad["mend"]).replace(" ", ""), text


BAD: list[dict[str, Any]] = [
    {"version": "tiny"},
    {"codes": "ABC"},
    {"codes": [3]},
    {"codes": {"K7P2M": "nonsense"}},
    {"codes": {"K7P2M": {"code": "nonsense", "change": 0}}},
    {"codes": {"K7P2M": {"code": RESIDENTS[0], "change": 0}}},
    {"shown": {"resident": [[3]]}},
    {"shown": {"resident": [3]}},
    {"shown": {"resident": 3}},
]


@pytest.mark.parametrize("more", BAD)
def test_what_cannot_be_used_is_answered(more: dict[str, Any]) -> None:
    request = {"call": "workshop", "assessment": "health", "version": "short", **more}
    assert set(json.loads(DOOR.answer(json.dumps(request)))["bad"]) == {"what", "mend"}


def test_the_picture_has_a_mark_for_each_side_and_says_it_in_words() -> None:
    result = combine(codes=in_workshop(*RESIDENTS, *OFFICERS), reveal=True)["result"]
    for drawn in (result["narrow"], result["wide"]):
        assert drawn.count("<circle") == drawn.count("<rect x=") == 11  # ten rows and the words above them
        told = "Residents: the middle is 1 of 3 or less. The organisation: the middle is 2 of 3 or more. The gap is 1 or more."
        assert told in drawn
        ids = re.findall(r' id="([^"]*)"', drawn)
        assert len(ids) == len(set(ids)) == 2


def test_a_hundred_codes_in_one_go() -> None:
    random = Random(2)
    codes = [
        code(random.randrange(MARKS), random.choice(("resident", "organisation")), random.randrange(4))
        for _ in range(100)
    ]
    found = combine(text="\n".join(codes), reveal=True)
    assert sum(each["people"] for each in found["result"]["shown_sides"]) == 100
