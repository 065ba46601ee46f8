"""Find links and pictures of a built site that lead nowhere: `python -m publish.links site/`.

MkDocs sees those that are written in Markdown. This sees them all: those in the data, in templates, and in HTML.
"""

import posixpath
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.tree import rooms
from publish.pages import pages

SCHEMES = ("http", "https", "mailto", "tel", "data")
"""How an address may begin that leads out of the site. Any other, such as 'javascript:', would run something."""
ANYWHERE = "404.html"
"""This page is served at any address, so its links begin at the site's root."""


@dataclass
class Links:
    """The links and pictures of a site's pages, and what they may lead to."""

    ids: dict[str, set[str]] = field(default_factory=dict)
    """The ids of each page, by its path below the site's folder."""
    targets: dict[str, list[str]] = field(default_factory=dict)
    """What each page names, as it is written there."""

    def note(self, page: LexborHTMLParser, name: str) -> None:
        """Take in a page."""
        assert page.root is not None  # a page that was read has one
        found = list(rooms(page.root))
        self.ids[name] = {str(node.id) for room in found for node in room.css("[id]")}
        named = [(room.css(f"[{key}]"), key) for room in found for key in ("href", "src")]
        self.targets[name] = [node.attributes[key] or "" for nodes, key in named for node in nodes]

    def dead(self, site: Path, to_come: Collection[str] = ()) -> Iterator[str]:
        """A sentence for each link that leads nowhere. `to_come` are files that will be there."""
        there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}.union(to_come)
        for name, targets in self.targets.items():
            for target in dict.fromkeys(targets) if name != ANYWHERE else ():
                if not self._is_good(target, name, there):
                    mend = "Mend it in 'docs/', in 'brand/' or in the data that the page is made from."
                    yield f"{name.removesuffix('index.html') or 'home page'}: '{target}' leads nowhere. {mend}"

    def _is_good(self, target: str, name: str, there: Collection[str]) -> bool:
        parts = urlsplit(target)
        if parts.scheme and parts.scheme not in SCHEMES:
            return False
        if parts.scheme or parts.netloc or parts.path.startswith("/"):  # it leads out of the site, or may
            return True
        file = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
        index = posixpath.normpath(posixpath.join(file, "index.html"))
        ids = self.ids.get(file, self.ids.get(index))
        if ids is None:
            return file in there
        return not parts.fragment or unquote(parts.fragment) in ids


def main() -> int:
    """Print every link that leads nowhere."""
    links, site = Links(), Path(sys.argv[1])
    for name, page in pages(site):
        links.note(page, name)
    dead = list(links.dead(site))
    print("\n".join(dead) or "Every link leads somewhere.")
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())
