"""Measure whether a built site is written in plain English, and say where it is not and how to mend it.

`python -m publish.plain_english site/` reads what a reader reads on every page. It holds to three rules:

- no page is harder than Flesch-Kincaid grade 8 (about age 13), and half of them are at grade 6 or easier;
- no sentence has more than 30 words;
- no word of jargon stands there unless the glossary explains it.

`plain_english.yaml` beside this file lists the jargon, and what is let off, with the reason. The grade comes from
Flesch and Kincaid's formula (Kincaid and others, Derivation of New Readability Formulas, 1975), the syllables from the
library syllapy, which has most common words in a list and guesses the rest.
"""

import json
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from statistics import median

import syllapy
import yaml
from selectolax.lexbor import LexborHTMLParser

from framework.again import again
from publish.jargon import by_first_word, unexplained
from publish.pages import pages as pages_of
from publish.reading import sentences, text_of, words

HARDEST, MEDIAN = 8, 6
"""Grades. A page may have the first at most, and the page in the middle the second."""
LONGEST = 30
"""Words in a sentence."""
FEWEST = 8
"""Words. What is shorter and has no full stop is a label: counted as a sentence, it would make a page seem easier."""
FEWEST_ON_PAGE = 100
"""Words. Flesch and Kincaid's grade says nothing of a shorter page."""
ENDS = (".", "?", "!", "…", ":")
CLOSING = "'\"’”)]"
SETTINGS = Path(__file__).with_suffix(".yaml")
TITLED = ("precepts", "principles", "tools", "case_studies", "publications", "other_work")
"""The collections whose titles and names are not ours to change."""


class NotPlain(Exception):
    """The site is not in plain English. Holds every finding, and says them all."""

    def __init__(self, findings: list["Finding"]) -> None:
        self.findings = findings
        count = "1 place is" if len(findings) == 1 else f"{len(findings)} places are"
        super().__init__("\n".join([f"{count} not in plain English:", *(f"  {finding}" for finding in findings)]))


@dataclass(frozen=True)
class Finding:
    """Something that is not plain."""

    page: str
    """The page's address below the site's: 'principles/common-vision/'."""
    rule: str
    """'grade', 'sentence' or 'jargon'; 'exemption' for one that nothing needs."""
    what: str
    mend: str
    term: str = ""
    """The word, for the rule 'jargon'."""

    def __str__(self) -> str:
        return f"{self.page or 'home page'}: {self.what}. {self.mend}"


@dataclass(frozen=True)
class Exemption:
    """Something that a rule lets through."""

    page: str
    rule: str
    reason: str
    terms: tuple[str, ...] = ()
    """The words that may stand there, for the rule 'jargon'."""

    def covers(self, finding: Finding) -> bool:
        """Whether this finding is let through."""
        named = not self.terms or finding.term in (term.lower() for term in self.terms)
        return named and (finding.page, finding.rule) == (self.page, self.rule)


@dataclass(frozen=True)
class Settings:
    """The jargon to look for, and what is let through."""

    jargon: tuple[str, ...]
    exempt: tuple[Exemption, ...] = ()


@dataclass(frozen=True)
class Page:
    """What is read on a page."""

    address: str
    sentences: tuple[str, ...]
    words: tuple[tuple[str, ...], ...] = field(repr=False)
    """The words of each sentence."""

    @cached_property
    def grade(self) -> float | None:
        """The Flesch-Kincaid grade, or None for a page without a sentence."""
        whole = [found for said, found in zip(self.sentences, self.words, strict=True) if is_whole(said, found)]
        return grade(whole) if whole else None


def read_settings(path: Path = SETTINGS) -> Settings:
    """The settings in a YAML file. Raises `TypeError` for an exemption without a reason, or with a key unknown."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    exempt = (Exemption(**{**each, "terms": tuple(each.get("terms", ()))}) for each in told["exempt"])
    return Settings(tuple(told["jargon"]), tuple(exempt))


def check(site: Path, settings: Settings | None = None, pages: Iterable[Page] | None = None) -> None:
    """Raise `NotPlain` with every finding on the built site, if there is any. `pages`, if they were read already."""
    settings = settings or read_settings()
    told = json.loads((site / "framework.json").read_text(encoding="utf-8"))
    explained = [term for word in told["glossary"] for term in (word["term"], *word["forms"])]
    findings = list(judge(read(site) if pages is None else pages, settings, explained))
    if findings:
        raise NotPlain(findings)


def advice(findings: Iterable[Finding], pages: Iterable[Page], own: Collection[str]) -> list[str]:
    """What to tell a publisher of their `own` pages, by their addresses. Nothing says how hard a short one is."""
    short = {page.address for page in pages if sum(map(len, page.words)) < FEWEST_ON_PAGE}
    told = (each for each in findings if each.page in own and not (each.rule == "grade" and each.page in short))
    return [f"Not in plain English: {finding}" for finding in told]


def read(site: Path) -> list[Page]:
    """All pages of a built site."""
    titles = titles_of(site)
    return [page_of(name, tree, titles) for name, tree in pages_of(site)]


def titles_of(site: Path) -> set[str]:
    """The titles in the `framework.json` of a built site that are not ours to change, with the names of laws: they are
    left out.
    """
    told: dict[str, list[dict[str, str]]] = json.loads((site / "framework.json").read_text(encoding="utf-8"))
    titles = {item.get("title") or item["name"] for collection in TITLED for item in told.get(collection, ())}
    return titles | {item["source"] for item in told.get("law", ())}


def page_of(name: str, tree: LexborHTMLParser, titles: set[str]) -> Page:
    """What is read on a page, by its path below the site's folder."""

    def read() -> Page:
        found = sentences(tree, titles)
        return Page(name.removesuffix("index.html"), tuple(found), tuple(tuple(words(said)) for said in found))

    return again.made(("plain", name, text_of(tree).html, sorted(titles)), read)


def judge(pages: Iterable[Page], settings: Settings, explained: Iterable[str]) -> Iterator[Finding]:
    """Everything that is not plain and not exempt, and every exemption that nothing needs.

    `explained` are the terms of the glossary.
    """
    pages = list(pages)
    found = [*_grades(pages), *_long_sentences(pages), *_jargon(pages, settings.jargon, explained)]
    yield from (finding for finding in found if not any(each.covers(finding) for each in settings.exempt))
    for exemption in settings.exempt:
        met = {finding.term for finding in found if exemption.covers(finding)}
        unmet = [term for term in exemption.terms if term.lower() not in met]
        if not met or unmet:
            what = f"the rule '{exemption.rule}' needs no exemption here {', '.join(unmet)}".rstrip()
            yield Finding(exemption.page, "exemption", what, f"Take it out of publish/{SETTINGS.name}.")


def grade(sentences: Iterable[Iterable[str]]) -> float:
    """The Flesch-Kincaid grade of sentences, each given as its words.

    Short words in short sentences make a text easier:

    >>> easy = ["Ask those who live here what they need".split(), "Then write it down".split()]
    >>> hard = ["Stakeholder engagement facilitates prioritisation of requirements".split()]
    >>> round(grade(easy), 1), round(grade(hard), 1)
    (-1.4, 28.1)
    """
    counted = [[syllables(word) for word in sentence] for sentence in sentences]
    number = sum(len(sentence) for sentence in counted)
    return 0.39 * number / len(counted) + 11.8 * sum(map(sum, counted)) / number - 15.59


@cache
def syllables(word: str) -> int:
    """How many syllables a word has; a number counts as one.

    >>> [syllables(word) for word in ("power", "coproduction", "2022", "co-op")]
    [2, 4, 1, 2]
    """
    counted: int = syllapy.count(word.replace("’", "'"))
    return max(1, counted)


def is_whole(sentence: str, found: tuple[str, ...]) -> bool:
    """Whether a text counts as a sentence, and is no mere label.

    >>> [is_whole(said, tuple(said.split())) for said in ("Who decides?", "Quick wins")]
    [True, False]
    """
    return len(found) >= FEWEST or sentence.rstrip(CLOSING).endswith(ENDS)


def _grades(pages: list[Page]) -> Iterator[Finding]:
    """No page is too hard, nor is the one in the middle."""
    grades = {page.address: page.grade for page in pages if page.grade is not None}
    mend = "Use shorter sentences, and shorter words."
    for address, reached in grades.items():
        if reached > HARDEST:
            yield Finding(address, "grade", f"it is at grade {reached:.1f}, where {HARDEST} is the most", mend)
    middle = median(grades.values()) if grades else 0
    if middle > MEDIAN:
        hardest = ", ".join(sorted(grades, key=lambda address: -grades[address])[:3])
        what = f"half of the pages are above grade {middle:.1f}, where {MEDIAN} is the most"
        yield Finding("all pages", "grade", what, f"Begin with the hardest: {hardest}.")


def _long_sentences(pages: list[Page]) -> Iterator[Finding]:
    for page in pages:
        for sentence, found in zip(page.sentences, page.words, strict=True):
            if len(found) > LONGEST:
                what = f"a sentence has {len(found)} words, where {LONGEST} is the most: '{sentence}'"
                yield Finding(page.address, "sentence", what, "Make two of it.")


def _jargon(pages: list[Page], jargon: Iterable[str], explained: Iterable[str]) -> Iterator[Finding]:
    """Each word of jargon is in the glossary. Told once for each page."""
    known, watched = by_first_word(explained), by_first_word(jargon)
    mend = "Use an everyday word, or explain it in framework/data/glossary/words.yaml."
    for page in pages:
        told = set()
        for sentence, found in zip(page.sentences, page.words, strict=True):
            for term in unexplained(found, watched, known):
                if term not in told:
                    told.add(term)
                    yield Finding(page.address, "jargon", f"'{term}' is jargon: '{sentence}'", mend, term)


def main() -> int:
    """Print every finding, or how plain the site is."""
    try:
        check(Path(sys.argv[1]))
    except NotPlain as error:
        print(error)
        return 1
    print("The site is in plain English.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
