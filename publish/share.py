"""The picture that other sites show where somebody shares a link: the site's name, its strapline, and the round table.

They take no SVG, so it is drawn here as PNG, from the brand and the site's own typefaces. It is kept in `.cache/share`.
"""

import hashlib
import math
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from framework.fork.brand import Brand
from publish.fonts import ALPHABETS, fonts

CACHE = Path(__file__).parents[1] / ".cache" / "share"
WIDTH, HEIGHT = 1200, 630
FINE = 4
"""How many lines are reckoned for each line of dots, so that edges are smooth."""
SEATS = 12
MIDDLE, RADIUS = (930, 300), 150
LEFT, WIDEST = 70, 620
CURVE = 6
"""Straight pieces that stand for a curve."""

type Edge = tuple[float, float, float, float]


def share_picture(brand: Brand) -> Path:
    """The picture of a brand, named by what is in it."""
    colours = brand.colours.light
    told = repr((brand.name, brand.strapline, colours, Path(__file__).read_text(encoding="utf-8")))
    kept = CACHE / f"share-{hashlib.sha256(told.encode()).hexdigest()[:12]}.png"
    if not kept.exists():
        canvas = _Canvas(colours.paper)
        _table(canvas, brand)
        _words(canvas, brand)
        canvas.fill(_polygon([(0, 596), (WIDTH, 596), (WIDTH, HEIGHT), (0, HEIGHT)]), colours.organisation)
        CACHE.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(canvas.png())
    return kept


class _Canvas:
    """Dots, in which shapes are filled."""

    def __init__(self, paper: str) -> None:
        self.rows = [bytearray(_rgb(paper) * WIDTH) for _ in range(HEIGHT)]

    def fill(self, edges: Iterable[Edge], colour: str) -> None:
        """Fill what the edges go around."""
        crossings: dict[int, list[tuple[float, int]]] = {}
        for x0, y0, x1, y1 in edges:
            if y0 == y1:  # a level edge is crossed by no line
                continue
            way = 1 if y1 > y0 else -1
            low, high = sorted((y0, y1))
            for line in range(math.ceil(low * FINE - 0.5), math.ceil(high * FINE - 0.5)):
                x = x0 + (x1 - x0) * ((line + 0.5) / FINE - y0) / (y1 - y0)
                crossings.setdefault(line, []).append((x, way))
        covered: dict[int, dict[int, float]] = {}
        for line, found in crossings.items():
            row = covered.setdefault(line // FINE, {})
            turns = 0
            for (start, way), (end, _) in zip(sorted(found), sorted(found)[1:], strict=False):
                turns += way
                if turns:
                    _cover(row, max(0.0, start), min(float(WIDTH), end))
        for y, row in covered.items():
            if 0 <= y < HEIGHT:
                self._lay(self.rows[y], row, _rgb(colour))

    def _lay(self, row: bytearray, covered: dict[int, float], colour: bytes) -> None:
        for x, part in covered.items():
            share = min(1.0, part)
            for channel in range(3):
                place = 3 * x + channel
                row[place] = round(row[place] + (colour[channel] - row[place]) * share)

    def png(self) -> bytes:
        """The dots as a PNG."""
        head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
        dots = zlib.compress(b"".join(b"\0" + row for row in self.rows), 9)
        parts = ((b"IHDR", head), (b"IDAT", dots), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
            for name, data in parts
        )


def _cover(row: dict[int, float], start: float, end: float) -> None:
    x = int(start)
    while x < end and x < WIDTH:
        row[x] = row.get(x, 0.0) + (min(end, x + 1) - max(start, x)) / FINE
        x += 1


def _rgb(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))


def _polygon(points: list[tuple[float, float]]) -> list[Edge]:
    return [(*one, *other) for one, other in zip(points, [*points[1:], points[0]], strict=True)]


def _circle(x: float, y: float, radius: float) -> list[Edge]:
    turns = [2 * math.pi * step / 96 for step in range(96)]
    return _polygon([(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns])


def _square(x: float, y: float, half: float) -> list[Edge]:
    return _polygon([(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)])


def _table(canvas: _Canvas, brand: Brand) -> None:
    colours = brand.colours.light
    x, y = MIDDLE
    canvas.fill(_circle(x, y, RADIUS), colours.ink)
    canvas.fill(_circle(x, y, RADIUS - 5), colours.card)
    for seat in range(SEATS):
        turn = 2 * math.pi * (seat + 0.5) / SEATS
        place = x + (RADIUS + 52) * math.cos(turn), y + (RADIUS + 52) * math.sin(turn)
        if seat % 2:
            canvas.fill(_square(*place, 25), colours.organisation)
        else:
            canvas.fill(_circle(*place, 28), colours.resident)


def _words(canvas: _Canvas, brand: Brand) -> None:
    """The name, as large as it fits, and the strapline under it."""
    colours = brand.colours.light
    name = next(lines for size in (88, 76, 64, 54, 44, 36) if len((lines := _Lines(brand.name, size)).lines) <= 4)
    under = _Lines(brand.strapline, 34)
    top = (HEIGHT - 40 - name.height - 24 - under.height) / 2
    canvas.fill(name.edges(top), colours.ink)
    canvas.fill(under.edges(top + name.height + 24), colours.soft)


class _Lines:
    """A text in the typeface of headings, broken into lines that fit."""

    def __init__(self, text: str, size: int) -> None:
        self.faces = [TTFont(fonts()[f"headings-{alphabet}.woff2"]) for alphabet in ALPHABETS]
        self.size = size
        self.lines: list[str] = [""]
        for word in text.split():
            longer = f"{self.lines[-1]} {word}".strip()
            if self.lines[-1] and self._width(longer) > WIDEST:
                self.lines.append(word)
            else:
                self.lines[-1] = longer
        self.height = len(self.lines) * size * 1.12

    def _glyphs(self, line: str) -> list[tuple[Any, str, float]]:
        """Each letter's face, the name of its drawing, and its width. What no face has is passed over."""
        found = []
        for letter in line:
            for face in self.faces:
                name = face.getBestCmap().get(ord(letter))
                if name:
                    found.append((face, name, face["hmtx"][name][0] * self.size / face["head"].unitsPerEm))
                    break
        return found

    def _width(self, line: str) -> float:
        return sum(width for _, _, width in self._glyphs(line))

    def edges(self, top: float) -> list[Edge]:
        """What goes around the letters."""
        found: list[Edge] = []
        for number, line in enumerate(self.lines):
            x, base = float(LEFT), top + (number + 0.86) * self.size * 1.12
            for face, name, width in self._glyphs(line):
                drawings = face.getGlyphSet()
                pen = _Outline(drawings, x, base, self.size / face["head"].unitsPerEm)
                drawings[name].draw(pen)
                found += pen.edges
                x += width
        return found


class _Outline(BasePen):  # type: ignore[misc]  # fontTools ships no types
    """Collects the outline of a letter as straight edges."""

    def __init__(self, drawings: Any, x: float, base: float, scale: float) -> None:
        super().__init__(drawings)
        self.x, self.base, self.scale = x, base, scale
        self.edges: list[Edge] = []
        self.first = self.last = (0.0, 0.0)

    def _placed(self, point: tuple[float, float]) -> tuple[float, float]:
        return self.x + point[0] * self.scale, self.base - point[1] * self.scale

    def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 (fontTools' names)
        self.first = self.last = self._placed(point)

    def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        placed = self._placed(point)
        self.edges.append((*self.last, *placed))
        self.last = placed

    def _curveToOne(self, one: Any, two: Any, end: Any) -> None:  # noqa: N802
        begin = self._getCurrentPoint()
        for step in range(1, CURVE + 1):
            t = step / CURVE
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            points = (begin, one, two, end)
            self._lineTo(tuple(sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1)))

    def _closePath(self) -> None:  # noqa: N802
        self.edges.append((*self.last, *self.first))
        self.last = self.first
