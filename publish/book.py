"""The whole guide in one piece: every page as a chapter, in the order of the navigation.

The pages' own HTML is taken as it is. What changes is what must, for it all to stand on one page: ids get the name of
their chapter, links between pages lead from chapter to chapter, headings are told one or two levels lower, and what
only works on a screen is left out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from macros.see import target

ADDRESS = "book/"
"""Where the book stands on the site."""
ON_SCREEN_ONLY = ("script", "template", "noscript", "link")
WITHOUT_END = ("link",)
MEANING = re.compile(r'<div class="meaning".*?</div>', re.DOTALL)
CELL = re.compile(r"<td><textarea[^>]*></textarea></td>")
"""An empty cell of a form. On paper it needs no control, and there are thousands."""
NEIGHBOURS = re.compile(r'<nav class="neighbours".*?</nav>', re.DOTALL)
START_TAG = re.compile(r"<([a-z][\w-]*)((?:\s[^<>]*)?)>")
ATTRIBUTE = re.compile(
    r'(?<=\s)(id|for|href|src|list|headers|name|role|aria-(?:labelledby|describedby|controls))="([^"]*)"'
)
TITLE_END = re.compile(r"</h1>")
POINTING = ("for", "list", "headers", "aria-labelledby", "aria-describedby", "aria-controls")


@dataclass(frozen=True)
class Chapter:
    """A page of the guide."""

    address: str
    """Where it stands below the site's own address."""
    title: str
    """As the navigation names it."""
    html: str
    """What stands on it; once it is bound, with ids and links that hold in the book."""

    @property
    def id(self) -> str:
        """Its name in the book.

        >>> Chapter("tools/power-map/", "Power mapping", "").id
        'tools-power-map'
        """
        return self.address.strip("/").replace("/", "-") or "home"


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


def bind(parts: Iterable[Part]) -> list[Part]:
    """The parts of the guide, made to stand on one page at `ADDRESS`."""
    parts = list(parts)
    chapters = {chapter.address: chapter.id for part in parts for chapter in part.chapters}
    return [
        Part(
            part.title,
            [Chapter(each.address, each.title, _bound(each, chapters, part.alone)) for each in part.chapters],
            alone=part.alone,
        )
        for part in parts
    ]


def relinked(html: str, address: str, parts: Iterable[Part]) -> str:
    """The HTML of what stands at `address`, with its links to chapters leading into the book."""
    chapters = {chapter.address: chapter.id for part in parts for chapter in part.chapters}

    def link(found: re.Match[str]) -> str:
        return f'href="{_moved("href", found[1], Chapter(address, "", ""), chapters)}"'

    return re.sub(r'(?<=\s)href="([^"]*)"', link, html)


def _bound(chapter: Chapter, chapters: dict[str, str], alone: bool) -> str:
    """A chapter's HTML, made to stand beside the others."""
    html = CELL.sub("<td></td>", NEIGHBOURS.sub("", MEANING.sub("", chapter.html)))
    html = without(html, ON_SCREEN_ONLY)
    lower = 1 if alone else 2

    def tag(found: re.Match[str]) -> str:
        name, attributes = found.groups()
        if "=" in attributes:
            attributes = ATTRIBUTE.sub(attribute, attributes)
        if 'type="date"' in attributes and "data-empty" not in attributes:
            attributes += " data-empty"  # a box to write in, without the browser's 'dd/mm/yyyy'
        if len(name) == 2 and name[0] == "h" and name[1].isdigit():
            level = min(6, int(name[1]) + lower)
            told = " data-chapter" if name == "h1" else ""
            return f'<{"h2" if name == "h1" else name}{attributes}{told} aria-level="{level}">'
        return f"<{name}{attributes}>"

    def attribute(found: re.Match[str]) -> str:
        key, value = found.groups()
        return f'{key}="{_moved(key, value, chapter, chapters)}"'

    return TITLE_END.sub("</h2>", START_TAG.sub(tag, html))


def _moved(key: str, value: str, chapter: Chapter, chapters: dict[str, str]) -> str:
    """What an attribute says in the book."""
    if key == "id":
        return _id(chapter.id, value)
    if key in POINTING:
        return " ".join(_id(chapter.id, each) for each in value.split())
    if key == "role" and value == "region":
        return "group"  # the same table stands in many chapters, and a page has few regions
    if key in ("name", "role"):
        return value
    place = target(value, chapter.address)
    if place is None:
        return value
    if key == "href" and place in chapters:
        return f"#{_id(chapters[place], urlsplit(value).fragment)}"
    anchor = urlsplit(value).fragment
    return "../" * ADDRESS.count("/") + place + (f"#{anchor}" if anchor else "")


def _id(chapter: str, id_: str) -> str:
    """An id in the book; without one, the chapter's.

    >>> _id("tools-power-map", "steps")
    'tools-power-map--steps'
    """
    return f"{chapter}--{id_}" if id_ else chapter


def without(html: str, names: tuple[str, ...]) -> str:
    """HTML without some elements and all that is in them.

    >>> without("<p>a<template>b<template>c</template>d</template>e</p>", ("template",))
    '<p>ae</p>'
    """
    kept: list[str] = []
    depth, done = 0, 0
    for found in re.finditer(rf"<(/?)({'|'.join(names)})\b[^>]*>", html):
        if depth == 0:
            kept.append(html[done : found.start()])
        depth += -1 if found[1] else found[2] not in WITHOUT_END
        done = found.end()
    return "".join([*kept, html[done:]])
