"""How soon Python answers in the browser: plain Pyodide, as its documentation says, and ours.

Ours three times over: as it is, as it starts without the image of its memory, and where a host refuses the image.
"""

import json
import os
import shutil
import statistics
import tempfile
import time
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import hatchling.build
from playwright.sync_api import BrowserType, Page, sync_playwright
from selectolax.lexbor import LexborHTMLParser

from bench.network import network
from bench.slower import browser_memory, slower
from publish.chromium import FLAGS, chromium
from publish.compress import compress
from publish.preview import App, application, served
from publish.runtime import PYODIDE, requests

RUNS = int(os.environ.get("RUNS", "5"))
LONGEST = 300
"""How long a result may take, in seconds."""
STAY = 4
"""How long a reader stays on a page after the first result, in seconds. Browsers keep compiled code only then."""
MEGABIT = 1_000_000 / 8


@dataclass(frozen=True)
class Profile:
    """A network and a processor."""

    name: str
    """Readers are told what it is by the sentence `speed-page.profile-…`."""
    bytes_a_second: float | None = None
    delay: float = 0.0
    times_slower: int = 1


PROFILES = (
    Profile("as-it-is"),
    Profile("slow-network", bytes_a_second=1.6 * MEGABIT, delay=0.15),
    Profile("slow-processor", times_slower=4),
)

WATCH = """
// The longest time for which the page could not have answered a press, and when the form could first take one.
// It looks every few milliseconds: a watch that never rests would itself take one of two cores.
globalThis.bench = { gap: 0, form: 0 };
let last = performance.now();
const look = () => {
  const now = performance.now();
  const form = document.querySelector("main input[type=radio]");
  if (form && !bench.form) bench.form = now;
  if (bench.form) bench.gap = Math.max(bench.gap, now - last);
  last = now;
  setTimeout(look, 4);
};
look();
"""

INSTALLER = ("packaging", "micropip")
"""What Pyodide's documentation installs a wheel with, in the order in which it is loaded."""
PLAIN = """<!doctype html><title>Plain</title><main><label><input type="radio" name="a"> A</label></main>
<script src="pyodide/pyodide.js"></script>
<script>
const started = (async () => {
  const pyodide = await loadPyodide();
  await pyodide.loadPackage(%s);
  await pyodide.pyimport("micropip").install(new URL("%s", location.href).href);
  const door = pyodide.pyimport("framework.browser");
  door.open_framework(await (await fetch("framework.json")).text());
  return door;
})();
globalThis.askPython = async (request) => JSON.parse((await started).answer(request));
</script>"""

ASK = """
// A reader who asks at once: as soon as the page is parsed.
globalThis.benchAsk = %s;
document.addEventListener("readystatechange", async () => {
  if (document.readyState !== "interactive") return;
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
PAGES = {"plain": ("/plain.html", "/plain.html?second"), "ours": ("/check/health/", "/check/consensus/")}
"""The page that a visit begins with, and one that the reader goes on to."""
NETWORK = "Object.defineProperty(navigator, 'connection', { value: { downlink: %s } });"
"""What Chromium tells of a network, in Mbit/s: of this machine's own it can tell nothing."""
FAST = 10
TOO_SLOW = 1
"""A network on which the image is not used."""


def plain_site(folder: Path, site: Path) -> None:
    """A page that uses Pyodide as its documentation says: all from one host, nothing trimmed, our wheel by micropip."""
    shutil.copytree(PYODIDE, folder / "pyodide", ignore=shutil.ignore_patterns("*.map", "*.d.ts", "*.html"))
    wheel = hatchling.build.build_wheel(str(folder))
    installers = [f"pyodide/{wheel_of(name, folder / 'pyodide')}" for name in INSTALLER]
    page = LexborHTMLParser((site / PAGES["ours"][0].strip("/") / "index.html").read_text(encoding="utf-8"))
    named = json.loads(
        page.css("meta[name=python-runtime]")[0].attributes["content"] or ""
    )  # each language has its own
    shutil.copy(site / named["data"], folder / "framework.json")
    (folder / "plain.html").write_text(PLAIN % (json.dumps(installers), wheel), encoding="utf-8")
    compress(folder)


def wheel_of(name: str, folder: Path) -> str:
    """A package that is installed here, as the wheel that it came from. Returns the file's name."""
    package = distribution(name)
    file = f"{name}-{package.version}-py3-none-any.whl"
    with zipfile.ZipFile(folder / file, "w", zipfile.ZIP_DEFLATED) as made:
        for path in package.files or ():
            if path.suffix != ".pyc":
                made.write(path.locate(), str(path))
    return file


def asked_at_once(page: Page, address: str) -> dict[str, float]:
    """Open a page on which the reader asks at once; milliseconds since the navigation began."""
    page.goto(address, wait_until="commit")
    ends = time.monotonic() + LONGEST
    while not page.evaluate("bench.result ?? 0"):
        if time.monotonic() > ends:
            raise RuntimeError(f"{address}: no result came within {LONGEST} s.")
        page.wait_for_timeout(50)
    watched = page.evaluate("bench")
    return {name: watched[name] for name in ("form", "result", "gap")}


def visit(page: Page, address: str, request: str) -> dict[str, float]:
    """The first page of a visit."""
    seen = asked_at_once(page, address)
    call = statistics.median(page.evaluate(CALL, request) for _ in range(20))
    page.wait_for_timeout(STAY * 1000)
    memory = browser_memory(os.getpid())
    return {**seen, "call": call, "memory": memory}


def reader(browser: BrowserType, host: str, profile: Profile, which: str, downlink: float) -> dict[str, float]:
    """A first visit and a return, by a reader who is new.

    The reader has a folder on disk, as people do: a browser keeps what it compiled there, and nowhere else. The browser
    is started anew for the return: a worker that is shared would else still be there.
    """
    request = requests()[2]
    found: dict[str, float] = {}
    with (
        network(int(host.rsplit(":", 1)[1]), profile.bytes_a_second, profile.delay) as line,
        slower(profile.times_slower, os.getpid()),
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
    ):
        for kind in ("cold", "return"):
            context = browser.launch_persistent_context(
                folder, executable_path=chromium(), args=FLAGS, service_workers="block"
            )
            context.add_init_script(NETWORK % downlink + WATCH + ASK % (ASKERS[which], json.dumps(request)))
            first, second = (f"http://127.0.0.1:{line.port}{path}" for path in PAGES[which])
            before = line.passed
            page = context.new_page()
            seen = visit(page, first, request)
            found |= {f"{kind} {name}": value for name, value in {**seen, "bytes": line.passed - before}.items()}
            if kind == "return":
                found |= {f"second {name}": value for name, value in asked_at_once(page, second).items()}
            context.close()
    return found


def without_image(application: App) -> App:
    """A host that refuses the image."""

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        if str(environ["PATH_INFO"]).endswith(".bin"):
            start("403 Forbidden", [("Content-Type", "text/plain")])
            return [b"Refused"]
        return application(environ, start)

    return answer


def rows_of(profile: Profile, seen: dict[str, list[dict[str, float]]]) -> list[dict[str, Any]]:
    """The medians of each, a row for each thing that was measured."""
    rows = []
    for name in seen["plain"][0]:
        medians = {which: statistics.median(each[name] for each in all_) for which, all_ in seen.items()}
        rows.append({"profile": profile.name, "what": name, **medians})
        told = "  ".join(f"{which} {median:10.1f}" for which, median in medians.items())
        print(f"{profile.name:15} {name:14} {told}", flush=True)
    return rows


def start_up(site: Path) -> list[dict[str, Any]]:
    """Everything, for each profile; medians of plain, ours, ours without the image, and with the image refused."""
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        plain_site(folder, site)
        with (
            served(application(folder, {})) as plain,
            served(application(site)) as ours,
            served(without_image(application(site))) as refusing,
        ):
            for profile in PROFILES:
                downlink = profile.bytes_a_second / MEGABIT if profile.bytes_a_second else FAST
                readers = {
                    "plain": (plain, "plain", downlink),
                    "ours": (ours, "ours", downlink),
                    "without": (ours, "ours", TOO_SLOW),
                    "refused": (refusing, "ours", FAST),
                }
                seen: dict[str, list[dict[str, float]]] = {which: [] for which in readers}
                for _ in range(RUNS):  # in turn, so that what else the machine does falls on all
                    for which, (host, asker, told) in readers.items():
                        seen[which].append(reader(playwright.chromium, host, profile, asker, told))
                rows += rows_of(profile, seen)
    return rows
