"""What stands in a Word file, in order: paragraphs and tables, what is in each control, and who commented where.

Changes that were tracked are read as accepted: what was put in is there, and what was taken out is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from framework.export.docx.names import CHECKED
from framework.export.xml_tree import Node

SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": "\t"}
GONE = {
    "w:del",
    "w:moveFrom",
    "w:delText",
    "w:instrText",
    "w:rPr",
    "w:pPr",
    "w:sdtPr",
    "mc:Fallback",
    "w:tblPr",
    "w:tblGrid",
}
"""What was taken out, what is no text, and what is there a second time for older programs."""


@dataclass
class Control:
    """A content control that has a tag."""

    tag: str
    text: str
    empty: bool
    """Whether it only shows what might be written there."""
    ticked: bool | None = None
    """For a box to tick: whether it is."""
    day: str = ""
    """For a date: the day that Word keeps beside its text, as 2027-03-31."""


@dataclass
class Paragraph:
    """A paragraph: all that it says, and what of that stands in controls."""

    text: str
    controls: list[Control] = field(default_factory=list)
    around: str = ""
    """What stands outside of its controls."""
    comments: list[str] = field(default_factory=list)
    """The ids of the comments on it."""


@dataclass
class Cell:
    """A cell of a table."""

    paragraphs: list[Paragraph]

    @property
    def text(self) -> str:
        """All that was written in it, without what a control only shows."""
        return written(self.paragraphs)

    @property
    def controls(self) -> list[Control]:
        """The controls in it."""
        return [control for each in self.paragraphs for control in each.controls]

    @property
    def comments(self) -> list[str]:
        """The ids of the comments on it."""
        return [comment for each in self.paragraphs for comment in each.comments]


@dataclass
class Table:
    """A table, by its rows."""

    rows: list[list[Cell]]


type Block = Paragraph | Table


@dataclass(frozen=True)
class Comment:
    """What somebody wrote beside the text."""

    by: str
    text: str


def written(paragraphs: list[Paragraph]) -> str:
    """The text of some paragraphs, without what controls only show."""
    lines = []
    for each in paragraphs:
        shown = any(control.empty and control.text for control in each.controls)
        filled = "".join(control.text for control in each.controls if not control.empty)
        lines.append(f"{filled}{each.around}" if shown else each.text)
    return "\n".join(lines).strip("\n")


def blocks(document: Node) -> list[Block]:
    """The paragraphs and tables of a document, in order."""
    body = document.child("w:body")
    if body is None:
        raise ValueError
    return list(_Reader().blocks(body))


def comments(part: Node | None) -> dict[str, Comment]:
    """The comments by their ids."""
    if part is None:
        return {}
    found = {}
    for each in part.all("w:comment"):
        paragraphs = [block for block in _Reader().blocks(each) if isinstance(block, Paragraph)]
        found[each.attributes.get("w:id", "")] = Comment(each.attributes.get("w:author", ""), written(paragraphs))
    return found


class _Reader:
    """Goes through a document once."""

    def __init__(self) -> None:
        self.waiting: list[str] = []
        """Comments that began between two paragraphs: they are on the next."""
        self.boxes: list[Node] = []
        """Text boxes of the paragraph that is read."""

    def blocks(self, node: Node) -> Iterator[Block]:
        for each in node.children:
            if each.name == "w:p":
                yield self.paragraph(each)
                boxes, self.boxes = self.boxes, []
                for box in boxes:
                    yield from self.blocks(box)
            elif each.name == "w:tbl":
                yield Table(list(self.rows(each)))
            elif each.name == "w:sdt":
                yield from self.in_control(each)
            elif each.name == "w:commentRangeStart":
                self.waiting.append(each.attributes.get("w:id", ""))
            elif each.name not in GONE:
                yield from self.blocks(each)

    def in_control(self, node: Node) -> Iterator[Block]:
        """The paragraphs of a control that holds whole ones. Of several, the control is in the first."""
        content = node.child("w:sdtContent")
        if content is None:
            return
        if any(content.all("w:sdt")) or not _tag(node):  # it only holds others together
            yield from self.blocks(content)
            return
        found = list(self.blocks(content))
        paragraphs = [each for each in found if isinstance(each, Paragraph)]
        if paragraphs and len(paragraphs) == len(found):
            text = "\n".join(each.text for each in paragraphs)
            comments = [comment for each in paragraphs for comment in each.comments]
            yield Paragraph(text, [_control(node, text)], "", comments)
        else:
            yield from found

    def rows(self, node: Node) -> Iterator[list[Cell]]:
        for each in node.children:
            if each.name == "w:tr" and each.child("w:trPr", "w:del") is None:
                yield list(self.cells(each, None))
            elif each.name in ("w:sdt", "w:sdtContent", "w:ins", "w:customXml"):
                yield from self.rows(each)

    def cells(self, node: Node, around: Node | None) -> Iterator[Cell]:
        for each in node.children:
            if each.name == "w:tc":
                found = list(self.blocks(each))
                paragraphs = [inner for block in found for inner in _flat(block)]
                if around is not None and _tag(around) and not any(inner.controls for inner in paragraphs):
                    text = "\n".join(inner.text for inner in paragraphs)
                    comments = [comment for inner in paragraphs for comment in inner.comments]
                    paragraphs = [Paragraph(text, [_control(around, text)], "", comments)]
                yield Cell(paragraphs)
            elif each.name in ("w:sdt", "w:sdtContent", "w:customXml"):
                yield from self.cells(each, each if each.name == "w:sdt" else around)

    def paragraph(self, node: Node) -> Paragraph:
        found = Paragraph("", comments=self.waiting)
        self.waiting = []
        self.pieces(node, found, None)
        found.comments = list(dict.fromkeys(found.comments))
        return found

    def pieces(self, node: Node, found: Paragraph, control: Node | None) -> None:
        """Take in what stands in a paragraph, or in a control in it."""
        for each in node.children:
            if each.name == "w:t":
                self.add(found, "".join(each.texts()), control)
            elif each.name in SIGNS and each.attributes.get("w:type", "textWrapping") == "textWrapping":
                self.add(found, SIGNS[each.name], control)
            elif each.name in ("w:commentReference", "w:commentRangeStart"):
                found.comments.append(each.attributes.get("w:id", ""))
            elif each.name == "w:txbxContent":
                self.boxes.append(each)
            elif each.name == "w:sdt":
                self.inline(each, found)
            elif each.name not in GONE:
                self.pieces(each, found, control)

    def inline(self, node: Node, found: Paragraph) -> None:
        content = node.child("w:sdtContent")
        if content is None:
            return
        if not _tag(node) or any(content.all("w:sdt")):
            self.pieces(content, found, None)
            return
        before = len(found.text)
        self.pieces(content, found, node)
        found.controls.append(_control(node, found.text[before:]))

    def add(self, found: Paragraph, text: str, control: Node | None) -> None:
        found.text += text
        if control is None:
            found.around += text


def _flat(block: Block) -> Iterator[Paragraph]:
    """The paragraphs of a block; those of a table within a cell row by row."""
    if isinstance(block, Paragraph):
        yield block
    else:
        for row in block.rows:
            for cell in row:
                yield from cell.paragraphs


def _tag(node: Node) -> str:
    return node.value("w:sdtPr", "w:tag")


def _control(node: Node, text: str) -> Control:
    told = node.child("w:sdtPr")
    assert told is not None
    box, day = told.child("w14:checkbox"), told.child("w:date")
    ticked = None
    if box is not None:
        ticked = box.value("w14:checked") in ("1", "true", "on") if box.child("w14:checked") else CHECKED in text
    kept = day.attributes.get("w:fullDate", "")[:10] if day is not None else ""
    return Control(told.value("w:tag"), text, told.child("w:showingPlcHdr") is not None, ticked, kept)
