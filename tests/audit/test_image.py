"""Firefox and WebKit answer every example alike, from the image of Python's memory and as Pyodide starts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import WebKitGTK

from publish.preview import served
from publish.runtime import requests
from tests.audit.visitor import tried
from tests.browser.misbehaving import Misbehaving, missing
from tests.browser.test_health_check import HEALTH
from tests.browser.test_python_image import ASK_ALL
from tests.conftest import NewPage


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
    host.wrong[".bin"] = missing
    other = new_firefox_page()
    other.goto(address + HEALTH)
    assert other.evaluate(ASK_ALL, requests()) == from_image
    assert started_from(host) == {".bin", ".whl"}


def all_in_webkit(webkit: WebKitGTK, address: str) -> Any:
    webkit.get(address + HEALTH)
    webkit.execute_script(f"({ASK_ALL})({json.dumps(requests())}).then((all) => {{ globalThis.allAnswers = all; }})")

    def answers() -> Any:
        found = webkit.execute_script("return globalThis.allAnswers")
        assert found
        return found

    return tried(answers)


def test_in_webkit(webkit: WebKitGTK, host: Misbehaving, address: str) -> None:
    from_image = all_in_webkit(webkit, address)
    assert started_from(host) == {".bin"}
    host.wrong[".bin"] = missing
    with served(host) as elsewhere:  # what it keeps of one address it does not take for another
        assert all_in_webkit(webkit, elsewhere) == from_image
    assert started_from(host) == {".bin", ".whl"}
    webkit.get("about:blank")
