"""The typefaces, as small as they can be: only the weights and the features that the site uses.

They come from npm as they were published, under the SIL Open Font License. Each is kept in `.cache/fonts`.
"""

import hashlib
import json
from collections.abc import Collection, Iterable
from importlib.metadata import version
from pathlib import Path

from publish.at_once import write_at_once

ROOT = Path(__file__).parents[1]
NODE = ROOT / "node_modules" / "@fontsource-variable"
CACHE = ROOT / ".cache" / "fonts"
SMALLER = Path(__file__).with_name("smaller_font.py")
CSS_FAMILIES = '"Text","Atkinson Hyperlegible"', "system-ui,sans-serif"
"""What text is set in: what comes before typefaces for other scripts, and what after (`--text` in the style sheet)."""
FACES = {"text": ("atkinson-hyperlegible-next", 400, 700), "headings": ("bricolage-grotesque", 700, 700)}
"""The typefaces by their use, with the lightest and the boldest weight that the site sets them in."""
ALPHABETS = ("latin", "latin-ext")
"""Latin, and the letters that Polish, Turkish, Yoruba and others of London's languages add: a file asked for only where
a page has such a letter. For other scripts see `publish/script_fonts.py`."""
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum")


def fonts() -> dict[str, Path]:
    """The files by name: 'text-latin.woff2'."""
    made = {}
    for use, (face, lightest, boldest) in FACES.items():
        for alphabet in ALPHABETS:
            source = NODE / face / "files" / f"{face}-{alphabet}-wght-normal.woff2"
            made[f"{use}-{alphabet}.woff2"] = smaller_face(source, lightest, boldest)
    return made


def faces() -> str:
    """The rules of a style sheet in `assets/brand/` that names the files."""
    rules = []
    for use, (face, lightest, boldest) in FACES.items():
        letters = json.loads((NODE / face / "unicode.json").read_text(encoding="utf-8"))
        weight = str(lightest) if lightest == boldest else f"{lightest} {boldest}"
        rules += [
            f'@font-face{{font-family:"{use.title()}";src:url("../fonts/{use}-{alphabet}.woff2") format("woff2");'
            f"font-weight:{weight};font-display:swap;unicode-range:{letters[alphabet]}}}"
            for alphabet in ALPHABETS
        ]
    return "\n".join(rules)


def smaller_face(
    source: Path,
    lightest: int,
    boldest: int,
    features: Iterable[str] = FEATURES,
    letters: Collection[int] | None = None,
) -> Path:
    """A variable font with just some weights, features and letters, without hints for screens of old."""
    content = source.read_bytes()
    said = f"{tuple(features)}{lightest}{boldest}{sorted(letters) if letters else ''}{version('fonttools')}"
    told = said.encode() + SMALLER.read_bytes()
    kept = CACHE / f"{source.stem}-{hashlib.sha256(content + told).hexdigest()[:12]}.woff2"
    if not kept.exists():
        from publish.smaller_font import smaller  # it takes long to load, and is asked for once

        write_at_once(kept, smaller(source, lightest, boldest, features, letters))
    return kept
