"""What comes in by a file, a link or a paste is measured, refused in one plain sentence, and changes nothing."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.kept import kept
from tests.browser.misbehaving import ALONE, late
from tests.browser.test_workshop import LONG, code, opened, people, take

WORK, MAP = "/workspace/", "/tools/power-map/work/"
LONGEST = 900
"""Characters of what is said about a file, with what stands around it."""
COPY = (Path(__file__).parents[1] / "fixtures" / "workspace-2.json").read_text(encoding="utf-8")
NESTED = "[" * 3_000 + "]" * 3_000
COPIES = {
    "spaces": (b" " * 6_000_000, "too large"),
    "nothing": (b"", "empty"),
    "only spaces": (b"  \n ", "empty"),
    "deep": (COPY.replace('"data": {', f'"data": {{"x": {NESTED},').encode(), "deeper than any"),
    "a name twice": (COPY.replace('"data": {', '"rev": 1, "data": {').encode(), "damaged"),
    "half a letter": (COPY.encode() + b"\xe9", "no text"),
    "no name": (json.dumps({**json.loads(COPY), "name": " "}).encode(), "lacks its name"),
    "our last good copy": (json.dumps({**json.loads(COPY), "id": "g.before"}).encode(), "no id"),
}
MAPS = {
    "spaces": (b" " * 6_000_000, "too large"),
    "nothing": (b"", "empty"),
    "deep": (b'{"a": ' + NESTED.encode() + b"}", "deeper than any"),
    "half a letter": (b'{"title": "Caf\xe9"}', "no text"),
    "broken letters in a list": ("Name,Power\nCafé,3\n".encode() + b"\xe9,2\n", "no text"),
    "one long cell": (b"Name,Power\n" + b"x" * 200_000 + b",3\n", ""),
}


TYPE_ON = """field => {
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    field.value = "K7P2";
}"""
"""Typed before Python has answered, however quick it is."""


def choose(page: Page, selector: str, content: bytes) -> None:
    file: FilePayload = {"name": "chosen", "mimeType": "application/octet-stream", "buffer": content}
    page.locator(selector).first.set_input_files(file)


def refused(page: Page, chosen: bytes, words: str) -> None:
    choose(page, "input[type=file]", chosen)
    problem = page.locator("[data-problem]").first
    expect(problem).to_be_visible(timeout=LONG)
    expect(problem).to_contain_text(words)
    assert len(problem.inner_text()) < LONGEST
    expect(page.locator("body")).not_to_contain_text("Traceback")


def test_a_copy_that_is_none_is_refused_in_one_sentence(page: Page, address: str) -> None:
    page.goto(address + WORK)
    for chosen, words in COPIES.values():
        refused(page, chosen, words)
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_map_that_is_none_is_refused_in_one_sentence(page: Page, address: str) -> None:
    page.goto(address + MAP)
    for name in ("spaces", "nothing", "deep", "half a letter", "broken letters in a list"):
        refused(page, *MAPS[name])
    choose(page, "input[type=file]", MAPS["one long cell"][0])
    page.wait_for_timeout(500)
    expect(page.locator("[data-notice=fault]")).to_be_hidden()
    assert kept(page) == {}


@pytest.mark.parametrize("text", ["2" * 60_000, "K7P2" * 15_000, "=" * 60_000, "2" * 600_000], ids=len)
def test_a_link_with_a_code_that_is_none(page: Page, address: str, text: str) -> None:
    opened(page, address)
    page.evaluate("text => { location.hash = 'code=' + text }", text)
    told = page.locator(".refused li, [data-problem]:not([hidden]), .accepted:not(:empty)").first
    expect(told).to_be_visible(timeout=LONG)
    assert len(told.inner_text()) < LONGEST
    expect(page.locator("[data-notice=fault]")).to_be_hidden()
    assert kept(page)["workshop"]["codes"] == {}


def test_what_is_too_long_is_told_even_while_an_answer_is_on_its_way(page: Page, address: str) -> None:
    opened(page, address)
    field = page.get_by_label("Type or paste")
    field.fill("K7P2 M5")
    field.evaluate(f"field => {{ ({TYPE_ON})(field); location.hash = 'code=' + '2'.repeat(600_000) }}")
    expect(page.locator(".refused li").first).to_be_visible(timeout=LONG)
    expect(page.locator("[data-problem]:not([hidden])")).to_contain_text("far more text", timeout=LONG)


def test_what_is_half_typed_stays_when_a_file_is_opened(page: Page, address: str) -> None:
    opened(page, address)
    field = page.get_by_label("Type or paste")
    field.fill("K7P2 M5")
    choose(page, "[data-files]", f"{code(7, 'resident', 2)}\n{code(8, 'resident', 2)[:-1]}".encode())
    expect(field).to_have_value(f"K7P2 M5\n{code(8, 'resident', 2)[:-1]}", timeout=LONG)
    assert len(kept(page)["workshop"]["codes"]) == 1


def test_of_many_lines_that_are_no_codes_none_is_lost(page: Page, address: str) -> None:
    opened(page, address)
    field = page.get_by_label("Type or paste")
    lines = "\n".join(f"K7P2 M5{number}" for number in range(30, 55))
    field.fill(lines)
    field.evaluate(TYPE_ON)
    expect(field).to_have_value(f"{lines}\nK7P2", timeout=LONG)


def test_a_reload_does_not_say_that_nothing_is_shown(page: Page, address: str) -> None:
    opened(page, address)
    take(page, people(("resident", 3, 3), ("organisation", 3, 1)))
    page.get_by_role("button", name="Reveal", exact=True).click()
    expect(page.locator("[data-result] h2")).to_be_visible(timeout=LONG)
    page.add_init_script(ALONE)
    page.route("**/*.wasm", late(0.3))
    page.reload()
    expect(page.locator("[data-result] h2").first).to_contain_text("One moment")
    expect(page.locator("[data-result] .gap-picture")).to_be_visible(timeout=LONG)
