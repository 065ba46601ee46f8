"""Compress a built site ahead, for hosts that send what lies beside a file as .br or .gz.

`python -m publish.compress site/` leaves alone what was compressed already and has not changed since.
"""

import sys
from pathlib import Path

from whitenoise.compress import Compressor

from publish.book import ADDRESS

BOOK = f"{ADDRESS}index.html"
"""So long that brotli takes seconds for it, and few will ask for it: gzip will do."""


def compress(site: Path) -> int:
    """Write each file that shrinks twice more, with brotli and with gzip. Returns how many were done anew."""
    compressor, quick = Compressor(quiet=True), Compressor(quiet=True, use_brotli=False)
    done = 0
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        if compressor.should_compress(path.name) and not _is_fresh(path):
            (quick if path == site / BOOK else compressor).compress(str(path))
            done += 1
    return done


def _is_fresh(path: Path) -> bool:
    packed = (path.with_name(f"{path.name}{end}") for end in (".br", ".gz"))
    return any(each.exists() and each.stat().st_mtime >= path.stat().st_mtime for each in packed)


if __name__ == "__main__":
    print(f"{compress(Path(sys.argv[1]))} files compressed ahead")
