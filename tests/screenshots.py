"""Pictures of every kind of page and of the states readers bring them into: phone and desktop, light and dark.

`make screenshots` puts them in .cache/screenshots, to be looked at before a change is called done.
"""

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from publish.chromium import FLAGS, chromium
from publish.preview import application, served
from tests.built_site import built
from tests.pages import kinds
from tests.states import STATES

WIDTHS = {"phone": 390, "narrow": 320, "desktop": 1280}
LOOKS: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def take(browser: Browser, site: Path, address: str, into: Path) -> int:
    """Take all pictures into a folder. Returns how many there are."""
    for size, width in WIDTHS.items():
        for look in LOOKS:
            for path in kinds(site):
                with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=look) as context:
                    page = context.new_page()
                    page.goto(address + path)
                    name = path.strip("/").replace("/", "-") or "home"
                    page.screenshot(path=into / f"{name}.{size}.{look}.png", full_page=True)
            for name, state in STATES.items():
                with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=look) as context:
                    page = context.new_page()
                    state(page, address)
                    page.screenshot(path=into / f"state.{name}.{size}.{look}.png")
    return len(list(into.glob("*.png")))


def main() -> None:
    """Build the site, and take the pictures."""
    into = Path(sys.argv[1] if len(sys.argv) > 1 else ".cache/screenshots")
    into.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        site = built()
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        with served(application(site)) as address:
            print(f"{take(browser, site, address, into)} pictures in {into}/")
        browser.close()


if __name__ == "__main__":
    main()
