"""Explain the words of the glossary on every page but the glossary's own and the home page, which is all links."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from framework.model import Word
from macros.explain import explain


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Link the words in the page's text."""
    glossary: tuple[Word, ...] = config.extra["framework"].glossary
    if not glossary or page.file.src_uri == "glossary.md" or page.is_homepage:
        return html
    return explain(html, glossary, page.url)
