"""Mend what Material writes into every page and our layout cannot reach: `python -m publish.mend site/`.

What its script would work with is taken out, for that is not on the page: its link past the header, its boxes that
open a menu and a search, and scripts of its own. Ours stand on every page (overrides/main.html). The text gets the
place that our link leads to.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from selectolax.lexbor import LexborHTMLParser

from framework.content.language import Language
from publish.pages import pages

MATERIAL = "[data-md-component=skip], [data-md-component=announce], [data-md-component=dialog], .md-toggle, .md-overlay"
SCRIPT = re.compile(r"\s*(__md_scope=|var target=document\.getElementById\(location\.hash)")
"""What Material's script keeps, and the tabs in a text, of which we have none."""


def mend(
    page: LexborHTMLParser,
    name: str = "",
    language: Language | None = None,
    others: Mapping[str, Language] = MappingProxyType({}),
) -> None:
    """Make a page as it should be. With a `language`, it says that it is in that, whatever the theme knows of it.

    `others` are the languages of the site's folders by their names.

    >>> page = LexborHTMLParser('<input class="md-toggle" id="__search"><article class="md-content__inner">')
    >>> mend(page)
    >>> page.body.inner_html
    '<article class="md-content__inner" id="content" tabindex="-1"></article>'
    """
    for part in page.css(MATERIAL):
        part.decompose()
    for script in page.css("script:not([src])"):
        if SCRIPT.match(script.text()):
            script.decompose()
    for text in page.css("article.md-content__inner"):
        text.attrs["id"], text.attrs["tabindex"] = "content", "-1"
    language = others.get(name.split("/")[0], language)
    if language and page.root:
        page.root.attrs["lang"], page.root.attrs["dir"] = language.code, language.direction


if __name__ == "__main__":
    print(f"{sum(1 for _ in pages(Path(sys.argv[1]), mend))} pages mended")
