"""Templates hold no words of their own: each says its sentences by id, so that a translation finds them all."""

import re
from collections.abc import Iterator
from dataclasses import fields
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args, override

import pytest
from jinja2 import Environment

from framework.content.model import Field, Form, Framework, Stage, items
from framework.core.item import Item
from framework.core.words import spoken
from framework.fork.brand import Kind
from framework.fork.changelog import NOT_WORDS
from macros.show import ROOT, kind_of
from tests.reading import READ_OUT

WHERE = ("macros/templates/**/*.html", "overrides/*.html", "overrides/*.xml", "overrides/widgets/**/*.html")
"""Which templates are held to it."""
NAMES = {"TLAP", "IAP2"}
"""Words that stand in a template: names of bodies, which are the same in every language."""
VALUES = {"cold result", "return result", "second result"}
"""Texts in a template's code that look like words for readers: names that bench/results.json has for its rows."""
WORD = re.compile(r"[^\W\d_]{2}")
PROSE = re.compile(r"[^\W\d_][,.:;]? [^\W\d_]|^[A-Z][a-z]")
"""A text in code that is more than a name for programs: several words, or one with a capital."""
TEMPLATES = sorted(path for each in WHERE for path in ROOT.glob(each))
JINJA = Environment()


class _Words(HTMLParser):
    """Collects what people read or hear of a page: its texts, and what is read out of tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.code = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.code = tag in ("script", "style")
        self.found += [value for name, value in attrs if value and name in READ_OUT]

    @override
    def handle_endtag(self, tag: str) -> None:
        self.code = False

    @override
    def handle_data(self, data: str) -> None:
        if not self.code:
            self.found.append(data)


def own_words(template: str) -> Iterator[str]:
    """The words for readers that stand in a template, in its HTML or as texts in its code."""
    page = _Words()
    for _, kind, written in JINJA.lex(template):
        if kind == "data":
            page.feed(written)
        elif kind == "string" and PROSE.search(written[1:-1]) and written[1:-1] not in VALUES:
            yield written
    page.close()
    yield from (text.strip() for text in page.found if WORD.search(text) and text.strip() not in NAMES)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_template_has_no_words_of_its_own(path: Path) -> None:
    found = [*own_words(path.read_text(encoding="utf-8"))]
    mend = "Put each into framework/data/sentences/, and say it by its id."
    assert found == [], f"{path.relative_to(ROOT)}: these words stand in the template: {found}. {mend}"


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>{{ one }} minutes</p>", ["minutes"]),
        ('<a href="{{ there }}"{% if on %} aria-label="Go there"{% endif %}>{{ say("a.go") }}</a>', ["Go there"]),
        ('{{ "A resident" }}', ['"A resident"']),
        ('{{ "Your notes" if mine else "The form" }}', ['"Your notes"', '"The form"']),
        ('{% set NAMES = {"form": "Draw together"} %}', ['"Draw together"']),
        ("<svg><title>{# why #}A map</title></svg>", ["A map"]),
        ("<script>const here = 1;</script><p>Here</p>", ["Here"]),
        ('<p class="a note">{{ say("room.people", count=n) }} · {{ x | join(", ") }}: 3 &amp; 4</p>', []),
    ],
)
def test_words_in_a_template_are_found(template: str, found: list[str]) -> None:
    assert [*own_words(template)] == found


def test_every_kind_of_thing_has_a_name(framework: Framework) -> None:
    assert {str(kind_of(item)) for item in items(framework)} >= {"tool", "check", "case study", "part of a form"}
    names = {f"form-{form}" for form in get_args(Form.__value__)} | {
        f"stage-{each}" for each in get_args(Stage.__value__)
    }
    assert {f"kinds.{name}" for name in names} <= spoken().texts.keys()


def test_whoever_publishes_a_copy_and_whatever_it_replaces_can_be_said() -> None:
    kinds = {kind.replace(" ", "-").replace("'", "") for kind in get_args(Kind.__value__)}
    keys = {each.name for shape in (*_below(Item), Field) for each in fields(shape)} - NOT_WORDS
    wanted = {f"by-{kind}" for kind in kinds} | {f"key-{key.replace('_', '-')}" for key in keys}
    assert {f"changed-page.{each}" for each in wanted} <= spoken().texts.keys()


def _below(shape: type[Item]) -> Iterator[type[Item]]:
    for each in shape.__subclasses__():
        yield each
        yield from _below(each)
