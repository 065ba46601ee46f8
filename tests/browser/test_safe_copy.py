"""The safe copy, as it leaves the page: looked at first, and then searched for what it may not tell."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from framework.tools.power_map.read import read_map
from tests.browser.kept import kept
from tests.browser.map_page import start_with
from tests.framework.test_safe_copy import TELLING, with_everything

BUTTONS = {"Save a copy": "json", "List (CSV)": "csv", "Picture (SVG)": "svg"}


def look(page: Page, button: str) -> Locator:
    """Ask for a safe copy. Nothing is made yet: every text is shown."""
    page.locator(".power-map__files").get_by_role("button", name=button).click()
    form = page.get_by_role("form", name="Safe copy: look at every text")
    expect(form.get_by_role("heading")).to_be_focused(timeout=90_000)
    return form


def made(page: Page, form: Locator) -> Path:
    with page.expect_download(timeout=60_000) as started:
        form.get_by_role("button", name="Make the safe copy").click()
    assert started.value.suggested_filename.startswith("safe-copy-power-map-")
    expect(form).to_be_hidden()
    return Path(started.value.path())


@pytest.fixture
def telling(page: Page, address: str) -> Page:
    """A map that tells who people are, wherever it can."""
    start_with(page, address, with_everything(), "Files")
    expect(page.get_by_role("radio", name="A safe copy.")).to_be_checked()
    return page


def test_a_copy_is_made_only_after_every_text_was_shown(telling: Page) -> None:
    form = look(telling, "Save a copy")
    shown = form.locator("b").all_text_contents()
    plain = with_everything()
    wanted = [plain["title"], plain["decision"], *(each["name"] for each in plain["phases"])]
    for who in plain["stakeholders"]:
        wanted += [each for each in (who["name"], who["notes"]) if each]
    assert sorted(shown) == sorted(wanted)
    expect(form.locator("fieldset").first.locator("legend")).to_have_text("7 texts may tell who someone is")
    expect(form.locator("fieldset").first).to_contain_text("could be a name")
    form.get_by_role("button", name="Make no copy").click()
    expect(form).to_be_hidden()


@pytest.mark.parametrize("button", BUTTONS)
def test_what_leaves_tells_nobody(telling: Page, button: str) -> None:
    text = made(telling, look(telling, button)).read_text(encoding="utf-8-sig")
    for part in TELLING:
        assert part not in text
    match BUTTONS[button]:
        case "json":
            assert read_map(json.loads(text)).title.startswith("Safe copy")
        case "csv":
            rows = list(csv.reader(io.StringIO(text)))
            assert [row[0] for row in rows[1:3]] == ["Chair", "Residents or households 2"]
        case "svg":
            assert "Safe copy" in "".join(ET.fromstring(text).itertext())


def test_each_text_can_be_changed_or_left_out_and_the_next_file_keeps_it(telling: Page) -> None:
    form = look(telling, "Save a copy")
    form.get_by_label("In the copy: Siobhán O'Rourke's estate").fill("An estate")
    form.get_by_label("Leave out: Residents' association").check()
    form.get_by_label("Leave out: Lives at 14 Elm Court, flat 3").uncheck()
    form.get_by_label("In the copy: Lives at 14 Elm Court, flat 3").fill("Lives here")
    copied = json.loads(made(telling, form).read_text(encoding="utf-8"))
    assert copied["title"] == "Safe copy: An estate"
    assert copied["stakeholders"][3]["name"] == "Resident group 1"
    assert copied["stakeholders"][0]["notes"] == "Lives here"
    assert kept(telling)["power-map"]["map"]["title"] == "Siobhán O'Rourke's estate"
    again = look(telling, "Picture (SVG)")
    expect(again.get_by_label("In the copy: Siobhán O'Rourke's estate")).to_have_value("An estate")


def test_the_whole_copy_is_still_to_be_had_and_is_called_otherwise(telling: Page) -> None:
    telling.get_by_role("radio", name="Everything").check()
    with telling.expect_download() as started:
        telling.locator(".power-map__files").get_by_role("button", name="Save a copy").click()
    assert started.value.suggested_filename.startswith("power-map-")
    assert "SMITHERS" in Path(started.value.path()).read_text(encoding="utf-8")
