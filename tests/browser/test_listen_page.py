"""A page is listened to, with a voice that the tests put into the browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from framework.content.model import Framework
from tests.browser.speaking_browser import (
    OF_A_NETWORK,
    OF_ANOTHER_LANGUAGE,
    OF_THIS_DEVICE,
    end_sentence,
    give_voices,
    heard,
    last,
    read_out,
)
from tests.conftest import NewPage

READ = ["start-here", "what-is-coproduction", "in-practice", "precepts", "principles", "principles/data-sharing"]
READ += ["tools", "tools/vision-statement", "case-studies", "glossary", "about"]
NO_LETTERS = re.compile(r"\W")
"""All but letters: the browser gives the page's words with other spaces and stops than the voice needs."""
MARKED = "[...(CSS.highlights.get('listen-page-sentence') ?? [])].map(String).join('|')"


def listen(page: Page, url: str) -> None:
    give_voices(page, OF_THIS_DEVICE)
    page.goto(url)
    page.get_by_role("button", name="Listen to this page").click()


def marked(page: Page) -> str:
    """The sentence that is marked, as the browser has it, on one line."""
    words: str = page.evaluate(MARKED)
    return " ".join(words.split())


def test_the_real_browser_has_no_voice_and_offers_nothing(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/precepts/", wait_until="networkidle")
    expect(page.get_by_role("button", name="Listen")).to_be_hidden()
    assert not [url for url in asked if url.endswith("listen-page/reading.js")], "it loads what nobody can use"


def test_a_browser_without_speech_offers_nothing(page: Page, address: str) -> None:
    page.add_init_script("delete Window.prototype.speechSynthesis; delete globalThis.speechSynthesis")
    page.goto(f"{address}/precepts/", wait_until="networkidle")
    assert page.evaluate("'speechSynthesis' in globalThis") is False
    expect(page.get_by_role("button", name="Listen")).to_be_hidden()


def test_without_script_it_is_not_there(new_page: NewPage, address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/precepts/")
    expect(page.get_by_text("Listen")).to_be_hidden()


def test_a_voice_that_comes_late_or_in_another_language(page: Page, address: str) -> None:
    give_voices(page, OF_ANOTHER_LANGUAGE)
    page.goto(f"{address}/precepts/", wait_until="networkidle")
    button = page.get_by_role("button", name="Listen")
    expect(button).to_be_hidden()
    page.evaluate("(voice) => device.come([voice])", OF_THIS_DEVICE)
    expect(button).to_be_visible()


def test_a_voice_of_this_device_comes_first(page: Page, address: str) -> None:
    give_voices(page, OF_ANOTHER_LANGUAGE, OF_A_NETWORK, OF_THIS_DEVICE)
    page.goto(f"{address}/precepts/")
    page.get_by_role("button", name="Listen").click()
    assert (last(page)["voice"], last(page)["lang"]) == ("Here", "en-GB")


def test_a_voice_that_needs_a_network_says_so_first(page: Page, address: str) -> None:
    give_voices(page, OF_A_NETWORK)
    page.goto(f"{address}/precepts/")
    expect(page.get_by_text("is sent the words of this page")).to_be_visible()
    page.evaluate("(voice) => device.come([voice])", OF_THIS_DEVICE)
    expect(page.get_by_text("is sent the words of this page")).to_be_hidden()


@pytest.mark.parametrize("path", READ)
def test_each_reading_page_is_read_from_its_title_on(page: Page, address: str, path: str) -> None:
    listen(page, f"{address}/{path}/")
    end_sentence(page)
    page.wait_for_timeout(20)
    title = page.locator("h1").inner_text().replace("\n", " ")
    assert title in heard(page), "its title first, or what stands above that: 'Principle 9'"


def test_a_principle_is_read_whole_sentence_by_sentence(page: Page, address: str, framework: Framework) -> None:
    principle = framework.principles[8]
    listen(page, f"{address}/principles/{principle.id}/")
    said = read_out(page)
    assert said[:3] == [f"Principle {principle.number}", principle.title, principle.summary]
    for action in (*principle.actions.quick_wins, *principle.actions.longer_term):
        assert action.text.strip().split(". ")[0].rstrip(".") in " ".join(said)
    seen = page.locator("article :is(p, li, h2, h3):not(listen-page *, [popover] *)").all_inner_texts()
    unbroken = NO_LETTERS.sub("", "".join(said))
    for words in seen:
        assert NO_LETTERS.sub("", words) in unbroken, words
    everything = " ".join(said)
    for left_out in ("Listen", "Pause", "All principles", "10. A relationship led approach"):
        assert left_out not in everything  # buttons, the section's pages, the way to the next page
    expect(page.get_by_role("button", name="Listen")).to_be_focused()
    assert marked(page) == ""


def test_what_is_typed_is_not_read(page: Page, address: str) -> None:
    give_voices(page, OF_THIS_DEVICE)
    page.goto(f"{address}/tools/vision-statement/#form")
    page.get_by_label("Why us, and why now?").fill("Nobody else should hear this.")
    page.get_by_role("link", name="About this tool").click()
    page.get_by_role("button", name="Listen").click()
    said = " ".join(read_out(page))
    assert "Write alone" in said
    assert "Nobody else" not in said
    assert "Why us, and why now?" not in said


def test_the_sentence_is_marked_and_in_view(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    listen(page, f"{address}/principles/power-dynamics/")
    bar = page.get_by_role("group", name="Listen to this page")
    for _ in range(12):
        end_sentence(page)
        page.wait_for_timeout(20)
        assert marked(page) == last(page)["text"]
        place = page.evaluate(
            "[...CSS.highlights.get('listen-page-sentence')].map((range) => range.getBoundingClientRect().toJSON())[0]"
        )
        box = bar.bounding_box()
        assert box
        assert place["top"] >= 0
        assert place["bottom"] <= box["y"]
    assert page.evaluate("scrollY") > 0


def test_where_there_are_no_highlights_the_block_is_marked(page: Page, address: str) -> None:
    page.add_init_script("delete CSS.highlights; delete globalThis.Highlight")
    page.add_init_script("Object.defineProperty(CSS, 'highlights', {value: undefined})")
    listen(page, f"{address}/precepts/")
    expect(page.locator(".listen-page-sentence")).to_have_text("The precepts")
    page.get_by_role("button", name="Next sentence").click()
    expect(page.locator(".listen-page-sentence")).to_have_count(1)
    expect(page.locator(".listen-page-sentence")).to_contain_text(str(last(page)["text"]))
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".listen-page-sentence")).to_have_count(0)


def test_pause_and_go_on_by_keyboard(page: Page, address: str) -> None:
    listen(page, f"{address}/precepts/")
    pause = page.get_by_role("button", name="Pause")
    expect(pause).to_be_focused()
    end_sentence(page)
    page.wait_for_timeout(20)
    page.keyboard.press("Enter")
    assert page.evaluate("device.silent()")
    at = last(page)["text"]
    assert marked(page) == at
    assert len(heard(page)) == 2
    page.get_by_role("button", name="Go on").press("Space")
    assert heard(page)[1:] == [at, at]
    expect(pause).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Listen")).to_be_focused()
    expect(pause).to_be_hidden()
    assert page.evaluate("device.silent()")


def test_back_and_on(page: Page, address: str) -> None:
    listen(page, f"{address}/precepts/")
    forward = page.get_by_role("button", name="Next sentence")
    forward.click()
    forward.click()
    page.get_by_role("button", name="Back one sentence").click()
    first, second, third, again = heard(page)
    assert again == second
    assert len({first, second, third}) == 3
    for _ in range(3):
        page.get_by_role("button", name="Back one sentence").click()
    assert last(page)["text"] == first, "it stays at the first"


def test_the_speed_changes_at_once_and_is_kept(page: Page, address: str) -> None:
    listen(page, f"{address}/precepts/")
    assert last(page)["rate"] == 1
    page.get_by_label("Speed").select_option("Fast")
    assert last(page)["rate"] == 1.25
    assert len(set(heard(page))) == 1, "the same sentence, faster"
    page.goto(f"{address}/glossary/")
    page.get_by_role("button", name="Listen").click()
    assert last(page)["rate"] == 1.25


def test_a_voice_that_gives_up_is_told_and_can_go_on(page: Page, address: str) -> None:
    listen(page, f"{address}/precepts/")
    end_sentence(page, "network")
    expect(page.get_by_role("alert").filter(has_text="gave up")).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    assert heard(page) == ["The precepts", "The precepts"]
    expect(page.get_by_text("gave up")).to_be_hidden()


def test_it_falls_silent_when_the_page_is_left(page: Page, address: str) -> None:
    listen(page, f"{address}/precepts/")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("device.silent()")
    expect(page.get_by_role("button", name="Listen")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_pressed_is_large_enough_and_fits(new_page: NewPage, address: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 640})
    give_voices(page, OF_THIS_DEVICE)
    page.goto(f"{address}/precepts/")
    start = page.get_by_role("button", name="Listen").bounding_box()
    assert start
    assert start["height"] >= 44
    page.get_by_role("button", name="Listen").click()
    for each in page.locator(".listen-page__bar :is(button, select)").all():
        box = each.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_is_not_printed(page: Page, address: str) -> None:
    listen(page, f"{address}/precepts/")
    page.emulate_media(media="print")
    expect(page.locator("listen-page")).to_be_hidden()
