"""Characters of any writing: those that nobody sees, and that files may not hold, and those that words are made of."""

import re

UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of a pair, and what is no character at all. XML 1.0 forbids all of them or warns of them
(2.2, Characters), a calendar may not hold the first (RFC 5545, 3.1), and UTF-8 cannot write the second."""

LETTER_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u0f71-\u0f84\u102b-\u109f\u17b4-\u17d3\u200c\u200d"
)
"""What stands with a letter in its word, such as a vowel sign: for a set in a pattern. Python's `\\w` has none of it,
and its `\\b` cuts a word there. Where a block of an Indian writing is named whole, its stops, । and ॥, are left out."""
WORD = re.compile(rf"[\w{LETTER_MARKS}]+")
"""A word in any writing, or a number.

>>> WORD.findall("কমিটির সভা। stage 0"), WORD.findall("الدَّرَجة ٣")
(['কমিটির', 'সভা', 'stage', '0'], ['الدَّرَجة', '٣'])
"""


def clean(words: str) -> str:
    r"""Words that any file may hold. In place of what nobody sees there is a space, for it often parts two words.

    >>> clean("Who gets\x0bwhich home"), clean("one\ttwo\nthree")
    ('Who gets which home', 'one\ttwo\nthree')
    """
    return UNSEEN.sub(" ", words)
