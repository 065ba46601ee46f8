"""The power map by finger, by real touch events; and dragged in Firefox."""

import pytest
from playwright.sync_api import Page, expect

from framework.tools.power_map.picture import FRAMES
from tests.browser.fingers import Fingers
from tests.browser.kept import keeping, kept
from tests.browser.map_page import PAGE, mark, panel, place, quiet, spot, start_with
from tests.conftest import NewPage

NARROW = FRAMES["narrow"]


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """A small phone."""
    return new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)


def scrolled(page: Page) -> float:
    found: float = page.evaluate("scrollY")
    return found


def near(marks: dict[str, float], power: float, affected: float) -> bool:
    """Whether someone stands where a finger put them, as far as a finger can tell."""
    return abs(marks["power"] - power) <= 0.1 and abs(marks["affected"] - affected) <= 0.1


def test_a_mark_goes_with_the_finger_and_the_page_stays(phone: Page, address: str) -> None:
    start_with(phone, address, quiet())
    start, end = spot(phone, 3, 3, NARROW), spot(phone, 1.5, 2, NARROW)
    before = scrolled(phone)
    fingers = Fingers(phone)
    fingers.press(start)
    fingers.move(start, end)
    expect(mark(phone, "s1")).to_have_class("who chosen lifted")
    fingers.lift()
    expect(phone.locator("[data-announcement]")).to_contain_text("Ward councillor: power 1.5 of 5")
    assert near(place(phone, "s1"), 1.5, 2)
    assert scrolled(phone) == before


def test_a_finger_on_empty_ground_scrolls_the_map_and_moves_nobody(phone: Page, address: str) -> None:
    start_with(phone, address, quiet())
    phone.locator("[data-do=larger]").tap()
    expect(phone.locator("[data-zoom]")).to_have_text("150%")
    before = phone.locator("[data-stage]").evaluate("stage => stage.scrollTop")
    box = phone.locator("[data-stage]").bounding_box()
    assert box
    Fingers(phone).drag((box["x"] + 60, box["y"] + 120), (box["x"] + 60, box["y"] + 250))
    phone.wait_for_function("(before) => document.querySelector('[data-stage]').scrollTop < before - 50", arg=before)
    assert kept(phone)["power-map"]["map"] == quiet()


def test_two_fingers_zoom_the_map_about_the_place_between_them(phone: Page, address: str) -> None:
    start_with(phone, address, quiet())
    middle = spot(phone, 3, 3, NARROW)
    wide = phone.locator(".power-map-canvas").evaluate("svg => svg.clientWidth")
    Fingers(phone).pinch(middle, 60, 150)
    expect(phone.locator("[data-zoom]")).to_have_text("250%")
    box = mark(phone, "s1").locator(".hit").bounding_box()
    assert box
    assert abs(box["x"] + box["width"] / 2 - middle[0]) < 8
    assert abs(box["y"] + box["height"] / 2 - middle[1]) < 8
    assert phone.locator(".power-map-canvas").evaluate("svg => svg.clientWidth") > 2.4 * wide
    assert phone.evaluate("visualViewport.scale") == 1  # the map is larger, not the page
    Fingers(phone).drag(middle, (middle[0] + 70, middle[1]))
    assert place(phone, "s1")["affected"] > 3
    Fingers(phone).pinch((180, middle[1]), 200, 40)
    expect(phone.locator("[data-zoom]")).to_have_text("100%")


def test_the_nearer_of_two_marks_is_the_one_that_is_pressed(phone: Page, address: str) -> None:
    plain = quiet()
    plain["phases"][0]["places"]["s1"].update(power=3, affected=3)
    plain["phases"][0]["places"]["s2"].update(power=3, affected=3.3)  # drawn later, so that it lies on top
    start_with(phone, address, plain)
    x, y = spot(phone, 3, 3, NARROW)
    phone.touchscreen.tap(x + 3, y)
    expect(phone.locator("[data-chosen] h2")).to_have_text("Ward councillor")
    x, y = spot(phone, 3, 3.3, NARROW)
    phone.touchscreen.tap(x - 3, y)
    expect(phone.locator("[data-chosen] h2")).to_have_text("The lender")


def test_someone_is_added_and_named_on_the_map_and_linked_from_mark_to_mark_by_finger(
    phone: Page, address: str
) -> None:
    start_with(phone, address, quiet())
    phone.get_by_role("button", name="Add someone").first.scroll_into_view_if_needed()
    before = scrolled(phone)
    phone.get_by_role("button", name="Add someone").first.tap()
    field = phone.get_by_label("Role or group", exact=True)
    expect(field).to_be_focused()
    assert abs(scrolled(phone) - before) < 2  # one stays where one is
    phone.keyboard.type("Youth club")
    phone.keyboard.press("Enter")
    expect(phone.locator("[data-chosen] h2")).to_have_text("Youth club")
    panel(phone, "Chosen")
    phone.get_by_role("button", name="Link to").tap()
    expect(phone.locator("[data-linking]")).to_have_text(
        "A link from Youth club. Press the one it goes to. Escape gives it up."
    )
    phone.touchscreen.tap(*spot(phone, 4.5, 1.5, NARROW))
    phone.get_by_role("button", name="trusts").tap()
    now = kept(phone)["power-map"]["map"]
    assert [each["name"] for each in now["stakeholders"]][-1] == "Youth club"
    assert [(each["from"], each["kind"], each["to"]) for each in now["phases"][0]["links"]] == [("s4", "trusts", "s2")]


def test_a_link_is_drawn_by_keys(page: Page, address: str) -> None:
    start_with(page, address, quiet())
    page.get_by_role("application").focus()
    page.keyboard.press("Home")
    page.keyboard.press("l")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="influences").press("Enter")
    assert [(each["from"], each["to"]) for each in kept(page)["power-map"]["map"]["phases"][0]["links"]] == [
        ("s1", "s3")
    ]
    page.keyboard.press("l")
    page.keyboard.press("Escape")
    page.keyboard.press("F2")
    page.keyboard.type("All tenants")
    page.keyboard.press("Enter")
    assert kept(page)["power-map"]["map"]["stakeholders"][2]["name"] == "All tenants"


def test_firefox_drags_too(new_firefox_page: NewPage, address: str) -> None:
    page = new_firefox_page(viewport={"width": 360, "height": 740})
    page.goto(address)
    page.evaluate(keeping({"power-map": {"map": quiet(), "phase": "p1"}}))
    page.goto(address + PAGE)
    page.mouse.move(*spot(page, 3, 3, NARROW))
    page.mouse.down()
    page.mouse.move(*spot(page, 2.5, 2.5, NARROW), steps=4)
    page.mouse.move(*spot(page, 2, 2, NARROW), steps=4)
    page.mouse.up()
    assert near(place(page, "s1"), 2, 2)
