"""On paper: pages, cards and the whole guide, as the browser prints them."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader
from pypdf.generic import Destination

from framework.content.model import Framework
from framework.fork.brand import load_brand
from publish.print_book import page_numbers, print_book
from tests.conftest import ROOT
from tests.papers import KINDS_OF_FIELD, PAPERS, PLAIN_TEXT, TYPED, Paper, typing
from tests.pdf_words import in_order, numbers, packed, said

A4 = (595, 842)
NAME = load_brand(ROOT / "brand")[0].name


def printed(page: Page, address: str) -> list[str]:
    page.goto(address)
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True)))
    assert {tuple(round(side) for side in each.mediabox[2:]) for each in reader.pages} == {A4}
    return [" ".join(each.extract_text().split()) for each in reader.pages]


@pytest.fixture(scope="module")
def book(site: Path, browser: Browser) -> PdfReader:
    return PdfReader(io.BytesIO(print_book(site, browser)))


def titles(outline: list[Destination | list[object]]) -> list[tuple[str, list[object]]]:
    """The entries of one level of an outline, each with those below it."""
    found: list[tuple[str, list[object]]] = []
    for entry in outline:
        if isinstance(entry, list):
            found[-1][1].extend(entry)
        else:
            found.append((str(entry.title), []))
    return found


def test_a_page_has_its_text_a_foot_and_no_menu(page: Page, address: str) -> None:
    sides = printed(page, f"{address}/principles/power-dynamics/")
    assert all(f"{number}" in side and NAME in side for number, side in enumerate(sides, 1))
    text = " ".join(sides)
    assert "Re-shaping power dynamics" in text
    assert "do not endorse it" in text
    assert "Search" not in text
    assert "Who decides? Who" not in text


def test_links_are_written_out(page: Page, address: str) -> None:
    text = " ".join(printed(page, f"{address}/start-here/"))
    assert "principle 2 (see 'Re-shaping power dynamics')" in text
    assert "(see 'Words')" not in text
    assert "(creativecommons.org/licenses/by/4.0)" in " ".join(printed(page, f"{address}/licence/"))


def test_explained_words_are_explained_below(page: Page, address: str, framework: Framework) -> None:
    text = " ".join(printed(page, f"{address}/principles/power-dynamics/"))
    page.goto(f"{address}/principles/power-dynamics/")
    id_ = page.locator("a.word").first.get_attribute("data-word")
    (word,) = (word for word in framework.glossary if word.id == id_)
    assert f"{word.term}: {word.meaning.strip()[:20]}" in text


def test_an_empty_date_is_a_box_to_write_in_and_a_filled_one_is_printed(page: Page, address: str) -> None:
    form = f"{address}/tools/accountability-check/#form"
    assert "yyyy" not in " ".join(printed(page, form))
    page.locator("input[type=date]").first.fill("2031-05-17")
    reader = PdfReader(io.BytesIO(page.pdf()))
    assert "2031" in "".join(each.extract_text() for each in reader.pages)


MORE_THAN_A_SIDE = 1_000
"""How many words are typed into a field of each kind."""


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[BrowserContext]:
    """One browser for all papers: it has Python ready after the first."""
    with browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="block") as context:
        yield context


def put_on_paper(context: BrowserContext, address: str, paper: Paper, path: Path) -> dict[str, int]:
    """Print a page as a paper says. Returns how many words were typed into each field."""
    page = context.new_page()
    page.add_init_script(f"localStorage.clear(); {paper.before}")
    page.goto(address + paper.path)
    page.evaluate(f"async () => {{ {paper.after} }}")
    page.wait_for_function(f"() => Boolean({paper.ready})")
    typed: dict[str, int] = page.evaluate(TYPED)
    page.pdf(path=path, prefer_css_page_size=True)
    page.close()
    return typed


@pytest.mark.parametrize("form", KINDS_OF_FIELD)
def test_every_word_that_was_typed_is_on_paper(shared: BrowserContext, address: str, form: str, tmp_path: Path) -> None:
    pdf = tmp_path / "form.pdf"
    typed = put_on_paper(shared, address, typing(form, MORE_THAN_A_SIDE), pdf)
    found = numbers(said(pdf))
    assert typed
    assert {name: found.get(name) for name in typed} == in_order(typed)


@pytest.mark.parametrize("name", sorted(PAPERS.keys() - PLAIN_TEXT))
def test_what_a_page_shows_is_on_paper(shared: BrowserContext, address: str, name: str, tmp_path: Path) -> None:
    paper, pdf = PAPERS[name], tmp_path / "paper.pdf"
    put_on_paper(shared, address, paper, pdf)
    found = said(pdf)
    assert [each for each in paper.holds if packed(each) not in found] == []
    assert [each for each in paper.lacks if packed(each) in found] == []
    assert {each: numbers(found).get(each) for each in paper.whole} == in_order(paper.whole)


MARKS_OF_FOCUS = """() => {
  const around = [document.activeElement, document.activeElement.closest("label")].filter(Boolean);
  return around.flatMap((each) => {
    const { outlineStyle, boxShadow } = getComputedStyle(each);
    return [outlineStyle, boxShadow];
  });
}"""


@pytest.mark.parametrize("place", ["/tools/accountability-check/#form textarea", "/check/health/ input[name=side]"])
def test_where_the_keyboard_was_is_not_on_paper(page: Page, address: str, place: str) -> None:
    """Style tells it: Playwright prints a page as if its window had no focus, and Ctrl+P doesn't."""
    path, selector = place.split()
    page.goto(address + path)
    page.locator(selector).first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert set(page.evaluate(MARKS_OF_FOCUS)) != {"none"}
    page.emulate_media(media="print")
    assert set(page.evaluate(MARKS_OF_FOCUS)) == {"none"}


def test_what_is_ticked_is_black_and_what_is_not_is_white(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/chair-role/#form")
    page.emulate_media(media="print")
    for kind in ("radio", "checkbox"):
        boxes = page.locator(f"tool-form [type={kind}]")
        boxes.first.check()
        shades = [shade_of(box.screenshot()) for box in (boxes.first, boxes.nth(1))]
        assert shades[0] < 100 < 180 < shades[1], kind


def shade_of(png: bytes) -> float:
    """How bright a picture is on the whole, from 0 to 255."""
    return ImageStat.Stat(Image.open(io.BytesIO(png)).convert("L")).mean[0]


def test_four_cards_to_a_side(page: Page, address: str, framework: Framework) -> None:
    sides = printed(page, f"{address}/cards/")[1:]
    cards = [each.summary.strip() for each in framework.precepts]
    cards += [each.summary.strip() for each in framework.principles]
    for number, summary in enumerate(cards):
        assert summary in sides[number // 4]
    assert len(sides) == -(-(len(cards) + 1) // 4)  # one tells where they come from
    assert "do not endorse" in sides[-1]


def test_the_book_is_tagged_titled_and_in_english(book: PdfReader) -> None:
    root = book.root_object
    assert "/StructTreeRoot" in root
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(root["/Lang"]).startswith("en")
    assert book.metadata is not None
    assert book.metadata.title == NAME
    assert {tuple(round(side) for side in each.mediabox[2:]) for each in book.pages} == {A4}


def test_the_book_has_an_outline_of_parts_and_chapters(book: PdfReader, framework: Framework) -> None:
    ((top, below),) = titles(book.outline)  # type: ignore[arg-type]
    assert top == NAME
    parts = dict(titles(below))  # type: ignore[arg-type]
    assert list(parts)[:3] == ["What is in it", "Read", "Principles"]
    principles = [title for title, _ in titles(parts["Principles"])]  # type: ignore[arg-type]
    assert principles == ["All principles", *(principle.title for principle in framework.principles)]
    tools = [title for title, _ in titles(parts["Tools"])]  # type: ignore[arg-type]
    assert sorted(tools[1:]) == sorted(tool.name for tool in framework.tools)


def test_the_book_holds_everything_and_says_who_did_not_make_it(book: PdfReader, framework: Framework) -> None:
    sides = [" ".join(each.extract_text().split()) for each in book.pages]
    assert NAME in sides[0]
    assert "They did not make this guide and do not endorse it" in sides[0]
    assert re.search(rf"Version {re.escape(framework.version)}, [A-Z][a-z]+ 20\d\d\. Words and pictures", sides[0])
    text = " ".join(sides)
    assert re.search(r"principle 2 \(page [1-9]\d*\)", text)
    assert "{" not in sides[0]
    assert "(page {" not in text
    for principle in framework.principles:
        assert principle.summary.strip() in text, principle.id
    for tool in framework.tools:
        assert tool.summary.strip() in text, tool.id
    assert "yyyy" not in text


def test_the_contents_name_the_right_pages(book: PdfReader, framework: Framework) -> None:
    stream = io.BytesIO()
    assert book.stream is not None
    book.stream.seek(0)
    stream.write(book.stream.read())
    numbers = page_numbers(stream.getvalue())
    contents = " ".join(book.pages[1].extract_text().split())
    for principle in framework.principles:
        number = numbers[f"principles-{principle.id}"]
        assert f"{principle.title} {number}" in contents
        assert principle.summary.strip() in " ".join(book.pages[number - 1].extract_text().split())


def test_the_book_is_kept_from_search_engines_and_from_the_sites_own_search(site: Path) -> None:
    assert '<meta name="robots" content="noindex">' in (site / "book" / "index.html").read_text(encoding="utf-8")
    assert "book/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert '"address":"book/' not in (site / "search" / "texts.js").read_text(encoding="utf-8")
