"""Nobody is kept out of a page in any of the languages. What differs from English is looked at, in as few visits as can be.

Colours are the same in all languages, so they are looked at in English alone (`test_every_page.py`).
"""

import json
import subprocess
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Page, expect

from framework.content.languages import addresses
from tests import barriers
from tests.audit.test_every_page import JAVA, VNU
from tests.audit.test_lighthouse import WHOLE, lost, reports
from tests.axe import bring_axe, faults
from tests.conftest import ROOT, NewPage
from tests.drawn_words import words_without_room
from tests.pages import kinds

LANGUAGES = addresses(ROOT / "brand")
NARROW, BROAD = {"width": 320, "height": 800}, {"width": 1280, "height": 800}
PAPER = {"width": 680, "height": 960}
"""What an A4 page has room for, in CSS pixels."""
CHECKS = ("check/health/", "check/ladder/")
"""Whose results are pictures."""
MOST_MORE = 40_000
"""Bytes that a first visit may take more than in English, before Python."""
WITH_ADDRESS = "hreflang"
"""What Lighthouse asks to begin with the site's address. The tests' site has none, so its links begin where the page is."""
ANSWER = """() => {
    document.querySelector("[data-all]").click();
    const groups = new Map();
    for (const each of document.querySelectorAll(".step input[type=radio]"))
        groups.set(each.name, [...(groups.get(each.name) ?? []), each]);
    for (const [place, [name, choices]] of [...groups].entries())
        (name.includes(".") ? choices[place % choices.length] : choices[0]).click();
    for (const field of document.querySelectorAll(".step input[type=text]")) {
        field.value = "1";
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
}"""
"""Answer all that a check asks, each question otherwise than the one before."""
BEYOND = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
ASKED = "() => performance.getEntriesByType('resource').map(({name}) => name)"


def of_a_language(site: Path, language: str) -> list[str]:
    """A page of each kind, by its address below that of the language."""
    return [path.lstrip("/") for path in kinds(site / language)]


def with_a_result(page: Page) -> None:
    page.evaluate(ANSWER)
    page.locator("[data-finish]:visible").click()
    expect(page.locator(".result svg.picture").first).to_be_visible(timeout=60_000)


def in_all_sizes(page: Page) -> list[str]:
    """What does not fit, on a phone, on a desk and on paper."""
    found = []
    for name, size in {"narrow": NARROW, "broad": BROAD, "paper": PAPER}.items():
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a width and a height
        page.emulate_media(media="print" if size is PAPER else "screen")
        wrong = barriers.cut_off(page) + words_without_room(page)
        wrong += barriers.wider_than_the_screen(page) if page.evaluate(BEYOND) > 1 else []  # a hidden word may add one
        found += [f"{name}: {each}" for each in wrong]
    page.emulate_media(media="screen")
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a width and a height
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_in_every_language(
    new_page: NewPage, address_in_languages: str, site_in_languages: Path, language: str
) -> None:
    """Axe, a screen reader, the keyboard, all sizes and paper; of a check its result too."""
    page = bring_axe(new_page(viewport=NARROW, reduced_motion="reduce"))
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    for path in of_a_language(site_in_languages, language):
        page.goto(f"{address_in_languages}/{language}/{path}")
        found[path] = barriers.poorly_heard(page) + faults(page) + in_all_sizes(page)
        found[path] += barriers.poor_or_unmarked_stops(page, 400, seen)
        if path in CHECKS:
            with_a_result(page)
            found[f"{path} with a result"] = barriers.poorly_heard(page) + faults(page) + in_all_sizes(page)
    assert CHECKS[0] in found
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_lighthouse_gives_full_marks_in_every_language(address_in_languages: str) -> None:
    asked = [f"{address_in_languages}/{language}/start-here/" for language in LANGUAGES]
    found = {path: set(lost(each)) for path, each in zip(asked, reports(asked, *WHOLE), strict=True)}
    assert {
        path: wrong for path, each in found.items() if (wrong := {id_ for id_ in each if WITH_ADDRESS not in id_})
    } == {}


def test_vnu_finds_no_error_in_any_language(site_in_languages: Path) -> None:
    pages = [
        str(site_in_languages / language / path / "index.html")
        for language in LANGUAGES
        for path in of_a_language(site_in_languages, language)
    ]
    command = [JAVA.read_text().strip(), "-jar", str(VNU), "--errors-only", "--format", "json", *pages]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)
    assert [f"{each['url']}: {each['message']}: {each.get('extract')}" for each in told["messages"]] == []


@pytest.mark.parametrize("path", ["", "start-here/", "check/health/"])
def test_a_first_visit_in_another_script_weighs_little_more(
    new_page: NewPage, address_in_languages: str, site_in_languages: Path, path: str
) -> None:
    """Where the device has no letters for it: this machine has none for Bengali, and none that is asked for first."""
    weights = {}
    for language in ("", "ar/", "bn/"):
        page = new_page(viewport=NARROW)
        page.goto(f"{address_in_languages}/{language}{path}", wait_until="load")
        page.evaluate("() => document.fonts.ready.then(() => true)")
        asked = [page.url, *page.evaluate(ASKED)]
        names = {url.removeprefix(f"{address_in_languages}/") for url in asked if "/assets/python/" not in url}
        weights[language] = sum(_on_the_way(site_in_languages, name) for name in names)
        assert not language or any(name.startswith(f"{language}assets/fonts/") for name in names)
        page.context.close()
    print({language: weight - weights[""] for language, weight in weights.items()})
    assert {language: more for language, weight in weights.items() if (more := weight - weights[""]) > MOST_MORE} == {}


def _on_the_way(site: Path, name: str) -> int:
    """The bytes of a file as a good host sends it."""
    path = site / name / "index.html" if name.endswith("/") or not name else site / name
    content = path.read_bytes()
    return len(content) if path.suffix in (".woff2", ".png") else len(brotli.compress(content))
