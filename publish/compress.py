"""Compress a built site ahead, for hosts that send what lies beside a file as .br or .gz.

`python -m publish.compress site/` leaves alone what was compressed already and has not changed since. What it makes is
kept, so that a later build which has the same file has it at once.
"""

import hashlib
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import cast, override

from whitenoise.compress import Compressor

from framework.again import Again, packages

BOOK = "book/index.html"
"""So long that brotli takes seconds for it, and few will ask for it: gzip will do."""


def compress(site: Path) -> int:
    """Write each file that shrinks twice more, with brotli and with gzip. Returns how many were done anew."""
    again = Again(by=packages)  # no code of ours says how a file shrinks
    compressor, quick = _Compressor(again), _Compressor(again, use_brotli=False)
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    todo = [path for path in paths if compressor.should_compress(path.name) and not _is_fresh(path)]
    with ThreadPoolExecutor(os.cpu_count()) as beside:
        list(beside.map(lambda path: (quick if path == site / BOOK else compressor).compress(str(path)), todo))
    again.keep()
    return len(todo)


class _Compressor(Compressor):  # type: ignore[misc]  # WhiteNoise ships no types
    """WhiteNoise's own, that compresses nothing twice."""

    def __init__(self, again: Again, use_brotli: bool = True) -> None:
        super().__init__(quiet=True, use_brotli=use_brotli)
        self.again = again

    @override
    def compress_brotli(self, data: bytes) -> bytes:
        return self._made("br", data)

    @override
    def compress_gzip(self, data: bytes) -> bytes:
        return self._made("gz", data)

    def _made(self, how: str, data: bytes) -> bytes:
        make = Compressor.compress_brotli if how == "br" else Compressor.compress_gzip
        made = self.again.made((how, hashlib.sha256(data).hexdigest()), partial(make, data))
        return cast(bytes, made)


def _is_fresh(path: Path) -> bool:
    packed = (path.with_name(f"{path.name}{end}") for end in (".br", ".gz"))
    return any(each.exists() and each.stat().st_mtime >= path.stat().st_mtime for each in packed)


if __name__ == "__main__":
    print(f"{compress(Path(sys.argv[1]))} files compressed ahead")
