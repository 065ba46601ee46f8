"""Firefox and WebKit answer every example alike, from the image of Python's memory and as Pyodide starts."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import WebKitGTK

from publish.preview import served
from publish.runtime import requests
from tests.browser.misbehaving import Misbehaving, missing
from tests.browser.test_health_check import HEALTH
from tests.browser.test_python_image import ASK_ALL, SLOW_NETWORK
from tests.conftest import NewPage

PATIENCE = 300
"""Seconds for which all answers are waited for: WebKit takes its time where it refuses the image."""


@pytest.fixture
def host(site: Path) -> Misbehaving:
    return Misbehaving(site, wrong={"service-worker": missing})


@pytest.fixture
def address(host: Misbehaving) -> Iterator[str]:
    with served(host) as found:
        yield found


def started_from(host: Misbehaving) -> set[str]:
    """Which of the two starts a browser took."""
    return {ending for ending in (".bin", ".whl") if any(path.endswith(ending) for path in host.asked)}


def test_in_firefox(new_firefox_page: NewPage, host: Misbehaving, address: str) -> None:
    page = new_firefox_page()
    page.goto(address + HEALTH)
    from_image = page.evaluate(ASK_ALL, requests())
    assert started_from(host) == {".bin"}
    other = new_firefox_page()
    other.add_init_script(SLOW_NETWORK)  # where it refuses the image, Firefox tells the console so
    other.goto(address + HEALTH)
    assert other.evaluate(ASK_ALL, requests()) == from_image
    assert started_from(host) == {".bin", ".whl"}


def all_in_webkit(webkit: WebKitGTK, address: str) -> Any:
    webkit.get(address + HEALTH)
    webkit.execute_script(f"({ASK_ALL})({json.dumps(requests())}).then((all) => {{ globalThis.allAnswers = all; }})")

    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        if found := webkit.execute_script("return globalThis.allAnswers"):
            return found
        time.sleep(0.5)
    raise AssertionError("Not every example was answered.")


def test_in_webkit(webkit: WebKitGTK, host: Misbehaving, address: str) -> None:
    from_image = all_in_webkit(webkit, address)
    assert started_from(host) == {".bin"}
    host.wrong[".bin"] = missing
    with served(host) as elsewhere:  # what it keeps of one address it does not take for another
        assert all_in_webkit(webkit, elsewhere) == from_image
    assert started_from(host) == {".bin", ".whl"}
    webkit.get("about:blank")
