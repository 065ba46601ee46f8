"""The power map, by mouse, by keyboard and by table: real Chromium, real Python. Each way must end in the same data."""

import copy
import io
import json
import math
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from PIL import Image
from playwright.sync_api import Page, expect

from framework.content.model import Framework
from framework.tools.power_map.describe import describe
from framework.tools.power_map.picture import FRAMES, WIDE, points, power_map_picture
from framework.tools.power_map.read import phase_of, read_map
from macros.power_map import example
from tests.browser.kept import REFUSE, keep, kept
from tests.browser.map_page import ABOUT, PAGE, mark, panel, place, quiet, row, spot, start_with, waited
from tests.browser.misbehaving import never_comes
from tests.conftest import NewPage
from tests.framework.maps import crowd


def move_by_drag(page: Page) -> None:
    page.mouse.move(*spot(page, 3, 3))
    page.mouse.down()
    page.mouse.move(*spot(page, 3.5, 2.5), steps=5)
    page.mouse.move(*spot(page, 4, 2), steps=5)
    page.mouse.up()


def move_by_clicks(page: Page) -> None:
    page.mouse.click(*spot(page, 3, 3))
    page.get_by_role("button", name="Press its place").click()
    page.mouse.click(*spot(page, 4, 2))


def move_by_buttons(page: Page) -> None:
    page.mouse.click(*spot(page, 3, 3))
    for name in ("More power", "More power", "Less affected", "Less affected"):
        page.get_by_role("button", name=name).click()


def move_by_keys(page: Page) -> None:
    canvas = page.get_by_role("application")
    canvas.focus()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    for key in ("ArrowUp", "ArrowUp", "ArrowLeft", "ArrowLeft", "Enter"):
        page.keyboard.press(key)


def move_by_table(page: Page) -> None:
    panel(page, "People")
    page.get_by_label("Power of the role, Ward councillor").fill("4")
    page.get_by_label("Affected, Ward councillor").fill("2")
    page.keyboard.press("Tab")


WAYS = {
    "drag": move_by_drag,
    "clicks": move_by_clicks,
    "buttons": move_by_buttons,
    "keys": move_by_keys,
    "table": move_by_table,
}


@pytest.mark.parametrize("way", list(WAYS))
def test_each_way_of_moving_ends_in_the_same_data(page: Page, address: str, way: str) -> None:
    start_with(page, address, quiet())
    WAYS[way](page)
    expect(page.locator("[data-announcement]")).to_have_text("Ward councillor: power 4 of 5, affected 2 of 5")
    wanted = quiet()
    wanted["phases"][0]["places"]["s1"].update(power=4, affected=2)
    assert kept(page)["power-map"]["map"] == wanted
    expect(page.get_by_label("Power of the role, Ward councillor")).to_have_value("4")
    expect(page.get_by_label("Affected, Ward councillor")).to_have_value("2")
    x, y = WIDE.point(4, 2)
    expect(mark(page, "s1")).to_have_attribute("transform", re.compile(rf"translate\({x:g}[.0-9]*,{int(y)}"))
    while page.locator("[data-do=undo][aria-disabled=false]").count():
        page.get_by_role("button", name="Undo").click()
    assert kept(page)["power-map"]["map"] == quiet()


def test_a_press_on_a_mark_does_not_move_it(page: Page, address: str) -> None:
    start_with(page, address, quiet())
    x, y = spot(page, 3, 3)
    page.mouse.click(x + 5, y + 4)
    expect(page.locator("[data-chosen] h2")).to_have_text("Ward councillor")
    page.mouse.click(x - 5, y - 4)
    assert kept(page)["power-map"]["map"] == quiet()


def test_keys_put_back_and_choose_by_direction(page: Page, address: str) -> None:
    start_with(page, address, quiet())
    page.get_by_role("application").focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-chosen] h2")).to_have_text("Tenants")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[data-chosen] h2")).to_have_text("The lender")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-announcement]")).to_have_text("The lender: power 4 of 5, affected 1.5 of 5")
    page.keyboard.press("Escape")
    expect(page.locator("[data-announcement]")).to_have_text("The lender put back: power 4.5 of 5, affected 1.5 of 5")
    assert kept(page)["power-map"]["map"] == quiet()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+ArrowUp")
    page.keyboard.press("Enter")
    assert place(page, "s2")["power"] == 4.6


def test_the_map_is_one_tab_stop(page: Page, address: str) -> None:
    start_with(page, address, quiet())
    assert page.locator(".power-map-canvas [tabindex]").count() == 0
    canvas = page.get_by_role("application")
    canvas.focus()
    page.keyboard.press("Home")
    chosen = canvas.get_attribute("aria-activedescendant")
    expect(page.locator(f"#{chosen}")).to_have_attribute(
        "aria-label", "Ward councillor: power 3 of 5, affected 3 of 5, not at the table"
    )


def add_by_button_and_table(page: Page) -> None:
    page.get_by_role("button", name="Add someone").first.click()
    page.keyboard.type("Youth club")
    page.keyboard.press("Tab")
    panel(page, "People")
    side = page.get_by_label("Side, Youth club")
    side.select_option("organisation")


def test_someone_is_added_and_taken_off_by_each_way(page: Page, address: str) -> None:
    start_with(page, address, quiet())
    add_by_button_and_table(page)
    added = kept(page)["power-map"]["map"]
    assert added["stakeholders"][-1] == {
        "id": "s4",
        "name": "Youth club",
        "kind": "other",
        "side": "organisation",
        "notes": "",
    }
    expect(mark(page, "s4").locator("rect.organisation")).to_be_visible()
    row(page, "s4").get_by_role("button").click()  # by the table
    assert kept(page)["power-map"]["map"] == quiet()
    page.get_by_role("button", name="Undo").click()
    assert kept(page)["power-map"]["map"] == added
    page.get_by_role("application").focus()  # by keys
    page.keyboard.press("End")
    page.keyboard.press("Delete")
    assert kept(page)["power-map"]["map"] == quiet()
    page.keyboard.press("Control+z")
    assert kept(page)["power-map"]["map"] == added
    mark(page, "s4").click()  # by the mouse
    panel(page, "Chosen")
    page.locator("[data-chosen]").get_by_role("button", name="Take off").click()
    assert kept(page)["power-map"]["map"] == quiet()
    page.get_by_role("application").focus()
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+y")
    assert kept(page)["power-map"]["map"] == quiet()


def test_a_seat_is_given_on_the_map_and_in_the_table(page: Page, address: str) -> None:
    start_with(page, address, quiet())
    mark(page, "s1").click()
    page.locator("[data-chosen]").get_by_label("At the table").check()
    assert place(page, "s1")["at_table"] is True
    expect(page.get_by_label("At the table, Ward councillor")).to_be_checked()
    expect(mark(page, "s1").locator(".ring")).to_be_visible()
    panel(page, "People")
    page.get_by_label("At the table, Ward councillor").uncheck()
    assert place(page, "s1")["at_table"] is False
    expect(mark(page, "s1").locator(".ring")).to_be_hidden()
    expect(page.locator("[data-chosen]").get_by_label("At the table")).not_to_be_checked()


def test_links_are_typed_directed_and_follow(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "Links")
    page.get_by_label("From", exact=True).fill("lend")
    page.keyboard.press("Enter")
    page.get_by_label("What", exact=True).select_option("funds")
    page.get_by_label("To", exact=True).fill("Tenants")
    page.get_by_role("button", name="Add a link").click()
    links = kept(page)["power-map"]["map"]["phases"][0]["links"]
    assert [(each["from"], each["kind"], each["to"]) for each in links] == [("s2", "funds", "s3")]
    expect(page.locator("[data-announcement]")).to_have_text("Link: The lender funds Tenants")
    line = page.locator(".layer-links path")
    expect(line).to_have_class("formal")
    before = line.get_attribute("d")
    page.mouse.move(*spot(page, 4.5, 1.5))
    page.mouse.down()
    page.mouse.move(*spot(page, 4, 3), steps=4)
    page.mouse.move(*spot(page, 4, 3.5))
    expect(line).not_to_have_attribute("d", str(before))  # while it moves
    page.mouse.up()
    page.get_by_label("What, 1").select_option("trusts")
    expect(line).to_have_class("informal")
    page.get_by_role("button", name="Take away link, 1").click()
    assert kept(page)["power-map"]["map"]["phases"][0]["links"] == []


def test_phases_keep_their_own_places_and_what_moved_is_told(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "Map")
    page.get_by_text("Change phases").click()
    page.get_by_role("button", name="Begin the next phase from this one").click()
    page.get_by_label("Name of this phase").fill("Design and planning")
    page.keyboard.press("Tab")
    move_by_drag(page)
    panel(page, "People")
    page.get_by_label("At the table, Tenants").check()
    phases = kept(page)["power-map"]["map"]["phases"]
    assert [each["name"] for each in phases] == ["A crowd", "Design and planning"]
    assert phases[0]["places"]["s1"]["power"] == 3
    assert phases[1]["places"]["s1"]["power"] == 4
    waited(page)
    moved = page.locator("[data-moves] li")
    expect(moved).to_have_text(
        [
            "Ward councillor gained power: from 3 to 4 of 5.",
            "Tenants came to the table.",
            "Ward councillor is less affected: from 3 to 2 of 5.",
        ]
    )
    expect(page.locator(".layer-trails .trail")).to_have_count(1)
    panel(page, "Map")
    page.get_by_label("Phase", exact=True).select_option("p1")
    expect(page.get_by_label("Power of the role, Ward councillor")).to_have_value("3")


def test_each_side_has_its_own_copy_and_the_widest_gap_comes_first(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "Map")
    page.get_by_label("Who places").select_option("resident")
    move_by_drag(page)
    panel(page, "People")
    page.get_by_label("Power of the role, Tenants").fill("1")
    page.keyboard.press("Tab")
    panel(page, "Map")
    page.get_by_label("Who places").select_option("organisation")
    expect(mark(page, "s1")).to_have_class(re.compile("not-placed"))
    move_by_keys_down(page)
    panel(page, "People")
    page.get_by_label("Power of the role, Tenants").fill("2")
    page.keyboard.press("Tab")
    panel(page, "Map")
    now = kept(page)["power-map"]["map"]["phases"][0]
    assert now["places"] == quiet()["phases"][0]["places"]
    assert now["views"]["resident"]["s1"] == {"power": 4, "affected": 2}
    assert now["views"]["organisation"]["s1"] == {"power": 2.5, "affected": 3}
    page.get_by_label("Who places").select_option("over")
    waited(page)
    told = page.locator("[data-differences] li")
    expect(told.nth(0)).to_contain_text("Ward councillor. Power: residents say 4, the organisation say 2.5.")
    expect(told.nth(1)).to_contain_text("Tenants. Power: residents say 1, the organisation say 2.")
    expect(page.locator(".layer-trails .over")).to_have_count(2)


def move_by_keys_down(page: Page) -> None:
    page.get_by_role("application").focus()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_what_is_worth_asking_is_what_cpython_says(page: Page, address: str, framework: Framework) -> None:
    page.goto(address + PAGE)
    waited(page)
    tool = next(each for each in framework.tools if each.id == "power-map")
    titles = {ask.title for ask in tool.asks}
    shown = page.locator("[data-findings] h3").all_text_contents()
    assert shown
    assert set(shown) <= titles
    for link in page.locator("[data-findings] a").all():
        assert page.request.get(str(link.get_attribute("href"))).ok
    found = read_map(example()["map"])
    said = page.locator("[data-description] p").all_text_contents()
    assert said == describe(found, phase_of(found, "p2")).split("\n")
    panel(page, "People")
    row(page, "s2").get_by_role("spinbutton").nth(1).fill("4")
    page.keyboard.press("Tab")
    expect(page.locator("[data-findings] .box").first).not_to_contain_text("Families in temporary homes")


def lines(svg: str) -> dict[str, list[str]]:
    tree = ET.fromstring(svg)
    found: dict[str, list[str]] = {"marks": [], "links": []}
    for each in tree.iter():
        if each.get("class", "").split(" ")[0] == "who":
            found["marks"].append(str(each.get("transform")))
        if each.get("class") in ("formal", "informal"):
            found["links"].append(str(each.get("d")))
    return found


def numbers(text: str) -> list[float]:
    return [float(each) for each in re.findall(r"-?[\d.]+", text)]


@pytest.mark.parametrize(("width", "frame"), [(1280, "wide"), (390, "narrow")])
def test_the_page_draws_what_python_draws(new_page: NewPage, address: str, width: int, frame: str) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(address + PAGE)
    waited(page)
    drawn = lines(page.locator(".power-map-canvas").evaluate("svg => new XMLSerializer().serializeToString(svg)"))
    found = read_map(example()["map"])
    wanted = lines(power_map_picture(found, phase_of(found, "p2"), "x", FRAMES[frame]))
    for kind in ("marks", "links"):
        assert len(drawn[kind]) == len(wanted[kind]) > 0
        for one, other in zip(sorted(drawn[kind]), sorted(wanted[kind]), strict=True):
            assert all(math.isclose(a, b, abs_tol=0.11) for a, b in zip(numbers(one), numbers(other), strict=True)), (
                one,
                other,
            )
    names = page.locator(".power-map-canvas .name").all_text_contents()
    svg = ET.fromstring(power_map_picture(found, phase_of(found, "p2"), "x", FRAMES[frame]))
    assert sorted(names) == sorted("".join(each.itertext()) for each in svg.iter() if each.get("class") == "name")


def test_it_can_be_changed_before_python_is_there(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800})
    never_comes(page)
    start_with(page, address, quiet())
    move_by_drag(page)
    assert place(page, "s1")["power"] == 4
    panel(page, "Files")
    page.get_by_role("radio", name="Everything").check()
    with page.expect_download() as started:
        page.get_by_role("button", name="Save a copy").first.click()
    assert json.loads(started.value.path().read_text())["phases"][0]["places"]["s1"]["power"] == 4


def saved(page: Page, button: str) -> Path:
    with page.expect_download(timeout=60_000) as started:
        page.locator(".power-map__files").get_by_role("button", name=button).click()
    return Path(started.value.path())


def private() -> dict[str, Any]:
    plain = copy.deepcopy(example()["map"])
    plain["stakeholders"][0].update(name="Jane Smith", notes="=Told us in private")
    return dict(plain)


def test_the_page_warns_of_what_looks_like_a_name_and_lists_start_no_formula(page: Page, address: str) -> None:
    start_with(page, address, private(), "Files")
    expect(page.locator("[data-like-people]")).to_contain_text("Jane Smith", timeout=90_000)
    page.get_by_role("radio", name="Everything").check()
    assert "Jane" in saved(page, "Picture (SVG)").read_text(encoding="utf-8")
    assert "'=Told us" in saved(page, "List (CSV)").read_text(encoding="utf-8")


def test_files_opened_again_give_the_same_map(page: Page, address: str) -> None:
    start_with(page, address, private(), "Files")
    page.get_by_role("radio", name="Everything").check()
    copied = saved(page, "Save a copy")
    listed = saved(page, "List (CSV)")
    before = kept(page)["power-map"]["map"]
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start a new map").click()
    assert kept(page)["power-map"]["map"]["stakeholders"] == []
    page.get_by_label("Open a file").set_input_files(
        {"name": "map.json", "mimeType": "application/json", "buffer": copied.read_bytes()}
    )
    preview = page.get_by_role("region", name="What is in the file")
    expect(preview).to_contain_text("12 stakeholders on the map in the file")
    preview.get_by_role("button", name="Use it in place of this map").click()
    again = read_map(kept(page)["power-map"]["map"])
    assert again == read_map(before)
    page.get_by_role("button", name="Start a new map").click()
    page.get_by_label("Open a file").set_input_files(
        {"name": "map.csv", "mimeType": "text/csv", "buffer": listed.read_bytes()}
    )
    expect(preview).to_contain_text("12 stakeholders in the list")
    preview.get_by_role("button", name="Add to this map").click()
    listed_again = read_map(kept(page)["power-map"]["map"])
    one, other = read_map(before).phases[0], listed_again.phases[0]
    assert [(each.name, each.notes) for each in listed_again.stakeholders] == [
        (each.name, each.notes) for each in read_map(before).stakeholders
    ]
    assert list(one.places.values()) == list(other.places.values())
    assert {(each.start, each.kind, each.end) for each in one.links} == {(e.start, e.kind, e.end) for e in other.links}


def test_a_list_with_problems_is_shown_first(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "Files")
    text = next(each for each in yaml.safe_load(open_examples()) if each["id"] == "list-in")["pasted"]
    page.get_by_label("Open a file").set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": text.encode()})
    preview = page.get_by_role("region", name="What is in the file")
    expect(preview).to_contain_text("2 stakeholders in the list", timeout=90_000)
    expect(preview).to_be_focused()
    expect(preview.get_by_role("row", name="3 Power of the role 'eleven' is no mark")).to_be_visible()
    assert kept(page)["power-map"]["map"] == quiet()
    preview.get_by_role("button", name="Leave it").click()
    assert kept(page)["power-map"]["map"] == quiet()


def open_examples() -> str:
    return (Path(__file__).parents[2] / "overrides/widgets/power-map/examples.yaml").read_text(encoding="utf-8")


def test_the_poster_is_large_enough_for_a1(page: Page, address: str) -> None:
    start_with(page, address, private(), "Files")
    page.get_by_role("radio", name="Everything").check()
    data = saved(page, "Poster (PNG, A1)").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(data[start : start + 4]) for start in (16, 20))
    assert max(width / 841, height / 594) * 25.4 >= 140  # dots to the inch, where it fills the sheet one way
    assert width * height <= 16_777_216  # more than this, and phones draw nothing
    assert len(data) > 100_000


def test_a_printed_map_is_the_safe_one_alone(page: Page, address: str) -> None:
    start_with(page, address, private(), "Files")
    page.evaluate("globalThis.print = () => { globalThis.printed = true }")
    page.get_by_role("button", name="Print the map").click()
    page.get_by_role("button", name="Make the safe copy").click(timeout=90_000)
    expect(page.locator("html[data-printing=power-map-sheet]")).to_be_attached(timeout=90_000)
    page.emulate_media(media="print")
    sheet = page.locator("[data-sheet]")
    expect(sheet.locator("svg")).to_be_visible()
    expect(sheet).not_to_contain_text("Jane")
    expect(page.locator("[data-editor]")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("html[data-printing]")).to_have_count(0)
    page.get_by_role("button", name="Print a blank map", include_hidden=True).dispatch_event("click")
    expect(page.locator("#power-blank-title")).to_be_attached()
    expect(page.locator("[data-blank] svg")).to_be_visible()


def test_a_sides_own_copy_is_what_is_saved_of_it(page: Page, address: str) -> None:
    plain = quiet()
    plain["phases"][0]["views"] = {"resident": {"s1": {"power": 1, "affected": 1}}}
    start_with(page, address, plain, "Map")
    page.get_by_label("Who places").select_option("resident")
    panel(page, "Files")
    page.get_by_role("radio", name="Everything").check()
    own = saved(page, "Picture (SVG)").read_text(encoding="utf-8")
    assert "Residents, on their own copy" in own
    x, y = FRAMES["poster"].point(1, 1)
    assert f"translate({round(x)},{round(y)})" in own


def test_what_the_map_tells_goes_out_as_text_and_on_the_printed_sheet(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "Files")
    page.get_by_role("radio", name="Everything").check()
    told = saved(page, "Findings (text)").read_text(encoding="utf-8")
    assert "Most affected, least power\nTenants: power 1.5 of 5, affected 4.5 of 5, no seat." in told
    page.evaluate("globalThis.print = () => { globalThis.printed = true }")
    page.get_by_role("button", name="Print the map").click()
    sheet = page.locator("[data-sheet]")
    expect(sheet).to_contain_text("Tenants: power 1.5 of 5, affected 4.5 of 5, no seat.")
    expect(sheet).to_contain_text("Keep an eye on: nobody.")


def test_by_touch_on_a_small_phone(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    start_with(page, address, quiet())
    narrow = FRAMES["narrow"]
    page.touchscreen.tap(*spot(page, 3, 3, narrow))
    expect(page.locator("[data-chosen] h2")).to_have_text("Ward councillor")
    panel(page, "Chosen")
    page.get_by_role("button", name="Press its place").tap()
    page.touchscreen.tap(*spot(page, 4, 2, narrow))
    moved = place(page, "s1")
    assert abs(moved["power"] - 4) <= 0.1
    assert abs(moved["affected"] - 2) <= 0.1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for button in page.locator("power-map button:visible").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 43.5


@pytest.mark.parametrize("width", [320, 1280])
def test_without_script_the_example_and_a_blank_map_stand(new_page: NewPage, address: str, width: int) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": width, "height": 800})
    page.goto(address + ABOUT)
    expect(page.locator(".power-map__example-map svg:visible.power-map-picture")).to_have_count(1)
    expect(page.get_by_role("img", name="A blank power map")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(address + PAGE)
    expect(page.locator("[data-editor]")).to_be_hidden()
    page.get_by_role("link", name="The page about it").click()
    expect(page).to_have_url(address + ABOUT)


def test_reload_keeps_the_map_and_the_example_is_said_to_be_one(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    expect(page.get_by_text("This is a made-up example.")).to_be_visible()
    page.get_by_role("button", name="Start your own map").click()
    expect(page.get_by_text("This is a made-up example.")).to_be_hidden()
    add_by_button_and_table(page)
    page.reload()
    expect(page.get_by_label("Side, Youth club")).to_have_value("organisation")
    expect(page.get_by_text("This is a made-up example.")).to_be_hidden()


def test_what_is_typed_last_is_kept_when_the_page_is_left_at_once(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "People")
    row(page, "s1").locator("[data-key=name]").fill("Council leader")
    page.goto(f"{address}/")
    page.goto(address + PAGE)
    expect(row(page, "s1").locator("[data-key=name]")).to_have_value("Council leader")


def test_a_mark_that_cannot_be_is_not_taken_and_stays_in_the_field(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "People")
    field = page.get_by_label("Power of the role, Ward councillor")
    field.fill("9")
    page.keyboard.press("Tab")
    expect(field).to_have_value("9")
    assert kept(page)["power-map"]["map"] == quiet()


def test_storage_that_is_refused_is_told(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800})
    keep(page, {"power-map": {"map": quiet(), "phase": "p1"}})
    page.add_init_script(REFUSE)
    page.goto(address + PAGE)
    panel(page, "People")
    page.get_by_label("At the table, Tenants").check()
    expect(page.locator("[data-notice=refused]")).to_be_visible()
    expect(page.locator("power-map [data-problem]")).to_be_hidden()


def test_names_never_become_markup(page: Page, address: str) -> None:
    plain = quiet()
    plain["stakeholders"][0]["name"] = "<img src=x onerror=alert(1)>"
    start_with(page, address, plain)
    waited(page)
    assert page.locator("power-map img").count() == 0
    expect(page.locator("[data-description]")).to_contain_text("<img src=x")


UNDER_NAMES = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.name { fill: transparent !important } .who > :not(text) { visibility: hidden !important }');
  document.adoptedStyleSheets = [sheet];
  const map = document.querySelector('.power-map-canvas').getBoundingClientRect();
  return [...document.querySelectorAll('.power-map-canvas .name tspan')].map((line) => {
    const { left, top, width, height } = line.getBoundingClientRect();
    return [line.textContent, left - map.left + 3, top - map.top + 6, width - 6, height - 12];
  });
}"""
"""For a page: take the letters of the names away, and the marks; and say where the names were."""


@pytest.mark.parametrize("look", ["light", "dark"])
def test_no_line_runs_through_a_name_in_forced_colours(
    new_page: NewPage, address: str, look: Literal["light", "dark"]
) -> None:
    page = new_page(viewport={"width": 1280, "height": 800}, forced_colors="active", color_scheme=look)
    page.goto(address + PAGE)
    canvas = page.locator(".power-map-canvas")
    expect(canvas.locator(".name").first).to_be_visible()
    places = page.evaluate(UNDER_NAMES)
    shown = Image.open(io.BytesIO(canvas.screenshot())).convert("L")
    assert len(places) > 5
    for name, left, top, width, height in places:
        strip = shown.crop((round(left), round(top), round(left + width), round(top + height)))
        counts = strip.histogram()
        apart = sum(counts[60:]) if look == "dark" else sum(counts[:195])
        assert apart < 0.02 * sum(counts), f"A line runs through '{name}'."


def test_forced_colours_leave_every_mark(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800}, forced_colors="active")
    start_with(page, address, quiet())
    assert page.locator(".power-map-canvas .other").first.evaluate(
        "mark => getComputedStyle(mark).fill"
    ) != page.locator(".power-map-canvas .field-card").evaluate("card => getComputedStyle(card).fill")


def test_axe_finds_nothing(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    waited(page)
    page.locator(".power-map-canvas .who").first.click()
    axe = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run('power-map').then(({violations}) => violations.map(({id, nodes}) => [id, nodes.map(({html}) => html.slice(0, 150))]))"
    )
    assert found == []


def test_two_hundred_names_lie_apart_on_the_screen(page: Page, address: str) -> None:
    start_with(page, address, crowd(200))
    waited(page)
    boxes = page.locator(".power-map-canvas .who:not(.under) .name").evaluate_all(
        "names => names.map(name => name.getBoundingClientRect()).map(({left, top, right, bottom}) => [left, top, right, bottom])"
    )
    assert len(boxes) > 20
    pad = 3  # a letter's box is higher than the letter
    over = [
        (one, other)
        for nth, one in enumerate(boxes)
        for other in boxes[:nth]
        if one[0] < other[2] and other[0] < one[2] and one[1] + pad < other[3] and other[1] + pad < one[3]
    ]
    assert over == []
    assert len(points(read_map(crowd(200)).phases[0], WIDE)) == page.locator(".power-map-canvas .who").count()
