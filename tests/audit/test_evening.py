"""A whole evening: a laptop and the room's window, nine phones, one of them with Firefox, and no network; and what is left.

What leaves the pages is opened: the record's PDF, the saved text, and every key that laptop and phones keep.
"""

import re
from pathlib import Path

import zxingcpp
from playwright.sync_api import Page, expect

from tests.browser.test_table_phone import table, type_in
from tests.browser.test_workshop import LONG, PHONE, SHORT, SIDES, brightness, reading, take
from tests.browser.test_workshop_room import fits, room_of, small_letters
from tests.conftest import NewPage
from tests.pdf_words import misprinted, packed, said

RESIDENTS, OFFICERS = 5, 4
CODE = re.compile(r"[2-9CDFHJKMNPRTVWXY]{16}")
CHAT = """[18:42] Ayesha: here is mine 😀 {0}
[18:42] Tom (07700 900 123): {1} sorry for the wait
18:43 - Ms Okafor: <Media omitted>
18:43 - Ms Okafor: {2}
See you all at 7!"""


def on_phone(phone: Page, address: str, side: str, place: int) -> str:
    """Go through the flow that the QR code leads to, and make the code."""
    phone.goto(address)
    phone.get_by_role("radio", name=SIDES[side]).check()
    phone.get_by_role("button", name="Next").click()
    for number, _ in enumerate(SHORT, start=1):
        phone.locator(".step:visible input").nth(place).check()
        phone.get_by_role("button", name="Next" if number < len(SHORT) else "Make my code").click()
    expect(phone.locator("answer-code .qr")).to_be_visible(timeout=LONG)
    return reading(phone.locator("[data-code]").inner_text()).code


def keys(page: Page) -> str:
    """All that a browser keeps of this site."""
    found: str = page.evaluate(
        """async () => {
          const databases = (await indexedDB.databases?.()) ?? [];
          return JSON.stringify([{...localStorage}, {...sessionStorage}, databases, document.cookie]);
        }"""
    )
    return found


def test_an_evening(new_page: NewPage, new_firefox_page: NewPage, address: str, tmp_path: Path) -> None:
    screen = new_page(viewport={"width": 1366, "height": 768})
    screen.goto(f"{address}/workshop/")
    screen.locator("[data-expected=resident]").fill(str(RESIDENTS))
    screen.locator("[data-expected=organisation]").fill(str(OFFICERS))
    screen.get_by_role("button", name="Open the workshop").click()
    room = room_of(screen)
    expect(room.locator(".qr")).to_be_visible(timeout=LONG)
    (wall,) = zxingcpp.read_barcodes(brightness(room, room.screenshot()))
    phones = [*(new_page(**PHONE) for _ in range(8)), new_firefox_page(viewport={"width": 390, "height": 844})]
    sides = ["resident"] * RESIDENTS + ["organisation"] * OFFICERS
    codes = [
        on_phone(phone, wall.text, side, 0 if side == "resident" else 2)
        for phone, side in zip(phones, sides, strict=True)
    ]
    gathering = table(address, new_page(**PHONE))
    type_in(gathering, codes[5])
    screen.context.set_offline(True)
    # By eye and by ear, by a pasted chat, by the phone of a table; and one is still missing.
    take(screen, codes[0].lower())
    take(screen, CHAT.format(*codes[1:4]))
    expect(screen.locator(".count__number").first).to_have_text("4")
    type_in(gathering, "\n".join(codes[6:]))
    gathering.get_by_role("button", name="Show them all as one").click()
    held_up = gathering.locator("table-phone .qr").screenshot()
    (of_table,) = zxingcpp.read_barcodes(brightness(gathering, held_up, 640, 480))
    take(screen, of_table.text)
    expect(screen.locator(".count__number").nth(1)).to_have_text("4")
    screen.get_by_role("button", name="Reveal").click()
    expect(screen.locator("[data-reveal-status]")).to_contain_text("Residents: about 1")
    screen.get_by_role("button", name="Reveal").click()
    expect(room.get_by_role("heading", name="You see these differently")).to_be_visible(timeout=LONG)
    assert (small_letters(room), fits(room)) == ({}, True)
    before = room.locator("[data-picture] desc").text_content()
    # Who comes late changes nothing that is shown.
    screen.get_by_role("button", name="1. Collect").click()
    take(screen, codes[4])
    expect(screen.locator(".count__number").first).to_have_text("5")
    screen.get_by_role("button", name="2. See").click()
    expect(room.locator("[data-picture] desc")).to_have_text(str(before))
    # The laptop is closed, and opened again; the wall stands meanwhile.
    again = screen.context.new_page()
    screen.close()
    expect(room.locator("[data-picture] desc")).to_have_text(str(before))
    again.goto(f"{address}/workshop/")
    screen = again
    expect(screen.get_by_role("heading", name="You see these differently").first).to_be_visible(timeout=LONG)
    screen.get_by_role("button", name="Talk about the widest gap").click()
    screen.get_by_label("What was said").fill("Papers come late, and in English alone.")
    screen.get_by_label("We will").fill("Send papers seven days before")
    screen.get_by_label("Who", exact=True).fill("The chair")
    screen.get_by_label("By when").fill("2031-05-17")
    screen.get_by_role("button", name="Write it down").click()
    expect(room.locator(".room-agreed")).to_contain_text("By: 17 May 2031")
    # The record goes home.
    screen.get_by_role("button", name="4. Record").click()
    expect(room.locator(".room-end")).to_contain_text("Send papers seven days before")
    pdf = tmp_path / "record.pdf"
    screen.pdf(path=pdf, prefer_css_page_size=True)
    on_paper = said(pdf)
    for words in (
        *("Record of our workshop", "Residents: 4", "The organisation: 4", "The gap is 1 or more"),
        *("Papers come late, and in English alone.", "Send papers seven days before", "The chair", "17 May 2031"),
    ):
        assert packed(words) in on_paper
    assert misprinted(pdf) == []
    with screen.expect_download() as started:
        screen.get_by_role("button", name="Save it as text").click()
    record = Path(started.value.path()).read_text(encoding="utf-8")
    assert "Send papers seven days before" in record
    # One takes back what they said: it is gone from the wall, the record, and every key.
    screen.on("dialog", lambda dialog: dialog.accept())
    screen.get_by_role("button", name="1. Collect").click()
    screen.get_by_text("The codes that are in").click()
    screen.get_by_role("button", name=f"Take out {codes[0][:5]}").click()
    expect(screen.locator(".count__note").first).to_contain_text("Put away")
    screen.get_by_role("button", name="2. See").click()
    expect(room.locator("[data-picture] desc")).not_to_contain_text("Residents")
    assert codes[0] not in keys(screen)
    assert codes[1] in keys(screen)
    assert not CODE.search(room.content())
    # The evening is over.
    screen.get_by_role("button", name="4. Record").click()
    screen.get_by_role("button", name="Keep it for next time").click()
    screen.get_by_role("button", name="New workshop").click()
    expect(screen.get_by_label("Which plan do you follow?")).to_be_focused()
    expect(room.get_by_role("heading", name="Open a workshop on this computer first")).to_be_visible()
    assert not CODE.search(keys(screen)), "no code is left on the laptop"
    for each in (on_paper, record, room.content()):
        assert not CODE.search(each)
        assert not [code for code in codes if code in each]
    for phone in (phones[0], phones[-1]):
        phone.on("dialog", lambda dialog: dialog.accept())
        phone.get_by_role("button", name="Start again").click()
        expect(phone.locator("answer-code .qr")).to_be_hidden()
        assert not re.search(r"health\.[a-z-]+\.1", keys(phone)), "no answer is left on a phone"
    assert not [code for code in codes if code in keys(gathering)], "the phone of a table keeps nothing"
