"""The pages of a built site, by their address."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from macros.tree import everywhere

PARTS = range(4)
"""So many tests share out the pages, where one that opened them all would keep a single worker busy for minutes."""
LAYOUT = ", ".join(f"{tag}[class]:not(.meaning)" for tag in ("div", "dl", "ol", "section", "ul"))


def addresses(site: Path) -> list[str]:
    """The address of every page, from the site's root."""
    return sorted(f"/{path.relative_to(site).as_posix().removesuffix('index.html')}" for path in site.rglob("*.html"))


def parsed(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page of a site, by its file's path in it."""
    return {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }


def part_of(found: list[str], part: int) -> list[str]:
    """One of the PARTS of a list of pages, for tests that share them out: no two parts have a page in common."""
    return found[part :: len(PARTS)]


def kinds(site: Path) -> list[str]:
    """The address of one page of each kind: pages of a kind stand in one folder, with the same layout and widgets."""
    found: dict[tuple[str, ...], str] = {}
    for address in addresses(site):
        found.setdefault(_kind(address, _html(site, address)), address)
    return list(found.values())


def _html(site: Path, address: str) -> str:
    path = site / address.lstrip("/")
    return (path / "index.html" if address.endswith("/") else path).read_text(encoding="utf-8")


def _kind(address: str, html: str) -> tuple[str, ...]:
    page = LexborHTMLParser(html)
    text = page.css_first("article") or page.root
    assert text is not None
    layout = text.css_first(LAYOUT)
    widgets = {str(node.tag) for node in everywhere(text, "*") if "-" in str(node.tag)}
    folder, *deeper = address.strip("/").split("/")[:-1] or [""]
    if deeper:  # a page beside each of a folder's, as tools/power-map/example/
        folder += f"/*/{address.strip('/').split('/')[-1]}"
    return folder, str(layout.attributes["class"]) if layout else "", *sorted(widgets)
