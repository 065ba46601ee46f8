"""One Python for a visit: pages and tabs share a worker where it can outlive them, and go on alone where it fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from publish.preview import served
from tests.browser import misbehaving as wrong
from tests.browser.misbehaving import Misbehaving
from tests.browser.test_health_check import HEALTH, wait_for_python
from tests.browser.test_python_image import SLOW_NETWORK
from tests.conftest import NewPage

OTHER = "/check/consensus/"
COUNTS = """
import json
asked = globals().setdefault("asked", [])
words = json.loads(request).get("words")
asked.append(words)
if words == "for ever":
    while True: pass
return json.dumps({"ok": [len(asked), words]})
"""
"""A Python that tells how often it was asked, and hangs where it is asked to."""
VERSION = "&quot;version&quot;: &quot;"
"""Where a page names the version."""
ASK = """async (words) => {
    const { ask } = await import(new URL("../../widgets/shared/python.js", location).href);
    return ask({ words });
}"""

IMPATIENT = "() => { const plain = setTimeout; globalThis.setTimeout = (run, after) => plain(run, after / 10); }"
"""A page that waits for a tenth of the time. The clock of a test's browser would go faster in all its tabs."""


@pytest.fixture
def host(site: Path) -> Misbehaving:
    """A host whose Python counts, however it starts."""
    found = Misbehaving(site)
    body = COUNTS.strip().replace("\n", "\n    ")
    found.wrong[".whl"] = wrong.with_answer(body)
    image = wrong.image_with_answer(site, body)
    found.send_image(image, HEALTH)
    found.send_image(image, OTHER)
    return found


@pytest.fixture
def address(host: Misbehaving) -> Iterator[str]:
    with served(host) as found:
        yield found


def opened(page: Page, address: str, path: str = HEALTH) -> Page:
    page.goto(address + path)
    wait_for_python(page)
    return page


def other_tab(page: Page, address: str, path: str = OTHER) -> Page:
    return opened(page.context.new_page(), address, path)


def test_the_second_page_of_a_visit_goes_on_with_the_same_python(page: Page, host: Misbehaving, address: str) -> None:
    assert opened(page, address).evaluate(ASK, "a") == [1, "a"]
    host.asked.clear()
    assert opened(page, address, OTHER).evaluate(ASK, "b") == [2, "b"]
    assert not [path for path in host.asked if "assets/python/" in path]


def test_two_tabs_share_one_python_and_each_gets_its_own_answers(page: Page, address: str) -> None:
    opened(page, address)
    other = other_tab(page, address)
    for tab in (page, other):
        tab.evaluate("() => { globalThis.answers = []; }")
    many = (
        f"async (mark) => {{ const ask = {ASK}; return Promise.all([...Array(20).keys()].map((n) => ask(mark + n))); }}"
    )
    for tab, mark in ((page, "a"), (other, "b")):
        tab.evaluate(f"(mark) => {{ ({many})(mark).then((all) => {{ globalThis.answers = all; }}); }}", mark)
    told = []
    for tab, mark in ((page, "a"), (other, "b")):
        tab.wait_for_function("() => globalThis.answers.length")
        answers = tab.evaluate("() => globalThis.answers")
        assert [words for _, words in answers] == [f"{mark}{number}" for number in range(20)]
        told += [number for number, _ in answers]
    assert sorted(told) == list(range(1, 41))


def test_a_page_that_is_closed_in_mid_call_leaves_the_others_answers_right(page: Page, address: str) -> None:
    opened(page, address)
    other = other_tab(page, address)
    other.evaluate(f"() => {{ const ask = {ASK}; for (let n = 0; n < 50; n++) ask('x' + n); }}")
    other.close()
    answers = [page.evaluate(ASK, f"a{number}") for number in range(5)]
    assert [words for _, words in answers] == [f"a{number}" for number in range(5)]


def test_a_call_that_hangs_in_one_tab_is_told_to_all_and_each_goes_on(page: Page, address: str) -> None:
    opened(page, address)
    other = other_tab(page, address)
    page.evaluate(IMPATIENT)
    page.evaluate(f"() => {{ ({ASK})('for ever').catch((error) => {{ globalThis.why = error.message; }}); }}")
    other.evaluate(f"() => {{ ({ASK})('b').then((answer) => {{ globalThis.answer = answer; }}); }}")
    page.wait_for_function("() => globalThis.why")
    assert page.evaluate("() => globalThis.why") == "Python did not answer in time."
    other.wait_for_function("() => globalThis.answer")
    assert other.evaluate("() => globalThis.answer") == [1, "b"]  # of a Python of its own
    assert page.evaluate(ASK, "a") == [1, "a"]
    assert page.evaluate("() => document.documentElement.dataset.python") == "ready"
    third = other_tab(page, address)  # and who comes then shares again, but not the one that hangs
    assert third.evaluate(ASK, "c") == [1, "c"]
    assert other_tab(page, address).evaluate(ASK, "d") == [2, "d"]


def test_another_version_of_the_site_does_not_join(page: Page, host: Misbehaving, address: str) -> None:
    assert opened(page, address).evaluate(ASK, "a") == [1, "a"]
    host.wrong[OTHER] = wrong.in_turn(host.wrong[OTHER], wrong.with_text(VERSION, f"{VERSION}new"))
    assert opened(page, address, OTHER).evaluate(ASK, "b") == [1, "b"]
    assert opened(page, address).evaluate(ASK, "c") == [2, "c"]


def shared_workers(page: Page, address: str) -> int:
    session = page.context.browser.new_browser_cdp_session()  # type: ignore[union-attr]  # the context has one
    found = session.send("Target.getTargets", {"filter": [{"type": "shared_worker"}]})["targetInfos"]
    session.detach()
    return sum(each["url"].startswith(address) for each in found)


@pytest.mark.parametrize("start", [".bin", ".whl"])
def test_a_call_that_hangs_ends_by_itself_once_nobody_waits_for_it(
    page: Page, host: Misbehaving, address: str, start: str
) -> None:
    host.wrong["shared/worker.js"] = wrong.with_text("CALL_MS = 20_000", "CALL_MS = 2_000")
    if start == ".whl":
        page.add_init_script(SLOW_NETWORK)
    opened(page, address)
    assert any(path.endswith(start) for path in host.asked)
    assert shared_workers(page, address) == 1
    page.evaluate(IMPATIENT)
    page.evaluate(f"() => {{ ({ASK})('for ever').catch((error) => {{ globalThis.why = error.message; }}); }}")
    page.wait_for_function("() => globalThis.why")
    for _ in range(100):
        if not shared_workers(page, address):
            return
        page.wait_for_timeout(200)
    raise AssertionError("It runs for ever.")


WITHOUT = {
    "no shared worker": "delete globalThis.SharedWorker",
    "a shared worker that ends with its page": """
        const Plain = globalThis.SharedWorker;
        globalThis.SharedWorker = class extends Plain {
            constructor(address, { type, name }) { super(address, { type, name }); }
        };""",
    "a shared worker that cannot be made": """
        globalThis.SharedWorker = class {
            constructor(_address, options) { options.extendedLifetime; throw new DOMException("no", "SecurityError"); }
        };""",
    "no locks": "Object.defineProperty(navigator, 'locks', { value: undefined })",
    "locks that are refused": "LockManager.prototype.query = () => Promise.reject(new DOMException('no', 'SecurityError'))",
}


@pytest.mark.parametrize("name", WITHOUT)
def test_where_none_can_be_shared_each_page_has_its_own(page: Page, address: str, name: str) -> None:
    page.add_init_script(WITHOUT[name])
    assert opened(page, address).evaluate(ASK, "a") == [1, "a"]
    assert opened(page, address, OTHER).evaluate(ASK, "b") == [1, "b"]


def test_in_firefox_each_page_has_its_own(new_firefox_page: NewPage, address: str) -> None:
    page = new_firefox_page()
    assert opened(page, address).evaluate(ASK, "a") == [1, "a"]
    other = other_tab(page, address)
    assert other.evaluate(ASK, "b") == [1, "b"]
    assert opened(page, address, OTHER).evaluate(ASK, "c") == [1, "c"]
    assert other.evaluate(ASK, "d") == [2, "d"]
