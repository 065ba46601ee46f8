"""`CONTRIBUTING.md`, followed to the letter: each of its recipes on one scratch copy, which is then built and used.

What a recipe adds stands in `tests/recipes/<recipe>/`, as it would stand in the guide; what it changes stands here.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from publish.preview import HEADERS, application, served
from tests.conftest import NewPage
from tests.scratch import ROOT, put, scratch

ADDED = ROOT / "tests" / "recipes"
HOST = '''

def vercel() -> str:
    """Headers, as Vercel reads them."""
    headers = [{"key": name, "value": value} for name, value in HEADERS.items()]
    return json.dumps({"headers": [{"source": "/(.*)", "headers": headers}]}, indent=1)


FILES: dict'''
LINES = '''def _lines(_: Guide, actions: list[dict[str, Any]], __: dict[str, Any]) -> str:
    return as_lines(action["text"] for action in actions)


type Write'''
CHANGED: dict[str, list[tuple[str, str, str]]] = {
    "sentence": [
        (
            "framework/data/sentences/tools-page.yaml",
            "principle: Principle\n",
            "one-or-more:\n  one: Take the one tool.\n  other: Take one of {count} tools.\nprinciple: Principle\n",
        ),
        (
            "macros/templates/tools.html",
            "<tool-finder>",
            '<p class="summary">{{ say("tools-page.one-or-more", count=framework.tools | length) }}</p>\n<tool-finder>',
        ),
    ],
    "principle": [],
    "tool": [],
    "field": [("framework/content/fields.py", '"date", "number"', '"date", "time", "number"')],
    "assessment": [],
    "widget": [],
    "output": [
        ("framework/tools/action_plan/call.py", "type Write", LINES),
        (
            "framework/tools/action_plan/call.py",
            '"spreadsheet": (',
            '"lines": ("text/plain", "txt", _lines),\n    "spreadsheet": (',
        ),
        (
            "framework/tools/action_plan/call.py",
            "from framework.export.csv import csv_text\n",
            "from framework.export.csv import csv_text\nfrom framework.export.lines import as_lines\n",
        ),
        (
            "overrides/widgets/action-plan/action-plan.html",
            '<button type="button" class="button button--quiet" data-do="take" data-as="spreadsheet">',
            '<button type="button" class="button" data-do="take" data-as="lines">Take as lines</button> '
            '<button type="button" class="button button--quiet" data-do="take" data-as="spreadsheet">',
        ),
        (
            "overrides/widgets/action-plan/examples.yaml",
            "- id: spreadsheet\n",
            "- {id: lines, title: The plan as lines, call: action_plan, as: lines, plan: *plan}\n- id: spreadsheet\n",
        ),
    ],
    "language": [],
    "colour": [("brand/brand.yaml", "favicon:", "colours:\n  main: '#0B5C63'\nfavicon:")],
    "host": [
        ("publish/hosts.py", "import sys\n", "import json\nimport sys\n"),
        ("publish/hosts.py", "\n\nFILES: dict", HOST),
        ("publish/hosts.py", '".nojekyll": ', '"vercel.json": lambda _: vercel(),\n    ".nojekyll": '),
    ],
}
"""By recipe, each change: the file, words that stand there, and what takes their place."""


def recipe(name: str) -> str:
    """What a recipe is called here: 'kind of field' is 'field'."""
    return name.rpartition(" ")[2]


def files(name: str) -> set[str]:
    """The files that a recipe adds or changes."""
    added = {path.relative_to(ADDED / name).as_posix() for path in (ADDED / name).rglob("*") if path.is_file()}
    return added | {file for file, _, _ in CHANGED[name]}


RECIPES = re.findall(
    r"^### An? (.+)\n((?:(?!^#).*\n)*)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), flags=re.MULTILINE
)
"""What each recipe is called, and what it says."""


@pytest.mark.parametrize(("name", "text"), RECIPES, ids=[name for name, _ in RECIPES])
def test_a_recipe_names_the_files_that_it_takes_and_no_others(name: str, text: str) -> None:
    named = re.findall(r"^- `([^`]+)`:", text, flags=re.MULTILINE)
    patterns = [re.sub(r"<[^>]+>", "[^/]+", each.replace(".", r"\.")) for each in named]
    taken = files(recipe(name))
    assert [each for each in taken if not any(re.fullmatch(pattern, each) for pattern in patterns)] == []
    assert [each for each in patterns if not any(re.fullmatch(each, file) for file in taken)] == []


def test_there_are_ten_recipes_and_each_is_followed() -> None:
    assert [recipe(name) for name, _ in RECIPES] == [*CHANGED]
    assert len(RECIPES) == 10


def test_files_that_are_named_elsewhere_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for name in re.findall(r"`([\w./-]+/[\w./-]*)`", text):
        assert (ROOT / name).exists(), name


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scratch copy in which every recipe was followed, built as `make build` does."""
    guide = scratch(tmp_path_factory.mktemp("guide"))
    for name, changes in CHANGED.items():
        if (ADDED / name).is_dir():
            shutil.copytree(ADDED / name, guide, dirs_exist_ok=True)
        for file, old, new in changes:
            put(guide / file, old, new)
    told = {**os.environ, "LANGUAGES": "xx", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=guide, env=told, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    return guide


def page(guide: Path, address: str) -> str:
    return (guide / "site" / address / "index.html").read_text(encoding="utf-8")


def test_a_sentence_is_said(guide: Path) -> None:
    count = len(list((guide / "framework" / "data" / "tools").glob("*.yaml")))
    assert f"Take one of {count} tools." in page(guide, "tools")


def test_a_principle_has_its_page_its_place_in_the_navigation_and_its_mark(guide: Path) -> None:
    assert "Read the promises out at the start of each meeting." in page(guide, "principles/keep-promises")
    assert "11. Keeping what was promised" in page(guide, ".")
    assert 'href="../keep-promises/"' in page(guide, "principles/common-vision")
    assert 'd="M64 38h44v44H64z"' in page(guide, ".")


def test_a_tool_has_its_page_and_stands_in_the_list(guide: Path) -> None:
    assert "What was promised" in page(guide, "tools/promise-book")
    assert "Promise book" in page(guide, "tools")
    assert "Promise book" in page(guide, "principles/keep-promises")


def test_a_kind_of_field_is_drawn(guide: Path) -> None:
    assert '<input id="in.promise-book.until" name="promise-book.until" type="time"' in page(guide, "tools/promise-book")


def test_an_assessment_by_a_known_rule_has_its_page(guide: Path) -> None:
    shown = page(guide, "check/pulse")
    assert "What was promised at the last meeting was done." in shown
    assert 'id="example"' not in shown
    assert "Promise check" in page(guide, "check")


def test_an_assessment_by_a_rule_of_its_own_is_filled_in_answered_and_kept(guide: Path, new_page: NewPage) -> None:
    browser_page = new_page()
    with served(application(guide / "site")) as address:
        browser_page.goto(f"{address}/check/promises/")
        browser_page.get_by_label("Yes").first.check()
        said = browser_page.locator("tally-form").get_by_role("status")
        expect(said).to_have_text("1 of 2 promises were kept.", timeout=60_000)
        assert said.evaluate("said => getComputedStyle(said).fontWeight") == "700"
        browser_page.goto(f"{address}/workspace/")
        expect(browser_page.get_by_role("link", name="Promise count")).to_be_visible()


def test_an_output_is_written(guide: Path) -> None:
    assert 'data-as="lines"' in page(guide, "plan")
    asked = "from macros.examples import answered; from framework.content.check import checked; "
    asked += "print(answered(checked(), 'action-plan', 'lines')['text'])"
    command = [sys.executable, "-c", asked]
    done = subprocess.run(command, cwd=guide, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0] == "- Send papers ten days ahead; by post, too"


def test_a_language_has_the_pages_that_are_translated(guide: Path) -> None:
    shown = page(guide, "xx/plan")
    assert '<html lang="xx"' in shown
    assert "Áćťíóń ṕĺáń" in shown
    assert 'href="../xx/plan/"' in page(guide, "plan")
    assert not (guide / "site" / "xx" / "about").exists()


def test_a_colour_is_in_the_style(guide: Path) -> None:
    (style,) = (guide / "site" / "assets" / "brand").glob("style-*.css")
    assert "--organisation:#0B5C63;" in style.read_text(encoding="utf-8")


def test_a_host_is_told(guide: Path) -> None:
    told = json.loads((guide / "site" / "vercel.json").read_text(encoding="utf-8"))
    assert {each["key"]: each["value"] for each in told["headers"][0]["headers"]} == HEADERS
