"""A form goes out as a Word file, is changed there, and comes back: nothing is overwritten unasked, and nothing is lost."""

import io
import re
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from framework.content.model import Framework
from tests.browser.kept import keep, kept
from tests.conftest import NewPage
from tests.framework.diagrams import estate_answers

LONG = 40_000
TERMS, DIAGRAM = "terms-of-reference", "governance-diagram"


def taken(page: Page, button: str) -> tuple[str, bytes]:
    """The file that a button gives."""
    with page.expect_download(timeout=LONG) as started:
        page.get_by_role("button", name=button, exact=True).click()
    return started.value.suggested_filename, started.value.path().read_bytes()


def opened(page: Page, content: bytes) -> None:
    file: FilePayload = {"name": "from-word.docx", "mimeType": "", "buffer": content}
    page.locator("tool-form [data-file]").set_input_files(file)


def written_over(file: bytes, texts: dict[str, str]) -> bytes:
    """A file in which somebody wrote into controls, by their tags."""
    document = Document(io.BytesIO(file))
    for control in document.element.body.iter(qn("w:sdt")):
        told = control.find(qn("w:sdtPr"))
        if (words := texts.get(told.find(qn("w:tag")).get(qn("w:val")))) is None:
            continue
        for shown in told.findall(qn("w:showingPlcHdr")):
            told.remove(shown)
        first, *more = control.iter(qn("w:t"))
        first.text = words
        for each in more:
            each.text = ""
    document.paragraphs[-1].insert_paragraph_before("A line below all tables")
    purpose = next(each for each in document.paragraphs if each.text == "Our purpose")
    document.add_comment(purpose.runs, text="Whose purpose?", author="Bo Ek", initials="B")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_a_form_goes_to_word_and_comes_back(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/{TERMS}/#form")
    page.get_by_label("Name of the group").fill("Elm Court")
    purpose = page.get_by_role("textbox", name="Our purpose")
    purpose.fill("To decide together")
    page.get_by_label("Side, row 2").fill("Resident")
    page.get_by_role("button", name="Add a row to 'Signed'").click()
    page.get_by_label("Name or role, row 13").fill("السلام 🙂")
    name, file = taken(page, "Word")
    assert re.fullmatch(rf"{TERMS}-\d{{4}}-\d\d-\d\d\.docx", name)
    text = "\n".join(each.text or "" for each in Document(io.BytesIO(file)).element.body.iter(qn("w:t")))
    assert {"Elm Court", "To decide together", "Resident"} <= {*text.split("\n")}

    changed = {f"{TERMS}.purpose": "To have a say", f"{TERMS}.covers": "Two blocks", f"{TERMS}.signed.13.date": "today"}
    opened(page, written_over(file, changed))
    shown = page.locator("[data-preview] .tool-form__change")
    expect(shown).to_have_count(3, timeout=LONG)
    expect(shown.filter(has_text="Our purpose")).to_contain_text("Here: To decide together")
    expect(page.locator("[data-preview]")).to_contain_text("A line below all tables")
    expect(page.locator(f"[id='{TERMS}.purpose'] [data-remark]")).to_contain_text("Bo Ek Whose purpose?")
    expect(purpose).to_have_value("To decide together")  # nothing is filled in yet

    shown.filter(has_text="Two blocks").get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Fill in what is ticked").click()
    expect(purpose).to_have_value("To have a say")
    expect(page.get_by_role("textbox", name="Date, row 13")).to_have_value("today")
    entries = kept(page)[f"tool.{TERMS}"]
    assert entries[f"{TERMS}.purpose"] == ["To have a say"]
    assert f"{TERMS}.covers" not in entries
    page.reload()
    expect(page.get_by_label("Name or role, row 13")).to_have_value("السلام 🙂")

    opened(page, written_over(file, changed))
    page.get_by_role("button", name="Fill in what is ticked").click(timeout=LONG)
    expect(page.get_by_role("textbox", name="What we deal with")).to_have_value("Two blocks")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("textbox", name="What we deal with")).to_have_value("")
    assert kept(page)[f"tool.{TERMS}"] == entries


def test_the_picture_of_a_form_stands_in_its_word_file(page: Page, address: str, framework: Framework) -> None:
    keep(page, {f"tool.{DIAGRAM}": estate_answers(framework)})
    _, file = taken_from(page, address, DIAGRAM)
    document = Document(io.BytesIO(file))
    (shape,) = document.inline_shapes
    assert "5 bodies, 14 weeks" in shape._inline.docPr.get("descr")
    (name,) = re.findall(r'r:embed="(picture1)"', document.element.xml)
    image = Image.open(io.BytesIO(document.part.related_parts[name].blob))
    assert image.height > 1_500
    assert len(image.convert("L").getcolors(256) or ()) > 20  # it is no empty sheet
    opened(page, file)
    expect(page.locator("[data-preview]")).to_contain_text("Nothing in this file is different", timeout=LONG)


def test_a_hostile_file_is_refused_and_nothing_is_lost(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/vision-statement/#form")
    page.get_by_label("Why us, and why now?").fill("The lifts")
    expect(page.get_by_text("Saved on this device")).to_be_visible()
    before = kept(page)
    problem = page.locator("tool-form [data-problem]")
    for content, words in ((b"PK\x03\x04" + bytes(400), "no Word file"), (bytes(6_000_000), "too large")):
        opened(page, content)
        expect(problem).to_contain_text(words, timeout=LONG)
    _, terms = taken_from(page, address, TERMS)
    page.goto(f"{address}/tools/vision-statement/#form")
    opened(page, terms)
    expect(problem).to_contain_text("Terms of reference", timeout=LONG)
    expect(page.get_by_label("Why us, and why now?")).to_have_value("The lifts")
    assert kept(page) == before
    expect(page.locator("[data-notice=fault]")).to_be_hidden()


def taken_from(page: Page, address: str, tool: str) -> tuple[str, bytes]:
    page.goto(f"{address}/tools/{tool}/#form")
    return taken(page, "Word")


def test_a_form_goes_out_as_a_page_as_text_and_as_tables(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/{TERMS}/#form")
    page.get_by_label("Our purpose").fill("To decide <together>")
    page.get_by_label("Name or role, row 1", exact=True).fill("=1+1")
    page.get_by_text("Other kinds of file").click()
    _, html = taken(page, "Web page")
    assert b"To decide &lt;together&gt;" in html
    assert b"http" not in html
    _, text = taken(page, "Plain text, for a committee system")
    assert "### Our purpose\n\nTo decide &lt;together&gt;\n" in text.decode()
    _, rows = taken(page, "All tables, for a spreadsheet")
    assert "Signed\r\nName or role,Side,Date\r\n'=1+1,,\r\n" in rows.decode()


def test_without_script_the_empty_file_is_there(new_page: NewPage, address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/tools/skills-audit/#form")
    with page.expect_download() as started:
        page.get_by_role("link", name="The empty form as a Word file").click()
    path = Path(started.value.path())
    assert Document(str(path)).core_properties.title == "Skills audit"
    assert started.value.suggested_filename == "skills-audit.docx"
