"""Make a typeface smaller: a few of its weights, features and letters, and no hints for screens of old."""

import io
import logging
from collections.abc import Collection, Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont


def smaller(
    source: Path, lightest: int, boldest: int, features: Iterable[str], letters: Collection[int] | None = None
) -> bytes:
    """A variable font with the weights from `lightest` to `boldest`, as WOFF2: the same font always gives the same.

    `letters` are those that stay, by their code; all where none are given.
    """
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    weights = lightest if lightest == boldest else (lightest, boldest)
    between, made = io.BytesIO(), io.BytesIO()
    narrowed = instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weights})
    narrowed.flavor = None
    narrowed.save(between)
    font = TTFont(between, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=list(features), hinting=False))
    subsetter.populate(unicodes=letters or font.getBestCmap())
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(made)
    return made.getvalue()
