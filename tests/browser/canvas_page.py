"""A tool's canvas on a page of its own: what several tests of it do."""

import xml.etree.ElementTree as ET
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page

from tests.browser.kept import keeping


def card(page: Page, id_: str) -> Locator:
    """A mark on the picture."""
    return page.locator(f".tool-canvas__board [data-id='{id_}']")


def middle(page: Page, id_: str) -> tuple[float, float]:
    """The middle of a mark on the screen, once it is seen."""
    card(page, id_).evaluate("card => card.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box = card(page, id_).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def panel(page: Page, name: str) -> None:
    """Open a panel."""
    button = page.get_by_role("toolbar", name="Panels").get_by_role("button", name=name, exact=True)
    if button.get_attribute("aria-expanded") != "true":
        button.click()


def write(page: Page, label: str, text: str) -> None:
    """Type over what stands in a cell, and leave it. What `fill` puts in, Firefox takes for no change."""
    page.get_by_label(label).click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(text)
    page.keyboard.press("Tab")


def choose(page: Page, what: str) -> None:
    """Take one of the choices that are offered."""
    page.locator("[data-choices]").get_by_role("button", name=what).click()


def drawn(page: Page) -> None:
    """The picture shows the entries as they stand."""
    page.locator("tool-canvas:not([aria-busy]) .tool-canvas__board").wait_for(timeout=90_000)


def start_with(page: Page, address: str, tool: str, entries: dict[str, list[str]]) -> None:
    """Open a tool's canvas once, or come back to it, with a form that is filled in."""
    page.goto(address + "/404.html")
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.evaluate(keeping({f"tool.{tool}": entries}))
    page.goto(f"{address}/tools/{tool}/work/")
    drawn(page)


def saved_picture(page: Page) -> ET.Element:
    """The picture as it is saved, an SVG, taken from the panel 'Files' that is open."""
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the picture").click()
    return ET.fromstring(Path(saved.value.path()).read_text(encoding="utf-8"))


def saved_large(page: Page) -> int:
    """How many dots the large picture has that is saved from there."""
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save a large picture").click()
    with Image.open(saved.value.path()) as image:
        return image.width * image.height
