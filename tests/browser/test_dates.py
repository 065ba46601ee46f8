"""A day is that day wherever the reader is, and is written as the page's language has it."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kept import keep, kept
from tests.conftest import NewPage
from tests.framework.test_any_json import WORKSHOP

HEALTH = "health.common-vision.1"
ANSWERS = {"version": "short", "side": "resident", "by": "one", "answers": {HEALTH: 1}}
EVENING = "2026-07-11T01:30:00.000Z"
"""It is still the evening of the 10th in New York, and the morning of the 11th in Tokyo."""
DAYS = {"America/New_York": "10 July 2026", "Asia/Tokyo": "11 July 2026"}
"""What day it is at that moment, and how the guide writes it, whatever the browser's own language."""


@pytest.fixture(params=DAYS)
def zone(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def away(new_page: NewPage, zone: str) -> Page:
    """A browser of someone there, where everything is American."""
    return new_page(timezone_id=zone, locale="en-US", viewport={"width": 1280, "height": 800})


def test_a_day_stays_that_day(away: Page, address: str) -> None:
    keep(
        away,
        {
            "assessment.health": ANSWERS,
            "assessment.health.results": [{**ANSWERS, "id": "r1", "date": "2026-07-10"}],
            "decision-log": [decision("2026-07-10")],
        },
    )
    away.goto(f"{address}/check/health/")
    away.get_by_role("checkbox", name="Show all on one page").check()
    away.get_by_role("button", name="See the result").click()
    earlier = away.get_by_label("Set it beside an earlier result").locator("option").nth(1)
    expect(earlier).to_contain_text("10 July 2026", timeout=60_000)
    away.goto(f"{address}/check/consensus/")
    expect(away.get_by_role("heading", name="10 July 2026")).to_be_visible()


def decision(date: str) -> dict[str, Any]:
    words = {"how": "The rule", "outcome": "agreed", "outcome_name": "Agreed", "proposal": "Lifts first"}
    return {"id": "d1", "date": date, **words, "dissent": [], "doubts": "", "reasons": []}


def test_a_moment_is_told_as_the_day_that_it_was_there(away: Page, address: str, zone: str) -> None:
    group = (
        '{"schema": "coproduction-workspace", "version": 2, "rev": 1, "id": "g", "name": "Our group",'
        f' "changed": "{EVENING}", "data": {{}}}}'
    )
    away.add_init_script(f"localStorage.setItem('/#group.g', `{group}`)")
    away.goto(f"{address}/workspace/")
    expect(away.locator(".group")).to_contain_text(f"Changed {DAYS[zone]}")


def test_what_a_workshop_said_is_dated_by_the_day_that_it_was_there(away: Page, address: str, zone: str) -> None:
    notes = {"data-sharing": "Papers come late."}
    keep(away, {"workshop": {**WORKSHOP, "began": EVENING, "notes": notes, "actions": []}})
    away.goto(f"{address}/workshop/evidence/")
    away.get_by_role("button", name="Take in the workshop and its actions").click()
    expect(away.locator("evidence-log .entry")).to_be_visible(timeout=60_000)
    day = DAYS[zone].split()[0]
    assert [each["date"] for each in kept(away)["evidence"]["entries"]] == [f"2026-07-{day}"]


def test_a_file_is_named_by_the_day_that_it_is_there(away: Page, address: str, zone: str) -> None:
    away.clock.set_fixed_time(EVENING)
    away.goto(f"{address}/tools/power-map/work/")
    away.get_by_role("button", name="Files").click()
    away.get_by_role("radio", name="Everything").check()
    with away.expect_download() as started:
        away.locator(".power-map__files").get_by_role("button", name="Save a copy").click()
    assert started.value.suggested_filename == f"power-map-2026-07-{DAYS[zone].split()[0]}.json"


def test_a_year_that_can_not_be_meant_is_asked_again(page: Page, address: str) -> None:
    page.goto(f"{address}/plan/")
    field = page.locator("#action-by")
    field.fill("0027-03-31")
    field.blur()
    expect(page.get_by_role("alert").filter(has_text="Is 27 the year that you mean?")).to_be_visible()
    expect(field).to_have_value("0027-03-31")
    field.fill("2027-03-31")
    field.blur()
    expect(page.get_by_text("the year that you mean")).to_have_count(0)
