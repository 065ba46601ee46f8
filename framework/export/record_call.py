"""What a page has put down, such as the record of a workshop, as a Word file."""

from typing import Any

from framework.core.answers import unknown_request
from framework.core.file import file_in, file_out
from framework.core.guide import Guide
from framework.export.docx.package import opened_safely
from framework.export.docx.paragraphs import LEFT_TO_RIGHT, RIGHT_TO_LEFT, STYLES, Line, Paragraph, Table, written

MOST_PARTS = 2_000
"""More than any record has: of 31 rows, and of what a long evening agrees."""


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG001 (all rooms are asked alike)
    """`blank`, the empty file, and `parts` in: each `{"kind": ..., "lines": [{"text", "language", "direction"}]}`, or
    `{"rows": [[...]]}` with such in its cells. Out: `file`. Raises `BadInput` where they are none.
    """
    said = request.get("parts")
    if not isinstance(said, list) or not 0 < len(said) <= MOST_PARTS:
        raise unknown_request()
    try:
        parts = [_table(each["rows"]) if "rows" in each else _paragraph(each) for each in said]
    except (KeyError, TypeError, AttributeError) as error:
        raise unknown_request() from error
    return {"file": file_out(opened_safely(file_in(request.get("blank")), lambda blank: written(blank, parts)))}


def _table(rows: Any) -> Table:
    made = Table(tuple(tuple(map(_paragraph, row)) for row in rows))
    if not made.rows or not all(made.rows):
        raise unknown_request()
    return made


def _paragraph(said: Any) -> Paragraph:
    lines = tuple(Line(str(each["text"]), str(each["language"]), each["direction"]) for each in said["lines"])
    if said["kind"] not in STYLES or any(each.direction not in (LEFT_TO_RIGHT, RIGHT_TO_LEFT) for each in lines):
        raise unknown_request()
    if not lines:
        raise unknown_request()
    return Paragraph(said["kind"], lines)
