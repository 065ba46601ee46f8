"""A Word file as an archive of parts: opened with care, for it comes from anyone, and written anew with one changed.

A file is looked over before anything in it is read: what unpacks to too much, what reaches for something outside of
itself, what runs, and XML with a document type, by which a few bytes become gigabytes, are each refused.
"""

import io
import json
import pyexpat
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from framework.core.answers import BadInput
from framework.core.words import say
from framework.export.docx.names import FORM_PART
from framework.export.docx.pictures import Picture, name_of
from framework.export.xml_tree import DocumentType, Node, TooDeep, parsed

MOST_PARTS = 2_000
MOST_BYTES = 40_000_000
"""Unpacked, all parts together: far more than any form with pictures in it."""
MOST_XML = 20_000_000
"""Unpacked, all XML together."""
MOST_RATIO = 250
"""How many times smaller than itself a part may have become: XML of long tables comes to forty."""
SMALL = 100_000
"""A part smaller than this may be packed as closely as it likes."""
ENCRYPTED = 0x1
MACROS = ("vbaproject", "vbadata", "activex", "macrosheets", "customui")
"""What the names of parts hold that run, or that make Word run something."""
RUNS = ("macroEnabled", "vbaProject", "activeX")
"""The same in what a file says of its parts' types."""
MAY_BE_OUTSIDE = ("/hyperlink",)
"""What may lead out of a file: a link that only somebody who presses it follows."""
MAIN, COMMENTS = "/officeDocument", "/comments"
RELS_END = "</Relationships>"
TYPES = "[Content_Types].xml"
TYPES_START = "<Types[^>]*>"
LINK = (
    '<Relationship Id="{name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="media/{name}.png"/>'
)
PNG = 'Extension="png"'
PNG_TYPE = '<Default Extension="png" ContentType="image/png"/>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a Word file from before 2007 begins, and one with a password."""


class Package:
    """The parts of a Word file."""

    def __init__(self, content: bytes) -> None:
        """Open a file, and look it over. Raises `BadInput` where it is none, or may not be read."""
        if content.startswith(OLE):
            raise _refused("old")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            self._left = MOST_BYTES
            self._look_over()
            self._find_main()
        except TooDeep as error:
            raise _refused("deep") from error
        except DocumentType as error:
            raise _refused("entities") from error
        except DAMAGED as error:
            raise _refused("damaged") from error

    def _look_over(self) -> None:
        """Each of these looks at the whole, and refuses what it finds."""
        entries = self._archive.infolist()
        if len(entries) > MOST_PARTS or sum(each.file_size for each in entries) > MOST_BYTES:
            raise _refused("large")
        for each in entries:
            if each.file_size > max(SMALL, MOST_RATIO * each.compress_size):
                raise _refused("large")
            if each.flag_bits & ENCRYPTED:
                raise _refused("password")
            if any(name in each.filename.lower() for name in MACROS):
                raise _refused("macros")
        left = MOST_XML
        self._xml: dict[str, bytes] = {}
        for each in entries:
            if each.filename.endswith((".xml", ".rels")):
                self._xml[each.filename] = self._read(each.filename, left)
                left -= len(self._xml[each.filename])
        self._trees = {name: parsed(content) for name, content in self._xml.items()}
        for name in self._xml:
            if name.endswith(".rels"):
                self._check_links(name)
        types = self._xml[TYPES].decode("utf-8", "replace")
        if any(each.lower() in types.lower() for each in RUNS):
            raise _refused("macros")

    def _read(self, name: str, most: int) -> bytes:
        """A part, unpacked. What an archive says of its sizes need not be true."""
        with self._archive.open(name) as packed:
            content = packed.read(most + 1)
        if len(content) > most:
            raise _refused("large")
        return content

    def _check_links(self, name: str) -> None:
        for each in self.part(name).all("Relationship"):
            outside = each.attributes.get("TargetMode", "").lower() == "external"
            if outside and not each.attributes.get("Type", "").endswith(MAY_BE_OUTSIDE):
                raise _refused("outside")

    def _find_main(self) -> None:
        self.main = next(self._targets("_rels/.rels", "", MAIN))
        self.part(self.main)

    def _targets(self, rels: str, folder: str, kind: str) -> Iterator[str]:
        """The parts of a kind that another part leans on."""
        for each in self.part(rels).all("Relationship"):
            if each.attributes.get("Type", "").endswith(kind):
                target = each.attributes["Target"]
                yield target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"

    def part(self, name: str) -> Node:
        """A part, as a tree. Raises KeyError where there is none."""
        return self._trees[name]

    def text(self, name: str) -> str:
        """A part of XML, as its text."""
        return self._xml[name].decode()

    def properties(self) -> dict[str, str]:
        """What the file says of itself, by name."""
        if "docProps/custom.xml" not in self._xml:
            return {}
        return {
            each.attributes.get("name", ""): "".join(each.texts())
            for each in self.part("docProps/custom.xml").all("property")
        }

    def feet(self) -> Iterator[Node]:
        """What stands below the pages."""
        for name in sorted(self._xml):
            if name.startswith("word/footer"):
                yield self.part(name)

    def comments(self) -> Node | None:
        """The comments, where there are any."""
        folder, _, name = self.main.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels"
        found = self._targets(rels, folder, COMMENTS) if rels in self._xml else iter(())
        part = next(found, "")
        return self.part(part) if part in self._xml else None

    def form(self) -> Any:
        """The form that the build wrote into a blank file, as plain data."""
        return json.loads("".join(self.part(FORM_PART).texts()))

    def with_main(self, text: str, pictures: Sequence[Picture] = ()) -> bytes:
        """The file with another text in its main part, and with the pictures that it shows, in their order."""
        folder, _, main = self.main.rpartition("/")
        rels, types = f"{folder}/_rels/{main}.rels", TYPES
        changed = {self.main: text.encode()}
        if pictures:
            numbered = [name_of(number) for number, _ in enumerate(pictures, 1)]
            links = "".join(LINK.format(name=name) for name in numbered)
            changed[rels] = self.text(rels).replace(RELS_END, links + RELS_END).encode()
            if PNG not in self.text(types):
                changed[types] = re.sub(TYPES_START, rf"\g<0>{PNG_TYPE}", self.text(types), count=1).encode()
            changed |= {f"{folder}/media/{name}.png": each.png for name, each in zip(numbered, pictures, strict=True)}
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in self._archive.infolist():
                content = changed.pop(entry.filename, None) or self._archive.read(entry.filename)
                _put(archive, entry.filename, entry.date_time, content)
            date_time = self._archive.infolist()[0].date_time
            for name, content in changed.items():
                _put(archive, name, date_time, content)
        return made.getvalue()


def _put(archive: zipfile.ZipFile, name: str, date_time: tuple[int, int, int, int, int, int], content: bytes) -> None:
    entry = zipfile.ZipInfo(name, date_time)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


DAMAGED = (
    zipfile.BadZipFile, KeyError, pyexpat.ExpatError, NotImplementedError, RuntimeError, ValueError, StopIteration,
    EOFError, OSError, zlib.error,
)  # fmt: skip
"""What Python says of a file that is none, or is cut off."""


def _refused(why: str) -> BadInput:
    """The reason for which a file is not read, and what to do."""
    return BadInput(say(f"word-file.{why}"), say(f"word-file.{why}-mend"))


def opened_safely[T](content: bytes, use: Callable[[Package], T]) -> T:
    """What `use` makes of a file. Raises `BadInput` too where what is in it can't be used."""
    package = Package(content)
    try:
        return use(package)
    except DAMAGED as error:
        raise _refused("damaged") from error
