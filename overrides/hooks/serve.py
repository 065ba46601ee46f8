"""For `make serve`: from saving a file to the page in little time, and nothing that a whole build would not show.

Templates are filled anew each time. What takes long is what follows: making HTML of them, and reading that for the
search. Both are kept for as long as all that they were made of is the same. Python's own files are not read again
while Python runs, so a change to one of them starts it anew.
"""

import logging
import os
import re
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, cast, override

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from macros.again import Compiled, again
from macros.build import build_of

ROOT = Path(__file__).parents[2]
HASH = re.compile(r"-[0-9a-f]{12}(?=\.)")
"""What the name of a file has that goes by what is in it. No page names such a file."""
RENDERED = ("content", "toc", "_title_from_render", "present_anchor_ids")
"""What MkDocs notes of a page when it makes HTML of it; and the links to places on other pages, each with its file."""
TELL = logging.getLogger("mkdocs.serve")

_compiled = Compiled()
_settings = b""
_addresses: tuple[str, ...] = ()


@event_priority(-100)  # after the build is known
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin anew, and keep nothing where the settings have changed: all that is kept was made by them."""
    global _settings
    again.begin(keeps=not build_of(config).complete)
    settings = Path(config.config_file_path).read_bytes()
    if settings != _settings:
        again.forget()
    _settings = settings
    return config


def on_build_error(error: Exception) -> None:
    """What was made in a build with a mistake may be wrong, and MkDocs would not complain of it twice."""
    again.forget()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Let no service worker of a whole build answer in place of the server."""
    if not build_of(config).complete:
        worker = ROOT / "publish" / "no-service-worker.js"
        files.append(File.generated(config, "service-worker.js", abs_src_path=str(worker)))
    return files


@event_priority(-100)  # when all files are there
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Note which files there are: links lead to them."""
    global _addresses
    _addresses = tuple(HASH.sub("", file.src_uri) for file in files)
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


def _render(page: Page, config: MkDocsConfig, files: Files) -> None:
    def rendered() -> tuple[list[Any], dict[str, dict[str, str]]]:
        Page.render(page, config, files)
        links = page.links_to_anchors or {}
        return [getattr(page, name) for name in RENDERED], {file.src_uri: found for file, found in links.items()}

    of = ("html", page.file.src_uri, page.markdown, _addresses)
    noted, links = again.made(of, rendered)
    for name, value in zip(RENDERED, noted, strict=True):
        setattr(page, name, value)
    page.links_to_anchors = {files.src_uris[uri]: found for uri, found in links.items()}


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Watch the brand and a catalogue wherever they stand, and start anew when Python's own files change."""
    server.watch(str(build_of(config).brand_folder))
    if catalogue := os.environ.get("CATALOGUE"):
        server.watch(catalogue)
    for name in ("framework", "macros", "overrides", "publish"):
        server.observer.schedule(_Restart(config.site_dir), str(ROOT / name), recursive=True)
    return server


class _Restart(FileSystemEventHandler):
    """Starts the server anew when a file of Python's changes, unless that can't be read as Python."""

    def __init__(self, site: str) -> None:
        self.site = site

    @override
    def on_any_event(self, event: FileSystemEvent) -> None:
        path = Path(os.fsdecode(event.src_path))
        if path.suffix != ".py" or event.event_type in ("opened", "closed_no_write"):
            return
        if path.exists():
            try:
                compile(path.read_bytes(), path, "exec")
            except SyntaxError as error:
                TELL.error(
                    f"{path.relative_to(ROOT)}, line {error.lineno}: {error.msg}. Mend it; then it is read anew."
                )
                return
        shutil.rmtree(self.site, ignore_errors=True)
        os.execv(sys.executable, [sys.executable, "-m", "mkdocs", *sys.argv[1:]])
