"""The pages of a built site: each is read once, changed by whoever has something to change, and written."""

from collections.abc import Callable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

type Change = Callable[[LexborHTMLParser, str], object]
"""Changes a page, and is told its path below the site's folder: 'tools/power-map/index.html'."""


def pages(site: Path, *changes: Change) -> Iterator[tuple[str, LexborHTMLParser]]:
    """Every page below `site`: its path and its tree, once it was changed and written."""
    for path in sorted(site.rglob("*.html")):
        tree, name = LexborHTMLParser(path.read_text(encoding="utf-8")), path.relative_to(site).as_posix()
        for change in changes:
            change(tree, name)
        if changes:
            path.write_text(f"{tree.html}\n", encoding="utf-8")
        yield name, tree
