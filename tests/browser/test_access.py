"""Nobody is kept out: what a developer would wait for. `make audit` looks at every page, and in every state."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import barriers
from tests.axe import bring_axe, faults
from tests.conftest import NewPage
from tests.pages import kinds
from tests.states import QUICK, STATES

STOPS = 10
"""How often one may press Tab before the text."""
LOOKS = [(320, 256, "light"), (1280, 800, "dark")]
"""A width and height of the window, and a look. The first is what a screen of 1280 x 1024 has left at 400%."""
BOOK = "/book/"
"""All in one page, which axe takes 13 s to look through: the audit has it do so."""


def named(path: str, found: list[str]) -> list[str]:
    return [f"{path}: {each}" for each in found]


def late_text(page: Page) -> list[str]:
    """What stands between the beginning of a page and its text, for the keyboard."""
    there = list(barriers.stops(page, STOPS + 1))
    before = [stop for stop in there if stop["isBefore"]]
    found = barriers.poor_stops(before)
    if len(before) > STOPS:
        found.append(f"more than {STOPS} stops before the text")
    if not page.evaluate(barriers.BARE) and "shell-skip" not in there[0]["html"]:
        found.append(f"the first stop is not the way past the header, but {there[0]['html']}")
    return found


def beyond_the_edge(page: Page) -> list[str]:
    return barriers.wider_than_the_screen(page) + barriers.cut_off(page)


@pytest.mark.parametrize(("width", "height", "look"), LOOKS)
def test_no_kind_of_page_keeps_anybody_out(
    new_page: NewPage, address: str, site: Path, width: int, height: int, look: str
) -> None:
    """By keyboard, by ear, for who asked for less motion, by axe, and in letters of twice the size; in one visit."""
    page = new_page(reduced_motion="reduce", viewport={"width": width, "height": height}, color_scheme=look)
    bring_axe(page)
    found = []
    for path in kinds(site):
        page.goto(address + path)
        found += named(path, barriers.moving(page) + barriers.poorly_heard(page) + beyond_the_edge(page))
        found += named(path, late_text(page))
        if path != BOOK:
            found += named(path, faults(page))
        if width > LOOKS[0][0]:
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            found += named(f"{path} twice as large", beyond_the_edge(page))
    assert found == []


@pytest.mark.parametrize("state", QUICK)
def test_axe_finds_nothing_in_states(new_page: NewPage, address: str, state: str) -> None:
    page = bring_axe(new_page(viewport={"width": 320, "height": 800}))
    STATES[state](page, address)
    assert faults(page) == []
    assert barriers.wider_than_the_screen(page) == []


def test_axe_would_find_a_barrier(page: Page, address: str) -> None:
    bring_axe(page).goto(f"{address}/about/")
    page.evaluate("document.querySelector('.shell-menu-button').textContent = ''")
    page.evaluate("document.querySelector('#content').append(document.createElement('input'))")
    page.evaluate("document.querySelector('#content h1').style.color = 'silver'")
    rules = {fault.split(":")[0] for fault in faults(page)}
    assert {"label", "color-contrast"} <= rules


def test_the_way_past_the_header(page: Page, address: str) -> None:
    page.goto(f"{address}/principles/power-dynamics/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#content'))")


@pytest.mark.parametrize("width", [320, 1280])
def test_focus_is_seen_in_the_header(new_page: NewPage, address: str, width: int) -> None:
    page = new_page(reduced_motion="reduce", viewport={"width": width, "height": 800})
    page.goto(f"{address}/about/")
    assert barriers.poor_or_unmarked_stops(page, STOPS, set()) == []


def test_what_one_taps_is_large(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 320, "height": 800}, has_touch=True)
    STATES["check_with_a_result"](page, address)
    assert barriers.too_small(page, 44) == []


@pytest.mark.parametrize("options", [{"forced_colors": "active"}, {"color_scheme": "dark"}, {"color_scheme": "light"}])
def test_pictures_can_be_seen_in_all_colours(new_page: NewPage, address: str, options: dict[str, str]) -> None:
    blank, page = new_page(), new_page(**options)
    found = []
    for path in ("/", "/principles/power-dynamics/", "/check/health/"):
        page.goto(address + path)
        found += named(path, barriers.flat_pictures(page, blank))
    assert found == []
