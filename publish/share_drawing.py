"""What the picture for shared links shows: the site's name, its strapline, and the round table."""

import io
import math
from collections.abc import Iterator
from itertools import groupby

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from framework.fork.brand import Brand
from publish.fonts import ALPHABETS, fonts

WIDTH, HEIGHT = 1200, 630
FINE = 4
"""All is drawn this much larger, and then made smaller, so that edges are smooth."""
SEATS = 12
MIDDLE, RADIUS = (930, 300), 150
SEATED = RADIUS + 52
"""From the middle of the table to those who sit there."""
LEFT, WIDEST = 70, 620
SIZES = (88, 76, 64, 54, 44, 36)
"""How large the name may be: the largest with which it fits, else the smallest."""
MOST_LINES = 4
STRAPLINE = 34
LINE, BASE = 1.12, 0.86
"""From one line to the next, beside the size of the type; and how far down in its line the letters stand."""


def drawing(brand: Brand) -> bytes:
    """The picture of a brand, as PNG."""
    colours = brand.colours.light
    image, made = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), colours.paper), io.BytesIO()
    canvas = ImageDraw.Draw(image)
    _table(canvas, brand)
    _words(canvas, brand)
    _square(canvas, 0, 596, WIDTH, HEIGHT, colours.organisation)
    image.reduce(FINE).quantize(dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


def _circle(canvas: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: str) -> None:
    canvas.circle((x * FINE, y * FINE), radius * FINE, fill=colour)


def _square(canvas: ImageDraw.ImageDraw, left: float, top: float, right: float, bottom: float, colour: str) -> None:
    canvas.rectangle((left * FINE, top * FINE, right * FINE - 1, bottom * FINE - 1), fill=colour)


def _table(canvas: ImageDraw.ImageDraw, brand: Brand) -> None:
    colours = brand.colours.light
    _circle(canvas, *MIDDLE, RADIUS, colours.ink)
    _circle(canvas, *MIDDLE, RADIUS - 5, colours.card)
    for seat in range(SEATS):
        turn = 2 * math.pi * (seat + 0.5) / SEATS
        x, y = MIDDLE[0] + SEATED * math.cos(turn), MIDDLE[1] + SEATED * math.sin(turn)
        if seat % 2:
            _square(canvas, x - 25, y - 25, x + 25, y + 25, colours.organisation)
        else:
            _circle(canvas, x, y, 28, colours.resident)


def _words(canvas: ImageDraw.ImageDraw, brand: Brand) -> None:
    """The name, as large as it fits, and the strapline under it."""
    colours = brand.colours.light
    sizes = [_Lines(brand.name, size) for size in SIZES]
    name = next((lines for lines in sizes if lines.fits()), sizes[-1])
    under = _Lines(brand.strapline, STRAPLINE)
    top = (HEIGHT - 40 - name.height - 24 - under.height) / 2
    name.draw(canvas, top, colours.ink)
    under.draw(canvas, top + name.height + 24, colours.soft)


class _Lines:
    """A text in the typeface of headings, broken into lines that fit."""

    def __init__(self, text: str, size: int) -> None:
        files = [fonts()[f"headings-{alphabet}.woff2"] for alphabet in ALPHABETS]
        self.faces = [ImageFont.truetype(str(file), size * FINE) for file in files]
        self.letters = [frozenset(TTFont(file).getBestCmap()) for file in files]
        self.size = size
        self.lines: list[str] = [""]
        for word in text.split():
            longer = f"{self.lines[-1]} {word}".strip()
            if self.lines[-1] and self._width(longer) > WIDEST:
                self.lines.append(word)
            else:
                self.lines[-1] = longer
        self.height = len(self.lines) * size * LINE

    def fits(self) -> bool:
        """Whether they are few enough, and none is too wide: a long word may be."""
        return len(self.lines) <= MOST_LINES and all(self._width(line) <= WIDEST for line in self.lines)

    def _width(self, line: str) -> float:
        return sum(face.getlength(part) for face, part in self._parts(line)) / FINE

    def _parts(self, line: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        """A line in parts, each of one face. A letter that no face has is passed over."""

        def face(letter: str) -> int | None:
            return next((place for place, known in enumerate(self.letters) if ord(letter) in known), None)

        for place, part in groupby(line, face):
            if place is not None:
                yield self.faces[place], "".join(part)

    def draw(self, canvas: ImageDraw.ImageDraw, top: float, colour: str) -> None:
        """Draw the lines, the first with its upper edge at `top`."""
        for number, line in enumerate(self.lines):
            x, base = float(LEFT * FINE), (top + (number + BASE) * self.size * LINE) * FINE
            for face, part in self._parts(line):
                canvas.text((x, base), part, fill=colour, font=face, anchor="ls")
                x += face.getlength(part)
