"""A plain document as a Word file: headings, paragraphs and tables, whose lines may be in several languages.

The file that it is written into is our own, the empty one of a binder, so its text is taken as text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from framework.draw.svg import escape
from framework.export.docx.names import HEAD_STYLES, HEADING_STYLE, HEADING_STYLES, NOTE_STYLE
from framework.export.docx.package import Package
from framework.export.form import tidy

WIDTH = 9638
"""Of the text, in twentieths of a point: A4 without its margins."""
STYLES = {"title": HEAD_STYLES[0], "heading": HEADING_STYLES[0], "note": NOTE_STYLE, "head": HEADING_STYLE, "text": ""}
"""By the kind of a paragraph, its look in Word."""
START = "<w:body>"
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "ltr", "rtl"


@dataclass(frozen=True)
class Line:
    """What is said in one language."""

    text: str
    language: str
    """The language's code."""
    direction: str
    """'ltr' or 'rtl'."""


@dataclass(frozen=True)
class Paragraph:
    """What is said, in each language a line of its own."""

    kind: str
    """One of `STYLES`."""
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells, the first of which is the head of each column."""

    rows: tuple[tuple[Paragraph, ...], ...]


def written(blank: Package, parts: Sequence[Paragraph | Table]) -> bytes:
    """The file: `blank` with these before what stands in it."""
    inside = "".join(_table(each) if isinstance(each, Table) else _paragraphs(each) for each in parts)
    return blank.with_main(blank.text(blank.main).replace(START, f"{START}{inside}", 1))


def _paragraphs(said: Paragraph) -> str:
    style = STYLES[said.kind]
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    return "".join(_paragraph(look, line) for line in said.lines)


def _paragraph(look: str, line: Line) -> str:
    """Word has a direction of its own for a paragraph and for what stands in it."""
    turned = line.direction == RIGHT_TO_LEFT
    spoken = (
        f'<w:rtl/><w:lang w:bidi="{escape(line.language)}"/>'
        if turned
        else f'<w:lang w:val="{escape(line.language)}"/>'
    )
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in tidy(line.text).split("\n"))
    return f"<w:p><w:pPr>{look}{'<w:bidi/>' if turned else ''}</w:pPr><w:r><w:rPr>{spoken}</w:rPr>{inside}</w:r></w:p>"


def _table(table: Table) -> str:
    columns = max(map(len, table.rows))
    width = WIDTH // columns
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    rows = "".join(_row(row, width, head=place == 0) for place, row in enumerate(table.rows))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>'
    )


def _row(cells: Sequence[Paragraph], width: int, *, head: bool) -> str:
    kept = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraphs(each)}</w:tc>' for each in cells
    )
    return f"<w:tr>{kept}{inside}</w:tr>"
