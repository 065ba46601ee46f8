"""The languages that there are beside English: each is a folder, and nothing else lists them.

`framework/languages/<address>/` holds `language.yaml`, which says what the language is called, and `texts.po`, the
catalogue. `terms.yaml` may say how the language calls a thing. The folder's name is the address below the site's own.
`brand/languages/` holds folders alike: one of the same name mends what ours says, text by text, and any other adds a
language.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from framework.content.as_saved import is_litter
from framework.content.language import Language, load_language
from framework.content.load import Problem, build, read
from framework.content.translated import Term, wrong_in
from framework.core.item import Shape

FOLDER = Path(__file__).parents[1] / "languages"
OWN = "languages"
"""The folder of a brand that holds languages."""
ABOUT, CATALOGUE, TERMS = "language.yaml", "texts.po", "terms.yaml"
FILES = (ABOUT, CATALOGUE, TERMS)
ADDRESS = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class About(Shape):
    """What `language.yaml` says."""

    name: str
    """What the language calls itself: 'Cymraeg'."""
    same: tuple[str, ...] = ()
    """Texts that are the same in English, such as names."""
    drawings: bool = False
    """Whether a drawing stands beside each thing that is said, as guidance on easy read asks."""


@dataclass(frozen=True)
class Edition:
    """The guide in a language."""

    address: str
    """The name of its folder: where its pages stand below the site's."""
    name: str
    """What the language calls itself."""
    language: Language
    drawings: bool = False
    """Whether a drawing stands beside each thing that is said."""


def addresses(brand: Path) -> list[str]:
    """The languages that there are, ours and those of the brand in a folder."""
    return sorted({path.name for folder in _homes(brand) for path in _folders(folder)})


def editions(brand: Path, chosen: Collection[str] | None = None) -> tuple[list[Edition], list[Problem]]:
    """The languages that are chosen, in the order of their addresses: all of them where nothing is said.

    Where anything in one can't be used it is not among them, and problems say all that is wrong.
    """
    there, found, problems = addresses(brand), [], []
    for address in sorted(set(chosen)) if chosen is not None else there:
        if address in there:
            edition, wrong = _edition(address, brand)
            problems += wrong
            if edition and not wrong:
                found.append(edition)
        else:
            mend = f"Choose of {', '.join(there) or 'none'}, or add the folder '{address}' to brand/{OWN}/."
            problems.append(Problem("brand/brand.yaml", "", f"'languages' has '{address}', which is none here", mend))
    return found, problems


def _homes(brand: Path) -> tuple[Path, Path]:
    return FOLDER, brand / OWN


def _folders(home: Path) -> list[Path]:
    return sorted(path for path in home.iterdir() if path.is_dir()) if home.is_dir() else []


def _edition(address: str, brand: Path) -> tuple[Edition | None, list[Problem]]:
    """The language at an address: ours, with what the brand says of it in front."""
    folders = [home / address for home in _homes(brand) if (home / address).is_dir()]
    problems = [problem for folder in folders for problem in _stray(folder)]
    if not ADDRESS.fullmatch(address):
        mend = "Name it by the code of its language in small letters, such as 'cy'."
        return None, [*problems, Problem(_shown(folders[0]), "", f"'{address}' is no address for a language", mend)]
    name, language, drawings = "", None, False
    same: tuple[str, ...] = ()
    terms: list[Term] = []
    for folder in folders:
        if (folder / ABOUT).exists():
            shown = _shown(folder / ABOUT)
            about = build(About, read(folder / ABOUT, shown, problems) or {}, shown, problems)
            if about:
                name, same, drawings = about.name, (*same, *about.same), about.drawings
        terms += _terms(folder / TERMS, problems)
        if (folder / CATALOGUE).exists():
            here, wrong = load_language(folder / CATALOGUE)
            if here:
                kept = wrong_in(here, terms, same)
                wrong = [Problem(CATALOGUE, context, what, mend) for context, what, mend in kept]
            problems += [replace(problem, file=_shown(folder / CATALOGUE)) for problem in wrong]
            language = here.over(language) if here else language
    for file, known in ((ABOUT, name), (CATALOGUE, language)):
        if not known and not problems:
            mend = "CONTRIBUTING.md says how a language is made, at 'A language'."
            problems.append(Problem(_shown(folders[-1] / file), "", "this file is missing", mend))
    return (Edition(address, name, language, drawings) if language else None), problems


def _terms(path: Path, problems: list[Problem]) -> list[Term]:
    """The terms that a file holds."""
    if not path.exists():
        return []
    found = read(path, _shown(path), problems) or []
    made = [build(Term, plain, _shown(path), problems) for plain in found if isinstance(plain, dict)]
    return [term for term in made if term]


def _stray(folder: Path) -> Iterator[Problem]:
    """What nothing loads."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not is_litter(path) and path.relative_to(folder).as_posix() not in FILES:
            mend = f"A language has {', '.join(FILES)}. Give it one of these names, or take it out."
            yield Problem(_shown(path), "", "nothing loads this file", mend)


def _shown(path: Path) -> str:
    """A file as its writer knows it: from the project's root, or in the brand, wherever that is."""
    home = FOLDER if path.is_relative_to(FOLDER) else next(up for up in path.parents if up.name == OWN)
    return f"{FOLDER.parent.name if home == FOLDER else 'brand'}/{OWN}/{path.relative_to(home).as_posix()}"
