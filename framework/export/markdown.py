"""A filled-in form as Markdown, for a committee system, a wiki or an email."""

import re
from collections.abc import Iterator, Sequence

from framework.core.words import say
from framework.export.form import Answers, Form, FormField, tidy, words

SIGNS = re.compile(r"([\\`*_\[\]#|])")
ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;"})
"""What begins HTML or means something in some kinds of Markdown, and has no escape in all of them."""
BEGINS = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)", re.MULTILINE)
"""What begins a list at the start of a line."""


def markdown(form: Form, answers: Answers) -> str:
    """The form as Markdown: a heading for each question, its tables as tables."""
    parts = [f"# {plain(form.name)}", plain(form.summary)]
    level = "##"
    for each in form.fields:
        if each.part:
            parts.append(f"## {plain(each.part)}")
            level = "###"
        parts += [f"{level} {plain(each.label)}", "\n".join(_answer(form, each, answers))]
    return "\n\n".join([*parts, f"*{plain(form.credit)}*"]) + "\n"


def plain(text: str) -> str:
    r"""A text in which nothing is Markdown. A new line is a break.

    >>> plain("*Keys*\n1. Rent")
    '\\*Keys\\*  \n1\\. Rent'
    """
    escaped = SIGNS.sub(r"\\\1", tidy(text)).translate(ENTITIES)
    return BEGINS.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", escaped).replace("\n", "  \n")


def _answer(form: Form, field: FormField, answers: Answers) -> Iterator[str]:
    if field.kind in ("table", "sides"):
        yield _row(field.headings)
        yield _row(["---"] * len(field.headings), as_it_is=True)
        yield from map(_row, field.grid(answers))
    elif field.kind == "ticks":
        chosen = field.chosen(answers)
        yield from (f"- [{'x' if option in chosen else ' '}] {plain(shown)}" for option, shown in field.options.items())
    else:
        text = form.shown(field.id, answers.get(field.id, ())) if words(answers, field.id) else say("word.nothing")
        yield plain(text)


def _row(cells: Sequence[str], as_it_is: bool = False) -> str:
    written = cells if as_it_is else [plain(cell).replace("  \n", "<br>") for cell in cells]
    return f"| {' | '.join(written)} |"
