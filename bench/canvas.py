"""How long Python takes over a governance diagram of a hundred bodies: laid out, drawn, described and asked about."""

import json
import random
import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.power_map import CALL
from publish.chromium import FLAGS, chromium
from publish.preview import application, served

TOOL = "governance-diagram"
BODIES, ARROWS = 100, 150


def canvas(site: Path) -> dict[str, float]:
    """The middle time of a call in milliseconds, in the worker once Python is ready."""
    form = json.loads((site / "forms" / f"{TOOL}.json").read_text(encoding="utf-8"))
    asked = {"call": "governance_diagram", "do": "look", "form": form, "answers": answers(), "size": "wide"}
    with served(application(site)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(service_workers="block")
        page.goto(f"{address}/drafts/")
        times = page.evaluate(CALL, asked)
        browser.close()
    return {"bodies": BODIES, "arrows": ARROWS, "look_ms": round(statistics.median(times), 1)}


def answers() -> dict[str, Any]:
    """A form with so many bodies and arrows."""
    chance = random.Random(1)
    found = {f"{TOOL}.levels.{number}.row": [f"Body {number}"] for number in range(1, BODIES + 1)}
    for number in range(1, ARROWS + 1):
        start, end = sorted(chance.sample(range(1, BODIES + 1), 2))
        cells = {"from": f"Body {start}", "to": f"Body {end}", "weeks": "4"}
        found |= {f"{TOOL}.arrows.{number}.{column}": [text] for column, text in cells.items()}
    return found
