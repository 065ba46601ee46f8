"""What a translation has to keep: numbers, choices that can be told apart, buttons that fit, one term for one thing.

What would break a page, such as a place or a link, is seen where a catalogue is read (`framework.content.language`).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from framework.content.language import Language
from framework.content.retell import FIXED
from framework.core.item import Shape

ROOT = Path(__file__).parents[2]
TEMPLATES = ("overrides", "macros/templates")
BUTTON = re.compile(r"<button\b[^>]*>(.*?)</button>", re.DOTALL)
SAID = re.compile(r"""\bsay\(["']([\w.-]+)["']""")
NUMBER = re.compile(r"\d+")
CHOICE = re.compile(r".* (answers|options)|.* states .* name|sides\.(resident|organisation|other)")
"""The context of what people choose among."""
ROOM = 10
"""Letters that a button has to spare, beside twice its English."""
WORD = re.compile(r"[^\W\d_]{2,}")
ENGLISH, EASY = "en", "en-simple"
LONGEST_EASY = 15
"""Words in a sentence of easy read: the Department of Health's guidance of 2010 says that more is hard to read."""
SENTENCE = re.compile(r"(?<=[.?!:;])\**\s+|\n+")
NO_SENTENCE = re.compile(r"search\.passed-over")
"""What is a list of words for a program."""

type Wrong = Iterator[tuple[str, str, str]]
"""The context of a message, what is wrong with it, and how to mend it."""


@dataclass(frozen=True, kw_only=True)
class Term(Shape):
    """How a language calls a thing, wherever it is meant."""

    english: str
    """The English term, in small letters."""
    said: tuple[str, ...]
    """What stands in its place: as much of the word as never changes, and other words where the language needs them."""
    reason: str
    """Why this one."""


def wrong_in(language: Language, terms: Sequence[Term], same: Sequence[str]) -> Wrong:
    """All that is wrong with a translation. `same` are texts that are the same in English, such as names."""
    yield from _numbers(language)
    yield from _choices(language)
    yield from _buttons(language)
    if language.code.split("-")[0] != ENGLISH:
        yield from _english_left(language, same)
    if language.code == EASY:
        yield from _long_sentences(language)
    yield from _terms(language, terms)


def _numbers(language: Language) -> Wrong:
    for (context, english), forms in language.texts.items():
        wanted, found = _numbers_in(english), _numbers_in(forms[0])
        if len(forms) == 1 and found != wanted:
            what = f"its numbers are {', '.join(found) or 'none'}, in English {', '.join(wanted) or 'none'}"
            yield context, what, "Keep each number, as a number."


def _numbers_in(text: str) -> list[str]:
    """The numbers of a text in order of size, whatever digits it has.

    >>> _numbers_in("from 3 to 12, {rung1} and ٣")
    ['12', '3', '3']
    """
    found = NUMBER.findall(FIXED.sub(" ", text))
    return sorted("".join(str(unicodedata.digit(digit)) for digit in number) for number in found)


def _choices(language: Language) -> Wrong:
    by_context: Mapping[str, dict[str, str]] = defaultdict(dict)
    for (context, english), forms in language.texts.items():
        if CHOICE.fullmatch(context):
            group = (
                context.rpartition(".")[0]
                if context.startswith("sides.")
                else re.sub(r" states .*", " states", context)
            )
            said = by_context[group]
            if forms[0] in said.values() and said.get(english) != forms[0]:
                yield context, f"two choices are '{forms[0]}'", "Say them so that each can be told from the others."
            said[english] = forms[0]


def _buttons(language: Language) -> Wrong:
    for (context, english), forms in language.texts.items():
        longest, most = max(map(len, forms)), 2 * len(english) + ROOM
        if context in on_buttons() and longest > most:
            what = f"it is on a button, and has {longest} letters; there is room for {most}"
            yield context, what, "Say it in fewer words."


@cache
def on_buttons() -> frozenset[str]:
    """The ids of the sentences that stand on buttons, from the templates."""
    paths = [path for folder in TEMPLATES for path in sorted((ROOT / folder).rglob("*.html"))]
    inside = (button for path in paths for button in BUTTON.findall(path.read_text(encoding="utf-8")))
    return frozenset(id_ for button in inside for id_ in SAID.findall(button))


def _long_sentences(language: Language) -> Wrong:
    for (context, _), forms in language.texts.items():
        for sentence in SENTENCE.split(forms[0]) if not NO_SENTENCE.fullmatch(context) else ():
            count = len(FIXED.sub("", sentence).split())
            if count > LONGEST_EASY:
                what = f"a sentence has {count} words: '{sentence[:60]}…'"
                yield context, what, f"Say one thing in a sentence, in {LONGEST_EASY} words or fewer."


def _english_left(language: Language, same: Sequence[str]) -> Wrong:
    for (context, english), forms in language.texts.items():
        if english in same or len(WORD.findall(FIXED.sub(" ", english))) < 2:
            continue
        if english in forms:
            yield context, "it is still English", "Translate it. If it is a name, put it below 'same' in language.yaml."


def _terms(language: Language, terms: Sequence[Term]) -> Wrong:
    for term in terms:
        meant = re.compile(rf"\b{re.escape(term.english)}s?\b", re.IGNORECASE)
        for (context, english), forms in language.texts.items():
            if meant.search(FIXED.sub(" ", english)) and not any(
                said.casefold() in form.casefold() for said in term.said for form in forms
            ):
                mend = f"Write '{term.said[0]}', as terms.yaml has it, or add there what else it may be."
                yield context, f"'{term.english}' is not called '{term.said[0]}'", mend
