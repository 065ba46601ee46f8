"""How long from saving one file to the page while the site is served, beside plain Material with as many pages.

What is measured is what a writer waits for: the file is saved, the server sees it and builds, and the page that is open
in the browser loads anew and shows the new words.
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.build_time import multiplied, plain
from publish.chromium import FLAGS, chromium

SAVES = 7
LONGEST = 300
"""How long a build may take, in seconds."""
PAGE = "tools/vision-statement"
WORDS = "why you are together"
"""Words on that page, in our YAML as in plain Markdown."""


@contextmanager
def serving(project: Path) -> Iterator[str]:
    """The address of a project's site, served by MkDocs as `make serve` does, once its first build is done."""
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    running = subprocess.Popen(command, cwd=project, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    try:
        yield _answering(f"http://127.0.0.1:{port}/", running)
    finally:
        running.terminate()
        running.wait()


def free_port() -> int:
    """A port that nothing listens at now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _answering(address: str, running: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        if running.poll() is not None:
            raise RuntimeError("The site could not be served. Run 'make serve' and see why.")
        try:
            urllib.request.urlopen(address, timeout=LONGEST).close()
        except OSError:
            time.sleep(0.2)
        else:
            return address
    raise TimeoutError(f"Nothing answered at {address} in {LONGEST} seconds.")


def seconds(browser: Browser, project: Path, file: Path) -> list[float]:
    """How long each save took to show: each puts another number behind some words of a file."""
    original = file.read_text(encoding="utf-8")
    if WORDS not in original:
        raise ValueError(f"{file.name} no longer says '{WORDS}'. Name words of it in bench/serve_time.py.")
    taken = []
    with serving(project) as address:
        page = browser.new_page()
        page.goto(f"{address}{PAGE}/", wait_until="load")
        for number in range(SAVES):
            new = f"{WORDS}, edition {number}"
            time.sleep(1)  # nobody saves in step with the server's looking
            began = time.perf_counter()
            file.write_text(original.replace(WORDS, new, 1), encoding="utf-8")
            page.get_by_text(new).first.wait_for(timeout=LONGEST * 1000)
            taken.append(time.perf_counter() - began)
        page.close()
    return taken


def serve_time(site: Path) -> dict[str, Any]:
    """Seconds from a save to the page, ours and plain: the middle and the longest of some saves."""
    found: dict[str, Any] = {"saves": SAVES, "middle": {}, "longest": {}}
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        beside, ours = plain(folder, site), multiplied(folder, times=1)
        for which, project, file in (
            ("plain", beside, beside / "docs" / f"{PAGE}.md"),
            ("ours", ours, ours / "framework" / "data" / f"{PAGE}.yaml"),
        ):
            taken = seconds(browser, project, file)
            found["middle"][which] = round(statistics.median(taken), 2)
            found["longest"][which] = round(max(taken), 2)
        browser.close()
    print(f"from a save to the page: {found}", flush=True)
    return found
