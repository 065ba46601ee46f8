"""The publisher's own words in place of the guide's: 'tenant' for 'resident', in the right form, all over the site."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from framework.content.model import Framework
from framework.content.retell import FIXED, retold
from framework.core.words import Sentences

THINGS = re.compile(r" (?:tax|estates?|housing|homes?|flats?)\b")
"""'Council housing' and the like are things of their own, whoever the landlord is."""
NOT_NAMES = {"The", "A", "An", "Your", "Our", "Each", "Any", "Every", "Some", "No", "If", "What", "How", "Do", "For"}
"""Words with a capital that begin a sentence, and so make no name of what follows: 'The council', 'For residents'."""
AN = re.compile(r"(?!uni|use|usu|eu|one\b)[aeiou]|hon|heir|hour", re.IGNORECASE)


def plural(word: str) -> str:
    """The plural of a word.

    >>> plural("tenant"), plural("authority"), plural("local church")
    ('tenants', 'authorities', 'local churches')
    """
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(s|x|z|ch|sh)$", word) else f"{word}s"


@dataclass(frozen=True)
class Wording:
    """Words of the guide by the word that stands in their place: 'tenant', or with its plural 'person, people'.

    >>> said = Wording({"resident": "tenant", "landlord": "association"}).said
    >>> said("A resident asks a landlord. Residents' rights, the resident's home.")
    "A tenant asks an association. Tenants' rights, the tenant's home."
    >>> Wording({"council": "authority"}).said("Barnet Council is a council with council housing.")
    'Barnet Council is an authority with council housing.'
    """

    words: Mapping[str, str]

    @cached_property
    def _forms(self) -> dict[str, str]:
        found = {}
        for ours, theirs in self.words.items():
            one, _, many = (part.strip() for part in theirs.partition(","))
            found[ours] = one
            found[plural(ours)] = many or plural(one)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = "|".join(sorted(self._forms, key=len, reverse=True))
        return re.compile(
            rf"{FIXED.pattern}|(?:\b(?P<article>an?)\s+)?(?<![\w.])(?P<word>{forms})(?P<owns>['’]s?)?(?!\w|\.\w)",
            re.IGNORECASE | re.DOTALL,
        )

    def instead(self, context: str, text: str) -> str:  # noqa: ARG002 (a word is the same wherever it stands)
        """What is said in place of a text."""
        return self.said(text)

    def said(self, text: str) -> str:
        """A text in the publisher's words."""
        return self._pattern.sub(self._replacement, text) if self.words else text

    def _replacement(self, found: re.Match[str]) -> str:
        word = found["word"]
        if not word or _is_name(found):
            return found[0]
        replaced = self._forms[word.lower()]
        if word.isupper():
            replaced = replaced.upper()
        elif word[0].isupper():
            replaced = replaced[0].upper() + replaced[1:]
        owns = found["owns"] or ""
        if owns and not (replaced.endswith("s") and word.lower().endswith("s")):
            owns = f"{owns[0]}s"
        article = found["article"] or ""
        space = found[0][len(article) : found.start("word") - found.start()]
        return (
            (f"{article[0]}n" if AN.match(replaced) else article[0]) + space + replaced + owns
            if article
            else replaced + owns
        )


def _is_name(found: re.Match[str]) -> bool:
    """Whether a word is part of a name, or of a turn of phrase, and so stays."""
    word, before = found["word"], found.string[: found.start("word")]
    if word[0].isupper() and _in_a_name(before):
        return True
    if word.lower() == "board" and before.lower().endswith("on "):
        return True
    return word.lower() == "council" and bool(THINGS.match(found.string[found.end() :]))


def _in_a_name(before: str) -> bool:
    """Whether what stands before a word with a capital makes it part of a name: 'Barnet Council'.

    >>> _in_a_name("So Barnet "), _in_a_name("It is so. "), _in_a_name("The ")
    (True, False, False)
    """
    last = re.search(r"([A-Z][\w'’]*)\s+$", before)
    return last is not None and last[1] not in NOT_NAMES


def reworded(framework: Framework, wording: Wording) -> Framework:
    """The framework in the publisher's words. What is said of others' works stays, and so do words to search by."""
    if not wording.words:
        return framework
    return replace(retold(framework, wording.instead, kept=("found_by",)), publications=framework.publications)


def reworded_sentences(sentences: Sentences, wording: Wording) -> Sentences:
    """What code says, in the publisher's words."""
    texts = {
        id_: wording.said(text) if isinstance(text, str) else [wording.said(form) for form in text]
        for id_, text in sentences.texts.items()
    }
    return replace(sentences, texts=texts)
