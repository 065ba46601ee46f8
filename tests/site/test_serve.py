"""`make serve`: what is saved shows soon, and what is shown is what a build from nothing would give."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.serve_time import free_port
from tests.scratch import put, scratch

LONGEST = 300
"""How long anything may take on a machine that does much else, in seconds."""


@dataclass(frozen=True)
class Served:
    """A scratch copy that is served, and where the server lays what it has built."""

    guide: Path
    address: str
    folder: Path

    def page(self, address: str) -> str:
        """A page as the server gives it now. It waits for the build that it is at."""
        with urllib.request.urlopen(self.address + address, timeout=LONGEST) as answer:
            return str(answer.read().decode())

    def until(self, address: str, words: str) -> str:
        """A page once it has some words in it."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            try:
                page = self.page(address)
            except OSError:
                page = ""  # the server is starting
            if words in page:
                return page
            time.sleep(0.2)
        raise AssertionError(f"'{words}' never came to {address}")

    def built(self) -> dict[str, bytes]:
        """All that the server has built, by name."""
        (site,) = self.folder.glob("mkdocs_*")
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    guide, folder = scratch(tmp_path / "guide"), tmp_path / "built"
    folder.mkdir()
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    told = {**os.environ, "TMPDIR": str(folder), "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    running = subprocess.Popen(command, cwd=guide, env=told, stderr=subprocess.DEVNULL)
    yield Served(guide, f"http://127.0.0.1:{port}/", folder)
    running.send_signal(signal.SIGTERM)
    running.wait()
    shutil.rmtree(folder, ignore_errors=True)


def test_what_is_saved_shows_and_is_what_a_build_from_nothing_gives(served: Served) -> None:
    """After several changes, a change to a file of Python's starts the server anew: that build is from nothing."""
    data = served.guide / "framework" / "data"
    served.until("tools/vision-statement/", "why you are together")
    put(data / "tools" / "vision-statement.yaml", "why you are together", "why you meet")
    put(data / "glossary" / "words.yaml", "The list of things to talk about", "What is to be talked about")
    put(served.guide / "macros" / "templates" / "tools.html", "<", '<p class="summary">Try one of these.</p>\n<')
    put(served.guide / "overrides" / "main.html", "{% block", "<!-- as of today -->{% block")
    put(served.guide / "docs" / "about.md", "# ", "# Everything ")
    assert "What is to be talked about" in served.until("glossary/", "What is to be talked about")
    assert "why you meet" in served.until("tools/vision-statement/", "why you meet")
    served.until("tools/", "Try one of these.")
    assert "why you meet" in served.page("tools/")
    assert "why you meet" in served.page("search/texts.js")
    assert "Everything " in served.until("about/", "Everything ")
    before = served.built()
    put(served.guide / "macros" / "show.py", '"form.row", number=row', '"form.row", number=f"no. {row}"')
    served.until("tools/vision-statement/", "row no. 1")
    after = served.built()
    assert before.keys() == after.keys()
    unlike = [name for name in before if before[name] != after[name]]
    assert [name for name in unlike if after[name].replace(b"row no. ", b"row ") != before[name]] == []
