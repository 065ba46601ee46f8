"""The publisher's own pages, from `brand/pages/`: Markdown, and the pictures and files that belong to it."""

import html
import re
import unicodedata
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from framework.content.as_saved import Fault, Unreadable, is_litter, text_of, yaml_of
from framework.content.load import Problem

BEFORE = "brand/pages/"
FILES = (".md", ".png", ".jpg", ".jpeg", ".webp", ".svg", ".pdf", ".docx", ".xlsx", ".csv")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+")
HEAD = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*\n", re.DOTALL)
TITLE = re.compile(r"^# +(.+?) *#*$", re.MULTILINE)
KEYS = ("description", "found_by")
"""What may stand at the head of a page. Its title is its heading, and no key gives it another."""
NO_HEAD = (
    "it has no description",
    "Begin the file with '---', a line 'description: ' with one sentence, and '---'.",
)
REFUSED = ("script", "style", "iframe", "object", "embed", "base", "meta", "link")
"""What the site's security policy stops in every browser, so that a page with it would be broken."""


def own_pages(folder: Path) -> dict[str, Path]:
    """The files by name, in order."""
    return {path.name: path for path in _files(folder) if path.suffix in FILES}


def title_of(page: Path) -> str:
    """The title of a page: its heading."""
    found = TITLE.search(text_of(page))
    return found[1] if found else page.stem


def guide_titles(docs: Path) -> list[str]:
    """The titles of the guide's own pages of Markdown."""
    return [title_of(page) for page in sorted(docs.rglob("*.md"))]


def check_pages(folder: Path, taken: Collection[str] = ()) -> list[Problem]:
    """What is wrong with them, and how to mend it. `taken` are the titles of the guide's own pages and sections."""
    problems = []
    for path in _files(folder):
        try:
            wrong = _wrong_name(path)
            if not wrong and path.suffix == ".md":
                text = text_of(path)
                wrong = _wrong_page(text) or _wrong_title(text, title_of(path), taken)
        except Unreadable as error:
            wrong = error.fault
        if wrong:
            problems.append(Problem(BEFORE + path.name, "", wrong.what, wrong.mend, wrong.line))
    return problems


def is_taken(title: str, taken: Collection[str]) -> bool:
    """Whether readers would take a title for one of others.

    >>> is_taken("what we  CHANGED.", ["What we changed"]), is_taken("What we do", ["What we changed"])
    (True, False)
    """
    return _as_read(title) in set(map(_as_read, taken))


def _as_read(title: str) -> str:
    plain = unicodedata.normalize("NFKD", html.unescape(re.sub(r"<[^>]*>", "", title)))
    return "".join(each for each in plain.casefold() if each.isalnum())


def _wrong_title(text: str, title: str, taken: Collection[str]) -> Fault | None:
    if is_taken(title, taken):
        what = f"a page of the guide has the title '{title}'"
        return Fault(_line_of(text, TITLE), what, "Give yours another, so that nobody takes it for that one.")
    return None


def _line_of(text: str, pattern: re.Pattern[str]) -> int:
    found = pattern.search(text)
    return text[: found.start()].count("\n") + 1 if found else 0


def _files(folder: Path) -> list[Path]:
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if not is_litter(path) and path.name != "README.md"]


def _wrong_name(path: Path) -> Fault | None:
    if not path.is_file():
        return Fault(0, "this is a folder", "Put the pages beside one another, without folders.")
    if path.suffix.lower() not in FILES:
        return Fault(0, "files of this kind are not published", f"Use one of {', '.join(FILES)}.")
    if not NAME.fullmatch(path.name):
        mend = f"Name it '{good_name(path.name)}', here and where a page names it."
        return Fault(0, "this name makes no good address", mend)
    return None


def good_name(name: str) -> str:
    """A name of a file that makes a good address.

    >>> good_name("Photo 1.JPG"), good_name("Our_Panel's page.md")
    ('photo-1.jpg', 'our-panels-page.md')
    """
    stem, _, suffix = name.lower().rpartition(".")
    plain = unicodedata.normalize("NFKD", re.sub("['’\u0300-\u036f]", "", stem))
    return f"{re.sub('[^a-z0-9]+', '-', plain).strip('-') or 'page'}.{suffix}"


def _wrong_page(text: str) -> Fault | None:
    head = HEAD.match(text)
    if not head:
        return Fault(1, *NO_HEAD)
    keys = _keys_of(head[1])
    if not str(keys.get("description") or "").strip():
        return Fault(1, *NO_HEAD)
    if unknown := sorted(keys.keys() - set(KEYS)):
        line = _line_of(text, re.compile(rf"^{re.escape(unknown[0])} *:", re.MULTILINE))
        return Fault(line, f"its head has '{unknown[0]}'", f"Leave only {', '.join(KEYS)} there.")
    titles = list(re.finditer(r"^# +\S", text[head.end() :], flags=re.MULTILINE))
    if len(titles) != 1:
        at = text[: head.end() + (titles[1].start() if titles else 0)].count("\n") + 1
        what = f"it has {len(titles)} headings of the first rank"
        return Fault(at, what, "Give it one line that begins with '# ', its title.")
    if found := refused(text):
        line = _line_of(text, re.compile(rf"{re.escape(found.rstrip('='))}\b", re.IGNORECASE))
        mend = "Take it out. Styles go into brand/style.css."
        return Fault(line, f"it has '{found}', which browsers won't run here", mend)
    return None


def _keys_of(head: str) -> dict[str, Any]:
    """What stands at the head of a page. Raises `Unreadable`, with the line of the page."""
    try:
        found = yaml_of(head)
    except Unreadable as error:
        raise Unreadable(replace(error.fault, line=error.fault.line + 1)) from error
    return found if isinstance(found, dict) else {}


def refused(text: str) -> str | None:
    """The first element or attribute of a text that the security policy forbids."""
    for node in LexborHTMLParser(text).css("*"):
        if node.tag in REFUSED:
            return f"<{node.tag}"
        for name in node.attributes:
            if name == "style" or name.startswith("on"):
                return f"{name}="
    return None
