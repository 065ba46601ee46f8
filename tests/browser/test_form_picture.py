"""A form that is shown as a picture: real Chromium, real Python. It follows what is typed, and keeps nothing."""

import pytest
from playwright.sync_api import expect

from tests.axe import bring_axe, faults
from tests.conftest import NewPage

FORMS = {
    "skills-audit": ("skills-audit.grid.planning.teach", "TW, Nobody else", "TW"),
    "training-programme": ("training-programme.topics.planning.leader", "Yusuf", "Led by: Yusuf"),
}


@pytest.mark.parametrize("tool", list(FORMS))
@pytest.mark.parametrize("width", [320, 1280])
def test_it_follows_what_is_typed(new_page: NewPage, address: str, tool: str, width: int) -> None:
    field, typed, shown = FORMS[tool]
    page = bring_axe(new_page(viewport={"width": width, "height": 800}))
    page.goto(f"{address}/tools/{tool}/#part.{'.'.join(field.split('.')[:2])}")
    picture = page.locator("form-picture svg")
    expect(picture).to_have_count(0)
    page.get_by_text("See this form as a picture").click()
    expect(picture).to_be_visible(timeout=90_000)
    page.locator(f"[name='{field}']").fill(typed)
    expect(picture).to_contain_text(shown)
    page.locator("form-picture").get_by_text("The same in words").click()
    expect(page.locator("form-picture [data-description]")).to_contain_text("Planning")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
