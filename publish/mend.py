"""Mend what Material writes into every page and our layout cannot reach: `python -m publish.mend site/`.

Its link past the header is taken out, for ours stands on every page (overrides/main.html), and its boxes that open the
search lose an attribute that no box may have. The text gets the place that our link leads to.
"""

import sys
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from framework.content.language import Language
from publish.pages import pages


def mend(page: LexborHTMLParser, name: str = "", language: Language | None = None) -> None:  # noqa: ARG001 (what changes a page is told which it is)
    """Make a page as it should be. With a `language`, it says that it is in that, whatever the theme knows of it.

    >>> page = LexborHTMLParser('<input class="md-toggle" id="__search" autocomplete="off">')
    >>> mend(page)
    >>> page.css_first("input").html
    '<input class="md-toggle" id="__search">'
    """
    for link in page.css("[data-md-component=skip]"):
        link.decompose()
    for box in page.css("input.md-toggle[autocomplete]"):
        del box.attrs["autocomplete"]
    for text in page.css("article.md-content__inner"):
        text.attrs["id"], text.attrs["tabindex"] = "content", "-1"
    if language and page.root:
        page.root.attrs["lang"], page.root.attrs["dir"] = language.code, language.direction


if __name__ == "__main__":
    print(f"{sum(1 for _ in pages(Path(sys.argv[1]), mend))} pages mended")
