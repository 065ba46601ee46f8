"""A build that makes only what has changed gives what a build from nothing gives, to the byte."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from framework.again import STORE
from tests.scratch import put, scratch

BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet"]


@pytest.fixture
def guide(site: Path, tmp_path: Path) -> Path:  # noqa: ARG001 (once the site is built, what it was made of is kept)
    """A scratch copy that keeps what it makes apart from other copies. It begins with all that they made."""
    guide = scratch(tmp_path / "guide")
    shared = (guide / ".cache").resolve()
    (guide / ".cache").unlink()
    (guide / ".cache").mkdir()
    for path in shared.iterdir():
        if not path.name.startswith(STORE.name):
            (guide / ".cache" / path.name).symlink_to(path)
    with closing(sqlite3.connect(STORE)) as theirs, closing(sqlite3.connect(guide / ".cache" / STORE.name)) as own:
        theirs.backup(own)  # others may be writing
    return guide


def build(guide: Path) -> subprocess.CompletedProcess[str]:
    told = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return subprocess.run(BUILD, cwd=guide, env=told, capture_output=True, text=True, check=False)


def test_a_changed_copy_is_as_if_it_were_built_from_nothing(guide: Path, tmp_path: Path) -> None:
    data = guide / "framework" / "data"
    put(data / "tools" / "vision-statement.yaml", "why you are together", "why you meet")
    put(data / "glossary" / "words.yaml", "The list of things to talk about", "What is to be talked about")
    put(guide / "docs" / "about.md", "# ", "# Everything ")
    put(guide / "docs" / "reuse.md", "# ", "## Another place\n\n# ")
    put(guide / "macros" / "templates" / "tools.html", "<", '<p class="summary">Try one of these.</p>\n<')
    put(guide / "overrides" / "main.html", "{% block", "<!-- as of today -->{% block")
    built = {}
    for name in ("again", "anew"):
        done = build(guide)
        assert done.returncode == 0, done.stderr
        site = (guide / "site").rename(tmp_path / name)
        built[name] = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        (guide / ".cache" / STORE.name).unlink()
    assert "why you meet" in built["again"][Path("tools/vision-statement/index.html")].decode()
    assert built["again"].keys() == built["anew"].keys()
    assert [name for name in built["anew"] if built["again"][name] != built["anew"][name]] == []


def test_a_dead_link_stops_every_build(guide: Path) -> None:
    with (guide / "docs" / "about.md").open("a", encoding="utf-8") as about:
        about.write("\nSee [one](gone.md) and [two](reuse.md#nowhere).\n")
    for _ in range(2):
        done = build(guide)
        assert done.returncode
        assert "contains a link 'gone.md'" in done.stderr
        assert "contains a link 'reuse.md#nowhere'" in done.stderr
