"""Characters that nobody sees, and that files may not hold: whatever people take away is cleaned of them here."""

import re

UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of a pair, and what is no character at all. XML 1.0 forbids all of them or warns of them
(2.2, Characters), a calendar may not hold the first (RFC 5545, 3.1), and UTF-8 cannot write the second."""


def clean(words: str) -> str:
    r"""Words that any file may hold. In place of what nobody sees there is a space, for it often parts two words.

    >>> clean("Who gets\x0bwhich home"), clean("one\ttwo\nthree")
    ('Who gets which home', 'one\ttwo\nthree')
    """
    return UNSEEN.sub(" ", words)
