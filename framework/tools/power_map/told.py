"""What a map tells, in columns at the foot of a poster: as much of it as is read from a wall."""

from collections.abc import Iterator

from framework.core.words import say
from framework.draw.lines import lines
from framework.draw.svg import text
from framework.tools.power_map.report import Part, Section

COLUMNS = 4
MOST = {"finding": 5, "sentences": 8}
"""Reasons of a finding, and sentences that belong together. How many more there are is said; the list has them all."""
LETTERS = {"told-title": 30, "told-part": 38, "poster-key": 50}
"""How many go on a line of a column, by what it is."""
DOWN = {"told-title": 36.0, "told-part": 28.0, "poster-key": 21.0}
"""From the line above to one of these."""

type Line = tuple[str, str]
"""A class, and words."""


def told(sections: tuple[Section, ...], left: float, wide: float, top: float) -> tuple[list[str], float]:
    """All sections as SVG texts below `top`, and how high that is.

    What belongs together stays in one column; the columns are about as long as each other.
    """
    blocks = [block for section in sections for block in _blocks(section)]
    rest = sum(map(_height, blocks))
    words = []
    column, y, lowest = 0, 0.0, 0.0
    for block in blocks:
        if y and column < COLUMNS - 1 and y + _height(block) / 2 > (y + rest) / (COLUMNS - column):
            column, y = column + 1, 0.0
        rest -= _height(block)
        for kind, line in block:
            y += DOWN[kind]
            words.append(text(line, x=left + column * wide / COLUMNS, y=top + y, class_=kind))
        lowest = max(lowest, y)
    return words, lowest + 20 if blocks else 0.0


def _blocks(section: Section) -> Iterator[list[Line]]:
    """A section's parts as lines. Its title stands with the first."""
    title = list(_lines("told-title", section.title))
    for part in section.parts:
        yield [*title, *_part(part)]
        title = []


def _part(part: Part) -> Iterator[Line]:
    if part.title:
        yield from _lines("told-part", part.title)
    most = MOST["finding" if part.title else "sentences"]
    for reason in part.reasons[:most]:
        yield from _lines("poster-key", reason)
    if len(part.reasons) > most:
        yield from _lines("poster-key", say("power-map.more-reasons", count=len(part.reasons) - most))


def _lines(kind: str, words: str) -> Iterator[Line]:
    return ((kind, line) for line in lines(words, LETTERS[kind]))


def _height(block: list[Line]) -> float:
    return sum(DOWN[kind] for kind, _ in block)
