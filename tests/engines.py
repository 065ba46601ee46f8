"""Firefox and WebKit, beside Chromium: where they are, and how they are started. `config/find-engines.sh` installs them."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright
from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

WEBKIT_BROWSERS = "webkit*gtk-*/MiniBrowser"
"""Below a folder of `/usr/lib`, which the kind of machine names."""
SCREEN = "1920x1200x24"

type Settings = dict[str, str | float | bool]


def needed(found: str | None, name: str) -> str:
    """The path that was found. Skips the test, with a plain reason, where nothing was."""
    if not found:
        pytest.skip(f"{name} is not here. 'sh config/find-engines.sh' installs it, or says what is missing.")
    return found


@contextmanager
def started_firefox(playwright: Playwright, home: Path, settings: Settings | None = None) -> Iterator[Browser]:
    """A Firefox as people have it, but for these settings of its `about:config`.

    What it downloads comes into `home`. Skips the test where there is none.
    """
    path = needed(shutil.which("firefox-esr") or shutil.which("firefox"), "Firefox")
    running = playwright.firefox.launch(
        channel="moz-firefox", executable_path=path, downloads_path=home, firefox_user_prefs=settings
    )
    try:
        yield running
    finally:
        running.close()


@contextmanager
def started_screen() -> Iterator[str]:
    """The name of a screen that nobody sees: WebKit has no way of running without one."""
    command = [needed(shutil.which("Xvfb"), "Xvfb"), "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout
        try:
            yield f":{running.stdout.readline().strip()}"
        finally:
            running.terminate()


def webkit_environment(screen: str, home: Path) -> dict[str, str]:
    """What WebKit is started with: the screen to show itself on, and the folder that it takes for the person's home."""
    return {**os.environ, "DISPLAY": screen, "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1", "HOME": str(home)}


@contextmanager
def started_webkit(screen: str, home: Path) -> Iterator[WebKitGTK]:
    """A WebKit, by its driver. What it downloads comes into `home`. Skips the test where there is none."""
    driver = needed(shutil.which("WebKitWebDriver"), "WebKit's driver")
    browsers = sorted(str(path) for path in Path("/usr/lib").glob(f"*/{WEBKIT_BROWSERS}"))
    options = Options()
    options.binary_location = needed(browsers[-1] if browsers else None, "WebKit")
    options.add_argument("--automation")
    running = WebKitGTK(options, Service(driver, env=webkit_environment(screen, home)))
    try:
        yield running
    finally:
        running.quit()
