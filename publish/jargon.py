"""Find jargon in a sentence: terms that are watched for, where no longer term that the glossary explains holds them."""

from collections.abc import Iterable
from functools import cache

from publish.reading import words

type Phrase = tuple[str, ...]
"""A term of one or more words, in small letters."""
type Terms = dict[str, list[Phrase]]
"""Terms by their first word, the longest first."""


def by_first_word(terms: Iterable[str]) -> Terms:
    """Terms, put where the first word of each leads."""
    found: Terms = {}
    for term in terms:
        phrase = tuple(word.lower() for word in words(term))
        found.setdefault(phrase[0], []).append(phrase)
    return {first: sorted(phrases, key=len, reverse=True) for first, phrases in found.items()}


def unexplained(sentence: Iterable[str], jargon: Terms, explained: Terms) -> list[str]:
    """The jargon in a sentence that is no part of an explained term. One word may have an 's' at its end.

    >>> jargon, glossary = by_first_word(["stakeholder", "power"]), by_first_word(["power map"])
    >>> unexplained(["Draw", "a", "power", "map", "with", "stakeholders"], jargon, glossary)
    ['stakeholder']
    """
    said = [word.lower().replace("’", "'") for word in sentence]
    found: list[str] = []
    if not any(first in jargon for word in said for first in _firsts(word)):  # so it is with most
        return found
    place = 0
    while place < len(said):
        if known := _term_at(said, place, explained):
            place += len(known)
        elif term := _term_at(said, place, jargon):
            found.append(" ".join(term))
            place += len(term)
        else:
            place += 1
    return found


@cache
def _firsts(word: str) -> tuple[str, ...]:
    """The words that a term can begin with where this word stands.

    >>> _firsts("mediator's")
    ("mediator's", 'mediator')
    """
    single = word.removesuffix("'s")
    return tuple(dict.fromkeys((word, single, single.removesuffix("s"))))


def _term_at(said: list[str], place: int, terms: Terms) -> Phrase | None:
    """The longest term that begins here."""
    for phrase in (phrase for first in _firsts(said[place]) for phrase in terms.get(first, ())):
        here = said[place : place + len(phrase)]
        if here[:-1] == list(phrase[:-1]) and phrase[-1] in _firsts(here[-1]):
            return phrase
    return None
