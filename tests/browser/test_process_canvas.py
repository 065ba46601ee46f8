"""The project process map as it is worked on: real Chromium, real Python. Each way of moving ends in the same entries."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import bring_axe, faults
from tests.browser.canvas_page import card, drawn, middle, panel, start_with, write
from tests.browser.fingers import Fingers
from tests.browser.kept import keep, kept
from tests.conftest import NewPage, opened_pages

TOOL = "project-process-map"
PAGE, PART = f"/tools/{TOOL}/work/", f"tool.{TOOL}"
BEGUN = {
    f"{TOOL}.decisions.1.stage": ["1"],
    f"{TOOL}.decisions.1.decision": ["Height"],
    f"{TOOL}.gates.4.decision": ["height"],
    f"{TOOL}.gates.4.side": ["Other partners"],
    f"{TOOL}.steps.1.step": ["A report"],
    f"{TOOL}.steps.1.stage": ["0"],
    f"{TOOL}.steps.1.side": ["The organisation"],
}
MOVED = BEGUN | {f"{TOOL}.decisions.1.stage": ["0"], f"{TOOL}.gates.4.side": ["The organisation"]}
"""The decision, put into the stage before and the lane beside: to where the step stands."""
PLACE = "0 Strategic Definition, The organisation"


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    """One page for all that does not need one of its own: Python's files are fetched once."""
    with opened_pages(browser) as open_page:
        yield open_page(viewport={"width": 1280, "height": 900})


def place(page: Page, id_: str) -> tuple[float, float]:
    """The middle of a mark on the screen, wherever that is."""
    box = card(page, id_).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def move_by_drag(page: Page) -> None:
    start = middle(page, "decision-1")
    end = place(page, "step-1")
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=6)
    page.mouse.up()


def move_by_clicks(page: Page) -> None:
    page.mouse.click(*middle(page, "decision-1"))
    page.get_by_role("button", name="Move", exact=True).click()
    page.locator("[data-choices]").get_by_role("button", name=PLACE).click()


def move_by_list_and_keys(page: Page) -> None:
    page.get_by_role("application").focus()
    for key in ("End", "m", "Tab", "Tab", "Enter"):  # past residents and together, in stage 0
        page.keyboard.press(key)


def move_by_arrows(page: Page) -> None:
    page.get_by_role("application").focus()
    page.keyboard.press("End")
    page.keyboard.press("Shift+ArrowLeft")
    drawn(page)
    expect(page.locator("[data-announcement]")).to_have_text("Height: 1 Preparation and Briefing, The organisation.")
    page.keyboard.press("Shift+ArrowUp")


def move_by_table(page: Page) -> None:
    panel(page, "Decisions")
    write(page, "Stage, Height", "0")
    write(page, "Whose it is, Height", "The organisation")


WAYS = {
    "drag": move_by_drag,
    "clicks": move_by_clicks,
    "list": move_by_list_and_keys,
    "arrows": move_by_arrows,
    "table": move_by_table,
}


@pytest.mark.parametrize("way", list(WAYS))
def test_each_way_of_moving_a_decision_ends_in_the_same_entries(shared: Page, address: str, way: str) -> None:
    start_with(shared, address, TOOL, BEGUN)
    WAYS[way](shared)
    expect(shared.locator("[data-description]")).to_contain_text(
        "Height. A decision, 0 Strategic Definition, The organisation."
    )
    assert kept(shared)[PART] == MOVED


def test_a_step_is_added_beside_what_is_chosen_and_undone(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, BEGUN)
    shared.mouse.click(*middle(shared, "decision-1"))
    shared.get_by_role("button", name="Add a step").first.click()
    expect(shared.get_by_label("Name", exact=True).first).to_be_focused()
    shared.keyboard.type("A walk")
    shared.keyboard.press("Enter")
    expect(card(shared, "step-2")).to_contain_text("A walk")
    row = f"{TOOL}.steps.2"
    added = {f"{row}.step": ["A walk"], f"{row}.stage": ["1"], f"{row}.side": ["Other partners"]}
    assert kept(shared)[PART] == BEGUN | added
    for _ in range(2):
        shared.get_by_role("button", name="Undo").click()
    expect(card(shared, "step-2")).to_have_count(0)
    assert kept(shared)[PART] == BEGUN


def test_one_canvas_undoes_nothing_of_another(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, BEGUN)
    move_by_clicks(shared)
    expect(shared.locator("[data-announcement]")).to_have_text(f"Height: {PLACE}.")
    shared.goto(address + "/tools/governance-diagram/work/")
    drawn(shared)
    expect(shared.get_by_role("button", name="Undo")).to_have_attribute("aria-disabled", "true")
    shared.goto(address + PAGE)
    drawn(shared)
    shared.get_by_role("button", name="Undo").click()
    drawn(shared)
    assert kept(shared)[PART] == BEGUN


def test_the_estate_is_followed_and_asked_about(shared: Page, address: str) -> None:
    shared.goto(address + "/404.html")
    shared.evaluate("localStorage.clear(); sessionStorage.clear()")
    shared.goto(address + PAGE)
    drawn(shared)
    panel(shared, "Follow it")
    shared.get_by_role("button", name="Next").click()
    expect(shared.locator("[data-stop]")).to_contain_text("1 of 14: Which options are looked at.")
    panel(shared, "Worth asking")
    expect(shared.locator("[data-findings] li.box")).to_have_count(4)
    expect(shared.locator("[data-findings]")).to_contain_text("residents take part in nothing")


def test_a_finger_moves_what_is_chosen_on_a_small_phone(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    keep(page, {PART: BEGUN})
    page.goto(address + PAGE)
    drawn(page)
    page.touchscreen.tap(*middle(page, "decision-1"))
    expect(card(page, "decision-1")).to_have_class("card chosen")
    start = middle(page, "decision-1")
    Fingers(page).drag(start, place(page, "step-1"))
    expect(page.locator("[data-announcement]")).to_have_text(f"Height: {PLACE}.")
    assert kept(page)[PART] == MOVED


@pytest.mark.parametrize("width", [320, 1280])
def test_all_of_it_is_accessible(new_page: NewPage, address: str, width: int) -> None:
    page = bring_axe(new_page(viewport={"width": width, "height": 740}))
    page.goto(address + PAGE)
    drawn(page)
    for name in ("Chosen", "Decisions", "Steps", "Limits", "Worth asking", "Follow it", "Files"):
        panel(page, name)
        assert faults(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width
