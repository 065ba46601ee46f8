"""Python starts from an image of its memory, answers the same, and does without the image where it has to."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from publish.preview import served
from publish.runtime import requests
from tests.browser import misbehaving as wrong
from tests.browser.misbehaving import Misbehaving
from tests.browser.test_health_check import HEALTH, answer_by_keyboard, wait_for_python
from tests.browser.test_python_trouble import ask_for_result
from tests.conftest import NewPage

ASK_ALL = """async (asked) => {
    const { ask, BadRequest } = await import(new URL("../../widgets/shared/python.js", location).href);
    const answers = [];
    for (const each of asked) {
        answers.push(await ask(JSON.parse(each)).then(
            (ok) => ({ ok }),
            (error) => {
                if (!(error instanceof BadRequest)) throw error;
                return { bad: { what: error.what, mend: error.mend } }; // some are asked in order to be refused
            }));
    }
    return answers;
}"""

SLOW_NETWORK = "Object.defineProperty(navigator, 'connection', { value: { downlink: 1.5 } })"
"""What a browser tells on a network on which the image is not sent for."""


@pytest.fixture
def host(site: Path) -> Misbehaving:
    return Misbehaving(site)


@pytest.fixture
def bad(host: Misbehaving) -> Iterator[str]:
    """The address of a host that can misbehave."""
    with served(host) as address:
        yield address


def asked_for(host: Misbehaving, ending: str) -> bool:
    return any(path.endswith(ending) for path in host.asked)


def test_every_example_is_answered_alike_from_the_image_and_as_pyodide_starts(
    new_page: NewPage, host: Misbehaving, bad: str
) -> None:
    """Nothing is imported that is not in the image: Python would have to be started again, as Pyodide does."""
    page = new_page()
    page.goto(bad + HEALTH)
    from_image = page.evaluate(ASK_ALL, requests())
    assert asked_for(host, ".bin")
    assert not asked_for(host, ".whl")
    host.wrong[".bin"] = wrong.missing
    other = new_page()  # which has kept nothing
    other.goto(bad + HEALTH)
    assert other.evaluate(ASK_ALL, requests()) == from_image
    assert asked_for(host, ".whl")
    assert len(from_image) > 40


def other_core(content: bytes, headers: dict[str, str]) -> tuple[str, bytes, dict[str, str]]:
    """An image of another version of Python."""
    return wrong.with_text('"core":"pyodide-', '"core":"anotherx')(content, headers)


def one_bit(content: bytes, headers: dict[str, str]) -> tuple[str, bytes, dict[str, str]]:
    """An image with one bit of it turned."""
    place = len(content) // 2
    return "200 OK", content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :], headers


REFUSED = {
    "missing": wrong.missing,
    "a page in its place": wrong.page_instead,
    "half of it": wrong.cut_short,
    "of another version": other_core,
    "one bit is wrong": one_bit,
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_image_that_is_no_use_is_told_to_nobody(page: Page, host: Misbehaving, bad: str, name: str) -> None:
    host.wrong[".bin"] = REFUSED[name]
    page.goto(bad + HEALTH)
    answer_by_keyboard(page, [1, 2])
    ask_for_result(page)
    expect(page.locator(".result svg")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("alert")).to_be_hidden()
    expect(page.locator("html[data-python=ready]")).to_be_attached()
    assert asked_for(host, ".whl")


def test_on_a_slow_network_the_image_is_used_once_it_is_there(page: Page, host: Misbehaving, bad: str) -> None:
    page.add_init_script(SLOW_NETWORK)
    page.goto(bad + HEALTH)
    wait_for_python(page)
    assert asked_for(host, ".whl")
    assert not asked_for(host, ".bin")
    (name,) = (path.name for path in host.site.glob("assets/python/image-*.bin"))
    page.evaluate("(path) => fetch(path).then((response) => response.arrayBuffer())", f"/assets/python/{name}")
    host.asked.clear()
    host.wrong[".whl"] = host.wrong["pyodide.mjs"] = wrong.missing
    page.reload()
    wait_for_python(page)
    assert not asked_for(host, ".whl")


def head_of(content: bytes) -> tuple[dict[str, Any], bytes]:
    """What an image tells of itself, and the rest of it."""
    length = int.from_bytes(content[:4], "little")
    return json.loads(content[4 : 4 + length]), content[4 + length :]


def test_a_call_that_fails_from_the_image_is_answered_as_pyodide_starts(
    page: Page, host: Misbehaving, bad: str
) -> None:
    (right,) = host.site.glob("assets/python/image-*.bin")
    about, rest = head_of(right.read_bytes())
    head = json.dumps({**about, "answer": about["open"]}).encode()  # it opens the request, and can't
    host.send_image(len(head).to_bytes(4, "little") + head + rest, HEALTH)
    page.goto(bad + HEALTH)
    wait_for_python(page)
    assert not asked_for(host, ".whl")
    answer_by_keyboard(page, [1, 2])
    ask_for_result(page)
    expect(page.locator(".result svg")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("alert")).to_be_hidden()
    assert asked_for(host, ".whl")
