"""Minutes send on what is new, each thing once, and carry what is open to the next meeting."""

from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import Page, expect

from tests.browser.kept import keep, kept
from tests.minutes_and_counts import EARLIER, MINUTES, NOW

LONG = 60_000


def test_minutes_send_each_thing_once_and_begin_the_next(page: Page, address: str, tmp_path: Path) -> None:
    keep(page, {"tool.meeting-minutes": MINUTES})
    page.goto(f"{address}/tools/meeting-minutes/#form")
    page.get_by_role("button", name="Send on what is new here").click()
    preview = page.locator("[data-onward-preview]")
    expect(preview.locator("legend")).to_have_text(["Action plan", "Decision log", "Evidence log"], timeout=LONG)
    assert set(kept(page)) == {"tool.meeting-minutes"}
    preview.get_by_label("Look at the roof").uncheck()
    preview.get_by_role("button", name="Send what is ticked").click()
    status = page.locator("[data-onward-status]")
    expect(status).to_contain_text("3 things were sent on.")
    assert [each["text"] for each in kept(page)["action-plan"]["actions"]] == ["Post the papers"]
    page.get_by_role("button", name="Send on what is new here").click()
    expect(preview.locator("input")).to_have_count(1)
    preview.get_by_role("button", name="Send what is ticked").click()
    expect(status).to_contain_text("1 thing was sent on.")
    status.get_by_role("button", name="Undo").click()
    assert [each["text"] for each in kept(page)["action-plan"]["actions"]] == ["Post the papers"]
    page.get_by_role("button", name="Begin the next one").click()
    expect(preview.get_by_label("Post the papers")).to_be_checked()
    expect(preview.get_by_label("Mend the gate")).not_to_be_checked()
    preview.get_by_role("button", name="Begin it").click()
    expect(page.locator("[name='meeting-minutes.actions-due.1.action']")).to_have_value("Post the papers")
    expect(page.locator("[name='meeting-minutes.date']")).to_have_value("2027-01-11")
    expect(page.locator("[name='meeting-minutes.items.1.decision']")).to_have_value("")
    earlier = page.locator("[data-earlier]")
    earlier.locator("summary").click()
    with page.expect_download(timeout=LONG) as downloading:
        earlier.get_by_role("button", name="Save it for Word").click()
    downloading.value.save_as(tmp_path / "earlier.docx")
    words = [each.text for each in Document(str(tmp_path / "earlier.docx")).element.iter(qn("w:t"))]
    assert {"Keep the hall", "The lifts are out again"} <= {*words}

    status.get_by_role("button", name="Undo").click()
    expect(page.locator("[name='meeting-minutes.items.1.decision']")).to_have_value("Keep the hall")
    assert kept(page)["tool.meeting-minutes"] == MINUTES
    assert "earlier.meeting-minutes" not in kept(page)

    page.get_by_role("button", name="Begin the next one").click()
    preview.get_by_role("button", name="Begin it").click()
    expect(status).to_contain_text("The next one has begun.")
    page.once("dialog", lambda dialog: dialog.accept())
    earlier.get_by_role("button", name="Delete").click()
    expect(earlier).to_be_hidden()
    page.reload()
    expect(page.locator("[data-onward]")).to_be_visible()
    assert "Mend the gate" not in str(page.evaluate("Object.entries(localStorage)"))


def test_what_is_counted_is_drawn_over_time_with_the_same_in_words(page: Page, address: str) -> None:
    keep(page, {"tool.coproduction-kpis": NOW, **EARLIER})
    page.goto(f"{address}/tools/coproduction-kpis/#form")
    page.get_by_role("button", name="Show what you counted, over time").click()
    figures = page.locator("[data-series] figure")
    expect(figures).to_have_count(2, timeout=LONG)
    expect(figures.first.get_by_role("img", name="papers on time")).to_be_visible()
    expect(figures.first).to_contain_text("Residents: Spring, 3 of 9; Summer, 9 out of 9. It went up.")
    page.emulate_media(media="print")
    expect(figures.first).to_be_visible()
