"""Search finds what people would type: by their own words, by any form of a word, and in spite of slips."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

TYPED: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("typed.yaml").read_text(encoding="utf-8"))
"""What people type, and the pages of which one must be first or second."""
TUNED = dict(itertools.islice(TYPED.items(), 0, None, 2))
"""The half that the search was tuned by."""
SET_ASIDE = dict(itertools.islice(TYPED.items(), 1, None, 2))
"""The half that was looked at only when it was done."""
FIND = """async (typed) => {
  globalThis.opened ??= await guideSearch.open(guideTexts, MiniSearch, guideStem);
  return typed.map((each) => globalThis.opened.find(each));
}"""
LIBRARIES = ("assets/script/search/minisearch.js", "assets/script/search/stem-en.js", "assets/script/search/find.js")


@pytest.fixture(scope="module")
def searcher(browser: Browser, address: str) -> Iterator[Page]:
    """A page with all that the search needs, as the site sends it."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{address}/about/")
    for path in (*LIBRARIES, "search/texts.js"):
        page.add_script_tag(url=f"{address}/{path}")
    yield page
    context.close()


def found(searcher: Page, typed: list[str]) -> list[list[str]]:
    """For each thing typed, the pages that are found, the best first."""
    answers: list[dict[str, Any]] = searcher.evaluate(FIND, typed)
    return [[page["address"].split("#")[0].rstrip("/") for page in answer["pages"]] for answer in answers]


def missed(searcher: Page, wanted: dict[str, list[str]]) -> dict[str, list[str]]:
    """What was typed and has none of its pages first or second, with what is there."""
    answers = found(searcher, list(wanted))
    return {
        typed: pages[:2]
        for (typed, right), pages in zip(wanted.items(), answers, strict=True)
        if not set(pages[:2]) & set(right)
    }


def test_the_list_is_long_enough_and_names_pages_that_there_are(site: Path) -> None:
    assert len(TYPED) >= 250
    named = {page for pages in TYPED.values() for page in pages}
    assert not [page for page in named if not (site / page / "index.html").exists()]


def test_what_people_type_finds_the_right_page(searcher: Page) -> None:
    wrong = missed(searcher, TUNED)
    assert len(wrong) <= len(TUNED) * 0.02, wrong


def test_what_was_set_aside_finds_it_too(searcher: Page) -> None:
    wrong = missed(searcher, SET_ASIDE)
    assert len(wrong) <= len(SET_ASIDE) * 0.1, wrong


# The same thing, typed otherwise: the first page must be the same, or that which is asked for.
FORMS = {
    "crèche": "creche",
    "CRECHE": "creche",
    "Créche": "creche",
    "co-production": "coproduction",
    "co production": "coproduction",
    "council’s veto": "council's veto",
    "“red lines”": "red lines",
    "'demolish'": "demolish",
    "(consensus)": "consensus",
    "interpreter": "interpreters",
    "mediating": "mediation",
    "facilitated": "facilitator",
    "demolishing": "demolish",
    "terms  of\treference": "terms of reference",
    "what are terms of reference?": "terms of reference",
    "accesibility statment": "accessibility statement",
    "stakholder maping": "stakeholder mapping",
    "concencus": "consensus",
    "intepreter": "interpreter",
    "skils audit": "skills audit",
    "doorknocking": "door knocking",
    "well being": "wellbeing",
    "organizations": "organisations",
}


@pytest.mark.parametrize("typed", FORMS)
def test_however_it_is_typed_the_same_is_found(searcher: Page, typed: str) -> None:
    (pages, same) = found(searcher, [typed, FORMS[typed]])
    assert pages
    assert same[0] in pages[:2]


def test_what_means_nothing_finds_nothing_and_breaks_nothing(searcher: Page) -> None:
    nothing = found(searcher, ["", " ", "…", "/", "'", "-", "((", "\u202e", "\ud800", "xyzzyq", "9" * 400])
    assert nothing == [[]] * len(nothing)


def open_search(page: Page, address: str, path: str = "/about/") -> None:
    page.goto(address + path)
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("searchbox", name="Search the guide")).to_be_focused()


def test_the_answer_is_shown_and_leads_to_its_place(page: Page, address: str) -> None:
    open_search(page, address)
    page.keyboard.type("quorum")
    hits = page.get_by_role("list", name="What was found").get_by_role("link")
    expect(hits.first).to_contain_text("quorum")
    expect(page.get_by_role("status").filter(has_text="Pages found")).to_be_visible()
    word = hits.filter(has_text="The smallest number of members").first
    expect(word).to_have_attribute("href", f"{address}/glossary/#word.quorum")
    expect(word.locator("mark")).to_have_text("quorum")
    word.click()
    expect(page).to_have_url(f"{address}/glossary/#word.quorum")


def test_a_question_of_a_form_is_found_where_it_stands(page: Page, address: str) -> None:
    open_search(page, address)
    page.keyboard.type("what happens in deadlock")
    hit = page.locator(".search__hit a").first
    expect(hit).to_have_attribute("href", f"{address}/tools/terms-of-reference/#terms-of-reference.deadlock")


def test_it_is_fetched_once_and_only_by_those_who_search(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{address}/")))
    page.goto(f"{address}/about/")
    page.wait_for_load_state("networkidle")
    assert not [path for path in asked if "search/" in path]
    button = page.get_by_role("button", name="Search", exact=True)
    for _ in range(2):
        button.click()
        page.keyboard.type("veto")
        expect(page.locator(".search__hit").first).to_be_visible()
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
    asked_for = [path for path in asked if "search/" in path]
    assert sorted(asked_for) == sorted([*LIBRARIES, "search/texts.js", "assets/script/search/show.js"])


def test_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.keyboard.press("/")
    query = page.get_by_role("searchbox", name="Search the guide")
    expect(query).to_be_focused()
    page.keyboard.type("burnout")
    expect(page.locator(".search__hit").nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search__hit a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search__hit a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(query).to_be_focused()
    first = page.locator(".search__hit a").first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(str(first))


def test_the_key_can_be_switched_off_and_is_a_letter_where_people_type(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/vision-statement/#form")
    box = page.locator("tool-form textarea").first
    box.press("/")
    expect(box).to_have_value("/")
    open_search(page, address)
    page.get_by_role("checkbox", name="The key / opens the search").uncheck()
    page.reload()
    page.keyboard.press("/")
    expect(page.locator("#site-search")).to_be_hidden()


def test_search_can_be_left(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    button = page.get_by_role("button", name="Search", exact=True)
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("searchbox", name="Search the guide")).to_be_hidden()
    expect(button).to_be_focused()


def test_no_match_is_no_blank(page: Page, address: str) -> None:
    open_search(page, address)
    page.keyboard.type("qzxjwv")
    expect(page.get_by_role("status").filter(has_text="No page has this: qzxjwv")).to_be_visible()
    none = page.locator(".search__none")
    for name, path in (("the glossary", "glossary"), ("Start here", "start-here"), ("all pages", "all-pages")):
        expect(none.get_by_role("link", name=name)).to_have_attribute("href", f"../{path}/")
    page.get_by_role("button", name="Clear").click()
    page.keyboard.type("vtoe")
    expect(page.locator(".search__hit, .search__none button").first).to_be_visible()


def test_the_nearest_words_can_be_taken(page: Page, address: str) -> None:
    open_search(page, address)
    page.keyboard.type("mdzzation")
    near = page.locator(".search__none button").first
    word = near.inner_text()
    near.click()
    expect(page.get_by_role("searchbox", name="Search the guide")).to_have_value(word)
    expect(page.locator(".search__hit").first).to_be_visible()


def test_where_it_does_not_come_it_says_so_and_tries_again(page: Page, address: str) -> None:
    page.route("**/search/texts.js", lambda route: route.abort())
    open_search(page, address)
    expect(page.get_by_role("status").filter(has_text="could not be loaded")).to_be_visible()
    page.unroute("**/search/texts.js")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Search", exact=True).click()
    page.keyboard.type("veto")
    expect(page.locator(".search__hit").first).to_be_visible()


def test_without_script_there_is_a_way_on(new_page: Any, address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/about/")
    expect(page.locator("#site-search")).to_be_hidden()
    page.locator("header").get_by_role("link", name="All pages").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("All pages")
    listed = page.locator("#content a").evaluate_all("links => links.map((link) => link.href)")
    assert len(set(listed)) > 70


def test_on_the_narrowest_phone_nothing_lies_outside(new_page: Any, address: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    open_search(page, address)
    page.keyboard.type("stakeholder")
    expect(page.locator(".search__hit").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_nothing_of_the_search_before_is_sent(site: Path) -> None:
    assert not list(site.glob("assets/javascripts/*"))
    assert not list(site.rglob("search_index*"))
    assert "__md_" not in (site / "index.html").read_text(encoding="utf-8")
