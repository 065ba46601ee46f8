"""The whole guide in one piece: every page as a chapter, in the order of the navigation.

The pages' own HTML is taken as it is. What changes is what must, for it all to stand on one page: ids get the name of
their chapter, links between pages lead from chapter to chapter, headings are told one or two levels lower, and what
only works on a screen is left out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from macros.see import target

ADDRESS = "book/"
"""Where the book stands on the site."""
ON_SCREEN_ONLY = "script, template, noscript, link, .meaning, .neighbours"
CELLS = "td > textarea:only-child"
"""An empty cell of a form. On paper it needs no control, and there are thousands."""
DATES = "input[type=date]:not([data-empty])"
"""They become boxes to write in, without the browser's 'dd/mm/yyyy'."""
HEADINGS = "h1, h2, h3, h4, h5, h6"
POINTING = ("id", "for", "list", "headers", "aria-labelledby", "aria-describedby", "aria-controls")
DRAWN_WITH = ("marker-start", "marker-mid", "marker-end", "fill", "stroke", "clip-path", "mask", "filter")
"""What a part of a picture may be drawn with: `url(#...)` names another part by its id."""
PART = re.compile(r"url\(#([^)]+)\)")


@dataclass(frozen=True, eq=False)
class Chapter:
    """A page of the guide."""

    address: str
    """Where it stands below the site's own address."""
    title: str
    """As the navigation names it."""
    tree: LexborNode = field(repr=False)
    """What stands on it; once it is bound, with ids and links that hold in the book."""

    @property
    def id(self) -> str:
        """Its name in the book.

        >>> from macros.tree import fragment
        >>> Chapter("tools/power-map/", "Power mapping", fragment("")).id
        'tools-power-map'
        """
        return self.address.strip("/").replace("/", "-") or "home"

    @property
    def html(self) -> str:
        """What stands on it, as HTML."""
        return self.tree.inner_html or ""


@dataclass(frozen=True)
class Part:
    """A section of the guide, with its pages."""

    title: str
    chapters: list[Chapter]
    alone: bool = field(default=False, kw_only=True)
    """Whether it is one page, which needs no heading above its own."""

    @property
    def id(self) -> str:
        """Its name in the book, which no chapter has."""
        return f"part-{self.chapters[0].id}"


def bind(parts: Iterable[Part]) -> None:
    """Change the parts of the guide so that they can stand on one page at `ADDRESS`."""
    parts = list(parts)
    chapters = _chapters(parts)
    for part in parts:
        for chapter in part.chapters:
            for node in chapter.tree.css(f"{ON_SCREEN_ONLY}, {CELLS}"):
                node.decompose()
            for node in chapter.tree.css(DATES):
                node.attrs["data-empty"] = ""
            _move_ids(chapter)
            _move_links(chapter.tree, chapter.address, chapters)
            _lower_headings(chapter.tree, 1 if part.alone else 2)


def relink(tree: LexborNode, address: str, parts: Iterable[Part]) -> None:
    """Let the links to chapters that stand at `address` lead into the book."""
    _move_links(tree, address, _chapters(parts))


def _chapters(parts: Iterable[Part]) -> dict[str, str]:
    """The names of all chapters in the book, by their address."""
    return {chapter.address: chapter.id for part in parts for chapter in part.chapters}


def _move_ids(chapter: Chapter) -> None:
    """Give ids the name of their chapter, and so whatever points to them."""
    for name in POINTING:
        for node in chapter.tree.css(f"[{name}]"):
            node.attrs[name] = " ".join(_id(chapter.id, each) for each in (node.attributes[name] or "").split())
    for name in DRAWN_WITH:
        for node in chapter.tree.css(f'[{name}*="url(#"]'):
            drawn = node.attributes[name] or ""
            node.attrs[name] = PART.sub(lambda found: f"url(#{_id(chapter.id, found[1])})", drawn)
    for node in chapter.tree.css("[role=region]"):
        node.attrs["role"] = "group"  # the same table stands in many chapters, and a page has few regions


def _move_links(tree: LexborNode, address: str, chapters: dict[str, str]) -> None:
    """Let links and pictures lead from the book to where they led from `address`, or to the chapter of that page."""
    for name in ("href", "src"):
        for node in tree.css(f"[{name}]"):
            value = node.attributes[name] or ""
            place, anchor = target(value, address), urlsplit(value).fragment
            if place is None:
                continue
            if name == "href" and place in chapters:
                node.attrs[name] = f"#{_id(chapters[place], anchor)}"
            else:
                node.attrs[name] = "../" * ADDRESS.count("/") + place + (f"#{anchor}" if anchor else "")


def _lower_headings(tree: LexborNode, lower: int) -> None:
    """Tell headings some levels lower. A page's title becomes that of a chapter."""
    for node in tree.css(HEADINGS):
        name = str(node.tag)
        node.attrs["aria-level"] = str(min(6, int(name[1]) + lower))
        if name == "h1":
            title = node.parser.create_node("h2")
            for key, value in node.attributes.items():
                title.attrs[key] = value
            title.attrs["data-chapter"] = ""
            title.inner_html = node.inner_html or ""
            node.replace_with(title, move=True)


def _id(chapter: str, id_: str) -> str:
    """An id in the book; without one, the chapter's.

    >>> _id("tools-power-map", "steps")
    'tools-power-map--steps'
    """
    return f"{chapter}--{id_}" if id_ else chapter
