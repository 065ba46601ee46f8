"""Measure everything and write it to `bench/results.json`, which the page on speed shows."""

import json
import os
import platform
from pathlib import Path
from typing import Any

from bench.build_time import build_time
from bench.power_map import power_map
from bench.serve_time import serve_time
from bench.start_up import start_up
from bench.workshop import workshop
from publish.runtime import ROOT

RESULTS = Path(__file__).with_name("results.json")


def machine() -> dict[str, Any]:
    """This machine, in general terms."""
    return {"cores": os.cpu_count(), "system": platform.system()}


if __name__ == "__main__":
    found = {
        "machine": machine(),
        "start_up": start_up(ROOT / "site"),
        "power_map": power_map(ROOT / "site"),
        "workshop": workshop(ROOT / "site"),
        "build": build_time(),
        "serve": serve_time(ROOT / "site"),
    }
    RESULTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
