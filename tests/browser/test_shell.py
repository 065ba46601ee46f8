"""What surrounds every page: the menu, the look, words that are explained."""

from playwright.sync_api import Page, expect

from tests.conftest import NewPage


def test_the_menu_on_a_phone(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 360, "height": 700}, has_touch=True)
    page.goto(f"{address}/about/")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Principles")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Menu").tap()
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()


def test_without_script_the_menu_is_open(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 360, "height": 700}, java_script_enabled=False)
    page.goto(f"{address}/about/")
    expect(page.get_by_role("link", name="Principles", exact=True)).to_be_visible()


def test_the_look_is_kept(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    button = page.get_by_role("button", name="Dark")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page.goto(f"{address}/about/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")


def test_a_word_is_explained_by_keyboard_and_by_touch(new_page: NewPage, address: str) -> None:
    page = new_page(has_touch=True)
    page.goto(f"{address}/principles/power-dynamics/")
    word = page.locator("a.word").first
    meaning = page.locator(f"[id='meaning.{word.get_attribute('data-word')}']")
    expect(meaning).to_be_hidden()
    word.press("Enter")
    expect(meaning).to_be_visible()
    expect(word).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_have_attribute("aria-expanded", "false")
    word.tap()
    expect(meaning).to_be_visible()


def test_without_script_a_word_leads_to_the_glossary(new_page: NewPage, address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/principles/power-dynamics/")
    page.locator("a.word").first.click()
    expect(page).to_have_url(f"{address}/glossary/#{page.url.split('#')[1]}")


def test_a_principle_of_the_wheel_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.get_by_role("link", name="7. Collaborative and caring culture").press("Enter")
    expect(page).to_have_url(f"{address}/principles/caring-culture/")
