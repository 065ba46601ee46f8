"""The brand's logo as a PNG: Word shows no SVG in a file that older copies of it can open.

What a logo of plain shapes draws is drawn here. Of any other SVG there is a square in the brand's colour in its place,
with the first letter of the site's name.
"""

import io
import re
from pathlib import Path
from xml.etree import ElementTree

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import SVGPath
from PIL import Image, ImageDraw, ImageFont

from framework.fork.brand import Brand
from framework.fork.contrast import COLOUR
from publish.fonts import fonts

SIZE = 192
FINE = 4
"""All is drawn this much larger, and then made smaller, so that edges are smooth."""
STEPS = 24
"""Straight lines in place of one curve."""
SHAPES = ("path", "circle", "ellipse", "rect", "polygon")
PASSED = ("svg", "title", "desc")
KNOWN = {"viewBox", "width", "height", "fill", "d", "cx", "cy", "r", "rx", "ry", "x", "y", "points", "role", "id"}
"""Attributes that are drawn here, or that change nothing."""

type Point = tuple[float, float]


def logo_png(brand: Brand, folder: Path) -> bytes:
    """The logo of a brand whose files stand in `folder`; where it has none, the square with a letter."""
    path = folder / brand.logo if brand.logo else None
    if path and path.suffix != ".svg":
        return _png(Image.open(path).convert("RGBA"))
    drawn = _drawn(path.read_text(encoding="utf-8")) if path else None
    return _png(drawn or _letter(brand))


def _png(image: Image.Image) -> bytes:
    image.thumbnail((SIZE * 2, SIZE), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    image.save(made, "PNG", optimize=True)
    return made.getvalue()


def _drawn(svg: str) -> Image.Image | None:
    """A picture of plain shapes, each of one colour; None where there is more in it."""
    root = ElementTree.fromstring(svg)
    elements = [(element.tag.rpartition("}")[2], element) for element in root.iter()]
    box = [float(number) for number in re.findall(r"-?[\d.]+", root.get("viewBox", ""))]
    if len(box) != 4 or not all(
        name in (*SHAPES, *PASSED) and {*element.keys()} <= KNOWN for name, element in elements
    ):
        return None
    scale = SIZE * FINE / max(box[2:])
    image = Image.new("RGBA", (round(box[2] * scale), round(box[3] * scale)))
    canvas = ImageDraw.Draw(image)
    for name, element in elements:
        fill = element.get("fill", root.get("fill", "#000000"))
        if name in SHAPES and COLOUR.fullmatch(fill):
            pen = _Outline()
            alone = f'<svg xmlns="http://www.w3.org/2000/svg">{ElementTree.tostring(element, encoding="unicode")}</svg>'
            SVGPath.fromstring(alone).draw(pen)
            for outline in pen.outlines:
                canvas.polygon([((x - box[0]) * scale, (y - box[1]) * scale) for x, y in outline], fill=fill)
    return image


class _Outline(BasePen):  # type: ignore[misc]  # fontTools ships no types
    """Outlines of straight lines."""

    def __init__(self) -> None:
        super().__init__(None)
        self.outlines: list[list[Point]] = []

    def _moveTo(self, pt: Point) -> None:  # noqa: N802 (the pen's own name)
        self.outlines.append([pt])

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self.outlines[-1].append(pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        start = self.outlines[-1][-1]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            points = list(zip(shares, (start, pt1, pt2, pt3), strict=True))
            self.outlines[-1].append((sum(s * x for s, (x, _) in points), sum(s * y for s, (_, y) in points)))


def _letter(brand: Brand) -> Image.Image:
    colours = brand.colours.light
    side = SIZE * FINE
    image = Image.new("RGBA", (side, side), colours.organisation)
    face = ImageFont.truetype(str(fonts()["headings-latin.woff2"]), side * 0.7)
    ImageDraw.Draw(image).text((side / 2, side / 2), brand.name[:1], fill=colours.card, font=face, anchor="mm")
    return image
