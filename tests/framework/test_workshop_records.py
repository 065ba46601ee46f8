"""The record of last time beside this time, and what of a room later rooms are to know."""

from typing import Any

from tests.browser.kept import in_workshop
from tests.framework.test_workshop_calls import HEALTH, OFFICERS, RESIDENTS, code, combine

FIVE = [code(mark + 200, "resident", 1) for mark in range(5)]
LATER = [code(mark + 300, "resident", 3) for mark in range(5)]


def revealed(*codes: str, **more: Any) -> dict[str, Any]:
    return combine(codes=in_workshop(*codes), reveal=True, **more)


def test_what_moved_since_last_time_by_side() -> None:
    before = revealed(*FIVE, *OFFICERS)["result"]["record"]
    assert before["sides"] == {"resident": 5, "organisation": 4}
    assert before["rows"]["common-vision"] == {"resident": [1, 1], "organisation": [2, 3]}
    moved = revealed(*LATER, *OFFICERS, before=before)["result"]["moved"]
    residents, organisation = moved["sides"]
    assert [(each["then"], each["now"]) for each in residents["up"]] == [("1", "3")] * 10
    assert (residents["down"], residents["none"]) == ([], False)
    assert (organisation["up"], organisation["down"], organisation["none"]) == ([], [], True)


def test_a_record_of_other_statements_is_not_compared() -> None:
    before = {**revealed(*FIVE)["result"]["record"], "edition": HEALTH.version + 1}
    assert revealed(*LATER, before=before)["result"]["moved"] == {"other": True, "sides": []}


def test_one_more_than_in_an_earlier_room_is_not_shown() -> None:
    first = revealed(*RESIDENTS)
    assert first["seen"]["resident"] == [[f"{each[:5]}.0" for each in sorted(RESIDENTS)]]
    again = revealed(*RESIDENTS, FIVE[0], earlier=[first["seen"]])
    assert again["result"] is None
    assert again["sides"][0]["held_back"]
    others = revealed(*RESIDENTS, *FIVE, earlier=[first["seen"]])["result"]
    assert others["again"] == [{"side_name": "Residents"}]
    assert revealed(*RESIDENTS, earlier=[first["seen"]])["result"]["again"] == []  # just the same is nothing new
