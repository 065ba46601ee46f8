"""A workshop as a room would have it: one screen and six phones, each a browser of its own, and the network goes."""

import base64
import re
from pathlib import Path
from random import Random

import pytest
import zxingcpp
from playwright.sync_api import Page, Playwright, expect

from framework.content.check import checked
from framework.core.answers import Given, Side, statements_of
from framework.tools.answer_code.code import AnswerCode, Reader, write
from tests.browser.fake_camera import HIGH, WIDE, film, seeing
from tests.browser.kept import kept
from tests.browser.misbehaving import never_comes
from tests.conftest import NewPage

HEALTH = next(each for each in checked().assessments if each.id == "health")
SHORT = [each.id for each in statements_of(HEALTH, "short")]
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True}
SIDES = {"resident": "A resident", "organisation": "The organisation", "other": "Another partner"}
LONG = 60_000


def reading(text: str) -> AnswerCode:
    return Reader(HEALTH).read(text)


def code(mark: int, side: Side, points: int) -> str:
    return write(Given(HEALTH, "short", side, dict.fromkeys(SHORT, points)), mark)


def people(*counts: tuple[Side, int, int]) -> str:
    """Codes of a room: for each side how many, and the points that they gave."""
    marks = iter(range(1, 1_000))
    return "\n".join(code(next(marks), side, points) for side, count, points in counts for _ in range(count))


def opened(page: Page, address: str) -> Page:
    """The screen, with a workshop open."""
    page.goto(f"{address}/workshop/")
    page.get_by_role("button", name="Open the workshop").click()
    expect(page.locator(".join .qr")).to_be_visible(timeout=LONG)
    return page


def take(page: Page, text: str) -> None:
    page.get_by_label("Type or paste").fill(text)
    page.get_by_label("Type or paste").press("Enter")
    expect(page.locator("[data-accepted]")).not_to_have_text("", timeout=LONG)


def counts(page: Page) -> list[str]:
    return page.locator(".count__number").all_text_contents()


def answered(page: Page, address: str, side: Side, place: int) -> str:
    """Answer on a phone as a person would, and make the code."""
    page.goto(f"{address}/check/health/")
    page.get_by_role("radio", name=SIDES[side]).check()
    for _ in SHORT:
        page.get_by_role("button", name="Next").click()
        page.locator(".step:visible input").nth(place).check()
    page.get_by_role("button", name="Make my code").click()
    expect(page.locator("answer-code .qr")).to_be_visible(timeout=LONG)
    return page.locator("[data-code]").inner_text()


@pytest.fixture
def screen(page: Page, address: str) -> Page:
    return opened(page, address)


def test_six_phones_and_a_screen_with_no_network_between(new_page: NewPage, screen: Page, address: str) -> None:
    """Phones and screen were loaded once; then there is no network, and codes go by eye, by message and by file."""
    phones = [new_page(**PHONE) for _ in range(6)]
    sides: list[Side] = ["resident", "resident", "resident", "organisation", "organisation", "organisation"]
    shown = [
        answered(phone, address, side, 0 if side == "resident" else 3)
        for phone, side in zip(phones, sides, strict=True)
    ]
    for each in (*phones, screen):
        each.context.set_offline(True)
    take(screen, shown[0].lower())  # read out and typed
    take(screen, "\n".join(shown[1:3]))  # two messages, pasted
    with phones[3].expect_download() as started:
        phones[3].get_by_role("button", name="Save as a file").click()
    phones[4].context.grant_permissions(["clipboard-read", "clipboard-write"])
    phones[4].get_by_role("button", name="Copy a link").click()
    expect(phones[4].locator("[data-status]")).to_contain_text("Copied")
    link = phones[4].evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{address}/workshop/#code=")
    screen.locator("[data-files]").set_input_files(started.value.path())
    expect(screen.locator(".count__number").nth(1)).to_have_text("1")
    screen.evaluate("hash => { location.hash = hash }", link.partition("#")[2])
    expect(screen.locator(".count__number").nth(1)).to_have_text("2")
    # The sixth comes on paper.
    screen.get_by_role("button", name="Key in paper").click()
    screen.locator("[data-paper-box]").get_by_label("Organisation").check()
    screen.get_by_label("One key for each answer").fill("3" * len(SHORT))
    expect(screen.get_by_text("All keyed in")).to_be_visible()
    screen.get_by_label("One key for each answer").press("Enter")
    expect(screen.locator(".count__number").nth(1)).to_have_text("3")
    assert counts(screen) == ["3", "3", "0"]
    expect(screen.locator("[data-result]")).to_be_empty()
    screen.get_by_role("button", name="Reveal").click()
    expect(screen.get_by_role("heading", name="You see these differently")).to_be_focused()
    expect(screen.locator(".gap-picture .broad svg desc")).to_contain_text(
        "Residents: the middle is 1 of 3 or less. The organisation: the middle is 2 of 3 or more. The gap is 1 or more."
    )


def test_the_phone_shows_the_code_that_cpython_reads_and_follows_its_answers(new_page: NewPage, address: str) -> None:
    phone = new_page(**PHONE)
    first = answered(phone, address, "other", 1)
    found = reading(first)
    assert found.given.side == "other"
    assert found.given.answers == dict.fromkeys(SHORT, 1)
    expect(phone.locator("[data-mark]")).to_have_text(found.mark)
    phone.locator(".step:visible input").nth(2).check()
    expect(phone.locator("[data-code]")).not_to_have_text(first)
    second = reading(phone.locator("[data-code]").inner_text())
    assert (second.mark, second.given.answers[SHORT[-1]]) == (found.mark, 2)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    # Someone else answers next on this phone: another mark.
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Start again").click()
    expect(phone.get_by_role("button", name="Make my code")).to_be_hidden()
    assert reading(answered(phone, address, "other", 1)).mark != found.mark


def test_codes_can_be_typed_before_python_is_there(page: Page, address: str) -> None:
    never_comes(page)
    page.goto(f"{address}/workshop/")
    page.get_by_role("button", name="Open the workshop").click()
    expect(page.get_by_role("heading", name="Answer on your phone")).to_be_focused()


def test_a_tab_that_was_closed_goes_on_where_it_was(screen: Page) -> None:
    take(screen, people(("resident", 4, 1), ("organisation", 5, 2)))
    screen.get_by_role("button", name="Reveal").click()
    screen.get_by_role("button", name="Talk about the widest gap").click()
    screen.get_by_label("What was said").fill("Papers come late.")
    screen.get_by_label("We will").fill("Send papers seven days before")
    screen.get_by_label("Who", exact=True).fill("The chair")
    screen.get_by_label("By when").fill("2027-01-31")
    screen.get_by_role("button", name="Write it down").click()
    screen.get_by_role("button", name="5 more").click()
    clock = screen.get_by_role("timer").inner_text()
    screen.reload()
    expect(screen.get_by_label("What was said")).to_have_value("Papers come late.", timeout=LONG)
    expect(screen.locator("[data-agreed]")).to_contain_text("Send papers seven days before")
    expect(screen.get_by_role("timer")).to_have_text(clock)
    plan = kept(screen)["action-plan"]["actions"]
    assert [(each["text"], each["who"], each["by"], each["done"]) for each in plan] == [
        ("Send papers seven days before", "The chair", "2027-01-31", False)
    ]
    screen.get_by_role("button", name="4. Record").click()
    record = screen.locator("[data-record]")
    for words in (
        "Papers come late.",
        "Send papers seven days before",
        "The chair",
        "Residents: 4",
        "The organisation: 5",
    ):
        expect(record).to_contain_text(words)
    with screen.expect_download() as started:
        screen.get_by_role("button", name="Save it as text").click()
    saved = Path(started.value.path()).read_text(encoding="utf-8")
    for words in (
        *("Send papers seven days before\tThe chair\t31 January 2027", "Papers come late.", "Look for names in it"),
        *(
            "Residents: the middle is 1 of 3 or less.",
            "The organisation: the middle is 2 of 3.",
            "The gap is 1 or more.",
        ),
        *("Residents: 4.", "The organisation: 5."),
    ):
        assert words in saved
    assert not re.search(r"[2-9CDFHJKMNPRTVWXY]{16}", saved)


def test_who_comes_after_the_reveal_waits_for_two_more(screen: Page) -> None:
    take(screen, people(("resident", 3, 1), ("organisation", 3, 2)))
    screen.get_by_role("button", name="Reveal").click()
    before = screen.locator(".gap-picture .broad svg desc").text_content()
    screen.get_by_role("button", name="1. Collect").click()
    take(screen, code(901, "resident", 3))
    screen.get_by_role("button", name="Reveal").click()
    expect(screen.locator(".gap-picture .broad svg desc")).to_have_text(str(before))
    screen.get_by_role("button", name="1. Collect").click()
    expect(screen.locator(".count__note")).to_contain_text("Some came or changed since the reveal")
    take(screen, f"{code(902, 'resident', 3)}\n{code(903, 'resident', 3)}")
    screen.get_by_role("button", name="Reveal").click()
    expect(screen.locator(".gap-picture .broad svg desc")).to_contain_text(
        "Residents: the middle is between 1 and 2 of 3"
    )


def test_what_was_agreed_is_changed_and_what_is_half_typed_outlasts_a_reload(screen: Page) -> None:
    take(screen, people(("resident", 3, 1), ("organisation", 3, 3)))
    screen.get_by_role("button", name="Reveal").click()
    screen.get_by_role("button", name="Talk about the widest gap").click(timeout=LONG)
    screen.get_by_label("We will").fill("Send papers")
    screen.reload()
    expect(screen.get_by_label("We will")).to_have_value("Send papers", timeout=LONG)
    screen.get_by_role("button", name="Write it down").click()
    expect(screen.locator("[data-agreed]")).to_contain_text("Send papers")
    screen.get_by_role("button", name="Change", exact=True).click()
    screen.get_by_label("We will").fill("Send papers early")
    screen.get_by_role("button", name="Write it down").click()
    expect(screen.get_by_label("We will")).to_be_focused()
    (action,) = kept(screen)["action-plan"]["actions"]
    assert action["text"] == "Send papers early"
    screen.get_by_role("button", name="Take back").click()
    expect(screen.get_by_label("We will")).to_be_focused()
    assert "Send papers" not in screen.evaluate("JSON.stringify({...localStorage})")


def test_two_tabs_of_one_workshop_lose_none_of_each_others_codes(screen: Page, address: str) -> None:
    """A link with a code opens a tab of its own, beside the one that was there."""
    everyone = people(("resident", 4, 1), ("organisation", 4, 3)).split("\n")
    other = screen.context.new_page()
    other.goto(f"{address}/workshop/#code={everyone[0]}")
    expect(other.locator("[data-accepted]")).to_contain_text("Taken in", timeout=LONG)
    for number, each in enumerate(everyone[1:]):
        take((screen, other)[Random(number).random() < 0.5], each)
    for tab in (screen, other):
        expect(tab.locator(".count__number").first).to_have_text("4", timeout=LONG)
        expect(tab.locator(".count__number").nth(1)).to_have_text("4")
    assert [each["code"] for each in kept(screen)["workshop"]["codes"].values()] == everyone


def test_what_is_taken_out_after_the_reveal_is_gone_from_everywhere(screen: Page) -> None:
    first, *others = people(("resident", 4, 1), ("organisation", 4, 3)).split("\n")
    take(screen, "\n".join([first, *others]))
    screen.get_by_role("button", name="Reveal").click()
    expect(screen.locator("[data-result] h2").first).to_be_focused(timeout=LONG)
    screen.get_by_role("button", name="1. Collect").click()
    screen.get_by_text("The codes that are in").click()
    screen.once("dialog", lambda dialog: dialog.accept())
    screen.get_by_role("button", name=f"Take out {first[:5]}").click()
    expect(screen.locator(".count__note").first).to_contain_text("Put away")
    assert first not in screen.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    screen.get_by_role("button", name="4. Record").click()
    expect(screen.locator("[data-record]")).not_to_contain_text("Residents: 4")
    expect(screen.locator("[data-record] desc").first).not_to_contain_text("Residents")


def test_a_copy_holds_other_peoples_codes_only_when_that_is_asked_for(screen: Page, address: str) -> None:
    code_, *_ = people(("resident", 3, 1)).split("\n")
    take(screen, code_)
    screen.goto(f"{address}/workspace/")
    screen.once("dialog", lambda dialog: dialog.dismiss())
    assert code_ not in saved_copy(screen)
    screen.once("dialog", lambda dialog: dialog.accept())
    assert code_ in saved_copy(screen)


def saved_copy(page: Page) -> str:
    with page.expect_download() as started:
        page.locator("[data-do=save]").click()
    return Path(started.value.path()).read_text(encoding="utf-8")


def test_a_small_side_is_not_shown(screen: Page) -> None:
    take(screen, people(("resident", 5, 1), ("organisation", 2, 3)))
    screen.get_by_role("button", name="Reveal").click()
    expect(screen.get_by_role("heading", name="How one side sees it: Residents")).to_be_visible()
    expect(screen.locator("[data-result]")).to_contain_text("The organisation: fewer than three have answered")
    assert screen.locator(".gap-picture .organisation").count() == 0


def test_what_is_wrong_is_told_and_stays_to_be_mended(screen: Page) -> None:
    right = code(1_234_567, "resident", 1)
    wrong = right[1] + right[0] + right[2:]
    screen.get_by_label("Type or paste").fill(f"{code(6, 'resident', 1)}\n{wrong}")
    screen.get_by_role("button", name="Take in", exact=True).click()
    expect(screen.locator("[data-refused]")).to_contain_text("has a mistake in it", timeout=LONG)
    expect(screen.get_by_label("Type or paste")).to_have_value(wrong)
    assert counts(screen) == ["1", "0", "0"]


def test_a_whole_chat_is_pasted(screen: Page) -> None:
    """What the room sees of it is how many came, and of a broken code its mark. What people chatted is gone."""
    codes = people(("resident", 12, 1), ("organisation", 8, 3)).split("\n")
    broken = codes[0][:-1] + ("3" if codes[0][-1] == "2" else "2")
    chat = [
        f"[30/11/2026, 19:04:{nth:02}] Ann {nth}: Mine is {each.lower()} \N{GRINNING FACE}"
        for nth, each in enumerate(codes)
    ]
    chat[3:3] = ["[30/11/2026, 19:04:40] Bob: 07700 900123", "Hello all", f"[30/11/2026, 19:04:41] Bob: {broken} sorry"]
    take(screen, "\n".join(chat))
    assert counts(screen) == ["12", "8", "0"]
    expect(screen.locator("[data-accepted]")).to_have_text("20 codes taken in. 2 lines held no code.")
    expect(screen.locator("[data-refused] li")).to_have_count(1)
    expect(screen.locator("[data-refused]")).to_contain_text(f"The code that begins {broken[:5]} … has a mistake in it")
    expect(screen.get_by_label("Type or paste")).to_have_value(broken)


def test_a_code_is_taken_out(screen: Page) -> None:
    take(screen, people(("resident", 2, 1)))
    screen.get_by_text("The codes that are in").click()
    screen.once("dialog", lambda dialog: dialog.accept())
    screen.get_by_role("button", name="Take out").first.click()
    expect(screen.locator(".count__number").first).to_have_text("1")


def test_the_whole_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/workshop/")
    page.get_by_role("button", name="Open the workshop").press("Enter")
    expect(page.get_by_role("heading", name="Answer on your phone")).to_be_focused(timeout=LONG)
    take(page, people(("resident", 3, 0), ("organisation", 3, 3)))
    page.get_by_role("button", name="Reveal").press("Enter")
    page.get_by_role("button", name="Talk about the widest gap").press("Enter")
    expect(page.get_by_text("1 of 10")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("2 of 10")).to_be_visible()
    page.get_by_label("We will").fill("Meet on the estate")
    page.get_by_label("We will").press("Enter")
    expect(page.locator("[data-agreed]")).to_contain_text("Meet on the estate")
    expect(page.get_by_label("We will")).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280, 1920])
def test_nothing_is_wider_than_the_screen(new_page: NewPage, address: str, width: int) -> None:
    page = opened(new_page(viewport={"width": width, "height": 900}), address)
    take(page, people(("resident", 6, 0), ("organisation", 6, 3)))
    page.get_by_role("button", name="Reveal").click()
    expect(page.locator("[data-result] svg:visible")).to_have_count(1)
    for part in ("1. Collect", "2. See", "3. Talk", "4. Record"):
        page.get_by_role("button", name=part).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, part


def test_without_script_there_are_the_plans_and_no_dead_buttons(new_page: NewPage, address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/workshop/")
    expect(page.locator("workshop-screen button:visible")).to_have_count(0)
    page.get_by_role("link", name="Where do we stand?").click()
    expect(page.locator(".run-sheet > li")).to_have_count(8)


BRIGHTNESS = """async ([png, wide, high]) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const canvas = new OffscreenCanvas(wide || image.width, high || image.height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, (canvas.width - image.width) / 2, (canvas.height - image.height) / 2);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const points = Array.from({ length: canvas.width * canvas.height }, (_, n) => data[4 * n]);
  return [canvas.width, canvas.height, points];
}"""
"""For a page: a picture, in the middle of a frame of this size or its own, as the brightness of each point."""


def brightness(page: Page, png: bytes, wide: int = 0, high: int = 0) -> memoryview:
    """A screenshot as rows of brightness."""
    width, height, points = page.evaluate(BRIGHTNESS, [base64.b64encode(png).decode(), wide, high])
    return memoryview(bytes(points)).cast("B", shape=[height, width])


@pytest.mark.parametrize("look", ["light", "dark"])
def test_another_library_reads_the_qr_codes_from_a_phone_and_from_a_projector(
    new_page: NewPage, address: str, look: str
) -> None:
    phone = new_page(**PHONE, color_scheme=look)
    shown = answered(phone, address, "resident", 1)
    phone.locator("answer-code .qr").scroll_into_view_if_needed()
    (found,) = zxingcpp.read_barcodes(brightness(phone, phone.screenshot()))
    assert found.text == shown.replace(" ", "").replace("\n", "")
    screen = opened(new_page(viewport={"width": 1920, "height": 1080}, color_scheme=look), address)
    (found,) = zxingcpp.read_barcodes(brightness(screen, screen.screenshot()))
    assert found.text == f"{address}/check/health/#workshop-short"


def test_the_camera_reads_what_a_phone_shows(
    playwright: Playwright, new_page: NewPage, address: str, tmp_path: Path
) -> None:
    """Chromium's fake camera is fed with the QR code that a phone drew."""
    phone = new_page(**PHONE)
    shown = answered(phone, address, "organisation", 2)
    held_up = brightness(phone, phone.locator("answer-code .qr").screenshot(), WIDE, HIGH).tobytes()
    with seeing(playwright, film(tmp_path / "phone.y4m", [held_up])) as page:
        opened(page, address)
        page.get_by_role("button", name="Use the camera").click()
        mark = reading(shown).mark
        expect(page.locator("[data-accepted]")).to_have_text(f"Taken in: The organisation, mark {mark}.", timeout=LONG)
        page.locator("[data-blurred]").scroll_into_view_if_needed()
        page.set_viewport_size({"width": 1280, "height": 1600})
        seen = {each.text for each in zxingcpp.read_barcodes(brightness(page, page.screenshot()))}
        assert seen <= {f"{address}/check/health/#workshop-short"}, "nobody reads a code from the shared screen"
        page.get_by_role("button", name="Stop the camera").click()
        expect(page.locator("[data-blurred]")).to_be_hidden()
