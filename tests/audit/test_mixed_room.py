"""A workshop whose phones are in five languages and in easy read, and what its room carries home in two of them.

The site is built in each of its languages for this, which takes too long for every run of the tests.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from docx import Document
from playwright.sync_api import Page, expect

from framework.content.check import checked
from framework.content.languages import editions
from framework.core.answers import Version, statements_of
from framework.core.questions import Assessment
from publish.preview import application, served
from tests.browser.test_workshop import LONG, PHONE, SHORT, brightness, counts, opened, reading, take
from tests.browser.test_workshop_room import fits, room_of, small_letters
from tests.built_site import ROOT, built_in_languages
from tests.conftest import NewPage
from tests.pdf_words import misprinted, packed, said, sides

PEOPLE = (
    ("es", "resident", 0),
    ("ar", "resident", 1),
    ("bn", "resident", 0),
    ("so", "organisation", 3),
    ("tr", "organisation", 3),
    ("en-easy", "organisation", 2),
)
EDITIONS = {each.address: each for each in editions(ROOT / "brand")[0]}
TYPED = "Send papers seven days before"
NOTE = "Papers come late, and in English alone."
WORDML = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SMALLEST = 12.0
"""Points, of what people read on a form."""
SIZES = """() => Math.min(...[...document.querySelectorAll("[data-paper-form] :is(td, th)")].map((each) =>
  parseFloat(getComputedStyle(each).fontSize) * 0.75))"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(application(built_in_languages())) as found:
        yield found


def choose_language(phone: Page, address: str, code: str) -> None:
    """Come by the code on the wall, which is the same for all, and choose a language by its own name."""
    phone.goto(f"{address}/check/health/#workshop-short")
    offered = phone.get_by_role("navigation", name="Your language").get_by_role("link")
    assert offered.all_text_contents() == ["English", *(each.name for each in EDITIONS.values())]
    offered.get_by_text(EDITIONS[code].name, exact=True).click()
    language = EDITIONS[code].language
    expect(phone.locator("html")).to_have_attribute("lang", language.code)
    expect(phone.locator("html")).to_have_attribute("dir", language.direction)
    assert phone.url == f"{address}/{code}/check/health/#workshop-short"
    expect(phone.locator("health-check[data-workshop]")).to_be_visible()
    expect(phone.locator("[data-languages] [aria-current]")).to_have_text(EDITIONS[code].name)


def answer(phone: Page, side: str, points: int) -> str:
    """Answer in whatever language the page is in, and make the code."""
    phone.locator(f"[name=side][value={side}]").check()
    phone.locator("[data-next]").click()
    for number, _ in enumerate(SHORT, start=1):
        phone.locator(f".step:visible input[value='{points}']").check()
        phone.locator("[data-next]" if number < len(SHORT) else ".steps-buttons [data-flow=code]").click()
    expect(phone.locator("answer-code .qr")).to_be_visible(timeout=LONG)
    return reading(phone.locator("[data-code]").inner_text()).code


def see_record(screen: Page, language: str) -> None:
    """Choose the record's second language by its name."""
    screen.get_by_label("A second language on the record").select_option(label=language)
    expect(screen.locator("[data-record] h2 .second")).to_be_visible(timeout=LONG)


def word_file(screen: Page) -> Path:
    with screen.expect_download(timeout=LONG) as started:
        screen.get_by_role("button", name="Save it as a Word file").click()
    return Path(started.value.path())


def test_a_room_of_many_languages(new_page: NewPage, address: str, tmp_path: Path) -> None:
    screen = opened(new_page(viewport={"width": 1366, "height": 768}, color_scheme="light"), address)
    room = room_of(screen)
    expect(room.locator(".in-languages")).to_contain_text(EDITIONS["ar"].name, timeout=LONG)
    assert (small_letters(room), fits(room)) == ({}, True)
    for code, side, points in PEOPLE:
        phone = new_page(**PHONE)
        choose_language(phone, address, code)
        given = answer(phone, side, points)
        assert (reading(given).given.side, {*reading(given).given.answers.values()}) == (side, {points})
        if code == "ar":  # as the screen's camera sees it
            (seen,) = zxingcpp.read_barcodes(brightness(phone, phone.locator("answer-code .qr").screenshot()))
            given = seen.text
        take(screen, given)
        phone.context.close()
    assert counts(screen) == ["3", "3", "0"]
    screen.get_by_role("button", name="Reveal").click()
    expect(room.get_by_role("heading", name="You see these differently")).to_be_visible(timeout=LONG)
    expect(screen.locator(".gap-picture .broad svg desc")).to_contain_text(
        "Residents: the middle is 1 of 3 or less. The organisation: the middle is 2 of 3 or more. The gap is 1 or more."
    )
    on_wall = room.locator("[data-room-stage]").inner_text()
    assert not [each.name for each in EDITIONS.values() if each.name in on_wall], "nobody sees who read which language"
    screen.get_by_role("button", name="Talk about the widest gap").click()
    screen.get_by_label("What was said").fill(NOTE)
    screen.get_by_label("We will").fill(TYPED)
    screen.get_by_label("By when").fill("2031-05-17")
    screen.get_by_role("button", name="Write it down").click()
    screen.get_by_role("button", name="4. Record").click()

    see_record(screen, EDITIONS["es"].name)
    pdf = tmp_path / "es.pdf"
    screen.pdf(path=pdf, prefer_css_page_size=True)
    on_paper, in_word = said(pdf), words_in(word_file(screen))
    for words in (
        *("Record of our workshop", "Acta de nuestro taller", "Residents: 3", "Residentes: 3", "17 May 2031"),
        *(
            "The gap is 1 or more",
            "La diferencia es 1 o más",
            "17 de mayo de 2031",
            "What we agreed",
            "Lo que acordamos",
        ),
    ):
        assert packed(words) in on_paper
        assert packed(words) in in_word
    for typed in (NOTE, TYPED):
        assert (on_paper.count(packed(typed)), in_word.count(packed(typed))) == (1, 1)
    assert misprinted(pdf) == []

    see_record(screen, EDITIONS["ar"].name)
    expect(screen.locator("[data-record] h2 .second")).to_have_css("direction", "rtl")
    assert screen.locator("[data-record] h2 .second").inner_text() == "محضر ورشتنا"
    assert screen.locator("[data-record]").inner_text().count(TYPED) == 1
    file = Document(str(word_file(screen)))
    turned = [each for each in file.paragraphs if each._p.find(f"{WORDML}pPr/{WORDML}bidi") is not None]
    assert "محضر ورشتنا" in [each.text for each in turned]
    assert all(re.search("[\u0600-\u06ff]", each.text) for each in turned)
    assert "Record of our workshop" in [each.text for each in file.paragraphs if each not in turned]
    pdf = tmp_path / "ar.pdf"
    screen.pdf(path=pdf, prefer_css_page_size=True)
    assert packed("Record of our workshop") in said(pdf)
    assert misprinted(pdf) == []
    screen.get_by_label("A second language on the record").select_option("")
    expect(screen.locator("[data-record] .second")).to_have_count(0)


def words_in(path: Path) -> str:
    """All that a Word file says, packed, with its tables."""
    file = Document(str(path))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    return packed("".join([*(each.text for each in file.paragraphs), *cells]))


def forms() -> Iterator[tuple[Assessment, Version]]:
    """The forms that there are, in the order of the page."""
    for check in checked().assessments:
        if check.in_workshop:
            yield from ((check, version) for version in (("short", "long") if check.short_minutes else ("long",)))


@pytest.mark.parametrize("code", ["ar", "es", "en"])
def test_each_form_on_paper_has_english_beside_it_and_no_question_is_cut(
    page: Page, address: str, code: str, tmp_path: Path
) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto(f"{address}/{'' if code == 'en' else f'{code}/'}workshop/paper/")
    page.emulate_media(media="print")
    assert page.evaluate(SIZES) >= SMALLEST
    page.emulate_media(media="null")
    for number, (check, version) in enumerate(forms()):
        page.locator("[data-print-form]").nth(number).click()
        pdf = tmp_path / f"{number}.pdf"
        page.pdf(path=pdf, prefer_css_page_size=True)
        page.evaluate("() => dispatchEvent(new Event('afterprint'))")
        read = sides(pdf)
        assert packed("Tick one box for each question.") in read[0]
        for statement in statements_of(check, version):
            on = [side for side in read if packed(statement.text) in side]
            assert len(on) == 1, statement.id
            assert packed(statement.answers[-1]) in on[0].partition(packed(statement.text))[2], statement.id
        assert misprinted(pdf) == []
        if code == "es":
            assert packed("Marque una casilla por pregunta.") in read[0]
