"""The publisher's own pages, from `brand/pages/`: Markdown, and the pictures and files that belong to it."""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from framework.content.load import Problem

BEFORE = "brand/pages/"
FILES = (".md", ".png", ".jpg", ".jpeg", ".webp", ".svg", ".pdf", ".docx", ".xlsx", ".csv")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+")
HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
REFUSED = ("script", "style", "iframe")
"""What the site's security policy stops in every browser, so that a page with it would be broken."""


def own_pages(folder: Path) -> dict[str, Path]:
    """The files by name, in order."""
    return {path.name: path for path in _files(folder) if path.suffix in FILES}


def title_of(page: Path) -> str:
    """The title of a page: its heading."""
    found = re.search(r"^# +(.+?) *#*$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return found[1] if found else page.stem


def check_pages(folder: Path) -> list[Problem]:
    """What is wrong with them, and how to mend it."""
    problems = []
    for path in _files(folder):
        wrong = _wrong_name(path) or (_wrong_page(path.read_text(encoding="utf-8")) if path.suffix == ".md" else None)
        if wrong:
            problems.append(Problem(BEFORE + path.name, "", *wrong))
    return problems


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
    titles = re.findall(r"^# +\S", text[head.end() :], flags=re.MULTILINE)
    if len(titles) != 1:
        return f"it has {len(titles)} headings of the first rank", "Give it one line that begins with '# ', its title."
    if refused := _refused(text):
        return f"it has '{refused}', which browsers won't run here", "Take it out. Styles go into brand/style.css."
    return None


def _refused(text: str) -> str | None:
    """The first element or attribute of a page that the security policy forbids."""
    for node in LexborHTMLParser(text).css("*"):
        if node.tag in REFUSED:
            return f"<{node.tag}"
        for name in node.attributes:
            if name == "style" or name.startswith("on"):
                return f"{name}="
    return None
