"""Arrows run down only: what stands on what, read from the imports."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

FLOORS = (
    ("core",),
    ("draw", "export"),
    ("tools",),
    ("group",),
    ("browser",),
    ("again",),
    ("content",),
    ("fork",),
    ("published",),
)
"""From the ground up. A room may use its own floor and those below it."""
IN_THE_BROWSER = ("core", "draw", "export", "tools", "group", "browser")
MODULES = sorted((ROOT / "framework").rglob("*.py"))


def room(dotted: str) -> str:
    """The room of a module of ours: 'framework.core.item' stands in 'core'."""
    return [*dotted.split("."), "__init__"][1]


def floor(name: str) -> int:
    return next((number for number, rooms in enumerate(FLOORS) if name in rooms), -1)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: name a module of ours in full"
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names)


def named(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def test_every_room_has_its_floor() -> None:
    rooms = {room(named(path)) for path in MODULES} - {"__init__"}
    assert rooms == {name for names in FLOORS for name in names}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_arrow_runs_up(path: Path) -> None:
    here = floor(room(named(path)))
    above = [each for each in imported(path) if each.startswith("framework.") and floor(room(each)) > here]
    assert above == [], f"{named(path)} leans on what stands above it"


@pytest.mark.parametrize("path", [path for path in MODULES if room(named(path)) in IN_THE_BROWSER], ids=named)
def test_the_browser_needs_nothing_but_the_standard_library(path: Path) -> None:
    outside = [each for each in imported(path) if each.split(".")[0] not in (*sys.stdlib_module_names, "framework")]
    assert outside == []


def test_a_tool_knows_no_other_but_the_codes_that_a_workshop_reads_and_what_lays_drawings_over_each_other() -> None:
    arrows = {
        (path.relative_to(ROOT / "framework" / "tools").parts[0], each.split(".")[2])
        for path in MODULES
        if room(named(path)) == "tools"
        for each in imported(path)
        if each.startswith("framework.tools.")
    }
    assert {(one, other) for one, other in arrows if one != other} == {
        ("governance_diagram", "overlay"),
        ("skills", "workshop"),
        ("workshop", "answer_code"),
        ("workshop", "standing"),
    }
