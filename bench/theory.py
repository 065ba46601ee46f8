"""How long Python takes over a theory of change of a hundred cards: laid out, drawn, described and asked about."""

import json
import random
import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.power_map import CALL
from publish.chromium import FLAGS, chromium
from publish.preview import application, served

TOOL = "theory-of-change"
KINDS = {"activities": "activity", "outcomes": "outcome", "power-shift": "decision"}
CARDS, ARROWS = 100, 150


def theory(site: Path) -> dict[str, float]:
    """The middle time of a call in milliseconds, in the worker once Python is ready."""
    form = json.loads((site / "forms" / f"{TOOL}.json").read_text(encoding="utf-8"))
    asked = {"call": "theory_of_change", "do": "look", "form": form, "answers": answers(), "size": "wide"}
    with served(application(site)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(service_workers="block")
        page.goto(f"{address}/drafts/")
        times = page.evaluate(CALL, asked)
        browser.close()
    return {"cards": CARDS, "arrows": ARROWS, "look_ms": round(statistics.median(times), 1)}


def answers() -> dict[str, Any]:
    """A form with so many cards of three kinds, and arrows."""
    chance = random.Random(1)
    kinds = list(KINDS.items())
    found = {
        f"{TOOL}.{table}.{number // 3 + 1}.{column}": [f"{column} number {number}"]
        for number in range(CARDS)
        for table, column in [kinds[number % 3]]
    }
    names = [texts[0] for texts in found.values()]
    for row in range(1, ARROWS + 1):
        start, end = sorted(chance.sample(range(CARDS), 2))
        cells = {"from": names[start], "to": names[end], "because": "The money lasts", "resident": "not"}
        found |= {f"{TOOL}.arrows.{row}.{column}": [text] for column, text in cells.items()}
    return found
