"""The evidence log, filled in by hand and from a workshop."""

import csv
import io
import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.conftest import NewPage

LONG = 60_000
WORKSPACE = {
    "schema": "coproduction-workspace",
    "version": 1,
    "rev": 1,
    "data": {
        "workshop": {
            "assessment": "health",
            "version": "short",
            "plan": "",
            "began": "2026-05-04T18:00:00.000Z",
            "stage": "record",
            "codes": {},
            "shown": {},
            "place": 0,
            "notes": {"data-sharing": "Papers come the night before."},
            "actions": ["a1"],
            "step": 0,
        },
        "action-plan": {
            "actions": [
                {"id": "a1", "text": "Papers a week ahead", "who": "", "by": "", "done": False, "from": "data-sharing"},
                {"id": "a2", "text": "Mend the lift", "who": "", "by": "", "done": False, "from": ""},
            ]
        },
    },
}


def write_down(page: Page, said: str, decided: str = "", told: str = "") -> None:
    page.get_by_label("What residents said").fill(said)
    page.get_by_label("What was decided").fill(decided)
    page.get_by_label("When were residents told?").fill(told)
    page.get_by_role("button", name="Write it down").click()
    expect(page.locator(".entry", has_text=said)).to_be_visible(timeout=LONG)


def test_by_hand_and_what_stopped_short(page: Page, address: str) -> None:
    page.goto(f"{address}/workshop/evidence/")
    page.locator("summary", has_text="What it bears on").click()
    page.get_by_label("Engagement with tenants").check()
    write_down(page, "The lift is out every week")
    write_down(page, "Nobody can read the plans", "Large print")
    write_down(page, "The hall is cold", "Heating on at six", "2026-05-01")
    expect(page.locator(".entry__missing")).to_have_text(["No decision yet", "Residents not told yet"])
    page.get_by_label("Show what bears on").select_option(label="Engagement with tenants (standard, 1.3)")
    expect(page.locator(".entry")).to_have_count(1)
    page.get_by_label("Show what bears on").select_option("")
    page.get_by_label("Show what stopped short").select_option("not-told")
    expect(page.locator(".entry")).to_contain_text(["Nobody can read the plans"])
    with page.expect_download() as started:
        page.get_by_role("button", name="Save as CSV").click()
    table = Path(started.value.path()).read_text(encoding="utf-8-sig")
    assert list(csv.reader(io.StringIO(table)))[1] == [
        "",
        "Nobody can read the plans",
        "Large print",
        *[""] * 3,
        "Residents not told yet",
    ]
    page.reload()
    expect(page.locator(".entry")).to_have_count(3, timeout=LONG)


def test_an_entry_is_changed_and_deleted(page: Page, address: str) -> None:
    page.goto(f"{address}/workshop/evidence/")
    write_down(page, "The lift is out")
    page.get_by_role("button", name="Change").click()
    page.get_by_label("What was decided").fill("A new lift")
    page.get_by_role("button", name="Write it down").click()
    expect(page.locator(".entry")).to_contain_text(["A new lift"])
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete").click()
    expect(page.locator(".entry")).to_have_count(0)


def test_a_workshop_and_its_actions_are_taken_in_once(page: Page, address: str) -> None:
    page.goto(f"{address}/about/")
    page.evaluate("text => localStorage.setItem('/#workspace', text)", json.dumps(WORKSPACE))
    page.goto(f"{address}/workshop/evidence/")
    page.get_by_role("button", name="Take in the workshop and its actions").click()
    expect(page.locator(".entry")).to_have_count(2, timeout=LONG)
    expect(page.locator(".entry", has_text="Papers come the night before.")).to_contain_text("Papers a week ahead")
    page.get_by_role("button", name="Take in the workshop and its actions").click()
    expect(page.get_by_text("There is nothing new to take in.")).to_be_visible()
    expect(page.locator(".entry")).to_have_count(2)


def test_narrow_and_without_script(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{address}/workshop/evidence/")
    write_down(page, "The lift is out")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    bare = new_page(java_script_enabled=False)
    bare.goto(f"{address}/workshop/evidence/")
    expect(bare.locator("evidence-log table")).to_be_visible()
    expect(bare.locator("evidence-log button:visible")).to_have_count(0)
