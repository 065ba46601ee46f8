"""What one group entered never comes to stand in another's work in Firefox either, which fills in forms by itself."""

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from playwright.sync_api import Browser, expect

from tests.browser.random_groups import PLAYED, RandomGroups

FORM, WORK = "/tools/vision-statement/#form", "/workspace/"
FIELD = "[name='vision-statement.why-us']"


def test_whatever_is_done_every_group_holds_what_was_typed_into_it(firefox: Browser, address: str) -> None:
    played = settings(PLAYED, max_examples=4)
    run_state_machine_as_test(lambda: RandomGroups(firefox, address, copies=True), settings=played)  # type: ignore[arg-type]  # any callable does


def test_going_back_after_everything_was_deleted_shows_nothing(firefox: Browser, address: str) -> None:
    context = firefox.new_context(service_workers="block")
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address + FORM)
    page.locator(FIELD).fill("No homes lost")
    page.goto(address + WORK)
    page.locator("[data-do=delete-all]").click()
    page.go_back()
    expect(page.locator(FIELD)).to_have_value("")
    page.goto(address + WORK)
    assert page.evaluate("Object.keys(localStorage)") == []
    context.close()
