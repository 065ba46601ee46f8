"""Search finds what people would type, with the right page first."""

import pytest
from playwright.sync_api import Page, expect

# What people type, and the pages of which one must come first.
TYPED = {
    "veto": ["/precepts/", "/glossary/"],
    "burnout": ["/principles/caring-culture/"],
    "minutes": ["/tools/meeting-minutes/"],
    "who decides": ["/principles/joined-up-governance/"],
    "childcare": ["/tools/access-coordination/"],
    "power map": ["/tools/power-map/"],
    "mediation": ["/tools/conflict-mediation/"],
    "terms of reference": ["/tools/terms-of-reference/"],
    "Custom House": ["/case-studies/"],
}


@pytest.mark.parametrize("typed", TYPED)
def test_the_right_page_comes_first(page: Page, address: str, typed: str) -> None:
    page.goto(f"{address}/about/")
    page.get_by_role("button", name="Search", exact=True).click()
    query = page.get_by_role("textbox", name="Search the guide")
    expect(query).to_be_focused()
    query.press_sequentially(typed)
    first = page.locator(".md-search-result__item a").first
    expect(first).to_be_visible()
    expect(page.locator(".md-search-result__meta")).to_contain_text("match")
    found = str(first.get_attribute("href")).removeprefix(address).split("#")[0].split("?")[0]
    assert found in TYPED[typed]


def test_search_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.get_by_role("button", name="Search", exact=True).press("Enter")
    page.keyboard.type("burnout")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/principles/caring-culture/")


def test_search_can_be_left(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    button = page.get_by_role("button", name="Search", exact=True)
    button.click()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("textbox", name="Search the guide")).to_be_hidden()
    expect(button).to_be_focused()
