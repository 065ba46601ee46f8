"""The blank Word file of each tool: everybody can use it, and each answer has its place in it."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm

from framework.content.check import checked_sentences
from framework.content.model import Framework, Tool
from framework.core.answers import SIDES
from framework.core.words import speak
from framework.export.docx.names import LONGEST, TICK, name_of
from framework.fork.brand import load_brand
from publish.word.files import word_files

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def files(framework: Framework) -> dict[str, bytes]:
    speak(checked_sentences())  # it is made before a test is told to say everything in English
    brand, _ = load_brand(ROOT / "brand")
    return {id_: path.read_bytes() for id_, path in word_files(framework, brand, ROOT / "brand", "en").items()}


def names(tool: Tool) -> Iterator[str]:
    """The name of each answer on the form of a tool, as its page has it; a box to tick with its option."""
    for field in tool.fields:
        if field.kind == "ticks":
            yield from (f"{field.id}{TICK}{option}" for option in field.options)
        elif field.kind == "sides":
            yield from (f"{field.id}.{side}" for side in SIDES)
        elif field.kind == "table":
            rows = [str(row + 1) for row in range(field.rows)] if isinstance(field.rows, int) else field.rows
            yield from (f"{field.id}.{row}.{column}" for row in rows for column in field.columns)
        else:
            yield field.id


def values(document: WordDocument, name: str) -> list[str]:
    return [
        each.get(qn("w:val"))
        for each in document.element.body.iter(qn(name))
        if each.getparent().tag != qn("w:comboBox")
    ]


def barriers(document: WordDocument) -> list[str]:
    """What would keep somebody from using a document, as a checker of accessibility tells it."""
    found = []
    levels = [0]
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.style or ""
        text = "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
        if not text.strip() and paragraph.find(f".//{qn('w:drawing')}") is None:
            found.append(f"an empty paragraph after {levels}")
        if style.startswith("Heading"):
            if int(style[-1]) > levels[-1] + 1:
                found.append(f"{text}: level {style[-1]} after {levels[-1]}")
            levels.append(int(style[-1]))
    for table in document.tables:
        head = table.rows[0]
        if head._tr.trPr is None or head._tr.trPr.find(qn("w:tblHeader")) is None:
            found.append(f"a table without a head: {head.cells[0].text}")
        if len({len(row.cells) for row in table.rows}) > 1:
            found.append(f"a table of no plain grid: {head.cells[0].text}")
    parts = [document.element, *(section.header._element for section in document.sections)]
    found += [
        "a picture without words" for part in parts for picture in part.iter(qn("wp:docPr")) if not picture.get("descr")
    ]
    (language,) = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    told = document.core_properties
    if language != "en-GB" or told.language != "en-GB":
        found.append(f"the language is {language}, {told.language}")
    if not told.title:
        found.append("no title")
    return found


def test_everybody_can_use_each_file(files: dict[str, bytes], framework: Framework) -> None:
    assert files.keys() == {tool.id for tool in framework.tools}
    found = {id_: wrong for id_, file in files.items() if (wrong := barriers(Document(io.BytesIO(file))))}
    assert found == {}


def test_each_answer_has_a_control_that_says_its_name(files: dict[str, bytes], framework: Framework) -> None:
    for tool in framework.tools:
        document = Document(io.BytesIO(files[tool.id]))
        tags, titles = values(document, "w:tag"), values(document, "w:alias")
        assert [name_of(tag, tool.id) for tag in tags] == list(names(tool)), tool.id
        assert all(0 < len(each) <= LONGEST for each in (*tags, *titles)), tool.id
        ids = [each.get(qn("w:val")) for each in document.element.body.iter(qn("w:id"))]
        assert len(set(ids)) == len(ids) == len(tags), tool.id


def test_each_file_tells_which_form_it_is_and_prints_on_a4(files: dict[str, bytes], framework: Framework) -> None:
    for tool in framework.tools:
        document = Document(io.BytesIO(files[tool.id]))
        (section,) = document.sections
        assert (round((section.page_width or 0) / Mm(1)), round((section.page_height or 0) / Mm(1))) == (210, 297)
        foot = section.footer.paragraphs[0].text
        assert f"CC BY 4.0 · {tool.id} · edition {framework.version}" in foot
        assert document.core_properties.title == tool.name
        headings = [
            each.text for each in document.paragraphs if each.style and (each.style.name or "").startswith("Heading")
        ]
        assert [each.label for each in tool.fields if each.label not in headings] == []


def test_the_same_form_always_makes_the_same_file(files: dict[str, bytes]) -> None:
    for file in files.values():
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
            assert "W3CDTF" not in archive.read("docProps/core.xml").decode()
    assert sum(map(len, files.values())) < 800_000
