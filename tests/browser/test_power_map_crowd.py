"""Many at one place, and people without a place: the picture says what the marks say."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from framework.tools.power_map.picture import FRAMES, WIDE, Frame
from tests.browser.fingers import Fingers
from tests.browser.kept import kept
from tests.browser.map_page import mark, panel, place, quiet, spot, start_with, waited
from tests.conftest import NewPage
from tests.framework.maps import crowd


def at_the_top(count: int) -> dict[str, Any]:
    """Everyone has the highest marks."""
    plain = crowd(count)
    plain["phases"][0]["links"] = []
    for spot_ in plain["phases"][0]["places"].values():
        spot_.update(power=5, affected=5)
    return plain


def beside(*ids: str) -> dict[str, Any]:
    """The quiet map, of which these are not placed yet."""
    plain = quiet()
    for id_ in ids:
        plain["phases"][0]["waiting"][id_] = {**plain["phases"][0]["places"].pop(id_), "power": None, "affected": None}
    return plain


def seen(page: Page) -> list[list[float]]:
    """The middles of the marks that can be seen, in the map's own units."""
    found: list[list[float]] = page.locator(".power-map-canvas .who").evaluate_all(
        """marks => marks.filter((mark) => getComputedStyle(mark).visibility === "visible")
          .map((mark) => mark.getAttribute("transform").match(/[\\d.]+/g).slice(0, 2).map(Number))"""
    )
    return found


@pytest.mark.parametrize(("width", "frame"), [(1280, WIDE), (360, FRAMES["narrow"])])
def test_forty_at_one_place_are_one_mark_that_opens(new_page: NewPage, address: str, width: int, frame: Frame) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    start_with(page, address, at_the_top(40))
    waited(page)
    assert seen(page) == [[round(each, 1) for each in frame.point(5, 5)]]
    expect(page.locator(".power-map-canvas .who:not(.under) .badge-number:visible").first).to_have_text("40")
    page.mouse.click(*spot(page, 5, 5, frame))
    people = page.locator("[data-choices]")
    expect(people.get_by_role("heading")).to_have_text("40 here")
    people.get_by_role("button").nth(7).click()
    chosen = page.locator("[data-chosen] h2").inner_text()
    expect(people).to_be_hidden()
    x, y = spot(page, 5, 5, frame)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(*spot(page, 4, 4, frame), steps=4)
    page.mouse.move(*spot(page, 3, 3, frame), steps=4)
    page.mouse.up()
    names = {each["name"]: each["id"] for each in kept(page)["power-map"]["map"]["stakeholders"]}
    moved = place(page, names[chosen])
    assert (moved["power"], moved["affected"]) == (3, 3)
    assert len(seen(page)) == 2
    expect(page.locator(".power-map-canvas .who:not(.under) .badge-number:visible").first).to_have_text("39")


CROSSING = """() => {
  const seen = (selector) => [...document.querySelectorAll(`.power-map-canvas ${selector}`)]
    .filter((each) => getComputedStyle(each).visibility === "visible")
    .map((each) => ({ words: each.textContent, box: each.getBoundingClientRect() }));
  const titles = seen(".area");
  const over = ({ box: one }, { box: other }) =>
    one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  return seen(".name, .link-words:not([hidden])").flatMap((name) =>
    titles.filter((title) => over(name, title)).map((title) => `${name.words} lies on ${title.words}`));
}"""
"""For a page: which names and words of links lie on what an area is called."""


def test_no_name_lies_on_what_an_area_is_called_however_large_the_map_is(page: Page, address: str) -> None:
    start_with(page, address, crowd(60))
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        for zoom in ("100%", "150%"):
            expect(page.locator("[data-zoom]")).to_have_text(zoom)
            page.wait_for_function("() => !document.querySelector('power-map').hasAttribute('aria-busy')")
            page.wait_for_function(f"() => ({CROSSING})().length === 0")
            page.locator("[data-do=larger]").click()
        for _ in range(2):
            page.locator("[data-do=smaller]").click()


def test_keys_go_through_those_at_one_place(page: Page, address: str) -> None:
    start_with(page, address, at_the_top(3))
    page.get_by_role("application").focus()
    page.keyboard.press("Home")
    first = page.locator("[data-chosen] h2").inner_text()
    page.keyboard.press("PageDown")
    second = page.locator("[data-chosen] h2").inner_text()
    assert first != second
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert sorted(each["affected"] for each in kept(page)["power-map"]["map"]["phases"][0]["places"].values()) == [
        4.5,
        5,
        5,
    ]


def test_who_is_not_placed_waits_and_is_put_on_the_map_by_mouse_keys_and_table(page: Page, address: str) -> None:
    start_with(page, address, beside("s1", "s2", "s3"))
    expect(page.locator(".power-map-canvas .who")).to_have_count(0)
    waiting = page.locator("[data-tray] button")
    expect(waiting).to_have_text(["Ward councillor", "The lender", "Tenants"])
    box = waiting.nth(0).bounding_box()
    assert box
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 60, steps=3)
    canvas = page.locator(".power-map-canvas").bounding_box()
    assert canvas
    x, y = WIDE.point(3, 2)
    page.mouse.move(canvas["x"] + x * canvas["width"] / 960, canvas["y"] + y * canvas["height"] / 720, steps=4)
    page.mouse.up()
    assert (place(page, "s1")["power"], place(page, "s1")["affected"]) == (3, 2)
    waiting.nth(0).click()  # a press, and then the place
    expect(waiting.nth(0)).to_have_attribute("aria-pressed", "true")
    page.mouse.click(*spot(page, 4, 4))
    assert (place(page, "s2")["power"], place(page, "s2")["affected"]) == (4, 4)
    waiting.nth(0).focus()
    page.keyboard.press("Enter")
    for key in ("ArrowUp", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    assert (place(page, "s3")["power"], place(page, "s3")["affected"]) == (4, 3)
    expect(page.locator("[data-tray]")).to_be_hidden()
    page.get_by_role("button", name="Not placed yet").click()
    expect(waiting).to_have_text(["Tenants"])
    panel(page, "People")
    page.get_by_label("Power of the role, Tenants").fill("2")
    page.keyboard.press("Tab")
    page.get_by_label("Affected, Tenants").fill("5")
    page.keyboard.press("Tab")
    assert (place(page, "s3")["power"], place(page, "s3")["affected"]) == (2, 5)
    assert kept(page)["power-map"]["map"]["phases"][0]["waiting"] == {}


def test_a_finger_drags_a_name_onto_the_map(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    start_with(page, address, beside("s1"))
    spot(page, 3, 3, FRAMES["narrow"])
    box = page.locator("[data-tray] button").bounding_box()
    canvas = page.locator(".power-map-canvas").bounding_box()
    assert box
    assert canvas
    x, y = FRAMES["narrow"].point(4, 2)
    end = canvas["x"] + x * canvas["width"] / 360, canvas["y"] + y * canvas["height"] / 520
    Fingers(page).drag((box["x"] + 20, box["y"] + 20), end)
    expect(mark(page, "s1")).to_be_visible()
    moved = place(page, "s1")
    assert abs(moved["power"] - 4) <= 0.1
    assert abs(moved["affected"] - 2) <= 0.1
