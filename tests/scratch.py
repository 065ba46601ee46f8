"""A scratch copy of the guide, where anything may be changed: what a newcomer has who has just fetched it."""

import shutil
import subprocess
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
