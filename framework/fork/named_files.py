"""Which files of `brand/` are published: those that the brand, its style or a page of its own names, and no others."""

import re
from collections.abc import Iterator
from pathlib import Path

from framework.content.as_saved import is_litter, text_of
from framework.fork.brand import FILE, Brand
from framework.fork.changelog import Changes
from framework.fork.own_pages import own_pages

STYLE = "style.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
READ = (FILE, STYLE, "README.md")
"""Files that the build reads, and does not publish."""


def own_style(folder: Path) -> str:
    """What the brand's own style says; nothing where it holds no more than comments.

    >>> own_style(Path("nowhere"))
    ''
    """
    path = folder / STYLE
    style = text_of(path) if path.is_file() else ""
    return style if COMMENT.sub("", style).strip() else ""


def is_copy(folder: Path, brand: Brand, changes: Changes) -> bool:
    """Whether someone publishes a guide of their own: they are named, or have changed or added something."""
    named = brand.organisation or brand.contact or brand.words
    return bool(named or named_pages(folder)) or not changes.none


def named_files(folder: Path, brand: Brand) -> list[Path]:
    """The files beside `brand.yaml` that are published."""
    names = {brand.logo, brand.favicon}
    texts = list(_texts(folder))
    return [path for path in _beside(folder) if path.name in names or _is_named(path.name, texts)]


def named_pages(folder: Path) -> dict[str, Path]:
    """The publisher's own pages by name, in order, and the files beside them that are published."""
    texts = list(_texts(folder))
    return {
        name: path
        for name, path in own_pages(folder / "pages").items()
        if path.suffix == ".md" or _is_named(name, texts)
    }


def left_out(folder: Path, brand: Brand) -> list[str]:
    """What to tell of files that nothing names."""
    known = {*named_files(folder, brand), *named_pages(folder).values()}
    files = [*_beside(folder), *own_pages(folder / "pages").values()]
    return [
        f"brand/{path.relative_to(folder).as_posix()}: no page and no line of the brand names this file, "
        "so it is not published. Name it where it is wanted, or take it out."
        for path in files
        if path not in known
    ]


def _beside(folder: Path) -> list[Path]:
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if path.is_file() and path.name not in READ and not is_litter(path)]


def _texts(folder: Path) -> Iterator[str]:
    """All that may name a file."""
    for path in (
        folder / STYLE,
        *sorted((folder / "pages").glob("*.md")),
        *sorted((folder / "framework").rglob("*.yaml")),
    ):
        if path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")


def _is_named(name: str, texts: list[str]) -> bool:
    """Whether a text names a file in a link, a picture or a style.

    >>> _is_named("a.png", ["![Us](a.png)"]), _is_named("a.png", ["We have a a.png"]), _is_named("a.png", ["(aa.png)"])
    (True, False, False)
    """
    link = re.compile(rf"[(\"'/<=]{re.escape(name)}[)\"'>#?\s]")
    return any(link.search(text) for text in texts)
