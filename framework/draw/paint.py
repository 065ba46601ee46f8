"""The colours of a picture that leaves the page: no style sheet reaches it there, so they are written into it."""

import re
from collections.abc import Mapping
from typing import Any

COLOURS = dict.fromkeys(("paper", "card", "tint"), "#ffffff") | dict.fromkeys(
    ("ink", "soft", "resident", "organisation", "other"), "#000000"
)
COLOURS |= dict.fromkeys(("faint", "sun"), "#cccccc")
"""What is drawn where the brand's colour is not given: black on white."""
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
FONT = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, sans-serif"


def painted(svg: str, paints: Mapping[str, str], colours: Mapping[str, Any]) -> str:
    """A picture with its colours in it. Words in it hold no plain quotes.

    `paints` are attributes by class, with the names of colours in braces; `colours` as '#rrggbb', by their name in the
    brand.
    """
    safe = {name: _colour(colours.get(name), otherwise) for name, otherwise in COLOURS.items()}
    filled = {name: paint.format(**safe) for name, paint in paints.items()}

    def paint(found: re.Match[str]) -> str:
        return " ".join([found[0], *(filled[name] for name in found[1].split() if name in filled)])

    painted_svg = re.sub(r'class="([\w -]+)"', paint, svg)
    return painted_svg.replace("<svg ", f'<svg font-family="{FONT}" ', 1)


def _colour(value: Any, otherwise: str) -> str:
    return value if isinstance(value, str) and COLOUR.fullmatch(value) else otherwise
