"""What has not changed is not made again, in a second build as while the site is served.

Templates are filled anew each time. What takes long is what follows: making HTML of them, and reading that for the
search. Both are kept for as long as all that they were made of is the same.
"""

import logging
import re
from functools import partial
from typing import Any, cast, override

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from framework.again import again
from macros.compiled import Compiled

HASH = re.compile(r"-[0-9a-f]{12}(?=\.)")
"""What the name of a file has that goes by what is in it. No page names such a file."""
RENDERED = ("content", "toc", "_title_from_render", "present_anchor_ids")
"""What MkDocs notes of a page when it makes HTML of it; and the links to places on other pages, each with its file."""

_compiled = Compiled("theme")
_addresses: list[str] = []


@event_priority(-100)  # when all files are there
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Note which files there are: links lead to them."""
    _addresses[:] = [HASH.sub("", file.src_uri) for file in files]
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Compile the theme's templates only where they have changed."""
    env.bytecode_cache = _compiled
    return env


@event_priority(-100)  # when the page's Markdown stands
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make HTML of the page only where it was not made before."""
    cast(Any, page).render = partial(_render, page)
    return markdown


@event_priority(-100)  # when all is made
def on_post_build(config: MkDocsConfig) -> None:
    """Keep what was made."""
    again.keep()


def on_build_error(error: Exception) -> None:
    """Keep what was made before something went wrong: it is as good as ever."""
    again.keep()


def _render(page: Page, config: MkDocsConfig, files: Files) -> None:
    of = ("html", page.file.src_uri, page.url, page.markdown, _addresses, config.use_directory_urls)
    known, made = again.found(of)
    if not known:
        with _Heard() as heard:
            Page.render(page, config, files)
        if heard.anything or page.links_to_anchors is None:  # the next build has to say it too, or to look
            return
        links = {file.src_uri: found for file, found in page.links_to_anchors.items()}
        made = [getattr(page, name) for name in RENDERED], links
        again.note(of, made)
    noted, links = made
    for name, value in zip(RENDERED, noted, strict=True):
        setattr(page, name, value)
    page.links_to_anchors = {files.src_uris[uri]: found for uri, found in links.items()}


class _Heard(logging.Handler):
    """Hears whether MkDocs says anything."""

    def __init__(self) -> None:
        super().__init__()
        self.anything = False

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.anything = True

    def __enter__(self) -> "_Heard":
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)
