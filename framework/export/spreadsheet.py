"""Rows as CSV, for any spreadsheet."""

from collections.abc import Iterable, Sequence

RUN = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula, and runs it (OWASP, 'CSV Injection')."""


def csv_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows below a head, as RFC 4180 has it, with a mark at its start by which spreadsheets know that it is UTF-8."""
    return "\ufeff" + "".join(",".join(_cell(each) for each in row) + "\r\n" for row in (head, *rows))


def _cell(words: str) -> str:
    """A cell that stays words.

    >>> _cell('Say "no"'), _cell("=1+1")
    ('"Say ""no\"""', "'=1+1")
    """
    safe = f"'{words}" if words.startswith(RUN) else words
    return '"' + safe.replace('"', '""') + '"' if any(sign in safe for sign in '",\r\n') else safe
