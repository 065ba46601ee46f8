"""How large a picture is, so that a page can hold its place: a wide logo stays wide."""

import re
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from selectolax.lexbor import LexborHTMLParser

from framework.content.as_saved import Unreadable, text_of

NUMBER = re.compile(r"\s*([0-9.]+)(?:px|pt|mm|cm|in)?\s*")
SQUARE = (1.0, 1.0)
"""What is taken where a picture doesn't say."""


def picture_size(path: Path) -> tuple[float, float]:
    """Width and height. Of an SVG, what it says: as a rule, the last two numbers of its viewBox."""
    if path.suffix.lower() != ".svg":
        try:
            with Image.open(path) as image:
                return float(image.width), float(image.height)
        except (UnidentifiedImageError, OSError):
            return SQUARE
    try:
        drawn = LexborHTMLParser(text_of(path)).css_first("svg")
    except Unreadable:
        return SQUARE
    told = drawn.attributes if drawn else {}
    box = re.findall(r"-?[0-9.]+", told.get("viewbox") or told.get("viewBox") or "")
    sides = [NUMBER.fullmatch(told.get(side) or "") for side in ("width", "height")]
    if len(box) == 4:
        size = float(box[2]), float(box[3])
    else:
        size = (float(sides[0][1]), float(sides[1][1])) if sides[0] and sides[1] else SQUARE
    return size if min(size) > 0 else SQUARE


def shown_at(path: Path, height: int) -> tuple[int, int]:
    """Width and height of a picture that is shown at a height."""
    wide, high = picture_size(path)
    return max(1, round(wide / high * height)), height
