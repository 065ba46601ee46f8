"""The blank Word files of a site, by the tools' ids.

Each is kept in `.cache/word` until what it was made from changes.
"""

import hashlib
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from framework.content.model import Framework
from framework.core.as_data import as_data
from framework.core.words import listed, say, spoken
from framework.export.docx.names import BINDER
from framework.fork.brand import WRITTEN_IN, Brand
from publish.word.blank import Look, binder, blank
from publish.word.logo import logo_png

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "word"
SPELT = "en-GB"
"""How the guide is spelt, where a brand says no more than that it is English."""


def word_files(framework: Framework, brand: Brand, folder: Path, language: str) -> dict[str, Path]:
    """A file for each tool. `folder` holds the brand's files; `language` is that of the site, as a code."""
    look = _look(framework, brand, folder, language)
    shared = _shared(look)
    return {
        tool.id: _kept(tool.id, f"{shared}{json.dumps(as_data(tool))}", partial(blank, tool, look))
        for tool in framework.tools
    }


def binder_file(framework: Framework, brand: Brand, folder: Path, language: str) -> Path:
    """The file that a group's documents are bound in; what goes in is as for `word_files`."""
    look = _look(framework, brand, folder, language)
    return _kept(BINDER, _shared(look), partial(binder, look))


def _kept(name: str, told: str, make: Callable[[], bytes]) -> Path:
    """A file that is made where what it is made from, `told`, has changed."""
    CACHE.mkdir(parents=True, exist_ok=True)
    kept = CACHE / f"{name}-{hashlib.sha256(told.encode()).hexdigest()[:12]}.docx"
    if not kept.exists():
        kept.write_bytes(make())
    return kept


def _look(framework: Framework, brand: Brand, folder: Path, language: str) -> Look:
    source = framework.source
    credit = say(
        "common.made-from",
        title=source.title,
        authors=listed(source.authors),
        publisher=source.published_in,
        year=source.year,
    )
    spelt = SPELT if language == WRITTEN_IN else language
    return Look(brand, logo_png(brand, folder), framework.version, spelt, credit)


def _shared(look: Look) -> str:
    """What all files of a site are made from, as a hash."""
    return hashlib.sha256(repr((vars(look), spoken().texts, _code())).encode()).hexdigest()


def _code() -> list[bytes]:
    """What the files are made by."""
    export = ROOT / "framework" / "export"
    made_by = [*Path(__file__).parent.iterdir(), export / "docx" / "names.py", export / "form.py"]
    return [path.read_bytes() for path in sorted(made_by) if path.is_file()]
