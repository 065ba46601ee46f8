"""The answer code: one person's answers as letters and digits, short enough to read out.

It goes from a phone to the workshop's screen, with no server between. `docs/answer-code.md` tells the format so that a
person could write and read it by hand. Pure functions, standard library only.
"""

from dataclasses import dataclass
from functools import cache
from math import prod
from operator import mul
from typing import Any
from zlib import crc32

from framework.core.answers import SIDES, UNSCORED, VERSIONS, Answer, BadInput, Given, Version, statements_of
from framework.core.questions import Assessment
from framework.core.words import say

ALPHABET = "23456789CDFHJKMNPRTVWXY"
"""No two of these look alike, and there is no vowel, so that no code spells a word. They are 23, a prime number."""
BASE = len(ALPHABET)
LOOKALIKES = {"S": "5", "B": "8", "Z": "2", "G": "6", "O": "D", "0": "D", "Q": "D", "U": "V"}
"""Characters that no code has, and the one that a reader will have meant."""
VALUES = {character: value for value, character in enumerate(ALPHABET)}
TIDY = str.maketrans({**LOOKALIKES, **dict.fromkeys("-.·_–")})
"""Look-alikes become what was meant, and what only helps the eye goes."""
DIGITS = str.maketrans(ALPHABET, "0123456789abcdefghijklm")
"""Our characters as the digits of base 23 that Python reads."""
MARK_LENGTH = 5
MARKS = BASE**MARK_LENGTH
"""How many marks there are: more than six million."""
CHECK_LENGTH = 2
LONGEST = 500
"""Characters. A code of any check is shorter, with eight hundred statements too."""
ASSESSMENTS = 16
"""Room for the numbers 1 to 16 of assessments."""
EDITIONS = 15
"""Room for the versions 1 to 15 of an assessment's statements."""
OWN_LIST = EDITIONS
"""What stands in place of a version where the statements are not those of any: which list they are then follows."""
LIST_LENGTH = 4
LISTS = BASE**LIST_LENGTH
"""How many lists of statements a code can tell apart: of two that differ, one in 279,841 is taken for the other."""
ORDER_LENGTH = 2
ORDERS = BASE**ORDER_LENGTH
"""How often one phone may change its code: 0, and 528 times more."""
HEAD = (ASSESSMENTS, EDITIONS + 1, len(VERSIONS), len(SIDES))
"""How many values each thing that stands before the answers may have."""
GROUP = 4
"""A code is shown in groups of this many characters."""
NONE = "unanswered"


@dataclass(frozen=True)
class AnswerCode:
    """What a code says."""

    code: str
    """The code itself, as `tidied` gives it."""
    given: Given
    order: int = 0
    """How often the phone had changed its code before: of two from one phone, the higher is the later."""

    @property
    def mark(self) -> str:
        """Five random characters, the same for every code from one phone."""
        return self.code[:MARK_LENGTH]


@dataclass(frozen=True)
class _Layout:
    """What the body of a code holds, for one version of an assessment."""

    ids: tuple[str, ...]
    """Of the statements, in order."""
    values: tuple[tuple[Answer | str, ...], ...]
    """Every value that an answer to each statement may have, in the order in which codes number them."""
    sizes: tuple[int, ...]
    """How many these are."""
    own_list: int | None
    """Which list the statements are, below `LISTS`; None where they are the guide's own of this version."""
    body: int
    """How many characters hold the head and the answers."""

    @property
    def head(self) -> tuple[int, ...]:
        """How many values each thing may have that stands before the answers."""
        return HEAD if self.own_list is None else (*HEAD, LISTS)

    def length(self, order: int) -> int:
        """Of the whole code: the first of a phone is shorter than those that correct it."""
        return MARK_LENGTH + self.body + (ORDER_LENGTH if order else 0) + CHECK_LENGTH

    @property
    def lengths(self) -> frozenset[int]:
        """Of codes that may come: those that can be read, and those from a copy with as many statements, but others.
        They are refused, and whoever sent them is to know why.
        """
        other = LIST_LENGTH if self.own_list is None else -LIST_LENGTH
        return frozenset(self.length(order) + more for order in (0, 1) for more in (0, other))


def _layout(assessment: Assessment, version: Version) -> _Layout:
    statements = statements_of(assessment, version)
    values = tuple((*range(len(each.answers)), *UNSCORED, NONE) for each in statements)
    sizes = tuple(map(len, values))
    name = list_name(assessment, version)
    guides = not statements or name == assessment.lists.get(version)
    own_list = None if guides else int(name.translate(DIGITS), BASE)
    body = _length(prod((*HEAD, *sizes) if guides else (*HEAD, LISTS, *sizes)))
    return _Layout(tuple(each.id for each in statements), values, sizes, own_list, body)


def _length(most: int) -> int:
    """How many characters hold any number below this one."""
    length = 0
    while BASE**length < most:
        length += 1
    return length


def list_name(assessment: Assessment, version: Version) -> str:
    """Which statements a version asks, and how many answers each has, as four characters. Their words don't count.

    >>> from framework.content.check import checked
    >>> [list_name(each, "long") for each in checked().assessments if each.id == "health"]
    ['YT76']
    """
    lines = (f"{each.id} {len(each.answers)}\n" for each in statements_of(assessment, version))
    return _characters(crc32("".join(lines).encode()) % LISTS, LIST_LENGTH)


def write(given: Given, mark: int, order: int = 0) -> str:
    """The code of what one person answered. `mark` is a random whole number below `MARKS`, kept by the phone; `order`,
    below `ORDERS`, is how often it changed its code before.

    Raises `BadInput` where no side is named, the assessment has no codes, or the mark or the order is none.
    """
    assessment = given.assessment
    if given.side is None:
        raise BadInput(say("answer-code.no-side"), say("answer-code.no-side-mend"))
    if assessment.number is None:
        raise BadInput(say("answer-code.no-codes", title=assessment.title), say("answer-code.no-codes-mend"))
    for number, numbers in ((mark, MARKS), (order, ORDERS)):
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < numbers:
            raise BadInput(say("answer-code.no-mark"), say("common.load-again"))
    layout = _layout(assessment, given.version)
    which = (assessment.number - 1, assessment.version - 1 if layout.own_list is None else OWN_LIST)
    head = [*which, VERSIONS.index(given.version), SIDES.index(given.side)]
    if layout.own_list is not None:
        head.append(layout.own_list)
    said = zip(layout.ids, layout.values, strict=True)
    places = [values.index(given.answers.get(id_, NONE)) for id_, values in said]
    number = _joined([*head, *places, order], [*layout.head, *layout.sizes, ORDERS])
    body = layout.body + (ORDER_LENGTH if order else 0)
    return with_check(_characters(mark, MARK_LENGTH) + _characters(number, body))


class Reader:
    """Reads codes with answers to one assessment."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.layouts = [_layout(assessment, version) for version in VERSIONS]

    def read(self, text: str) -> AnswerCode:
        """What a code says.

        Raises `BadInput` with what is wrong and how to mend it: a character that no code has, a wrong length, a check
        that does not come out, another assessment, an older or a newer version of its statements, another list of them.
        """
        code = tidied(text)
        if not len(code) > MARK_LENGTH + CHECK_LENGTH:
            raise BadInput(say("answer-code.too-short", text=_shown(text)), say("answer-code.too-short-mend"))
        if len(code) > LONGEST:
            raise BadInput(say("answer-code.too-long", text=_shown(text)), say("answer-code.too-long-mend"))
        if not check_holds(code):
            raise BadInput(say("answer-code.mistake", text=_shown(code)), say("answer-code.mistake-mend"))
        (which, edition, length, side), rest = _split(
            int(code[MARK_LENGTH:-CHECK_LENGTH].translate(DIGITS), BASE), HEAD
        )
        if which + 1 != self.assessment.number:
            mend = say("answer-code.other-check-mend", title=self.assessment.title)
            raise BadInput(say("answer-code.other-check"), mend)
        layout = self.layouts[length]
        rest = _same_list(self.assessment, layout, edition, rest)
        places, order = _split(rest, layout.sizes)
        if len(code) != layout.length(order):
            mend = say("answer-code.not-whole-mend", count=layout.length(0))
            raise BadInput(say("answer-code.not-whole", text=_shown(code)), mend)
        said = zip(layout.ids, layout.values, places, strict=True)
        answers: Any = {id_: values[place] for id_, values, place in said if values[place] != NONE}
        return AnswerCode(code, Given(self.assessment, VERSIONS[length], SIDES[side], answers), order)


def tidied(text: str) -> str:
    """A code as it was typed or read out, in its own characters alone.

    Small letters are as good as large ones, and spaces, dashes and dots mean nothing. What looks like a character of
    the alphabet is taken for it. Raises `BadInput`, naming the character that can be none.

    >>> tidied(" k7p2-m5zs ")
    'K7P2M525'
    >>> tidied("K7P!")
    Traceback (most recent call last):
    framework.core.answers.BadInput: No code has the character '!'. Look at that place of 'K7P!' again.
    """
    code = "".join(text.upper().split()).translate(TIDY)
    if unknown := code.strip(ALPHABET):
        what = say("answer-code.no-character", character=unknown[0])
        raise BadInput(what, say("answer-code.no-character-mend", text=_shown(text)))
    return code


def is_code(text: str) -> bool:
    """Whether a text is an answer code, of whatever check and version.

    >>> is_code("tpcr h56n hyhh vtcn"), is_code("tpcr h56n hyhh vtcm"), is_code("No!")
    (True, False, False)
    """
    try:
        code = tidied(text)
    except BadInput:
        return False
    return MARK_LENGTH + CHECK_LENGTH < len(code) <= LONGEST and check_holds(code)


def grouped(code: str) -> str:
    """A code as it is shown.

    >>> grouped("K7P2M525R")
    'K7P2 M525 R'
    """
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


@cache
def weights(length: int) -> tuple[int, ...]:
    """What each character of a code counts for in the second sum: its place, and after 22 again from 1.

    >>> weights(25)[-4:]
    (22, 1, 2, 3)
    """
    return tuple(place % (BASE - 1) + 1 for place in range(length))


def check_holds(code: str) -> bool:
    """Whether both sums of a code can be divided by 23: that of its values, and that of value times place.

    One wrong character changes the first sum by less than 23, and not by 0. Two unlike neighbours that change places
    change the second sum by their difference times the difference of two weights that are never alike. 23 is a prime
    number, so neither change can be divided by it. So every such mistake is found; and so is any other mistake in two
    characters that are not 22 places apart. Of all other mistakes one in 529 is not found.

    >>> check_holds(with_check("K7P2M")), check_holds("7KP2M" + with_check("K7P2M")[-2:])
    (True, False)
    """
    values = [VALUES[character] for character in code]
    plain = sum(values)
    by_place = sum(map(mul, values, weights(len(code))))
    return plain % BASE == 0 and by_place % BASE == 0


def with_check(text: str) -> str:
    """Some characters with the two behind them that make both sums come out."""
    values = [VALUES[character] for character in text]
    *before, first, second = weights(len(text) + CHECK_LENGTH)
    plain = sum(values)
    by_place = sum(map(mul, values, before))
    # x + y = -plain and first * x + second * y = -by_place, counted round 23.
    y = (first * plain - by_place) * pow(second - first, -1, BASE) % BASE
    x = (-plain - y) % BASE
    return text + ALPHABET[x] + ALPHABET[y]


def _same_list(assessment: Assessment, layout: _Layout, edition: int, rest: int) -> int:
    """What is left of a code's number behind the list that it names. Refuse it where its statements are not those of
    the layout: its answers would land on other ones.
    """
    own_list = None
    if edition == OWN_LIST:
        rest, own_list = divmod(rest, LISTS)
    else:
        _same_edition(assessment, edition + 1)
    if own_list != layout.own_list:
        raise BadInput(say("answer-code.other-list", title=assessment.title), say("answer-code.other-list-mend"))
    return rest


def _same_edition(assessment: Assessment, edition: int) -> None:
    """Refuse a code whose statements are not those of this version. Its answers might be to other questions."""
    places = {"edition": edition, "title": assessment.title, "version": assessment.version}
    if edition < assessment.version:
        raise BadInput(say("answer-code.older", **places), say("answer-code.older-mend"))
    if edition > assessment.version:
        raise BadInput(say("answer-code.newer", **places), say("answer-code.newer-mend"))


def _joined(places: list[int], sizes: list[int]) -> int:
    """One number out of many, each below its size. The first is the one that `_split` gets back first."""
    number = 0
    for place, size in zip(reversed(places), reversed(sizes), strict=True):
        number = number * size + place
    return number


def _split(number: int, sizes: tuple[int, ...] | list[int]) -> tuple[list[int], int]:
    """The numbers that `_joined` put together, and what is left of the number.

    >>> _split(_joined([3, 0, 6], [16, 7, 7]), [16, 7, 7])
    ([3, 0, 6], 0)
    """
    places = []
    for size in sizes:
        number, place = divmod(number, size)
        places.append(place)
    return places, number


def _characters(number: int, length: int) -> str:
    """A number in the alphabet.

    >>> _characters(0, 5), _characters(22, 2)
    ('22222', '2Y')
    """
    found = ""
    for _ in range(length):
        number, place = divmod(number, BASE)
        found = ALPHABET[place] + found
    return found


def _shown(text: str) -> str:
    """How what was typed begins. A room may see this, so it is no more than the mark: that tells whose code it is, and
    nothing of the answers.

    >>> _shown("K7P2 M525 RRRR"), _shown("K7P2")
    ('K7P2M …', 'K7P2')
    """
    code = "".join(text.split())
    return code if len(code) <= MARK_LENGTH else f"{code[:MARK_LENGTH]} …"
