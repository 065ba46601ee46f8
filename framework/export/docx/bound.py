"""Several filled-in forms as one Word file: each from a new page, with a list of them that leads there.

Each answer keeps its content control. The forms' files are our own, so their text is taken as text, as in
`framework.export.docx.fill`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count

from framework.core.words import say
from framework.draw.svg import escape
from framework.export.docx.fill import ID, filled, note
from framework.export.docx.names import CONTENTS_STYLES, CREDIT_STYLE, HEAD_STYLES, HEADING_STYLES, NOTE_STYLE
from framework.export.docx.package import Package
from framework.export.docx.pictures import Picture, drawings
from framework.export.form import Answers, Form, tidy

BODY = re.compile(r"<w:body>(.*)<w:sectPr>", re.DOTALL)
STYLE = '<w:pStyle w:val="{}"/>'
LOWER = ((HEADING_STYLES[1], HEADING_STYLES[2]), (HEADING_STYLES[0], HEADING_STYLES[1]))
"""Below the document's own heading each other is one level lower. The lowest goes first."""
TITLE = re.compile(rf"<w:p><w:pPr>{STYLE.format(HEAD_STYLES[0])}</w:pPr>.*?</w:p>", re.DOTALL)
NOT_TWICE = re.compile(
    rf'<w:p><w:pPr><w:pStyle w:val="(?:{NOTE_STYLE}|{CREDIT_STYLE})"/></w:pPr>.*?</w:p>\s*', re.DOTALL
)
"""How a form is filled in, and where its words come from."""
START = "<w:body>"
CONTENTS_START = (
    '<w:sdt><w:sdtPr><w:id w:val="0"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    "</w:docPartObj></w:sdtPr><w:sdtContent>"
)
FIELD = '<w:r><w:instrText xml:space="preserve"> TOC \\o &quot;1-1&quot; \\n \\h \\z </w:instrText></w:r>'
"""By this Word makes the list anew: of the highest headings, without their pages, as links."""
LINK = (
    '<w:hyperlink w:anchor="{place}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'
    '<w:t xml:space="preserve">{words}</w:t></w:r></w:hyperlink>'
)


@dataclass(frozen=True)
class Sheet:
    """One document that is bound."""

    title: str
    mark: str
    """What it is: agreed, or whose draft."""
    form: Form
    blank: Package
    answers: Answers
    pictures: tuple[Picture, ...] = ()


def bound(binder: Package, title: str, about: str, sheets: Sequence[Sheet]) -> bytes:
    """The file. `binder` is the empty one that the build made; `about` stands below the title."""
    ids = count(1)
    headings = [say("binder.numbered", number=number, title=sheet.title) for number, sheet in enumerate(sheets, 1)]
    firsts = accumulate((len(sheet.pictures) for sheet in sheets), initial=1)
    bodies = (
        _body(sheet, place, head, first)
        for place, (sheet, head, first) in enumerate(zip(sheets, headings, firsts, strict=False), 1)
    )
    inside = "".join([*map(_paragraph, HEAD_STYLES, (title, about)), *_contents(headings), *bodies])
    inside = ID.sub(lambda _: f'<w:id w:val="{next(ids)}"/>', inside)
    pictures = [each for sheet in sheets for each in sheet.pictures]
    return binder.with_main(binder.text(binder.main).replace(START, f"{START}{inside}", 1), pictures)


def _body(sheet: Sheet, place: int, heading: str, first: int) -> str:
    """A document's paragraphs and tables, below its heading. `first` is the number of its first picture."""
    blank = NOT_TWICE.sub("", sheet.blank.text(sheet.blank.main))
    found = BODY.search(filled(blank, sheet.form, sheet.answers, drawings(sheet.pictures, first)))
    assert found, sheet.form.tool
    body = found[1]
    for level, lower in LOWER:
        body = body.replace(STYLE.format(level), STYLE.format(lower))
    head = _paragraph(HEADING_STYLES[0], heading, "<w:pageBreakBefore/>", place) + note(sheet.mark)
    return TITLE.sub(lambda _: head, body, count=1)


def _paragraph(style: str, text: str, more: str = "", place: int = 0) -> str:
    """A paragraph; where it has a `place` in the list of contents, that leads to it."""
    run = f'<w:r><w:t xml:space="preserve">{escape(tidy(text))}</w:t></w:r>'
    if place:
        name = _bookmark(place)
        run = f'<w:bookmarkStart w:id="{place}" w:name="{name}"/>{run}<w:bookmarkEnd w:id="{place}"/>'
    return f"<w:p><w:pPr>{STYLE.format(style)}{more}</w:pPr>{run}</w:p>"


def _bookmark(place: int) -> str:
    """The name of a place in the list of contents, as Word itself names them.

    >>> _bookmark(3)
    '_Toc3'
    """
    return f"_Toc{place}"


def _contents(headings: Sequence[str]) -> Iterator[str]:
    """The list of contents, which Word can make anew."""
    heading, entry = CONTENTS_STYLES
    links = [LINK.format(place=_bookmark(place), words=escape(tidy(words))) for place, words in enumerate(headings, 1)]
    links[0] = f"{_mark('begin')}{FIELD}{_mark('separate')}{links[0]}"
    links[-1] += _mark("end")
    yield CONTENTS_START
    yield _paragraph(heading, say("binder.contents"))
    yield from (f"<w:p><w:pPr>{STYLE.format(entry)}</w:pPr>{link}</w:p>" for link in links)
    yield "</w:sdtContent></w:sdt>"


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
