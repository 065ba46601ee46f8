"""Typefaces for scripts that the site's own have no letters for: asked for only in a language that is written in one,
and only where the device has none.

They come from npm as the site's own do. `scripts.yaml` says which scripts there are.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from framework.content.language import Language
from framework.content.retell import FIXED
from publish.fonts import CSS_FAMILIES, NODE, smaller_face

SCRIPTS = Path(__file__).with_name("scripts.yaml")
ENOUGH = 20
"""A language that uses so many letters of a script is written in it. A name or two from elsewhere are fewer."""
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")


@dataclass(frozen=True, kw_only=True)
class Script:
    """A script, and the typeface that has it."""

    name: str
    """What Unicode's names of its letters begin with."""
    face: str
    alphabet: str
    weights: Sequence[int]
    letters: str
    """As `unicode-range` has them."""
    families: Sequence[str]
    local: Sequence[str]

    @property
    def file(self) -> str:
        """What its file is called."""
        return f"{self.name.lower()}.woff2"

    @property
    def codes(self) -> frozenset[int]:
        """Its letters.

        >>> sorted(scripts()["BENGALI"].codes)[:3]
        [2404, 2405, 2433]
        """
        found = RANGE.findall(self.letters)
        return frozenset(code for first, last in found for code in range(int(first, 16), int(last or first, 16) + 1))


@cache
def scripts() -> Mapping[str, Script]:
    """The scripts that there are typefaces for, by name."""
    told: dict[str, dict[str, Any]] = yaml.safe_load(SCRIPTS.read_text(encoding="utf-8"))
    return {name: Script(name=name, **each) for name, each in told.items()}


def letters_of(language: Language) -> frozenset[str]:
    """The letters and marks that a language's texts use."""
    texts = (form for forms in language.texts.values() for form in forms)
    return frozenset(sign for sign in set().union(*(FIXED.sub("", text) for text in texts)) if not sign.isascii())


def script_of(language: Language) -> Script | None:
    """The script that a language is written in; None where the site's own typefaces have it, or none here has."""
    names = [unicodedata.name(sign, "").split(" ")[0] for sign in letters_of(language)]
    return next((script for name, script in scripts().items() if names.count(name) >= ENOUGH), None)


def script_fonts(languages: Mapping[str, Language]) -> dict[str, Path]:
    """The files by their path in the site, for languages by the folder of their pages, such as 'ar/'.

    Each is below it, so that only who reads the language keeps it.
    """
    return {f"{folder}assets/fonts/{script.file}": _file(script) for folder, _, script in _written(languages)}


def script_faces(languages: Mapping[str, Language]) -> str:
    """The rules of a style sheet in `assets/brand/`: what the device has comes first, and then the file."""
    return "\n".join(_rules(*each) for each in _written(languages))


def _written(languages: Mapping[str, Language]) -> Iterator[tuple[str, Language, Script]]:
    for folder, language in languages.items():
        if script := script_of(language):
            yield folder, language, script


def _file(script: Script) -> Path:
    source = NODE / script.face / "files" / f"{script.face}-{script.alphabet}-wght-normal.woff2"
    lightest, boldest = script.weights
    return smaller_face(source, lightest, boldest, ("*",), script.codes)


def _rules(folder: str, language: Language, script: Script) -> str:
    """Two families: a phone's own typeface that can be named by `local()` alone has one weight, and the file may have
    more. A page's headings are in the face of its text: of the other it would ask for nothing but a space.

    What is in the language on a page in another is set alike, but for the switch, which every page has.
    """
    here, ours = f"{script.name.title()} here", f"{script.name.title()} {language.code}"
    lightest, boldest = script.weights
    weights = str(lightest) if lightest == boldest else f"{lightest} {boldest}"
    local = ",".join(f'local("{name}")' for name in script.local)
    families = ",".join(f'"{name}"' for name in (*script.families, here, ours))
    first, last = CSS_FAMILIES
    stack = f"--text:{first},{families},{last};--headings:var(--text)"
    return (
        f'@font-face{{font-family:"{here}";src:{local};font-weight:400;unicode-range:{script.letters}}}\n'
        f'@font-face{{font-family:"{ours}";src:url("../../{folder}assets/fonts/{script.file}") format("woff2");'
        f"font-weight:{weights};font-display:swap;unicode-range:{script.letters}}}\n"
        f":root:lang({language.code}){{{stack}}}\n"
        f":root [lang={language.code}]:not(.languages *){{{stack};font-family:var(--text)}}"
    )


def unknown_letters(language: Language) -> list[str]:
    """The letters of its script that a language uses and its typeface has none for."""
    script = script_of(language)
    of_it = (sign for sign in letters_of(language) if script and unicodedata.name(sign, "").startswith(script.name))
    return sorted(sign for sign in of_it if script and ord(sign) not in script.codes)
