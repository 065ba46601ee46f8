"""Pictures in a Word file: in dots, each with its words for those who do not see it.

A page makes the dots, for no Python here can; so what comes is looked over before it goes into a file. The SVG that
they are made of does not go along: Word draws such a file by itself, and an arrow that loses its head there says
something else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from framework.core.answers import BadInput, unknown_request
from framework.core.file import file_in
from framework.core.words import say
from framework.draw.svg import escape
from framework.export.form import tidy

MOST_PICTURES = 40
MOST_BYTES = 3_000_000
"""Of all pictures of a document. With its answers it can still be opened again: `MOST_BYTES` in
`overrides/widgets/shared/word-file.js`.
"""
MOST_DOTS = 20_000
"""To a side."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
FIRST = b"\x00\x00\x00\rIHDR"
LAST = b"\x00\x00\x00\x00IEND\xaeB`\x82"
WIDE, HIGH, PAGE = 170, 160, 235
"""How large a picture may be, in millimetres: so high it fits on A4 below a title and what is said of the form, and so
high it fits on a page of its own. It goes there where it would be small otherwise.
"""
SMALL = 0.8
"""Beside what it could be on a page of its own."""
MILLIMETRE = 36_000
"""What Word measures pictures in goes into a millimetre so often."""
DOT = 0.12
"""How large a dot is at most, in millimetres: about 210 to the inch."""
FIRST_ID = 1_000
"""Beyond the numbers of what else is drawn in a file."""
DRAWING = (
    '<w:p><w:pPr>{breaks}<w:jc w:val="center"/></w:pPr><w:r><w:drawing>'
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" '
    'distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{id}" name="{name}" descr="{words}"/>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name="{name}" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


@dataclass(frozen=True)
class Picture:
    """A picture in dots."""

    png: bytes
    words: str
    """What it shows, for those who do not see it."""
    wide: int
    high: int
    """In dots."""


def read_pictures(given: Any) -> tuple[Picture, ...]:
    """The pictures that a page made: a list, each a `png`, as base64, and its `words`; none where there is no list.

    Raises `BadInput` for what is no PNG, or is too large.
    """
    if given is None:
        return ()
    if not isinstance(given, list) or len(given) > MOST_PICTURES:
        raise unknown_request()
    found = tuple(map(_read, given))
    if sum(len(each.png) for each in found) > MOST_BYTES:
        raise BadInput(say("word-file.picture-large"), say("word-file.picture-large-mend"))
    return found


def _read(given: Any) -> Picture:
    words = tidy(given["words"]) if isinstance(given, dict) and isinstance(given.get("words"), str) else ""
    if not words:
        raise unknown_request()
    png = file_in(given.get("png"))
    wide, high = (int.from_bytes(png[begin : begin + 4]) for begin in (16, 20))
    whole = png.startswith(SIGNATURE + FIRST) and png.endswith(LAST)
    if not whole or not 0 < wide <= MOST_DOTS or not 0 < high <= MOST_DOTS:
        raise BadInput(say("word-file.picture-none"), say("word-file.picture-none-mend"))
    return Picture(png, words, wide, high)


def drawing(picture: Picture, number: int) -> str:
    """A paragraph that holds a picture, the `number`th of its file, as large as there is room for."""
    below, alone = (min(DOT, WIDE / picture.wide, most / picture.high) for most in (HIGH, PAGE))
    own_page = below < SMALL * alone
    scale = MILLIMETRE * (alone if own_page else below)
    return DRAWING.format(
        breaks="<w:pageBreakBefore/>" if own_page else "",
        id=FIRST_ID + number,
        name=name_of(number),
        words=escape(picture.words),
        wide=round(scale * picture.wide),
        high=round(scale * picture.high),
    )


def name_of(number: int) -> str:
    """What the `number`th picture of a file is called in it.

    >>> name_of(3)
    'picture3'
    """
    return f"picture{number}"


def drawings(pictures: Sequence[Picture], first: int = 1) -> str:
    """Paragraphs for some pictures, of which the first has this number in its file."""
    return "".join(drawing(each, number) for number, each in enumerate(pictures, first))
