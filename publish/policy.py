"""Make a built site keep the security policy: no script stands inside a page.

`python -m publish.policy site/` moves each inline script into a small file, named by its content and shared by all
pages that have it. A browser told `script-src 'self'` would else refuse to run it. These files run in their order, once
the page is parsed, so that no page waits for them.
"""

import hashlib
import posixpath
import sys
from functools import partial
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from publish.pages import pages

FOLDER = "assets/moved"
INLINE = "script:not([src], [type^='application/'])"
"""A script with an address stands in a file, and one of another type is data, which is not run."""


def move_inline(page: LexborHTMLParser, name: str, site: Path, base: str = "/") -> None:
    """Move the inline scripts of a page into files of `site`.

    `base` is the path under which the site will stand: 404.html is served at any address, so it names files from there.
    """
    for script in page.css(INLINE):
        code = script.text().strip()
        if not code:
            continue
        file = f"{FOLDER}/{hashlib.sha256(code.encode()).hexdigest()[:12]}.js"
        (site / FOLDER).mkdir(parents=True, exist_ok=True)
        (site / file).write_text(code, encoding="utf-8")
        script.inner_html = ""
        if script.attributes.get("type") != "module":  # a module waits by itself
            script.attrs["defer"] = ""
        script.attrs["src"] = base + file if name == "404.html" else posixpath.relpath(file, posixpath.dirname(name))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    print(f"The scripts of {sum(1 for _ in pages(folder, partial(move_inline, site=folder)))} pages stand in files")
