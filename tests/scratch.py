"""A scratch copy of the guide, where anything may be changed: what a newcomer has who has just fetched it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINKED = (".cache", ".venv", "node_modules")
"""What `make set-up` and earlier builds have made. It is large, and nothing is changed in it by hand."""


def scratch(folder: Path) -> Path:
    """A copy of all files that are kept in git, or would be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file() and name not in LINKED:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    for name in LINKED:
        (folder / name).symlink_to((ROOT / name).resolve())
    return folder


def put(path: Path, old: str, new: str) -> None:
    """Put other words in a file, where some stand for the first time."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"'{old}' is no longer in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


SERVED = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config(config_file="mkdocs.yml", site_dir=sys.argv[1])
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""


def served_as_it_is(guide: Path, site: Path, **settings: str) -> Path:
    """The site that `make serve` would show: without what only a host needs, which takes most of a build's time."""
    told = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", **settings}
    command = [sys.executable, "-c", SERVED, str(site)]
    done = subprocess.run(command, cwd=guide, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return site
