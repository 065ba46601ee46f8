"""The publisher's own words on every page, and those of the glossary explained.

Not on the glossary's own page, nor on the home page, which is all links.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from framework.content.model import Word
from macros.build import build_of
from macros.explain import explain
from macros.reword import reword


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the page into the publisher's words, and link those that the glossary explains."""
    html = reword(html, build_of(config).wording)
    glossary: tuple[Word, ...] = build_of(config).glossary
    if not glossary or page.file.src_uri == "glossary.md" or page.is_homepage:
        return html
    return explain(html, glossary, page.url)
