"""Thirty people at three tables, each with a phone that gathers, and one screen that reads all."""

import time
from pathlib import Path

from playwright.sync_api import Playwright, expect

from tests.browser.fake_camera import HIGH, WIDE, film, seeing
from tests.browser.test_table_phone import marks, picture, table
from tests.browser.test_workshop import LONG, PHONE, brightness, opened, people
from tests.conftest import NewPage


def test_thirty_people_at_three_tables_are_read_in_one_go_each(
    playwright: Playwright, new_page: NewPage, address: str, tmp_path: Path
) -> None:
    """How long it takes is printed: `pytest -s` shows it."""
    everyone = people(("resident", 18, 1), ("organisation", 12, 3)).split("\n")
    draws = table(address, new_page(viewport={"width": 700, "height": 600}))
    tables, gathering = [], 0.0
    for number in range(3):
        codes = everyone[number::3]
        path = film(tmp_path / f"table-{number}.y4m", [picture(draws, each) for each in codes])
        with seeing(playwright, path, **PHONE) as phone:
            table(address, phone)
            expect(phone.locator("html[data-python=ready]")).to_be_attached(timeout=LONG)
            began = time.monotonic()
            phone.get_by_role("button", name="Use the camera").click()
            expect(phone.locator("[data-gathered]")).to_have_text("10 codes are here:", timeout=2 * LONG)
            gathering = max(gathering, time.monotonic() - began)
            assert sorted(marks(phone)) == sorted(each[:5] for each in codes)
            phone.get_by_role("button", name="Show them all as one").click()
            expect(phone.locator("table-phone .qr")).to_be_visible()
            expect(phone.get_by_role("button", name="Next code")).to_be_hidden()
            qr = phone.locator("table-phone .qr").screenshot()
            tables.append(brightness(draws, qr, WIDE, HIGH).tobytes())
            legible = phone.locator("body").inner_text().replace(" ", "")
            assert not [each for each in codes if each[:6] in legible]
    with seeing(playwright, film(tmp_path / "screen.y4m", tables), viewport={"width": 1280, "height": 900}) as screen:
        opened(screen, address)
        began = time.monotonic()
        screen.get_by_role("button", name="Use the camera").click()
        expect(screen.locator(".count__number").first).to_have_text("18", timeout=2 * LONG)
        expect(screen.locator(".count__number").nth(1)).to_have_text("12", timeout=LONG)
        print(f"gathered in {gathering:.1f} s by the slowest of three, read in {time.monotonic() - began:.1f} s")
        expect(screen.locator("[data-camera-status]")).to_contain_text("10 codes read. Next, please")
