"""What a group entered is safe on its device: whatever happens, nothing is lost, and what happened is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kept import REFUSE, groups, keep
from tests.conftest import NewPage

FIXTURES = Path(__file__).parents[1] / "fixtures"
WORK, PLAN, HEALTH, FORM = "/workspace/", "/plan/", "/check/health/", "/tools/vision-statement/#form"
LINES = "vision-statement.how-we-work"


def type_in(page: Page, words: str) -> None:
    page.locator(f"[name='{LINES}']").fill(words)
    expect(page.locator("tool-form .saved")).to_contain_text("Saved on this device")


def choose(page: Page, path: Path) -> None:
    page.locator("[data-file]").set_input_files(path)


def test_groups_are_named_opened_copied_and_deleted(page: Page, address: str) -> None:
    page.goto(address + FORM)
    type_in(page, "No homes lost")
    page.goto(address + WORK)
    expect(page.locator(".group__name")).to_have_text("Our group Open now")
    page.get_by_label("Begin with another group").fill("Elm Court")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("[data-status]")).to_contain_text("“Elm Court” has begun")
    page.goto(address + FORM)
    expect(page.locator(f"[name='{LINES}']")).to_have_value("")
    type_in(page, "Keep the hall")
    page.goto(address + WORK)
    assert [each["tool.vision-statement"] for each in groups(page).values()]
    page.get_by_role("button", name="Open Our group").click()
    expect(page.locator("[data-name]").first).to_have_text("Our group")
    page.once("dialog", lambda dialog: dialog.accept("Ash House"))
    page.get_by_role("button", name="Rename Our group").click()
    expect(page.locator(".group__name").filter(has_text="Ash House")).to_have_count(1)
    page.get_by_role("button", name="Copy Ash House").click()
    expect(page.locator(".group")).to_have_count(3)
    page.get_by_role("button", name="Delete Ash House", exact=True).click()
    expect(page.locator(".group")).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    assert groups(page)["Ash House"] == {"tool.vision-statement": {LINES: ["No homes lost"]}}
    assert groups(page)["Elm Court"] == {"tool.vision-statement": {LINES: ["Keep the hall"]}}


def test_one_click_deletes_everything(page: Page, address: str) -> None:
    page.goto(address + FORM)
    type_in(page, "No homes lost")
    page.goto(address + WORK)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete everything").click()
    expect(page.locator("[data-status]")).to_contain_text("Everything is deleted")
    assert page.evaluate("Object.keys(localStorage)") == []
    page.get_by_role("button", name="Undo").click()
    assert groups(page)["Our group"]


def test_a_copy_is_opened_and_put_together_with_what_is_there(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + WORK)
    choose(page, FIXTURES / "workspace-2.json")
    page.get_by_role("button", name="Open it").click(timeout=60_000)
    expect(page.locator("[data-status]")).to_contain_text("“Elm Court” is open")
    theirs = json.loads((FIXTURES / "workspace-2.json").read_text(encoding="utf-8"))
    theirs["data"]["assessment.health"]["answers"] = {"health.common-vision.1": 0, "health.caring-culture.1": 2}
    theirs["data"]["action-plan"]["actions"][0]["done"] = True
    other = tmp_path / "other.json"
    other.write_text(json.dumps(theirs), encoding="utf-8")
    choose(page, other)
    page.get_by_role("button", name="Put them together").click()
    expect(page.get_by_role("heading", name="They differ in 2 places")).to_be_visible()
    page.get_by_label("The file:").first.check()
    page.get_by_role("button", name="Put them together").click()
    expect(page.locator("[data-status]")).to_contain_text("put together")
    data = groups(page)["Elm Court"]
    answers = {"health.common-vision.1": 0, "health.data-sharing.1": "dont-know", "health.caring-culture.1": 2}
    assert data["assessment.health"]["answers"] == answers
    assert data["action-plan"]["actions"][0]["done"] is False


def test_a_file_that_is_wrong_changes_nothing(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + FORM)
    type_in(page, "No homes lost")
    page.goto(address + WORK)
    before = groups(page)
    for text, said in (
        ("{half", "damaged"),
        ('{"schema": "coproduction-workspace", "version": 99}', "newer version"),
        ('{"a": "<img src=x onerror=document.title=1>"}', "not a copy"),
        (json.dumps({**json.loads((FIXTURES / "workspace-2.json").read_text()), "data": {"x": 1}}), "'x'"),
    ):
        bad = tmp_path / "bad.json"
        bad.write_text(text, encoding="utf-8")
        choose(page, bad)
        expect(page.get_by_role("alert")).to_contain_text(said, timeout=60_000)
    assert groups(page) == before


def test_what_an_older_version_kept_is_taken_over(page: Page, address: str) -> None:
    page.goto(address + WORK)
    old = (FIXTURES / "workspace-1.json").read_text(encoding="utf-8")
    page.evaluate("text => localStorage.setItem('/#workspace', text)", old)
    page.goto(address + FORM)
    expect(page.locator(f"[name='{LINES}']")).to_have_value("No homes lost")
    page.goto(address + WORK)
    expect(page.locator(".group__name")).to_contain_text("Our group")
    choose(page, FIXTURES / "workspace-1.json")
    expect(page.get_by_role("button", name="Put them together")).to_be_visible(timeout=60_000)


def test_a_workshop_of_version_2_goes_on_and_keeps_no_answers_of_who_was_taken_out(page: Page, address: str) -> None:
    old = FIXTURES / "workspace-2.json"
    first, second, corrected, *officers = json.loads(old.read_text(encoding="utf-8"))["data"]["workshop"]["codes"]
    page.goto(address + WORK)
    choose(page, old)
    page.get_by_role("button", name="Open it").click(timeout=60_000)
    page.goto(address + "/workshop/")
    drawn = page.locator("[data-result] .broad desc")
    expect(drawn).to_contain_text("Residents: the middle is 1 of 3 or less.", timeout=60_000)  # as they were shown
    expect(page.locator("[data-result]")).to_contain_text("The organisation: someone's answers were taken out")
    codes = groups(page)["Elm Court"]["workshop"]["codes"]
    assert [each["code"] for each in codes.values() if each["code"]] == [first, second, corrected, *officers]
    assert codes[corrected[:5]]["change"] == codes[corrected[:5]]["shown"]["change"] + 1
    assert "" in [each["code"] for each in codes.values()]


def test_a_damaged_text_gives_way_to_the_last_good_one(page: Page, address: str) -> None:
    page.goto(address + FORM)
    type_in(page, "No homes lost")
    type_in(page, "No homes lost. No rent rises.")
    page.goto(address + WORK)
    page.evaluate(
        """() => { for (const key of Object.keys(localStorage)) {
            if (/#group\\.[^.]*$/.test(key)) localStorage.setItem(key, localStorage.getItem(key).slice(0, 40));
        } }"""
    )
    page.goto(address + FORM)
    expect(page.locator(f"[name='{LINES}']")).to_have_value("No homes lost")
    expect(page.locator("[data-notice=unreadable]")).to_be_visible()
    page.goto(address + WORK)
    with page.expect_download(timeout=60_000) as started:
        page.get_by_role("button", name="Save it as a file").click()
    assert started.value.path().read_text().startswith('{"schema"')


def test_a_part_that_lost_its_shape_is_set_aside_and_its_widget_works(browser: Browser, address: str) -> None:
    page = browser.new_page()  # not from `new_page`: here an error is what is looked for
    keep(page, {"assessment.ladder": {"decisions": 3}})
    page.goto(address + WORK)
    page.goto(address + "/check/ladder/")
    expect(page.locator("[data-notice=unreadable]")).to_be_visible(timeout=60_000)
    expect(page.locator("[data-notice=fault]")).to_be_hidden()
    assert '{"assessment.ladder":{"decisions":3}}' in page.evaluate("Object.values(localStorage).join()")
    page.locator("ladder-quiz [name=name]").fill("Rents")
    page.goto(address + FORM)
    expect(page.locator("[data-notice]:not([hidden])")).to_have_count(0)
    page.context.close()


def test_two_tabs_show_the_same_and_lose_nothing(new_page: NewPage, address: str) -> None:
    first = new_page()
    first.goto(address + FORM)
    second = first.context.new_page()
    second.goto(address + FORM)
    type_in(first, "From the first")
    expect(second.locator(f"[name='{LINES}']")).to_have_value("From the first")
    # A tab that heard nothing, as one that was asleep: what the other had is set aside, and told.
    second.evaluate("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    third = first.context.new_page()
    third.add_init_script("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    third.goto(address + FORM)
    type_in(first, "From the first again")
    type_in(third, "From the third")
    expect(third.locator("[data-notice=clash]")).to_be_visible()
    asides = third.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.includes('set-aside')).map(([, t]) => t)"
    )
    assert "From the first again" in asides[0]


def test_full_storage_is_told_and_a_copy_can_still_be_saved(page: Page, address: str) -> None:
    page.goto(address + FORM)
    page.evaluate(
        """() => { let room = 'x'.repeat(1_000_000); let n = 0;
        while (room) { try { localStorage.setItem('other' + n++, room); } catch { room = room.slice(1 + room.length / 2); } } }"""
    )
    page.locator(f"[name='{LINES}']").fill("No homes lost " * 50)
    expect(page.locator("[data-notice=refused]")).to_be_visible()
    with page.expect_download(timeout=60_000) as started:
        page.locator("[data-save-workspace]").click()
    copy = json.loads(started.value.path().read_text())
    assert copy["data"]["tool.vision-statement"][LINES] == ["No homes lost " * 50]


def test_typed_text_is_saved_when_the_tab_is_closed_at_once(new_page: NewPage, address: str) -> None:
    page = new_page()
    page.goto(address + FORM)
    page.locator(f"[name='{LINES}']").fill("Typed and gone")
    page.close(run_before_unload=True)
    again = new_page()  # another browser: nothing there
    again.goto(address + FORM)
    expect(again.locator(f"[name='{LINES}']")).to_have_value("")
    context = page.context
    back = context.new_page()
    back.goto(address + FORM)
    expect(back.locator(f"[name='{LINES}']")).to_have_value("Typed and gone")


def test_answers_are_taken_away_as_a_table_with_no_formulas(page: Page, address: str) -> None:
    page.goto(address + WORK)
    choose(page, FIXTURES / "workspace-2.json")
    page.get_by_role("button", name="Open it").click(timeout=60_000)
    with page.expect_download(timeout=60_000) as started:
        page.get_by_role("button", name="Answers as a spreadsheet").click()
    rows = started.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "Assessment,Date,Side,By,Statement,Answer,Points"
    assert len(rows) == 5
    assert rows[1].startswith("Coproduction health check,2026-05-01,The organisation,agreed by a group,")


def test_the_action_plan(page: Page, address: str) -> None:
    page.goto(address + PLAN)
    expect(page.locator("[data-count]")).to_contain_text("There is nothing in the plan yet")
    for text in ("=cmd|' /C calc'!A0", "Post the papers"):
        page.get_by_label("What will be done?").last.fill(text)
        page.get_by_label("Who makes sure of it?").fill("The clerk")
        page.get_by_label("By when?").fill("2027-01-15")
        page.get_by_role("button", name="Add it").click()
    page.get_by_label("Done: Post the papers").check()
    expect(page.locator("[data-count]")).to_have_text("1 of 2 done.")
    with page.expect_download(timeout=60_000) as started:
        page.get_by_role("button", name="Take as a spreadsheet").click(timeout=60_000)
    assert "'=cmd|" in started.value.path().read_text(encoding="utf-8-sig")
    with page.expect_download(timeout=60_000) as started:
        page.get_by_role("button", name="Put in a calendar").click()
    calendar = started.value.path().read_text()
    assert calendar.count("DTSTART;VALUE=DATE:20270115") == 2
    page.get_by_role("button", name="Delete: Post the papers").click()
    expect(page.locator(".action")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    page.reload()
    expect(page.get_by_label("Done: Post the papers")).to_be_checked()


def test_a_result_is_kept_and_set_beside_a_later_one_and_leads_to_the_plan(page: Page, address: str) -> None:
    page.goto(address + HEALTH)
    page.get_by_role("checkbox", name="Show all on one page").check()
    first = page.locator("[data-step='health.power-dynamics.1'] input")
    first.nth(0).check()
    page.get_by_role("button", name="See the result").click()
    page.get_by_role("button", name="Keep this result for next time").click(timeout=60_000)
    expect(page.locator("[data-kept]")).to_contain_text("Kept")
    first.nth(1).check()
    expect(page.get_by_label("Set it beside an earlier result")).to_be_visible()
    page.get_by_label("Set it beside an earlier result").select_option(index=1)
    expect(page.get_by_role("heading", name="Rose")).to_be_visible()
    expect(page.locator(".moves li")).to_contain_text("from 0 to 1, on 1 statement")
    expect(page.locator(".result .earlier")).to_have_count(1)
    page.get_by_role("button", name="Add to our plan").first.click()
    page.get_by_role("link", name="Open our action plan").click()
    expect(page.locator(".action")).to_have_count(1)
    expect(page.get_by_role("link", name="From: Re-shaping power dynamics")).to_be_visible()


def answer_a_check(page: Page) -> None:
    page.goto(page.url + HEALTH.lstrip("/"))
    page.get_by_role("radio", name="A resident").check()


def write_evidence(page: Page) -> None:
    page.goto(page.url + "workshop/evidence/")
    page.get_by_label("What residents said").fill("The lift is broken")
    page.get_by_role("button", name="Write it down").click()


def open_a_workshop(page: Page) -> None:
    page.goto(page.url + "workshop/")
    page.get_by_role("button", name="Open the workshop").click()


def add_to_the_plan(page: Page) -> None:
    page.goto(page.url + PLAN.lstrip("/"))
    page.get_by_label("What will be done?").fill("Post the papers")
    page.get_by_role("button", name="Add it").click()


@pytest.mark.parametrize("enter", [answer_a_check, write_evidence, open_a_workshop, add_to_the_plan])
def test_where_the_browser_keeps_nothing_one_notice_tells(
    page: Page, address: str, enter: Callable[[Page], None]
) -> None:
    page.add_init_script(REFUSE)
    page.goto(f"{address}/")
    enter(page)
    expect(page.locator("[data-notice=refused]")).to_be_visible()
    for line in page.locator("[data-saved]").all():
        expect(line).to_be_empty()
    expect(page.locator("[data-problem]:visible")).to_have_count(0)
