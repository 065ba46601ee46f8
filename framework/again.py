"""What has not changed is not made again: what was made is kept in `.cache/made.sqlite`, by all that it was made of.

So a second build makes only what has changed, and so does each build while the site is served. All copies of the guide
that share a `.cache` share it, in whatever language they are built. What is kept goes by the code that made it too: our
Python, the settings of the build, and the packages that are installed. With any of these changed, nothing kept is used.
"""

import hashlib
import json
import pickle
import sqlite3
import sys
import sysconfig
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any, cast

ROOT = Path(__file__).parents[1]
STORE = ROOT / ".cache" / "made.sqlite"
MADE_BY = ("framework", "macros", "overrides", "publish")
"""Where the code stands that makes what is kept."""
SETTINGS = ROOT / "mkdocs.yml"
MOST_BYTES = 300_000_000
"""How large the store may become. Beyond it, what was not asked for the longest goes."""
PATIENCE = 10
"""Seconds to wait while another build writes."""
TABLE = "CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, value BLOB, used INTEGER)"

type Of = str | int | Sequence[Of] | Mapping[str, Of] | None
"""What a thing is made of, as plain data."""


class Again:
    """Things that were made, by what they were made of. Where the store can't be used, all is made anew."""

    def __init__(self, store: Path = STORE, by: Callable[[], str] | None = None) -> None:
        self.store = store
        self.by = by or made_by
        self.code = self.by()
        """What makes things here, or made what is kept: where it has changed, all is made anew."""
        self._new: dict[bytes, bytes] = {}
        self._asked: set[bytes] = set()
        self._one_reads = Lock()

    def made[T](self, of: Of, make: Callable[[], T]) -> T:
        """What `make` makes. `of` names all that it is made of but for the code, and what it is.

        >>> import tempfile
        >>> made = []
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     for text in ("one", "one", "two", "one"):
        ...         again = Again(Path(folder) / "store")
        ...         _ = again.made(("length", text), lambda: made.append(text))
        ...         again.keep()
        >>> made
        ['one', 'two']
        """
        known, found = self.found(of)
        if known:
            return cast(T, found)
        value = make()
        self.note(of, value)
        return value

    def found(self, of: Of) -> tuple[bool, Any]:
        """Whether a thing was made before, and the thing."""
        key = self._key(of)
        self._asked.add(key)
        pickled = self._new.get(key) or self._kept(key)
        return (True, pickle.loads(pickled)) if pickled else (False, None)

    def note(self, of: Of, value: object) -> None:
        """Take in what was made."""
        self._new[self._key(of)] = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)

    def keep(self) -> None:
        """Write what was taken in since the last time, unless the code has changed while it ran."""
        new, asked = self._new, self._asked
        self._new, self._asked = {}, set()
        if self.by() != self.code:
            return
        with suppress(OSError, sqlite3.OperationalError):  # a full disk, or a build that writes for long
            try:
                self._write(new, asked)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:  # the file is no store, or no longer
                self.store.unlink()

    def _write(self, new: dict[bytes, bytes], asked: set[bytes]) -> None:
        now = int(time.time())
        with closing(self._opened()) as opened, opened:
            opened.execute(TABLE)
            opened.executemany("UPDATE made SET used = ? WHERE key = ?", [(now, key) for key in asked])
            rows = [(key, value, now) for key, value in new.items()]
            opened.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", rows)
            _make_room(opened)

    def _key(self, of: Of) -> bytes:
        return hashlib.sha256(f"{self.code}{json.dumps(of)}".encode()).digest()

    def _kept(self, key: bytes) -> bytes | None:
        # Python keeps one statement for a text of SQL: a thread that asks while another does would get its answer.
        with suppress(sqlite3.Error, OSError), self._one_reads:
            row = self._reading.execute("SELECT value FROM made WHERE key = ?", (key,)).fetchone()
            return row[0] if row else None
        return None

    @cached_property
    def _reading(self) -> sqlite3.Connection:
        return self._opened()

    def _opened(self) -> sqlite3.Connection:
        self.store.parent.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(self.store, timeout=PATIENCE, check_same_thread=False)


def _make_room(store: sqlite3.Connection) -> None:
    """Take out what was not asked for the longest, up to half of it, where the store is too large."""
    ((held,),) = store.execute("SELECT total(length(value)) FROM made").fetchall()
    if held > MOST_BYTES:
        middle = "SELECT used FROM made ORDER BY used LIMIT 1 OFFSET (SELECT count(*) / 2 FROM made)"
        store.execute(f"DELETE FROM made WHERE used < ({middle})")


def made_by() -> str:
    """A hash of the code that makes what is kept: our Python, the build's settings, Python and its packages."""
    digest = hashlib.sha256(sys.version.encode())
    for path in (SETTINGS, *sorted(path for folder in MADE_BY for path in (ROOT / folder).rglob("*.py"))):
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    digest.update(packages().encode())
    return digest.hexdigest()


def packages() -> str:
    """The names and versions of all that is installed beside Python."""
    found = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    return " ".join(sorted(package.stem for package in found))


again = Again()
"""What builds of this guide have made."""
