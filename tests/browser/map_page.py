"""The power map's page, as the tests open it and find their way about on it."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from framework.tools.power_map.picture import WIDE, Frame
from tests.browser.kept import keep, kept
from tests.framework.maps import crowd

PAGE = "/tools/power-map/work/"
ABOUT = "/tools/power-map/"


def place(page: Page, id_: str) -> dict[str, Any]:
    """Where someone stands in the phase that is shown, as it is kept."""
    now = kept(page)["power-map"]
    phase = next(each for each in now["map"]["phases"] if each["id"] == now["phase"])
    found: dict[str, Any] = phase["places"][id_]
    return found


def panel(page: Page, name: str) -> None:
    """Open a panel beside the map, as it is called on the page."""
    button = page.get_by_role("toolbar", name="Panels").get_by_role("button", name=name)
    if button.get_attribute("aria-expanded") != "true":
        button.click()


def start_with(page: Page, address: str, plain: dict[str, Any], open_panel: str = "") -> None:
    """Open the page with a map that is kept on the device already, and a panel beside it."""
    data = {"power-map": {"map": plain, "phase": plain["phases"][0]["id"]}}
    keep(page, data)
    page.goto(address + PAGE)
    page.locator(".power-map-canvas").wait_for()
    if open_panel:
        panel(page, open_panel)


def quiet() -> dict[str, Any]:
    """A map with three stakeholders and no earlier phase: room to move them in."""
    plain = crowd(0)
    spots = {"s1": (3, 3), "s2": (4.5, 1.5), "s3": (1.5, 4.5)}
    for id_, name in (("s1", "Ward councillor"), ("s2", "The lender"), ("s3", "Tenants")):
        plain["stakeholders"].append({"id": id_, "name": name, "kind": "other", "side": "other", "notes": ""})
        power, affected = spots[id_]
        plain["phases"][0]["places"][id_] = {
            "power": power,
            "affected": affected,
            "person": None,
            "at_table": False,
            "stance": "not-known",
        }
    return plain


def spot(page: Page, power: float, affected: float, frame: Frame = WIDE) -> tuple[float, float]:
    """Where marks are on the screen."""
    page.locator(".power-map-canvas").evaluate("svg => svg.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box = page.locator(".power-map-canvas").bounding_box()
    assert box
    x, y = frame.point(power, affected)
    return box["x"] + x * box["width"] / frame.width, box["y"] + y * box["height"] / frame.height


def mark(page: Page, id_: str) -> Locator:
    return page.locator(f".power-map-canvas [data-id={id_}]")


def row(page: Page, id_: str) -> Locator:
    return page.locator(f"[data-people] [data-id={id_}]")


def waited(page: Page) -> None:
    """Python has said what it thinks of the map as it stands."""
    expect(page.locator("power-map:not([aria-busy])")).to_be_attached(timeout=90_000)
    expect(page.locator("[data-waiting][hidden]")).to_be_attached(timeout=90_000)
