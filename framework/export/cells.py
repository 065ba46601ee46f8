"""Cells of a table that a spreadsheet program opens: what it would run as a formula is made harmless.

A cell that begins with one of these signs is a formula to it. With an apostrophe before, it is words. Reading takes the
apostrophe away again, so nothing is changed by going out and in.
"""

FORMULA = tuple("=+-@\t\r＝＋－＠﹦﹢﹣﹫⁼⁺₌₊⩵⩶﬩")
"""What begins a formula, or may: behind the tab and the line end stand all signs that a program which puts characters
into their common form (Unicode's NFKC) reads as one of the first four."""


def harmless(cell: str) -> str:
    """A cell that is only ever words.

    >>> harmless("=HYPERLINK(1)"), harmless("Tenants"), harmless("'=1")
    ("'=HYPERLINK(1)", 'Tenants', "''=1")
    """
    return f"'{cell}" if cell.lstrip("' \n").startswith(FORMULA) else cell


def plain(cell: str) -> str:
    """A cell as it was before it was made harmless.

    >>> plain("'=1"), plain("'tis")
    ('=1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and cell.lstrip("' \n").startswith(FORMULA) else cell
