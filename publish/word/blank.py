"""A tool's form as a blank Word file, by python-docx: headings, hints, and a content control for each answer.

Nothing in it tells when it was made, so that the same form always makes the same file.
"""

import io
import itertools
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.document import DocumentPart
from docx.shared import Mm
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from framework.content.model import Tool
from framework.core.answers import SIDES
from framework.core.words import listed, say
from framework.export.docx import names
from framework.export.form import SIGNS
from framework.fork.brand import Brand
from framework.published import form_fields

FOLDER = Path(__file__).parent
OLDEST = (1980, 1, 1, 0, 0, 0)
WIDTH = 9638
"""Of the text, in twentieths of a point: A4 without its margins."""
NAMED = 0.28
"""How much of the width the names of a table's rows take."""
KEPT = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS}
KEPT_OF_PACKAGE = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}
"""What of python-docx's own template stays, with what is put in its place."""
CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


COLOURS = ("ink", "soft", "tint", "card", "organisation")
"""The colours that the form as a web page has too (`framework.export.web_page`)."""


@dataclass(frozen=True)
class Look:
    """What all forms of a site have in common."""

    brand: Brand
    logo: bytes
    edition: str
    """The version of the guide that a form is of."""
    language: str
    """The language's code: 'en-GB'."""
    credit: str
    """Where the words come from, in a sentence or two."""


def blank(tool: Tool, look: Look) -> bytes:
    """The file."""
    ids = itertools.count(1)
    body = _template("document.xml").render(
        tool=tool,
        colour=_colours(look),
        language=look.language,
        credit=look.credit,
        tag=lambda name: names.tag_of(name, tool.id),
        next_id=lambda: next(ids),
    )
    document = _dressed(body, tool.id, tool.name, look)
    told = json.dumps(form_data(tool, look), ensure_ascii=False, separators=(",", ":"))
    _add(document.part, names.FORM_PART, "application/xml", CUSTOM_XML, _template("form.xml").render(told=told))
    return _undated(document)


def binder(look: Look) -> bytes:
    """The file that a group's documents are bound in: it looks as they do, and holds none of them."""
    body = _template("binder.xml").render(credit=look.credit)
    return _undated(_dressed(body, names.BINDER, say("word.binder"), look))


def _colours(look: Look) -> dict[str, str]:
    return {name: value.lstrip("#") for name, value in vars(look.brand.colours.light).items()}


def _dressed(body: str, id_: str, title: str, look: Look) -> WordDocument:
    """A document of this body, in the look of the site, which tells what it is to people and to the guide."""
    part = Document().part
    _strip(part)
    part._element = parse_xml(body)  # python-docx has no way of its own to take a body
    document: WordDocument = part.document
    _dress(document, {**_colours(look), "language": look.language})
    _head_and_foot(document, id_, title, look)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, look.brand.publisher, look.language
    properties.subject, properties.comments = look.brand.name, look.credit
    content_type = CONTENT_TYPE.OFC_CUSTOM_PROPERTIES
    text = _template("properties.xml").render(told={names.TOOL: id_, names.EDITION: look.edition})
    _add(document.part.package, "docProps/custom.xml", content_type, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES, text)
    return document


@cache
def _template(name: str) -> Any:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(vars(names))
    environment.globals.update(
        say=say, listed=listed, SIDES=SIDES, SIGNS=SIGNS, shared=_shared, numbered=numbered, DATE_FORMAT="dd/MM/yyyy"
    )
    return environment.get_template(name)


def numbered(rows: int) -> list[tuple[str, str]]:
    """Rows that have numbers for names, and the words for each."""
    return [(str(row), say("form.row", number=row)) for row in range(1, rows + 1)]


def _shared(columns: int, named: bool = False) -> list[int]:
    """The widths of a table's columns.

    >>> _shared(2), _shared(2, named=True)
    ([4819, 4819], [2698, 3470, 3470])
    """
    first = [int(WIDTH * NAMED)] if named else []
    return [*first, *[(WIDTH - sum(first)) // columns] * columns]


def _strip(part: DocumentPart) -> None:
    """Take out what python-docx's template brings: a picture of it, a theme, four hundred kilobytes of styles."""
    for owner, kept in ((part.package, KEPT_OF_PACKAGE), (part, KEPT)):
        for id_ in [id_ for id_, each in owner.rels.items() if each.reltype not in kept]:
            del owner.rels[id_]
    told = part.core_properties._element
    for name in ("created", "modified"):
        for element in told.findall(qn(f"dcterms:{name}")):
            told.remove(element)


def _dress(document: WordDocument, told: Mapping[str, str]) -> None:
    document.part._styles_part._element = parse_xml(_template("styles.xml").render(told))
    document.part._settings_part._element = parse_xml(_template("settings.xml").render(told))


def _head_and_foot(document: WordDocument, id_: str, title: str, look: Look) -> None:
    """The logo and the site's name above each page; below it, what the document is, and of which edition."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    picture = head.add_run().add_picture(io.BytesIO(look.logo), height=Mm(8))
    picture._inline.docPr.set("descr", look.brand.logo_text or say("word.logo", name=look.brand.publisher))
    head.add_run(f"  {look.brand.name}\t{title}")
    edition = say("word.edition", edition=look.edition)
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{look.brand.name} · {say('word.licence')} · {id_} · {edition}\t")
    for part in say("word.page", number="\0PAGE\0", all="\0NUMPAGES\0").split("\0"):
        if part in ("PAGE", "NUMPAGES"):
            foot._p.append(parse_xml(_template("number.xml").render(field=part)))
        else:
            foot.add_run(part)


def form_data(tool: Tool, look: Look) -> dict[str, Any]:
    """A form as plain data: what `framework.export.form.Form` is made from."""
    return {
        "tool": tool.id,
        "name": tool.name,
        "summary": tool.summary,
        "edition": look.edition,
        "credit": look.credit,
        "language": look.language,
        "colours": {name: value for name, value in vars(look.brand.colours.light).items() if name in COLOURS},
        "fields": form_fields(tool),
    }


def _add(owner: Any, name: str, content_type: str, kind: str, text: str) -> None:
    package = getattr(owner, "package", owner)
    owner.relate_to(Part(PackURI(f"/{name}"), content_type, text.encode(), package), kind)


def _undated(document: WordDocument) -> bytes:
    """The file without the time at which it was made."""
    saved, made = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as found, zipfile.ZipFile(made, "w") as undated:
        for name in found.namelist():
            entry = zipfile.ZipInfo(name, OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            undated.writestr(entry, found.read(name), compresslevel=9)
    return made.getvalue()
