"""A list is brought in: each column is looked at, what it changes is told, and only that is changed."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.kept import kept
from tests.browser.map_page import PAGE, panel, quiet, start_with
from tests.framework.test_lists import CONNECTIONS, ELEMENTS, workbook


def step(page: Page) -> Locator:
    """What was opened, once Python has looked at it."""
    found = page.get_by_role("region", name="What is in the file")
    expect(found).to_be_focused(timeout=90_000)
    return found


def choose(page: Page, name: str, content: bytes) -> Locator:
    page.get_by_label("Open a file").set_input_files({"name": name, "mimeType": "", "buffer": content})
    return step(page)


GRID = [["Stakeholder", "Power", "Interest", "Ward"], ["Tenants", "1", "10", "North"], ["Lender B", "9", "2", ""]]


def test_a_workbook_is_looked_at_column_by_column_and_only_what_it_has_is_changed(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "Files")
    found = choose(page, "grid.xlsx", workbook(("Grid", GRID)))
    expect(found.get_by_label("What 'Interest' will be")).to_have_value("affected")
    expect(found.get_by_label("What 'Ward' will be")).to_have_value("notes")
    expect(found.get_by_label("The scale of 'Power'")).to_have_value("1-10")
    expect(found).to_contain_text("'10', '2'")
    expect(found).to_contain_text("On this map the other axis is how much they are affected. Is that what it says?")
    expect(found).to_contain_text("1 is new")
    expect(found).to_contain_text(
        "Tenants Notes: nothing → North. How much affected: 4.5 → 5. Power of the role: 1.5 → 1."
    )
    found.get_by_label("What 'Ward' will be").select_option("out")
    expect(found).to_contain_text("Tenants How much affected: 4.5 → 5.")
    assert kept(page)["power-map"]["map"] == quiet()
    found.get_by_role("button", name="Add to this map").click()
    now = kept(page)["power-map"]["map"]
    wanted = quiet()
    wanted["phases"][0]["places"]["s3"].update(power=1, affected=5)
    new = now["stakeholders"].pop()
    assert new["name"] == "Lender B"
    place = now["phases"][0]["places"].pop(new["id"])
    assert (place["power"], place["affected"]) == (4.6, 1.4)
    assert now == wanted
    page.get_by_role("button", name="Undo").click()
    assert kept(page)["power-map"]["map"] == quiet()


def test_sides_and_scales_are_set_for_all(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "Files")
    found = choose(page, "a.csv", b"Name,Power,Impact\nBlock A,1,3\nBlock B,2,3\n")
    expect(found.locator("[data-unsure]:visible")).to_have_text(["Which scale is it?"] * 2)
    expect(found.get_by_role("row", name="2, 3 Side No side is given")).to_be_visible()
    found.get_by_label("The scale of 'Power'").select_option("1-5")
    found.get_by_label("The scale of 'Impact'").select_option("3-1")
    found.get_by_label("Side of all for whom the list has none").select_option("resident")
    expect(found.get_by_role("row", name="No side is given")).to_have_count(0)
    found.get_by_role("button", name="Add to this map").click()
    now = kept(page)["power-map"]["map"]
    assert [(each["name"], each["side"]) for each in now["stakeholders"][3:]] == [
        ("Block A", "resident"),
        ("Block B", "resident"),
    ]
    assert [(each["power"], each["affected"]) for each in list(now["phases"][0]["places"].values())[3:]] == [
        (1, 1),
        (2, 1),
    ]


def test_what_kumu_saves_comes_with_its_links(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    panel(page, "Files")
    found = choose(page, "kumu.xlsx", workbook(("Elements", ELEMENTS), ("Connections", CONNECTIONS)))
    expect(found).to_contain_text("2 links are new")
    expect(found).to_contain_text("'mentors'")
    found.get_by_role("button", name="Use it in place of this map").click()
    now = kept(page)["power-map"]["map"]
    assert [each["name"] for each in now["stakeholders"]] == ["Elm TRA", "The lender"]
    assert len(now["phases"][0]["links"]) == 2
    expect(page.locator("[data-tray] button")).to_have_count(2)


def test_cells_are_pasted_from_a_spreadsheet(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "Files")
    page.get_by_text("Or paste cells from a spreadsheet").click()
    page.get_by_label("The cells, with their headings").fill("Name\tPower\tImpact\nTenants\tH\tH\n")
    page.get_by_role("button", name="Read these cells").click()
    found = step(page)
    expect(found).to_contain_text("1 changes")
    found.get_by_role("button", name="Add to this map").click()
    assert kept(page)["power-map"]["map"]["phases"][0]["places"]["s3"]["power"] == 4


def test_a_workbook_is_read_with_nothing_from_another_host(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + PAGE)
    panel(page, "Files")
    choose(page, "grid.xlsx", workbook(("Grid", GRID)))
    assert all(each.startswith((address, "blob:", "data:")) for each in asked)
    assert not any("openpyxl" in Path(each).name for each in asked)
