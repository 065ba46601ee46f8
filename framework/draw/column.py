"""Lines of words below each other, as cards, notes and headings have them."""

from collections.abc import Sequence

from framework.draw.labels import width
from framework.draw.svg import text

BOLD = 1.2
"""How wide bold letters may be, beside the guide's own."""
LINE = 1.25
"""From one line of words to the next, beside the size of the type."""
MOST_LINES = 6
"""A heading with more lines is cut."""


def column(parts: list[str], lines: Sequence[str], x: float, y: float, letters: float, class_: str) -> float:
    """Add lines to what is drawn, the first below `y`, in letters of such a size. Gives where the last one stands."""
    for line in lines:
        y += LINE * letters
        parts.append(text(line, x=x, y=y, font_size=letters, class_=class_))
    return y


def headings(heads: Sequence[str], margin: float, wide: float, letters: float) -> tuple[list[str], float]:
    """Lines above a picture, the first of them larger, and where the last one stands."""
    parts: list[str] = []
    y = margin
    for nth, words in enumerate(heads):
        large, class_ = (1.6 * letters, "heading") if nth == 0 else (letters, "card-words")
        y = column(parts, wrapped(words, BOLD * large, wide - 2 * margin, MOST_LINES), margin, y, large, class_)
    return parts, y


def wrapped(words: str, size: float, wide: float, most: int) -> list[str]:
    """Words in lines that are no wider than there is room; what is more than so many lines is cut.

    >>> wrapped("Harbour Court steering group", 10, 100, 3)
    ['Harbour Court', 'steering group']
    """
    found = [""]
    for word in words.split():
        joined = f"{found[-1]} {word}".strip()
        if width(joined, size) <= wide or not found[-1]:
            found[-1] = joined
        else:
            found.append(word)
    kept = [_cut(line, size, wide) for line in found[:most]]
    return kept if len(found) <= most else [*kept[:-1], _cut(f"{kept[-1]}…", size, wide)]


def _cut(words: str, size: float, wide: float) -> str:
    if width(words, size) <= wide:
        return words
    kept = words.rstrip("…")
    while kept and width(f"{kept}…", size) > wide:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
