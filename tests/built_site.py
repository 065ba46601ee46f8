"""The site as the tests get it: built once from what is in the repository, and kept until any of that changes.

A build stands in `.cache/sites/`, in a folder that a hash of all that it was made from names. So all workers of a run
share one, and so does the audit after it; and a site that is not that of these files has another name.
"""

import contextlib
import fcntl
import hashlib
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from publish.compress import compress
from publish.search import FILE

ROOT = Path(__file__).parents[1]
SITES = ROOT / ".cache" / "sites"
SETTINGS = ("BRAND", "CATALOGUE", "LANGUAGES", "PUBLISH", "WEB_ADDRESS", "SOURCE_DATE_EPOCH")
"""What a build reads of the environment."""
NOT_READ = "tests/"
"""What no build reads, but for the brand that a test gives it."""
UNUSED_SECONDS = 2 * 60 * 60
"""How long a site is kept that nobody asks for: longer than any run of the tests."""


def built() -> Path:
    """The folder of the site, as `make build` makes it. It is shared: nothing may be written there."""
    return _kept_build({}, compress)


def built_for(brand: Path) -> Path:
    """The folder of the copy that has this brand, built to be published. It is not compressed, and shared too."""
    return _kept_build(to_publish(brand))


def built_in_languages() -> Path:
    """The folder of the site in each language that it has. It is not compressed, and shared too."""
    return _kept_build({"LANGUAGES": ""})


def _kept_build(settings: dict[str, str], *after: Callable[[Path], object]) -> Path:
    def make(folder: Path) -> None:
        done = build(folder, settings)
        assert done.returncode == 0, done.stdout + done.stderr
        for step in after:
            step(folder)

    return kept(SITES, lambda: made_from(ROOT, settings), make)


def to_publish(brand: Path) -> dict[str, str]:
    """The settings with which a copy that has this brand is built to be published."""
    return {"BRAND": str(brand), "PUBLISH": "1"}


def build(folder: Path, settings: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Build into a folder with these settings of the environment, whether or not it succeeds."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )


def searched(site: Path) -> list[dict[str, Any]]:
    """The pages of a site as its search reads them."""
    told = (site / FILE).read_text(encoding="utf-8").partition(" = ")[2].removesuffix(";\n")
    pages: list[dict[str, Any]] = json.loads(told)["pages"]
    return pages


@contextlib.contextmanager
def one_at_a_time(store: Path = SITES) -> Iterator[None]:
    """Have other workers and runs wait: they write into the same caches when they build."""
    store.mkdir(parents=True, exist_ok=True)
    with (store / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def kept(store: Path, name: Callable[[], str], make: Callable[[Path], None]) -> Path:
    """The folder of this name in `store`, made anew unless it is there just as it was made.

    Raises `AssertionError` where the name changes while it is made: then some files were read before and some after.
    """
    with one_at_a_time(store):
        now = name()
        folder, seal = store / now, store / f"{now}.seal"
        if not (seal.exists() and seal.read_text() == _seal(folder)):
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            assert name() == now, "Files changed while the site was built from them. Run the tests again."
            seal.write_text(_seal(folder))
        os.utime(seal)
        _remove_unused(store)
        return folder


def _remove_unused(store: Path) -> None:
    """Remove what nobody asked for of late, and what a build left that was stopped."""
    for folder in filter(Path.is_dir, list(store.iterdir())):
        seal = folder.with_suffix(".seal")
        if not seal.exists() or time.time() - seal.stat().st_mtime > UNUSED_SECONDS:
            shutil.rmtree(folder)
            seal.unlink(missing_ok=True)


def _seal(folder: Path) -> str:
    """What changes when anything in a folder is written to, added or taken away."""
    found = [(path, path.stat()) for path in sorted(folder.rglob("*"))]
    return _hash(*(f"{path.relative_to(folder)} {told.st_size} {told.st_mtime_ns}" for path, told in found))


def made_from(root: Path, settings: dict[str, str]) -> str:
    """A hash of all that a build reads: files, installed packages, settings, and the day, which it notes on pages."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=root, capture_output=True, text=True, check=True).stdout.split("\0")
    paths = {root / name for name in names if name and not name.startswith(NOT_READ)}
    if brand := settings.get("BRAND"):
        paths |= set(Path(brand).rglob("*"))
    if catalogue := os.environ.get("CATALOGUE"):
        paths.add(Path(catalogue))
    paths.add(root / "node_modules" / ".package-lock.json")
    files = (f"{path} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in sorted(paths) if path.is_file())
    packages = sorted(f"{each.name} {each.version}" for each in importlib.metadata.distributions())
    told = {**os.environ, **settings}
    known = (f"{key}={told.get(key)}" for key in SETTINGS)
    return _hash(sys.version, f"{datetime.now(UTC):%Y-%m-%d}", *known, *packages, *files)


def _hash(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
