"""Nobody is kept out of any page, in any state."""

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import barriers
from tests.axe import bring_axe, faults, faults_of_colour
from tests.browser.misbehaving import ALONE
from tests.conftest import ROOT, NewPage
from tests.pages import PARTS, addresses, kinds, part_of
from tests.states import STATES, fill

WIDTHS = [320, 1280]
VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA = ROOT / ".cache" / "java"
NOTE_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`))"""

DRAWN_ANEW = "tool-canvas[aria-busy], tool-canvas:not(:has(.tool-canvas__board))"
"""A canvas while Python draws what was drawn at the build."""
NOTHING_MORE_ASKED = """() => {
    const before = window.asked;
    window.asked = performance.getEntriesByType("resource").length;
    return document.readyState === "complete" && window.asked === before;
}"""
"""Playwright's own `networkidle` never came on the whole book, where Chromium had been idle for a minute and a half."""


def named(path: str, found: list[str]) -> list[str]:
    return [f"{path}: {each}" for each in found]


def faults_in_both_looks(page: Page) -> list[str]:
    """By day all that axe looks for, by night what depends on colours."""
    found = faults(page)
    page.emulate_media(color_scheme="dark")
    found += named("dark", faults_of_colour(page))
    page.emulate_media(color_scheme="light")
    return found


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page_and_a_screen_reader_gets_it_well(
    new_page: NewPage, address: str, site: Path, width: int, part: int
) -> None:
    """In both looks; of each page in one visit."""
    page = bring_axe(new_page(viewport={"width": width, "height": 800}))
    found = []
    for path in part_of(addresses(site), part):
        page.goto(address + path)
        found += named(path, barriers.poorly_heard(page))
        found += named(path, barriers.wider_than_the_screen(page) + barriers.cut_off(page))
        found += named(path, faults_in_both_looks(page))
    assert found == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_state(new_page: NewPage, address: str, width: int, state: str) -> None:
    page = bring_axe(new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce"))
    STATES[state](page, address)
    assert barriers.wider_than_the_screen(page) + barriers.cut_off(page) + faults_in_both_looks(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_where_all_is_filled_in(new_page: NewPage, address: str, site: Path, width: int) -> None:
    found = []
    for path in kinds(site):
        page = bring_axe(new_page(viewport={"width": width, "height": 800}))
        page.goto(address + path)
        fill(page)
        found += named(path, faults(page) + barriers.wider_than_the_screen(page) + barriers.too_small(page, 44))
        page.context.close()  # its Python would go on working beside all pages that follow
    assert found == []


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_stop_of_the_keyboard_is_seen_and_so_is_its_focus(
    new_page: NewPage, address: str, site: Path, width: int, part: int
) -> None:
    page = new_page(reduced_motion="reduce", viewport={"width": width, "height": 800})
    found: list[str] = []
    seen: set[str] = set()
    for path in part_of(kinds(site), part):
        page.goto(address + path)
        found += named(path, barriers.poor_or_unmarked_stops(page, 400, seen))
    assert found == []


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_focus_is_seen_in_other_colours(new_page: NewPage, address: str, site: Path, options: dict[str, str]) -> None:
    page = new_page(reduced_motion="reduce", viewport={"width": 800, "height": 600}, **options)
    found: list[str] = []
    seen: set[str] = set()
    for path in kinds(site):
        page.goto(address + path)
        found += named(path, barriers.poor_or_unmarked_stops(page, 60, seen, all_seen=False))
    assert found == []


@pytest.mark.parametrize("options", [{"forced_colors": "active"}, {"color_scheme": "dark"}, {}])
def test_every_picture_can_be_seen(new_page: NewPage, address: str, site: Path, options: dict[str, str]) -> None:
    blank, page = new_page(), new_page(**options)
    found = []
    for path in kinds(site):
        page.goto(address + path)
        expect(page.locator(DRAWN_ANEW)).to_have_count(0, timeout=60_000)
        found += named(path, barriers.flat_pictures(page, blank))
    assert found == []


@pytest.mark.parametrize("part", PARTS)
def test_nothing_breaks_the_policy_or_asks_another_host(new_page: NewPage, address: str, site: Path, part: int) -> None:
    found: list[str] = []
    page = new_page(viewport={"width": 1280, "height": 800}, service_workers="allow")
    page.add_init_script(ALONE)
    page.add_init_script(NOTE_VIOLATIONS)
    page.on("console", lambda said: found.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on("request", lambda asked: found.append(asked.url) if not asked.url.startswith((address, "data:")) else None)
    for path in part_of(addresses(site), part):
        page.goto(address + path)
        fill(page)
        page.wait_for_function(NOTHING_MORE_ASKED, polling=500, timeout=90_000)  # the whole book takes a while
    assert found == []


def test_vnu_finds_no_error(site: Path) -> None:
    pages = [str(path) for path in sorted(site.rglob("*.html"))]
    command = [JAVA.read_text().strip(), "-jar", str(VNU), "--errors-only", "--format", "json", *pages]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)
    assert [f"{each['url']}: {each['message']}: {each.get('extract')}" for each in told["messages"]] == []
