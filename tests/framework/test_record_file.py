"""A plain document as a Word file: what stands in it, in which language, and which way it runs."""

import io
from typing import Any

from docx import Document

from framework.browser import Door
from framework.content.model import Framework
from framework.core.file import file_in, file_out
from framework.export.record_call import answer
from framework.published import browser_json

WORDML = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ARABIC = "\u0645\u062d\u0636\u0631"


def line(text: str, language: str = "en", direction: str = "ltr") -> dict[str, str]:
    return {"text": text, "language": language, "direction": direction}


def empty() -> str:
    made = io.BytesIO()
    Document().save(made)
    return file_out(made.getvalue())


def made(framework: Framework, *parts: dict[str, Any]) -> Any:
    found = answer(Door(browser_json(framework)).guide, {"blank": empty(), "parts": list(parts)})
    return Document(io.BytesIO(file_in(found["file"])))


def test_each_language_is_a_paragraph_that_runs_its_own_way(framework: Framework) -> None:
    file = made(framework, {"kind": "title", "lines": [line("Record"), line(ARABIC, "ar", "rtl")]})
    first, second = file.paragraphs
    assert (first.text, second.text) == ("Record", ARABIC)
    turned = [each._p.find(f"{WORDML}pPr/{WORDML}bidi") is not None for each in (first, second)]
    assert turned == [False, True]
    assert second._p.find(f".//{WORDML}lang").get(f"{WORDML}bidi") == "ar"
    assert first._p.find(f".//{WORDML}lang").get(f"{WORDML}val") == "en"


def test_what_was_typed_stands_as_it_was_typed(framework: Framework) -> None:
    typed = "Fire doors: <b>&amp; \u20ac5\nby May"
    file = made(
        framework,
        {"kind": "text", "lines": [line(typed)]},
        {"rows": [[{"kind": "head", "lines": [line("Who")]}], [{"kind": "text", "lines": [line("Ayesha & Tom")]}]]},
    )
    assert file.paragraphs[0].text == typed
    assert [[cell.text for cell in row.cells] for row in file.tables[0].rows] == [["Who"], ["Ayesha & Tom"]]
