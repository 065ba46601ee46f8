"""Forms that go out as Word files and come back: whatever people write is there again, and nothing is lost on the way."""

import copy
import csv
import io
import json
import random
import re
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from framework.browser import Door
from framework.content.check import checked
from framework.export.docx.package import Package
from framework.export.form import MOST_LETTERS, Form, form_of, tidy
from framework.fork.brand import load_brand
from framework.group.workspace import LONGEST_TEXT
from framework.published import browser_json
from publish.word.files import word_files
from tests.publish.test_word import barriers

ROOT = Path(__file__).parents[2]
FRAMEWORK = checked()
DOOR = Door(browser_json(FRAMEWORK))
TOOLS = [tool.id for tool in FRAMEWORK.tools]
TEXTS = st.text(st.characters(exclude_categories=()), max_size=60) | st.sampled_from(
    [
        "🏳️‍🌈 👩🏾‍🦽",
        "السلام عليكم، 12 بيتا",
        "שלום\nabc",
        "a\tb\r\nc",
        "x" * 10_000,
        "\x00\x0b\ud800]]>&amp;<w:t>",
    ]
)


def asked(request: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(DOOR.answer(json.dumps(request)))
    return said


def _blanks() -> dict[str, bytes]:
    brand, _ = load_brand(ROOT / "brand")
    return {id_: path.read_bytes() for id_, path in word_files(FRAMEWORK, brand, ROOT / "brand", "en").items()}


BLANKS = _blanks()
FORMS: dict[str, Form] = {id_: form_of(Package(file).form()) for id_, file in BLANKS.items()}


def out(tool: str, answers: dict[str, list[str]]) -> bytes:
    said = asked({"call": "form", "do": "word", "blank": b64encode(BLANKS[tool]).decode(), "answers": answers})
    return b64decode(said["ok"]["file"])


def back(tool: str, file: bytes, answers: dict[str, list[str]] | None = None) -> dict[str, Any]:
    given = {"blank": b64encode(BLANKS[tool]).decode(), "file": b64encode(file).decode(), "answers": answers or {}}
    return asked({"call": "form", "do": "read", **given})


def answers_in(said: dict[str, Any]) -> dict[str, list[str]]:
    """What a file that was read fills in on an empty page."""
    return {each["name"]: each["texts"] for each in said["ok"]["changes"]}


def answered(tool: str, say: Any, more_rows: int = 0) -> dict[str, list[str]]:
    """Every answer of a form; `say` gives each its text, and `more_rows` are added to each table."""
    form, answers = FORMS[tool], {}
    rows: dict[str, list[str]] = {}
    for each in form.fields:
        if each.kind == "table":
            columns = (*each.columns, *(("row",) if each.named else ()))
            rows |= {f"{each.id}.{n + 100}.{column}": ["x"] for n in range(more_rows) for column in columns}
    for name in form.names(rows):
        each = form.field_of(name)
        if each.options:
            chosen = [option for nth, option in enumerate(each.options) if nth % 2 == 0]
            answers[name] = chosen if each.kind == "ticks" else chosen[-1:]
        elif each.kind in ("date", "number"):
            answers[name] = ["2027-02-28"] if each.kind == "date" else ["12.5"]
        else:
            answers[name] = [say(name)]
    return answers


def kept(tool: str, answers: dict[str, list[str]]) -> dict[str, list[str]]:
    """Answers as a file holds them."""
    form, found = FORMS[tool], {}
    for name, texts in answers.items():
        tidied = [each for text in texts if (each := tidy(text)).strip()]
        if form.field_of(name).kind == "line":
            tidied = [tidy(" ".join(text.split("\n"))) for text in tidied]
        if tidied:
            found[name] = tidied
    return found


def rewritten(file: bytes, change: Any) -> bytes:
    """A file whose main part was changed, as a text."""
    package = Package(file)
    return package.with_main(change(package.text(package.main)))


@pytest.mark.parametrize("tool", TOOLS)
def test_every_answer_comes_back(tool: str) -> None:
    answers = answered(tool, lambda name: f"Of {name}:\n{name[::-1]} & <b>", more_rows=2)
    file = out(tool, answers)
    said = back(tool, file)
    assert answers_in(said) == kept(tool, answers)
    assert (said["ok"]["unplaced"], said["ok"]["comments"], said["ok"]["note"]) == ([], [], "")
    assert barriers(Document(io.BytesIO(file))) == []
    assert back(tool, file, kept(tool, answers))["ok"]["changes"] == []
    assert back(tool, BLANKS[tool])["ok"]["changes"] == []


@pytest.mark.parametrize("tool", TOOLS)
def test_another_program_reads_every_answer(tool: str) -> None:
    answers = answered(tool, lambda name: f"Of {name}.", more_rows=1)
    document = Document(io.BytesIO(out(tool, answers)))
    text = "\n".join(
        "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
        for paragraph in document.element.body.iter(qn("w:p"))
    )
    form = FORMS[tool]
    assert [
        name for name in answers if not form.field_of(name).options and form.shown(name, answers[name]) not in text
    ] == []
    assert text.count("☒") == sum(len(texts) for name, texts in answers.items() if form.field_of(name).kind == "ticks")


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(TOOLS), st.lists(TEXTS, min_size=1, max_size=8), st.integers(0, 3))
def test_whatever_people_write_comes_back(tool: str, texts: list[str], rows: int) -> None:
    choose = random.Random(len(texts))
    answers = answered(tool, lambda _: choose.choice(texts), rows)
    file = out(tool, answers)
    Document(io.BytesIO(file))
    said = back(tool, file)
    assert answers_in(said) == kept(tool, answers)
    assert said["ok"]["unplaced"] == []


def test_no_answer_is_longer_than_a_copy_may_hold() -> None:
    assert MOST_LETTERS == LONGEST_TEXT


TERMS = "terms-of-reference"
CONTROL = re.compile(r"<w:sdt><w:sdtPr>.*?</w:sdtPr><w:sdtContent>(.*?)</w:sdtContent></w:sdt>", re.DOTALL)


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


@pytest.mark.parametrize("tool", TOOLS)
def test_without_any_tag_answers_are_found_by_headings_and_tables(tool: str) -> None:
    """As LibreOffice 7.4 and Google Docs save: what was in controls is text."""
    answers = answered(tool, lambda name: f"Of {name}:\nand & more", more_rows=2)
    file = rewritten(out(tool, answers), lambda text: CONTROL.sub(r"\1", text))
    said = back(tool, file)
    rows = [(each["there"], each["name"].split(".")[-1]) for each in said["ok"]["changes"]]
    assert rows == [
        (FORMS[tool].shown(name, texts), name.split(".")[-1]) for name, texts in kept(tool, answers).items()
    ]
    assert said["ok"]["unplaced"] == []
    empty = back(tool, rewritten(BLANKS[tool], lambda text: CONTROL.sub(r"\1", text)))
    assert (empty["ok"]["changes"], empty["ok"]["unplaced"]) == ([], [])


def test_a_row_that_somebody_copied_in_word_is_added() -> None:
    answers = {f"{TERMS}.signed.1.name": ["Ada"], f"{TERMS}.decisions.budget.ours": ["We advise"]}
    document = Document(io.BytesIO(out(TERMS, answers)))
    signed, decisions = document.tables[-1], document.tables[0]
    for table, place, words in ((signed, 12, "Bo"), (decisions, 15, "Naming the blocks")):
        row = copy.deepcopy(table.rows[place]._tr)
        table._tbl.append(row)
        for text in row.iter(qn("w:t")):
            text.text = words
    for shown in [*document.element.body.iter(qn("w:showingPlcHdr"))]:
        if "Bo" in (text := "".join(shown.getparent().getparent().itertext())) or "Naming" in text:
            shown.getparent().remove(shown)
    said = back(TERMS, saved(document))
    added = {
        each["name"]: each["there"] for each in said["ok"]["changes"] if each["there"] in ("Bo", "Naming the blocks")
    }
    assert {name for name, text in added.items() if text == "Bo"} == {
        f"{TERMS}.signed.13.{c}" for c in ("name", "side", "date")
    }
    assert added[f"{TERMS}.decisions.1.row"] == "Naming the blocks"
    assert said["ok"]["unplaced"] == []


def saved(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_what_has_no_place_is_told_with_where_it_stood() -> None:
    document = Document(io.BytesIO(out(TERMS, {f"{TERMS}.purpose": ["To decide together"]})))
    purpose = next(each for each in document.paragraphs if each.text == "Our purpose")
    purpose.insert_paragraph_before("Written between two boxes")
    table = document.tables[1]
    table.add_column(Mm(20))
    table.cell(0, 4).text, table.cell(1, 4).text = "Cost", "Ten pounds"
    said = back(TERMS, saved(document))["ok"]
    assert [each["there"] for each in said["changes"]] == ["To decide together"]
    assert said["unplaced"] == [
        {"place": "What we deal with, and what we don't", "text": "Written between two boxes"},
        {"place": "What is fixed already", "text": "Cost"},
        {"place": "What is fixed already", "text": "Ten pounds"},
    ]


def test_what_is_no_date_no_number_and_no_choice_is_told_and_not_taken() -> None:
    answers = {f"{TERMS}.review-date": ["2027-03-31"], f"{TERMS}.purpose": ["x"]}
    for words, day in (("1.4.2028", "2028-04-01"), ("1 April 2028", "2028-04-01"), ("soon", "")):
        file = rewritten(
            out(TERMS, answers),
            lambda text, words=words: text.replace(">31/03/2027<", f">{words}<").replace("w:fullDate", "w:x"),
        )
        said = back(TERMS, file)["ok"]
        assert answers_in({"ok": said}).get(f"{TERMS}.review-date", [""]) == [day]
        assert [each["text"] for each in said["unplaced"]] == ([] if day else ["soon"])


def test_tracked_changes_are_read_as_accepted() -> None:
    change = (
        '<w:ins w:id="900" w:author="B"><w:r><w:t>kept </w:t></w:r></w:ins>'
        '<w:del w:id="901" w:author="B"><w:r><w:delText>dropped</w:delText></w:r></w:del>'
        '<w:moveFrom w:id="902"><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo w:id="903"><w:r><w:t>moved</w:t></w:r></w:moveTo>'
    )
    file = rewritten(
        out(
            TERMS,
            {f"{TERMS}.purpose": ["HERE"], f"{TERMS}.signed.2.name": ["Row out"], f"{TERMS}.signed.1.name": ["Ada"]},
        ),
        lambda text: re.sub(r'<w:r><w:t xml:space="preserve">HERE</w:t></w:r>', change, text),
    )
    document = Document(io.BytesIO(file))
    row = document.tables[-1].rows[2]._tr
    row.get_or_add_trPr().append(OxmlElement("w:del"))
    assert answers_in(back(TERMS, saved(document))) == {
        f"{TERMS}.purpose": ["kept moved"],
        f"{TERMS}.signed.1.name": ["Ada"],
    }


def test_a_comment_is_shown_beside_its_field() -> None:
    document = Document(io.BytesIO(out(TERMS, {f"{TERMS}.signed.1.name": ["Ada"]})))
    purpose = next(each for each in document.paragraphs if each.text == "Our purpose")
    document.add_comment(purpose.runs, text="Whose?\nOurs.", author="Bo Ek", initials="B")
    cell = document.tables[-1].cell(1, 1).paragraphs[0]
    document.add_comment(cell.add_run("x"), text="Which side?", author="Cy", initials="C")
    said = back(TERMS, saved(document))["ok"]
    assert said["comments"] == [
        {"place": "Our purpose", "field": f"{TERMS}.purpose", "by": "Bo Ek", "text": "Whose?\nOurs."},
        {"place": "Signed: Side, row 1", "field": f"{TERMS}.signed", "by": "Cy", "text": "Which side?"},
    ]


def test_a_box_that_grew_to_several_paragraphs_is_one_answer() -> None:
    """As Word saves a control into which somebody pressed Enter."""

    def grown(text: str) -> str:
        found = re.search(
            rf'<w:p><w:pPr><w:pStyle w:val="Answer"/></w:pPr><w:sdt>(<w:sdtPr>(?:(?!</w:sdtPr>).)*{TERMS}\.purpose"/>.*?</w:sdtPr>).*?</w:sdt></w:p>',
            text,
        )
        assert found
        inside = paragraph("One") + paragraph("") + paragraph("Two")
        return text.replace(found[0], f"<w:sdt>{found[1]}<w:sdtContent>{inside}</w:sdtContent></w:sdt>")

    file = rewritten(out(TERMS, {f"{TERMS}.purpose": ["HERE"]}), grown)
    assert answers_in(back(TERMS, file)) == {f"{TERMS}.purpose": ["One\n\nTwo"]}


def test_another_form_and_another_edition_are_told() -> None:
    said = back("skills-audit", BLANKS[TERMS])
    assert said["bad"]["what"] == "This file is the form 'Terms of reference'"
    file = changed(BLANKS[TERMS], "docProps/custom.xml", lambda text: text.replace(">0.1.0<", ">0.0.9<"))
    assert "edition 0.0.9" in back(TERMS, file)["ok"]["note"]
    nothing = Document()
    nothing.add_paragraph("Dear all")
    assert back(TERMS, saved(nothing))["bad"]["what"] == "Nothing in this file is from this form"


def changed(file: bytes, name: str, change: Any, more: dict[str, bytes] | None = None) -> bytes:
    """A file with a part changed, left out where `change` gives nothing, and others added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            content = change(old.read(each).decode()) if each == name else old.read(each)
            if content is not None:
                new.writestr(each, content)
        for each, content in (more or {}).items():
            new.writestr(each, content)
    return made.getvalue()


RELS, DOCUMENT = "word/_rels/document.xml.rels", "word/document.xml"
BOMB = b"<x>" + b" " * 30_000_000 + b"</x>"
DEEP = b"<a>" * 5_000 + b"</a>" * 5_000


def outside(kind: str) -> bytes:
    link = f'<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="http://example.org/x" TargetMode="External"/></Relationships>'
    return changed(BLANKS[TERMS], RELS, lambda text: text.replace("</Relationships>", link))


def lying(file: bytes) -> bytes:
    """A file that says of a part that it unpacks to a hundred bytes."""
    packed = bytearray(changed(file, "", None, {"word/media/x.xml": BOMB}))
    size = len(BOMB).to_bytes(4, "little")
    while (place := packed.find(size)) >= 0:
        packed[place : place + 4] = (100).to_bytes(4, "little")
    return bytes(packed)


def locked(file: bytes) -> bytes:
    """A file whose directory says that its parts are encrypted."""
    packed = bytearray(file)
    place = packed.find(b"PK\x01\x02")
    while place >= 0:
        packed[place + 8] |= 1
        place = packed.find(b"PK\x01\x02", place + 4)
    return bytes(packed)


HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a bomb": (lambda file: changed(file, "", None, {"word/media/x.xml": BOMB}), "unpacks to far more"),
    "a bomb that lies": (lying, ""),
    "many small bombs": (lambda file: changed(file, "", None, {f"x{n}.bin": b" " * 90_000 for n in range(500)}), "unpacks to far more"),
    "too many parts": (lambda file: changed(file, "", None, {f"x{n}": b"" for n in range(2_500)}), "unpacks to far more"),
    "a template elsewhere": (lambda _: outside("attachedTemplate"), "from another place"),
    "a picture elsewhere": (lambda _: outside("image"), "from another place"),
    "an object elsewhere": (lambda _: outside("oleObject"), "from another place"),
    "macros": (lambda file: changed(file, "", None, {"word/vbaProject.bin": b"x"}), "holds macros"),
    "a file for macros": (
        lambda file: changed(file, "[Content_Types].xml", lambda text: text.replace("wordprocessingml.document.main", "ms-word.document.macroEnabled.main")),
        "holds macros",
    ),
    "entities": (
        lambda file: changed(file, DOCUMENT, lambda text: text.replace("<w:document", '<!DOCTYPE x [<!ENTITY a "b">]><w:document', 1)),
        "XML of a kind",
    ),
    "entities in a part that nobody reads": (
        lambda file: changed(file, "", None, {"word/other.xml": b'<!DOCTYPE x SYSTEM "file:///secret"><x/>'}),
        "XML of a kind",
    ),
    "too deep": (lambda file: changed(file, DOCUMENT, lambda _: DEEP), "deeper than any"),
    "too deep in a part that is read later": (
        lambda file: changed(file, "", None, {"word/comments.xml": DEEP}),
        "deeper than any",
    ),
    "no zip": (lambda _: b"Dear all", "no Word file"),
    "nothing": (lambda _: b"", "no Word file"),
    "cut off": (lambda file: file[: len(file) // 2], "no Word file"),
    "a part that is damaged": (lambda file: file[:200] + bytes(100) + file[300:], "no Word file"),
    "no text": (lambda file: changed(file, DOCUMENT, lambda _: None), "no Word file"),
    "no types": (lambda file: changed(file, "[Content_Types].xml", lambda _: None), "no Word file"),
    "no body": (lambda file: changed(file, DOCUMENT, lambda _: "<x/>"), "no Word file"),
    "XML that ends too soon": (lambda file: changed(file, DOCUMENT, lambda text: text[:-9]), "no Word file"),
    "a password": (locked, "password"),
    "an old file": (lambda _: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old kind"),
    "a workbook": (
        lambda _: changed(b"PK\x05\x06" + bytes(18), "", None, {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}),
        "no Word file",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(name: str) -> None:
    spoil, words = HOSTILE[name]
    said = back(TERMS, spoil(BLANKS[TERMS]))
    assert words in said["bad"]["what"], said
    assert said["bad"]["mend"].endswith(".")


def test_a_link_that_only_a_reader_follows_is_no_harm() -> None:
    assert "ok" in back(TERMS, outside("hyperlink"))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=40), st.integers(0, 18_000), st.booleans())
def test_any_bytes_are_read_or_refused(noise: bytes, place: int, cut: bool) -> None:
    file = BLANKS[TERMS]
    place %= len(file)
    said = back(TERMS, file[:place] + noise + (b"" if cut else file[place + len(noise) :]))
    assert said.keys() in ({"ok"}, {"bad"})


def test_what_was_begun_from_an_example_says_that_it_is_made_up() -> None:
    answers = {f"{TERMS}.purpose": ["x"], f"{TERMS}.from-example": ["1"]}
    file = out(TERMS, answers)
    lines = [each.text for each in Document(io.BytesIO(file)).paragraphs]
    made_up = next(each for each in lines if each.startswith("Made up"))
    assert lines.index(made_up) < lines.index("Why we exist")
    for content in (file, rewritten(file, lambda text: CONTROL.sub(r"\1", text))):
        said = back(TERMS, content)["ok"]
        assert ([each["there"] for each in said["changes"]], said["unplaced"]) == (["x"], [])
    assert all(made_up in text_of(kind, TERMS, answers) for kind in ("page", "markdown"))
    assert "Made up" not in text_of("page", TERMS, {f"{TERMS}.purpose": ["x"]})


def text_of(kind: str, tool: str, answers: dict[str, list[str]]) -> str:
    said = asked({"call": "form", "do": kind, "blank": b64encode(BLANKS[tool]).decode(), "answers": answers})
    return str(said["ok"]["text"])


@pytest.mark.parametrize("tool", TOOLS)
def test_every_answer_is_on_the_web_page_in_the_text_and_in_the_tables(tool: str) -> None:
    form = FORMS[tool]
    answers = answered(tool, lambda name: f"*{name}* | <b>\n- and more", more_rows=1)
    wanted = {name: form.shown(name, texts) for name, texts in answers.items() if not form.field_of(name).options}
    page = LexborHTMLParser(text_of("page", tool, answers))
    read = "\n".join(node.text() for node in page.css("p, th, td"))
    assert [name for name, shown in wanted.items() if shown not in read] == []
    assert len(page.css("h1, h2, h3")) == 1 + len(form.fields) + len({each.part for each in form.fields if each.part})
    drawn = Markdown(extensions=["tables"]).convert(text_of("markdown", tool, answers))
    said = " ".join(unescape(LexborHTMLParser(drawn.replace("<br>", " ").replace("<br />", " ")).text()).split())
    assert [name for name, shown in wanted.items() if " ".join(shown.split()) not in said] == []
    cells = {cell for row in csv.reader(io.StringIO(text_of("tables", tool, answers))) for cell in row}
    in_tables = [name for name in wanted if form.field_of(name).kind in ("table", "sides")]
    assert [name for name in in_tables if wanted[name] not in cells] == []
