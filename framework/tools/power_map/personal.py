"""What in a text may tell who someone is: names, emails, phone numbers, addresses. A guess, to be looked at by people.

Names are found by what they are not: a word that stands in the names of roles, bodies and everyday things is no name,
and any other may be one. So it does not matter from which language a name comes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from framework.core.characters import LETTER_MARKS
from framework.tools.power_map.role_words import ROLE_WORDS

type Kind = Literal["name", "email", "phone", "address"]

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w.])\+?\(?\d(?:[\s().-]{0,2}\d){6,14}(?!\w)")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.IGNORECASE)
DOOR = re.compile(r"\b(?:flat|apartment|apt|unit|room|house|door|number|no)s?\b\.?\s*#?\d+\s?[a-z]?\b", re.IGNORECASE)
STREET = re.compile(
    r"\b\d+[a-z]?(?:\s*[-/]\s*\d+[a-z]?)?,?\s+(?:[^\W\d_][\w'’.-]*\s+){1,4}"
    r"(?:road|rd|street|st|lane|ln|avenue|ave|close|court|gardens?|house|way|drive|place|terrace|square|crescent|hill|"
    r"estate|tower|point|walk|mews|row|rise|grove|park|green|buildings?|mansions)\b\.?",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|cllr|rev|revd|reverend|prof|professor|imam|rabbi|father|sister|"
    r"pastor|sheikh|haji|hajji|uncle|auntie|aunty|pandit|shri|smt|herr|frau|señora?|madame|monsieur)\b\.?",
    re.IGNORECASE,
)
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{LETTER_MARKS}]|['’ʼ-](?=\w))*")
"""A word, with the marks of writings that put them behind the letter, and with what stands within a name."""
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
LETTER = re.compile(r"[A-Z]", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """A part of a text that may tell who someone is."""

    kind: Kind
    start: int
    end: int


def personal(text: str, prose: bool = False) -> tuple[Found, ...]:
    """All such parts of a text, in order. None of them covers another. In `prose`, words that begin small are no names.

    >>> [text[each.start : each.end] for text in ("Chair (Siân O’Neill), flat 12",) for each in personal(text)]
    ['Siân O’Neill', 'flat 12']
    """
    taken: list[Found] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            _take(taken, Found(kind, match.start(), match.end()))
    for name in _names(text, prose):
        _take(taken, name)
    return tuple(sorted(taken, key=lambda each: each.start))


PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("email", EMAIL),
    ("address", STREET),
    ("address", POSTCODE),
    ("address", DOOR),
    ("phone", PHONE),
)


def without(text: str, prose: bool = False) -> str:
    """A text without what may tell who someone is, and without the brackets and commas that are left over.

    >>> without("Chair (Jane Okafor)"), without("Jane Okafor, tenant of flat 3")
    ('Chair', 'tenant')
    """
    parts, end = [], 0
    for each in personal(text, prose):
        parts.append(text[end : each.start])
        end = each.end
    left = "".join([*parts, text[end:]])
    left = re.sub(r"[(\[]\W*[)\]]", " ", left)
    left = re.sub(r"\b(?:of|at|in|by|from|and|for|with|to)\s*(?=[,;:)]|$)", " ", left, flags=re.IGNORECASE)
    return re.sub(r"\s+([,;:)])", r"\1", " ".join(left.split())).strip(" ,;:-–—/|&")


def looks_like_a_person(name: str) -> bool:
    """Whether a name may well be a person's own: a title with a name, an address, or two words that are no role's.

    >>> [looks_like_a_person(name) for name in ("Jane Smith", "Cllr Jones", "Ward councillor", "Tower Hamlets")]
    [True, True, False, False]
    """
    return any(
        each.kind != "name" or TITLE.match(name, each.start) or len(WORD.findall(name[each.start : each.end])) > 1
        for each in personal(name)
    )


def _take(taken: list[Found], found: Found) -> None:
    if not any(found.start < each.end and each.start < found.end for each in taken):
        taken.append(found)


def _names(text: str, prose: bool) -> Iterator[Found]:
    """Words that are no role's, as many of them as follow each other, with a title and initials that belong to them.

    Whatever begins large behind a name belongs to it: many a family is called Man, Ward or Church.
    """
    run: list[re.Match[str]] = []
    for match in WORD.finditer(text):
        if run and re.search(r"[^\s.,’'ʼ-]", text[run[-1].end() : match.start()]):
            yield from _name(text, run)
            run = []
        follows = bool(run) and text[run[-1].end() : match.start()].isspace() and match[0][0].isupper()
        if follows or (_may_be_named(text, match) and not (prose and match[0].islower() and LATIN.match(match[0]))):
            run.append(match)
        else:
            yield from _name(text, run)
            run = []
    yield from _name(text, run)


def _may_be_named(text: str, match: re.Match[str]) -> bool:
    word = match[0]
    if TITLE.fullmatch(word):
        return True
    if len(word) == 1 and LATIN.match(word):
        # A letter is an initial where a dot or a name is at its side; in 'Block C' it is none.
        rest = text[match.end() :]
        following = WORD.match(rest.lstrip())
        return word.isupper() and bool(
            re.match(r"\.|\s*[^\W\d_]\.", rest)
            or (following and len(following[0]) > 1 and rest[:1].isspace() and not _is_known(following[0]))
        )
    if not LATIN.match(word):
        return True
    return not _is_known(word)


def _is_known(word: str) -> bool:
    """Whether a word is a role's: as it stands, as an owner, or put together from such words."""
    plain = word.lower().replace("’", "'").replace("ʼ", "'")
    if {plain, plain.removesuffix("'s"), plain.rstrip("'")} & ROLE_WORDS:
        return True
    parts = plain.split("-")
    return len(parts) > 1 and all(part in ROLE_WORDS for part in parts)


def _name(text: str, run: list[re.Match[str]]) -> Iterator[Found]:
    """One name: a title alone is none, nor is an initial."""
    if not any(len(each[0]) > 1 and not TITLE.fullmatch(each[0]) for each in run):
        return
    end = run[-1].end()
    yield Found("name", run[0].start(), end + (text[end : end + 1] == "." and len(run[-1][0]) == 1))
