"""For `make serve`: what only a whole build has is left out, and what a build reads is watched.

Python's own files are not read again while Python runs, so a change to one of them starts it anew.
"""

import logging
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import override

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from macros.build import build_of

ROOT = Path(__file__).parents[2]
TELL = logging.getLogger("mkdocs.serve")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Let no service worker of a whole build answer in place of the server."""
    if not build_of(config).complete:
        worker = ROOT / "publish" / "no-service-worker.js"
        files.append(File.generated(config, "service-worker.js", abs_src_path=str(worker)))
    return files


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
