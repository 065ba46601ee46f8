"""The power map is the group's own: nothing replaces it unasked, undo outlasts a reload, and the example is never taken."""

import json
from typing import Any

from playwright.sync_api import Dialog, Page, expect

from tests.browser.kept import kept
from tests.browser.map_page import PAGE, panel, quiet, row, start_with
from tests.browser.test_power_map import move_by_buttons


def test_undo_outlasts_a_reload(page: Page, address: str) -> None:
    start_with(page, address, quiet())
    move_by_buttons(page)
    panel(page, "People")
    row(page, "s3").get_by_role("button").click()
    page.reload()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_have_attribute("aria-disabled", "false")
    for _ in range(5):
        undo.click()
    assert kept(page)["power-map"]["map"] == quiet()
    page.reload()
    page.get_by_role("button", name="Redo").click()
    assert kept(page)["power-map"]["map"] != quiet()


def test_what_can_be_undone_goes_with_the_group(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "People")
    row(page, "s1").locator("[data-key=name]").fill("Jane Smith")
    page.keyboard.press("Tab")
    row(page, "s1").get_by_role("button").click()
    page.goto(f"{address}/workspace/")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete everything").click()
    expect(page.locator("[data-status]")).to_contain_text("Everything is deleted")
    assert "Jane" not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def test_the_example_never_takes_the_place_of_a_map(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "Files")
    page.get_by_role("button", name="Show the example").click()
    expect(page.get_by_text("This is a made-up example.")).to_be_visible()
    panel(page, "People")
    page.get_by_label("At the table, Leaseholders").check()
    assert kept(page)["power-map"]["map"] == quiet()
    page.get_by_role("button", name="Back to your own map").click()
    expect(row(page, "s1").locator("[data-key=name]")).to_have_value("Ward councillor")
    expect(page.get_by_text("This is a made-up example.")).to_be_hidden()


def test_the_example_is_never_taken_for_the_own_map(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    panel(page, "People")
    page.get_by_label("At the table, Leaseholders").check()
    expect(page.get_by_text("Nothing that you change here is kept.")).to_be_visible()
    assert kept(page) == {}
    page.reload()
    expect(page.get_by_label("At the table, Leaseholders")).not_to_be_checked()


def first_version() -> dict[str, Any]:
    """A map as the first version of it was kept and saved: it knew of nobody who waits."""
    plain = {**quiet(), "version": 1}
    for phase in plain["phases"]:
        del phase["waiting"]
    return plain


def test_a_map_of_the_first_version_is_opened_from_the_device_and_from_a_file(page: Page, address: str) -> None:
    start_with(page, address, first_version())
    move_by_buttons(page)
    assert kept(page)["power-map"]["map"]["version"] == 2
    expect(page.locator("power-map:not([aria-busy])")).to_be_attached(timeout=90_000)
    expect(page.locator("[data-waiting][hidden]")).to_be_attached(timeout=90_000)
    page.on("dialog", lambda dialog: dialog.accept())
    panel(page, "Files")
    page.get_by_label("Open a file").set_input_files(
        {"name": "map.json", "mimeType": "application/json", "buffer": json.dumps(first_version()).encode()}
    )
    page.get_by_role("button", name="Use it in place of this map").click(timeout=90_000)
    assert kept(page)["power-map"]["map"] == quiet()


def test_nothing_replaces_a_map_unasked(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "Files")
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.get_by_role("button", name="Start a new map").click()
    page.get_by_label("Open a file").set_input_files(
        {"name": "map.json", "mimeType": "application/json", "buffer": json.dumps(quiet()).encode()}
    )
    page.get_by_role("button", name="Use it in place of this map").click(timeout=90_000)
    assert asked == ["Your map has 3 stakeholders on it. Use another one in its place?"] * 2
    assert kept(page)["power-map"]["map"] == quiet()


def test_words_that_are_replaced_are_gone_from_every_key(page: Page, address: str) -> None:
    plain = quiet()
    plain["stakeholders"][0].update(name="Jane Smith")
    start_with(page, address, plain, "People")
    row(page, "s1").locator("[data-key=name]").fill("Ward councillor")
    page.keyboard.press("Tab")
    assert kept(page)["power-map"]["map"] == quiet()
    assert "Jane" not in page.evaluate("JSON.stringify({...localStorage})")
