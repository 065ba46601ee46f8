"""Compress a built site ahead, for hosts that send what lies beside a file as .br or .gz.

`python -m publish.compress site/` leaves alone what was compressed already and has not changed since.
"""

import sys
from pathlib import Path

from whitenoise.compress import Compressor


def compress(site: Path) -> int:
    """Write each file that shrinks twice more, with brotli and with gzip. Returns how many were done anew."""
    compressor = Compressor(quiet=True)
    done = 0
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        if compressor.should_compress(path.name) and not _is_fresh(path):
            compressor.compress(str(path))
            done += 1
    return done


def _is_fresh(path: Path) -> bool:
    packed = path.with_name(f"{path.name}.br")
    return packed.exists() and packed.stat().st_mtime >= path.stat().st_mtime


if __name__ == "__main__":
    print(f"{compress(Path(sys.argv[1]))} files compressed ahead")
