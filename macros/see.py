"""Links on paper: where one leads is written behind it, unless its own words say so."""

import posixpath
import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from framework.core.words import say
from macros.tree import everywhere

LINKS = "a[href]:not(:is(.word, .card, .way, .button, .helps, .cite), :has(svg))"
"""Those that don't say enough by their kind: not a word that is explained, a card, the name of a tool, a work cited by
name, a picture."""


def see(tree: LexborNode, url: str, titles: dict[str, str]) -> None:
    """Put `data-see` on each link of the page at `url` that needs it; the print style shows what that says.

    `titles` gives the title of each page by its address below the site's own. A link outside gets its address.

    >>> from macros.tree import fragment
    >>> def seen(html: str) -> str | None:
    ...     see(page := fragment(html), "about/", {"precepts/": "The precepts"})
    ...     return page.inner_html
    >>> seen('<a href="../precepts/">Read them</a>')
    '<a href="../precepts/" data-see="see \\'The precepts\\'">Read them</a>'
    >>> seen('<a href="../precepts/">the precepts</a>')
    '<a href="../precepts/">the precepts</a>'
    >>> seen('<a href="https://example.org/a/">A study</a>')
    '<a href="https://example.org/a/" data-see="example.org/a">A study</a>'
    """
    for link in everywhere(tree, LINKS):
        said = " ".join(link.text().split())
        if note := _note(link.attributes["href"] or "", said, url, titles):
            link.attrs["data-see"] = note


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
