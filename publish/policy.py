"""Make a built site keep the security policy: no script stands inside a page.

`python -m publish.policy site/` moves each inline script into a small file, named by its content and shared by all
pages that have it. A browser told `script-src 'self'` would else refuse to run it. These files run in their order, once
the page is parsed, so that no page waits for them.
"""

import hashlib
import os
import re
import sys
from functools import partial
from pathlib import Path

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
FOLDER = "assets/moved"


def move_inline(site: Path, base: str = "/") -> int:
    """Move the inline scripts of every page below `site` into files. Returns how many files there are now.

    `base` is the path under which the site will stand: 404.html is served at any address, so it names files from there.
    """
    made: set[str] = set()
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        moved = SCRIPT.sub(partial(_moved, page=page, site=site, base=base, made=made), html)
        if moved != html:
            page.write_text(moved, encoding="utf-8")
    return len(made)


def _moved(found: re.Match[str], page: Path, site: Path, base: str, made: set[str]) -> str:
    attributes, code = found["attributes"], found["code"].strip()
    if not code or "application/" in attributes:  # a script with an address, or data, which is not run
        return found[0]
    name = f"{FOLDER}/{hashlib.sha256(code.encode()).hexdigest()[:12]}.js"
    made.add(name)
    target = site / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(code, encoding="utf-8")
    address = os.path.relpath(target, page.parent) if page.name != "404.html" else f"{base}{name}"
    defer = "" if "module" in attributes else " defer"  # a module waits by itself
    return f'<script{attributes}{defer} src="{address}"></script>'


if __name__ == "__main__":
    print(f"{move_inline(Path(sys.argv[1]))} scripts moved out of the pages")
