"""What is written for a page is HTML as it should be, before the parser reads it.

The parser mends as browsers do: it closes what was left open and drops what closes nothing. So a checker that looks at
the site no longer sees such a slip, and it is looked for here, in what the parser was given.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from macros import tree
from macros.tree import fragment
from publish import pages
from tests.conftest import ROOT

END = re.compile(r"</([a-z][\w-]*)>")
CLOSED_ITSELF = re.compile(r"<([a-z][\w-]*)(?:\s[^<>]*)?/>")
VOID = {"br", "hr", "img", "input", "link", "meta"}
OUTERMOST = {"html", "head", "body"}


def mended(given: str, written: str) -> dict[str, tuple[int, int]]:
    """The elements that the parser closed more or less often than what it was given, with both counts."""
    before = Counter(END.findall(given)) + Counter(CLOSED_ITSELF.findall(given))
    after = Counter(END.findall(written))
    names = (before.keys() | after.keys()) - VOID - OUTERMOST
    return {name: (before[name], after[name]) for name in names if before[name] != after[name]}


@pytest.mark.parametrize("slip", ["<p>a<div>b</div></p>", "<ul><li>a</ul>", "<p><b>a</p>", "a</span>"])
def test_a_slip_is_seen(slip: str) -> None:
    assert mended(slip, fragment(slip).inner_html or "")
    assert not mended("<p>a<br/></p><svg><path/></svg>", fragment("<p>a<br/></p><svg><path/></svg>").inner_html or "")


def test_no_page_has_a_slip_that_the_parser_mends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[dict[str, tuple[int, int]]] = []

    def noting(html: str) -> LexborHTMLParser:
        page = LexborHTMLParser(html)
        found.append(mended(html, page.html or ""))
        return page

    for module in (tree, pages):
        monkeypatch.setattr(module, "LexborHTMLParser", noting)
    monkeypatch.chdir(ROOT)
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    assert len(found) > 200
    assert [slips for slips in found if slips] == []
