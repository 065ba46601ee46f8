"""What the search looks through: the words of every page, place by place, with the words that people use for each.

A place is what a link can lead to: a heading with an id, or an item of the framework that stands on the page, such as
an action, a word of the glossary or a question of a form. What is hidden, and what repeats another page, is left out.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborNode

from framework.content.address import address
from framework.content.model import Framework, items
from macros.tree import TEXT
from publish.reading import IN_LINE

FILE = "search/texts.js"
"""A script that names what it holds: a page opened from a file may load that, where it may not fetch."""
NAME = "guideTexts"
LEFT_OUT = {"script", "style", "template", "nav", "button", "select", "svg", "dialog", "datalist", "noscript"}
OUT = ("[hidden]", "[popover]", "[role=status]", "[data-search-exclude]", ".needs-web", ".kicker", ".facts", ".points")
HEADINGS = {"h1", "h2", "h3", "dt"}
"""With an id, each of these begins a place, which goes on until the next."""
NAMES_ITS_PLACE = {"legend", "label"}
NAMES_IT = "field__label"
CONTROLS = {"input", "textarea"}
ENDS = ".?!:…।॥؟۔"
"""What a sentence ends with, in any writing that the guide is in."""


@dataclass
class Place:
    """A part of a page that a link can lead to."""

    anchor: str
    """Its id on the page; empty for the page itself."""
    title: str = ""
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is read there. Blocks that end without a stop are kept apart."""
        blocks = [" ".join(block.split()) for block in "".join(self.parts).split("\0")]
        said = ""
        for block in filter(None, blocks):
            said += ("" if not said else " " if said[-1] in ENDS else " · ") + block
        return said


def places(tree: LexborNode, ids: Collection[str]) -> list[Place]:
    """The places of a page in their order, the page itself first. `ids` are those of the items that may stand there.

    >>> from macros.tree import fragment
    >>> page = fragment("<h1 id=a>One</h1><p>Ask <b>first</b>.</p><h2 id=b>Two</h2><ul><li id=b.1>Then do.</li></ul>")
    >>> [(each.anchor, each.title, each.text) for each in places(page, {"b.1"})]
    [('', 'One', 'Ask first.'), ('b', 'Two', ''), ('b.1', '', 'Then do.')]
    >>> places(fragment("<p>আগে জিজ্ঞেস করুন।<p>Then do<p>So"), ())[0].text
    'আগে জিজ্ঞেস করুন। Then do · So'
    """
    out = {node.mem_id for selector in OUT for node in tree.css(selector)}
    reader = _Reader(ids, out)
    reader.read(tree)
    return reader.places


class _Reader:
    def __init__(self, ids: Collection[str], out: Collection[int]) -> None:
        self.ids = ids
        self.out = out
        self.places = [Place("")]
        self.here = self.places[0]

    def read(self, node: LexborNode) -> None:
        for each in node.iter(include_text=True):
            tag = str(each.tag)
            if tag == TEXT:
                self.here.parts.append(each.text_content or "")
            elif tag not in LEFT_OUT and tag not in CONTROLS and each.mem_id not in self.out:
                self._element(each, tag)

    def _element(self, node: LexborNode, tag: str) -> None:
        attributes = node.attributes
        id_ = attributes.get("id") or ""
        if tag == "h1" or (tag in HEADINGS and id_):
            self._begin("" if tag == "h1" else id_, _words_of(node))
            return
        names_it = tag in NAMES_ITS_PLACE or NAMES_IT in (attributes.get("class") or "")
        if names_it and self.here.anchor in self.ids and not self.here.title:
            self.here.title = _words_of(node)
            return
        before = self.here
        if id_ in self.ids:
            self._begin(id_)
        apart = tag not in IN_LINE or attributes.get("class") == "helps"
        if apart:
            self.here.parts.append("\0")
        self.read(node)
        if apart:
            self.here.parts.append("\0")
        if id_ in self.ids:
            self.here = before

    def _begin(self, anchor: str, title: str = "") -> None:
        known = next((place for place in self.places if place.anchor == anchor), None)
        self.here = known or Place(anchor)
        self.here.title = self.here.title or title
        if not known:
            self.places.append(self.here)


def _words_of(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())


def names(framework: Framework) -> dict[str, tuple[str, ...]]:
    """The words that people use for each item, by its address: those it is found by, is also called, and its forms."""
    found = {}
    for item in items(framework):
        own = [word for key in ("found_by", "also_called", "forms") for word in getattr(item, key, ())]
        if own:
            found[address(item)] = tuple(dict.fromkeys(own))
    return found


def page_texts(
    url: str,
    title: str,
    found: Iterable[Place],
    named: Mapping[str, tuple[str, ...]],
    own: Iterable[str],
    weight: float,
) -> dict[str, Any]:
    """A page as the search reads it. `own` are the words that people use for a page that is no item's; `weight` is more
    than 1 for a page that is to come first where two fit alike.

    Each place is its anchor, title, words and names; what it lacks at its end is left out.
    """
    rows = []
    for place in found:
        at = f"{url}#{place.anchor}" if place.anchor else url
        row = [place.anchor, place.title, place.text, "; ".join(dict.fromkeys([*named.get(at, ()), *_own(place, own)]))]
        while row and not row[-1]:
            row.pop()
        if len(row) > 1 or not place.anchor:
            rows.append(row)
    return {"address": url, "title": title, **({"weight": weight} if weight != 1 else {}), "places": rows}


def _own(place: Place, own: Iterable[str]) -> Iterator[str]:
    if not place.anchor:
        yield from own


def script(pages: Iterable[dict[str, Any]], passed_over: str) -> str:
    """The pages, and the words that the search passes over, as a script that a browser may load from anywhere."""
    told = {"pages": list(pages), "passedOver": passed_over}
    return f"globalThis.{NAME} = {json.dumps(told, ensure_ascii=False, separators=(',', ':'))};\n"
