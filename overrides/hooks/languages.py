"""The site in its other languages: built beside the site, and where one is built, what its pages have of their own.

A page is in a language if most of its text is translated. Nobody lists these pages. Links to any other lead to it in
English.
"""

from pathlib import Path
from typing import override

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page
from selectolax.lexbor import LexborHTMLParser

from framework.content.catalogue import HEAD_KEYS
from macros.build import build_of
from macros.marked import as_json, english_of, is_checked, take_out_marks
from macros.marks import share_translated
from macros.tree import fragment
from publish.editions import NotBuilt, Waiting, build_beside
from publish.own_language import keep_language
from publish.pages import pages

MOST = 0.5
"""How much of a page has to be translated."""
HOME = "index.md"
SCRIPT = "assets/script/english.js"
"""What only pages in another language ask for."""
DATA = "assets/python/framework-"
"""What the browser reads in each language. All else that is no page is the site's own."""

_waiting: list[Waiting] = []
"""The languages that are being built beside the site."""
_left_out: set[str] = set()
"""The pages that are not in the language that is built."""


class Home(Page):
    """The home page of a language, whose address is not the site's."""

    @property
    @override
    def is_homepage(self) -> bool:
        return True


@event_priority(-100)  # when the build is known
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin to build the languages; or where one is built, leave out what only the site itself has."""
    build = build_of(config)
    _left_out.clear()
    if build.edition:
        config.theme.static_templates.clear()
    elif build.editions:
        _waiting.append(build_beside(edition.address for edition in build.editions))
    return config


@event_priority(-100)  # when all files are there
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the pages of a language below its address. What is no page is the site's, and published by it, if needed."""
    build = build_of(config)
    for file in files if build.edition else ():
        if file.is_documentation_page():
            file.dest_uri = build.address + file.dest_uri
            file.__dict__.pop("url", None)
            file.__dict__.pop("abs_dest_path", None)
            if file.src_uri == HOME:
                Home(None, file, config)
        elif not file.src_uri.startswith(DATA) or not file.src_uri.endswith(".json"):
            file.inclusion = InclusionLevel.EXCLUDED
    if not build.edition and not build.editions and (script := files.get_file_from_path(SCRIPT)):
        files.remove(script)
    return files


@event_priority(50)  # when the page is said, and before the macros, which take long
def _pass_over_at_once(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Pass over a page of which nothing is translated."""
    build = build_of(config)
    said = "".join(str(page.meta.get(key, "")) for key in HEAD_KEYS) + markdown
    if build.marker and (page.meta.get("template") or not share_translated(said, build.marker.told)):
        return _passed_over(page)
    return markdown


@event_priority(-90)  # when the macros are filled in
def _pass_over(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Pass over a page that is mostly not translated."""
    build = build_of(config)
    if build.marker and share_translated(markdown, build.marker.told) < MOST:
        return _passed_over(page)
    return markdown


def _passed_over(page: Page) -> str:
    _left_out.add(page.file.src_uri)
    page.meta["search"] = {"exclude": True}
    return ""


on_page_markdown = CombinedEvent(_pass_over_at_once, _pass_over)


@event_priority(100)  # before anyone reads what is there
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take the marks out of the text of a page."""
    build = build_of(config)
    if not build.marker or page.file.src_uri in _left_out:
        return html
    tree = fragment(html)
    take_out_marks(tree, build.marker.told, build.marker.language.direction == "rtl")
    return str(tree.inner_html)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Take the marks out of what surrounds the text, and put its English beside it."""
    build = build_of(config)
    if not build.marker:
        return output
    if page.file.src_uri in _left_out:
        return ""
    tree, told = LexborHTMLParser(output), build.marker.told
    assert tree.root is not None  # a page has one
    take_out_marks(tree.root, told, build.marker.language.direction == "rtl")
    for holder in tree.css("[data-english]"):
        holder.inner_html = as_json(english_of(tree.root, told))
    if is_checked(tree.root, told):
        for notice in tree.css("[data-not-checked]"):
            notice.decompose()
    return str(tree.html)


def on_post_build(config: MkDocsConfig) -> None:
    """Keep the links of a language in it; or put the languages into the site."""
    build, site = build_of(config), Path(config.site_dir)
    if build.edition:
        there = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
        for _ in pages(site, lambda page, name: keep_language(page, name, build.address, there)):
            pass
    while _waiting:
        try:
            _waiting.pop().put_into(site)
        except NotBuilt as error:
            raise PluginError(str(error)) from error
