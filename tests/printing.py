"""Pages on paper, as each engine prints them: the one way in which a test asks Chromium, Firefox or WebKit for a PDF."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Browser

from tests.engines import needed, webkit_environment

ENGINES = ("chromium", "firefox", "webkit")
SYSTEM_PYTHON = Path("/usr/bin/python3")
"""It alone has Debian's bindings to WebKit."""
BINDINGS = "import gi; gi.require_version('WebKit2', '4.1')"
SCRIPT = Path(__file__).with_name("webkit_printer.py")
TRIES = 600


class Printer(Protocol):
    """Prints a page in a browser of its own, in which nothing is kept, on A4.

    Firefox draws the bold words of a font that has all weights in one file as outlines: they are seen on its paper, and
    not read back from its PDF.
    """

    def __call__(self, address: str, *, before: str = "", after: str = "", ready: str = "true") -> Path:
        """The PDF of a page.

        `before` is a script that runs before those of the page: it can keep something that they find. `after` is the
        body of an async function that runs once the page has loaded: it can press and fill in. The page is printed when
        `ready`, an expression, gives what counts as true. Raises `AssertionError` where that never happens within a minute.
        """


@contextmanager
def playwright_printer(browser: Browser, folder: Path) -> Iterator[Printer]:
    """Chromium's or Firefox's way of printing."""

    def print_page(address: str, *, before: str = "", after: str = "", ready: str = "true") -> Path:
        context = browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="block")
        try:
            page = context.new_page()
            page.add_init_script(before)
            page.goto(address)
            page.evaluate(f"async () => {{ {after} }}")
            for _ in range(TRIES):
                if page.evaluate(f"() => Boolean({ready})"):
                    break
                page.wait_for_timeout(100)
            else:
                raise AssertionError(f"{address} never came to this: {ready}")
            path = folder / f"{len(list(folder.iterdir()))}.pdf"
            page.pdf(path=path, prefer_css_page_size=True, width="210mm", height="297mm")
            return path
        finally:
            context.close()

    yield print_page


@contextmanager
def webkit_printer(screen: str, folder: Path) -> Iterator[Printer]:
    """WebKit's way of printing. Skips the test where it can't be had."""
    has = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False).returncode == 0
    python = needed(str(SYSTEM_PYTHON) if has else None, "The bindings by which WebKit prints")
    with subprocess.Popen(
        [python, str(SCRIPT)],
        env=webkit_environment(screen, folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:

        def print_page(address: str, *, before: str = "", after: str = "", ready: str = "true") -> Path:
            assert running.stdin
            assert running.stdout
            path = folder / f"{len(list(folder.iterdir()))}.pdf"
            asked = {"address": address, "before": before, "after": after, "ready": ready, "to": str(path)}
            running.stdin.write(f"{json.dumps(asked)}\n")
            running.stdin.flush()
            failed = json.loads(running.stdout.readline())
            assert not failed, f"{address}: {failed}"
            return path

        try:
            yield print_page
        finally:
            running.terminate()
