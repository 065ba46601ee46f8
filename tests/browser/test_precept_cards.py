"""The precept cards, answered by each side in turn, with real Python in a real browser."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kept import REFUSE, kept
from tests.conftest import NewPage

CARDS = "/check/precepts/"
PART = "assessment.precepts"


def answer(page: Page, answers: list[int], why: str) -> None:
    """From the first card on: give the answers, and on the last card say why."""
    for place, each in enumerate(answers):
        page.locator(".step:visible input[type=radio]").nth(each).check()
        if place == len(answers) - 1:
            page.get_by_role("textbox", name="What makes you say so?").fill(why)
            page.get_by_role("button", name="We are done").click()
        else:
            page.get_by_role("button", name="Next", exact=True).click()


def test_each_side_answers_alone_and_then_all_are_laid_side_by_side(page: Page, address: str) -> None:
    page.goto(address + CARDS)
    page.get_by_role("radio", name="Residents").check()
    page.get_by_role("button", name="Next", exact=True).click()
    answer(page, [3, 4, 2, 1, 3], "We read it in the <b>paper</b>.")
    result = page.get_by_role("region", name="The result")
    expect(result.get_by_role("heading", level=2)).to_have_text("One side is done", timeout=30_000)
    expect(result.get_by_text("Yes, whenever it mattered")).to_have_count(0)  # not shown before the next side answered

    result.get_by_role("button", name="The organisation answer now").click()
    expect(page.locator("precept-cards input[type=radio]:checked")).to_have_count(
        1
    )  # its name, and no answer of others
    answer(page, [1, 0, 2, 1, 0], "We always came back.")
    expect(result.get_by_role("heading", level=2)).to_contain_text(
        "One partner will always have more power", timeout=30_000
    )
    headings = result.locator(".side-by-side h3").all_text_contents()
    assert headings[:2] == ["One partner will always have more power than the other", "You are not a team"]
    widest = result.locator(".side-by-side").first
    expect(widest).to_contain_text("3 steps apart")
    expect(widest.locator("q")).to_have_text(["We read it in the <b>paper</b>.", "We always came back."])
    expect(widest.locator("dt svg")).to_have_count(2)
    for link in result.locator("a").all():
        assert page.request.get(str(link.get_attribute("href"))).ok

    page.wait_for_function("() => Object.values(localStorage).some((text) => text.includes('We always came back.'))")
    sides = kept(page)[PART]["sides"]
    assert sides["resident"]["answers"]["precepts.interests"] == "dont-know"
    assert sides["organisation"]["why"] == {"precepts.power": "We always came back."}


def test_what_was_typed_is_there_after_a_reload_and_for_its_side_alone(page: Page, address: str) -> None:
    page.clock.install()  # a second of the page's own, however busy the machine is
    page.goto(address + CARDS)
    page.get_by_role("radio", name="Residents").check()
    page.get_by_role("checkbox", name="Show all on one page").check()
    first = page.get_by_role("textbox", name="What makes you say so?").first
    first.press_sequentially("In May")
    page.clock.run_for(1_000)
    assert page.get_by_text("Saved on this device").is_visible()
    page.reload()
    page.get_by_role("checkbox", name="Show all on one page").check()
    expect(first).to_have_value("In May")
    page.get_by_role("radio", name="The organisation").check()
    expect(first).to_have_value("")
    page.get_by_role("radio", name="Residents").check()
    expect(first).to_have_value("In May")


def test_what_is_entered_before_a_side_is_chosen_is_not_lost(page: Page, address: str) -> None:
    page.goto(address + CARDS)
    page.get_by_role("button", name="Next", exact=True).click()
    page.locator(".step:visible input[type=radio]").nth(2).check()
    expect(page.get_by_role("alert")).to_contain_text("which side answers")
    page.get_by_role("button", name="Back").click()
    page.get_by_role("radio", name="Other partners").check()
    expect(page.locator("[data-step='precepts.not-a-team'] input:checked")).to_have_value("2")


def test_storage_that_is_refused_is_told_once_and_nothing_is_lost(new_page: NewPage, address: str) -> None:
    page = new_page()
    page.add_init_script(REFUSE)
    page.goto(address + CARDS)
    page.get_by_role("radio", name="Residents").check()
    page.get_by_role("button", name="Next", exact=True).click()
    page.locator(".step:visible input[type=radio]").nth(2).check()
    expect(page.locator("[data-notice=refused]")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    with page.expect_download() as started:
        page.get_by_role("button", name="Save a copy").last.click()
    copy = json.loads(started.value.path().read_text())
    assert copy["data"][PART]["sides"]["resident"]["answers"] == {"precepts.not-a-team": 2}


def test_one_card_fills_the_wall(page: Page, address: str) -> None:
    page.goto(address + CARDS)
    page.get_by_role("radio", name="Residents").check()
    page.get_by_role("button", name="Full screen").click()
    page.keyboard.press("PageDown")
    expect(page.locator(".precept-card:visible")).to_have_count(1)
    title = page.locator(".precept-card:visible h2")
    expect(title).to_contain_text("You are not a team")
    box = page.locator("precept-cards").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, 1280)
    sizes = page.locator(".precept-card:visible :is(label, legend, h2)").evaluate_all(
        "parts => parts.map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) >= 28
    card = page.locator(".precept-card:visible").bounding_box()
    assert card is not None
    assert card["y"] + card["height"] <= 800  # one card a screen
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "!!document.activeElement.closest('precept-cards') || document.activeElement === document.body"
        )
    page.get_by_role("button", name="Leave full screen").click()
    expect(page.get_by_role("link", name="Principles").first).to_be_visible()
    assert page.evaluate("document.querySelectorAll('[inert]').length") == 0


def test_start_again_asks_first(page: Page, address: str) -> None:
    page.goto(address + CARDS)
    page.get_by_role("radio", name="Residents").check()
    page.get_by_role("button", name="Next", exact=True).click()
    page.locator(".step:visible input[type=radio]").first.check()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("precept-cards input:checked")).to_have_count(2)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start again").click()
    page.reload()
    expect(page.locator("precept-cards input:checked")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_without_script_the_cards_are_whole(new_page: NewPage, address: str, width: int) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": width, "height": 800})
    page.goto(address + CARDS)
    expect(page.locator(".precept-card:visible")).to_have_count(5)
    expect(page.locator(".points:visible")).to_have_count(20)
    expect(page.get_by_role("img", name="Precept cards: each side")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
