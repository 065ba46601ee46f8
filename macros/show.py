"""Templates filled with the framework. A template gives one block of HTML, which Markdown passes on as it is."""

import json
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown import Markdown
from markupsafe import Markup
from mkdocs.utils import get_relative_url

from framework.again import again
from framework.content.address import BINDER_FILE, address, word_file, words
from framework.content.examples import examples
from framework.content.law import points_in, points_of, standing_in
from framework.content.model import Form, Framework, Identified, Principle, Stage, Tool, items, numbered_titles
from framework.content.offers import offers
from framework.content.pictures.marks import precept_mark, principle_mark
from framework.content.pictures.steering_group import steering_group
from framework.content.pictures.wheel import wheel
from framework.content.retell import Said
from framework.content.roles import in_our_words
from framework.content.visible import LINK
from framework.content.worked_examples import name_of
from framework.core.answers import SIDES, read_answers
from framework.core.guide import Guide
from framework.core.questions import Assessment
from framework.draw.svg import side_mark
from framework.fork.brand import Brand
from framework.fork.changelog import Changes
from framework.group.workspace import MOST_BYTES, parts
from framework.published import browser_json, form_json, worked_examples_json
from framework.tools.answer_code.code import MARKS, ORDERS
from framework.tools.standing.picture import describe, health_picture
from framework.tools.standing.rules import assess
from macros.canvas import canvas, canvas_fields, room
from macros.compiled import Compiled
from macros.examples import answered
from macros.filled_in import date_in_words, paragraphs, table_rows
from macros.form_parts import parts_of
from macros.power_map import power_map
from macros.stopped import why
from macros.words import bound, listed, number_seen, say, sentences_for

ROOT = Path(__file__).parents[1]
IMPORT = re.compile(r'^import [^"]*"(\.[^"]+)";$', re.MULTILINE)
LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
COMPILED = Compiled("pages")
WORDS_A_MINUTE = 180
"""How fast people read on a screen when they want to understand."""


@dataclass
class Shower:
    """Fills templates for pages at any address."""

    framework: Framework
    brand: Brand
    changes: Changes = field(default_factory=Changes)
    said: Said = in_our_words
    """What is said in place of a text of the guide, for the examples."""
    markdown: Markdown = field(default_factory=Markdown)
    original: Framework | None = None
    """The guide without what its copy changes; None where it is the same."""
    whole: Framework | None = None
    """With what no page shows, which examples may name all the same; None where there is none."""
    drawings: bool = False
    """Whether a drawing stands beside each thing that is said, as easy read has it."""
    english: Callable[[str], str] | None = None
    """The English of a text that a page says in another language; None where pages are in English."""
    direction: str = "ltr"
    """That of the page's language."""

    @cached_property
    def known(self) -> dict[str, Identified]:
        """Every item by its id."""
        return {item.id: item for item in items(self.framework)}

    @cached_property
    def guides(self) -> dict[str, Identified]:
        """Every item by its id, as the guide has it: what is said of the framework is true of that."""
        return {item.id: item for item in items(self.original or self.framework)}

    @cached_property
    def named_in_framework(self) -> frozenset[str]:
        """The ids of the tools that the framework names."""
        return frozenset(tool for each in (self.original or self.framework).principles for tool in each.tools)

    @cached_property
    def scripts(self) -> Callable[[str], tuple[list[str], Markup]]:
        """What a script imports at once, and what it says: looked up once, for many pages have the same."""
        return cache(lambda path: (imported(path), sentences_for([path, *imported(path, later=True)])))

    @cached_property
    def environment(self) -> Environment:
        """Where templates are found: the pages' own, and those of the widgets."""
        environment = Environment(
            loader=FileSystemLoader([ROOT / "macros" / "templates", ROOT / "overrides" / "widgets"]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=COMPILED,
        )
        environment.globals.update(
            framework=self.framework,
            brand=self.brand,
            changes=self.changes,
            changed=self.changes.told_at,
            in_part=self.changes.in_part,
            guides=self.guides,
            kind_of=kind_of,
            known=self.known,
            titles=numbered_titles(self.framework),
            words=words,
            say=say,
            english=self.english,
            direction=self.direction,
            bound=bound,
            number_seen=number_seen,
            listed=listed,
            address=address,
            word_file=word_file,
            binder_file=BINDER_FILE,
            offers=partial(offers, self.framework.tools),
            marks=MARKS,
            orders=ORDERS,
            most_bytes=MOST_BYTES,
            principle_mark=principle_mark,
            precept_mark=precept_mark,
            SIDES=SIDES,
            FORMS=get_args(Form.__value__),
            STAGES=get_args(Stage.__value__),
            side_mark=side_mark,
            drawings=self.drawings,
            wheel=wheel,
            steering_group=steering_group,
            power_map=partial(power_map, self.said),
            canvas=partial(canvas, self.framework),
            canvas_room=room,
            canvas_fields=canvas_fields,
            form_json=lambda tool: in_script(form_json(tool)),
            example_json=lambda tool: in_script(worked_examples_json(self.framework)[tool.id]),
            health_picture=health_picture,
            describe=describe,
            example_result=partial(example_result, said=self.said),
            answered=partial(answered, self.whole or self.framework, said=self.said),
            kept_parts=lambda: parts(Guide(browser_json(self.framework))),
            examples={example.tool: example for example in self.framework.worked_examples},
            name_of=name_of,
            paragraphs=paragraphs,
            parts_of=parts_of,
            table_rows=table_rows,
            date_in_words=date_in_words,
            law_in=points_in,
            law_of=points_of,
            law_standing=lambda: standing_in(self.framework),
            named_by=self.named_by,
            named_in_framework=self.named_in_framework,
            helping=self.helping,
            minutes_to_read=minutes_to_read,
            measured=json.loads((ROOT / "bench" / "results.json").read_text(encoding="utf-8")),
            numbered=lambda rows: [(str(row), say("form.row", number=row)) for row in range(1, rows + 1)],
        )
        return environment

    def show(self, url: str, template: str, id_: str | None, **more: Any) -> str:
        """A template filled for the page at `url` (below the site's own address).

        Raises `Stopped`, which says in a sentence why that can't be done.
        """

        def href(target: str) -> str:
            """The relative address of an item by its id, or of a path on the site."""
            item = self.known.get(target)
            return get_relative_url(address(item) if item else target, url)

        def prose(text: str) -> Markup:
            """Markdown as HTML; links to ids as links to their pages, and to what has none as words."""
            linked = LINK.sub(
                lambda found: f"[{found[1]}]({href(found[2])})" if found[2] in self.known else found[1], text
            )
            return Markup(again.made(("prose", linked), lambda: self.markdown.reset().convert(linked)))

        def line(text: str) -> Markup:
            """Markdown as HTML for the inside of a line."""
            return Markup(prose(text).removeprefix("<p>").removesuffix("</p>"))

        def script(path: str) -> Markup:
            """A module of ours, what it says, and all that it imports asked for at once: not one after the other."""
            modules, said = self.scripts(path)
            preloads = (f'<link rel="modulepreload" href="{href(each)}">' for each in modules)
            return Markup("").join(
                Markup(tag) for tag in (*preloads, said, f'<script type="module" src="{href(path)}"></script>')
            )

        try:
            filled = self.environment.get_template(f"{template}.html").render(
                href=href, prose=prose, line=line, script=script, item=self.known[id_] if id_ else None, **more
            )
        except Exception as error:
            raise why(error, id_) from error
        return re.sub(r"\n\s*\n+", "\n", filled)  # a blank line would end the block of HTML

    @cached_property
    def _naming(self) -> dict[str, list[Principle]]:
        return _grouped((tool, principle) for principle in self.framework.principles for tool in principle.tools)

    @cached_property
    def _helpers(self) -> dict[str, list[Tool]]:
        return _grouped((action, tool) for tool in self.framework.tools for action in tool.helps_with)

    def named_by(self, tool: Tool) -> list[Principle]:
        """The principles under which the framework names a tool."""
        return self._naming.get(tool.id, [])

    def helping(self, action: str) -> list[Tool]:
        """The tools that help to carry out an action."""
        return self._helpers.get(action, [])


def _grouped[T](pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def example_result(widget: str, id_: str, assessment: Assessment, said: Said = in_our_words) -> dict[str, Any] | None:
    """An example of a widget with the result that its answers give; None where it is of another assessment."""
    example = examples(widget, said)[id_]
    if example["assessment"] != assessment.id:
        return None
    known = {statement.id for statement in assessment.statements}
    answers = {id_: answer for id_, answer in example["answers"].items() if id_ in known}
    given = read_answers(assessment, example["version"], example["side"], answers)
    return {"title": example["title"], "result": assess(given)}


def in_script(text: str) -> str:
    """JSON that may stand in a script element.

    >>> in_script('"</script>"')
    '"\\\\u003c/script>"'
    """
    return text.replace("<", "\\u003c")


def kind_of(item: Identified) -> Markup:
    """What kind of thing an item is, in words for readers.

    >>> from framework.content.model import Word
    >>> kind_of(Word(id="word.veto", origin="ours", term="veto", meaning="The power to stop a decision."))
    Markup('word')
    """
    name = re.sub(r"(?<!^)(?=[A-Z])", "-", type(item).__name__).lower()
    return say(f"kinds.{name}")


def minutes_to_read(*texts: str) -> int:
    """How many minutes it takes to read some texts, at least one.

    >>> minutes_to_read("word " * 400)
    3
    """
    return max(1, -(-sum(len(text.split()) for text in texts) // WORDS_A_MINUTE))


def imported(path: str, later: bool = False) -> list[str]:
    """The modules that a script of ours imports, and that those import, by their path below `overrides/`.

    With `later`, those too that it imports only when someone wants them.

    >>> imported("widgets/print-page/print-page.js")
    ['widgets/shared/find.js']
    """
    found: list[str] = []
    waiting = [path]
    while waiting:
        each = waiting.pop(0)
        code = (ROOT / "overrides" / each).read_text(encoding="utf-8")
        for target in [*IMPORT.findall(code), *(LATER.findall(code) if later else ())]:
            module = os.path.normpath(f"{os.path.dirname(each)}/{target}")  # noqa: PTH120 (an address, not a file)
            if module not in found:
                found.append(module)
                waiting.append(module)
    return found
