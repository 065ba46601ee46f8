"""What becomes of every page's HTML, once all pages are there, which `on_env` can count on.

Each is read once. Words of the glossary are explained, links say on paper where they lead, and all of it is bound into
the book.
"""

from dataclasses import replace

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from selectolax.lexbor import LexborNode

from framework.content.model import Word
from macros.build import build_of
from macros.explain import explain
from macros.marks import bare
from macros.see import see
from macros.tree import fragment
from publish.book import ADDRESS, Chapter, Part, bind, relink

LEFT_OUT = "no_book"
"""A page with this in its head is about the web site, and of no use on paper."""
GLOSSARY = "glossary.md"

_nav: Navigation | None = None


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Note the order of the pages."""
    global _nav
    _nav = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Change every page, and give the theme the book."""
    assert _nav is not None
    pages = [file.page for file in files.documentation_pages() if file.page]
    address = build_of(config).address
    glossary = tuple(map(_without_marks, build_of(config).glossary))
    titles = {url: bare(str(page.title)) for page in pages for url in (page.url, page.url.removeprefix(address))}
    trees = {page.url: fragment(page.content or "") for page in pages}
    for page in pages:
        tree = trees[page.url]
        if not page.is_homepage:  # there it is all links, and each says enough
            if page.file.src_uri != GLOSSARY:
                explain(tree, glossary, page.url)
            see(tree, page.url, titles)
        page.content = tree.inner_html
    parts = _parts(_nav, trees)
    bind(parts)
    env.globals["book"] = parts
    for page in pages:
        if page.url == ADDRESS:
            relink(trees[ADDRESS], ADDRESS, parts)
            page.content = trees[ADDRESS].inner_html
    return env


def _without_marks(word: Word) -> Word:
    """A word as pages say it: their marks are out by now. Those of its meaning go when the page is done."""
    return replace(word, term=bare(word.term), forms=tuple(map(bare, word.forms)))


def _parts(nav: Navigation, trees: dict[str, LexborNode]) -> list[Part]:
    """The sections of the navigation; a page that stands alone there is a part of its own. Home is the cover."""
    parts = []
    for entry in nav:
        inside = entry.children if entry.is_section else [entry]
        chapters = [Chapter(page.url, str(page.title), trees[page.url]) for page in inside or [] if _is_for_paper(page)]
        if chapters:
            parts.append(Part(str(entry.title), chapters, alone=not entry.is_section))
    return parts


def _is_for_paper(page: object) -> bool:
    return isinstance(page, Page) and not page.is_homepage and not page.meta.get(LEFT_OUT)
