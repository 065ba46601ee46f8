"""A tool's form as a picture: real Chromium, real Python. Each way of changing it ends in the same entries of the form."""

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.axe import bring_axe, faults
from tests.browser.canvas_page import card, choose, drawn, middle, panel, saved_large, saved_picture, start_with, write
from tests.browser.fingers import Fingers
from tests.browser.kept import keep, kept
from tests.conftest import NewPage, opened_pages

TOOL = "governance-diagram"
ABOUT, PAGE = f"/tools/{TOOL}/", f"/tools/{TOOL}/work/"
PART = f"tool.{TOOL}"
MILLIMETRES = 25.4 / 72
TWO = {
    f"{TOOL}.decision": ["Which blocks stay"],
    f"{TOOL}.levels.steering-group.called": ["Elm Court group"],
    f"{TOOL}.levels.cabinet.who": ["Nine councillors"],
}
"""A form that was filled in before there were arrows."""
LIST = (
    "Tenant panel\n"
    'Elm Court board\t"Two tenants, and a chair"\t\tonly hears\n'
    "\n"
    "elm court  GROUP\tSix residents\n"
    "Audit\t\t\n"
)
"""As cells that were copied from a spreadsheet: the name, and what stands in the columns that are shown beside it."""


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    """One page for all that does not need one of its own: Python's files are fetched once."""
    with opened_pages(browser) as open_page:
        yield open_page(viewport={"width": 1280, "height": 800})


def link_by_drag(page: Page) -> None:
    page.mouse.move(*middle(page, "steering-group"))
    page.mouse.down()
    page.mouse.move(*middle(page, "cabinet"), steps=5)
    page.mouse.up()
    choose(page, "sends on")


def link_by_clicks(page: Page) -> None:
    page.mouse.click(*middle(page, "steering-group"))
    page.get_by_role("button", name="Arrow from here").click()
    page.mouse.click(*middle(page, "cabinet"))
    choose(page, "sends on")


def link_by_keys(page: Page) -> None:
    page.get_by_role("application").focus()
    for key in ("Home", "l", "End", "Enter", "Enter"):
        page.keyboard.press(key)


def link_by_table(page: Page) -> None:
    panel(page, "Arrows")
    page.get_by_role("button", name="Add an arrow").click()
    write(page, "What it does, 1", "sends on")
    write(page, "To, 1", "Cabinet or board")


WAYS = {"drag": link_by_drag, "clicks": link_by_clicks, "keys": link_by_keys, "table": link_by_table}


@pytest.mark.parametrize("way", list(WAYS))
def test_each_way_of_drawing_an_arrow_ends_in_the_same_entries(shared: Page, address: str, way: str) -> None:
    start_with(shared, address, TOOL, TWO)
    WAYS[way](shared)
    expect(shared.locator(".tool-canvas__board .arrow")).to_have_count(1)
    row = f"{TOOL}.arrows.1"
    added = {f"{row}.from": ["Elm Court group"], f"{row}.what": ["sends on"], f"{row}.to": ["Cabinet or board"]}
    assert kept(shared)[PART] == TWO | added


def test_a_body_is_added_named_changed_and_taken_away_and_all_of_it_undone(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, TWO)
    shared.get_by_role("button", name="Add a body").first.click()
    expect(shared.get_by_label("Name", exact=True).first).to_be_focused()
    shared.keyboard.type("Tenant panel")
    shared.keyboard.press("Enter")
    expect(card(shared, "1")).to_contain_text("Tenant panel")
    drawn(shared)
    assert {f"{TOOL}.{table}.1.row" for table in ("levels", "seats")} <= kept(shared)[PART].keys()
    panel(shared, "Bodies")
    shared.get_by_label("Decides, recommends or only hears, Tenant panel").fill("only hears")
    shared.keyboard.press("Tab")
    expect(card(shared, "1")).to_contain_text("only hears")
    shared.get_by_label("Name, Tenant panel").fill("Tenants' panel")
    shared.keyboard.press("Tab")
    expect(card(shared, "1")).to_contain_text("Tenants' panel")
    drawn(shared)
    shared.get_by_label("Remove, Tenants' panel").click()
    expect(card(shared, "1")).to_have_count(0)
    assert kept(shared)[PART] == TWO
    for _ in range(5):
        shared.get_by_role("button", name="Undo").click()
    drawn(shared)
    assert kept(shared)[PART] == TWO
    for _ in range(4):
        shared.get_by_role("button", name="Redo").click()
    expect(card(shared, "1")).to_contain_text("Tenants' panel")
    shared.reload()
    drawn(shared)
    shared.get_by_role("button", name="Undo").click()  # what can be undone outlasts a reload
    expect(card(shared, "1")).to_contain_text("Tenant panel")


def test_a_list_becomes_marks_in_one_step_and_one_undo_takes_it_back(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, TWO)
    panel(shared, "Bodies")
    shared.get_by_text("Paste a list").first.click()
    field = shared.get_by_label("One to a line").first
    field.fill(LIST)
    shared.get_by_role("button", name="Add them all").first.click()
    expect(shared.locator("[data-list-told]").first).to_have_text(
        "3 were added. 1 was there already. Only what was empty was filled in."
    )
    expect(field).to_have_value("")
    drawn(shared)
    for name in ("Tenant panel", "Elm Court board", "Elm Court group"):
        expect(shared.locator(".tool-canvas__board .card").filter(has_text=name)).to_have_count(1)
    filled = kept(shared)[PART]
    assert filled[f"{TOOL}.levels.1.row"] == ["Tenant panel"]
    assert filled[f"{TOOL}.levels.2.who"] == ["Two tenants, and a chair"]
    assert filled[f"{TOOL}.seats.2.does"] == ["only hears"]
    assert filled[f"{TOOL}.levels.steering-group.who"] == ["Six residents"]
    assert filled.items() >= TWO.items()
    shared.get_by_role("button", name="Undo").click()
    drawn(shared)
    assert kept(shared)[PART] == TWO
    field.fill("\n".join(f"Note {number}" for number in range(201)))
    shared.get_by_role("button", name="Add them all").first.click()
    expect(shared.locator("[data-list-told]").first).to_contain_text("200 lines")
    assert kept(shared)[PART] == TWO


def test_notes_from_a_wall_need_no_tabs(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, TWO)
    panel(shared, "Bodies")
    shared.get_by_text("Paste a list").first.click()
    shared.get_by_label("One to a line").first.fill(
        "- Tenant panel\r\n\r\n•  Board,  of  nine \n<b>Audit</b>\ntenant PANEL"
    )
    shared.get_by_role("button", name="Add them all").first.click()
    expect(shared.locator("[data-list-told]").first).to_contain_text("3 were added.")
    drawn(shared)
    names = [texts for name, texts in kept(shared)[PART].items() if name.endswith(".row") and ".levels." in name]
    assert names == [["Tenant panel"], ["Board, of nine"], ["<b>Audit</b>"]]


def test_a_new_name_goes_to_the_arrows_and_an_end_that_is_taken_away_takes_them_along(
    shared: Page, address: str
) -> None:
    arrow = {f"{TOOL}.arrows.3.from": ["elm court  GROUP"], f"{TOOL}.arrows.3.to": ["Cabinet or board"]}
    start_with(shared, address, TOOL, TWO | arrow)
    shared.get_by_role("application").focus()
    shared.keyboard.press("Home")
    shared.keyboard.press("F2")
    shared.keyboard.type("The group")
    shared.keyboard.press("Enter")
    expect(card(shared, "steering-group")).to_contain_text("The group")
    expect(shared.locator(".tool-canvas__board .arrow")).to_have_count(1)
    assert kept(shared)[PART][f"{TOOL}.arrows.3.from"] == ["The group"]
    drawn(shared)
    expect(shared.get_by_role("application")).to_be_focused()
    shared.keyboard.press("Delete")
    expect(card(shared, "steering-group")).to_have_count(0)
    assert kept(shared)[PART] == {
        name: texts for name, texts in TWO.items() if name.endswith((".decision", ".cabinet.who"))
    }


def test_the_form_and_the_picture_are_one(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, TWO)
    link_by_keys(shared)
    expect(shared.locator(".tool-canvas__board .arrow")).to_have_count(1)
    shared.get_by_role("link", name="To the form").click()
    field = shared.locator(f"[name='{TOOL}.arrows.1.weeks']")
    expect(shared.locator(f"[name='{TOOL}.arrows.1.to']")).to_have_value("Cabinet or board")
    field.fill("7")
    shared.get_by_role("link", name="See this form as a picture").click()
    drawn(shared)
    expect(shared.locator(".tool-canvas__board")).to_contain_text("7 weeks")


def test_what_is_taken_away_is_gone_from_every_key(shared: Page, address: str) -> None:
    start_with(shared, address, TOOL, TWO | {f"{TOOL}.levels.partner.called": ["Quince Homes"]})
    shared.evaluate("sessionStorage.clear()")
    panel(shared, "Bodies")
    shared.get_by_label("Remove, Quince Homes").click()
    expect(card(shared, "partner")).to_have_count(0)
    assert "Quince" not in shared.evaluate("JSON.stringify(Object.entries(localStorage))")


def test_one_decision_is_followed_and_what_is_asked_leads_on(shared: Page, address: str) -> None:
    shared.goto(address + "/404.html")
    shared.evaluate("localStorage.clear(); sessionStorage.clear()")
    shared.goto(address + PAGE)
    drawn(shared)
    expect(shared.get_by_text("This is a made-up estate")).to_be_visible()
    panel(shared, "Follow it")
    expect(shared.locator("[data-road]")).to_contain_text("5 bodies, 14 weeks")
    for _ in range(5):
        shared.get_by_role("button", name="Next").click()
    expect(shared.locator("[data-stop]")).to_contain_text("5 of 5: Cabinet decides.")
    expect(shared.locator(".card.followed")).to_have_attribute("data-id", "cabinet")
    panel(shared, "Worth asking")
    finding = shared.locator("[data-findings] li.box").first
    expect(finding).to_contain_text("Directors' meeting can overrule Harbour Court steering group, and need not give")
    finding.get_by_role("link", name="Accountability check", exact=True).click()
    expect(shared).to_have_url(f"{address}/tools/accountability-check/")
    assert PART not in kept(shared)  # nobody's own


@pytest.mark.parametrize("width", [360, 1280])
def test_all_of_it_is_accessible(new_page: NewPage, address: str, width: int) -> None:
    page = bring_axe(new_page(viewport={"width": width, "height": 740}))
    page.goto(address + PAGE)
    drawn(page)
    for name in ("Chosen", "Bodies", "Arrows", "Worth asking", "Follow it", "Files"):
        panel(page, name)
        assert faults(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_is_done_by_touch_on_a_small_phone(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    keep(page, {PART: TWO})
    page.goto(address + PAGE)
    drawn(page)
    page.touchscreen.tap(*middle(page, "steering-group"))
    expect(card(page, "steering-group")).to_have_class("card chosen")
    panel(page, "Chosen")
    page.get_by_role("button", name="Arrow from here").tap()
    expect(page.locator("[data-panel]:visible")).to_have_count(0)  # the picture is there to be pressed
    page.touchscreen.tap(*middle(page, "cabinet"))
    page.locator("[data-choices]").get_by_role("button", name="sends on").tap()
    drawn(page)
    expect(page.locator(".tool-canvas__board .arrow")).to_have_count(1)
    Fingers(page).drag(middle(page, "steering-group"), middle(page, "cabinet"))
    expect(page.locator("[data-choices]")).to_contain_text("From Elm Court group to Cabinet or board.")


def test_the_picture_leaves_as_a_file_and_on_one_sheet(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; }")
    page.goto(address + PAGE)
    drawn(page)
    panel(page, "Files")
    tree = saved_picture(page)
    words = " ".join(each.text or "" for each in tree.iter("{http://www.w3.org/2000/svg}text"))
    assert "14 weeks" in words
    assert {each.get("fill") for each in tree.iter() if each.get("class") == "card-ground"} == {"#FFFFFF"}
    assert saved_large(page) > 16_000_000
    for name, size in (
        ("Print (A4)", (210, 297)),
        ("Print for a wall (A1)", (594, 841)),
        ("Print an empty one (A1)", (841, 594)),
    ):
        page.get_by_role("button", name=name).click()
        page.locator("html[data-printed][data-printing=tool-canvas-sheet]").wait_for()
        (sheet,) = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, width="210mm", height="297mm"))).pages
        assert (round(sheet.mediabox.width * MILLIMETRES), round(sheet.mediabox.height * MILLIMETRES)) == size
        text = sheet.extract_text()
        assert ("Programme board" in text, "To the form" in text) == (True, False)
        assert ("14 weeks" in text) == ("empty" not in name)
        page.evaluate("delete document.documentElement.dataset.printed; dispatchEvent(new Event('afterprint'))")
