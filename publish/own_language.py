"""Links of a page in a language: to the page in the same language where there is one, and else to the English one."""

import posixpath
from collections.abc import Collection
from urllib.parse import unquote, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser

from macros.tree import everywhere

TO_PAGES = {":is(a, link[rel=prev], link[rel=next])": "href", "[data-page]": "data-page"}
"""What leads to pages: links, and what a script opens."""
INDEX = "index.html"


def keep_language(page: LexborHTMLParser, name: str, address: str, there: Collection[str]) -> None:
    """Lead each link of the page `name` to a page in its language, if that is among those that are `there`. A link to
    a file leads to the site's, for a language has none.

    `address` is that of the language below the site's, with a slash.

    >>> page = LexborHTMLParser('<a href="../../plan/#a">1</a><a href="../map/">2</a><a href="../a.pdf">3</a>')
    >>> keep_language(page, "cy/about/index.html", "cy/", {"cy/plan/index.html"})
    >>> page.body.inner_html
    '<a href="../plan/#a">1</a><a href="../../map/" hreflang="en">2</a><a href="../../a.pdf">3</a>'
    >>> drawn = LexborHTMLParser('<svg><a href="../map/">1</a></svg>')
    >>> keep_language(drawn, "cy/about/index.html", "cy/", {"cy/plan/index.html"})
    >>> drawn.body.inner_html
    '<svg><a href="../../map/">1</a></svg>'
    """
    folder = posixpath.dirname(name)
    assert page.root is not None  # a page that was read has one
    for selector, key in TO_PAGES.items():
        for link in everywhere(page.root, f"{selector}[{key}]:not([hreflang])"):
            written = urlsplit(link.attributes[key] or "")
            if written.scheme or written.netloc or not written.path or written.path.startswith("/"):
                continue
            path = posixpath.normpath(posixpath.join(folder, unquote(written.path)))
            if not (written.path.endswith(("/", ".")) or path.endswith(INDEX)):
                if path.startswith(address):  # files are the site's, and a page in Markdown names them from where it is
                    link.attrs[key] = urlunsplit(written._replace(path=posixpath.relpath(path[len(address) :], folder)))
                continue
            english = posixpath.join(path.removesuffix(INDEX), INDEX)
            english = posixpath.normpath(english.removeprefix(address) if f"{path}/".startswith(address) else english)
            is_there = address + english in there
            target = posixpath.relpath(posixpath.dirname(address + english if is_there else english) or ".", folder)
            link.attrs[key] = urlunsplit(written._replace(path=f"{target}/"))
            if not is_there and key == "href" and not link.css_matches("svg a"):  # a link in a drawing takes none
                link.attrs["hreflang"] = "en"
