"""The room's own view of a workshop, plans without a check, the clock, and last time beside this time."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kept import kept
from tests.browser.test_workshop import LONG, code, opened, people, take
from tests.conftest import NewPage

WALL = {"width": 1280, "height": 720}
SMALLEST = 44
"""The size of letters, in px, that can be read from 10 m on a screen 2 m and 1280 px wide: the widget's README says how."""
LETTERS = """() => {
  const sizes = {};
  const walker = document.createTreeWalker(document.querySelector("workshop-room"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const words = walker.currentNode.textContent.trim();
    if (!words || parent.closest("button, template, title, desc") || !parent.checkVisibility()) continue;
    const scale = parent.closest("svg") ? parent.getScreenCTM().a : 1;
    sizes[words] = parseFloat(getComputedStyle(parent).fontSize) * scale;
  }
  return sizes;
}"""
BELLS = """
window.bells = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) { window.bells += 1; return start.apply(this, when); };
"""


def room_of(screen: Page) -> Page:
    """The window for the projector."""
    with screen.context.expect_page() as opening:
        screen.get_by_role("button", name="Open the room's window").click()
    opening.value.set_viewport_size(WALL)  # type: ignore[arg-type]  # a size
    return opening.value


def small_letters(room: Page) -> dict[str, Any]:
    sizes: dict[str, float] = room.evaluate(LETTERS)
    assert sizes
    return {words: size for words, size in sizes.items() if size < SMALLEST}


def fits(room: Page) -> bool:
    found: bool = room.locator("[data-room-stage]").evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    return found and room.evaluate("document.documentElement.scrollWidth") <= WALL["width"]


@pytest.fixture
def screen(page: Page, address: str) -> Page:
    page.goto(f"{address}/workshop/")
    page.locator("[data-expected=resident]").fill("6")
    page.locator("[data-expected=organisation]").fill("5")
    page.get_by_role("button", name="Open the workshop").click()
    expect(page.locator(".join .qr")).to_be_visible(timeout=LONG)
    return page


def test_what_the_room_sees_from_the_first_code_to_the_last_agreement(screen: Page) -> None:
    room = room_of(screen)
    expect(room.locator(".qr")).to_be_visible()
    everyone = people(("resident", 5, 1), ("organisation", 5, 3))
    take(screen, everyone)
    expect(room.locator(".room-counts li")).to_have_text(
        [re.compile("5.*Residents.*of about 6"), re.compile("5.*of about 5")]
    )
    assert (small_letters(room), fits(room)) == ({}, True)
    expect(room.locator(".room-collect")).to_contain_text("Choose Short")
    # Who is missing is asked for once more.
    screen.get_by_role("button", name="Reveal").click()
    expect(screen.locator("[data-reveal-status]")).to_contain_text("Residents: about 1")
    expect(room.locator(".qr")).to_be_visible()
    screen.get_by_role("button", name="Reveal").click()
    expect(room.get_by_role("heading", name="You see these differently")).to_be_visible(timeout=LONG)
    assert (small_letters(room), fits(room)) == ({}, True)
    shown = [room.locator("[data-picture] desc").text_content()]
    for number in (2, 3):
        room.get_by_role("button", name="Next part").click()
        expect(room.locator("[data-page]")).to_have_text(f"{number} of 3")
        shown.append(room.locator("[data-picture] desc").text_content())
    assert sum(str(each).count("The gap is 2") for each in shown) == 10, "every row is on one of the parts"
    screen.get_by_role("button", name="Talk about the widest gap").click()
    expect(room.locator(".room-gap")).to_contain_text("The organisation: the middle is 3 of 3.")
    screen.get_by_label("What was said").fill("A secret of ours")
    for number in range(5):
        if number == 1:
            expect(room.locator(".room-gap")).to_contain_text("The gap is 2")  # beside what was agreed first
        screen.get_by_label("We will").fill(f"Send papers seven days before the meeting, number {number}")
        expect(room.locator(".room-draft")).to_contain_text(f"number {number}")
        assert fits(room)
        screen.get_by_label("Who", exact=True).fill("The chair and the lead officer")
        screen.get_by_role("button", name="Write it down").click()
        expect(room.locator(".room-draft")).to_have_count(0)
        expect(room.locator(".room-agreed")).to_contain_text(f"number {number}")
        assert (small_letters(room), fits(room)) == ({}, True)
    # What is on the laptop alone never came here.
    page_of_room = room.content()
    assert "A secret of ours" not in page_of_room
    assert not [each for each in everyone.split("\n") if each in page_of_room]
    room.reload()  # a window that was closed, or a cable that was pulled
    expect(room.locator(".room-gap")).to_be_visible()
    screen.get_by_role("button", name="4. Record").click()
    expect(room.get_by_role("heading", name="What we agreed")).to_be_visible()
    assert (small_letters(room), fits(room)) == ({}, True)


def test_the_cover_hides_all_that_is_the_laptops(screen: Page) -> None:
    take(screen, people(("resident", 3, 1)))
    screen.get_by_text("The codes that are in").click()
    button = screen.get_by_role("button", name="Cover this screen")
    button.click()
    cover = screen.locator("dialog[data-cover]")
    expect(cover.locator(".room-counts")).to_contain_text("Residents")
    expect(screen.get_by_label("Type or paste")).to_be_hidden()
    expect(screen.locator("[data-people]")).to_be_hidden()
    screen.keyboard.press("Escape")
    expect(screen.get_by_label("Type or paste")).to_be_visible()
    expect(button).to_be_focused()
    button.click()
    screen.get_by_role("button", name="Uncover").click()
    expect(button).to_be_focused()


def test_the_room_waits_where_no_workshop_is_open(page: Page, address: str) -> None:
    page.goto(f"{address}/workshop/room/")
    expect(page.locator("workshop-room")).to_be_visible()
    page.set_viewport_size(WALL)  # type: ignore[arg-type]  # a size
    expect(page.get_by_role("heading", name="Open a workshop on this computer first")).to_be_visible()


def test_a_plan_without_a_check_goes_straight_to_its_steps(page: Page, address: str) -> None:
    page.goto(f"{address}/workshop/")
    plan = page.get_by_label("Which plan do you follow?")
    assert plan.locator(":checked").get_attribute("data-check") == "health"  # as what is chosen below it
    expect(page.locator("[name=check]:checked")).to_have_value("health/short")
    plan.select_option("hard-conversation")
    expect(page.get_by_role("radio", name="Nothing.")).to_be_checked()
    page.get_by_role("button", name="Open the workshop").click()
    expect(page.get_by_role("heading", name="How we talk today")).to_be_focused()
    expect(page.locator("[data-gap]")).to_contain_text("One person speaks at a time")
    expect(page.get_by_role("button", name="Collect")).to_be_hidden()
    room = room_of(page)
    expect(room.get_by_role("heading", name="How we talk today")).to_be_visible()
    page.get_by_label("What was said").fill("We keep it in this room")
    page.get_by_role("button", name="Next step").last.click()
    expect(page.get_by_role("heading", name="The question and the facts")).to_be_focused()
    expect(page.get_by_role("timer").first).to_have_text("10:00")
    expect(page.get_by_label("What was said")).to_have_value("")
    page.get_by_label("We will").fill("Ask for the survey")
    page.get_by_role("button", name="Write it down").click()
    expect(room.locator(".room-agreed")).to_contain_text("Ask for the survey")
    (action,) = kept(page)["action-plan"]["actions"]
    assert action["from"] == "hard-conversation"
    page.reload()
    expect(page.get_by_role("heading", name="The question and the facts")).to_be_visible()
    page.get_by_role("button", name="2. Record").click()
    record = page.locator("[data-record]")
    expect(record).to_contain_text("A hard conversation")
    expect(record).to_contain_text("We keep it in this room")
    expect(record).to_contain_text("Ask for the survey")
    expect(record).not_to_contain_text("Who was counted")
    page.goto(f"{address}/plan/")
    expect(page.locator("action-plan")).to_contain_text("A hard conversation")


def test_the_clock_is_seen_and_heard_once_and_leads_to_the_next_step(page: Page, address: str) -> None:
    page.clock.install()
    page.add_init_script(BELLS)
    opened(page, address)
    page.get_by_role("button", name="Start", exact=True).click()
    page.clock.fast_forward("09:59")
    assert page.evaluate("bells") == 0
    page.clock.run_for(3_000)
    expect(page.locator("[data-time-up]")).to_contain_text("Time is up")
    expect(page.locator(".timer__bell")).to_be_visible()
    page.clock.run_for(5_000)
    assert page.evaluate("bells") == 2, "two tones, once"
    page.get_by_role("button", name="Next step").first.click()
    expect(page.locator("[data-time-up]")).to_have_text("")
    expect(page.locator("[data-step] option:checked")).to_have_text(re.compile(r"^2\."))
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    page.get_by_role("button", name="Sound").click()
    page.get_by_role("button", name="Start", exact=True).click()
    page.clock.fast_forward("59:00")
    page.clock.run_for(1_000)
    expect(page.locator("[data-time-up]")).to_contain_text("Time is up")
    assert page.evaluate("bells") == 2, "muted"


def test_last_time_stands_beside_this_time_by_side(page: Page, address: str) -> None:
    opened(page, address)
    take(page, people(("resident", 5, 1), ("organisation", 5, 2)))
    page.evaluate("for (const each of ['reveal', 'go=record']) document.querySelector(`[data-${each}]`).click()")
    page.get_by_role("button", name="Keep it for next time").click(timeout=LONG)  # who went on is not called back
    expect(page.locator("[data-record-status]")).to_contain_text("Kept on this computer")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="New workshop").click()
    everything = page.evaluate("JSON.stringify({...localStorage})")
    assert not re.search(r"[2-9CDFHJKMNPRTVWXY]{16}", everything), "no code is left"
    page.get_by_role("button", name="Open the workshop").click()
    take(page, "\n".join(code(mark, "resident", 3) for mark in range(50, 55)))
    page.get_by_role("button", name="Reveal").click()
    since = page.locator("[data-result] .since")
    expect(since).to_contain_text("What moved since", timeout=LONG)
    expect(since.locator("h4")).to_have_text(["Residents"])
    expect(since.locator("li").first).to_have_text("Working to a common vision: up, from 1 to 3.")
    since.get_by_label("Beside last time?").select_option("")
    expect(page.locator("[data-result] .since")).not_to_contain_text("What moved since")
    expect(page.locator("[data-result] select[data-beside]")).to_be_focused()
    page.get_by_role("button", name="4. Record").click()
    page.locator("[data-record] select[data-beside]").select_option(index=1)
    expect(page.locator("[data-record]")).to_contain_text("up, from 1 to 3")
    page.get_by_text("Records kept from earlier workshops").click()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name=re.compile("Delete the record of")).click()
    expect(page.locator("[data-record]")).not_to_contain_text("up, from 1 to 3")
    assert "workshop.records" not in kept(page)


def test_the_codes_of_an_earlier_workshop_and_one_more_are_not_shown(page: Page, address: str) -> None:
    opened(page, address)
    three = people(("resident", 3, 1))
    take(page, three)
    page.get_by_role("button", name="Reveal").click()
    expect(page.locator("[data-result] h2").first).to_be_focused(timeout=LONG)
    page.get_by_role("button", name="4. Record").click()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="New workshop").click()
    page.get_by_role("button", name="Open the workshop").click()
    take(page, f"{three}\n{code(77, 'resident', 3)}")
    expect(page.locator(".count__note")).to_contain_text("shown in an earlier workshop")
    page.get_by_role("button", name="Reveal").click()
    expect(page.locator("[data-reveal-status]")).to_contain_text("Nothing may be shown yet")


def test_two_tabs_that_reveal_at_the_same_moment_show_no_two_screens_that_give_one_away(
    page: Page, address: str
) -> None:
    """Both are asked at once, one with a code more. Whichever comes second must know of the first."""
    opened(page, address)
    take(page, people(("resident", 3, 1)))
    other = page.context.new_page()
    other.goto(f"{address}/workshop/")
    expect(other.locator(".count__number").first).to_have_text("3", timeout=LONG)
    more = json.dumps(code(77, "resident", 3))
    start = """() => {
      const { codes } = document.querySelector("workshop-screen");
      %s
      window.seen = codes.reveal().then(({ shown }) => shown.resident);
    }"""
    other.evaluate(start % f"codes.add({more});")
    page.evaluate(start % "")
    screens = [*page.evaluate("() => window.seen"), *other.evaluate("() => window.seen")]
    assert len({frozenset(each) for each in screens}) == 1, "whoever came second saw what the first had shown"


def test_nothing_that_is_pressed_leaves_the_keyboard_nowhere(new_page: NewPage, address: str) -> None:
    page = opened(new_page(viewport=WALL), address)
    take(page, people(("resident", 3, 1), ("organisation", 3, 3)))
    page.on("dialog", lambda dialog: dialog.accept())
    pressed = [
        *(
            "1. Collect",
            "Reveal",
            "Talk about the widest gap",
            "Next gap",
            "Gap before",
            "4. Record",
            "Keep it for next time",
        ),
        *("1. Collect", "Key in paper", "Close the paper form", "Start", "Pause", "5 more", "1 less", "Sound"),
        *("Cover this screen", "Uncover", "4. Record", "New workshop"),
    ]
    lost = []
    for name in pressed:
        page.get_by_role("button", name=name, exact=True).first.click(timeout=LONG)
        page.wait_for_timeout(300)
        if page.evaluate("document.activeElement === document.body"):
            lost.append(name)
    assert lost == []
