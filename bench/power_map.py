"""How smoothly a mark of the power map goes with the pointer, and how soon Python says what a map tells."""

import json
import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.start_up import RUNS
from publish.chromium import FLAGS, chromium
from publish.preview import application, served
from tests.framework.maps import crowd

PAGE = "/tools/power-map/work/"
DRAGGED = (20, 200)
TOLD = (20, 200, 2000)
MOVES = 180
"""How many moves of the pointer make one drag: about three seconds."""

FRAMES = """
// The time from one frame to the next, and how long the page's own work in each took.
globalThis.frames = [];
let last = 0;
const watch = (now) => {
  if (last) frames.push(now - last);
  last = now;
  globalThis.frame = requestAnimationFrame(watch);
};
requestAnimationFrame(watch);
"""
CALL = """async (request) => {
  const { ask } = await import("/widgets/shared/python.js");
  await ask(request);
  const times = [];
  const ends = performance.now() + 3000;  // as a group does that moves one mark after the other
  while (times.length < 60 && performance.now() < ends) {
    const began = performance.now();
    await ask(request);
    times.push(performance.now() - began);
  }
  return times;
}"""
PAINTED = """() => new Promise((done) => new PerformanceObserver((list) => {
  const [first] = list.getEntriesByName("first-contentful-paint");
  if (first) done(first.startTime);
}).observe({ type: "paint", buffered: true }))"""


LARGE = (500, 300)
"""A map with so many stakeholders and links: opening it and changing it are measured."""
CHANGES = 7
CHANGE = """async (nth) => {
  const row = document.querySelectorAll("[data-people] tr")[nth];
  const field = row.querySelector("[data-key=power]");
  const began = performance.now();
  field.value = field.value === "2" ? "4" : "2";
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - began;
}"""
"""For a page: give someone another mark in the table, and say how long it took until that was painted."""


def large(page: Page, address: str) -> dict[str, float]:
    """How soon a large map is there to be worked on, and how soon a change of it shows."""
    people, links = LARGE
    plain = crowd(people)
    ends = [(f"s{nth}", f"s{(nth * 7 + 1) % people}") for nth in range(links)]
    plain["phases"][0]["links"] = [
        {"id": f"l{nth}", "from": start, "to": end, "kind": "trusts"} for nth, (start, end) in enumerate(ends)
    ]
    keep_map(page, plain)
    page.goto(address + PAGE)
    page.locator(".power-map-canvas .who").nth(people - 1).wait_for(state="attached", timeout=120_000)
    drawn = page.evaluate("performance.now()")
    page.locator("[data-findings] li").first.wait_for(state="attached", timeout=120_000)
    page.locator("[data-tab=people]").click()
    page.wait_for_timeout(1000)  # its rows get their fields
    changes = [page.evaluate(CHANGE, nth) for nth in range(CHANGES)]
    return {
        "stakeholders": people,
        "links": links,
        "opened_ms": round(drawn, 1),
        "change_ms": round(statistics.median(changes), 1),
    }


def opened(page: Page, address: str, count: int) -> None:
    """The page, with a map of so many stakeholders kept on the device, and Python ready."""
    keep_map(page, crowd(count))
    page.goto(address + PAGE)
    page.locator("[data-findings] li").first.wait_for(state="attached", timeout=120_000)


def keep_map(page: Page, plain: dict[str, Any]) -> None:
    """Have the page find a map on the device."""
    workspace = {"schema": "coproduction-workspace", "version": 1, "rev": 1}
    kept = json.dumps({**workspace, "data": {"power-map": {"map": plain, "phase": "p1"}}})
    page.add_init_script(f"localStorage.setItem('/#workspace', {json.dumps(kept)})")


def dragged(page: Page) -> list[float]:
    """Milliseconds from frame to frame while a mark is dragged about."""
    canvas = page.locator(".power-map-canvas")
    canvas.scroll_into_view_if_needed()
    box = page.locator(".power-map-canvas .who").nth(3).bounding_box()
    area = canvas.bounding_box()
    if not box or not area:
        raise RuntimeError("There is no mark to drag.")
    mark = page.locator(".power-map-canvas .who").nth(3)
    centre = mark.locator(".hit").bounding_box() or box
    x, y = centre["x"] + centre["width"] / 2, centre["y"] + centre["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 8, y + 8)
    page.evaluate(FRAMES)
    left, top = area["x"] + area["width"] * 0.2, area["y"] + 40
    for nth in range(MOVES):
        page.mouse.move(left + (nth * 7) % (area["width"] * 0.6), top + (nth * 3) % 300)
    frames: list[float] = page.evaluate("cancelAnimationFrame(frame), frames")
    page.mouse.up()
    return frames


def still(page: Page) -> list[float]:
    """The same while nothing is dragged: what this machine can do at all."""
    page.evaluate(FRAMES)
    page.wait_for_timeout(2000)
    frames: list[float] = page.evaluate("cancelAnimationFrame(frame), frames")
    return frames


def frames_told(frames: list[float]) -> dict[str, float]:
    """Frames a second, the longest frame, and that which 99 of 100 stay below."""
    in_order = sorted(frames)
    return {
        "frames_a_second": round(1000 / statistics.mean(frames), 1),
        "longest_ms": round(in_order[-1], 1),
        "99_of_100_ms": round(in_order[int(len(in_order) * 0.99)], 1),
        "over_20_ms": sum(frame > 20 for frame in frames),
        "frames": len(frames),
    }


def power_map(site: Path) -> dict[str, Any]:
    """Everything: `large`, `drag`, `asked` and `picture`, the time to the first paint of the page at the map."""
    found: dict[str, Any] = {"large": {}, "drag": [], "asked": [], "picture": []}
    with served(application(site)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        found["large"] = large(page, address)
        print(found["large"], flush=True)
        page.close()
        for count in DRAGGED:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            opened(page, address, count)
            page.wait_for_timeout(1000)
            idle = frames_told(still(page))
            runs = [frames_told(dragged(page)) for _ in range(RUNS)]
            middle = sorted(runs, key=lambda run: run["longest_ms"])[len(runs) // 2]
            found["drag"].append({"stakeholders": count, **middle, "idle_longest_ms": idle["longest_ms"]})
            print(found["drag"][-1], flush=True)
            page.close()
        page = browser.new_page()
        page.goto(address + PAGE)
        for count in TOLD:
            row: dict[str, Any] = {"stakeholders": count}
            for do in ("tell", "look"):
                request = {"call": "power_map", "do": do, "map": crowd(count), "phase": "p1", "frame": "wide"}
                row[f"{do}_ms"] = round(statistics.median(page.evaluate(CALL, request)), 1)
            found["asked"].append(row)
            print(row, flush=True)
        page.close()
        paints = []
        for _ in range(RUNS):
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(address + PAGE)
            paints.append(page.evaluate(PAINTED))
            page.close()
        found["picture"] = round(statistics.median(paints), 1)
        browser.close()
    return found
