"""What stands on paper: the words of a PDF, and where they lie."""

import re
from collections import defaultdict
from pathlib import Path

from pypdf import PdfReader

TYPED = re.compile(r"(?<![a-z])([a-z]{2})(\d{1,4})(?!\d)")
"""A word as `tests/papers.py` types them."""


def text(path: Path) -> str:
    """All that a PDF says, in one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def numbers(said: str) -> dict[str, list[int]]:
    """Of each field, the numbers of its words, in the order in which they stand on paper.

    >>> numbers("Why? ab1 ab2 ac1 ab3")
    {'ab': [1, 2, 3], 'ac': [1]}
    """
    found: dict[str, list[int]] = defaultdict(list)
    for name, number in TYPED.findall(said):
        found[name].append(int(number))
    return dict(found)
