"""How long Python takes over a document: filled in as a Word file, and two drafts of it laid side by side."""

import base64
import json
import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.power_map import CALL
from publish.chromium import FLAGS, chromium
from publish.preview import application, served

TOOL = "terms-of-reference"
WORDS_IN_TEN = 3
"""So many words in ten are others in the second draft."""


def documents(site: Path) -> dict[str, float]:
    """The middle time in milliseconds of each, with the longest document's worked example, every answer filled in."""
    filled = json.loads((site / "tools" / TOOL / "example.json").read_text(encoding="utf-8"))
    blank = base64.b64encode((site / "tools" / TOOL / f"{TOOL}.docx").read_bytes()).decode()
    form = json.loads((site / "forms" / f"{TOOL}.json").read_text(encoding="utf-8"))
    drafts = {"resident": filled, "organisation": {name: [*map(changed, texts)] for name, texts in filled.items()}}
    kept = {"drafts": {side: {"day": "2026-11-30", "filled": each} for side, each in drafts.items()}}
    requests: dict[str, dict[str, Any]] = {
        "word_ms": {"call": "form", "do": "word", "blank": blank, "answers": filled},
        "drafts_ms": {"call": "drafts", "form": form, "kept": {**kept, "settled": {}, "agreed": []}},
    }
    with served(application(site)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(service_workers="block")
        page.goto(f"{address}/drafts/")
        times = {name: page.evaluate(CALL, request) for name, request in requests.items()}
        browser.close()
    return {"answers": len(filled), **{name: round(statistics.median(each), 1) for name, each in times.items()}}


def changed(text: str) -> str:
    """A text with some of its words changed."""
    return " ".join(word if place % 10 >= WORDS_IN_TEN else word[::-1] for place, word in enumerate(text.split()))
