"""When Python can't start or answer, the page says so in a stated time, keeps every answer, and can try again."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from publish.preview import HEADERS, application, served
from tests.browser import misbehaving as wrong
from tests.browser.misbehaving import Misbehaving
from tests.browser.test_health_check import HEALTH, answer_by_keyboard, wait_for_python
from tests.conftest import NewPage

SECONDS = 10_000
"""How long a person may be left in doubt, in milliseconds."""
TRY_AGAIN = "Try again"


IMAGE = "from the image"
PYODIDE = "as Pyodide starts"


@pytest.fixture(params=[IMAGE, PYODIDE])
def host(request: pytest.FixtureRequest, site: Path) -> Misbehaving:
    """A host, of whose image Python starts, or on which there is none."""
    return Misbehaving(site, wrong={} if request.param == IMAGE else {".bin": wrong.missing})


def answer_by(host: Misbehaving, body: str) -> None:
    """Have Python answer every request by this Python instead, however it starts."""
    host.wrong[".whl"] = wrong.with_answer(body)
    if ".bin" not in host.wrong:
        host.send_image(wrong.image_with_answer(host.site, body), HEALTH)


@pytest.fixture
def bad(host: Misbehaving) -> Iterator[str]:
    """The address of a host that can misbehave."""
    with served(host) as address:
        yield address


def ask_for_result(page: Page) -> None:
    page.get_by_role("checkbox", name="Show all on one page").check()
    page.get_by_role("button", name="See the result").click()


def expect_trouble(page: Page, why: str = "") -> None:
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("can't be worked out here", timeout=SECONDS)
    expect(alert).to_contain_text(why)
    expect(alert).to_contain_text("Your answers are kept")
    with page.expect_download() as started:
        page.get_by_role("button", name="Save a copy").first.click()
    assert len(json.loads(started.value.path().read_text())["data"]["assessment.health"]["answers"]) == 2


def expect_recovery(page: Page) -> None:
    page.get_by_role("button", name=TRY_AGAIN).click()
    expect(page.locator(".result svg")).to_be_visible(timeout=30_000)
    expect(page.locator("html[data-python=ready]")).to_be_attached()
    expect(page.get_by_role("alert")).to_be_hidden()


STARTS = {
    "wasm missing": (".wasm", wrong.missing),
    "standard library missing": ("python_stdlib", wrong.missing),
    "wheel missing": (".whl", wrong.missing),
    "data missing": ("assets/python/framework-", wrong.missing),
    "Pyodide missing": ("pyodide.mjs", wrong.missing),
    "its script missing": ("pyodide.asm.js", wrong.missing),
    "a page in place of the wasm": (".wasm", wrong.page_instead),
    "half of the wasm": (".wasm", wrong.cut_short),
    "half of the standard library": ("python_stdlib", wrong.cut_short),
    "half of the wheel": (".whl", wrong.cut_short),
    "half of the data": ("assets/python/framework-", wrong.cut_short),
    "Pyodide under a wrong type": ("pyodide.mjs", wrong.plain_type),
    "a worker that dies": ("worker.js", wrong.script_instead("throw new Error('dead')")),
    "a worker that is no script": ("worker.js", wrong.script_instead("this is { no script")),
}


STOOD_FOR = ("python_stdlib", ".whl", "pyodide.mjs")
"""What the image takes the place of."""
EACH = [
    (start, name) for name, (part, _) in STARTS.items() for start in (PYODIDE, IMAGE)[: 1 if part in STOOD_FOR else 2]
]


@pytest.mark.parametrize(("host", "name"), EACH, indirect=["host"])
def test_a_start_that_fails_is_told_and_can_be_tried_again(page: Page, host: Misbehaving, bad: str, name: str) -> None:
    part, how = STARTS[name]
    host.wrong[part] = how
    page.goto(bad + HEALTH)
    answer_by_keyboard(page, [1, 2])
    ask_for_result(page)
    expect_trouble(page)
    expect(page.locator("html[data-python=failed]")).to_be_attached()
    host.wrong.clear()
    expect_recovery(page)


@pytest.mark.parametrize("host", [IMAGE], indirect=True)
def test_what_the_image_stands_for_need_not_be_there(page: Page, host: Misbehaving, bad: str) -> None:
    host.wrong = dict.fromkeys(STOOD_FOR, wrong.missing)
    page.goto(bad + HEALTH)
    wait_for_python(page)


CALLS = {
    "raises": ("raise ValueError('no such thing')", "no such thing"),
    "leaves Python": ("raise SystemExit", "SystemExit"),
    "is no JSON": ("return 'nonsense'", "nonsense"),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_call_that_fails_is_told_in_words_and_what_went_wrong_can_be_sent(
    page: Page, host: Misbehaving, bad: str, name: str
) -> None:
    body, why = CALLS[name]
    answer_by(host, body)
    page.goto(bad + HEALTH)
    answer_by_keyboard(page, [1, 2])
    ask_for_result(page)
    expect_trouble(page, "The guide made a mistake here")
    page.get_by_role("button", name=TRY_AGAIN).click()
    expect_trouble(page, "The guide made a mistake here")
    for code in (why, "Traceback", "Error"):
        expect(page.locator("body")).not_to_contain_text(code)
    with page.expect_download() as started:
        page.get_by_role("button", name="Save what went wrong").click()
    assert why in started.value.path().read_text(encoding="utf-8")


def test_a_call_that_never_returns(page: Page, host: Misbehaving, bad: str) -> None:
    answer_by(host, "while True: pass")
    page.clock.install()
    page.goto(bad + HEALTH)
    answer_by_keyboard(page, [1, 2])
    page.clock.run_for(1_000)
    wait_for_python(page)
    ask_for_result(page)
    page.clock.run_for(5_000)  # the clock goes on by itself too, and a busy machine takes its time
    expect(page.get_by_role("alert")).to_be_hidden()
    page.clock.run_for(6_000)
    expect_trouble(page, "did not answer in time")
    host.wrong.clear()
    expect_recovery(page)


def test_a_start_that_goes_silent(page: Page, host: Misbehaving, bad: str) -> None:
    host.wrong["worker.js"] = wrong.script_instead("self.close()")
    page.clock.install()
    page.goto(bad + HEALTH)
    answer_by_keyboard(page, [1, 2])
    ask_for_result(page)
    page.clock.run_for(121_000)
    expect_trouble(page, "took too long")
    host.wrong.clear()
    expect_recovery(page)


def test_a_wrong_type_is_mended(page: Page, host: Misbehaving, bad: str) -> None:
    host.wrong[".wasm"] = wrong.plain_type
    page.goto(bad + HEALTH)
    wait_for_python(page)


def test_webassembly_forbidden(page: Page, site: Path) -> None:
    policy = HEADERS["Content-Security-Policy"].replace(" 'wasm-unsafe-eval'", "")
    with served(application(site, {"Content-Security-Policy": policy})) as address:
        page.goto(address + HEALTH)
        answer_by_keyboard(page, [1, 2])
        ask_for_result(page)
        expect_trouble(page, "does not allow WebAssembly")


def test_no_webassembly_at_all(new_page: NewPage, address: str) -> None:
    page = new_page()
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(address + HEALTH)
    answer_by_keyboard(page, [1, 2])
    ask_for_result(page)
    expect_trouble(page, "too old")


BUSY = """
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const end = performance.now() + 20;
    while (performance.now() < end);
    port2.postMessage("");
  };
  port2.postMessage("");
"""
"""A script after which the page has always something to do."""


def test_it_starts_on_a_page_that_is_kept_busy(page: Page, address: str) -> None:
    page.add_init_script(BUSY)
    page.goto(address + HEALTH)
    wait_for_python(page)


def test_what_is_asked_early_waits_in_line(page: Page, address: str) -> None:
    page.goto(address + HEALTH)
    page.get_by_role("checkbox", name="Show all on one page").check()
    page.locator("[data-step='health.common-vision.1'] input").first.check()
    page.get_by_role("button", name="See the result").click()
    expect(page.locator("html[data-python=loading]")).to_be_attached()
    expect(page.locator(".result svg")).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("host", [IMAGE], indirect=True)
def test_data_is_saved_where_the_browser_asks(new_page: NewPage, host: Misbehaving, bad: str) -> None:
    page = new_page(service_workers="allow")
    page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page.goto(bad + HEALTH)
    page.wait_for_timeout(3_000)
    assert not [path for path in host.asked if "assets/python/" in path or "service-worker" in path]
    page.get_by_role("radio", name="A resident").check()
    wait_for_python(page)


def test_a_host_that_compresses_nothing_sends_what_was_compressed_ahead(page: Page, site: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(site)]
    with log.open("w") as told, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=told, text=True) as server:
        try:
            assert server.stdout
            port = server.stdout.readline().split("port ")[1].split()[0]
            page.goto(f"http://127.0.0.1:{port}{HEALTH}")
            wait_for_python(page)
            asked = log.read_text().split()
            assert any(path.endswith(".wasm.gz") for path in asked)
            assert not any(path.endswith(".wasm") for path in asked)
        finally:
            server.terminate()
