"""How soon Python answers in the browser: plain Pyodide, as its documentation says, and ours."""

import json
import os
import shutil
import statistics
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hatchling.build
import waitress
from playwright.sync_api import BrowserContext, BrowserType, sync_playwright

from bench.network import network
from bench.slower import slower
from publish.compress import compress
from publish.preview import application
from publish.runtime import PYODIDE, ROOT, requests

CHROMIUM = (ROOT / ".cache" / "chromium").read_text().strip()
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
RUNS = int(os.environ.get("RUNS", "5"))
LONGEST = 300
"""How long a result may take, in seconds."""
MEGABIT = 1_000_000 / 8


@dataclass(frozen=True)
class Profile:
    """A network and a processor."""

    name: str
    bytes_a_second: float | None = None
    delay: float = 0.0
    times_slower: int = 1


PROFILES = (
    Profile("as it is"),
    Profile("1.6 Mbit/s, 150 ms", bytes_a_second=1.6 * MEGABIT, delay=0.15),
    Profile("processor 4 times slower", times_slower=4),
)

WATCH = """
// The longest time for which the page could not have answered a press, and when the form could first take one.
globalThis.bench = { gap: 0, form: 0 };
let last = performance.now();
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  const now = performance.now();
  const form = document.querySelector("input[type=radio]");
  if (form && !bench.form) bench.form = now;
  if (bench.form) bench.gap = Math.max(bench.gap, now - last);
  last = now;
  setTimeout(() => port2.postMessage(0), 0);
};
port2.postMessage(0);
"""

PLAIN = """<!doctype html><title>Plain</title><form><label><input type="radio" name="a"> A</label></form>
<script src="pyodide/pyodide.js"></script>
<script>
const started = (async () => {
  const pyodide = await loadPyodide();
  pyodide.unpackArchive(await (await fetch("framework-0.1.0-py3-none-any.whl")).arrayBuffer(), "wheel");
  const door = pyodide.pyimport("framework.browser");
  door.open_framework(await (await fetch("framework.json")).text());
  return door;
})();
globalThis.askPython = async (request) => JSON.parse((await started).answer(request));
</script>"""

ASK = """
// A reader who asks at once: as soon as the page is parsed.
globalThis.benchAsk = %s;
addEventListener("DOMContentLoaded", async () => {
  await benchAsk(%s);
  bench.result = performance.now();
});
"""
ASKERS = {
    "plain": "(request) => askPython(request)",
    "ours": "async (request) => (await import('/widgets/shared/python.js')).ask(JSON.parse(request))",
}
CALL = (
    "async (request) => { const began = performance.now(); await benchAsk(request); return performance.now() - began; }"
)
PAGES = {"plain": "/plain.html", "ours": "/check/health/"}


def plain_site(folder: Path, site: Path) -> None:
    """A page that uses Pyodide as its documentation says: all from one host, nothing trimmed."""
    shutil.copytree(PYODIDE, folder / "pyodide", ignore=shutil.ignore_patterns("*.map", "*.d.ts", "*.html"))
    hatchling.build.build_wheel(str(folder))
    (data,) = (site / "assets" / "python").glob("framework-*.json")
    shutil.copy(data, folder / "framework.json")
    (folder / "plain.html").write_text(PLAIN, encoding="utf-8")
    compress(folder)


def visit(context: BrowserContext, address: str, which: str, request: str) -> dict[str, float]:
    """Open the page and ask at once; milliseconds since the navigation began."""
    page = context.new_page()
    page.goto(address + PAGES[which], wait_until="commit")
    ends = time.monotonic() + LONGEST
    while not page.evaluate("bench.result ?? 0"):
        if time.monotonic() > ends:
            raise RuntimeError(f"{which}: no result came within {LONGEST} s.")
        page.wait_for_timeout(50)
    watched = page.evaluate("bench")
    call = statistics.median(page.evaluate(CALL, request) for _ in range(20))
    page.close()
    return {"form": watched["form"], "result": watched["result"], "gap": watched["gap"], "call": call}


def measure(chromium: BrowserType, host: int, profile: Profile, which: str) -> dict[str, list[float]]:
    """Visits of one kind. Each run is a first visit and a return, by a reader of their own.

    The reader has a folder on disk, as people do: a browser keeps what it compiled there, and nowhere else.
    """
    request = requests()[2]
    found: dict[str, list[float]] = {}
    for _ in range(RUNS):
        with (
            network(host, profile.bytes_a_second, profile.delay) as line,
            slower(profile.times_slower, os.getpid()),
            tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as reader,
        ):
            context = chromium.launch_persistent_context(
                reader, executable_path=CHROMIUM, args=QUIET, service_workers="block"
            )
            context.add_init_script(WATCH + ASK % (ASKERS[which], json.dumps(request)))
            for kind in ("cold", "return"):
                before = line.passed
                seen = visit(context, f"http://127.0.0.1:{line.port}", which, request)
                for name, value in {**seen, "bytes": line.passed - before}.items():
                    found.setdefault(f"{kind} {name}", []).append(value)
            context.close()
    return found


def start_up(site: Path) -> list[dict[str, Any]]:
    """Everything, for each profile; medians, and the ratio of ours to plain."""
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        plain_site(Path(folder), site)
        hosts = {"plain": application(Path(folder), {}), "ours": application(site)}
        servers = {}
        for name, app in hosts.items():
            server = waitress.create_server(app, host="127.0.0.1", port=0, threads=8)
            threading.Thread(target=server.run, daemon=True).start()
            servers[name] = server.effective_port
        for profile in PROFILES:
            seen = {which: measure(playwright.chromium, servers[which], profile, which) for which in ("plain", "ours")}
            for name in seen["plain"]:
                plain, ours = (statistics.median(seen[which][name]) for which in ("plain", "ours"))
                rows.append({"profile": profile.name, "what": name, "plain": plain, "ours": ours})
                print(
                    f"{profile.name:26} {name:14} plain {plain:12.1f}  ours {ours:12.1f}",
                    flush=True,
                )
    return rows
