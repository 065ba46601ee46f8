"""All of a group's documents as one zip, with a page that lists them."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from framework.core.characters import clean
from framework.draw.svg import element, escape
from framework.export.html_page import html_page
from framework.group.documents import Version

DAY = (1980, 1, 1, 0, 0, 0)
"""The day in the zip of every file: that of the group's device is nobody's business."""
INDEX = "index.html"


def folder(
    files: Sequence[tuple[Version, bytes]], stages: Iterable[dict[str, Any]], title: str, language: str
) -> bytes:
    """A zip of Word files, with an index of what `framework.group.binder.binder` says, in the page's `language`."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        named = [(_file_name(version), content) for version, content in files]
        for name, content in [(INDEX, _index(files, stages, title, language).encode()), *named]:
            zipped.writestr(ZipInfo(name, DAY), content, ZIP_DEFLATED)
    return made.getvalue()


def _file_name(version: Version) -> str:
    return f"{_plain(version.file_name)}.docx"


def _plain(name: str) -> str:
    """A name that any computer takes for a file.

    >>> _plain("../Who: decides?.docx")
    '.. Who  decides .docx'
    """
    return "".join(letter if letter.isalnum() or letter in " .,-()'" else " " for letter in clean(name)).strip()


def _index(files: Sequence[tuple[Version, bytes]], stages: Iterable[dict[str, Any]], title: str, language: str) -> str:
    body = [element("h1", escape(title))]
    for stage in stages:
        if stage["documents"]:
            body.append(element("h2", escape(stage["stage_name"])))
            body.append(element("ul", *(_line(each, files) for each in stage["documents"])))
    return html_page(language, title, body)


def _line(document: dict[str, Any], files: Sequence[tuple[Version, bytes]]) -> str:
    title = escape(document["title"])
    names = [_file_name(version) for version, _ in files if version.tool == document["id"]]
    links = ", ".join(element("a", escape(name), href=quote(name)) for name in names)
    return element("li", element("b", title), f": {escape(document['state'])} {links}")
