"""The site in its other languages: each is built by a process of its own, beside the site, and then put into it.

They share all that is not a page: styles, typefaces, scripts, Python and what a browser keeps.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


class NotBuilt(Exception):
    """A language could not be built. Says what stopped it."""


@dataclass(frozen=True)
class Waiting:
    """Languages that are being built."""

    folder: Path
    builds: dict[str, Future[Path]]

    def put_into(self, site: Path) -> list[str]:
        """Wait for them, and put them into the site. Gives the path of each of their pages.

        Raises `NotBuilt`.
        """
        try:
            return [name for build in self.builds.values() for name in _merged(build.result(), site)]
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)


def build_beside(addresses: Iterable[str]) -> Waiting:
    """Begin to build languages, as many at once as the machine has processors."""
    chosen = list(addresses)
    folder = Path(tempfile.mkdtemp(prefix="languages-"))
    pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1)
    builds = {address: pool.submit(_built, address, folder / address, chosen) for address in chosen}
    pool.shutdown(wait=False)
    return Waiting(folder, builds)


def _built(address: str, folder: Path, chosen: list[str]) -> Path:
    """A language, built into a folder. What is wrong with its links is seen where the whole site is looked through."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-strict", "--site-dir", str(folder)]
    settings = {**os.environ, "IN_LANGUAGE": address, "LANGUAGES": " ".join(chosen)}
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotBuilt(f"The language '{address}' could not be built.\n{done.stdout}{done.stderr}".strip())
    return folder


def _merged(folder: Path, site: Path) -> Iterator[str]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        target = site / name
        if not target.exists():  # a file of Python's data is named by what is in it
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
        if path.suffix == ".html":
            yield name
