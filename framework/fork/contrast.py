"""Whether colours stand out from what they lie on, as WCAG 2 reckons it.

coloraide reckons contrast too, with more digits than WCAG's formula has: up to 0.0006 off, which can tip a colour that
stands right at the limit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TEXT = 4.5
"""The least contrast of words (WCAG 2.2, 1.4.3). Large words may do with less; the guide asks this of all."""
MARK = 3.0
"""The least contrast of a shape or a line that says something (WCAG 2.2, 1.4.11)."""

GROUNDS = ("paper", "card", "tint")
"""What words and shapes lie on."""
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((words, ground, TEXT) for words in ("ink", "soft", "resident") for ground in GROUNDS),
    *((shape, ground, MARK) for shape in ("organisation", "other") for ground in GROUNDS),
    ("ink", "sun", TEXT),
)
"""What lies on what in the styles, and the contrast it needs. 'resident' is a shape, and small headings too.

'faint' only guides the eye, and 'sun' always has a line of ink around it: neither is asked to stand out alone.
"""

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class TooClose:
    """Two colours of a palette that are too much alike."""

    key: str
    """The colour that should stand out."""
    ground: str
    """The colour that it lies on."""
    ratio: float
    """Their contrast, from 1 to 21."""
    needed: float
    """The contrast that they need."""


def luminance(colour: str) -> float:
    """How light a colour '#rrggbb' is, from 0 (black) to 1 (white).

    >>> luminance("#000000"), luminance("#FFFFFF")
    (0.0, 1.0)
    >>> round(luminance("#808080"), 3)
    0.216
    """
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours '#rrggbb', from 1 (the same) to 21 (black and white); their order is of no matter.

    >>> contrast("#000000", "#FFFFFF")
    21.0
    >>> round(contrast("#777777", "#FFFFFF"), 2)
    4.48
    >>> contrast("#F4BC3C", "#F4BC3C")
    1.0
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_close(palette: dict[str, str]) -> Iterator[TooClose]:
    """The pairs of a palette that need more contrast. Takes colours '#rrggbb' by their key; others are passed over.

    >>> [(each.key, each.ground) for each in too_close({"ink": "#777777", "paper": "#FFFFFF", "card": "#000000"})]
    [('ink', 'paper')]
    """
    usable = {key: colour for key, colour in palette.items() if COLOUR.fullmatch(colour)}
    for key, ground, needed in PAIRS:
        if key in usable and ground in usable:
            ratio = contrast(usable[key], usable[ground])
            if ratio < needed:
                yield TooClose(key, ground, ratio, needed)


def apart(colour: str, ground: str) -> tuple[str, str]:
    """How to change a colour, or else what it lies on, for the two to stand further apart.

    >>> apart("#777777", "#FFFFFF")
    ('darker', 'lighter')
    >>> apart("#777777", "#000000")
    ('lighter', 'darker')
    """
    return ("darker", "lighter") if luminance(colour) < luminance(ground) else ("lighter", "darker")
