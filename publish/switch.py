"""The switch between languages, once the whole site is known: it leads to this page in each language that has it."""

import posixpath
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

SWITCH = ".languages a[hreflang]"
ANYWHERE = "404.html"
"""This page is served at any address, so its links begin at the site's root."""
ALTERNATES = "link[rel=alternate][hreflang]"


def lead_to_languages(page: LexborHTMLParser, name: str, site: Path) -> None:
    """Where a language has not the page `name`, lead to its home, and tell no program that it has. Where it has no home
    either, lead nowhere.
    """
    folder = posixpath.dirname(name)
    links = page.css(SWITCH)
    if name == ANYWHERE:
        for link in links:
            home = (link.attributes["href"] or "").rstrip("/").rpartition("/")[2]
            if link.attributes["hreflang"] != "en" and not _is_there(site, home) and link.parent:
                link.parent.decompose()
        return
    missing = {link.attributes["hreflang"] for link in links if not _is_there(site, _target(link, folder))}
    for link in links:
        if link.attributes["hreflang"] in missing:
            home = _target(link, folder).split("/")[0] if link.attributes["hreflang"] != "en" else "."
            if _is_there(site, home):
                link.attrs["href"] = f"{posixpath.relpath(home, folder or '.')}/"
            elif link.parent:
                link.parent.decompose()
    alternates = page.css(ALTERNATES)
    for link in alternates:
        if link.attributes["hreflang"] in missing or len(alternates) - len(missing) < 2:
            link.decompose()


def _target(link: LexborNode, folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, link.attributes["href"] or ""))


def _is_there(site: Path, path: str) -> bool:
    return (site / path / "index.html").is_file()
