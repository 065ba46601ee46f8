"""Every page with a form or a result on paper, in three engines: each word is there once, in order, whole, and on no other."""

import os
from collections.abc import Collection, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from framework.content.model import Framework, Precept, Principle
from tests.pages import PARTS, part_of
from tests.papers import KINDS_OF_FIELD, MANY, PAPERS, PLAIN_TEXT, TYPED, Paper, forms, typing
from tests.pdf_words import in_order, misprinted, numbers, packed, said, sides
from tests.printing import ENGINES, Printer

PLAIN = """
const plain = new CSSStyleSheet();
plain.replaceSync("* { font-weight: 400 !important }");
document.adoptedStyleSheets = [plain];
"""
"""Firefox draws the bold letters of a typeface with many weights as shapes, in which nobody can read back what they say."""


EVERY_PAPER = "EVERY_PAPER" in os.environ
"""Whether each form is printed in each engine, as `make papers` does: that takes twenty minutes. Otherwise only those that
have every kind of field between them: all forms are drawn by the same template for each kind.
"""


def due(site: Path, part: int) -> list[str]:
    """A part of the forms that an engine is to print."""
    return part_of(forms(site) if EVERY_PAPER else KINDS_OF_FIELD, part)


def in_each_engine(names: Iterable[str], in_chromium: Collection[str]) -> pytest.MarkDecorator:
    """A test of each paper in each engine; in Chromium only of those that its own tests leave out."""
    found = [(engine, name) for engine in ENGINES for name in names if engine != "chromium" or name in in_chromium]
    return pytest.mark.parametrize(("printer", "name"), found, indirect=["printer"])


def printed(printer: Printer, request: pytest.FixtureRequest, address: str, paper: Paper) -> Path:
    """The PDF of a page."""
    plain = PLAIN if request.node.callspec.params["printer"] == "firefox" else ""
    return printer(address + paper.path, before=paper.before, after=plain + paper.after, ready=paper.ready)


def counted(page: Page, address: str, paper: Paper) -> dict[str, int]:
    """How many words are typed into each field."""
    page.goto(address + paper.path)
    page.evaluate(f"async () => {{ {paper.after} }}")
    typed: dict[str, int] = page.evaluate(TYPED)
    return typed


@pytest.mark.parametrize("part", PARTS)
def test_every_word_that_was_typed_is_on_paper(
    printer: Printer, request: pytest.FixtureRequest, page: Page, address: str, site: Path, part: int
) -> None:
    """Three thousand words in one field of each kind, and forty in all others."""
    wrong = []
    for path in due(site, part):
        paper = typing(path, MANY)
        pdf = printed(printer, request, address, paper)
        found = numbers(said(pdf))
        whole = in_order(counted(page, address, paper))
        lost = [name for name in whole if found.get(name) != whole[name]]
        wrong += [f"{path}: {name} is not whole" for name in lost]
        wrong += [f"{path}: {each}" for each in misprinted(pdf)]
    assert wrong == []


@pytest.mark.parametrize("part", PARTS)
def test_an_empty_form_says_nothing_of_the_screen(
    printer: Printer, request: pytest.FixtureRequest, address: str, site: Path, part: int
) -> None:
    wrong = []
    for path in due(site, part):
        pdf = printed(printer, request, address, Paper(path))
        found = said(pdf)
        wrong += [f"{path}: {each}" for each in ("yyyy", "Startagain", "Saveacopy") if each in found]
        wrong += [f"{path}: {each}" for each in misprinted(pdf)]
    assert wrong == []


@in_each_engine(PAPERS, in_chromium=PLAIN_TEXT)
def test_what_a_page_shows_is_on_paper(
    printer: Printer, request: pytest.FixtureRequest, address: str, name: str
) -> None:
    paper = PAPERS[name]
    pdf = printed(printer, request, address, paper)
    found = said(pdf)
    assert [each for each in paper.holds if packed(each) not in found] == []
    assert [each for each in paper.lacks if packed(each) in found] == []
    assert {each: numbers(found).get(each) for each in paper.whole} == in_order(paper.whole)
    assert misprinted(pdf) == []


def test_four_cards_to_a_side(
    printer: Printer, request: pytest.FixtureRequest, address: str, framework: Framework
) -> None:
    _, *found = sides(printed(printer, request, address, Paper("/cards/")))
    cards: list[Precept | Principle] = [*framework.precepts, *framework.principles]
    for number, each in enumerate(cards):
        assert packed(each.title) in found[number // 4]
        assert packed(each.summary) in found[number // 4]
        assert packed(each.questions[0].text) in found[number // 4]
    assert len(found) == -(-(len(cards) + 1) // 4)  # one tells where they come from
