"""The three horizons as they are worked on: real Chromium, real Python. Each way of moving a note ends in one form."""

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.axe import bring_axe, faults
from tests.browser.canvas_page import card, choose, drawn, middle, panel, saved_large, saved_picture, start_with, write
from tests.browser.fingers import Fingers
from tests.browser.kept import keep, kept
from tests.conftest import NewPage, opened_pages

TOOL = "three-horizons"
ABOUT, PAGE = f"/tools/{TOOL}/", f"/tools/{TOOL}/work/"
PART = f"tool.{TOOL}"
NOTES = f"{TOOL}.notes"
TWO = {
    f"{TOOL}.question": ["Who has the keys"],
    f"{NOTES}.1.what": ["Letters on a Friday"],
    f"{NOTES}.1.horizon": ["fading"],
    f"{NOTES}.1.when": ["now"],
    f"{NOTES}.2.what": ["A body for the hall"],
    f"{NOTES}.2.horizon": ["in between"],
    f"{NOTES}.2.when": ["soon"],
}
MOVED = TWO | {f"{NOTES}.1.horizon": ["coming"], f"{NOTES}.1.when": ["soon"]}
COMING_SOON = "Coming, soon"


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    """One page for all that does not need one of its own: Python's files are fetched once."""
    with opened_pages(browser) as open_page:
        yield open_page(viewport={"width": 1280, "height": 900})


def told(place: str) -> str:
    """What is read out of the first note."""
    return f"'Letters on a Friday': {place}. Nobody wrote down whose it is."


def knot(page: Page, number: str, time: str) -> tuple[float, float]:
    """The place of a pattern's number below the name of a time, on the screen."""
    board = page.locator(".tool-canvas__board")
    middles = {}
    for words in (time, number):
        boxes = [each.bounding_box() for each in board.get_by_text(words, exact=True).all()]
        middles[words] = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes if box]
    (across, _) = middles[time][0]
    return min(middles[number], key=lambda at: abs(at[0] - across))


def move_by_drag(page: Page) -> None:
    page.mouse.move(*middle(page, "1"))
    page.mouse.down()
    page.mouse.move(*knot(page, "3", "Soon"), steps=5)
    page.mouse.up()


def move_by_clicks(page: Page) -> None:
    page.mouse.click(*middle(page, "1"))
    page.get_by_role("button", name="Move", exact=True).click()
    choose(page, COMING_SOON)


def move_by_list_of_keys(page: Page) -> None:
    page.get_by_role("application").focus()
    page.keyboard.press("Home")
    page.keyboard.press("m")
    page.locator("[data-choices]").get_by_role("button", name=COMING_SOON).press("Enter")


def move_by_arrow_keys(page: Page) -> None:
    page.get_by_role("application").focus()
    page.keyboard.press("Home")
    page.keyboard.press("Shift+ArrowRight")
    expect(card(page, "1")).to_have_attribute("aria-label", told("on the fading pattern, soon"))
    for place in ("in between, soon", "on the coming pattern, soon"):
        page.keyboard.press("Shift+ArrowDown")
        expect(card(page, "1")).to_have_attribute(
            "aria-label",
            f"'Letters on a Friday': {place}. Nobody wrote down whose it is.{' Nobody said which way it works.' if 'between' in place else ''}",
        )


def move_by_table(page: Page) -> None:
    panel(page, "Notes")
    write(page, "Fading, in between or coming, Letters on a Friday", "coming")
    expect(card(page, "1")).to_have_attribute("aria-label", told("on the coming pattern, now"))
    write(page, "Now, soon, later or by that year, Letters on a Friday", "soon")


WAYS = {
    "drag": move_by_drag,
    "clicks": move_by_clicks,
    "list": move_by_list_of_keys,
    "keys": move_by_arrow_keys,
    "table": move_by_table,
}


@pytest.mark.parametrize("way", list(WAYS))
def test_each_way_of_moving_a_note_ends_in_the_same_form_and_is_undone(shared: Page, address: str, way: str) -> None:
    start_with(shared, address, TOOL, TWO)
    WAYS[way](shared)
    expect(card(shared, "1")).to_have_attribute("aria-label", told("on the coming pattern, soon"))
    assert kept(shared)[PART] == MOVED
    for _ in range({"keys": 3, "table": 2}.get(way, 1)):
        shared.get_by_role("button", name="Undo").click()
    drawn(shared)
    assert kept(shared)[PART] == TWO


def test_what_is_typed_while_python_answers_an_earlier_change_stays(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, TWO)
    panel(shared, "Notes")
    shared.get_by_label("Fading, in between or coming, Letters on a Friday").evaluate(
        """first => {
            const second = first.closest("tr").querySelector('[data-key$=".when"]');
            first.value = "coming";
            first.dispatchEvent(new Event("change", { bubbles: true }));
            second.focus();
            second.value = "soon";
            second.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    expect(card(shared, "1")).to_have_attribute("aria-label", told("on the coming pattern, now"))
    drawn(shared)
    second = shared.get_by_label("Now, soon, later or by that year, Letters on a Friday")
    expect(second).to_have_value("soon")
    second.evaluate("field => field.dispatchEvent(new Event('change', { bubbles: true }))")
    expect(card(shared, "1")).to_have_attribute("aria-label", told("on the coming pattern, soon"))
    assert kept(shared)[PART] == MOVED


def test_a_note_is_added_beside_the_one_that_is_chosen_and_is_somebodys(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, TWO)
    shared.mouse.click(*middle(shared, "2"))
    shared.get_by_role("button", name="Add a note").first.click()
    expect(shared.get_by_label("Name", exact=True).first).to_be_focused()
    shared.keyboard.type("letters on a  Friday")
    shared.keyboard.press("Enter")
    expect(card(shared, "3")).to_have_attribute(
        "aria-label",
        "'letters on a Friday': in between, soon. Nobody wrote down whose it is. Nobody said which way it works.",
    )
    panel(shared, "Notes")
    for row, whose in (("Letters on a Friday", "Residents"), ("letters on a Friday", "the organisation")):
        shared.get_by_label(f"Whose note, {row}", exact=True).fill(whose)
        shared.keyboard.press("Tab")
    shared.get_by_label("Fading, in between or coming, letters on a Friday", exact=True).fill("coming")
    shared.keyboard.press("Tab")
    expect(card(shared, "1")).to_contain_text("Coming for: The")
    drawn(shared)
    panel(shared, "Worth asking")
    finding = shared.locator("[data-findings] li.box").first
    expect(finding).to_contain_text("One side's future is what another sees fading")
    expect(finding).to_contain_text("Residents wrote 'Letters on a Friday' as fading.")
    finding.get_by_role("link", name="Welcome the hard conversations").click()
    expect(shared).to_have_url(
        f"{address}/principles/space-for-disagreement/#space-for-disagreement.hard-conversations"
    )


def test_the_form_and_the_picture_are_one_and_its_page_shows_the_example(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, TWO)
    move_by_clicks(shared)
    expect(card(shared, "1")).to_have_attribute("aria-label", told("on the coming pattern, soon"))
    shared.get_by_role("link", name="To the form").click()
    expect(shared.locator(f"[name='{NOTES}.1.horizon']")).to_have_value("coming")
    expect(shared.locator(".tool-canvas__example .tool-canvas__wide svg")).to_contain_text("A residents' body")
    shared.locator(f"[name='{TOOL}.innovations.1.idea']").fill("A body for the hall")
    shared.locator(f"[name='{TOOL}.innovations.1.which-way']").fill("helps the future")
    shared.get_by_role("link", name="See this form as a picture").click()
    drawn(shared)
    expect(card(shared, "2")).to_contain_text("Helps the future")
    expect(shared.locator(".tool-canvas__board .card")).to_have_count(2)


def test_a_finger_takes_a_note_to_another_place_on_a_small_phone(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    keep(page, {PART: TWO})
    page.goto(address + PAGE)
    drawn(page)
    page.touchscreen.tap(*middle(page, "1"))
    expect(card(page, "1")).to_have_class("card chosen")
    names = page.locator(".tool-canvas__board").get_by_text("In between", exact=True)
    box = names.first.bounding_box()
    assert box
    Fingers(page).drag(middle(page, "1"), (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
    expect(card(page, "1")).to_have_attribute("aria-label", re.compile("in between, now"))
    drawn(page)
    assert kept(page)[PART] == TWO | {f"{NOTES}.1.horizon": ["in between"]}
    panel(page, "Chosen")
    page.wait_for_timeout(500)  # a finger that comes down at once after a stroke is taken for the stroke's end
    page.get_by_role("button", name="Move", exact=True).tap()
    page.locator("[data-choices]").get_by_role("button", name=COMING_SOON).tap()
    expect(card(page, "1")).to_have_attribute("aria-label", told("on the coming pattern, soon"))
    assert kept(page)[PART] == MOVED


def test_a_list_of_places_stays_open_while_the_picture_is_drawn_anew(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, TWO)
    shared.mouse.click(*middle(shared, "1"))
    shared.get_by_role("button", name="Move", exact=True).click()
    shared.get_by_label("Now, soon, later or by that year, A body for the hall").evaluate(
        "cell => { cell.value = 'later'; cell.dispatchEvent(new Event('change', { bubbles: true })) }"
    )
    expect(card(shared, "2")).to_have_attribute("aria-label", re.compile("later"))
    choose(shared, COMING_SOON)
    expect(card(shared, "1")).to_have_attribute("aria-label", told("on the coming pattern, soon"))


@pytest.mark.parametrize("width", [320, 1280])
def test_all_of_it_is_accessible(new_page: NewPage, address: str, width: int) -> None:
    page = bring_axe(new_page(viewport={"width": width, "height": 740}))
    page.goto(address + PAGE)
    drawn(page)
    for name in ("Chosen", "Notes", "New ideas", "Seeds", "Worth asking", "Files"):
        panel(page, name)
        assert faults(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(address + ABOUT)
    assert faults(page) == []


def test_the_picture_leaves_as_a_file_and_on_one_sheet(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; }")
    page.goto(address + PAGE)
    drawn(page)
    panel(page, "Files")
    tree = saved_picture(page)
    words = " ".join(each.text or "" for each in tree.iter("{http://www.w3.org/2000/svg}text"))
    assert "By 2040" in words
    assert {each.get("stroke") for each in tree.iter() if each.get("class") == "band-third"} == {"#F4BC3C"}
    assert saved_large(page) > 16_000_000
    page.get_by_role("button", name="Print (A4)").click()
    page.locator("html[data-printed][data-printing=tool-canvas-sheet]").wait_for()
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, width="210mm", height="297mm")))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert "People are asked" in text
