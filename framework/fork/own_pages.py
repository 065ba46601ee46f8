"""The publisher's own pages, from `brand/pages/`: Markdown, and the pictures and files that belong to it."""

import html
import re
import unicodedata
from collections.abc import Collection
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from framework.content.load import Problem

BEFORE = "brand/pages/"
FILES = (".md", ".png", ".jpg", ".jpeg", ".webp", ".svg", ".pdf", ".docx", ".xlsx", ".csv")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+")
HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
KEYS = ("description", "found_by")
"""What may stand at the head of a page. Its title is its heading, and no key gives it another."""
REFUSED = ("script", "style", "iframe", "object", "embed", "base", "meta", "link")
"""What the site's security policy stops in every browser, so that a page with it would be broken."""


def own_pages(folder: Path) -> dict[str, Path]:
    """The files by name, in order."""
    return {path.name: path for path in _files(folder) if path.suffix in FILES}


def title_of(page: Path) -> str:
    """The title of a page: its heading."""
    found = re.search(r"^# +(.+?) *#*$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return found[1] if found else page.stem


def guide_titles(docs: Path) -> list[str]:
    """The titles of the guide's own pages of Markdown."""
    return [title_of(page) for page in sorted(docs.rglob("*.md"))]


def check_pages(folder: Path, taken: Collection[str] = ()) -> list[Problem]:
    """What is wrong with them, and how to mend it. `taken` are the titles of the guide's own pages and sections."""
    problems = []
    for path in _files(folder):
        wrong = _wrong_name(path)
        if not wrong and path.suffix == ".md":
            wrong = _wrong_page(path.read_text(encoding="utf-8")) or _wrong_title(title_of(path), taken)
        if wrong:
            problems.append(Problem(BEFORE + path.name, "", *wrong))
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


def _wrong_title(title: str, taken: Collection[str]) -> tuple[str, str] | None:
    if is_taken(title, taken):
        return (
            f"a page of the guide has the title '{title}'",
            "Give yours another, so that nobody takes it for that one.",
        )
    return None


def _files(folder: Path) -> list[Path]:
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if not path.name.startswith(".") and path.name != "README.md"]


def _wrong_name(path: Path) -> tuple[str, str] | None:
    if not path.is_file():
        return "this is a folder", "Put the pages beside one another, without folders."
    if path.suffix not in FILES:
        return "files of this kind are not published", f"Use one of {', '.join(FILES)}."
    if not NAME.fullmatch(path.name):
        return "this name makes no good address", "Use lower-case letters, numbers and '-': 'repairs-panel.md'."
    return None


def _wrong_page(text: str) -> tuple[str, str] | None:
    head = HEAD.match(text)
    if not head or not re.search(r"^description: *\S", head[1], flags=re.MULTILINE):
        return (
            "it has no description",
            "Begin the file with '---', a line 'description: ' with one sentence, and '---'.",
        )
    keys = set(re.findall(r"^([\w-]+) *:", head[1], flags=re.MULTILINE))
    if unknown := sorted(keys - set(KEYS)):
        return f"its head has '{unknown[0]}'", f"Leave only {', '.join(KEYS)} there."
    titles = re.findall(r"^# +\S", text[head.end() :], flags=re.MULTILINE)
    if len(titles) != 1:
        return f"it has {len(titles)} headings of the first rank", "Give it one line that begins with '# ', its title."
    if found := refused(text):
        return f"it has '{found}', which browsers won't run here", "Take it out. Styles go into brand/style.css."
    return None


def refused(text: str) -> str | None:
    """The first element or attribute of a text that the security policy forbids."""
    for node in LexborHTMLParser(text).css("*"):
        if node.tag in REFUSED:
            return f"<{node.tag}"
        for name in node.attributes:
            if name == "style" or name.startswith("on"):
                return f"{name}="
    return None
