"""A phone that gathers its table's codes: by a real camera's way in, fed with the codes that phones draw."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Dialog, Page, Playwright, expect

from framework.content.check import checked
from framework.core.answers import Given, statements_of
from framework.tools.answer_code.code import write
from tests.browser.fake_camera import HIGH, WIDE, film, seeing
from tests.browser.test_workshop import LONG, PHONE, brightness, code, counts, opened, people
from tests.browser.test_workshop_phone import answer_all, joined, say_side, shown
from tests.conftest import NewPage

DRAW = """async (text) => {
  const { drawQr } = await import(new URL("../../widgets/shared/qr.js", location.href));
  const qr = await drawQr(text, "");
  qr.style.cssText = "position: fixed; inset: 0 auto auto 0; width: 440px; max-width: none; z-index: 99; border: 0";
  document.querySelector(".qr.drawn")?.remove();
  qr.classList.add("drawn");
  document.body.append(qr);
}"""


def table(address: str, page: Page) -> Page:
    page.goto(f"{address}/workshop/table/")
    expect(page.get_by_role("heading", name="Gather the codes of your table")).to_be_visible()
    return page


def type_in(page: Page, text: str) -> None:
    page.get_by_label("Or type or paste codes").fill(text)
    page.get_by_role("button", name="Take in").click()
    expect(page.locator("[data-came]")).not_to_have_text("", timeout=LONG)


def marks(page: Page) -> list[str]:
    return page.locator("[data-marks] b").all_text_contents()


def picture(page: Page, text: str) -> bytes:
    """What a camera sees of a phone that shows a text as a QR code, as brightness."""
    page.evaluate(DRAW, text)
    return brightness(page, page.locator(".qr.drawn").screenshot(), WIDE, HIGH).tobytes()


def test_several_phones_that_are_held_up_at_once_are_all_read(
    playwright: Playwright, new_page: NewPage, address: str, tmp_path: Path
) -> None:
    draws = table(address, new_page(viewport={"width": 700, "height": 600}))
    pair = [code(mark, "resident", 1) for mark in (3, 4)]
    halves = [memoryview(picture(draws, each)).cast("B", shape=[HIGH, WIDE]) for each in pair]
    rows = [
        [bytes(half[row, 2 * column] for column in range(WIDE // 2)) for half in halves] for row in range(0, HIGH, 2)
    ]
    blank = bytes([255]) * WIDE * (HIGH // 4)
    both = blank + b"".join(b"".join(row) for row in rows) + blank
    with seeing(playwright, film(tmp_path / "both.y4m", [both]), **PHONE) as phone:
        table(address, phone)
        phone.get_by_role("button", name="Use the camera").click()
        expect(phone.locator("[data-gathered]")).to_have_text("2 codes are here:", timeout=LONG)
        assert sorted(marks(phone)) == sorted(each[:5] for each in pair)


def test_more_than_a_dozen_become_several_and_the_screen_reads_their_text(new_page: NewPage, address: str) -> None:
    phone = table(address, new_page(**PHONE))
    everyone = people(("resident", 14, 1), ("organisation", 11, 2)).split("\n")
    type_in(phone, "\n".join(everyone))
    expect(phone.locator("[data-gathered]")).to_have_text("25 codes are here:")
    phone.get_by_role("button", name="Show them all as one").click()
    held = []
    for number in (1, 2, 3):
        expect(phone.locator("[data-holds]")).to_contain_text(f"Code {number} of 3.")
        held.append(str(phone.locator("[data-holds]").text_content()))
        phone.get_by_role("button", name="Next code").click()
    expect(phone.locator("[data-holds]")).to_contain_text("Code 1 of 3.")
    for each in everyone:
        assert len([words for words in held if each[:5] in words]) == 1
    screen = opened(new_page(), address)
    screen.get_by_label("Type or paste").fill(" ".join(everyone[:12]))
    screen.get_by_label("Type or paste").press("Enter")
    expect(screen.locator("[data-accepted]")).to_have_text("12 codes taken in.", timeout=LONG)
    assert counts(screen) == ["12", "0", "0"]


def test_nothing_is_kept_and_one_is_asked_before_it_is_lost(new_page: NewPage, address: str) -> None:
    phone = table(address, new_page(**PHONE))
    one, other = people(("resident", 2, 1)).split("\n")
    type_in(phone, f"{one}\n{other}")
    assert marks(phone) == [one[:5], other[:5]]
    kept = phone.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state, location.href])")
    assert one[:5] not in kept
    asked: list[str] = []

    def answer(how: Literal["accept", "dismiss"]) -> None:
        def say(dialog: Dialog) -> None:
            asked.append(dialog.type)
            getattr(dialog, how)()

        phone.once("dialog", say)

    answer("dismiss")
    phone.get_by_role("link", name="Coproduction", exact=False).first.click()
    assert phone.url.endswith("/workshop/table/")
    phone.get_by_role("button", name=f"Take out {one[:5]}").click()
    assert marks(phone) == [other[:5]]
    answer("accept")
    phone.reload()
    assert asked == ["confirm", "beforeunload"]
    expect(phone.locator("[data-gathered]")).to_have_text("No code is here yet.")


def test_the_phone_that_gathers_brings_its_own_code(new_page: NewPage, address: str) -> None:
    phone = joined(new_page(**PHONE), address)
    say_side(phone)
    answer_all(phone, 1)
    own = shown(phone).mark
    phone.get_by_role("link", name="Gather the codes of your table on this phone").click()
    expect(phone.locator("[data-marks]")).to_contain_text(own, timeout=LONG)
    assert phone.url.endswith("/workshop/table/")
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.go_back()
    expect(phone.locator("answer-code .qr")).to_be_visible(timeout=LONG)


def test_codes_of_any_check_are_gathered_and_not_those_of_two(new_page: NewPage, address: str) -> None:
    ladder = next(each for each in checked().assessments if each.id == "ladder")
    ids = [each.id for each in statements_of(ladder, "long")]
    first, second = (write(Given(ladder, "long", "resident", dict.fromkeys(ids, 0)), mark) for mark in (7, 8))
    phone = table(address, new_page(**PHONE))
    type_in(phone, f"{first}\n{second}")
    expect(phone.locator("[data-gathered]")).to_have_text("2 codes are here:")
    phone.get_by_label("Or type or paste codes").fill(code(9, "resident", 1))
    phone.get_by_role("button", name="Take in").click()
    expect(phone.locator("[data-refused]")).to_contain_text("This code is from another check", timeout=LONG)
    assert marks(phone) == [first[:5], second[:5]]


def test_what_is_no_code_is_told_and_comes_back(new_page: NewPage, address: str) -> None:
    phone = table(address, new_page(**PHONE))
    right = code(1_234_567, "resident", 1)
    wrong = right[1] + right[0] + right[2:]
    phone.get_by_label("Or type or paste codes").fill(f"Ann: {wrong}\nhello")
    phone.get_by_role("button", name="Take in").click()
    expect(phone.locator("[data-refused]")).to_contain_text("has a mistake in it", timeout=LONG)
    expect(phone.get_by_label("Or type or paste codes")).to_have_value(wrong)
    expect(phone.locator("[data-came]")).to_have_text("1 line held no code.")
    expect(phone.get_by_role("button", name="Show them all as one")).to_be_disabled()


def test_without_script_there_is_no_dead_button(new_page: NewPage, address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/workshop/table/")
    expect(page.get_by_role("heading", name="How it goes")).to_be_visible()
    expect(page.locator("table-phone button:visible")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_the_phone(new_page: NewPage, address: str, width: int) -> None:
    phone = table(address, new_page(viewport={"width": width, "height": 700}))
    type_in(phone, people(("resident", 12, 1)))
    assert phone.evaluate("document.documentElement.scrollWidth") <= width
    phone.get_by_role("button", name="Show them all as one").click()
    expect(phone.locator("table-phone .qr")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= width
