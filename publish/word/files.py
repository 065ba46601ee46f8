"""The blank Word files of a site, by the tools' ids.

Each is kept in `.cache/word` until what it was made from changes.
"""

import hashlib
import json
from pathlib import Path

from framework.content.model import Framework
from framework.core.as_data import as_data
from framework.core.words import listed, say, spoken
from framework.fork.brand import WRITTEN_IN, Brand
from publish.word.blank import Look, blank
from publish.word.logo import logo_png

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "word"
SPELT = "en-GB"
"""How the guide is spelt, where a brand says no more than that it is English."""


def word_files(framework: Framework, brand: Brand, folder: Path, language: str) -> dict[str, Path]:
    """A file for each tool. `folder` holds the brand's files; `language` is that of the site, as a code."""
    source = framework.source
    credit = say(
        "common.made-from",
        title=source.title,
        authors=listed(source.authors),
        publisher=source.published_in,
        year=source.year,
    )
    spelt = SPELT if language == WRITTEN_IN else language
    look = Look(brand, logo_png(brand, folder), framework.version, spelt, credit)
    CACHE.mkdir(parents=True, exist_ok=True)
    shared = hashlib.sha256(repr((vars(look), spoken().texts, _code())).encode()).hexdigest()
    made = {}
    for tool in framework.tools:
        told = f"{shared}{json.dumps(as_data(tool))}".encode()
        kept = CACHE / f"{tool.id}-{hashlib.sha256(told).hexdigest()[:12]}.docx"
        if not kept.exists():
            kept.write_bytes(blank(tool, look))
        made[tool.id] = kept
    return made


def _code() -> list[bytes]:
    """What the files are made by."""
    export = ROOT / "framework" / "export"
    made_by = [*Path(__file__).parent.iterdir(), export / "docx" / "names.py", export / "form.py"]
    return [path.read_bytes() for path in sorted(made_by) if path.is_file()]
