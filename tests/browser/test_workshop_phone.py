"""The phone's side of a workshop, as its QR code leads to it: one thing on each screen, from the side to the code."""

import pytest
from playwright.sync_api import Page, expect

from framework.content.check import checked
from framework.core.answers import Answer, Given, statements_of
from framework.tools.answer_code.code import AnswerCode, Reader, write
from tests.browser.kept import kept
from tests.browser.test_workshop import LONG, PHONE, SHORT, reading, take
from tests.conftest import NewPage

SIZES = {"a phone": (390, 844), "a small phone": (320, 568)}
SMALLEST = {"width": 320, "height": 256}
"""What is left of a screen of 1280 × 1024 at 400 per cent."""


def joined(page: Page, address: str, version: str = "short") -> Page:
    """The page that the QR code on the wall leads to."""
    page.goto(f"{address}/check/health/#workshop-{version}")
    expect(page.locator("health-check[data-workshop]")).to_be_visible()
    return page


@pytest.fixture
def phone(new_page: NewPage, address: str) -> Page:
    return joined(new_page(**PHONE), address)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def say_side(page: Page, name: str = "A resident") -> None:
    page.get_by_role("radio", name=name).check()
    press(page, "Next")


def answer_all(page: Page, points: int) -> None:
    """From the first statement to the code."""
    for number, _ in enumerate(SHORT, start=1):
        page.locator(".step:visible input").nth(points).check()
        press(page, "Next" if number < len(SHORT) else "Make my code")
    expect(page.locator("answer-code .qr")).to_be_visible(timeout=LONG)


def shown(page: Page) -> AnswerCode:
    return reading(page.locator("[data-code]").inner_text())


def seen_whole(page: Page, name: str) -> bool:
    """Whether a button is on the screen, all of it, with nothing scrolled."""
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    box = page.get_by_role("button", name=name).bounding_box()
    size = page.viewport_size
    assert box
    assert size
    return box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


@pytest.mark.parametrize("size", SIZES)
def test_from_the_side_to_the_code_with_the_button_on_in_sight(new_page: NewPage, address: str, size: str) -> None:
    width, height = SIZES[size]
    page = joined(new_page(**PHONE | {"viewport": {"width": width, "height": height}}), address)
    for part in (page.get_by_role("banner"), page.get_by_role("contentinfo"), page.get_by_text("How to use it")):
        expect(part).to_be_hidden()
    expect(page.get_by_role("radio", name="Agreed by a group")).to_be_hidden()
    assert seen_whole(page, "Next")
    press(page, "Next")
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text("Choose who you are first")
    expect(page.get_by_role("radio", name="A resident")).to_be_focused()
    say_side(page)
    for number, _ in enumerate(SHORT, start=1):
        expect(page.locator(".step:visible")).to_have_count(1)
        expect(page.locator(".step:visible legend")).to_be_focused()
        assert seen_whole(page, "Next" if number < len(SHORT) else "Make my code"), number
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator(".step:visible input").nth(number % 4).check()
        press(page, "Next" if number < len(SHORT) else "Make my code")
    expect(page.get_by_label("Your code", exact=True)).to_be_focused(timeout=LONG)
    code = shown(page)
    assert code.given.side == "resident"
    assert code.given.version == "short"
    assert [*code.given.answers.values()] == [number % 4 for number in range(1, len(SHORT) + 1)]
    assert kept(page)["assessment.health"]["by"] == "one"
    qr = page.locator("answer-code .qr").bounding_box()
    assert qr
    assert qr["width"] >= 0.85 * width
    assert qr["y"] + qr["height"] <= height
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_side_is_changed_and_one_is_back_where_one_was(phone: Page) -> None:
    say_side(phone)
    press(phone, "Next")
    press(phone, "Next")
    where = phone.locator(".step:visible").get_attribute("data-step")
    expect(phone.locator("[data-side-words]")).to_have_text("You answer as a resident")
    press(phone, "Change who you are in this")
    say_side(phone, "The organisation")
    expect(phone.locator(".step:visible")).to_have_attribute("data-step", str(where))
    expect(phone.locator("[data-side-words]")).to_have_text("You answer as the organisation")


def test_where_the_code_stands_another_side_corrects_it(phone: Page) -> None:
    say_side(phone)
    answer_all(phone, 1)
    first = shown(phone)
    press(phone, "Change who you are in this")
    say_side(phone, "Another partner")
    expect(phone.locator("[data-status]")).to_contain_text("Your code has changed")
    second = shown(phone)
    assert (second.mark, second.given.side, second.order) == (first.mark, "other", 1)
    assert second.given.answers == first.given.answers


def test_what_another_tab_changes_is_in_the_code(phone: Page, address: str) -> None:
    say_side(phone)
    answer_all(phone, 1)
    other = phone.context.new_page()
    other.goto(f"{address}/check/health/")
    other.get_by_role("radio", name="The organisation").check()
    expect(phone.locator("[data-side-words]")).to_have_text("You answer as the organisation")
    expect(phone.locator("[data-status]")).to_contain_text("Your code has changed", timeout=LONG)
    assert shown(phone).given.side == "organisation"
    other.get_by_role("radio", name="Long.").check()
    other.close()
    press(phone, "Change an answer")
    for _ in SHORT[1:]:
        press(phone, "Next")
    press(phone, "Make my code")
    expect(phone.locator("[data-partial]")).to_have_text("", timeout=LONG)
    assert shown(phone).given.version == "short"


def test_a_reload_and_the_way_back_stay_in_the_flow(phone: Page, address: str) -> None:
    say_side(phone)
    press(phone, "Next")
    second = str(phone.locator(".step:visible").get_attribute("data-step"))
    phone.reload()
    expect(phone.locator(".step:visible")).to_have_attribute("data-step", second)
    phone.go_back()
    expect(phone.locator(".step:visible")).to_have_attribute("data-step", SHORT[0])
    press(phone, "Back")
    expect(phone.get_by_role("radio", name="A resident")).to_be_checked()
    press(phone, "Next")
    answer_all(phone, 2)
    code = shown(phone)
    phone.reload()
    expect(phone.locator("answer-code .qr")).to_be_visible(timeout=LONG)
    assert shown(phone) == code
    phone.goto(f"{address}/about/")
    phone.go_back()
    expect(phone.locator("answer-code .qr")).to_be_visible(timeout=LONG)
    assert shown(phone) == code
    phone.go_back()
    expect(phone.get_by_role("button", name="Make my code")).to_be_visible()


def test_what_was_left_blank_is_told_and_led_to(phone: Page) -> None:
    say_side(phone)
    for _ in SHORT[1:]:
        press(phone, "Next")
    press(phone, "Make my code")
    expect(phone.get_by_role("alert").filter(visible=True)).to_contain_text("Answer this one")
    expect(phone.locator(".step:visible")).to_have_attribute("data-step", SHORT[0])
    phone.locator(".step:visible input").first.check()
    expect(phone.get_by_role("alert").filter(visible=True)).to_have_count(0)
    for _ in SHORT[1:]:
        press(phone, "Next")
    press(phone, "Make my code")
    expect(phone.locator("[data-partial]")).to_contain_text("Only 1 of 10", timeout=LONG)
    press(phone, "Answer the rest")
    expect(phone.locator(".step:visible")).to_have_attribute("data-step", SHORT[1])


def test_a_phone_with_a_groups_answers_sends_what_the_workshop_asks_for(new_page: NewPage, address: str) -> None:
    page = new_page(**PHONE)
    page.goto(f"{address}/check/health/")
    page.get_by_role("radio", name="The organisation").check()
    page.get_by_role("radio", name="Agreed by a group").check()
    page.get_by_role("radio", name="Long.").check()
    press(page, "Next")
    page.locator(".step:visible input").first.check()
    page.goto(f"{address}/")
    joined(page, address)
    expect(page.locator("[data-before]")).to_contain_text("holds answers from before")
    press(page, "Next")
    answer_all(page, 3)
    assert (shown(page).given.version, shown(page).given.side) == ("short", "organisation")
    assert kept(page)["assessment.health"]["by"] == "one"
    mark = shown(page).mark
    page.once("dialog", lambda dialog: dialog.accept())
    press(page, "Start again for someone else")
    expect(page.locator("[name=side]:checked")).to_have_count(0)
    say_side(page)
    answer_all(page, 0)
    assert shown(page).mark != mark


def test_the_long_version_asks_all_and_ones_own_result_is_beside_the_code(new_page: NewPage, address: str) -> None:
    page = joined(new_page(**PHONE), address, "long")
    say_side(page)
    expect(page.locator("[data-progress-words]")).to_have_text("1 of 30")
    for _ in range(29):
        page.locator(".step:visible input").nth(1).check()
        press(page, "Next")
    press(page, "See my own result")
    expect(page.locator(".result svg")).to_be_visible(timeout=LONG)
    expect(page.locator("health-check form")).to_be_hidden()
    press(page, "Back to my code")
    expect(page.locator("[data-partial]")).to_contain_text("Only 29 of 30", timeout=LONG)
    expect(page.locator(".result")).to_be_hidden()
    assert shown(page).given.version == "long"


def test_the_whole_by_keyboard_alone(phone: Page) -> None:
    phone.get_by_role("radio", name="A resident").focus()
    phone.keyboard.press("Space")
    for _ in SHORT:
        phone.keyboard.press("Enter")
        phone.keyboard.press("Tab")
        phone.keyboard.press("Space")
    phone.keyboard.press("Enter")  # the last leads to the code
    expect(phone.get_by_label("Your code", exact=True)).to_be_focused(timeout=LONG)
    assert len(shown(phone).given.answers) == len(SHORT)


COVERED = """() => {
  const { activeElement: at } = document;
  const shown = at.matches('.option input') ? at.closest('.option') : at;
  const { left, top, right, bottom } = shown.getBoundingClientRect();
  const over = document.querySelector('.steps-buttons');
  const bar = over.contains(at) || !over.checkVisibility() ? innerHeight : over.getBoundingClientRect().top;
  const sticky = getComputedStyle(over).position === 'sticky';
  const end = sticky ? Math.min(bar, innerHeight) : innerHeight;
  return [at.tagName, top < end && bottom > 0 && left < innerWidth && right > 0, bottom <= end + 1 || bottom - top > end];
}"""
"""What has the focus, whether any of it is seen, and whether all of it is, unless it is larger than what is seen."""


@pytest.mark.parametrize("size", [SMALLEST, {"width": 320, "height": 568}], ids=["at 400 per cent", "small"])
def test_nothing_lies_over_what_has_the_focus(new_page: NewPage, address: str, size: dict[str, int]) -> None:
    page = joined(new_page(viewport=size, reduced_motion="reduce"), address)
    say_side(page)
    for id_ in SHORT:
        expect(page.locator(".step:visible")).to_have_attribute("data-step", id_)
        radios = page.locator(".step:visible input")
        radios.first.focus()
        for _ in range(radios.count()):
            page.keyboard.press("ArrowDown")
            tag, any_, whole = page.evaluate(COVERED)
            assert (tag, any_, whole) == ("INPUT", True, True), id_
        for _ in range(2):
            page.keyboard.press("Tab")
            assert page.evaluate(COVERED)[1:] == [True, True], id_
        if id_ != SHORT[-1]:
            press(page, "Next")


def test_without_script_the_address_of_a_workshop_is_the_whole_page(new_page: NewPage, address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/check/health/#workshop-short")
    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.locator(".step:visible")).to_have_count(31)
    assert page.locator("[data-flow]:visible").count() == 0


def test_whoever_typed_the_address_is_asked_for_the_side_before_the_code(new_page: NewPage, address: str) -> None:
    page = new_page(**PHONE)
    page.goto(f"{address}/check/health/")
    press(page, "Next")
    page.locator(".step:visible input").first.check()
    expect(page.locator("[data-needs-side]")).to_contain_text("needs to know who you are")
    expect(page.get_by_role("button", name="Make my code")).to_be_hidden()
    page.get_by_role("link", name="Say who you are").click()
    expect(page.get_by_text("Who are you in this?")).to_be_focused()
    page.get_by_role("radio", name="A resident").check()
    press(page, "Make my code")
    expect(page.locator("answer-code .qr")).to_be_visible(timeout=LONG)
    assert shown(page).given.side == "resident"


@pytest.mark.parametrize("assessment", ["precepts", "ladder"])
def test_precepts_and_the_ladder_go_by_phone_and_code_too(new_page: NewPage, address: str, assessment: str) -> None:
    """Three residents and three officers; the first phone goes the whole way, and the others' codes are written here."""
    known = next(each for each in checked().assessments if each.id == assessment)
    ids = [each.id for each in statements_of(known, "long")]
    phone = new_page(**PHONE)
    phone.goto(f"{address}/workshop/{assessment}/")
    say_side(phone)
    for number, _ in enumerate(ids, start=1):
        phone.locator(".step:visible input").first.check()
        press(phone, "Next" if number < len(ids) else "Make my code")
    expect(phone.locator("answer-code .qr")).to_be_visible(timeout=LONG)
    expect(phone.get_by_role("button", name="See my own result")).to_be_hidden()
    code = Reader(known).read(phone.locator("[data-code]").inner_text())
    assert code.given.answers == dict.fromkeys(ids, 0)
    last: dict[str, Answer] = {each.id: len(each.answers) - 1 for each in statements_of(known, "long")}
    more = [write(Given(known, "long", "resident", dict.fromkeys(ids, 0)), mark) for mark in (1, 2)]
    officers = [write(Given(known, "long", "organisation", last), mark) for mark in (3, 4, 5)]
    screen = new_page(viewport={"width": 1280, "height": 800})
    screen.goto(f"{address}/workshop/")
    screen.locator(f"[name=check][value='{assessment}/long']").check()
    press(screen, "Open the workshop")
    expect(screen.locator("[data-join-address]")).to_contain_text(f"/workshop/{assessment}/", timeout=LONG)
    expect(screen.locator("[data-join-choose]")).to_be_hidden()  # there is one version
    take(screen, "\n".join([code.code, *more, *officers]))
    press(screen, "Reveal")
    expect(screen.get_by_role("heading", name="You see these differently")).to_be_focused(timeout=LONG)
    press(screen, "Talk about the widest gap")
    low, high = known.statements[0].answers[0], known.statements[0].answers[-1]
    expect(screen.locator("[data-gap]")).to_contain_text(low)
    expect(screen.locator("[data-gap]")).to_contain_text(high)
    press(screen, "4. Record")
    expect(screen.locator("[data-record]")).to_contain_text("The gap is 1 or more")
