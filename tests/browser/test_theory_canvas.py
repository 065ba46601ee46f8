"""A theory of change as a picture: real Chromium, real Python. Each way of changing it ends in the same entries."""

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.axe import bring_axe, faults
from tests.browser.canvas_page import card, drawn, middle, panel, saved_large, saved_picture, start_with, write
from tests.browser.fingers import Fingers
from tests.browser.kept import keep, kept
from tests.conftest import NewPage, opened_pages

TOOL = "theory-of-change"
PAGE, PART = f"/tools/{TOOL}/work/", f"tool.{TOOL}"
SOME = {
    f"{TOOL}.goal": ["By 2033 all homes are warm"],
    f"{TOOL}.outcomes.1.outcome": ["The lifts work every day"],
    f"{TOOL}.activities.1.activity": ["A stall"],
    f"{TOOL}.activities.1.leads-to": ["The lifts work"],
}
"""A form that was filled in before there were arrows."""


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    """One page for all that does not need one of its own: Python's files are fetched once."""
    with opened_pages(browser) as open_page:
        yield open_page(viewport={"width": 1280, "height": 800})


def link_by_drag(page: Page) -> None:
    page.mouse.move(*middle(page, "outcome.1"))
    page.mouse.down()
    page.mouse.move(*middle(page, "goal"), steps=5)
    page.mouse.up()


def link_by_clicks(page: Page) -> None:
    page.mouse.click(*middle(page, "outcome.1"))
    page.get_by_role("button", name="Arrow from here").click()
    page.mouse.click(*middle(page, "goal"))


def link_by_keys(page: Page) -> None:
    page.get_by_role("application").focus()
    page.keyboard.press("Home")
    while page.locator(".card.chosen").get_attribute("data-id") != "outcome.1":
        page.keyboard.press("ArrowUp")
    for key in ("l", "End", "Enter"):
        page.keyboard.press(key)


def link_by_table(page: Page) -> None:
    panel(page, "Arrows")
    page.get_by_role("button", name="Add an arrow").click()
    write(page, "From, 1", "The lifts work every day")
    write(page, "To, 1", "Our final goal")


WAYS = {"drag": link_by_drag, "clicks": link_by_clicks, "keys": link_by_keys, "table": link_by_table}


@pytest.mark.parametrize("way", list(WAYS))
def test_each_way_of_drawing_an_arrow_ends_in_the_same_entries(shared: Page, address: str, way: str) -> None:
    start_with(shared, address, TOOL, SOME)
    expect(shared.locator(".tool-canvas__board .arrow")).to_have_count(2)  # the activity's, and that to the goal
    WAYS[way](shared)
    expect(shared.locator(".tool-canvas__board .arrow")).to_have_count(3)
    row = f"{TOOL}.arrows.1"
    assert kept(shared)[PART] == SOME | {f"{row}.from": ["The lifts work every day"], f"{row}.to": ["Our final goal"]}
    undo = shared.get_by_role("button", name="Undo")
    while undo.get_attribute("aria-disabled") != "true":
        undo.click()
    expect(shared.locator(".tool-canvas__board .arrow")).to_have_count(2)
    drawn(shared)
    assert kept(shared)[PART] == SOME


def test_a_side_that_is_not_sure_is_seen_on_the_arrow_and_asked_about(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, SOME)
    link_by_table(shared)
    shared.get_by_label("How sure residents are, 1").fill("not")
    shared.get_by_label("What we take for granted, 1").fill("The money lasts")
    shared.keyboard.press("Tab")
    expect(shared.locator(".tool-canvas__board .arrow [stroke-dasharray]")).to_have_count(1)
    drawn(shared)
    expect(shared.locator(".tool-canvas__board")).to_contain_text("The money lasts")
    panel(shared, "Worth asking")
    finding = shared.locator("[data-findings] li.box").first
    expect(finding).to_contain_text("Not sure of that: Residents.")
    expect(finding.get_by_role("link").first).to_be_visible()


def test_a_new_name_goes_to_all_that_name_it_and_what_is_removed_is_named_nowhere(shared: Page, address: str) -> None:
    arrow = {f"{TOOL}.arrows.2.from": ["the LIFTS work"], f"{TOOL}.arrows.2.to": ["Our final goal"]}
    start_with(shared, address, TOOL, SOME | arrow)
    panel(shared, "Outcomes")
    shared.get_by_label("Name, The lifts work every day").fill("Lifts that work")
    shared.keyboard.press("Tab")
    expect(card(shared, "outcome.1")).to_contain_text("Lifts that work")
    drawn(shared)
    now = kept(shared)[PART]
    assert now[f"{TOOL}.activities.1.leads-to"] == now[f"{TOOL}.arrows.2.from"] == ["Lifts that work"]
    shared.get_by_label("Remove, Lifts that work").click()
    expect(card(shared, "outcome.1")).to_have_count(0)
    drawn(shared)
    assert kept(shared)[PART] == {name: texts for name, texts in SOME.items() if name.endswith((".goal", ".activity"))}


def test_each_kind_is_added_and_the_goal_is_written_where_it_stands_in_the_form(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, {})
    for kind, table, column in (
        ("outcome", "outcomes", "outcome"),
        ("activity", "activities", "activity"),
        ("decision", "power-shift", "decision"),
    ):
        shared.locator(f".canvas__bar [data-kind={kind}]").click()
        expect(shared.get_by_label("Name", exact=True).first).to_be_focused()
        shared.keyboard.type(f"My {kind}")
        shared.keyboard.press("Enter")
        expect(card(shared, f"{kind}.1")).to_contain_text(f"My {kind}")
        drawn(shared)
        assert kept(shared)[PART][f"{TOOL}.{table}.1.{column}"] == [f"My {kind}"]
    before = kept(shared)[PART]
    shared.mouse.dblclick(*middle(shared, "goal"))
    goal = shared.get_by_role("textbox", name="Our final goal")
    expect(goal).to_be_focused()
    goal.fill("By 2033 nobody is cold")
    shared.keyboard.press("Tab")
    expect(card(shared, "goal")).to_contain_text("By 2033 nobody is cold")
    drawn(shared)
    shared.get_by_role("application").focus()
    shared.keyboard.press("End")
    expect(card(shared, "goal")).to_have_class("card chosen")
    shared.keyboard.press("Delete")
    assert kept(shared)[PART] == before | {f"{TOOL}.goal": ["By 2033 nobody is cold"]}


@pytest.mark.parametrize("width", [320, 1280])
def test_all_of_it_is_accessible(new_page: NewPage, address: str, width: int) -> None:
    page = bring_axe(new_page(viewport={"width": width, "height": 740}))
    page.goto(address + PAGE)
    drawn(page)
    for name in ("Chosen", "Outcomes", "Activities", "Decisions", "Arrows", "Worth asking", "Files"):
        panel(page, name)
        assert faults(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_arrow_is_drawn_by_a_finger(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    keep(page, {PART: SOME})
    page.goto(address + PAGE)
    drawn(page)
    page.touchscreen.tap(*middle(page, "outcome.1"))
    expect(card(page, "outcome.1")).to_have_class("card chosen")
    begin, end = middle(page, "outcome.1"), card(page, "goal").bounding_box()
    assert end
    Fingers(page).drag(begin, (end["x"] + end["width"] / 2, end["y"] + end["height"] - 5))
    drawn(page)
    expect(page.locator(".tool-canvas__board .arrow")).to_have_count(3)


def test_the_picture_leaves_as_a_file_and_on_one_sheet(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; }")
    page.goto(address + PAGE)
    drawn(page)
    panel(page, "Files")
    tree = saved_picture(page)
    assert "Order of repairs" in {each.text for each in tree.iter("{http://www.w3.org/2000/svg}text")}
    assert {each.get("fill") for each in tree.iter() if each.get("class") == "card-sun"} == {"#F4BC3C"}
    assert saved_large(page) > 16_000_000
    page.get_by_role("button", name="Print (A4)").click()
    page.locator("html[data-printed][data-printing=tool-canvas-sheet]").wait_for()
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, width="210mm", height="297mm")))
    assert len(reader.pages) == 1
    text = "".join(reader.pages[0].extract_text().split())
    assert "Asthingsare" in text
    assert "Peoplewhogetanswerscometotrust" in text
