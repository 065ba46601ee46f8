"""Documents know each other: they offer what another says, show it first, and fill in nothing unasked."""

from playwright.sync_api import Page, expect

from tests.browser.kept import keep, kept
from tests.conftest import NewPage

TERMS = {
    "terms-of-reference.name": ["Elm Court group"],
    "terms-of-reference.seats.resident.for-whom": ["Blocks A and B"],
    "terms-of-reference.seats.resident.term": ["Two years"],
    "terms-of-reference.seats.other.term": ["One year"],
    "terms-of-reference.conduct": ["anger", "reply"],
}
AGREED = {"day": "2026-11-02", "sides": ["resident"], "again": "", "filled": {"terms-of-reference.name": ["Elm House"]}}
OFFER = "Use what this document says: Terms of reference"


def test_what_the_terms_of_reference_say_is_offered_shown_taken_and_taken_back(page: Page, address: str) -> None:
    keep(page, {"tool.terms-of-reference": TERMS})
    page.goto(f"{address}/tools/member-role/#form")
    expect(page.locator(".tool-form__offer")).to_have_count(3)
    term = page.locator("[id='member-role.term']")
    box = term.locator("textarea")
    offer = term.locator(".tool-form__offer")
    offer.get_by_text(OFFER, exact=True).click()
    expect(offer.locator("li span")).to_have_text("Residents: Two years\nOther partners: One year")
    assert "tool.member-role" not in kept(page)

    offer.get_by_role("button", name="Use these words").click()
    expect(box).to_have_value("Residents: Two years\nOther partners: One year")
    expect(page.locator("tool-form [data-saved]")).to_contain_text("Saved")
    assert kept(page)["tool.member-role"] == {"member-role.term": ["Residents: Two years\nOther partners: One year"]}
    offer.get_by_role("button", name="Take them back").click()
    expect(box).to_have_value("")

    box.fill("As long as we like")
    expect(offer).to_have_count(0)
    conduct = page.locator("[id='member-role.conduct']")
    conduct.get_by_text(OFFER, exact=True).click()
    expect(conduct.locator("li span")).to_have_text(
        "We keep listening when someone is angry\nWe reply to each other within the time that we agree"
    )
    sides = page.locator("[id='member-role.stands-for'] .tool-form__offer li")
    expect(sides).to_have_count(1)
    expect(sides).to_contain_text("Blocks A and B")
    assert kept(page)["tool.terms-of-reference"] == TERMS


def test_what_was_agreed_counts_before_the_form_and_an_example_is_nobodys_words(
    page: Page, new_page: NewPage, address: str
) -> None:
    example = {**TERMS, "terms-of-reference.from-example": ["yes"]}
    keep(page, {"tool.terms-of-reference": example, "drafts.terms-of-reference": {"drafts": {}, "settled": {}, "agreed": [AGREED]}})  # fmt: skip
    page.goto(f"{address}/tools/governance-diagram/#form")
    levels = page.locator("[id='governance-diagram.levels']")
    levels.get_by_text(f"{OFFER}, agreed on 2 November 2026").click()
    expect(levels.locator("li")).to_have_count(1)
    levels.get_by_role("button", name="Use these words").click()
    expect(levels.locator("[name='governance-diagram.levels.steering-group.called']")).to_have_value("Elm House")

    other = new_page()
    keep(other, {"tool.terms-of-reference": example})
    other.goto(f"{address}/tools/governance-diagram/#form")
    expect(other.locator("[data-print]")).to_be_visible()
    other.wait_for_load_state("networkidle")
    expect(other.locator(".tool-form__offer")).to_have_count(0)
