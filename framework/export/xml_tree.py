"""XML as a tree of what it holds, in order, for files of office programs: they come from anyone.

Names have Word's own short prefixes, whatever those of the file are, and those of other kinds of XML have none. A
document type, by which a few bytes become gigabytes, is refused.
"""

import pyexpat
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

DEEPEST = 200
"""Nothing that people write lies nearly as deep: a table in a table in a text box comes to forty."""
PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}
"""Word's own, as it saves files and as ISO/IEC 29500 would have them."""


class TooDeep(Exception):
    """Elements within elements, deeper than any that people make."""


class DocumentType(Exception):
    """XML that says of what document type it is."""


@dataclass
class Node:
    """An element: what it is called, what it says of itself, and what is in it."""

    name: str
    attributes: dict[str, str]
    inside: list["Node | str"] = field(default_factory=list)

    @property
    def children(self) -> Iterator["Node"]:
        """The elements right in it."""
        return (each for each in self.inside if isinstance(each, Node))

    def child(self, *names: str) -> "Node | None":
        """What lies in it at the end of some names, each in the one before; None where nothing does."""
        found: Node | None = self
        for name in names:
            found = next((each for each in found.children if each.name == name), None) if found else None
        return found

    def all(self, name: str) -> Iterator["Node"]:
        """All elements of a name, however deep, in order."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.all(name)

    def texts(self) -> Iterator[str]:
        """All that is written in it."""
        for each in self.inside:
            if isinstance(each, str):
                yield each
            else:
                yield from each.texts()

    def value(self, *names: str) -> str:
        """What `w:val` is at the end of some names; empty where there is none."""
        found = self.child(*names)
        return found.attributes.get("w:val", found.attributes.get("w14:val", "")) if found else ""


def parsed(content: bytes) -> Node:
    """The outermost element. Raises `pyexpat.ExpatError` for what is no XML, `TooDeep`, and `DocumentType`."""
    top = Node("", {})
    open_ = [top]
    short: dict[str, str] = {}
    parser = pyexpat.ParserCreate(namespace_separator=" ")

    def named(name: str) -> str:
        if name not in short:
            space, _, local = name.rpartition(" ")
            short[name] = PREFIXES.get(space, "") + local
        return short[name]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_) > DEEPEST:
            raise TooDeep
        node = Node(named(name), {named(key): value for key, value in attributes.items()})
        open_[-1].inside.append(node)
        open_.append(node)

    def end(_: str) -> None:
        open_.pop()

    def text(words: str) -> None:
        open_[-1].inside.append(words)

    def refuse(*_: Any) -> None:
        raise DocumentType

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.buffer_text = True
    parser.Parse(content, True)
    return next(top.children)
