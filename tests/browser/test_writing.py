"""Writing in the form of a tool: its outline and its parts, its rows, what is pasted into it, and how it is undone."""

import io
import re

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect
from pypdf import PdfReader

from tests.axe import bring_axe, faults
from tests.browser.kept import keep, kept
from tests.conftest import NewPage

TOOL = "terms-of-reference"
PHONE: ViewportSize = {"width": 320, "height": 640}
IN_VIEW = """(element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2 && bottom > 0;
}"""


def test_the_page_about_a_tool_and_its_form_are_a_press_apart(page: Page, address: str) -> None:
    keep(page, {f"tool.{TOOL}": {f"{TOOL}.name": ["Elm Court"], f"{TOOL}.decisions.budget.signs": ["The board"]}})
    page.goto(f"{address}/tools/{TOOL}/")
    form, about = page.locator("tool-form form").first, page.get_by_role("heading", name="How to run it")
    expect(about).to_be_visible()
    expect(form).to_be_hidden()
    expect(page.locator("[data-form-total]")).to_have_text("2 of 30 written")
    page.get_by_role("link", name="Open the form").first.click()
    expect(form).to_be_visible()
    expect(about).to_be_hidden()
    expect(page.get_by_role("link", name=re.compile("Who decides what"))).to_contain_text("1 of 3 written")
    page.locator(f"[name='{TOOL}.if-overridden']").fill("They say why.")
    expect(page.get_by_role("link", name=re.compile("Who decides what"))).to_contain_text("2 of 3 written")
    expect(page.locator("[data-total]")).to_have_text("3 of 30 written")
    page.get_by_role("link", name="About this tool").click()
    expect(about).to_be_visible()
    expect(form).to_be_hidden()
    page.go_back()
    expect(form).to_be_visible()


def test_a_link_into_the_form_opens_it_there(new_page: NewPage, address: str) -> None:
    for size in (PHONE, {"width": 1280, "height": 800}):
        page = new_page(viewport=size)
        page.goto(f"{address}/tools/{TOOL}/#{TOOL}.deadlock")
        field = page.locator(f"[id='{TOOL}.deadlock']")
        expect(field.locator("textarea")).to_be_visible()
        page.wait_for_load_state()
        assert field.evaluate(IN_VIEW), size
        page.goto("about:blank")
        page.goto(f"{address}/tools/{TOOL}/#form")
        page.wait_for_load_state()
        assert page.locator("#form").evaluate(IN_VIEW), size


def test_on_a_phone_a_part_is_a_screen_and_nothing_that_was_typed_is_lost(new_page: NewPage, address: str) -> None:
    page = bring_axe(new_page(viewport=PHONE))
    page.goto(f"{address}/tools/{TOOL}/#form")
    parts = page.locator(".form-part")
    expect(parts.locator("visible=true")).to_have_count(0)
    expect(page.get_by_role("button", name="Clear the form")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name="Why we exist").press("Enter")
    expect(page.get_by_role("heading", name="Why we exist")).to_be_focused()
    expect(page.get_by_text("1 of 10", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Clear the form")).to_be_hidden()
    page.get_by_label("Name of the group").fill("Elm Court")
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", name="Who decides what")).to_be_focused()
    expect(page.get_by_label("Name of the group")).to_be_hidden()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_label("When someone overrides us").fill("They say why.")
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.get_by_label("Name of the group")).to_have_value("Elm Court")
    page.get_by_role("link", name="Parts").click()
    expect(page.get_by_role("link", name="Who decides what")).to_contain_text("1 of 3 written")
    page.reload()
    page.get_by_role("link", name="Who decides what").click()
    expect(page.get_by_label("When someone overrides us")).to_have_value("They say why.")
    page.set_viewport_size({"width": 1000, "height": 800})
    expect(page.get_by_label("Name of the group")).to_be_visible()


def test_on_paper_every_part_stands(new_page: NewPage, address: str) -> None:
    page = new_page(viewport=PHONE)
    for view in ("", "#form", f"#part.{TOOL}.decisions"):
        page.goto("about:blank")
        page.goto(f"{address}/tools/{TOOL}/{view}")
        page.emulate_media(media="print")
        for part in page.locator(".form-part").all():
            expect(part.locator("textarea, input").first).to_be_visible()
        expect(page.locator(".tool-form__outline")).to_be_hidden()
        page.emulate_media(media="screen")


def test_what_is_out_of_sight_is_where_the_browsers_own_search_finds_it(new_page: NewPage, address: str) -> None:
    """Nothing drives a browser's own search, so what it does is done: it says so, and takes the attribute away."""
    page = new_page(viewport=PHONE)
    page.goto(f"{address}/tools/{TOOL}/")
    field = page.locator(f"[id='{TOOL}.deadlock']")
    expect(page.locator("tool-form")).to_have_attribute("hidden", "until-found")
    field.evaluate(
        """(field) => {
            for (let each = field; each; each = each.parentElement?.closest("[hidden=until-found]")) {
                each.dispatchEvent(new Event("beforematch", { bubbles: true }));
                each.removeAttribute("hidden");
            }
        }"""
    )
    expect(field.locator("textarea")).to_be_visible()
    expect(page.locator(".form-part").locator("visible=true")).to_have_count(1)
    page.go_back()
    expect(page.get_by_role("heading", name="How to run it")).to_be_visible()


def test_without_script_the_form_is_one_long_page(new_page: NewPage, address: str) -> None:
    page = new_page(java_script_enabled=False, viewport=PHONE, reduced_motion="reduce")
    page.goto(f"{address}/tools/{TOOL}/")
    expect(page.get_by_role("heading", name="How to run it")).to_be_visible()
    expect(page.get_by_label("When we are stuck")).to_be_visible()
    page.get_by_role("navigation", name="Parts of the form").get_by_role("link", name="How we decide").click()
    assert page.get_by_role("heading", name="How we decide", exact=True).evaluate(IN_VIEW)
    expect(page.get_by_role("link", name="Parts", exact=True)).to_be_hidden()


SEATS, SIGNED = f"{TOOL}.seats", f"{TOOL}.signed"
FIXED = {f"{TOOL}.fixed.{row}.what": [text] for row, text in ((1, "One"), (2, "Two"), (3, "Three"))}
ROWS = """(field) => [...document.querySelectorAll(`[id="${field}"] tbody tr`)].map((row) =>
    [...row.querySelectorAll("textarea")].map(({ value }) => value).join("|").replace(/\\|+$/, ""))"""
PASTE = """(area, [html, text]) => {
    const clipboardData = new DataTransfer();
    if (html) clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    return area.dispatchEvent(event);
}"""
"""Paste into an area; gives whether the browser pastes it by itself, as text."""


def rows(page: Page, field: str) -> list[str]:
    """What is written in the rows of a table, the cells of each apart by '|'."""
    found: list[str] = page.evaluate(ROWS, field)
    return found


def opened(page: Page, address: str, field: str) -> Locator:
    """The table of this field, once what helps to write is there."""
    page.goto(f"{address}/tools/{TOOL}/#{field}")
    table = page.locator(f"[id='{field}']")
    expect(table.locator(".tool-form__rows")).to_be_visible()
    return table


def kept_rows(page: Page, field: str) -> dict[str, list[str]]:
    """What is kept of a table, by the ends of its names."""
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    filled = kept(page).get(f"tool.{TOOL}", {})
    return {name.removeprefix(f"{field}."): texts for name, texts in filled.items() if name.startswith(f"{field}.")}


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}], ids=lambda size: f"{size['width']} px")
def test_rows_are_moved_and_taken_away_by_the_keyboard_and_all_comes_back(
    new_page: NewPage, address: str, size: ViewportSize
) -> None:
    page = bring_axe(new_page(viewport=size))
    keep(page, {f"tool.{TOOL}": FIXED})
    table = opened(page, address, f"{TOOL}.fixed")
    assert rows(page, f"{TOOL}.fixed") == ["One", "Two", "Three", "", ""]
    table.get_by_role("button", name="Move or take away row 2").press("Enter")
    assert faults(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(table.get_by_role("button", name="Down")).to_be_focused()
    page.keyboard.press("Enter")
    assert rows(page, f"{TOOL}.fixed") == ["One", "Three", "Two", "", ""]
    expect(page.locator("[data-saved]")).to_have_text("Row 2 is row 3 now.")
    expect(table.get_by_role("button", name="Down")).to_be_focused()
    page.keyboard.press("Enter")
    assert rows(page, f"{TOOL}.fixed") == ["One", "Three", "", "Two", ""]
    page.keyboard.press("Escape")
    expect(table.get_by_role("button", name="Move or take away row 4")).to_be_focused()
    table.get_by_role("button", name="Move or take away row 1").click()
    table.get_by_role("button", name="Take away").and_(page.locator("[data-take-away]:visible")).click()
    expect(page.locator("[data-saved]")).to_have_text("Row 1 is taken away. 'Undo' brings it back.")
    expect(table.get_by_role("button", name="Move or take away row 1")).to_be_focused()
    assert rows(page, f"{TOOL}.fixed") == ["Three", "", "Two", "", ""]
    assert kept_rows(page, f"{TOOL}.fixed") == {"1.what": ["Three"], "3.what": ["Two"]}
    undo = page.get_by_role("button", name="Undo")
    for _ in range(3):
        undo.click()
    assert rows(page, f"{TOOL}.fixed") == ["One", "Two", "Three", "", ""]
    expect(undo).to_have_attribute("aria-disabled", "true")
    expect(page.locator("[data-saved]")).to_have_text("Undone: What is fixed already")
    page.get_by_role("button", name="Redo").click()
    assert kept_rows(page, f"{TOOL}.fixed") == {"1.what": ["One"], "2.what": ["Three"], "3.what": ["Two"]}


def test_rows_that_were_added_go_and_come_and_those_that_the_form_names_stay(page: Page, address: str) -> None:
    table = opened(page, address, SEATS)
    expect(table.locator("[data-tools]")).to_have_count(0)
    for heading in ("Tenants", "Leaseholders"):
        page.get_by_role("button", name="Add a row to 'Seats'").click()
        page.keyboard.type(heading)
    expect(table.locator("[data-tools]")).to_have_count(2)
    table.get_by_role("button", name="Move or take away row 2").click()
    table.locator("[data-up]:visible").click()
    assert rows(page, SEATS)[3:] == ["Leaseholders", "Tenants"]
    table.locator("[data-take-away]:visible").click()
    assert rows(page, SEATS) == ["", "", "", "Tenants"]
    assert kept_rows(page, SEATS) == {"1.row": ["Tenants"]}
    for _ in range(6):
        page.keyboard.press("Control+z")
    assert rows(page, SEATS) == ["", "", ""]
    for _ in range(6):
        page.keyboard.press("Control+y")
    assert rows(page, SEATS) == ["", "", "", "Tenants"]


FROM_EXCEL = """<html><head><style>td { color: red }</style></head><body><!--StartFragment--><table><colgroup><col></colgroup>
<tr><td>Lifts</td><td>The
  board<br>in May</td></tr><tr><td colspan=2>Rents &amp; charges</td></tr></table><!--EndFragment--></body></html>"""
FROM_WORD = """<p></p><table class=MsoTableGrid><tr><td>Lifts<o:p></o:p><p class=MsoNormal>and <b>doors</b></p></td>
<td rowspan=2><p>May</p></td></tr><tr><td><p>Rents</p></td></tr></table>"""
QUOTED = 'Lifts\t"He said ""no"",\nand left"\r\nRents\tMay\r\n'


@pytest.mark.parametrize(
    ("html", "text", "found"),
    [
        (FROM_EXCEL, "not this\tone", ["Lifts|The board\nin May", "Rents & charges"]),
        (FROM_WORD, "", ["Lifts\nand doors|May", "Rents"]),
        ("", QUOTED, ['Lifts|He said "no",\nand left', "Rents|May"]),
    ],
    ids=["spreadsheet", "Word", "text"],
)
def test_pasted_cells_land_in_cells_and_go_in_one_step(
    page: Page, address: str, html: str, text: str, found: list[str]
) -> None:
    opened(page, address, SIGNED)
    page.locator(f"[name='{SIGNED}.2.name']").fill("Was here")
    assert not page.locator(f"[name='{SIGNED}.2.name']").evaluate(PASTE, [html, text])
    assert rows(page, SIGNED)[1:3] == found
    page.keyboard.press("Control+z")
    assert rows(page, SIGNED)[:4] == ["", "Was here", "", ""]


def test_pasted_rows_are_added_and_what_does_not_fit_is_shown(page: Page, address: str) -> None:
    table = opened(page, address, SIGNED)
    many = "".join(f"Person {number}\tTenant\tMonday\tover {number}\n" for number in range(1, 15))
    page.locator(f"[name='{SIGNED}.1.name']").evaluate(PASTE, ["", many])
    assert rows(page, SIGNED)[13] == "Person 14|Tenant|Monday"
    expect(page.locator("[data-saved]")).to_contain_text("42 cells were filled in.")
    expect(page.locator("[data-saved]")).to_contain_text("2 rows were added.")
    expect(table.locator("[data-left] pre")).to_contain_text("over 14")
    page.locator(f"[name='{SIGNED}.2.name']").focus()
    page.keyboard.press("Control+z")
    assert rows(page, SIGNED) == [""] * 12
    expect(table.locator("[data-left] pre")).to_contain_text("over 1")
    table.get_by_role("button", name="Close").click()
    expect(table.locator("[data-left]")).to_have_count(0)
    page.locator(f"[name='{SIGNED}.499.name']").or_(page.locator(f"[name='{SIGNED}.12.name']")).evaluate(
        PASTE, ["", "".join(f"{number}\tx\n" for number in range(12, 503))]
    )
    assert len(rows(page, SIGNED)) == 500
    expect(table.locator("[data-left] pre")).to_have_text(re.compile(r"^\s*501\tx\s*502\tx\s*$"))


def test_what_is_no_table_is_pasted_as_text(page: Page, address: str) -> None:
    opened(page, address, SIGNED)
    cell = page.locator(f"[name='{SIGNED}.1.name']")
    for html, text in (
        ("", "two\nlines"),
        ("<table><tr><td>one</td></tr></table>", "one"),
        ("<p>Before</p><table><tr><td>a<td>b</table>", "Before\na b"),
    ):
        assert cell.evaluate(PASTE, [html, text]), html or text
    assert page.locator(f"[name='{TOOL}.purpose']").evaluate(PASTE, ["", "a\tb"])


def test_one_undo_for_typing_clearing_and_the_example(page: Page, address: str) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    opened(page, address, SIGNED)
    name, purpose = page.locator(f"[name='{TOOL}.name']"), page.locator(f"[name='{TOOL}.purpose']")
    name.press_sequentially("Elm Court")
    purpose.press_sequentially("To decide")
    page.get_by_role("radio", name="Consensus only").check()
    page.get_by_role("button", name="Begin with this example").click()
    expect(purpose).not_to_have_value("To decide")
    expect(page.get_by_text("This came from the made-up example.")).to_be_visible()
    page.get_by_role("button", name="Clear the form").click()
    expect(purpose).to_have_value("")
    assert kept(page) == {}
    undo = page.get_by_role("button", name="Undo")
    undo.click()
    expect(page.get_by_text("This came from the made-up example.")).to_be_visible()
    undo.click()
    expect(page.get_by_text("This came from the made-up example.")).to_be_hidden()
    expect(purpose).to_have_value("To decide")
    expect(page.get_by_role("radio", name="Consensus only")).to_be_checked()
    undo.click()
    expect(page.get_by_role("radio", name="Consensus only")).not_to_be_checked()
    purpose.focus()
    page.keyboard.press("Control+z")
    expect(purpose).to_have_value("")
    expect(name).to_have_value("Elm Court")
    page.keyboard.press("Control+Shift+z")
    expect(purpose).to_have_value("To decide")
    name.fill("Oak Court")
    page.keyboard.press("Control+y")  # what was undone is gone, once something else is written
    expect(name).to_have_value("Oak Court")
    expect(page.get_by_role("radio", name="Consensus only")).not_to_be_checked()
    expect(page.get_by_role("button", name="Redo")).to_have_attribute("aria-disabled", "true")


def without_growing_style(route: Route) -> None:
    style = route.fetch()
    route.fulfill(response=style, body=style.text().replace("field-sizing: content", "field-sizing: none"))


LONG_TEXT = "Nobody is moved twice. " * 60


@pytest.mark.parametrize("by", ["style", "script"])
def test_areas_grow_with_their_text_and_paper_holds_every_word(page: Page, address: str, by: str) -> None:
    if by == "script":  # a browser whose style can't have an area grow
        page.route(re.compile(r"/style-\w+\.css$"), without_growing_style)
        page.add_init_script("CSS.supports = () => false")
    opened(page, address, f"{TOOL}.fixed")
    for name in (f"{TOOL}.purpose", f"{TOOL}.fixed.1.what"):
        area = page.locator(f"[name='{name}']")
        before = area.bounding_box()
        area.fill(f"{LONG_TEXT} Last of all.")
        after = area.bounding_box()
        assert before
        assert after
        assert after["height"] > before["height"] + 40
        assert area.evaluate("(area) => area.scrollHeight <= area.clientHeight + 1")
        area.fill("")
        now = area.bounding_box()
        assert now
        assert now["height"] == before["height"]
        area.fill(f"{LONG_TEXT} Last of all.")
    text = "".join(each.extract_text() for each in PdfReader(io.BytesIO(page.pdf())).pages)
    assert text.count("Last of all.") == 2
