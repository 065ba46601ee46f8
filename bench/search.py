"""How long the search takes on a processor slowed four times: from a letter typed to what was found standing there.

Each letter is typed on several fresh pages, and the soonest counts: what else the machine does is not what is measured.
"""

import json
import statistics
from pathlib import Path
from typing import Any

import brotli
import yaml
from playwright.sync_api import Page, sync_playwright

from publish.chromium import FLAGS, chromium
from publish.preview import application, served
from publish.runtime import ROOT

TIMES = 4
TYPED = ROOT / "tests" / "browser" / "typed.yaml"
EACH = 8
"""Every how many lines of what people type one is typed here."""
RUNS = 7
LETTERS = """(typed) => {
  const input = document.querySelector(".search__input");
  const times = [];
  for (const word of typed) {
    for (let length = 1; length <= word.length; length += 1) {
      input.value = word.slice(0, length);
      const began = performance.now();
      input.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector(".search__output").getBoundingClientRect(); // laid out
      times.push(performance.now() - began);
    }
  }
  return times;
}"""
OPENED = """() => new Promise((resolve) => {
  const began = performance.now();
  const input = document.querySelector(".search__input");
  document.querySelector("[data-opens-search]").click();
  input.value = "veto";
  const look = () => document.querySelector(".search__hit") ? resolve(performance.now() - began) : setTimeout(look, 1);
  look();
})"""


def search(site: Path) -> dict[str, Any]:
    """Milliseconds for a letter, and until the first answer once it is opened; and the bytes that come for it."""
    typed = list(yaml.safe_load(TYPED.read_text(encoding="utf-8")))[::EACH]
    runs: list[list[float]] = []
    opened: list[float] = []
    with served(application(site)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for _ in range(RUNS):
            page = browser.new_page()
            page.goto(f"{address}/about/", wait_until="networkidle")
            _slow(page)
            opened.append(page.evaluate(OPENED))
            runs.append(page.evaluate(LETTERS, typed))
            page.close()
        browser.close()
    times = [min(each) for each in zip(*runs, strict=True)]
    found = {
        "slower": TIMES,
        "letters": len(times),
        "letter_ms": round(statistics.median(times), 1),
        "99_of_100_ms": round(statistics.quantiles(times, n=100)[98], 1),
        "longest_ms": round(max(times), 1),
        "first_ms": round(min(opened)),
        "bytes": sum(len(brotli.compress(path.read_bytes())) for path in _files(site)),
    }
    print(f"search: {found}", flush=True)
    return found


def _slow(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": TIMES})


def _files(site: Path) -> list[Path]:
    return [*(site / "assets" / "script" / "search").glob("*.js"), site / "search" / "texts.js"]


if __name__ == "__main__":
    print(json.dumps(search(ROOT / "site")))
