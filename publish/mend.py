"""Mend what Material writes into every page and our layout cannot reach: `python -m publish.mend site/`.

Its link past the header is taken out, for ours stands on every page (overrides/main.html), and its boxes that open the
search lose an attribute that no box may have. The text gets the place that our link leads to.
"""

import re
import sys
from pathlib import Path

MENDS = (
    (re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL), ""),
    (re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"'), r"\1"),
    (re.compile(r'<article class="md-content__inner'), '<article id="content" tabindex="-1" class="md-content__inner'),
)
"""What is looked for in a page, and what stands there afterwards."""


def mended(html: str) -> str:
    """A page as it should be.

    >>> mended('<input class="md-toggle" id="__search" autocomplete="off">')
    '<input class="md-toggle" id="__search">'
    """
    for pattern, replacement in MENDS:
        html = pattern.sub(replacement, html)
    return html


def mend(site: Path) -> int:
    """Mend every page below `site`. Returns how many were changed."""
    changed = 0
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        if (new := mended(html)) != html:
            page.write_text(new, encoding="utf-8")
            changed += 1
    return changed


if __name__ == "__main__":
    print(f"{mend(Path(sys.argv[1]))} pages mended")
