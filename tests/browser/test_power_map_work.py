"""The map in the whole window: as large as there is room, its panels beside it; and many found, chosen and changed at once."""

import copy

import pytest
from playwright.sync_api import Page, expect

from framework.tools.power_map.picture import FRAMES
from tests.axe import bring_axe, faults
from tests.browser.fingers import Fingers
from tests.browser.kept import keeping, kept
from tests.browser.map_page import ABOUT, PAGE, panel, place, quiet, row, start_with, waited
from tests.conftest import NewPage
from tests.framework.maps import crowd


def test_the_map_fills_a_page_of_its_own_that_its_tools_page_leads_to_by_one_press(page: Page, address: str) -> None:
    start_with(page, address, quiet())
    page.goto(address + ABOUT)
    expect(page.locator(".power-map__example-map svg:visible.power-map-picture")).to_have_count(1)
    expect(page.locator("power-map, .power-map-canvas")).to_have_count(0)
    page.get_by_role("link", name="Go to the map").first.click()
    expect(page).to_have_url(address + PAGE)
    page.wait_for_function(
        "() => document.querySelector('.power-map-canvas')?.getBoundingClientRect().height > 0.6 * innerHeight"
    )
    box = page.locator(".power-map-canvas").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 800
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    tabs = page.get_by_role("toolbar", name="Panels")
    for name in ("Map", "People", "Links", "Findings", "Files"):
        tabs.get_by_role("button", name=name).click()
        expect(page.locator("[data-panel]:visible")).to_have_count(1)
        assert page.locator("[data-panel]:visible").evaluate("panel => panel.scrollWidth <= panel.clientWidth"), name
    tabs.get_by_role("link", name="About the map").click()
    expect(page.get_by_role("heading", name="How to run it")).to_be_visible()
    page.evaluate("location.hash = 'work'")  # where the map was once
    expect(page).to_have_url(address + PAGE)
    expect(page.locator(".power-map-canvas .who")).to_have_count(3)


def test_all_that_is_known_of_someone_is_seen_beside_the_map(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "People")
    people = page.locator("[data-panel=people]").bounding_box()
    assert people
    assert people["x"] + people["width"] <= 1280
    for field in row(page, "s1").locator("[data-key], button").all():
        box = field.bounding_box()
        assert box
        assert people["x"] <= box["x"]
        assert box["x"] + box["width"] <= people["x"] + people["width"]


def test_the_whole_screen_is_given_and_given_back(page: Page, address: str) -> None:
    start_with(page, address, quiet())
    button = page.get_by_role("button", name="Full screen")
    button.click()
    page.wait_for_function("() => document.fullscreenElement?.localName === 'power-map'")
    expect(page.locator(".power-map-canvas")).to_be_visible()
    button.click()
    page.wait_for_function("() => !document.fullscreenElement")
    expect(page.locator(".power-map-canvas")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_what_fills_the_window_is_as_accessible(new_page: NewPage, address: str, width: int) -> None:
    page = bring_axe(new_page(viewport={"width": width, "height": 740}))
    page.goto(address + PAGE)
    waited(page)
    for name in ("Chosen", "People", "Files"):
        page.get_by_role("toolbar", name="Panels").get_by_role("button", name=name).click()
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_estate_is_mapped_by_touch_on_a_small_phone(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(address + PAGE)
    page.get_by_role("button", name="Start your own map").tap()
    narrow = FRAMES["narrow"]
    fingers = Fingers(page)
    wanted = {"Tenants of Block C": (1.5, 5), "Ward councillor": (4.5, 2), "The lender": (4, 1.5)}

    def at(power: float, affected: float) -> tuple[float, float]:
        box = page.locator(".power-map-canvas").bounding_box()
        assert box
        x, y = narrow.point(power, affected)
        return box["x"] + x * box["width"] / narrow.width, box["y"] + y * box["height"] / narrow.height

    for name, spot in wanted.items():
        page.get_by_role("button", name="Add someone").first.tap()
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        fingers.drag(at(3, 3), at(*spot))
        expect(page.locator("[data-announcement]")).to_contain_text(f"{name}: power")
    chosen = page.get_by_role("toolbar", name="Panels").get_by_role("button", name="Chosen")
    chosen.tap()
    page.get_by_role("button", name="Link to").tap()
    expect(page.locator("[data-panel]:visible")).to_have_count(0)  # the map is there to be pressed
    page.touchscreen.tap(*at(*wanted["Ward councillor"]))
    page.get_by_role("button", name="funds").tap()
    phase = kept(page)["power-map"]["map"]["phases"][0]
    assert [(each["from"], each["kind"], each["to"]) for each in phase["links"]] == [("s3", "funds", "s2")]
    chosen.tap()
    page.get_by_role("button", name="Edit in the table").tap()
    expect(row(page, "s3").locator("[data-key=name]")).to_be_focused()
    for who, spot in zip(phase["places"].values(), wanted.values(), strict=True):
        assert abs(who["power"] - spot[0]) <= 0.15
        assert abs(who["affected"] - spot[1]) <= 0.15
    assert [each["name"] for each in kept(page)["power-map"]["map"]["stakeholders"]] == list(wanted)


def test_a_press_on_empty_ground_lets_go_unless_a_place_is_asked_for(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    page.evaluate(keeping({"power-map": {"map": quiet(), "phase": "p1"}}))
    page.goto(address + PAGE)
    box = page.locator(".power-map-canvas").bounding_box()
    assert box

    def at(power: float, affected: float) -> tuple[float, float]:
        x, y = FRAMES["wide"].point(power, affected)
        return box["x"] + x * box["width"] / 960, box["y"] + y * box["height"] / 720

    page.mouse.click(*at(3, 3))
    expect(page.locator("[data-chosen] h2")).to_have_text("Ward councillor")
    page.mouse.click(*at(4, 2))
    expect(page.locator("[data-chosen]")).to_be_hidden()
    assert kept(page)["power-map"]["map"] == quiet()
    page.mouse.click(*at(3, 3))
    page.get_by_role("button", name="Press its place").click()
    page.mouse.click(*at(4, 2))
    assert (place(page, "s1")["power"], place(page, "s1")["affected"]) == (4, 2)


def test_many_are_found_chosen_and_changed_at_once(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "People")
    page.get_by_label("Find by name").fill("t")
    expect(page.locator("[data-people] tr")).to_have_count(2)
    expect(page.locator("[data-found]")).to_have_text("2 of 3 fit")
    expect(page.locator(".power-map-canvas .not-placed")).to_have_count(1)
    page.get_by_role("button", name="Choose all that are shown").click()
    expect(page.locator("[data-picked]")).to_have_text("2 chosen")
    page.get_by_label("What to do with them").select_option("side resident")
    page.get_by_role("button", name="Do it").click()
    page.get_by_label("What to do with them").select_option("up")
    page.get_by_role("button", name="Do it").click()
    now = kept(page)["power-map"]["map"]
    assert [each["side"] for each in now["stakeholders"]].count("resident") == 2
    page.get_by_label("Find by name").fill("")
    row(page, "s1").get_by_role("checkbox", name="Choose Ward councillor").check()
    expect(page.locator("[data-picked]")).to_have_text("3 chosen")
    page.get_by_label("What to do with them").select_option("remove")
    page.get_by_role("button", name="Do it").click()
    assert kept(page)["power-map"]["map"]["stakeholders"] == []
    for _ in range(3):
        page.get_by_role("button", name="Undo").click()
    assert kept(page)["power-map"]["map"] == quiet()
    assert place(page, "s1")


def test_many_are_found_by_seat_and_side(page: Page, address: str) -> None:
    plain = crowd(200)
    start_with(page, address, plain, "People")
    finder = page.get_by_role("search", name="Find on the map")
    finder.locator("[data-find-seat]").select_option("yes")
    finder.locator("[data-find-side]").select_option("resident")
    seats = plain["phases"][0]["places"]
    fitting = [each for each in plain["stakeholders"] if each["side"] == "resident" and seats[each["id"]]["at_table"]]
    expect(page.locator("[data-found]")).to_have_text(f"{len(fitting)} of 200 fit")
    expect(page.locator("[data-people] tr")).to_have_count(len(fitting))


def test_who_came_or_goes_is_found_by_phase(page: Page, address: str) -> None:
    plain = quiet()
    first = plain["phases"][0]
    later = copy.deepcopy(first) | {"id": "p2", "name": "Building"}
    del later["places"]["s1"]
    plain["phases"].append(later)
    start_with(page, address, plain, "People")
    phase = page.get_by_label("In another phase")
    names = page.locator("[data-people] [data-key=name]")
    phase.select_option(label="Not there: Building")
    expect(names).to_have_count(1)
    expect(names).to_have_value("Ward councillor")
    phase.select_option(label="There: Building")
    expect(names).to_have_count(2)
    panel(page, "Map")
    page.get_by_label("Phase", exact=True).select_option("p2")
    expect(phase.locator("option")).to_have_text(["Any", "There: A crowd", "Not there: A crowd"])
    expect(names).to_have_count(2)


def test_where_there_is_one_phase_nobody_is_looked_for_by_it(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "People")
    expect(page.get_by_label("Find by name")).to_be_visible()
    expect(page.get_by_label("In another phase")).to_be_hidden()
