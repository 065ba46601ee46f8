"""What people read of the framework, text by text: gathered for a catalogue, or said anew from one.

A text is known by its context, the nearest id and the key that it stands under ('common-vision.recap text'), and by
its English. Which fields hold words for readers follows from their types; what is a name for programs is said here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, TypeAliasType, cast, get_args, get_origin, get_type_hints

from framework.content.model import Canvas, Field, Framework, MarkKind, PointOfLaw, Publication, WorkedExample
from framework.core.questions import Assessment
from framework.core.words import Sentences

type Said = Callable[[str, str], str]
"""What is said in place of a text, by its context and its English."""

FIXED = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{\w[^{}]*\}|`+[^`]+`+|\]\([^)]*\)|</?[a-zA-Z][^>]*>|https?://\S+", re.DOTALL
)
"""The parts of a text that are no words: places to fill, roles, code, addresses of links, HTML."""
LETTER = re.compile(r"[^\W\d_]")
IDS = {
    "id",
    "cites",
    "tools",
    "helps_with",
    "principles",
    "leads_to",
    "bears_on",
    "draws_on",
    "assessment",
    "tool",
    "law",
}
NAMES = {"url", "version", "retired_in", "authors", "published_in"}
NAMES_OF: dict[type, set[str]] = {
    Publication: {"title"},
    Assessment: {"rule", "lists", "screen"},
    WorkedExample: {"chosen"},
    Field: {"takes", "sends", "carries", "draws", "days"},
    Canvas: {"title", "links"},
    MarkKind: {"tables", "named_in"},
    PointOfLaw: {"source", "dated", "looked_at"},
}
"""What is a name only here: another work's title, the room whose rules reckon the answers and the address that they go
to, the options chosen, where what is offered comes from, which fields are drawn."""


def as_it_is(context: str, text: str) -> str:  # noqa: ARG001 (asked as all others are)
    """The text itself.

    >>> as_it_is("common-vision title", "A common vision")
    'A common vision'
    """
    return text


def retold(framework: Framework, said: Said) -> Framework:
    """The framework with all that people read said anew."""
    return cast(Framework, _retold(framework, "", (), said))


def sentences_retold(sentences: Sentences, said: Said) -> Sentences:
    """Sentences said anew, each form by itself."""
    texts = {
        id_: said(id_, text) if isinstance(text, str) else [said(id_, form) for form in text]
        for id_, text in sentences.texts.items()
    }
    return replace(sentences, texts=texts)


def heard(retell: Callable[[Said], object]) -> list[tuple[str, str]]:
    """The texts that are asked for where something is said anew, each with its context.

    >>> heard(lambda said: [said("a text", "Ask"), said("another", "first")])
    [('a text', 'Ask'), ('another', 'first')]
    """
    found: list[tuple[str, str]] = []

    def said(context: str, text: str) -> str:
        found.append((context, text))
        return text

    retell(said)
    return found


def with_edges(context: str, text: str, said: Said) -> str:
    """A text said anew, with the spaces and line ends around it as they were; the text itself where it has no letter.

    >>> with_edges("a text", "Ask first.\\n", lambda context, text: f"{context}: {text}")
    'a text: Ask first.\\n'
    """
    inside = text.strip()
    if not LETTER.search(inside):
        return text
    start = text.index(inside)
    return text[:start] + said(context, inside) + text[start + len(inside) :]


def _retold(part: Any, id_: str, keys: tuple[str, ...], said: Said) -> Any:
    if is_dataclass(part):
        own = getattr(part, "id", None)
        id_, keys = (own, ()) if own else (id_, keys)
        values = {
            name: _retold(getattr(part, name), id_, (*keys, name), said) for name in _words_of(cast(type, type(part)))
        }
        return replace(cast(Any, part), **values)
    if isinstance(part, tuple):
        return tuple(_retold(each, id_, keys, said) for each in part)
    if isinstance(part, dict):
        return {key: _retold(each, id_, (*keys, key), said) for key, each in part.items()}
    return with_edges(" ".join((id_, *keys)).strip(), part, said) if isinstance(part, str) else part


@cache
def _words_of(kind: type) -> tuple[str, ...]:
    """The fields of a class that hold words for readers, or parts that may."""
    hints = get_type_hints(kind)
    passed_over = {"version"} if kind is Framework else IDS | NAMES | NAMES_OF.get(kind, set())
    return tuple(
        each.name for each in fields(cast(Any, kind)) if each.name not in passed_over and _holds_words(hints[each.name])
    )


def _holds_words(hint: Any) -> bool:
    """Whether what a hint allows may hold words: one of a few names is none."""
    return any(each is str or is_dataclass(each) for each in _types(hint))


def _types(hint: Any) -> Iterator[Any]:
    if isinstance(hint, TypeAliasType):
        hint = hint.__value__
    if get_origin(hint) is Literal:
        return
    inner = get_args(hint)
    if get_origin(hint) is dict:
        inner = inner[1:]  # the keys are names
    if not inner:
        yield hint
    for each in inner:
        yield from _types(each)
