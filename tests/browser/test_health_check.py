"""The health check, answered as a person would, with real Python in a real browser."""

import json
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from framework.browser import Door
from framework.content.model import Framework
from framework.published import browser_json
from tests.browser.kept import REFUSE
from tests.browser.misbehaving import never_comes
from tests.conftest import NewPage

HEALTH = "/check/health/"


def wait_for_python(page: Page) -> None:
    expect(page.locator("html[data-python=ready]")).to_be_attached(timeout=30_000)


def answer_by_keyboard(page: Page, presses: list[int]) -> None:
    """Answer the short version without a mouse: `presses` says how often to press the arrow down for each answer."""
    page.get_by_role("radio", name="A resident").focus()
    page.keyboard.press("Space")
    for presses_down in presses:
        page.keyboard.press("Enter")  # on to the next statement, which takes the focus
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range(presses_down):
            page.keyboard.press("ArrowDown")


def test_by_keyboard_with_the_result_that_cpython_gives(page: Page, address: str, framework: Framework) -> None:
    page.goto(address + HEALTH)
    presses = [0, 1, 2, 3, 4, 5, 0, 1, 2, 3]
    answer_by_keyboard(page, presses)
    page.get_by_role("button", name="See the result").press("Enter")
    result = page.get_by_role("region", name="The result")
    expect(result.locator("svg")).to_be_visible(timeout=30_000)
    expect(result).to_be_focused()

    (health,) = (each for each in framework.assessments if each.id == "health")
    ids = [each.id for each in health.statements if each.short]
    values = [0, 1, 2, 3, "dont-know", "does-not-apply"]
    answers = {id_: values[press] for id_, press in zip(ids, presses, strict=True)}
    request = {"call": "standing", "assessment": "health", "version": "short", "side": "resident", "answers": answers}
    said = json.loads(Door(browser_json(framework)).answer(json.dumps(request)))["ok"]
    assert result.locator("svg desc").text_content() == said["description"]
    expect(result.get_by_role("heading", level=2)).to_have_text(f"Start with {said['start']}")
    expect(result.locator(".start h4")).to_have_text([each["words"] for each in said["starts"]])
    leads = [
        link["id"]
        for start in said["starts"]
        for low in start["low"]
        for verb in ("do", "read", "use")
        for link in low[verb]
    ]
    assert result.locator(".leads a").count() == len(leads)
    for link in result.locator("a").all():
        assert page.request.get(urljoin(page.url, str(link.get_attribute("href")))).ok


def test_python_says_how_it_stands(page: Page, address: str) -> None:
    page.goto(address + HEALTH)
    wait_for_python(page)
    marks = page.evaluate("performance.getEntriesByName('python:ready').length")
    assert marks == 1


def test_the_form_does_not_wait_for_python(new_page: NewPage, address: str) -> None:
    page = new_page()
    never_comes(page)
    page.goto(address + HEALTH)
    page.get_by_role("radio", name="A resident").check()
    page.get_by_role("button", name="Next").click()
    page.locator(".step:visible input").nth(2).check()
    expect(page.get_by_text("Saved on this device")).to_be_visible()


def test_reload_keeps_answers(page: Page, address: str) -> None:
    page.goto(address + HEALTH)
    answer_by_keyboard(page, [1, 2, 3])
    page.reload()
    kept = page.locator("health-check input:checked").evaluate_all("inputs => inputs.map(input => input.value)")
    assert kept == ["resident", "one", "short", "1", "2", "3"]
    expect(page.get_by_text("3 of 10 answered")).to_be_visible()


def test_the_long_version_asks_all(page: Page, address: str) -> None:
    page.goto(address + HEALTH)
    page.get_by_role("radio", name="Long.").check()
    expect(page.get_by_text("0 of 30 answered")).to_be_visible()
    page.get_by_role("checkbox", name="Show all on one page").check()
    expect(page.locator(".step:visible")).to_have_count(31)
    page.locator("health-check fieldset").nth(3).locator("input").first.check()
    page.get_by_role("button", name="See the result").click()
    expect(page.locator(".result svg")).to_be_visible(timeout=30_000)
    expect(page.locator(".result .summary")).to_contain_text("1 of 30")


def test_a_result_follows_a_changed_answer(page: Page, address: str) -> None:
    page.goto(address + HEALTH)
    page.get_by_role("checkbox", name="Show all on one page").check()
    first = page.locator("[data-step='health.power-dynamics.1'] input")
    first.nth(0).check()
    page.get_by_role("button", name="See the result").click()
    expect(page.locator(".result h2")).to_have_text("Start with Re-shaping power dynamics", timeout=30_000)
    first.nth(3).check()
    expect(page.locator(".result h2")).to_have_text(
        "So far you answered on one principle. 2. Re-shaping power dynamics: Strong"
    )
    first.nth(4).check()
    expect(page.locator(".result h2")).to_have_text("There is nothing to count yet")
    expect(page.get_by_role("heading", name="Find out together")).to_be_visible()


def test_not_knowing_anything_is_a_finding(page: Page, address: str) -> None:
    page.goto(address + HEALTH)
    page.get_by_role("checkbox", name="Show all on one page").check()
    for box in page.locator(".step:visible input[value=dont-know]").all():
        box.check()
    page.get_by_role("button", name="See the result").click()
    expect(page.locator(".result h2")).to_have_text("You don't know yet, and that is a finding", timeout=30_000)
    expect(page.locator(".result .who-knows")).to_have_count(10)
    expect(page.locator(".result .who-knows").first).to_contain_text("Who would know: ")


def test_a_link_opens_its_statement(page: Page, address: str) -> None:
    page.goto(f"{address}/principles/data-sharing/")
    page.locator("#check + ul a").nth(1).click()
    expect(page.locator(".step:visible")).to_have_count(1)  # before the script is there, all are visible
    expect(page.locator("[data-step='health.data-sharing.2']")).to_be_visible()


def test_a_copy_holds_every_answer(page: Page, address: str) -> None:
    page.goto(address + HEALTH)
    answer_by_keyboard(page, [0, 4])
    with page.expect_download() as started:
        page.get_by_role("button", name="Save a copy").first.click()
    copy = json.loads(started.value.path().read_text())
    assert copy["schema"] == "coproduction-workspace"
    kept = copy["data"]["assessment.health"]
    assert kept["side"] == "resident"
    assert list(kept["answers"].values()) == [0, "dont-know"]


def test_start_again_asks_first(page: Page, address: str) -> None:
    page.goto(address + HEALTH)
    answer_by_keyboard(page, [1])
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("health-check input:checked")).to_have_count(4)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("health-check input:checked")).to_have_count(2)  # the version, and whose answers
    page.reload()
    expect(page.locator("health-check input:checked")).to_have_count(2)


def test_storage_that_is_refused_is_told_and_nothing_is_lost(new_page: NewPage, address: str) -> None:
    page = new_page()
    page.add_init_script(REFUSE)
    page.goto(address + HEALTH)
    answer_by_keyboard(page, [2])
    expect(page.locator("[data-notice=refused]")).to_be_visible()
    with page.expect_download() as started:
        page.get_by_role("button", name="Save a copy").first.click()
    copy = json.loads(started.value.path().read_text())
    assert copy["data"]["assessment.health"]["answers"] == {"health.common-vision.1": 2}
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("[data-step=begin]")).to_be_visible()
    expect(page.locator("health-check input:checked")).to_have_count(2)


def test_a_damaged_store_is_set_aside(page: Page, address: str) -> None:
    page.goto(address + HEALTH)
    page.evaluate("localStorage.setItem('/#workspace', '{half')")
    page.reload()
    answer_by_keyboard(page, [1])
    keys = page.evaluate("Object.keys(localStorage)")
    aside = [key for key in keys if "set-aside" in key]
    assert len(aside) == 1
    assert page.evaluate("key => localStorage.getItem(key)", aside[0]) == "{half"


@pytest.mark.parametrize("width", [320, 1280])
def test_without_script_the_form_is_whole(new_page: NewPage, address: str, width: int) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": width, "height": 800})
    page.goto(address + HEALTH)
    expect(page.locator("health-check fieldset:visible")).to_have_count(32)  # the version needs script
    expect(page.locator(".points:visible")).to_have_count(120)
    expect(page.get_by_role("heading", name="Add it up", exact=True)).to_be_visible()
    expect(page.get_by_role("img", name="Coproduction health check")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
