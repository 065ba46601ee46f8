"""The answer codes in any text: a line that was typed, or a whole chat with names, times, links and emoji.

A code is sure where it can be read: that happens by chance once in a million. What only looks like one is a guess, so
it is told apart: whoever pasted a chat is to see which code came broken, and nothing of what people chatted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, combinations, pairwise

from framework.core.answers import BadInput
from framework.tools.answer_code.code import ALPHABET, BASE, LOOKALIKES, TIDY, VALUES, AnswerCode, Reader, is_code

ACCEPTED = frozenset(ALPHABET) | frozenset(LOOKALIKES)
"""Characters that a code is typed with."""
WORD = re.compile(r"[0-9A-Za-z]+")
BETWEEN = frozenset(" \t\u00a0\u2007\u2009\u202f-\u2010\u2011\u2012\u2013\u2014\u2212._·•")
"""What may stand between the groups of one code."""
UNSEEN = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFE0F, 0xFEFF])
"""What chats put between letters, and nobody sees."""
LIKELY = re.compile(rf"(?:[{''.join(ACCEPTED)}][{re.escape(''.join(BETWEEN))}]*){{8}}", re.IGNORECASE)
"""What each line has that holds a code, even with a mistake in its middle: half as many of its characters in a row."""
IN_LINK = "code="
LINK = re.compile(r"://|^www\.|@|\.[A-Za-z]{2,}/")
"""What only an address on the web or of a mailbox has."""
MISSED = 3
"""How many characters too few or too many a thing in a chat has that still looks like a code."""
SHORTEST_TYPED = 4
"""The same where nothing but codes was typed."""
PHONE_NUMBER = 15
"""Digits of the longest phone number there is."""
TURN = re.compile(r"[0-9](?=[A-Za-z])|[A-Za-z](?=[0-9])")
TURNS = 10
"""A code goes from a letter to a digit or back at least once in so many characters."""
FEWEST_TURNS = 3
"""How often it does so at least."""
FEW = 3
"""Codes that may stand in a line without anything between them, broken, and are still told one by one."""


@dataclass
class Found:
    """What a text holds."""

    codes: list[AnswerCode] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """What looks like a code and can't be read, as it stands there."""
    others: int = 0
    """Lines that hold neither."""


@dataclass(frozen=True)
class _Word:
    """Letters and digits that stand together."""

    text: str
    start: int
    end: int
    """Where it stands in its line."""

    @property
    def accepted(self) -> bool:
        """Whether a code is typed with all of its characters."""
        return ACCEPTED.issuperset(self.text.upper())


def find(text: str, reader: Reader) -> Found:
    """The codes in a text: split by spaces or dashes, at the end of links, several in a line, among anything else.

    >>> from framework.content.check import checked
    >>> health = Reader(next(each for each in checked().assessments if each.id == "health"))
    >>> chat = "[12:30] Ann: Mine is tpcr h56n hyhh vtcn 😀\\nJJRR 8338 7HHX CF83\\nThanks Ann, 07700 900123"
    >>> found = find(chat, health)
    >>> [each.code for each in found.codes], found.broken, found.others
    (['TPCRH56NHYHHVTCN'], ['JJRR 8338 7HHX CF83'], 1)
    """
    found = Found()
    lines = [_without_links(line) for line in text.translate(UNSEEN).splitlines() if line.strip()]
    typed = all(map(_only_typed, lines))
    for line in lines:
        codes, broken = _in_line(line, reader) if LIKELY.search(line) else ([], [])
        if typed and not codes and _letters("".join(broken)) != _letters(line):
            broken = [line.strip()]
        found.codes += codes
        found.broken += broken
        found.others += not codes and not broken
    return found


def _without_links(line: str) -> str:
    """A line with the code of a link in the link's place, or nothing.

    >>> _without_links("See https://a.org/x or a.org/workshop/#code=K7P2M525 now")
    'See ; or ;K7P2M525; now'
    """
    if IN_LINK not in line and not LINK.search(line) and "www." not in line:
        return line
    words = re.split(r"(\s+)", line)
    return "".join(
        f";{each.rpartition(IN_LINK)[2]};" if IN_LINK in each else ";" if LINK.search(each) else each for each in words
    )


def _in_line(line: str, reader: Reader) -> tuple[list[AnswerCode], list[str]]:
    """The codes in a line, and what only looks like one."""
    codes: list[AnswerCode] = []
    broken: list[str] = []
    for run in _runs(line):
        rest: list[list[_Word]] = [[]]
        place = 0
        sure = dict(_codes(run, reader))
        while place < len(run):
            if place in sure:
                place, code = sure[place]
                codes.append(code)
                rest.append([])
            else:
                rest[-1].append(run[place])
                place += 1
        for words in rest:
            broken += [line[part[0].start : part[-1].end] for part in _alike(words, reader)]
    return codes, broken


def _runs(line: str) -> Iterator[list[_Word]]:
    """The words of a line that may belong together: between them stands only what may stand within a code."""
    run: list[_Word] = []
    for each in WORD.finditer(line):
        if run and not BETWEEN.issuperset(line[run[-1].end : each.start()]):
            yield run
            run = []
        run.append(_Word(each[0], each.start(), each.end()))
    if run:
        yield run


def _lengths(reader: Reader) -> list[int]:
    """How long the codes are that may come to a reader, the longest first."""
    return sorted({length for layout in reader.layouts for length in layout.lengths}, reverse=True)


def _codes(run: list[_Word], reader: Reader) -> Iterator[tuple[int, tuple[int, AnswerCode]]]:
    """The codes that whole words of a run make: at which word each begins, and the word after it."""
    lengths = _lengths(reader)
    done = 0
    for words in _accepted(run):
        ends = [0, *accumulate(len(each.text) for _, each in words)]
        if ends[-1] < lengths[-1]:
            continue
        text = "".join(each.text for _, each in words).upper().translate(TIDY)
        sums = [0, *accumulate(VALUES[each] for each in text)]
        places = {end: place for place, end in enumerate(ends)}
        for first, (place, _) in enumerate(words):
            start = ends[first]
            for length in lengths if place >= done else []:
                end = start + length
                # Of what is no code this leaves one in 23 to be read.
                if end in places and (sums[end] - sums[start]) % BASE == 0 and (code := _read(text[start:end], reader)):
                    done = place + places[end] - first
                    yield place, (done, code)
                    break


def _accepted(run: list[_Word]) -> Iterator[list[tuple[int, _Word]]]:
    """The words of a run, with their places, as far as a code is typed with their characters."""
    words: list[tuple[int, _Word]] = []
    for place, each in enumerate(run):
        if each.accepted:
            words.append((place, each))
        elif words:
            yield words
            words = []
    if words:
        yield words


def _read(text: str, reader: Reader) -> AnswerCode | None:
    try:
        return reader.read(text)
    except BadInput:
        return None


def _alike(words: list[_Word], reader: Reader) -> Iterator[list[_Word]]:
    """The parts of these words that look like a code, in order."""
    part: list[_Word] = []
    lengths = _lengths(reader)
    for each in words:
        if _may_belong(each):
            part.append(each)
        else:
            yield from _look_like_codes(part, lengths)
            part = []
    yield from _look_like_codes(part, lengths)


def _may_belong(word: _Word) -> bool:
    """Whether a word may be a group of a code with a mistake in it, or all of it.

    >>> [each for each in ("K7P2", "K1P2", "yes", "sorry", "Elaine", "at") if _may_belong(_Word(each, 0, 0))]
    ['K7P2', 'K1P2', 'sorry']
    """
    foreign = sum(each not in ACCEPTED for each in word.text.upper())
    return foreign <= len(word.text) // 4


def _look_like_codes(part: list[_Word], lengths: list[int]) -> Iterator[list[_Word]]:
    """What of some words looks like a code. Where it may be more than one, their length decides."""
    ends = [0, *accumulate(len(each.text) for each in part)]
    if ends[-1] < lengths[-1] - MISSED or _turns(_text(part)) < FEWEST_TURNS:
        return
    if is_code(_text(part)):  # of a copy with other statements
        yield part
        return
    if tiles := _tiles(part, ends, lengths):
        yield from (each for each in tiles if _looks_like_one(each, lengths))
        return
    first, last = _likeliest(part, ends, lengths)
    if (first, last) != (0, len(part)):
        for each in (part[:first], part[first:last], part[last:]):
            yield from _look_like_codes(each, lengths)
    elif _looks_like_one(part, lengths):
        yield part


def _tiles(part: list[_Word], ends: list[int], lengths: list[int]) -> list[list[_Word]]:
    """Words cut up into several as long as a code, where that comes out; else none."""
    places = {end: place for place, end in enumerate(ends)}
    for length in lengths:
        cuts = range(0, ends[-1] + 1, length)
        if len(cuts) > 2 and cuts[-1] == ends[-1] and all(cut in places for cut in cuts):
            return [part[places[first] : places[last]] for first, last in pairwise(cuts)]
    return []


def _likeliest(part: list[_Word], ends: list[int], lengths: list[int]) -> tuple[int, int]:
    """From which word of a part to which a code is likeliest to stand: where it has the length of one; else all."""
    if ends[-1] in lengths or ends[-1] > FEW * lengths[0]:
        return 0, len(part)
    both = combinations(range(len(ends)), 2)
    whole = [(first, last) for first, last in both if ends[last] - ends[first] in lengths]

    def likely(place: tuple[int, int]) -> tuple[int, int, int]:
        text = _text(part[slice(*place)])
        return _turns(text), len(text), place[0]

    return max(whole, key=likely, default=(0, len(part)))


def _looks_like_one(words: list[_Word], lengths: list[int]) -> bool:
    """Whether words are groups as a code has them: all alike but for the last, and for one mistake; and as mixed.

    >>> texts = ["K7P2M525RRRX7", "K7P2 M52 7R7X 4444", "k7Hd92 Thanks", "from 7pm 07700", "K7P2M525 RRRX XXXX"]
    >>> [_looks_like_one([_Word(each, 0, 0) for each in text.split()], [16]) for text in texts]
    [True, True, False, False, False]
    """
    *groups, last = (len(each.text) for each in words)
    usual = max(groups, key=groups.count, default=last)
    off = [abs(size - usual) for size in groups if size != usual]
    text = _text(words)
    if usual < SHORTEST_TYPED or last > usual + 1 or sum(off) > 1:
        return False
    if len(text) in lengths and not off:
        return _turns(text) >= max(FEWEST_TURNS, len(text) / TURNS)
    turned = [turns for each in words if (turns := _turns(each.text))]
    near = min(abs(len(text) - length) for length in lengths) <= MISSED
    return near and len(turned) * 2 >= len(words) and sum(turned) >= max(FEWEST_TURNS, len(text) / TURNS)


def _text(words: list[_Word]) -> str:
    return "".join(each.text for each in words)


def _turns(text: str) -> int:
    """How often a digit follows a letter, or a letter a digit."""
    return len(TURN.findall(text))


def _only_typed(line: str) -> bool:
    """Whether a line is nothing but a code that someone typed, however wrong; as far as its looks tell.

    >>> [_only_typed(each) for each in ("K7P2 M5", "k7a2-m525", "K7P2!M525", "See you at 7", "07700 900123", "Hello")]
    [True, True, True, False, False, False]
    """
    text = _letters(line)
    foreign = sum(each not in ACCEPTED for each in text)
    strange = sum(not each.isalnum() and each not in BETWEEN for each in line)
    digits = sum(map(str.isdigit, text))
    mixed = digits >= len(text) / 8 and (digits < len(text) or digits > PHONE_NUMBER)
    return len(text) >= SHORTEST_TYPED and foreign <= max(1, len(text) // 16) and strange <= 2 and mixed


def _letters(text: str) -> str:
    return "".join(WORD.findall(text)).upper()
