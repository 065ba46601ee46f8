"""Words of the glossary, explained where they stand: the first of each on a page links to its meaning.

Without script the link leads to the glossary. With script it opens the meaning, which stands at the end of the page.
"""

import re
from functools import lru_cache
from html import escape
from typing import override

from mkdocs.utils import get_relative_url

from framework.content.address import address
from framework.content.model import Word
from macros.copier import Copier

UNTOUCHED = {"a", "button", "code", "figure", "form", "h1", "h2", "h3", "h4", "label", "legend", "script", "style"}
UNTOUCHED |= {"summary", "svg", "template", "textarea", "title", "dt", "th", "nav", "option", "select"}
"""Inside these a link would be wrong, or would stand in the way. So it would inside anything with these
attributes: `data-plain`, `data-unexplained`."""


def explain(html: str, glossary: tuple[Word, ...], url: str) -> str:
    """The HTML of a page at `url`, with the first of each glossary word linked, and the meanings put at its end.

    >>> veto = Word(id="word.veto", origin="ours", term="veto", meaning="The power to stop a decision.")
    >>> explain("<h2>The veto</h2><p>Who has a veto?</p>", (veto,), "about/")[:78]
    '<h2>The veto</h2><p>Who has a <a class="word" href="../glossary/#word.veto" da'
    """
    linker = _Linker(glossary, url)
    copy = linker.copied(html)
    notes = (
        f'<div class="meaning" id="meaning.{word.id}" popover data-search-exclude>'
        f"<p><b>{escape(word.term)}</b> {escape(word.meaning.strip())}</p></div>"
        for word in linker.found.values()
    )
    return "".join([copy, *notes])


@lru_cache(maxsize=1)
def _pattern(glossary: tuple[Word, ...]) -> tuple[re.Pattern[str], dict[str, Word]]:
    forms = {form.lower(): word for word in glossary for form in (word.term, *word.forms)}
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE), forms


class _Linker(Copier):
    """Links each word of the glossary where it first stands in running text."""

    def __init__(self, glossary: tuple[Word, ...], url: str) -> None:
        super().__init__(UNTOUCHED, {"data-plain", "data-unexplained"})
        self.pattern, self.forms = _pattern(glossary)
        self.url = url
        self.found: dict[str, Word] = {}

    @override
    def text(self, text: str) -> str:
        return self.pattern.sub(self.link, text)

    def link(self, match: re.Match[str]) -> str:
        """The word as a link, or as it is where it was explained above."""
        word = self.forms[match[0].lower()]
        if word.id in self.found:
            return match[0]
        self.found[word.id] = word
        href = get_relative_url(address(word), self.url)
        return f'<a class="word" href="{escape(href)}" data-word="{word.id}">{match[0]}</a>'
