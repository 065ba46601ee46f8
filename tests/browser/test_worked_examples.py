"""The worked example of a tool, in its form."""

import json

from playwright.sync_api import Dialog, Page, expect

from framework.content.model import Framework
from framework.content.worked_examples import entries

TOOL = "vision-statement"
MARK = "Still from the made-up example"


def test_a_form_begins_with_the_example_and_says_so_until_it_is_changed(
    page: Page, address: str, framework: Framework
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/tools/{TOOL}/#form")
    button = page.get_by_role("button", name="Begin with this example")
    expect(button).to_be_visible()
    assert not any("example.js" in url for url in asked)
    button.click()
    expect(page.get_by_text("The made-up example is in the form now")).to_be_visible()
    first = page.get_by_label("Why us, and why now?")
    tool = next(each for each in framework.tools if each.id == TOOL)
    example = next(each for each in framework.worked_examples if each.tool == TOOL)
    filled = entries(tool, example)
    expect(first).to_have_value(filled[f"{TOOL}.why-us"][0])
    with page.expect_download() as started:
        page.get_by_role("button", name="Save a copy").click()
    kept = json.loads(started.value.path().read_text())["data"][f"tool.{TOOL}"]
    assert kept == {**filled, f"{TOOL}.from-example": ["yes"]}

    page.reload()
    field = page.locator(f"[id='{TOOL}.why-us']")
    expect(field.get_by_text(MARK)).to_be_visible()
    expect(page.get_by_text("This came from the made-up example.")).to_be_visible()
    first.fill("Ours")
    expect(field.get_by_text(MARK)).to_have_count(0)
    expect(page.get_by_text("This came from the made-up example.")).to_be_visible()

    questions: list[str] = []

    def refuse(dialog: Dialog) -> None:
        questions.append(dialog.message)
        dialog.dismiss()

    page.once("dialog", refuse)
    button.click()
    expect(first).to_have_value("Ours")
    assert "Put the made-up example in its place?" in questions[0]
    page.once("dialog", lambda dialog: dialog.accept())
    button.click()
    expect(first).to_have_value(filled[f"{TOOL}.why-us"][0])
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear the form").click()
    expect(page.get_by_text("This came from the made-up example.")).to_be_hidden()
    expect(page.get_by_text(MARK)).to_have_count(0)
