"""Where wordings differ, word by word."""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby

TOKEN = re.compile(r"\s*\S+\s*")
"""A word with the space around it, so that all together are the text again."""

type Piece = tuple[str, bool]
"""A stretch of text, and whether only this wording has it."""


def differing[Key](wordings: Mapping[Key, str]) -> dict[Key, list[Piece]]:
    """Each wording in pieces: what all others have too, and what they don't.

    >>> differing({"a": "The council decides alone.", "b": "The group decides."})["b"]
    [('The ', False), ('group decides.', True)]
    >>> differing({"a": "Nobody else wrote here."})["a"]
    [('Nobody else wrote here.', False)]
    """
    words = {key: TOKEN.findall(text) for key, text in wordings.items()}
    return {key: _pieces(own, [words[other] for other in words if other != key]) for key, own in words.items()}


def difference(wordings: Sequence[str]) -> float:
    """How much two or more wordings differ, from 0, the same, to 1, no word in common: the two that differ most.

    >>> difference(["We decide", "We decide "]), difference(["We decide", "You pay"])
    (0.0, 1.0)
    """
    bare = [text.split() for text in wordings]
    pairs = [(one, other) for number, one in enumerate(bare) for other in bare[:number]]
    return max((1 - SequenceMatcher(None, one, other).ratio() for one, other in pairs), default=0.0)


def _pieces(own: list[str], others: list[list[str]]) -> list[Piece]:
    bare = [word.strip() for word in own]
    shared = [0] * len(own)
    for other in others:
        for block in SequenceMatcher(None, bare, [word.strip() for word in other]).get_matching_blocks():
            for place in range(block.a, block.a + block.size):
                shared[place] += 1
    marked = zip(own, (count < len(others) for count in shared), strict=True)
    return [("".join(word for word, _ in group), only) for only, group in groupby(marked, key=lambda each: each[1])]
