"""Two sides write a document apart, hand their drafts on, settle what they can, and keep both wordings of the rest."""

import json
import re
from base64 import urlsafe_b64encode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile
from zlib import compressobj

import pytest
from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.kept import keep, kept
from tests.conftest import NewPage
from tests.papers import DRAFTS

LONG = 60_000
VISION = {"vision-statement.why-us": ["Damp"], "vision-statement.review-date": ["2026-01-01"]}
PROGRESS = "Settled: 1. Stays open, with both wordings: 1. To talk about: 0."
TOOL = "terms-of-reference"


def write_a_draft(page: Page, address: str, side: str, purpose: str, voting: str) -> None:
    """Fill in the form, and make it a side's draft."""
    page.goto(f"{address}/tools/{TOOL}/#form")
    page.locator(f"[name='{TOOL}.name']").fill("Elm Court steering group")
    page.locator(f"[name='{TOOL}.purpose']").fill(purpose)
    page.locator(f"[name='{TOOL}.voting']").fill(voting)
    expect(page.locator("tool-form [data-saved]")).to_contain_text("Saved")
    page.get_by_role("link", name="See where they differ").click()
    expect(page.get_by_label("Which document?")).to_have_value(TOOL)
    page.get_by_role("button", name=f"Take what is in the form: {side}").click()
    expect(page.locator("[data-saved]")).to_contain_text("is now the draft of", timeout=LONG)


def handed_on(page: Page, side: str, folder: Path) -> Path:
    """The file of a side's draft, as it is handed on."""
    with page.expect_download() as downloading:
        page.get_by_role("button", name=f"Save it, to hand on: {side}").click()
    path = folder / downloading.value.suggested_filename
    downloading.value.save_as(path)
    return path


def open_file(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Open a draft from a file").click()
    choosing.value.set_files(path)


@pytest.fixture
def theirs(new_page: NewPage, address: str, tmp_path: Path) -> Path:
    """The draft that the organisation wrote on a device of its own."""
    page = new_page()
    write_a_draft(page, address, "The organisation", "We recommend what is mended first.", "Residents give a view.")
    page.evaluate("localStorage.setItem('something', 'of theirs')")
    return handed_on(page, "The organisation", tmp_path)


def test_two_drafts_become_one_document_that_says_what_is_not_agreed(page: Page, address: str, theirs: Path) -> None:
    assert sorted(json.loads(theirs.read_text())) == ["day", "filled", "schema", "side", "tool", "version"]
    write_a_draft(page, address, "Residents", "We decide what is mended first.", "Residents can say no.")
    open_file(page, theirs)
    expect(page.get_by_role("heading", name="The drafts differ in 2 places")).to_be_visible(timeout=LONG)
    places = page.locator("[data-place]")
    expect(places.locator("h4")).to_have_text(["Voting and time to think", "Our purpose"])  # who decides comes first
    expect(places.nth(1).locator("mark")).to_have_text(["Only here: decide ", "Only here: recommend "])

    places.nth(0).get_by_label("We do not agree yet").check()
    places.nth(0).get_by_label("Why: Residents").fill("We have to live with it.")
    places.nth(0).get_by_label("Who takes this on?").fill("The chair")
    places.nth(1).get_by_label("New words").first.check()
    expect(places.nth(1).locator("textarea").first).to_be_visible()
    places.nth(1).locator("[data-cell]").fill("We agree together what is mended first.")
    expect(page.locator("[data-progress]")).to_have_text(PROGRESS)
    document = page.locator(".draft-document")
    expect(document).to_contain_text("We agree together what is mended first.")
    expect(document.locator(".draft-stands--open")).to_contain_text("Not agreed yet.")
    for words in (
        "Residents can say no.",
        "Residents give a view.",
        "We have to live with it.",
        "Taken on by: The chair.",
    ):
        expect(document.locator(".draft-stands--open")).to_contain_text(words)

    page.reload()
    expect(page.locator("[data-progress]")).to_have_text(PROGRESS, timeout=LONG)
    expect(page.locator("[data-place]").nth(1).locator("[data-cell]")).to_have_value(
        "We agree together what is mended first."
    )

    page.get_by_role("button", name="Put what is open into the action plan").click()
    assert [each["text"] for each in kept(page)["action-plan"]["actions"]] == [
        "Settle: Terms of reference, Voting and time to think"
    ]
    page.get_by_label("Agreed on").fill("2026-12-01")
    page.get_by_role("button", name="Keep it as agreed").click()
    expect(page.locator("[data-problem]")).to_contain_text("No side is ticked")
    for side in ("Residents", "The organisation"):
        page.locator("[data-agree]").get_by_label(side).check()
    page.get_by_label("When will you look at it again?").fill("2027-06-01")
    page.get_by_role("button", name="Keep it as agreed").click()
    expect(page.locator("[data-agreed] li")).to_contain_text(
        "Agreed on 1 December 2026 by: Residents, The organisation."
    )
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Put that day in a calendar").click()
    assert "DTSTART;VALUE=DATE:20270601" in Path(downloading.value.path()).read_text()

    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Put it into the form").click()
    page.get_by_role("link", name="Go to the form").click()
    expect(page.locator(f"[name='{TOOL}.purpose']")).to_have_value("We agree together what is mended first.")
    assert (
        page.locator(f"[name='{TOOL}.voting']").input_value().startswith("Not agreed yet.\nResidents: “Residents can")
    )


def test_what_is_no_draft_is_refused_and_nothing_is_lost(
    page: Page, address: str, theirs: Path, tmp_path: Path
) -> None:
    write_a_draft(page, address, "Residents", "We decide.", "Residents can say no.")
    before = kept(page)
    draft = json.loads(theirs.read_text())
    bad = {
        "no JSON": "{",
        "another file": json.dumps({"schema": "coproduction-workspace"}),
        "no side": json.dumps({**draft, "side": "neighbours"}),
        "no answers": json.dumps({**draft, "filled": [1]}),
        "another document": json.dumps({**draft, "tool": "chair-role"}),
        "newer": json.dumps({**draft, "version": 2}),
    }
    path = tmp_path / "bad.json"
    for why, text in bad.items():
        path.write_text(text)
        open_file(page, path)
        expect(page.locator("[data-problem]"), why).to_be_visible(timeout=LONG)
        page.evaluate("document.querySelector('[data-problem]').hidden = true")
    assert kept(page) == before


def test_a_deleted_draft_is_gone_from_every_key(page: Page, address: str) -> None:
    """From beside what was settled too; what the form holds still is told to be another thing."""
    keep(page, {"drafts.terms-of-reference": DRAFTS})
    page.goto(f"{address}/drafts/#{TOOL}")
    place = page.locator("[data-place]").filter(has=page.get_by_role("heading", name="Our purpose"))
    place.get_by_label("We do not agree yet").check()
    place.get_by_label("Why: Residents").fill("Because of the damp.")
    everything = "JSON.stringify({...localStorage})"
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete: Residents").click()
    expect(page.locator("[data-saved]")).to_have_text("Deleted.")
    page.wait_for_timeout(1500)  # what waits to be saved is saved by then
    kept_now = page.evaluate(everything)
    for words in ("which order the blocks are done", "Because of the damp.", "It is our homes."):
        assert words not in kept_now
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete: The organisation").click()
    expect(page.locator("[data-side=organisation] [data-state]")).to_have_text("No draft yet.")
    assert "drafts." not in page.evaluate(everything)


def test_a_small_draft_travels_by_a_link_and_a_bad_link_is_refused(page: Page, new_page: NewPage, address: str) -> None:
    write_a_draft(page, address, "Residents", "We decide what is mended first.", "Residents can say no.")
    page.get_by_role("button", name="Make a link: Residents").click()
    box = page.locator("[data-side=resident] [data-linked]")
    expect(box).to_contain_text("whoever has the link can read it", timeout=LONG)
    expect(box.locator("input")).to_have_value(re.compile(re.escape(f"{address}/drafts/#draft=")), timeout=LONG)
    link = box.locator("input").input_value()

    other = new_page()
    other.on("dialog", lambda dialog: dialog.accept())
    other.goto(link)
    expect(other.locator("[data-saved]")).to_contain_text("Opened as the draft of: Residents.", timeout=LONG)
    assert other.evaluate("location.hash") == f"#{TOOL}"  # its words stay in no address
    assert kept(other) == {f"drafts.{TOOL}": kept(page)[f"drafts.{TOOL}"]}

    before = kept(page)
    packed = link.split("=")[1]
    bomb = compressobj(wbits=-15)
    huge = urlsafe_b64encode(bomb.compress(b" " * 3_000_000) + bomb.flush()).decode().rstrip("=")
    none = compressobj(wbits=-15)
    sides = {"schema": "coproduction-draft", "version": 1, "tool": TOOL, "side": "neighbours", "day": "", "filled": {}}
    wrong = urlsafe_b64encode(none.compress(json.dumps(sides).encode()) + none.flush()).decode().rstrip("=")
    page.on("dialog", lambda dialog: dialog.accept())
    for why, letters in {
        "cut off": packed[:-9],
        "no link": "!!",
        "too long": packed * 20,
        "a bomb": huge,
        "no side": wrong,
    }.items():
        page.goto(f"{address}/privacy/")
        page.goto(f"{address}/drafts/#draft={letters}")
        expect(page.locator("[data-problem]"), why).to_be_visible(timeout=LONG)
        assert "draft=" not in page.evaluate("location.hash"), why
    assert kept(page) == before

    page.goto(f"{address}/tools/{TOOL}/#form")
    page.locator(f"[name='{TOOL}.purpose']").fill("".join(f"{number * 7919 % 9973} " for number in range(3_000)))
    expect(page.locator("tool-form [data-saved]")).to_contain_text("Saved", timeout=LONG)
    page.goto(f"{address}/drafts/#{TOOL}")
    page.get_by_role("button", name="Take what is in the form: The organisation").click(timeout=LONG)
    page.get_by_role("button", name="Make a link: The organisation").click(timeout=LONG)
    expect(page.locator("[data-problem]")).to_contain_text("too long for a link", timeout=LONG)


def test_one_agreed_version_is_deleted_from_every_key_and_comes_back_by_undo(page: Page, address: str) -> None:
    agreed = [
        {"day": day, "sides": ["resident"], "again": "", "filled": {f"{TOOL}.name": [name]}}
        for day, name in (("2026-05-01", "Elm Court"), ("2026-11-02", "Ash House"))
    ]
    keep(page, {f"drafts.{TOOL}": {"drafts": {}, "settled": {}, "agreed": agreed}})
    page.goto(f"{address}/drafts/#{TOOL}")
    expect(page.locator("[data-agreed] li")).to_have_count(2)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete what was agreed on 1 May 2026").click()
    expect(page.locator("[data-agreed] li")).to_have_count(1)
    everything = "JSON.stringify({...localStorage, ...sessionStorage})"
    assert "Elm Court" not in page.evaluate(everything)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-agreed] li")).to_have_count(2)
    for day in ("1 May 2026", "2 November 2026"):
        page.get_by_role("button", name=f"Delete what was agreed on {day}").click()
    expect(page.locator("[data-agreed] li")).to_have_count(0)
    found = page.evaluate(everything)
    assert "Elm Court" not in found
    assert "Ash House" not in found


def test_a_draft_of_the_made_up_example_is_handed_on_as_one(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/tools/{TOOL}/#form")
    page.get_by_role("button", name="Begin with this example").click()
    expect(page.get_by_text("The made-up example is in the form now")).to_be_visible()
    page.goto(f"{address}/drafts/#{TOOL}")
    page.get_by_role("button", name="Take what is in the form: Residents").click()
    told = page.locator("[data-side=resident] [data-state]")
    expect(told).to_contain_text("It was begun from the made-up example.", timeout=LONG)
    draft = json.loads(handed_on(page, "Residents", tmp_path).read_text())
    assert draft["filled"][f"{TOOL}.from-example"] == ["yes"]
    draft["filled"][f"{TOOL}.purpose"] = ["To give a view"]
    other = tmp_path / "other.json"
    other.write_text(json.dumps({**draft, "side": "organisation"}))
    open_file(page, other)
    expect(page.locator(".draft-document [data-note]")).to_contain_text("Made up", timeout=LONG)
    expect(page.locator("[data-unplaced] li")).to_have_count(0)


def test_clearing_a_form_says_that_drafts_of_it_are_kept(page: Page, address: str) -> None:
    write_a_draft(page, address, "Residents", "We decide.", "Residents can say no.")
    page.get_by_role("link", name="Go to the form").click()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear the form").click()
    expect(page.locator("tool-form [data-saved]")).to_contain_text("What you took from it as a draft")


def test_a_draft_comes_as_its_word_file_and_the_document_goes_out_as_one(
    page: Page, address: str, tmp_path: Path
) -> None:
    write_a_draft(page, address, "Residents", "We decide what is mended first.", "Residents can say no.")
    page.get_by_role("link", name="Go to the form").click()
    page.locator(f"[name='{TOOL}.purpose']").fill("We recommend what is mended first.")
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Word", exact=True).click()
    downloading.value.save_as(tmp_path / "theirs.docx")
    page.goto(f"{address}/drafts/#{TOOL}")
    page.locator("[data-side=organisation] [data-from-word]").set_input_files(tmp_path / "theirs.docx")
    expect(page.get_by_role("heading", name="The drafts differ in 1 place")).to_be_visible(timeout=LONG)
    with page.expect_download() as downloading:
        page.locator("[data-to-word]").click()
    downloading.value.save_as(tmp_path / "agreed.docx")
    words = " ".join(text.text or "" for text in Document(str(tmp_path / "agreed.docx")).element.iter(qn("w:t")))
    for each in ("Not agreed yet.", "We recommend what is mended first.", "Residents can say no."):
        assert each in words
    before = kept(page)
    page.locator("[data-side=organisation] [data-from-word]").set_input_files(
        {"name": "bad.docx", "mimeType": "application/zip", "buffer": b"PK no"}
    )
    expect(page.locator("[data-problem]")).to_be_visible(timeout=LONG)
    assert kept(page) == before


def test_the_binder_says_what_is_next_and_gives_every_document_out_in_word(
    page: Page, address: str, tmp_path: Path
) -> None:
    keep(page, {"drafts.terms-of-reference": DRAFTS, "tool.vision-statement": VISION})
    page.goto(f"{address}/workspace/")
    documents = page.locator(".binder__document")
    expect(documents.locator("h4")).to_have_text(["Terms of reference", "Vision statement"], timeout=LONG)
    expect(documents.first).to_contain_text("Drafts: Residents and The organisation")
    expect(documents.first.locator(".binder__next")).to_have_text("Next: Lay the drafts side by side.")
    expect(page.locator("[data-day-list] li").first).to_have_text(
        "Overdue. 1 January 2026 Vision statement We look at this again on"
    )
    with page.expect_download(timeout=LONG) as downloading:
        page.get_by_role("button", name="Put these days in a calendar").click()
    assert "DTSTART;VALUE=DATE:20260101" in Path(downloading.value.path()).read_text()
    with page.expect_download(timeout=LONG) as downloading:
        page.get_by_role("button", name="Save all documents for Word, in one folder").click()
    downloading.value.save_as(tmp_path / "all.zip")
    with ZipFile(tmp_path / "all.zip") as zipped:
        assert sorted(zipped.namelist()) == [
            "Terms of reference (draft, Residents).docx",
            "Terms of reference (draft, The organisation).docx",
            "Vision statement.docx",
            "index.html",
        ]
        vision = Document(BytesIO(zipped.read("Vision statement.docx")))
    assert "Damp" in [text.text for text in vision.element.iter(qn("w:t"))]
    with page.expect_download(timeout=LONG) as downloading:
        page.get_by_role("button", name="All documents as one Word file").click()
    downloading.value.save_as(tmp_path / "all.docx")
    all_of_it = Document(str(tmp_path / "all.docx"))
    assert [each.text for each in all_of_it.paragraphs if each.style and each.style.name == "Heading 1"] == [
        "1. Terms of reference (draft, Residents)",
        "2. Terms of reference (draft, The organisation)",
        "3. Vision statement",
    ]
    page.evaluate("window.print = () => { document.documentElement.dataset.asked = 'yes' }")
    page.get_by_role("button", name="Print all documents").click()
    expect(page.locator("html[data-asked]")).to_be_attached(timeout=LONG)
    page.emulate_media(media="print")
    expect(page.locator("[data-printed] section > h2").last).to_have_text("3. Vision statement")
    expect(page.locator("[data-printed]")).to_contain_text("Damp")
    expect(page.get_by_role("heading", name="Groups on this device")).to_be_hidden()
    page.pdf(path=tmp_path / "all.pdf", prefer_css_page_size=True)
    tops = [each.extract_text().split("\n")[1] for each in PdfReader(tmp_path / "all.pdf").pages]  # below its foot
    assert [top for top in tops if re.match(r"[123]\. ", top)] == [
        "1. Terms of reference (draft, Residents)",
        "2. Terms of reference (draft, The organisation)",
        "3. Vision statement",
    ]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator("[data-printed] section")).to_have_count(0)
    documents.first.get_by_role("link", name="Lay the drafts side by side.").click()
    expect(page.get_by_role("heading", name="The drafts differ in 5 places")).to_be_visible(timeout=LONG)
