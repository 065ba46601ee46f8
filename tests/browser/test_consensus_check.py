"""The consensus check and the decision log, with real Python in a real browser."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from framework.content.examples import examples
from macros.examples import answered
from tests.browser.kept import REFUSE, kept
from tests.conftest import NewPage

CONSENSUS = "/check/consensus/"


def enter(page: Page, example: dict[str, Any]) -> None:
    page.get_by_role("textbox", name="The proposal, word for word").fill(example["proposal"])
    page.get_by_label("Date").fill("2026-11-20")
    page.get_by_label("How often tested").fill(str(example["test"]))
    page.locator(f"[name=rule][value='{example['rule']}']").check()
    for place, person in enumerate(example["people"]):
        if page.locator(".person").count() == place:
            page.get_by_role("button", name="Add a person").click()
        row = page.locator(".person").nth(place)
        row.get_by_label("Role").fill(person["who"])
        row.get_by_role("combobox").select_option(person["side"])
        row.locator(f"[value='{person['position']}']").check()
        if person["reason"]:
            row.get_by_label("Why?").fill(person["reason"])


def test_a_decision_from_the_positions_to_the_log(page: Page, address: str, framework: Any) -> None:
    page.goto(address + CONSENSUS)
    enter(page, examples("consensus-check")["new-lifts"])
    page.get_by_role("button", name="What follows?").click()
    result = page.get_by_role("region", name="The result")
    expect(result.get_by_role("heading", level=2)).to_have_text("Agreed, with doubts", timeout=30_000)
    said = answered(framework, "consensus-check", "new-lifts")
    for each in said["reasons"]:
        expect(result.get_by_text(each["reason"])).to_be_visible()
    expect(result.locator("q").first).to_have_text("I want to see the cost for leaseholders first.")

    result.get_by_role("button", name="Keep it in the decision log").click()
    log = page.get_by_role("region", name="Decision log")
    expect(log).to_contain_text("20 November 2026")
    (entry,) = kept(page)["decision-log"]
    assert set(entry) == {"id", "date", "proposal", "how", "outcome", "outcome_name", "dissent", "doubts", "reasons"}
    assert entry["date"] == "2026-11-20"
    assert entry["proposal"] == examples("consensus-check")["new-lifts"]["proposal"]
    assert entry["how"] == said["how"]
    assert entry["dissent"] == said["dissent"]
    assert entry["reasons"] == [each["reason"] for each in said["reasons"]]
    expect(result.get_by_role("button", name="Keep it in the decision log")).to_be_disabled()  # once is enough

    with page.expect_download() as started:
        log.get_by_role("button", name="Take the log away").click()
    taken = json.loads(started.value.path().read_text())
    assert taken == {"schema": "coproduction-decision-log", "version": 1, "decisions": [entry]}

    page.reload()
    expect(log).to_contain_text("My ceiling leaks. Two more months do harm.")
    page.once("dialog", lambda dialog: dialog.dismiss())
    log.get_by_role("button", name="Delete").click()
    expect(log.locator(".log-entry")).to_have_count(1)
    page.once("dialog", lambda dialog: dialog.accept())
    log.get_by_role("button", name="Delete").click()
    expect(log).to_be_hidden()


def test_a_changed_position_takes_the_old_result_away(page: Page, address: str) -> None:
    page.goto(address + CONSENSUS)
    enter(page, {**examples("consensus-check")["quick"], "proposal": "Tea at six"})
    page.get_by_role("radio", name="The quick way").check()
    page.get_by_role("button", name="What follows?").click()
    heading = page.locator(".result h2")
    expect(heading).to_have_text("Take it the full way", timeout=30_000)
    expect(page.locator(".result .leads a").first).to_be_visible()
    page.locator(".person").nth(1).locator("[value=agree]").check()
    expect(heading).to_be_hidden()
    page.get_by_role("button", name="What follows?").click()
    expect(heading).to_have_text("Agreed")


def test_a_large_group_counts_cards(page: Page, address: str) -> None:
    page.goto(address + CONSENSUS)
    example = examples("consensus-check")["large"]
    page.locator(f"[name=rule][value='{example['rule']}']").check()
    page.get_by_role("radio", name="The large-group way").check()
    expect(page.locator(".person").first).to_be_hidden()
    page.get_by_label("How often tested").fill("2")
    for side, counts in example["counts"].items():
        for position, number in counts.items():
            page.locator(f"[name='count.{side}.{position}']").fill(str(number))
    page.get_by_label("The doubts and blocks").fill("Residents: <b>the bins</b> come too early.")
    page.get_by_role("button", name="What follows?").click()
    expect(page.locator(".result h2")).to_have_text("Passed by your way out", timeout=30_000)
    page.get_by_role("button", name="Keep it in the decision log").click()
    expect(page.get_by_role("alert")).to_contain_text("Write down the proposal")  # nothing is kept without its words
    page.get_by_role("textbox", name="The proposal, word for word").fill("Bins on Monday")
    page.get_by_role("button", name="What follows?").click()
    page.get_by_role("button", name="Keep it in the decision log").click()
    expect(page.get_by_role("region", name="Decision log")).to_contain_text("<b>the bins</b> come too early.")


def test_what_is_missing_is_named_and_nothing_is_lost(page: Page, address: str) -> None:
    page.goto(address + CONSENSUS)
    page.get_by_role("textbox", name="The proposal, word for word").fill("Mend the roof")
    page.get_by_role("button", name="What follows?").click()
    expect(page.get_by_role("alert")).to_contain_text("No rule for deciding is chosen", timeout=30_000)
    page.locator("[name=rule]").first.check()
    page.locator(".person").first.locator("[value=agree]").check()
    page.get_by_role("button", name="What follows?").click()
    expect(page.get_by_role("alert")).to_contain_text("Person 1 has no side")
    expect(page.get_by_role("textbox", name="The proposal, word for word")).to_have_value("Mend the roof")


def test_what_is_typed_is_saved_within_a_second_and_kept(page: Page, address: str) -> None:
    page.clock.install()  # a second of the page's own, however busy the machine is
    page.goto(address + CONSENSUS)
    page.get_by_role("textbox", name="The proposal, word for word").press_sequentially("Mend it")
    page.clock.run_for(1_000)
    assert page.get_by_text("Saved on this device").is_visible()
    row = page.locator(".person").nth(1)
    row.get_by_label("Role").fill("Caretaker")
    row.locator("[value=block]").check()
    row.get_by_label("Why?").fill("In haste")
    page.goto(address + "/")
    page.goto(address + CONSENSUS)
    expect(page.get_by_role("textbox", name="The proposal, word for word")).to_have_value("Mend it")
    first = page.locator(".person").first
    expect(first.get_by_label("Role")).to_have_value("Caretaker")
    expect(first.get_by_label("Why?")).to_have_value("In haste")
    expect(first.locator("[value=block]")).to_be_checked()


def test_storage_that_is_refused_is_told_once_and_nothing_is_lost(new_page: NewPage, address: str) -> None:
    page = new_page()
    page.add_init_script(REFUSE)
    page.goto(address + CONSENSUS)
    page.get_by_role("textbox", name="The proposal, word for word").fill("Mend it")
    expect(page.locator("[data-notice=refused]")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    with page.expect_download() as started:
        page.get_by_role("button", name="Save a copy").last.click()
    assert json.loads(started.value.path().read_text())["data"]["assessment.consensus"]["proposal"] == "Mend it"


def test_start_again_leaves_the_log(page: Page, address: str) -> None:
    page.goto(address + CONSENSUS)
    enter(page, examples("consensus-check")["new-lifts"])
    page.get_by_role("button", name="What follows?").click()
    page.get_by_role("button", name="Keep it in the decision log").click()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("textbox", name="The proposal, word for word")).to_have_value("")
    page.reload()
    expect(page.locator(".log-entry")).to_have_count(1)
    expect(page.locator("consensus-check [name=rule]:checked")).to_have_count(0)
    assert "assessment.consensus" not in kept(page)


def test_the_log_alone_is_printed(page: Page, address: str) -> None:
    page.goto(address + CONSENSUS)
    page.evaluate("window.print = () => {}")
    enter(page, examples("consensus-check")["new-lifts"])
    page.get_by_role("button", name="What follows?").click()
    page.get_by_role("button", name="Keep it in the decision log").click()
    page.get_by_role("button", name="Print the log").click()
    page.emulate_media(media="print")
    expect(page.locator(".log-entry")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    expect(page.locator("consensus-check form")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_without_script_it_works_on_paper(new_page: NewPage, address: str, width: int) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": width, "height": 800})
    page.goto(address + CONSENSUS)
    expect(page.locator(".counts input:visible")).to_have_count(12)
    expect(page.locator("[name=rule]:visible")).to_have_count(5)
    expect(page.get_by_text("How to do it by hand")).to_be_visible()
    expect(page.get_by_role("heading", name="What a result looks like")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_tools_lead_to_their_checks(page: Page, address: str) -> None:
    for tool, check in (
        ("consensus-decisions", "Consensus check"),
        ("ladder-of-participation", "Ladder of participation"),
    ):
        page.goto(f"{address}/tools/{tool}/")
        page.get_by_role("main").get_by_role("link", name=check, exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(check)
