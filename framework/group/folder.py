"""All of a group's documents as one zip, with a page that lists them."""

from binascii import a2b_base64, b2a_base64
from collections.abc import Iterable
from io import BytesIO
from typing import Any
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from framework.core.answers import BadInput
from framework.core.characters import clean
from framework.core.words import say
from framework.draw.svg import element, escape
from framework.export.html_page import html_page

DAY = (1980, 1, 1, 0, 0, 0)
"""The day in the zip of every file: that of the group's device is nobody's business."""
INDEX = "index.html"
MOST_FILES = 200


def folder(files: Any, stages: Iterable[dict[str, Any]], title: str, language: str) -> str:
    """A zip of `files`, each a `name` and a `file` as base64, with an index of what `binder` says, in the page's
    `language`; as base64.

    Raises `BadInput` where these are no files.
    """
    try:
        found = [(_plain(each["name"]), a2b_base64(each["file"], strict_mode=True)) for each in files[:MOST_FILES]]
    except (TypeError, KeyError, ValueError) as error:
        raise BadInput(say("common.unreadable-request"), say("common.load-again")) from error
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        for name, content in [(INDEX, _index(found, stages, title, language).encode()), *found]:
            zipped.writestr(ZipInfo(name, DAY), content, ZIP_DEFLATED)
    return b2a_base64(made.getvalue(), newline=False).decode()


def _plain(name: str) -> str:
    """A name that any computer takes for a file.

    >>> _plain("../Who: decides?.docx")
    '.. Who  decides .docx'
    """
    return "".join(letter if letter.isalnum() or letter in " .,-()'" else " " for letter in clean(name)).strip()


def _index(files: list[tuple[str, bytes]], stages: Iterable[dict[str, Any]], title: str, language: str) -> str:
    body = [element("h1", escape(title))]
    for stage in stages:
        if stage["documents"]:
            body.append(element("h2", escape(stage["stage_name"])))
            body.append(element("ul", *(_line(each, files) for each in stage["documents"])))
    return html_page(language, title, body)


def _line(document: dict[str, Any], files: list[tuple[str, bytes]]) -> str:
    title = escape(document["title"])
    own = _plain(document["title"])
    names = [name for name, _ in files if name == f"{own}.docx" or name.startswith(f"{own} (")]
    links = ", ".join(element("a", escape(name), href=quote(name)) for name in names)
    return element("li", element("b", title), f": {escape(document['state'])} {links}")
