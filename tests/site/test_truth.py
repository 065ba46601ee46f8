"""A copy that rewords and hides all sorts of things: nothing that is its own is shown, or given away, as another's."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from framework.content.address import address
from framework.content.model import Framework, Identified, items
from framework.core.item import Item
from tests.built_site import built_for
from tests.pages import parsed
from tests.conftest import ROOT

OWN = "Other words than before, which nobody else has said."
PUBLISHER = "Honest Homes"
BRAND = f"""
name: Honest guide
organisation: {PUBLISHER}
contact: us@example.org
web_address: https://example.org/
"""
SAYS = ("text", "summary", "meaning", "note", "title", "name")
"""Keys that hold words: of each item, the first that it has is replaced."""
BLOCKS = {"section", "li", "fieldset", "div"}
LEFT_ALONE = {"source.framework"}
NO_PLACE = {"consensus", "Ask", "DecisionRule", "Field"}


def replaced(framework: Framework) -> dict[str, str]:
    """Of each kind of item, and of each origin, the first two: the key that is replaced."""
    found: dict[str, str] = {}
    counts: dict[tuple[str, str], int] = {}
    for item in items(framework):
        if not isinstance(item, Item) or item.id in LEFT_ALONE or item.retired_in:
            continue
        kind = (type(item).__name__, item.origin)
        key = next((key for key in SAYS if isinstance(getattr(item, key, None), str)), None)
        if key and counts.get(kind, 0) < 2 and item.id not in hidden(framework):
            counts[kind] = counts.get(kind, 0) + 1
            found[item.id] = key
    return found


def hidden(framework: Framework) -> list[str]:
    """All quick wins of one principle, and all tools of another."""
    few = min((each for each in framework.principles if each.actions.quick_wins), key=lambda each: len(each.actions.quick_wins))
    named = min((each for each in framework.principles if each.tools), key=lambda each: len(each.tools))
    return [*(each.id for each in few.actions.quick_wins), *named.tools]


@pytest.fixture(scope="module")
def copy(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> Path:
    brand = tmp_path_factory.mktemp("honest") / "brand"
    (brand / "framework").mkdir(parents=True)
    (brand / "brand.yaml").write_text(BRAND)
    changes: list[dict[str, Any]] = [
        {"id": id_, "reason": "To see.", "replace": {key: OWN}} for id_, key in replaced(framework).items()
    ]
    changes += [{"id": id_, "reason": "To see.", "hide": True} for id_ in hidden(framework)]
    (brand / "framework" / "changes.yaml").write_text(yaml.safe_dump(changes))
    return built_for(brand)


@pytest.fixture(scope="module")
def pages(copy: Path) -> dict[str, LexborHTMLParser]:
    return parsed(copy)


def places(item: Identified, pages: dict[str, LexborHTMLParser]) -> Iterator[tuple[str, LexborNode]]:
    """Where an item stands on its page."""
    at, _, _ = address(item).partition("#")
    for node in pages[f"{at}index.html"].css("[id]"):
        if node.attributes["id"] == item.id:
            yield at, node


def block(node: LexborNode) -> LexborNode:
    """All that belongs to what begins here: its list entry, its question, its section."""
    around = node
    while around.parent is not None:
        if str(around.tag) in BLOCKS or "lead" in (around.attributes.get("class") or "").split():
            break
        around = around.parent
    return around


def test_what_says_something_else_says_whose_it_is_and_no_longer_whose_it_was(
    framework: Framework, pages: dict[str, LexborHTMLParser]
) -> None:
    known = {item.id: item for item in items(framework)}
    wrong = []
    for id_ in replaced(framework):
        item = known[id_]
        found = [*places(item, pages)]
        for at, node in found:
            said = " ".join(block(node).text(separator=" ").split())
            marks = [mark.attributes["href"] or "" for mark in block(node).css("a.changed-mark")]
            if not any(mark.endswith(f"changed/#changed.{id_}") for mark in marks):
                wrong.append(f"{at} {id_}: no mark: {said[:200]}")
            if isinstance(item, Item) and f"From the framework, page {item.page}" in said:
                wrong.append(f"{at} {id_}: still under the framework's name")
        if not found and type(item).__name__ not in NO_PLACE:
            wrong.append(f"{id_}: stands nowhere")
    assert not wrong, "\n".join(wrong)


def test_nothing_is_said_of_the_framework_that_is_true_only_of_the_copy(
    framework: Framework, pages: dict[str, LexborHTMLParser]
) -> None:
    away = set(hidden(framework))
    emptied = 0
    for principle in framework.principles:
        body = pages[f"principles/{principle.id}/index.html"].body
        said = " ".join(body.text(separator=" ").split()) if body else ""
        for what, has in (("quick wins", {each.id for each in principle.actions.quick_wins}), ("tool", set(principle.tools))):
            assert (f"The framework names no {what} for this principle" in said) == (not has), principle.id
            if has and has <= away:
                emptied += 1
                assert f"{PUBLISHER} shows none of the {what}" in said, principle.id
            if has & away:
                assert f"{PUBLISHER} changed, added or hid something here" in said or what == "tool", principle.id
    assert emptied >= 2
    ours = {tool.id for tool in framework.tools} - {tool for each in framework.principles for tool in each.tools} - away
    for tool in {each.id for each in framework.tools} - away:
        text = pages[f"tools/{tool}/index.html"].html or ""
        assert ("names no tool for it" in text) <= (tool in ours), tool


def test_a_list_of_statements_marks_those_of_the_copy(
    framework: Framework, pages: dict[str, LexborHTMLParser]
) -> None:
    own = {id_ for id_ in replaced(framework) if id_.startswith("health.")}
    found = {
        link.attributes["href"]: entry
        for principle in framework.principles
        for entry in pages[f"principles/{principle.id}/index.html"].css("ul.plain li")
        for link in entry.css("a[href*='check/health/#']")
    }
    marked = {str(href).partition("#")[2] for href, entry in found.items() if entry.css(".changed-mark")}
    assert own
    assert marked == own


def test_what_is_given_away_as_data_names_no_one_for_what_they_did_not_say(framework: Framework, copy: Path) -> None:
    def walk(part: Any) -> Iterator[dict[str, Any]]:
        if isinstance(part, dict):
            yield part
        for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
            yield from walk(each)

    given = json.loads((copy / "framework.json").read_text(encoding="utf-8"))
    told = {each["id"]: (each["origin"], each["page"]) for each in walk(given) if "id" in each and "origin" in each}
    before = {item.id: (item.origin, item.page) for item in items(framework) if isinstance(item, Item)}
    own = set(replaced(framework))
    assert {id_ for id_, by in told.items() if by != before[id_]} == own
    assert all(told[id_] == ("local", None) for id_ in own)


def test_every_copy_is_made_from_the_framework_and_says_so(pages: dict[str, LexborHTMLParser]) -> None:
    title = "did not make this guide and do not endorse it"
    assert all(title in (page.html or "") for page in pages.values()), ROOT
