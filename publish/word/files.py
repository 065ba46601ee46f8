"""The blank Word files of a site, by the tools' ids.

Each is kept in `.cache/word` until what it was made from changes.
"""

import hashlib
import json
from collections.abc import Callable
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from framework.content.model import Framework, Tool
from framework.core.as_data import as_data
from framework.core.words import listed, say, spoken
from framework.export.docx.names import BINDER
from framework.fork.brand import WRITTEN_IN, Brand
from publish.at_once import write_at_once

if TYPE_CHECKING:
    from publish.word.blank import Look

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "word"
SPELT = "en-GB"
"""How the guide is spelt, where a brand says no more than that it is English."""


def word_files(framework: Framework, brand: Brand, folder: Path, language: str) -> dict[str, Path]:
    """A file for each tool. `folder` holds the brand's files; `language` is that of the site, as a code."""
    shared = _shared(framework, brand, folder, language)

    look = cache(partial(_look, framework, brand, folder, language))

    def make(tool: Tool) -> bytes:
        from publish.word.blank import blank  # it takes long to load, and is asked for once

        return blank(tool, look())

    return {
        tool.id: _kept(tool.id, f"{shared}{json.dumps(as_data(tool))}", partial(make, tool)) for tool in framework.tools
    }


def binder_file(framework: Framework, brand: Brand, folder: Path, language: str) -> Path:
    """The file that a group's documents are bound in; what goes in is as for `word_files`."""

    def make() -> bytes:
        from publish.word.blank import binder

        return binder(_look(framework, brand, folder, language))

    return _kept(BINDER, _shared(framework, brand, folder, language), make)


def _kept(name: str, told: str, make: Callable[[], bytes]) -> Path:
    """A file that is made where what it is made from, `told`, has changed."""
    kept = CACHE / f"{name}-{hashlib.sha256(told.encode()).hexdigest()[:12]}.docx"
    if not kept.exists():
        write_at_once(kept, make())
    return kept


def _look(framework: Framework, brand: Brand, folder: Path, language: str) -> "Look":
    from publish.word.blank import Look
    from publish.word.logo import logo_png

    return Look(brand, logo_png(brand, folder), framework.version, _spelt(language), _credit(framework))


def _shared(framework: Framework, brand: Brand, folder: Path, language: str) -> str:
    """What all files of a site are made from, as a hash."""
    logo = (folder / brand.logo).read_bytes() if brand.logo else b""
    look = (vars(brand), logo, framework.version, _spelt(language), _credit(framework), spoken().texts, _made_by())
    return hashlib.sha256(repr(look).encode()).hexdigest()


def _spelt(language: str) -> str:
    return SPELT if language == WRITTEN_IN else language


def _credit(framework: Framework) -> str:
    source = framework.source
    return say(
        "common.made-from",
        title=source.title,
        authors=listed(source.authors),
        publisher=source.published_in,
        year=source.year,
    )


def _made_by() -> list[str | bytes]:
    """What the files are made by."""
    export = ROOT / "framework" / "export"
    code = [*Path(__file__).parent.iterdir(), export / "docx" / "names.py", export / "form.py"]
    return [version("python-docx"), version("pillow"), *(path.read_bytes() for path in sorted(code) if path.is_file())]
