"""The list of tools, and their forms."""

import json

from playwright.sync_api import Page, expect

from framework.content.model import Framework
from tests.conftest import NewPage


def shown(page: Page) -> list[str]:
    return page.locator(".tool-list li:visible .card__title").all_text_contents()


def test_narrowed_by_each_choice_and_by_all(page: Page, address: str, framework: Framework) -> None:
    page.goto(f"{address}/tools/")
    assert len(shown(page)) == len(framework.tools)
    page.get_by_label("Principle").select_option("power-dynamics")
    named = framework.principles[1].tools
    ours = [each.id for each in framework.tools if any(a.startswith("power-dynamics.") for a in each.helps_with)]
    wanted = {each.name for each in framework.tools if each.id in {*named, *ours}}
    assert set(shown(page)) == wanted
    page.get_by_label("Kind").select_option("canvas")
    canvases = {each.name for each in framework.tools if each.form == "canvas"}
    assert set(shown(page)) == wanted & canvases
    page.get_by_label("Stage").select_option("after")
    page.get_by_label("Time").select_option("30")
    expect(page.get_by_role("status").filter(has_text="tool")).to_contain_text("tool")


def test_a_choice_can_be_shared(page: Page, address: str, framework: Framework) -> None:
    page.goto(f"{address}/tools/#minutes=60&form=nonsense")
    expected = {each.name for each in framework.tools if each.minutes <= 60}
    assert set(shown(page)) == expected
    expect(page.get_by_label("Time")).to_have_value("60")


def test_without_script_every_tool_is_there(new_page: NewPage, address: str, framework: Framework) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/tools/")
    expect(page.locator(".tool-list li")).to_have_count(len(framework.tools))
    expect(page.get_by_label("Principle")).to_be_hidden()


def test_a_form_keeps_what_is_typed(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/vision-statement/#form")
    page.get_by_label("Why us, and why now?").fill("The lifts.\n=1+1 <b>")
    page.get_by_role("group", name="What we do not agree on").get_by_label("Residents").fill("Demolition")
    page.get_by_label("What cannot move, row 2").fill("No decant before a home is ready")
    expect(page.get_by_text("Saved on this device")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Why us, and why now?")).to_have_value("The lifts.\n=1+1 <b>")
    expect(page.get_by_label("What cannot move, row 2")).to_have_value("No decant before a home is ready")
    with page.expect_download() as started:
        page.get_by_role("button", name="Save a copy").click()
    entries = json.loads(started.value.path().read_text())["data"]["tool.vision-statement"]
    assert entries["vision-statement.not-agreed.resident"] == ["Demolition"]


def test_what_is_typed_last_is_kept_when_the_page_is_left_at_once(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/terms-of-reference/#form")
    field = page.locator("tool-form textarea").first
    field.fill("Typed in the last moment")
    page.goto(f"{address}/")
    page.goto(f"{address}/tools/terms-of-reference/#form")
    expect(field).to_have_value("Typed in the last moment")


def test_two_tabs_do_not_overwrite_each_other(new_page: NewPage, address: str) -> None:
    first = new_page()
    first.goto(f"{address}/tools/vision-statement/#form")
    second = first.context.new_page()
    second.goto(f"{address}/tools/terms-of-reference/#form")
    first.locator("tool-form textarea").first.fill("In the first tab")
    expect(first.get_by_text("Saved on this device")).to_be_visible()
    second.locator("tool-form textarea").first.fill("In the second tab")
    expect(second.get_by_text("Saved on this device")).to_be_visible()
    first.reload()
    expect(first.locator("tool-form textarea").first).to_have_value("In the first tab")
    second.reload()
    expect(second.locator("tool-form textarea").first).to_have_value("In the second tab")
