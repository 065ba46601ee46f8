"""Rows as CSV, for any spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

from framework.core.characters import clean
from framework.export.cells import harmless

START = "\ufeff"
"""By this mark spreadsheets know that a text is UTF-8."""


def csv_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows below a head, as RFC 4180 has it. No cell is run as a formula, or breaks the file.

    >>> csv_text(["Action"], [["=1+1"]]).removeprefix(START).splitlines()
    ['Action', "'=1+1"]
    """
    written = io.StringIO()
    csv.writer(written).writerows([harmless(clean(cell)) for cell in row] for row in (head, *rows))
    return START + written.getvalue()
