"""Write a file so that whoever reads it finds all of it or none: several builds share what they keep."""

import tempfile
from pathlib import Path


def write_at_once(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as beside:
        beside.write(content)
    Path(beside.name).replace(path)
