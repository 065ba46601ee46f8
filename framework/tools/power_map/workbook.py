"""The sheets of a workbook of a spreadsheet program (.xlsx), as rows of texts.

Read by the standard library: a workbook is an archive of XML (ECMA-376). It comes from anyone, so what unpacks to too
much is refused, and so is a document type, by which a few bytes of XML become gigabytes.
"""

import io
import pyexpat
import re
import zipfile
from dataclasses import dataclass
from posixpath import join, normpath

from framework.core.answers import BadInput
from framework.core.words import say
from framework.export.xml_tree import DocumentType, Node, TooDeep, parsed

MOST_BYTES = 20_000_000
"""Unpacked, all that is read together."""
MOST_ROWS = 5_000
MOST_COLUMNS = 100
MAIN = "xl/workbook.xml"
SHARED = "xl/sharedStrings.xml"
NO_WORKBOOK = (
    zipfile.BadZipFile, KeyError, pyexpat.ExpatError, NotImplementedError, RuntimeError, ValueError, DocumentType,
    TooDeep,
)  # fmt: skip
"""What is raised over a file that is none, or may not be opened."""
CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True)
class Sheet:
    """Rows of texts, as a spreadsheet program or a list has them."""

    name: str
    rows: list[list[str]]
    merged: frozenset[int] = frozenset()
    """Rows, from 0, in which cells were made one: as a rule they are headings."""


def sheets_of(content: bytes) -> list[Sheet]:
    """All sheets that have something in them. Raises `BadInput` where it is no workbook, or may not be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _Reader(archive).sheets()
    except NO_WORKBOOK as error:
        raise BadInput(say("power-map.no-workbook"), say("power-map.no-workbook-mend")) from error


class _Reader:
    """Reads the parts of an archive, and counts what they unpack to."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.left = MOST_BYTES

    def sheets(self) -> list[Sheet]:
        relations = self.part("xl/_rels/workbook.xml.rels").all("Relationship")
        targets = {each.attributes.get("Id", ""): each.attributes.get("Target", "") for each in relations}
        shared = [_words(each) for each in self.part(SHARED).all("si")] if SHARED in self.archive.namelist() else []
        found = []
        for sheet in self.part(MAIN).all("sheet"):
            target = targets[sheet.attributes.get("id", "")]
            path = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            read = _sheet(sheet.attributes.get("name", ""), self.part(path), shared)
            if any(any(row) for row in read.rows):
                found.append(read)
        return found

    def part(self, path: str) -> Node:
        """A part of the archive, as XML."""
        with self.archive.open(path) as packed:
            content = packed.read(self.left + 1)  # what the archive says of its sizes need not be true
        self.left -= len(content)
        if self.left < 0:
            raise BadInput(say("power-map.large-file"), say("power-map.large-file-mend"))
        return parsed(content)


def _sheet(name: str, root: Node, shared: list[str]) -> Sheet:
    rows: list[list[str]] = []
    for nth, row in enumerate(root.all("row")):
        number = int(row.attributes.get("r", "") or nth + 1) - 1
        if number >= MOST_ROWS:
            raise BadInput(say("power-map.large-file"), say("power-map.large-file-mend"))
        rows += [[] for _ in range(number + 1 - len(rows))]
        for place, cell in enumerate(row.all("c")):
            column = _column(cell.attributes.get("r", ""), place)
            if column < MOST_COLUMNS:
                rows[number] += [""] * (column + 1 - len(rows[number]))
                rows[number][column] = _cell(cell, shared)
    merged = {
        int(ends[0][1]) - 1
        for each in root.all("mergeCell")
        if len(ends := CELL.findall(each.attributes.get("ref", ""))) > 1
    }
    return Sheet(name, rows, frozenset(merged))


def _column(reference: str, otherwise: int) -> int:
    """Which column a cell is in, from 0.

    >>> _column("B7", 0), _column("AA1", 0), _column("", 5)
    (1, 26, 5)
    """
    match = CELL.fullmatch(reference)
    if not match:
        return otherwise
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _cell(cell: Node, shared: list[str]) -> str:
    kind = cell.attributes.get("t", "")
    if kind == "inlineStr":
        return _words(cell)
    value = next(("".join(each.texts()) for each in cell.all("v")), "")
    if kind == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    if kind == "b":
        return say("common.yes" if value == "1" else "common.no")
    if kind in ("str", "e") or not re.fullmatch(r"-?\d+(\.\d+)?(E[+-]?\d+)?", value):
        return value
    return f"{float(value):.10g}"


def _words(node: Node) -> str:
    """The text of a cell, whose parts may look different. How it is read out (`rPh`) is no part of it."""
    return "".join(
        "".join(each.texts()) if each.name == "t" else _words(each) for each in node.children if each.name != "rPh"
    )
