"""A file or some cells that people have, as sheets of rows: whatever program wrote them."""

import csv
import io
import re
from collections import Counter
from typing import Any

from framework.core.answers import BadInput
from framework.core.read_json import Unreadable, read_json
from framework.core.words import say
from framework.tools.power_map.workbook import Sheet, sheets_of

LARGEST = 2_000_000
"""Letters. A list of 2,000 stakeholders has far fewer."""
WORKBOOK = b"PK\x03\x04"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
"""What .xls files begin with, and workbooks that are locked with a password."""
UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
DELIMITERS = (",", ";", "\t", "|")
SEPARATOR = re.compile(r'"?sep=(.)"?[ \t]*\r?\n', re.IGNORECASE)
"""By this line a list tells its spreadsheet program what parts its cells."""
KUMU = ("Elements", "Connections")
"""What Kumu calls its two sheets."""
SAMPLE = 40
"""So many lines tell what parts the cells."""


def text_of(content: bytes) -> str:
    """The text in a file. Raises `BadInput` where it is none.

    Spreadsheet programs still write older alphabets: what holds no letter of UTF-8 beyond English is read as theirs.
    What holds some, and some that are broken, is damaged.

    >>> text_of("Café".encode("cp1252")), text_of("Café".encode("utf-16"))
    ('Café', 'Café')
    """
    if content[:2] in UTF_16:
        return content[2:].decode(UTF_16[content[:2]], errors="replace")
    if content[1:2] == b"\0" and content[:1] != b"\0":  # UTF-16 of a program that does not say so
        return content.decode("utf-16-le", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = content.decode("utf-8", errors="replace")
        if re.search(r"[^\x00-\x7f\ufffd]", text) or re.match(r"\s*[{[]", text):
            raise BadInput(say("power-map.no-text"), say("power-map.no-csv-mend")) from error
    return content.decode("cp1252", errors="replace")


def is_json(content: bytes | str) -> bool:
    """Whether it may be a map, or what Kumu saves."""
    start = content[:200] if isinstance(content, str) else content[:200].decode("utf-8-sig", errors="ignore")
    return bool(re.match(r"\s*[{[]", start))


def opened(content: bytes | str) -> list[Sheet]:
    """The sheets in a file, or in cells that were pasted. Raises `BadInput` where there is nothing to be read."""
    if isinstance(content, bytes):
        if content.startswith(WORKBOOK):
            return _not_empty(sheets_of(content))
        if content.startswith(OLD_WORKBOOK):
            raise BadInput(say("power-map.old-workbook"), say("power-map.no-csv-mend"))
    text = content if isinstance(content, str) else text_of(content)
    if len(text) > LARGEST:
        raise BadInput(say("power-map.large-file"), say("power-map.large-file-mend"))
    if "\0" in text:
        raise BadInput(say("power-map.no-csv"), say("power-map.no-csv-mend"))
    if re.match(r"\s*\{", text):
        return _not_empty(_kumu(text))
    return _not_empty([Sheet("", _table(text.removeprefix("\ufeff").lstrip("\r\n")))])


def _not_empty(sheets: list[Sheet]) -> list[Sheet]:
    found = [sheet for sheet in sheets if any(any(map(str.strip, row)) for row in sheet.rows)]
    if not found:
        raise BadInput(say("power-map.empty-file"), say("power-map.empty-file-mend"))
    return found


def _table(text: str) -> list[list[str]]:
    told = SEPARATOR.match(text)
    delimiter = told[1] if told else _delimiter(text)
    rest = text[told.end() :] if told else text
    try:
        return list(csv.reader(io.StringIO(rest, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise BadInput(say("power-map.bad-csv", error=error), say("power-map.bad-csv-mend")) from error


def _delimiter(text: str) -> str:
    """What parts the cells: that by which the most cells stand in lines with as many of them as each other.

    >>> _delimiter("Our list, 2026\\nName;Power\\nTenants, Block C;2\\nThe lender;4\\n")
    ';'
    """
    sample = "".join(text.splitlines(keepends=True)[:SAMPLE])
    best, score = ",", 0
    for each in DELIMITERS:
        try:
            rows = list(csv.reader(io.StringIO(sample, newline=""), delimiter=each))
        except csv.Error:
            continue
        lengths = Counter(len(row) for row in rows)
        found = max((count * (length - 1) for length, count in lengths.items()), default=0)
        if found > score:
            best, score = each, found
    return best


def _kumu(text: str) -> list[Sheet]:
    """What Kumu saves: elements and connections, each with what is known of it, as a sheet of each."""
    try:
        plain = read_json(text)
    except Unreadable as error:
        raise BadInput(say(f"group.{error.reason}"), say("group.another-file")) from error
    parts = {key: plain.get(key) for key in ("elements", "connections")}
    if not all(isinstance(part, list) and all(isinstance(each, dict) for each in part) for part in parts.values()):
        raise BadInput(say("power-map.not-a-map"), say("power-map.not-a-map-mend"))
    elements = [_known(each) for each in parts["elements"] or []]
    names = {str(each[key]): each.get("label", "") for each in elements for key in ("_id", "id") if each.get(key)}
    connections = [_known(each) for each in parts["connections"] or []]
    for each in connections:
        each |= {end: names.get(each.get(end, ""), each.get(end, "")) for end in ("from", "to")}
    return [Sheet(name, _rows(known)) for name, known in zip(KUMU, (elements, connections), strict=True) if known]


def _known(plain: dict[str, Any]) -> dict[str, str]:
    """What Kumu knows of something, its own fields and those that people added, as texts."""
    attributes = plain.get("attributes")
    flat = {**plain, **(attributes if isinstance(attributes, dict) else {})}
    found = {}
    for key, value in flat.items():
        words = ", ".join(map(str, value)) if isinstance(value, list) else value
        if isinstance(words, (str, int, float)) and not isinstance(words, bool):
            found[key.lower().removeprefix("element ").removeprefix("connection ")] = str(words)
    return found


def _rows(known: list[dict[str, str]]) -> list[list[str]]:
    headings = list(dict.fromkeys(key for each in known for key in each if key not in ("_id", "id", "attributes")))
    return [headings, *([each.get(key, "") for key in headings] for each in known)]
