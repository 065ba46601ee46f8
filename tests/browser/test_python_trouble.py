"""When Python can't start, the page says so within seconds and keeps every answer."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from publish.preview import HEADERS, application
from tests.browser.test_health_check import HEALTH, answer_by_keyboard, wait_for_python
from tests.conftest import NewPage, served

SECONDS = 8_000
"""How long a person may be left in doubt, in milliseconds."""


def ask_for_result(page: Page) -> None:
    page.get_by_role("checkbox", name="Show all on one page").check()
    page.get_by_role("button", name="See the result").click()


def expect_trouble(page: Page) -> None:
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("can't be worked out here", timeout=SECONDS)
    expect(alert).to_contain_text("Your answers are kept")
    expect(page.locator("html[data-python=failed]")).to_be_attached()
    with page.expect_download() as started:
        page.get_by_role("button", name="Save a copy").first.click()
    assert len(json.loads(started.value.path().read_text())["data"]["assessment.health"]["answers"]) == 2
    page.reload()
    expect(page.locator("health-check input:checked")).to_have_count(4)


@pytest.fixture(scope="module")
def without_wasm(site: Path) -> Iterator[str]:
    """The site, sent with a policy that forbids WebAssembly."""
    policy = HEADERS["Content-Security-Policy"].replace(" 'wasm-unsafe-eval'", "")
    with served(application(site, {"Content-Security-Policy": policy})) as address:
        yield address


def test_webassembly_forbidden(page: Page, without_wasm: str) -> None:
    page.goto(without_wasm + HEALTH)
    answer_by_keyboard(page, [1, 2])
    ask_for_result(page)
    expect(page.get_by_role("alert")).to_contain_text("does not allow WebAssembly")
    expect_trouble(page)


def test_no_webassembly_at_all(new_page: NewPage, address: str) -> None:
    page = new_page()
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(address + HEALTH)
    answer_by_keyboard(page, [1, 2])
    ask_for_result(page)
    expect_trouble(page)


@pytest.mark.parametrize("file", [".wasm", "python_stdlib", ".whl", "/framework-", "pyodide.mjs", "pyodide.asm.js"])
def test_a_file_is_missing_and_then_comes_back(page: Page, address: str, file: str) -> None:
    missing = re.compile(rf"assets/python/.*{re.escape(file)}|{re.escape(file)}[^/]*\.json")
    page.route(missing, lambda route: route.fulfill(status=404))
    page.goto(address + HEALTH)
    answer_by_keyboard(page, [1, 2])
    ask_for_result(page)
    expect_trouble(page)
    page.unroute(missing)
    ask_for_result(page)
    retry = page.get_by_role("button", name="Try again")
    result = page.locator(".result svg")
    expect(retry.or_(result).first).to_be_visible(timeout=30_000)
    if retry.is_visible():
        retry.click()
    expect(result).to_be_visible(timeout=30_000)
    expect(page.locator("html[data-python=ready]")).to_be_attached()


def test_offline_from_the_start_of_python(page: Page, address: str) -> None:
    page.route("**/assets/python/**", lambda route: route.abort())
    page.goto(address + HEALTH)
    answer_by_keyboard(page, [1, 2])
    ask_for_result(page)
    expect_trouble(page)


def test_a_wrong_type_is_mended(page: Page, address: str) -> None:
    def plain(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-type": "text/plain"})

    page.route("**/*.wasm", plain)
    page.goto(address + HEALTH)
    wait_for_python(page)
