"""What stands on paper: what a PDF says, and which of the words that a test typed are there."""

import re
from collections import defaultdict
from pathlib import Path

from pypdf import PdfReader

TYPED = re.compile(r"([a-z]{2})(\d+),")
"""A word as `tests/papers.py` types them."""


def packed(text: str) -> str:
    """A text without its spaces. Where two letters stand close or far, one can't tell from a PDF whether a space is there."""
    return "".join(text.split())


def said(path: Path) -> str:
    """All that a PDF says, packed."""
    return packed("".join(page.extract_text() for page in PdfReader(path).pages))


def numbers(packed: str) -> dict[str, list[int]]:
    """Of each field, the numbers of its words, in the order in which they stand on paper.

    >>> numbers("Why?ab1,ab2,ac1,ab3,")
    {'ab': [1, 2, 3], 'ac': [1]}
    """
    found: dict[str, list[int]] = defaultdict(list)
    for name, number in TYPED.findall(packed):
        found[name].append(int(number))
    return dict(found)
