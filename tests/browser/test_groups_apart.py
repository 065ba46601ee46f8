"""What one group entered never comes to stand in another's work, and what was deleted is gone from every key."""

from hypothesis.stateful import run_state_machine_as_test
from playwright.sync_api import Browser, Page, expect

from tests.browser.kept import groups, keep, kept
from tests.browser.misbehaving import late
from tests.browser.random_groups import PLAYED, RandomGroups

WORK, PLAN, HEALTH, FORM = "/workspace/", "/plan/", "/check/health/", "/tools/vision-statement/#form"
EVIDENCE, CONSENSUS, PRECEPTS = "/workshop/evidence/", "/check/consensus/", "/check/precepts/"
HOW, GOOD = "[name='vision-statement.how-we-work']", "[name='vision-statement.why-us']"


def storage(page: Page) -> str:
    """All that the browser's storage holds, every key of it."""
    return str(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))


def type_in(page: Page, words: str, field: str = HOW) -> None:
    page.locator(field).fill(words)
    page.wait_for_function("words => Object.values(localStorage).some((text) => text.includes(words))", arg=words)


def begin(page: Page, address: str, name: str) -> None:
    page.goto(address + WORK)
    page.get_by_label("Begin with another group").fill(name)
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("[data-status]")).to_contain_text("has begun")


def test_a_page_asks_before_it_goes_on_when_another_tab_opened_another_group(page: Page, address: str) -> None:
    page.goto(address + FORM)
    type_in(page, "No homes lost")
    begin(page.context.new_page(), address, "Elm Court")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("This page shows the work of “Our group”. “Elm Court” was opened since")
    dialog.get_by_role("button", name="Go on with this one").click()
    expect(dialog).to_be_hidden()
    type_in(page, "No homes lost. No rent rises.")
    assert groups(page) == {
        "Our group": {"tool.vision-statement": {"vision-statement.how-we-work": ["No homes lost. No rent rises."]}},
        "Elm Court": {},
    }


def test_what_is_shown_instead_is_the_other_groups(page: Page, address: str) -> None:
    page.goto(address + FORM)
    type_in(page, "No homes lost")
    begin(page.context.new_page(), address, "Elm Court")
    page.get_by_role("button", name="Show what is open now").click()
    expect(page.locator(HOW)).to_have_value("")
    type_in(page, "Keep the hall")
    found = groups(page)
    assert found["Our group"]["tool.vision-statement"]["vision-statement.how-we-work"] == ["No homes lost"]
    assert found["Elm Court"]["tool.vision-statement"]["vision-statement.how-we-work"] == ["Keep the hall"]


def test_going_back_shows_the_group_that_is_open(page: Page, address: str) -> None:
    page.goto(address + FORM)
    type_in(page, "No homes lost")
    begin(page, address, "Elm Court")
    page.go_back()
    expect(page.locator(HOW)).to_have_value("")
    page.locator(GOOD).fill("Keep the hall")
    page.goto(address + WORK)
    found = groups(page)
    assert found["Our group"] == {"tool.vision-statement": {"vision-statement.how-we-work": ["No homes lost"]}}
    assert found["Elm Court"] == {"tool.vision-statement": {"vision-statement.why-us": ["Keep the hall"]}}


def test_what_was_deleted_elsewhere_is_not_written_again(page: Page, address: str) -> None:
    page.goto(address + FORM)
    type_in(page, "No homes lost")
    other = page.context.new_page()
    other.goto(address + WORK)
    page.locator(GOOD).type("Half", delay=1)
    other.once("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="Delete everything").click()
    expect(page.get_by_role("dialog")).to_contain_text("This work was deleted")
    page.get_by_role("button", name="Show what is open now").click()
    expect(page.locator(HOW)).to_have_value("")
    assert other.evaluate("Object.keys(localStorage)") == []


def test_going_back_after_everything_was_deleted_shows_nothing(page: Page, address: str) -> None:
    page.goto(address + FORM)
    type_in(page, "No homes lost")
    page.goto(address + WORK)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete everything").click()
    page.go_back()
    expect(page.locator(HOW)).to_have_value("")
    page.goto(address + WORK)
    assert page.evaluate("Object.keys(localStorage)") == []


def test_what_is_cleared_is_gone_from_every_key(page: Page, address: str) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address + FORM)
    type_in(page, "SECRET one")
    type_in(page, "SECRET two")
    page.get_by_role("button", name="Clear").click()
    assert "SECRET" not in storage(page)
    page.goto(address + PLAN)
    for words in ("SECRET three", "Ask for the plans"):
        page.locator("#action-text").fill(words)
        page.get_by_role("button", name="Add it").click()
    page.locator("[data-do=delete]").first.click()
    assert "SECRET" not in storage(page)
    assert "Ask for the plans" in storage(page)
    page.goto(address + EVIDENCE)
    page.get_by_label("What residents said").fill("SECRET four")
    page.get_by_role("button", name="Write it down").click()
    page.locator("[data-delete]").click(timeout=60_000)
    assert "SECRET" not in storage(page)


def test_two_tabs_that_change_different_things_keep_both(page: Page, address: str) -> None:
    page.goto(address + FORM)
    other = page.context.new_page()
    other.goto(address + FORM)
    page.locator(HOW).fill("No homes lost")
    other.locator(GOOD).fill("The lift works")
    for tab in (page, other):
        expect(tab.locator(HOW)).to_have_value("No homes lost")
        expect(tab.locator(GOOD)).to_have_value("The lift works")
        expect(tab.locator("[data-notice=clash]")).to_be_hidden()
    assert set(kept(page)["tool.vision-statement"]) == {"vision-statement.how-we-work", "vision-statement.why-us"}


def test_two_tabs_that_change_the_same_thing_tell_it_where_the_reader_is(page: Page, address: str) -> None:
    page.goto(address + FORM)
    other = page.context.new_page()
    other.goto(address + FORM)
    page.locator(HOW).fill("Words of one tab")
    other.locator(HOW).fill("Words of the other")  # before either is saved
    shown = "!document.querySelector('[data-notice=clash]').hidden"
    for _ in range(40):
        page.wait_for_timeout(100)
        if last := next((tab for tab in (page, other) if tab.evaluate(shown)), None):
            break
    assert last, "no tab said that both changed the same words"
    notice = last.locator("[data-notice=clash]")
    expect(notice).to_be_in_viewport()
    assert "Words of one tab" in storage(page)
    assert "Words of the other" in storage(page)
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_be_hidden()
    last.once("dialog", lambda dialog: dialog.accept())
    last.get_by_role("button", name="Clear the form").click()
    assert "Words of" not in storage(last)  # the other tab may see it a moment later


def test_two_tabs_with_one_log_keep_the_entries_of_both(page: Page, address: str) -> None:
    page.goto(address + EVIDENCE)
    other = page.context.new_page()
    other.goto(address + EVIDENCE)
    for tab, words in ((page, "Damp"), (other, "The lift")):
        tab.get_by_label("What residents said").fill(words)
        tab.get_by_role("button", name="Write it down").click()
    expect(page.locator(".entry")).to_have_count(2, timeout=60_000)
    expect(other.locator(".entry")).to_have_count(2, timeout=60_000)
    assert [each["said"] for each in kept(page)["evidence"]["entries"]] == ["Damp", "The lift"]


def test_what_is_half_typed_into_a_form_that_adds_outlasts_a_reload(page: Page, address: str) -> None:
    page.goto(address + PLAN)
    page.locator("#action-text").fill("Ask for the")
    page.reload()
    expect(page.locator("#action-text")).to_have_value("Ask for the")
    page.locator("#action-text").fill("Ask for the plans")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("#action-text")).to_have_value("")
    page.goto(address + EVIDENCE)
    page.get_by_label("What residents said").fill("Half of")
    page.reload()
    expect(page.get_by_label("What residents said")).to_have_value("Half of")
    assert list(kept(page)) == ["action-plan", "evidence.draft"]


def test_what_is_typed_while_the_script_is_coming_is_kept(page: Page, address: str) -> None:
    page.route("**/tool-form.js", late(1))
    page.goto(address + FORM, wait_until="commit")
    page.locator(HOW).fill("Typed at once")
    page.wait_for_function("() => Boolean(customElements.get('tool-form'))")
    expect(page.locator(HOW)).to_have_value("Typed at once")
    page.reload()
    expect(page.locator(HOW)).to_have_value("Typed at once")


def test_a_kept_part_that_fails_its_check_is_set_aside_and_the_page_works(page: Page, address: str) -> None:
    broken = {"side": "nobody", "decisions": [{"id": "d1", "name": "Rents", "answers": {}}]}
    keep(page, {"assessment.ladder": broken, "tool.vision-statement": {"vision-statement.how-we-work": ["Homes"]}})
    page.goto(address + "/check/ladder/")
    expect(page.locator("[data-notice=unreadable]")).to_be_visible(timeout=60_000)
    page.locator("ladder-quiz [name=side][value=resident]").check(force=True)
    assert kept(page)["assessment.ladder"]["side"] == "resident"
    assert kept(page)["tool.vision-statement"]
    page.goto(address + WORK)
    expect(page.locator("[data-set-aside-texts] li")).to_have_count(1)


def test_whatever_is_done_every_group_holds_what_was_typed_into_it(browser: Browser, address: str) -> None:
    run_state_machine_as_test(lambda: RandomGroups(browser, address), settings=PLAYED)  # type: ignore[arg-type]  # any callable does
