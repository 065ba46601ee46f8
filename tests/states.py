"""The states that a reader brings pages into: each function takes a page and the site's address, and brings it there."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from framework.content.examples import examples
from tests.browser.kept import REFUSE, keeping
from tests.minutes_and_counts import EARLIER, MINUTES, NOW
from tests.papers import AGREED, DRAFTS, LAST_TIME, SAID, without_a_check, workshop

FILL = """() => {
    const inside = document.querySelector("#content");
    for (const details of inside.querySelectorAll("details")) details.open = true;
    const left = new Set(inside.querySelectorAll("input, textarea, select"));
    const seen = () => [...left].filter((each) => each.checkVisibility());  // at once: the book lays out slowly
    for (const field of [seen, seen].flatMap((each) => each())) {
        if (field.disabled || field.readOnly) continue;
        if (field.type === "checkbox" || field.type === "radio") { if (!field.checked) field.click(); continue; }
        if (field.tagName === "SELECT") field.selectedIndex = field.options.length - 1;
        else if (field.type === "date") field.value = "2026-03-01";
        else if (field.type === "number") field.value = field.min || "1";
        else if (field.type !== "file") field.value = "What we agreed on Tuesday";
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
    }
}"""


def fill(page: Page) -> None:
    """Fill in everything that can be filled in on the page."""
    page.evaluate(FILL)


def search_with_hits(page: Page, address: str) -> None:
    page.goto(f"{address}/about/")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox", name="Search the guide").press_sequentially("power")
    expect(page.locator(".search__hit").first).to_be_visible()


def search_with_no_hit(page: Page, address: str) -> None:
    page.goto(f"{address}/about/")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox", name="Search the guide").press_sequentially("mdzzation")
    expect(page.locator(".search__none button").first).to_be_visible()


def menu_open(page: Page, address: str) -> None:
    page.goto(f"{address}/principles/power-dynamics/")
    button = page.get_by_role("button", name="Menu")
    if button.is_visible():
        button.click()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()


def meaning_open(page: Page, address: str) -> None:
    page.goto(f"{address}/principles/power-dynamics/")
    page.locator("a.word").first.press("Enter")
    expect(page.locator(".meaning:popover-open")).to_be_visible()


def check_empty(page: Page, address: str) -> None:
    page.goto(f"{address}/check/health/")
    expect(page.get_by_role("radio", name="A resident")).to_be_visible()


def check_begun(page: Page, address: str) -> None:
    check_empty(page, address)
    page.get_by_role("radio", name="A resident").check()
    page.get_by_role("button", name="Next").click()
    page.locator(".step:visible input").nth(1).check()


def check_filled(page: Page, address: str) -> None:
    check_empty(page, address)
    page.get_by_role("radio", name="A resident").check()
    page.get_by_role("radio", name="Long.").check()
    page.get_by_role("checkbox", name="Show all on one page").check()
    for number, step in enumerate(page.locator(".step[data-step]:not([data-step=begin])").all()):
        step.locator("input").nth(number % 6).check()


def check_with_a_result(page: Page, address: str) -> None:
    check_filled(page, address)
    page.get_by_role("button", name="See the result").click()
    expect(page.locator(".result svg")).to_be_visible(timeout=30_000)
    page.locator(".result__words summary").click()


def check_with_no_python(page: Page, address: str) -> None:
    page.add_init_script("delete window.Worker; delete window.SharedWorker")  # a browser too old for Python
    check_begun(page, address)
    page.get_by_role("checkbox", name="Show all on one page").check()
    page.get_by_role("button", name="See the result").click()
    expect(page.get_by_role("alert")).to_contain_text("can't be worked out here", timeout=30_000)


def check_with_storage_refused(page: Page, address: str) -> None:
    page.add_init_script(REFUSE)
    check_begun(page, address)
    expect(page.locator("[data-notice=refused]")).to_be_visible()


def workshop_asks_for_the_side(page: Page, address: str) -> None:
    page.goto(f"{address}/check/health/#workshop-short")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Choose who you are first")).to_be_visible()


def workshop_asks_a_statement(page: Page, address: str) -> None:
    workshop_asks_for_the_side(page, address)
    page.get_by_role("radio", name="A resident").check()
    page.get_by_role("button", name="Next").click()
    page.locator(".step:visible input").nth(1).check()


def workshop_code_on_a_phone(page: Page, address: str) -> None:
    workshop_asks_a_statement(page, address)
    button = page.get_by_role("button", name="Make my code")
    while not button.is_visible():
        page.get_by_role("button", name="Next").click()
    button.click()
    expect(page.locator("answer-code .qr")).to_be_visible(timeout=60_000)


def table_with_codes(page: Page, address: str) -> None:
    page.goto(f"{address}/workshop/table/")
    page.get_by_label("Or type or paste codes").fill("TPCR H56N HYHH VTCN\n8NX4 23M2 J7WH RYTW\nJJRR 8338 7HHX CF83")
    page.get_by_role("button", name="Take in").click()
    expect(page.locator("[data-gathered]")).to_contain_text("2 codes are here", timeout=60_000)


def table_shown_as_one(page: Page, address: str) -> None:
    table_with_codes(page, address)
    page.get_by_role("button", name="Show them all as one").click()
    expect(page.locator("table-phone .qr")).to_be_visible()


def tool_filled(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/terms-of-reference/#form")
    fill(page)


def word_file_opened(page: Page, address: str) -> None:
    """A form's own Word file, opened after something in the form was changed: an answer, a row, and what is new.

    On a phone each part is a screen of its own, and what is done with the whole stands on that of the outline.
    """
    form = f"{address}/tools/terms-of-reference/#form"
    purpose, signed = (form.replace("#form", f"#terms-of-reference.{name}") for name in ("purpose", "signed"))
    page.goto(purpose)
    page.locator("[name='terms-of-reference.purpose']").fill("To decide together")
    page.goto(form)
    with page.expect_download(timeout=30_000) as started:
        page.get_by_role("button", name="Word", exact=True).click()
    page.goto(purpose)
    page.locator("[name='terms-of-reference.purpose']").fill("To have a say")
    page.goto(signed)
    page.get_by_role("button", name="Add a row to 'Signed'").click()
    page.goto(form)
    page.locator("tool-form [data-file]").set_input_files(started.value.path())
    expect(page.locator("[data-preview] .tool-form__change")).to_be_visible(timeout=30_000)


def form_with_a_row_taken_up(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/terms-of-reference/#part.terms-of-reference.decisions")
    page.get_by_role("button", name="Add a row to 'Kinds of decision'").click()
    page.keyboard.type("The playground")
    page.locator("[id='terms-of-reference.fixed']").get_by_role("button", name="Move or take away row 2").click()
    expect(page.locator("[data-take-away]:visible")).to_be_visible()


def tools_narrowed(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/")
    for select in page.locator("tool-finder select").all():
        select.select_option(index=1)
    expect(page.locator(".tool-finder__count")).not_to_be_empty()


def workshop_collecting(page: Page, address: str) -> None:
    workshop_at(page, address, "collect")
    page.get_by_role("button", name="Key in paper").click()
    page.get_by_text("The codes that are in").click()
    page.get_by_label("Type or paste").fill("K7P2 M5")
    page.get_by_role("button", name="Take in", exact=True).click()
    expect(page.locator("[data-refused] li")).to_be_visible(timeout=30_000)


def workshop_with_a_result(page: Page, address: str) -> None:
    workshop_at(page, address, "see")
    expect(page.locator("[data-result] svg").first).to_be_attached(timeout=30_000)


def workshop_with_a_record(page: Page, address: str) -> None:
    workshop_at(page, address, "record")
    expect(page.locator("[data-record] svg").first).to_be_attached(timeout=30_000)


def workshop_without_a_check(page: Page, address: str) -> None:
    page.add_init_script(keeping(without_a_check("talk", SAID, AGREED)))
    page.goto(f"{address}/workshop/")
    expect(page.locator("[data-agreed] li").first).to_be_visible()


def workshop_at(page: Page, address: str, stage: str) -> None:
    """A workshop that is open, at one of its parts, with the record of an earlier one."""
    page.add_init_script(keeping({**workshop(stage, SAID, AGREED), "workshop.records": LAST_TIME}))
    page.goto(f"{address}/workshop/")
    expect(page.locator(f"[data-stage={stage}]")).to_be_visible()


def room_with_a_result(page: Page, address: str) -> None:
    room_at(page, address, "see")
    expect(page.locator(".room-head + [data-picture] svg")).to_be_visible(timeout=30_000)


def room_at_a_gap(page: Page, address: str) -> None:
    room_at(page, address, "talk")
    expect(page.locator(".room-gap svg")).to_be_visible(timeout=30_000)


def room_at(page: Page, address: str, stage: str) -> None:
    """The room's window, beside a tab with an open workshop."""
    screen = page.context.new_page()
    workshop_at(screen, address, stage)
    page.goto(f"{address}/workshop/room/")


def new_version_told(page: Page, address: str) -> None:
    page.goto(f"{address}/about/")
    page.locator("[data-new-version]").evaluate("told => { told.hidden = false }")


def drafts_apart(page: Page, address: str) -> None:
    """Two drafts of the terms of reference, with one place written anew and one not agreed."""
    page.add_init_script(keeping({"drafts.terms-of-reference": DRAFTS}))
    page.goto(f"{address}/drafts/#terms-of-reference")
    expect(page.locator("[data-place]").first).to_be_visible(timeout=30_000)
    page.locator("[data-same] summary").click()


def skills_sheet_filled(page: Page, address: str) -> None:
    page.goto(f"{address}/check/skills/")
    fill(page)
    page.get_by_role("button", name="Make my code").click()
    expect(page.locator("answer-code .qr")).to_be_visible(timeout=30_000)


def skills_grid_shown(page: Page, address: str) -> None:
    """The grid of a group of twelve, with all that can be opened open."""
    page.goto(f"{address}/workshop/skills/")
    page.get_by_label("Type or paste").fill(examples("skills-grid")["shown"]["text"])
    page.get_by_label("Type or paste").press("Enter")
    expect(page.locator("[data-accepted]")).not_to_have_text("", timeout=30_000)
    page.get_by_role("button", name="Show the grid").click()
    expect(page.locator("[data-offer]")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Key in paper").click()
    page.get_by_text("The codes that are in").click()
    page.get_by_text("The picture in words").click()


def binder_with_documents(page: Page, address: str) -> None:
    """Documents with drafts, one that was agreed, and a day that has passed."""
    agreed = {"day": "2026-01-10", "sides": ["resident", "organisation"], "again": "2026-02-01", "filled": {}}
    page.add_init_script(
        keeping({"drafts.terms-of-reference": {**DRAFTS, "agreed": [agreed]}, "tool.coproduction-kpis": NOW})
    )
    page.goto(f"{address}/workspace/")
    expect(page.locator("[data-day-list] li").first).to_be_visible(timeout=30_000)


def minutes_to_send_on(page: Page, address: str) -> None:
    page.add_init_script(keeping({"tool.meeting-minutes": MINUTES}))
    page.goto(f"{address}/tools/meeting-minutes/#form")
    page.get_by_role("button", name="Send on what is new here").click()
    expect(page.locator("[data-onward-preview] legend").first).to_be_visible(timeout=30_000)


def counts_over_time(page: Page, address: str) -> None:
    page.add_init_script(keeping({"tool.coproduction-kpis": NOW, **EARLIER}))
    page.goto(f"{address}/tools/coproduction-kpis/#form")
    page.get_by_role("button", name="Show what you counted, over time").click()
    expect(page.locator("[data-series] svg").first).to_be_visible(timeout=30_000)
    page.get_by_text("Earlier ones").click()


def draft_as_a_link(page: Page, address: str) -> None:
    drafts_apart(page, address)
    page.get_by_role("button", name="Make a link: Residents").click()
    expect(page.get_by_label("Copy this link.").first).to_be_visible()


STATES: dict[str, Callable[[Page, str], None]] = {
    state.__name__: state
    for state in (
        search_with_hits,
        search_with_no_hit,
        menu_open,
        meaning_open,
        check_empty,
        check_begun,
        check_filled,
        check_with_a_result,
        check_with_no_python,
        check_with_storage_refused,
        workshop_asks_for_the_side,
        workshop_asks_a_statement,
        workshop_code_on_a_phone,
        table_with_codes,
        table_shown_as_one,
        tool_filled,
        word_file_opened,
        form_with_a_row_taken_up,
        tools_narrowed,
        workshop_collecting,
        workshop_with_a_result,
        workshop_with_a_record,
        workshop_without_a_check,
        room_with_a_result,
        room_at_a_gap,
        new_version_told,
        drafts_apart,
        skills_sheet_filled,
        skills_grid_shown,
        draft_as_a_link,
        binder_with_documents,
        minutes_to_send_on,
        counts_over_time,
    )
}
QUICK = (
    "search_with_hits",
    "menu_open",
    "meaning_open",
    "check_with_a_result",
    "check_with_storage_refused",
    "workshop_code_on_a_phone",
)
"""Those that every run of the tests looks at; the audit looks at all."""
