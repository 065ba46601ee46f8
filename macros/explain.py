"""Words of the glossary, explained where they stand: the first of each on a page links to its meaning.

Without script the link leads to the glossary. With script it opens the meaning, which stands at the end of the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from mkdocs.utils import get_relative_url
from selectolax.lexbor import LexborNode

from framework.content.address import address
from framework.content.model import Word
from framework.core.characters import LETTER_MARKS, WORD
from macros.tree import fragment, texts

UNTOUCHED = {"a", "button", "code", "figure", "form", "h1", "h2", "h3", "h4", "label", "legend", "script", "style"}
UNTOUCHED |= {"summary", "svg", "template", "textarea", "title", "dt", "th", "nav", "option", "select"}
MARKS = ("data-plain", "data-unexplained")
"""Inside these elements, or inside anything with these attributes, a link would be wrong, or would stand in the way."""


def explain(tree: LexborNode, glossary: tuple[Word, ...], url: str) -> None:
    """Link the first of each glossary word on the page at `url`, and put the meanings at its end.

    >>> page = fragment("<h2>The veto</h2><p>Who has a veto?</p>")
    >>> veto = Word(id="word.veto", origin="ours", term="veto", meaning="The power to stop a decision.")
    >>> explain(page, (veto,), "about/")
    >>> str(page.inner_html)[:96]
    '<h2>The veto</h2><p>Who has a <a class="word" href="../glossary/#word.veto" data-word="word.veto'
    """
    if not glossary:
        return
    terms = _terms(glossary)
    found: dict[str, Word] = {}
    for text in texts(tree, UNTOUCHED, MARKS):
        said, done = text.text_content or "", 0
        for match in terms.within(said):
            word = terms.forms[match[0].lower()]
            if word.id in found:
                continue
            found[word.id] = word
            text.insert_before(said[done : match.start()])
            text.insert_before(_link(text, match[0], word, url), move=True)
            done = match.end()
        if done:
            text.replace_with(said[done:])
    for meaning in fragment("".join(map(_meaning, found.values()))).iter():
        tree.insert_child(meaning)


@dataclass(frozen=True)
class _Terms:
    """The glossary's words in all their forms."""

    forms: dict[str, Word]
    """By each form, in small letters."""
    firsts: frozenset[str]
    """What any form begins with: asked first, for most words of a page begin none, and to try every form takes long."""
    pattern: re.Pattern[str]

    def within(self, said: str) -> Iterator[re.Match[str]]:
        """Where forms stand in a text, the longest that fits at each place."""
        done = 0
        for first in WORD.finditer(said):
            if first.start() >= done and first[0].lower() in self.firsts:
                match = self.pattern.match(said, first.start())
                if match:
                    done = match.end()
                    yield match


@lru_cache(maxsize=1)
def _terms(glossary: tuple[Word, ...]) -> _Terms:
    forms = {form.lower(): word for word in glossary for form in (word.term, *word.forms)}
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?![\w{LETTER_MARKS}])", re.IGNORECASE)
    return _Terms(forms, frozenset(WORD.findall(form)[0] for form in forms), pattern)


def _link(text: LexborNode, said: str, word: Word, url: str) -> LexborNode:
    link = text.parser.create_node("a")
    link.attrs["class"] = "word"
    link.attrs["href"] = get_relative_url(address(word), url)
    link.attrs["data-word"] = word.id
    link.insert_child(said)
    return link


def _meaning(word: Word) -> str:
    return (
        f'<div class="meaning" id="meaning.{word.id}" popover data-search-exclude>'
        f"<p><b>{escape(word.term)}</b> {escape(word.meaning.strip())}</p></div>"
    )
