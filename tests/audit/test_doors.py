"""Two hundred broken copies of a group's work, through the door that people use: a file chosen in a real browser."""

import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Page, expect

from framework.group.workspace import parts
from tests.framework.anything import spoilt, written
from tests.framework.test_any_json import COPY, DOOR, KEPT, NAMES

TRIED = 200
OPENED = 24
"""How many of those that are taken in are opened where they belong: each costs the start of a page."""
LONGEST = 900
"""Characters of what is said about a file, with what stands around it."""
CHOOSE = """async text => {
    const widget = document.querySelector("group-workspace");
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], "copy.json"));
    const input = widget.querySelector("[data-file]");
    input.files = chosen.files;
    input.dispatchEvent(new Event("change"));
    const over = () => !widget.hasAttribute("aria-busy");
    while (!over()) await new Promise(done => setTimeout(done, 5));
    const problem = widget.querySelector("[data-problem]");
    const preview = widget.querySelector("[data-preview]");
    return { refused: problem.hidden ? "" : problem.textContent, offered: preview.childElementCount > 0 };
}"""
KEYS = "JSON.stringify({...localStorage})"


def copies() -> list[tuple[str, str]]:
    """Broken copies, each with the name of the part that is broken, in an order that is always the same."""
    found: list[tuple[str, str]] = []

    @settings(max_examples=TRIED, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(spoilt([KEPT[name] for name in NAMES]))
    def collect(broken: tuple[int, Any]) -> None:
        which, value = broken
        copy = {**COPY, "id": f"group-{len(found)}", "name": f"Group {len(found)}", "data": {NAMES[which]: value}}
        found.append((NAMES[which], written(copy)))

    collect()
    return found


def test_a_broken_copy_is_refused_in_one_sentence_or_breaks_no_page(page: Page, address: str) -> None:
    page.goto(address + "/workspace/")
    expect(page.locator("html")).to_have_attribute("data-python", re.compile("idle|loading|ready"))
    taken: list[tuple[str, str]] = []
    for part, text in copies():
        before = page.evaluate(KEYS)
        result = page.evaluate(CHOOSE, text)
        assert result["offered"] != bool(result["refused"]), text[:500]
        assert "Traceback" not in result["refused"]
        assert len(result["refused"]) < LONGEST, result["refused"]
        assert page.evaluate(KEYS) == before, "a file that is only looked at changes nothing"
        if result["offered"]:
            taken.append((part, text))
    known = parts(DOOR.guide)
    assert taken
    for part, text in taken[:: max(1, len(taken) // OPENED)]:
        page.goto(address + "/workspace/")
        assert page.evaluate(CHOOSE, text)["offered"]
        page.locator("[data-preview] [data-do=add]").click()
        item = known[part].about
        if item is None:
            continue
        link = page.locator("[data-parts] a").first
        page.goto(str(link.evaluate("each => each.href")))
        page.wait_for_load_state("load")
        expect(page.locator("[data-notice]:not([hidden])")).to_have_count(0)
        assert "Traceback" not in page.inner_text("body")
