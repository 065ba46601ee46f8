"""No module that runs in the browser holds words for people: they are said by id, in whatever language is spoken."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.framework.test_rooms import IN_THE_BROWSER, MODULES, named, room

WORDS = re.compile(r"[A-Za-z]{2,}['’,.;:!?]* [A-Za-z]{2,}|\b[A-Z][a-z]{2,}")
"""Two words, or one that begins large. What begins small and stands alone may be an id, and so may what is all large."""
GLUED = re.compile(r"(^|\s)[A-Za-z]{2,}[,.;:!?]?\s|\s[A-Za-z]{2,}[,.;:!?]?(\s|$)")
"""A word with a space at its side, in a text whose rest is filled in."""
SHOWN = {"text": 1, "Part": 1, "BadInput": 2}
"""Calls that show people something, and how many of their first arguments: not even one small word stands there."""
FOR_PROGRAMMERS = ("KeyError", "ValueError")
NEVER_SAID = {
    ("framework.export.calendar", "PRODUCT"): "what wrote a calendar, for programs",
    ("framework.export.docx.bound", "CONTENTS_START"): "names of Word's own XML",
    ("framework.export.docx.bound", "FIELD"): "a field of Word's",
    ("framework.export.docx.bound", "LINK"): "names of Word's own XML",
    ("framework.export.docx.names", "HEAD_STYLES"): "the ids of styles",
    ("framework.export.docx.names", "HEADING_STYLES"): "the ids of styles",
    ("framework.export.docx.names", "CONTENTS_STYLES"): "the ids of styles",
    ("framework.export.docx.names", "CREDIT_STYLE"): "the id of a style",
    ("framework.export.docx.content", "GONE"): "names of Word's own XML",
    ("framework.export.docx.fill", "FIRST_HEADING"): "names of Word's own XML",
    ("framework.export.docx.names", "NOTE_STYLE"): "the id of a style",
    ("framework.export.web_page", "STYLE"): "names of fonts, and of colours for which values stand in",
    ("framework.export.docx.names", "HEADING_STYLE"): "the id of a style",
    ("framework.export.docx.names", "EMPTY_STYLE"): "the ids of styles",
    ("framework.export.docx.package", "LINK"): "names of Word's own XML",
    ("framework.export.docx.package", "PNG"): "names of Word's own XML",
    ("framework.export.docx.package", "PNG_TYPE"): "names of Word's own XML",
    ("framework.export.docx.package", "RELS_END"): "names of Word's own XML",
    ("framework.export.docx.package", "TYPES"): "the name of a part of every such file",
    ("framework.export.docx.package", "TYPES_START"): "names of Word's own XML",
    ("framework.export.docx.pictures", "DRAWING"): "names of Word's own XML",
    ("framework.export.docx.package", "_check_links"): "names of Word's own XML",
    ("framework.export.docx.package", "_targets"): "names of Word's own XML",
    ("framework.export.docx.package", "properties"): "the name of a part of such a file",
    ("framework.export.html_page", "html_page"): "HTML's own beginning",
    ("framework.draw.paint", "FONT"): "names of fonts",
    ("framework.draw.paint", "painted"): "SVG's own attributes, looked for and put in",
    ("framework.tools.power_map.picture", "power_map_picture"): "an SVG attribute, looked for and put in",
    ("framework.tools.power_map.role_words", "ROLE_WORDS"): "read in the names of roles, and never said",
    ("framework.tools.power_map.personal", "TITLE"): "read in the names of people, and never said",
    ("framework.tools.power_map.personal", "STREET"): "read in addresses, and never said",
    ("framework.tools.power_map.personal", "DOOR"): "read in addresses, and never said",
    ("framework.tools.power_map.known_words", "ALSO"): "read in the headings of people's lists, and never said",
    ("framework.tools.power_map.known_words", "WORDS_FOR_MARKS"): "read in people's lists, and never said",
    ("framework.tools.power_map.known_words", "ENGLISH"): "read in people's lists, and never said",
    ("framework.tools.power_map.known_words", "FORMS_OF_ADDRESS"): "read in people's lists, and never said",
    ("framework.tools.power_map.open_list", "KUMU"): "names of Kumu's own sheets",
    ("framework.tools.power_map.scales", "NUMBER"): "read in people's marks, and never said",
    ("framework.tools.power_map.workbook", "sheets"): "names of a workbook's own XML",
}
"""What stands in a module all the same: by the module, and the name or the function that holds it."""


def words_in(code: str, module: str) -> Iterator[str]:
    """Each text in a module's code that looks like words for people, with its line."""
    tree = ast.parse(code)
    passed = {id(each) for node in ast.walk(tree) for part in _not_for_readers(node, module) for each in ast.walk(part)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for argument in node.args[: SHOWN.get(node.func.id, 0)]:
                if isinstance(argument, ast.Constant) and re.search(r"[A-Za-z]{2}", str(argument.value)):
                    yield f"line {node.lineno}: {argument.value!r}"
        if isinstance(node, ast.JoinedStr) and id(node) not in passed:
            parts = [part for part in node.values if isinstance(part, ast.Constant) and GLUED.search(str(part.value))]
            yield from (f"line {node.lineno}: {part.value!r}" for part in parts)
        match node:
            case ast.Constant(value=str(said)) if id(node) not in passed and WORDS.search(said):
                yield f"line {node.lineno}: {said!r}"


def _not_for_readers(node: ast.AST, module: str) -> Iterator[ast.AST]:
    """The parts of a node that no reader meets."""
    match node:
        case ast.Expr(value=ast.Constant()):
            yield node  # a docstring
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name))) if name in FOR_PROGRAMMERS:
            yield node
        case ast.keyword(arg="class_"):  # for the style sheet
            yield node
        case ast.arg(annotation=ast.expr() as annotation) | ast.AnnAssign(annotation=annotation):
            yield annotation
    if isinstance(node, ast.FunctionDef) and node.returns:
        yield node.returns
    names = [node.name] if isinstance(node, ast.FunctionDef) else _assigned(node)
    if "class_" in names or any((module, name) in NEVER_SAID for name in names):
        yield node


def _assigned(node: ast.AST) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)]


@pytest.mark.parametrize("path", [path for path in MODULES if room(named(path)) in IN_THE_BROWSER], ids=named)
def test_a_module_of_the_browser_holds_no_words(path: Path) -> None:
    told = [*words_in(path.read_text(encoding="utf-8"), named(path))]
    assert told == [], "put it into framework/data/sentences/, and say it by id"


TOLD = (
    'HEAD = {"date": "When they were told"}',
    'NAME = "Nobody"',
    'found = f"{name} gained power"',
    'found = f"{name} say"',
    'raise BadInput(what, "again")',
    'text("fully", x=1)',
)
NOT_TOLD = (
    '"""What this is."""',
    'raise ValueError("no such name")',
    'say("ladder.no-facts", name=name)',
    'element("path", class_="gap wide", viewBox=f"0 0 {wide} {high}")',
    'def add(other: "Counts") -> "Counts": ...',
    '{"at-table": "reports-to"}',
)


@pytest.mark.parametrize("code", TOLD)
def test_words_are_seen(code: str) -> None:
    assert [*words_in(code, "framework.tools.made_up")]


@pytest.mark.parametrize("code", NOT_TOLD)
def test_what_no_reader_meets_is_passed_over(code: str) -> None:
    assert [*words_in(code, "framework.tools.made_up")] == []


def test_what_is_passed_over_by_name_is_still_there() -> None:
    for module, name in NEVER_SAID:
        assert name in (ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"), f"{module}: no {name}"
