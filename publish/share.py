"""The picture that other sites show where somebody shares a link, as PNG: they take no SVG.

It is drawn from the brand and the site's own typefaces, and kept in `.cache/share` until one of them changes.
"""

import hashlib
from importlib.metadata import version
from pathlib import Path

from framework.fork.brand import Brand
from publish.at_once import write_at_once
from publish.fonts import fonts

CACHE = Path(__file__).parents[1] / ".cache" / "share"
DRAWING = Path(__file__).with_name("share_drawing.py")


def share_picture(brand: Brand) -> Path:
    """The picture of a brand, named by what is in it."""
    typefaces = sorted(path.name for path in fonts().values())
    drawn_by = version("pillow"), DRAWING.read_text(encoding="utf-8")
    told = repr((brand.name, brand.strapline, brand.colours.light, typefaces, drawn_by))
    kept = CACHE / f"share-{hashlib.sha256(told.encode()).hexdigest()[:12]}.png"
    if not kept.exists():
        from publish.share_drawing import drawing  # it takes long to load, and is asked for once

        write_at_once(kept, drawing(brand))
    return kept
