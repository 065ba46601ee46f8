"""How canvases of a hundred marks do: how long Python takes over one, and how smoothly a mark is dragged on it."""

import json
import random
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.power_map import CALL
from publish.chromium import FLAGS, chromium
from publish.preview import application, served
from tests.browser.kept import keeping

MARKS, ARROWS = 100, 150
HORIZONS = ("fading", "in between", "coming")
TIMES = ("now", "soon", "later")
THINGS = {"activities": "activity", "outcomes": "outcome", "power-shift": "decision"}
STEPS = 60
"""So many moves of the mouse are one drag."""
COUNT = """() => {
    window.frames_drawn = [];
    const note = (time) => { window.frames_drawn.push(time); window.counting = requestAnimationFrame(note); };
    window.counting = requestAnimationFrame(note);
}"""
COUNTED = """() => {
    cancelAnimationFrame(window.counting);
    const times = window.frames_drawn;
    return (times.length - 1) * 1000 / (times.at(-1) - times[0]);
}"""

type Cells = Iterator[tuple[str, str]]
"""Cells of a form, each by its place in it, without the tool's id, and what is written there."""


def canvases(site: Path) -> dict[str, dict[str, float]]:
    """By tool: `look_ms`, the middle time of a call in milliseconds, in the worker once Python is ready: laid out,
    drawn, described and asked about. `frames`, how many are drawn in a second while a mark is dragged, or an arrow from
    it where marks can't be moved.
    """
    with served(application(site)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(service_workers="block", viewport={"width": 1280, "height": 800})
        found = {}
        for tool, cells in FILLED.items():
            answers = {f"{tool}.{place}": [text] for place, text in cells()}
            form = json.loads((site / "forms" / f"{tool}.json").read_text(encoding="utf-8"))
            asked = {"call": tool.replace("-", "_"), "do": "look", "form": form, "answers": answers, "size": "wide"}
            page.goto(f"{address}/drafts/")
            times = page.evaluate(CALL, asked)
            frames = _dragged(page, f"{address}/tools/{tool}/work/", f"tool.{tool}", answers)
            found[tool] = {"marks": MARKS, "look_ms": round(statistics.median(times), 1), "frames": round(frames, 1)}
        browser.close()
    return found


def _dragged(page: Page, address: str, part: str, answers: dict[str, list[str]]) -> float:
    """How many frames a second are drawn while the first mark is dragged to and fro."""
    page.evaluate("localStorage.clear()")
    page.evaluate(keeping({part: answers}))
    page.goto(address)
    page.locator("tool-canvas:not([aria-busy]) .tool-canvas__board .card").first.wait_for(timeout=90_000)
    box = page.locator(".tool-canvas__board .card").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(COUNT)
    for step in range(STEPS):
        page.mouse.move(x + 4 * (step % 30), y + 2 * (step % 30))
    frames: float = page.evaluate(COUNTED)
    page.keyboard.press("Escape")
    page.mouse.up()
    return frames


def _diagram() -> Cells:
    for number in range(1, MARKS + 1):
        yield f"levels.{number}.row", f"Body {number}"
    for row, (start, end) in enumerate(_pairs(), start=1):
        yield from ((f"arrows.{row}.{column}", f"Body {body + 1}") for column, body in (("from", start), ("to", end)))
        yield f"arrows.{row}.weeks", "4"


def _theory() -> Cells:
    names = []
    for number in range(MARKS):
        table, column = list(THINGS.items())[number % 3]
        names.append(f"{column} number {number}")
        yield f"{table}.{number // 3 + 1}.{column}", names[-1]
    for row, (start, end) in enumerate(_pairs(), start=1):
        cells = {"from": names[start], "to": names[end], "because": "The money lasts", "resident": "not"}
        yield from ((f"arrows.{row}.{column}", text) for column, text in cells.items())


def _process() -> Cells:
    for number in range(1, MARKS + 1):
        cells = {"step": f"Step number {number}", "stage": str(number % 8), "side": "together"}
        yield from ((f"steps.{number}.{column}", text) for column, text in cells.items())


def _horizons() -> Cells:
    for number in range(1, MARKS + 1):
        cells = {"what": f"Note number {number}", "horizon": HORIZONS[number % 3], "when": TIMES[number // 3 % 3]}
        yield from ((f"notes.{number}.{column}", text) for column, text in cells.items())


def _pairs() -> Iterator[tuple[int, int]]:
    """The ends of arrows, each before the other."""
    chance = random.Random(1)
    for _ in range(ARROWS):
        start, end = sorted(chance.sample(range(MARKS), 2))
        yield start, end


FILLED: dict[str, Callable[[], Cells]] = {
    "governance-diagram": _diagram,
    "project-process-map": _process,
    "theory-of-change": _theory,
    "three-horizons": _horizons,
}
