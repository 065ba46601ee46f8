"""Sentences for templates and scripts: escaped where they stand, and with places that a script fills later."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from markdown import Markdown
from markupsafe import Markup, escape

from framework.again import again
from framework.content.language import by_plural_name
from framework.content.said import OPEN, Named, NoId
from framework.core import words
from framework.core.words import COUNT, fill, form, spoken

MARKDOWN = Markdown()
OVERRIDES = Path(__file__).parents[1] / "overrides"
CALL = re.compile(r"""(?<![\w.])(?<!function )say\((?:\s*(["'`])([\w.${}-]+)\1\s*[,)])?""")
"""A call of `say` in a script, with its id where it stands there, as a text or a template."""
SHARED = 'words.js"'
"""What every script that says something imports. Others may have a `say` of their own."""
FILLED = re.compile(r"\$\{[^}]*\}")


def say(id_: str, /, **places: object) -> Markup:
    """The sentence of an id, its places filled: text as text, and `Markup` as it is.

    >>> from framework.core.words import Sentences, speak
    >>> before = spoken()
    >>> speak(Sentences({"room.full": "{name} & {rest} isn't here"}))
    >>> say("room.full", name="<Ann>", rest=bound("rest"))
    Markup('&lt;Ann&gt; &amp; <span data-text="rest"></span> isn\\'t here')
    >>> speak(before)
    """
    escaped = {name: escape(value) for name, value in places.items()}
    return Markup(fill(_escaped(form(id_, places)), escaped, id_))


def bound(name: str, href: str = "") -> Markup:
    """A place that a script fills with `fill` of `widgets/shared/fill.js`, by the name that its data has for it.

    With `href`, the name of an address, a link.
    """
    if href:
        return Markup('<a data-href="{}" data-text="{}"></a>').format(href, name)
    return Markup('<span data-text="{}"></span>').format(name)


def number_seen(id_: str, count: int) -> Markup:
    """A sentence of which those who see get the number alone, and those who hear get all.

    >>> from framework.core.words import Sentences, speak
    >>> before = spoken()
    >>> speak(Sentences({"room.points": ["{count} point", "{count} points"]}))
    >>> number_seen("room.points", 1)
    Markup('1<span class="visually-hidden"> point</span>')
    >>> speak(before)
    """
    heard = Markup('<span class="visually-hidden">{}</span>')
    parts = form(id_, {COUNT: count}).split(f"{{{COUNT}}}")
    return Markup(count).join(heard.format(part) if part else Markup("") for part in parts)


def listed(texts: Sequence[str]) -> Markup:
    """Texts as a list in a line, escaped."""
    return escape(words.listed(texts))


def _escaped(text: str) -> str:
    """A text as HTML. Apostrophes stay: our attributes stand in double quotes, and words are looked up as they are."""
    return str(escape(text)).replace("&#39;", "'")


def sentences_for(modules: Iterable[str]) -> Markup:
    """What some modules of `overrides/` say, for `widgets/shared/words.js` to read; nothing where they say nothing."""
    ids = Named(id_ for module in modules for id_ in ids_in_script((OVERRIDES / module).read_text("utf-8"), module))
    texts = {
        id_: text if isinstance(text, str) else by_plural_name(text, spoken())
        for id_, text in spoken().texts.items()
        if id_ in ids
    }
    if not texts:
        return Markup("")
    written = json.dumps(texts, ensure_ascii=False).replace("<", "\\u003c")
    return Markup(f'<script type="application/json" data-sentences>{written}</script>')


def ids_in_script(code: str, file: str) -> Iterator[str]:
    """The ids that a script's calls of `say` name, each as a pattern. Raises `NoId` for a call that names none.

    >>> code = 'import { say } from "../shared/words.js"; say("ladder-quiz.remove", { name }); say(`sides.${side}`)'
    >>> [*ids_in_script(code, "a.js")]
    ['ladder\\\\-quiz\\\\.remove', 'sides\\\\.[a-z0-9-]+']
    """
    if SHARED not in code:
        return
    for call in CALL.finditer(code):
        if not call[2]:
            line = code.count("\n", 0, call.start()) + 1
            raise NoId(f"overrides/{file}, line {line}: the id in say() can't be found in the code. Write it there.")
        yield OPEN.join(re.escape(part) for part in FILLED.split(call[2]))


def line(text: str) -> Markup:
    """Markdown as HTML for the inside of a line. For links, a sentence has places: `[your work]({work})`.

    >>> line("See **it**.")
    Markup('See <strong>it</strong>.')
    """
    html = again.made(("prose", text), lambda: MARKDOWN.reset().convert(text))
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))
