"""The blank Word files of a site, by the tools' ids.

Each is kept in `.cache/word` until what it was made from changes.
"""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from framework.content.model import Framework
from framework.core.as_data import as_data
from framework.core.words import listed, say, spoken
from framework.fork.brand import WRITTEN_IN, Brand
from publish.at_once import write_at_once

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
    logo = (folder / brand.logo).read_bytes() if brand.logo else b""
    look = repr((vars(brand), logo, framework.version, spelt, credit, spoken().texts, _made_by()))
    shared = hashlib.sha256(look.encode()).hexdigest()
    made, missing = {}, []
    for tool in framework.tools:
        told = f"{shared}{json.dumps(as_data(tool))}".encode()
        made[tool.id] = CACHE / f"{tool.id}-{hashlib.sha256(told).hexdigest()[:12]}.docx"
        if not made[tool.id].exists():
            missing.append(tool)
    if missing:
        from publish.word.blank import Look, blank  # they take long to load, and are asked for once
        from publish.word.logo import logo_png

        seen = Look(brand, logo_png(brand, folder), framework.version, spelt, credit)
        for tool in missing:
            write_at_once(made[tool.id], blank(tool, seen))
    return made


def _made_by() -> list[str | bytes]:
    """What the files are made by."""
    export = ROOT / "framework" / "export"
    code = [*Path(__file__).parent.iterdir(), export / "docx" / "names.py", export / "form.py"]
    return [version("python-docx"), version("pillow"), *(path.read_bytes() for path in sorted(code) if path.is_file())]
