"""What stands on paper: what a PDF says, and which of the words that a test typed are there."""

import re
import shutil
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from html import unescape
from itertools import combinations, groupby
from pathlib import Path

from pypdf import PdfReader

from tests.engines import needed

TYPED = re.compile(r"q([a-z]{2})(\d+),")
"""A word as `tests/papers.py` types them."""


def packed(text: str) -> str:
    """A text without its spaces. Where two letters stand close or far, one can't tell from a PDF whether a space is there."""
    return "".join(text.split())


def sides(path: Path) -> list[str]:
    """What each page of a PDF says, packed."""
    return [packed(page.extract_text()) for page in PdfReader(path).pages]


def said(path: Path) -> str:
    """All that a PDF says, packed."""
    return "".join(sides(path))


def numbers(packed: str) -> dict[str, list[int]]:
    """Of each field, the numbers of its words, in the order in which they stand on paper.

    >>> numbers("Why?qab1,qab2,qac1,qab3,")
    {'ab': [1, 2, 3], 'ac': [1]}
    """
    found: dict[str, list[int]] = defaultdict(list)
    for name, number in TYPED.findall(packed):
        found[name].append(int(number))
    return dict(found)


def in_order(counts: dict[str, int]) -> dict[str, list[int]]:
    """What `numbers` gives where each field has all of its words, once and in order.

    >>> in_order({"ab": 3})
    {'ab': [1, 2, 3]}
    """
    return {name: list(range(1, count + 1)) for name, count in counts.items()}


@dataclass(frozen=True)
class Word:
    """A word on paper, and the box around its letters: in points, from the left upper corner of its page."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float

    def hides(self, other: "Word") -> bool:
        """Whether it lies on another word, by a third of the smaller one or more."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        smaller = min((each.right - each.left) * (each.bottom - each.top) for each in (self, other))
        return wide > 0 and high > 0 and wide * high > smaller / 3


PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
NARROWEST = 11.0
"""What a printer leaves white at each edge at least, in points: 4 mm."""


def misprinted(path: Path) -> list[str]:
    """The words that lie on another or reach over the edge of the paper. Skips the test where nothing can tell."""
    command = [needed(shutil.which("pdftotext"), "pdftotext"), "-bbox", str(path), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = []
    for number, (width, height, inside) in enumerate(PAGE.findall(told), 1):
        words = [Word(unescape(text), number, *map(float, box)) for *box, text in WORD.findall(inside)]
        found += [
            f"{each.text} reaches over the edge of page {number}"
            for each in words
            if min(each.left, each.top, float(width) - each.right, float(height) - each.bottom) < NARROWEST
        ]
        lines = groupby(sorted(words, key=lambda each: each.top), key=lambda each: each.top // 40)
        found += [
            f"{one.text} lies on {other.text} on page {number}"
            for _, near in lines
            for one, other in combinations(near, 2)
            if one.hides(other) and one.text != other.text
            if TYPED.fullmatch(one.text) or TYPED.fullmatch(other.text)
        ]
    return found
