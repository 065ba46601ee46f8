"""Links on paper: where one leads is written behind it, unless its own words say so."""

import posixpath
import re
from html import escape, unescape
from urllib.parse import urlsplit

from framework.core.words import say

LINK = re.compile(r"<a ([^>]*)>(.*?)</a>", re.DOTALL)
ADDRESS = re.compile(r'href="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
PLAIN = re.compile(r'class="[^"]*\b(?:word|card|way|button|helps|cite)\b')
"""Kinds of links that say enough: a word that is explained, a card, the name of a tool, a work cited by name."""


def see(html: str, url: str, titles: dict[str, str]) -> str:
    """The HTML of a page at `url`, with `data-see` on each link that needs it; the print style shows what that says.

    `titles` gives the title of each page by its address below the site's own. A link outside gets its address.

    >>> see('<a href="../precepts/">Read them</a>', "about/", {"precepts/": "The precepts"})
    '<a href="../precepts/" data-see="see &#x27;The precepts&#x27;">Read them</a>'
    >>> see('<a href="../precepts/">the precepts</a>', "about/", {"precepts/": "The precepts"})
    '<a href="../precepts/">the precepts</a>'
    >>> see('<a href="https://example.org/a/">A study</a>', "about/", {})
    '<a href="https://example.org/a/" data-see="example.org/a">A study</a>'
    """

    def seen(found: re.Match[str]) -> str:
        attributes, inside = found.groups()
        address = ADDRESS.search(attributes)
        if not address or PLAIN.search(attributes) or "<svg" in inside:
            return found[0]
        said = " ".join(unescape(TAG.sub("", inside)).split())
        note = _note(unescape(address[1]), said, url, titles)
        return f'<a {attributes} data-see="{escape(note)}">{inside}</a>' if note else found[0]

    return LINK.sub(seen, html)


def target(href: str, url: str) -> str | None:
    """The address below the site's own of a link on the page at `url`; None if it leads outside.

    >>> target("../precepts/#precept.power", "about/")
    'precepts/'
    """
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return url
    path = posixpath.normpath(posixpath.join(url, parts.path)).removeprefix("./").removeprefix(".")
    return f"{path}/" if path and parts.path.endswith(("/", ".")) else path


def _note(href: str, said: str, url: str, titles: dict[str, str]) -> str | None:
    """What paper needs to say about a link, if anything."""
    place = target(href, url)
    if place is None:
        shown = re.sub(r"^(https?://|mailto:)(www\.)?", "", href).rstrip("/")
        return None if shown in said else shown
    title = titles.get(place)
    if not title or place == url or title.casefold() in said.casefold():
        return None
    return say("book.see", title=title)
