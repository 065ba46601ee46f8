"""Measure and write what was found to `bench/results.json`, which the page on speed shows.

All of it, or the parts that are named (`python -m bench serve`): the others keep what was found the last time.
"""

import argparse
import json
import os
import platform
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.build_time import build_time
from bench.canvases import canvases
from bench.documents import documents
from bench.languages_time import languages_time
from bench.power_map import power_map
from bench.search import search
from bench.serve_time import serve_time
from bench.start_up import start_up
from bench.workshop import workshop
from publish.runtime import ROOT

RESULTS = Path(__file__).with_name("results.json")
SITE = ROOT / "site"

PARTS: dict[str, Callable[[], Any]] = {
    "machine": lambda: {"cores": os.cpu_count(), "system": platform.system()},
    "start_up": lambda: start_up(SITE),
    "power_map": lambda: power_map(SITE),
    "canvases": lambda: canvases(SITE),
    "documents": lambda: documents(SITE),
    "workshop": lambda: workshop(SITE),
    "search": lambda: search(SITE),
    "build": build_time,
    "languages": languages_time,
    "serve": lambda: serve_time(SITE),
}

if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("part", nargs="*", choices=[*PARTS, []], help="what to measure; all where none is named")
    parts = asked.parse_args().part or list(PARTS)
    found = json.loads(RESULTS.read_text(encoding="utf-8"))
    for part in parts:
        found[part] = PARTS[part]()
    RESULTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
