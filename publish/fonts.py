"""The typefaces, as small as they can be: only the weights and the features that the site uses.

They come from npm as they were published, under the SIL Open Font License. Each is kept in `.cache/fonts`.
"""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from publish.at_once import write_at_once

ROOT = Path(__file__).parents[1]
NODE = ROOT / "node_modules" / "@fontsource-variable"
CACHE = ROOT / ".cache" / "fonts"
SMALLER = Path(__file__).with_name("smaller_font.py")
FACES = {"text": ("atkinson-hyperlegible-next", 400, 700), "headings": ("bricolage-grotesque", 700, 700)}
"""The typefaces by their use, with the lightest and the boldest weight that the site sets them in."""
ALPHABETS = ("latin", "latin-ext")
"""Latin, and the letters that Polish, Turkish, Yoruba and others of London's languages add: a file asked for only where
a page has such a letter. Bengali, Arabic and Urdu are in neither face: there the reader's own device has letters."""
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum")


def fonts() -> dict[str, Path]:
    """The files by name: 'text-latin.woff2'."""
    made = {}
    for use, (face, lightest, boldest) in FACES.items():
        for alphabet in ALPHABETS:
            source = NODE / face / "files" / f"{face}-{alphabet}-wght-normal.woff2"
            made[f"{use}-{alphabet}.woff2"] = _smaller(source, lightest, boldest)
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


def _smaller(source: Path, lightest: int, boldest: int) -> Path:
    """A variable font with just some weights, without hints for screens of old."""
    content = source.read_bytes()
    told = f"{FEATURES}{lightest}{boldest}{version('fonttools')}".encode() + SMALLER.read_bytes()
    kept = CACHE / f"{source.stem}-{hashlib.sha256(content + told).hexdigest()[:12]}.woff2"
    if not kept.exists():
        from publish.smaller_font import smaller  # it takes long to load, and is asked for once

        write_at_once(kept, smaller(source, lightest, boldest, FEATURES))
    return kept
