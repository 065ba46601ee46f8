"""Marks around each text of a page in another language, so that the page can tell what is translated and what is not.

They are put there where a text is said, stay there while templates and Markdown make a page of it, and are taken out of
the finished page (`macros/marked.py`). Each is one sign of those that Unicode leaves to programs, and no text has.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from framework.content.language import Language
from framework.content.retell import FIXED, LETTER
from framework.content.roles import in_our_words
from framework.core.words import PLACE, Sentences, Text

FIRST, LAST = 0xF0000, 0xFFFFD
"""The signs that a text may begin with: each stands for one text."""
END = "\ue000"
MARK = re.compile(rf"[{chr(FIRST)}-{chr(LAST)}{END}]|\\udb[89ab][0-9a-f]\\ud[c-f][0-9a-f]{{2}}|\\ue000")
"""A mark as it stands, and as JSON writes it."""
TAG = re.compile(r"<[^>]*>")
NOT_READ = re.compile(r"<(template|select|datalist|dialog|script)\b.*?</\1>", re.DOTALL)
"""What stands in a page and is not read from its top to its end."""
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
SIGNS = re.compile(r"\*\*|__|`")


@dataclass(frozen=True)
class Told:
    """A text as a page in a language says it."""

    english: str
    translated: bool
    own: bool = True
    """Whether it is of what the page is about, and not a sentence that a template says on many pages."""
    checked: bool = False
    """Whether somebody who speaks the language has checked it."""


@dataclass
class Marker:
    """Says texts in a language, each with marks around it."""

    language: Language
    told: list[Told] = field(default_factory=list)
    """Every text that was said, in the order of the signs that they begin with."""
    known: dict[tuple[str, str], int] = field(default_factory=dict)

    def said(self, context: str, text: str) -> str:
        """What is said in place of a text, marked."""
        return self._marked(context, text, self.language.said(context, text), own=True)

    def sentences(self, english: Sentences) -> Sentences:
        """The sentences of code in this language, marked."""
        there = self.language.sentences(english)
        texts = {id_: self._sentence(id_, english.texts[id_], text) for id_, text in there.texts.items()}
        return replace(there, texts=texts)

    def english(self, text: str) -> str:
        """The English of a text that was said: what it begins with tells which. What has no mark is English already."""
        place = place_of(text[:1])
        return bare(text) if place is None else self.told[place].english

    def _sentence(self, id_: str, english: Text, text: Text) -> Text:
        first = english if isinstance(english, str) else english[0]
        if isinstance(text, str):
            return self._marked(id_, first, text, own=False)
        return [self._marked(id_, first, form, own=False) for form in text]

    def _marked(self, context: str, english: str, said: str, own: bool) -> str:
        if not LETTER.search(FIXED.sub("", said)):
            return said
        key = context, english
        if key not in self.known:
            self.known[key] = len(self.told)
            translated = key in self.language.texts
            self.told.append(Told(as_text(english), translated, own, key in self.language.checked))
        return f"{chr(FIRST + self.known[key])}{said}{END}"


def place_of(sign: str) -> int | None:
    """Which text begins with a sign; None for any other sign.

    >>> place_of(chr(FIRST + 2)), place_of("a")
    (2, None)
    """
    return ord(sign) - FIRST if len(sign) == 1 and FIRST <= ord(sign) <= LAST else None


def bare(text: str) -> str:
    """A text without marks.

    >>> bare(f"{chr(FIRST)}Gofyn{END} yn gyntaf")
    'Gofyn yn gyntaf'
    """
    return MARK.sub("", text)


def share_translated(text: str, told: Sequence[Told]) -> float:
    """How much of a page's text is translated, from 0 to 1, by its letters. What has no marks is passed over.

    Where that is less of what the page is about than of all that it says, it is that.

    >>> page = f"<p>{chr(FIRST)}Gofyn{END} {chr(FIRST + 1)}first or{END} {chr(FIRST + 2)}Argraffu{END}</p>"
    >>> share_translated(page, [Told("Ask", True), Told("first or", False), Told("Print", True, own=False)])
    0.4166...
    """
    counted: Counter[tuple[bool, bool]] = Counter()
    opened: list[int] = []
    read, done = TAG.sub("", NOT_READ.sub("", text)), 0
    for mark in MARK.finditer(read):
        if opened:
            now = told[opened[-1]]
            counted[now.own, now.translated] += len(LETTER.findall(read, done, mark.start()))
        done = mark.end()
        if (place := place_of(mark[0])) is not None:
            opened.append(place)
        else:
            opened = opened[:-1]
    own = _share(counted[True, True], counted[True, False])
    return min(own, _share(counted[True, True] + counted[False, True], counted[True, False] + counted[False, False]))


def _share(translated: int, english: int) -> float:
    """A share; all, where there is nothing."""
    return translated / (translated + english) if translated + english else 1


def as_text(english: str) -> str:
    """A text as it can be shown by itself: without the signs of Markdown and HTML, its places open.

    >>> as_text("**{name}** asks {a landlord} in [the hall](id:hall)")
    '… asks a landlord in the hall'
    """
    text = SIGNS.sub("", LINK.sub(r"\1", TAG.sub("", in_our_words("", english))))
    return PLACE.sub("…", re.sub(r"\{[{%].*?[}%]\}", "…", text))
