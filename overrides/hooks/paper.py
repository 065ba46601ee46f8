"""For paper: links that say where they lead, and the whole guide in one piece.

Both need every page to be read before the first is written, which `on_env` can count on.
"""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.see import see
from publish.book import ADDRESS, Chapter, Part, bind, relinked

LEFT_OUT = "no_book"
"""A page with this in its head is about the web site, and of no use on paper."""

_nav: Navigation | None = None


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Note the order of the pages."""
    global _nav
    _nav = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Write out the links of every page, and give the theme the book."""
    assert _nav is not None
    pages = [file.page for file in files.documentation_pages() if file.page]
    titles = {page.url: str(page.title) for page in pages}
    for page in pages:
        if not page.is_homepage:  # there it is all links, and each says enough
            page.content = see(page.content or "", page.url, titles)
    parts = _parts(_nav)
    env.globals["book"] = bind(parts)
    for page in pages:
        if page.url == ADDRESS:
            page.content = relinked(page.content or "", ADDRESS, parts)
    return env


def _parts(nav: Navigation) -> list[Part]:
    """The sections of the navigation; a page that stands alone there is a part of its own. Home is the cover."""
    parts = []
    for entry in nav:
        inside = entry.children if entry.is_section else [entry]
        chapters = [_chapter(page) for page in inside or [] if _is_for_paper(page)]
        if chapters:
            parts.append(Part(str(entry.title), chapters, alone=not entry.is_section))
    return parts


def _is_for_paper(page: object) -> bool:
    return isinstance(page, Page) and not page.is_homepage and not page.meta.get(LEFT_OUT)


def _chapter(page: Page) -> Chapter:
    return Chapter(page.url, str(page.title), page.content or "")
