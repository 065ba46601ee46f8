"""What sides drew, laid over each other: found from the canvas, the differences first, on a desktop and on a phone."""

from typing import Any

import pytest
from playwright.sync_api import expect

from framework.content.model import Framework
from tests.axe import bring_axe, faults
from tests.browser.kept import keep
from tests.conftest import NewPage
from tests.framework.diagrams import estate_answers

TOOL = "governance-diagram"
LONG = 90_000


def drafts(framework: Framework) -> dict[str, Any]:
    ours = estate_answers(framework)
    theirs = {**ours, f"{TOOL}.seats.cabinet.does": ["only hears"], f"{TOOL}.levels.9.row": ["Tenant panel"]}
    theirs |= {f"{TOOL}.levels.9.called": ["Tenant panel"], f"{TOOL}.seats.steering-group.votes": ["2"]}
    sides = {
        side: {"day": "2026-11-21", "filled": each} for side, each in (("resident", ours), ("organisation", theirs))
    }
    return {f"tool.{TOOL}": ours, f"drafts.{TOOL}": {"drafts": sides, "settled": {}, "agreed": []}}


@pytest.mark.parametrize("width", [360, 1280])
def test_two_sides_pictures_are_laid_over_each_other(
    new_page: NewPage, address: str, framework: Framework, width: int
) -> None:
    page = bring_axe(new_page(viewport={"width": width, "height": 800}))
    keep(page, drafts(framework))
    page.goto(f"{address}/tools/{TOOL}/work/")
    page.get_by_role("link", name="Compare with another side's").click()
    expect(page.get_by_label("Which document?")).to_have_value(TOOL)
    shown = page.locator("[data-overlay]")
    expect(shown.get_by_role("heading")).to_have_text(
        "Your pictures, laid over each other: 3 differences", timeout=LONG
    )
    told = shown.get_by_role("listitem")
    expect(told).to_have_text(
        [
            "Harbour Court steering group. Residents who vote: Residents: '6'. The organisation: '2'.",
            "Cabinet. Decides, recommends or only hears: Residents: 'decides'. The organisation: 'only hears'.",
            "Tenant panel: The organisation drew it. Not there: Residents.",
        ]
    )
    picture = shown.get_by_role("img")
    expect(picture).to_contain_text("■ only hears")
    expect(picture).to_contain_text("only ■ The")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page) == []
    page.get_by_label("Which document?").select_option("vision-statement")  # a document that nobody draws
    expect(shown).to_be_hidden()
