"""Every id of a sentence that code, templates or scripts name has its sentence, and every sentence is named."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from framework.content.said import OPEN, NoId, ids_in
from framework.core.words import file_of, spoken
from macros.words import ids_in_script
from tests.conftest import ROOT

PYTHON = ("framework/**/*.py", "macros/*.py", "overrides/hooks/*.py", "publish/*.py")
TEMPLATES = ("macros/templates/**/*.html", "overrides/**/*.html", "overrides/**/*.xml")
SAYING = ("say", "number_seen")
"""What says a sentence in a template, its id first (macros/words.py)."""
JINJA = Environment()


def named() -> Iterator[tuple[str, str]]:
    """The file, from the root, and each id that it names, as a pattern."""
    for path in _files(PYTHON):
        yield from ((_name(path), id_) for id_ in ids_in(path.read_text(encoding="utf-8"), _name(path)))
    for path in _files(TEMPLATES):
        yield from ((_name(path), id_) for id_ in ids_in_template(path.read_text(encoding="utf-8"), _name(path)))
    for path in _files(("overrides/**/*.js",)):
        file = path.relative_to(ROOT / "overrides").as_posix()
        yield from ((_name(path), id_) for id_ in ids_in_script(path.read_text(encoding="utf-8"), file))


def _files(where: tuple[str, ...]) -> list[Path]:
    return sorted(path for each in where for path in ROOT.glob(each))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def ids_in_template(template: str, file: str) -> Iterator[str]:
    """The ids that a template's calls name, each as a pattern."""
    for call in JINJA.parse(template).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in SAYING:
            yield from _ids(call.args[0], f"{file}, line {call.lineno}")


def _ids(node: nodes.Expr, where: str) -> Iterator[str]:
    match node:
        case nodes.Const(value=str(id_)):
            yield re.escape(id_)
        case nodes.CondExpr(expr1=yes, expr2=no):
            yield from _ids(yes, where)
            if no:
                yield from _ids(no, where)
        case nodes.Concat(nodes=[nodes.Const(), *_] as parts):
            yield "".join(re.escape(part.value) if isinstance(part, nodes.Const) else OPEN for part in parts)
        case _:
            raise NoId(f"{where}: the id in say() can't be found in the template. Write it there, or begin it there.")


@pytest.fixture(scope="module")
def ids() -> list[tuple[str, str]]:
    return [*named()]


def test_every_id_that_is_named_has_a_sentence(ids: list[tuple[str, str]]) -> None:
    known = spoken().texts
    nowhere = [
        f"{file} says '{id_}', which is nowhere. Add it to {file_of(re.sub(r'\\(.)', r'\1', id_))}, or mend the id."
        for file, id_ in ids
        if not any(re.fullmatch(id_, each) for each in known)
    ]
    assert nowhere == []


def test_every_sentence_is_named(ids: list[tuple[str, str]]) -> None:
    every = re.compile("|".join({id_ for _, id_ in ids}))
    unnamed = [
        f"{file_of(id_)}: {id_}: nothing says it. Take it out." for id_ in spoken().texts if not every.fullmatch(id_)
    ]
    assert unnamed == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ('<p>{{ say("a.b", count=2) }}</p>', ["a.b"]),
        ('{{ say("a.b" if on else "a.c") }}', ["a.b", "a.c"]),
        ('{{ line(say("a.by-" ~ kind | replace(" ", "-"))) }}', [f"a.by-{OPEN}"]),
    ],
)
def test_ids_in_templates_are_found(template: str, found: list[str]) -> None:
    assert [id_.replace("\\", "") for id_ in ids_in_template(template, "a.html")] == found


def test_an_id_that_cannot_be_found_in_a_template_is_refused() -> None:
    with pytest.raises(NoId, match=r"a\.html, line 2"):
        [*ids_in_template("<p>\n{{ say(id) }}", "a.html")]
