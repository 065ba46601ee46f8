"""Which notes say the same, as far as words can tell; and which of these come from more than one side."""

import re
from collections.abc import Iterator
from itertools import combinations

from framework.tools.three_horizons.notes import Horizons, Note

WORD = re.compile(r"\w+")
LONG = 4
"""Letters. Shorter words, such as 'the' and 'for', tell little of what a note is about."""

MOST = 0.75
"""Of the long words of the shorter note, how many have to be in the other."""


def alike(one: str, other: str) -> bool:
    """Whether two notes say the same: the same words, or most of the long ones of the shorter, and two at least.

    >>> alike("The lift chart", "the  LIFT chart!"), alike("Residents' body", "A residents' body with a lease")
    (True, True)
    >>> alike("Repairs", "Repairs that residents put in order"), alike("The", "The hall")
    (False, False)
    """
    words = [WORD.findall(text.casefold()) for text in (one, other)]
    if words[0] == words[1]:
        return bool(words[0])
    shorter, longer = sorted(({word for word in each if len(word) >= LONG} for each in words), key=len)
    return len(shorter & longer) >= max(2, MOST * len(shorter))


def shared(found: Horizons) -> Iterator[tuple[Note, Note]]:
    """Pairs on one horizon that say the same for different sides; a note of several sides is paired with itself."""
    yield from ((note, note) for note in found.placed if len(note.sides) > 1)
    for one, other in combinations(found.placed, 2):
        if one.horizon == other.horizon and _apart(one, other) and alike(one.text, other.text):
            yield one, other


def turned(found: Horizons) -> Iterator[tuple[Note, Note]]:
    """Pairs that say the same, the first as coming for one side, the second as fading for another."""
    for coming in found.on("third"):
        for fading in found.on("first"):
            if _apart(coming, fading) and alike(coming.text, fading.text):
                yield coming, fading


def _apart(one: Note, other: Note) -> bool:
    """Whether both come from somebody, and one from a side that the other does not come from."""
    return bool(one.sides and other.sides) and set(one.sides) != set(other.sides)
