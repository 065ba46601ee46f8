"""The brand: whose guide this is, and how it looks. Every key may be left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from framework.content.as_saved import quoted
from framework.content.load import Problem, build, read, with_lines
from framework.core.item import Shape
from framework.core.words import say
from framework.fork.contrast import apart, too_close
from framework.fork.oklch import as_hex
from framework.fork.palette import palettes
from framework.fork.wording import wrong_words

type Kind = Literal[
    "housing association",
    "council",
    "co-operative",
    "community-led housing group",
    "residents' group",
    "charity",
    "developer",
    "organisation",
]
"""What kind of body publishes a site."""

FILE = "brand.yaml"
SHOWN = f"brand/{FILE}"
"""The file as its publisher knows it."""
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(\.[\w-]+)+")
WEB = re.compile(r"https?://[\w-]+(\.[\w-]+)*(:\d+)?(/[\w.,;:@!$&'*+=/~%?#-]*)?")
"""No more than stands in an address: it goes into links as it is."""
LONGEST = {"name": 80, "strapline": 160, "organisation": 80, "pages_title": 80, "logo_text": 160}
"""Letters. More would not fit beside the logo, in the menu or in the picture for shared links."""
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico")
LOOKS = ("light", "dark")
PICTURE = re.compile(r"[\w-]+(\.[\w-]+)+")
WRITTEN_IN = "en"
"""The language of the guide. A page that says it is in another would be read out with that one's sounds."""
KIND_OF_LANGUAGE = re.compile(rf"{WRITTEN_IN}(-[A-Za-z0-9]{{2,8}})*")


@dataclass(frozen=True, kw_only=True)
class Palette(Shape):
    """Colours for one way of looking, each as '#rrggbb'."""

    paper: str
    """The page."""
    card: str
    """What lies on the page: forms, cards."""
    tint: str
    """Warnings and other set-off text."""
    ink: str
    """Text and lines."""
    soft: str
    """Second text."""
    faint: str
    """Lines that only guide the eye."""
    resident: str
    """Circles."""
    organisation: str
    """Squares."""
    other: str
    """Triangles."""
    sun: str
    """'Look here' and 'chosen'. Always with ink on it and a line of ink around it."""
    band: str
    """The bands above the header and the footer, where no words lie."""


@dataclass(frozen=True, kw_only=True)
class Light(Palette):
    """Colours by day and in print."""

    paper: str = "#FBF7F0"
    card: str = "#FFFFFF"
    tint: str = "#F3EADB"
    ink: str = "#1F2A30"
    soft: str = "#55626A"
    faint: str = "#DDD5C5"
    resident: str = "#B0452B"
    organisation: str = "#0B5C63"
    other: str = "#6B4A86"
    sun: str = "#F4BC3C"
    band: str = "#FBF7F0"


@dataclass(frozen=True, kw_only=True)
class Dark(Palette):
    """Colours by night."""

    paper: str = "#12181B"
    card: str = "#1B2327"
    tint: str = "#232C30"
    ink: str = "#F3EEE4"
    soft: str = "#B3BDC2"
    faint: str = "#3A464C"
    resident: str = "#F08A6C"
    organisation: str = "#63C3C8"
    other: str = "#BFA0DC"
    sun: str = "#8A6410"
    band: str = "#12181B"


@dataclass(frozen=True, kw_only=True)
class Colours(Shape):
    """The colours. One is enough: all others follow from `main`."""

    main: str | None = None
    """Your one colour, as '#rrggbb' in quotes. Both looks follow from it, with text that can be read."""
    light: Light = field(default_factory=Light)
    """Single colours of the look by day and in print, where you want another than what follows from 'main'."""
    dark: Dark = field(default_factory=Dark)
    """The same for the look by night, or where the reader chose dark."""


@dataclass(frozen=True, kw_only=True)
class Brand(Shape):
    """What a fork says of itself, in `brand/brand.yaml`. Every key may be left out.

    In the place of some stands then what this process says, so sentences have to be spoken before.
    """

    name: str = field(default_factory=lambda: say("brand.name"))
    """What the site is called."""
    strapline: str = field(default_factory=lambda: say("brand.strapline"))
    """One line under the name."""
    organisation: str | None = None
    """The name of the body that publishes the site. Left out, the name of the site stands in its place."""
    kind: Kind = "organisation"
    """What kind of body that is: housing association, council, co-operative, community-led housing group,
    residents' group, charity, developer or organisation."""
    contact: str | None = None
    """An email address, or the web address of a contact page."""
    accessibility_contact: str | None = None
    """Whom to tell when something can't be used: an email or web address. Left out, 'contact' stands in its place."""
    privacy_contact: str | None = None
    """Whom to ask about privacy: an email or web address. Left out, 'contact' stands in its place."""
    web_address: str | None = None
    """Where the site is published, with https:// in front."""
    repository: str | None = None
    """Where the files of your copy are, with https:// in front: readers can then see every change."""
    language: str = WRITTEN_IN
    """The language that the site is written in, as a code: 'en', or one of its kinds such as 'en-GB'."""
    languages: list[str] | None = None
    """The languages that readers can choose beside English, by the names of their folders. Left out, they are all that
    the guide has, and those in `brand/languages/`. An empty list, [], has none."""
    words: dict[str, str] = field(default_factory=dict)
    """Your own words for who is who, in lower case. 'resident' is somebody who lives there ('tenant'), 'landlord' who
    owns the homes ('association'), 'board' who governs the organisation ('committee'), 'council' the local authority.
    Plural and capitals follow. Where the plural is not made with 's', say both: 'person, people'. Other forms can be
    said too: "residents'", 'resident members'."""
    logo: str | None = None
    """The name of a picture in `brand/`. It stands beside the site's name."""
    logo_text: str = ""
    """What the logo says, for people who can't see it. Leave it out where the logo says no more than the name."""
    favicon: str | None = None
    """The name of a small square picture in `brand/`, for the browser's tabs."""
    colours: Colours = field(default_factory=Colours)
    """One colour, from which the others follow; or single ones."""
    pages_title: str = field(default_factory=lambda: say("brand.pages-title"))
    """The heading of the section that holds the pages in `brand/pages/`."""

    @property
    def publisher(self) -> str:
        """Who publishes the site."""
        return self.organisation or self.name

    @property
    def told_of_access(self) -> str | None:
        """Whom to tell when something can't be used."""
        return self.accessibility_contact or self.contact

    @property
    def asked_of_privacy(self) -> str | None:
        """Whom to ask about privacy."""
        return self.privacy_contact or self.contact


@dataclass(frozen=True)
class Renamed:
    """A key that has a new name. The old one works for a year."""

    to: str
    until: str
    """The day on which the old name stops to work: '1 May 2028'."""


RENAMED: dict[str, Renamed] = {}
"""Keys of `brand.yaml` under their old names."""


def load_brand(folder: Path, web_address: str | None = None) -> tuple[Brand, list[Problem]]:
    """Read `brand.yaml` in a folder; without one, or with an empty one, the brand is the plain one.

    `web_address` holds where the file names none: a host may know it before those who publish there do.
    """
    brand, problems = _loaded(folder, web_address)
    return brand, with_lines(problems, {SHOWN: folder / FILE})


def _loaded(folder: Path, web_address: str | None) -> tuple[Brand, list[Problem]]:
    problems: list[Problem] = []
    plain = _plain(folder, problems)
    if web_address and not problems:
        plain = {"web_address": web_address, **(plain or {})}
    if plain is None:
        return Brand(), problems
    for old, renamed in RENAMED.items():
        if old in plain:
            plain.setdefault(renamed.to, plain.pop(old))
    problems += _empty(plain)
    if not problems:
        problems += _fill_palettes(plain)
    if problems:
        return Brand(), problems
    brand = build(Brand, plain, SHOWN, problems)
    if not brand:
        return Brand(), problems
    problems.extend(Problem(SHOWN, "", what, mend) for rule in CHECKS for what, mend in rule(brand, folder))
    return brand, problems


def keys_in(folder: Path) -> set[str]:
    """The keys that stand in `brand.yaml`."""
    return set(_plain(folder, []) or {})


def old_keys(folder: Path) -> list[str]:
    """What to tell of keys that stand in `brand.yaml` under an old name."""
    plain = _plain(folder, []) or {}
    return [
        f"{SHOWN}: '{old}' is now '{renamed.to}'. The old name works until {renamed.until}."
        for old, renamed in RENAMED.items()
        if old in plain
    ]


def to_publish(brand: Brand) -> list[Problem]:
    """What a site that is published must say, and this brand doesn't."""
    wanted = {
        "contact": (brand.contact, "Say whom readers can write to."),
        "accessibility_contact": (brand.told_of_access, "Say whom to tell when something can't be used."),
        "privacy_contact": (brand.asked_of_privacy, "Say whom to ask about privacy."),
        "web_address": (brand.web_address, "Say where the site will be, with https:// in front."),
    }
    return [
        Problem(SHOWN, "", f"'{key}' is missing, and a published site needs it", mend)
        for key, (value, mend) in wanted.items()
        if not value
    ]


def _plain(folder: Path, problems: list[Problem]) -> dict[str, Any] | None:
    """What stands in the file; None where nothing does, or nothing that can be used."""
    path = folder / FILE
    keys = {each.name for each in fields(Brand)}
    plain = read(path, SHOWN, problems, as_text=True, keys=keys) if path.exists() else None
    if plain is not None and not isinstance(plain, dict):
        problems.append(Problem(SHOWN, "", "this holds no keys", "Write lines such as 'name: Our guide'.", 1))
        return None
    return plain


def _empty(plain: dict[str, Any], before: str = "") -> Iterator[Problem]:
    """Keys with nothing behind them: whoever wrote them meant something."""
    for key, value in plain.items():
        if value is None or value == "":
            mend = f"Write something behind '{key}:', or take the line out."
            yield Problem(SHOWN, "", f"'{before}{key}' is empty", mend)
        elif isinstance(value, dict):
            yield from _empty(value, f"{before}{key}.")


def _fill_palettes(plain: dict[str, Any]) -> Iterator[Problem]:
    """Write every colour as '#RRGGBB', and fill in all that follow from the one. Those that were given stay."""
    colours = plain.get("colours")
    if colours is None:
        return
    if not isinstance(colours, dict):
        what = f"'colours' is '{colours}', and colours stand below it"
        yield Problem(SHOWN, "", what, f"Write 'colours:' and in the next line '  main: {quoted(str(colours))}'.")
        return
    holders: list[tuple[Any, str]] = [(colours, "colours.")]
    holders += [(colours.get(look), f"colours.{look}.") for look in LOOKS]
    for holder, before in holders:
        for key, told in list(holder.items()) if isinstance(holder, dict) else ():
            if isinstance(told, str):
                holder[key] = as_hex(told)
                if holder[key] is None:
                    yield Problem(SHOWN, "", f"'{before}{key}' is '{told}', which is no colour", mend_of_colour(told))
    main = colours.get("main")
    if not isinstance(main, str):
        return
    for look, tokens in zip(LOOKS, palettes(main), strict=True):
        given = colours.get(look) or {}
        if isinstance(given, dict):
            colours[look] = {**tokens, **given}


def mend_of_colour(told: str) -> str:
    """How to write a colour.

    >>> mend_of_colour("1D4F91")
    "Write it with a hash and in quotes: '#1D4F91'."
    """
    if re.fullmatch(r"[0-9a-fA-F]{6}", told):
        return f"Write it with a hash and in quotes: '#{told}'."
    return "Write a hash and six of 0 to 9 and A to F, in quotes, such as '#1D4F91'."


type Problems = Iterator[tuple[str, str]]


def _files(brand: Brand, folder: Path) -> Problems:
    for key, name in {"logo": brand.logo, "favicon": brand.favicon}.items():
        if name and not PICTURE.fullmatch(name):
            yield (
                f"'{key}' names '{name}'",
                "Name the file with letters, numbers, '-' and '.' alone, such as 'logo.svg'.",
            )
        elif name and not name.lower().endswith(PICTURES):
            yield f"'{key}' names '{name}', which is no picture", f"Use one of {', '.join(PICTURES)}."
        elif name and not _is_there(folder, name):
            there = {path.name.lower(): path.name for path in folder.iterdir() if path.name.lower().endswith(PICTURES)}
            close = get_close_matches(name.lower(), there, n=1)
            mend = f"Write '{key}: {there[close[0]]}'." if close else f"Put {name} beside {FILE}."
            yield f"'{key}' names '{name}', which is not in the folder", mend


def _is_there(folder: Path, name: str) -> bool:
    """Whether a file has this very name: some computers know no difference of capitals, and hosts do."""
    return any(path.name == name for path in folder.iterdir() if path.is_file())


def _addresses(brand: Brand, folder: Path) -> Problems:  # noqa: ARG001 (all rules are asked alike)
    for key in ("contact", "accessibility_contact", "privacy_contact"):
        value = getattr(brand, key)
        if value and not EMAIL.fullmatch(value) and not WEB.fullmatch(value):
            yield f"'{key}' is '{value}'", "Give an email address, or a web address with https:// in front."
    for key in ("web_address", "repository"):
        value = getattr(brand, key)
        if value and not WEB.fullmatch(value):
            yield f"'{key}' is '{value}'", "Give a web address, with https:// in front."
    if not KIND_OF_LANGUAGE.fullmatch(brand.language):
        mend = f"Use '{WRITTEN_IN}', or one of its kinds such as '{WRITTEN_IN}-GB': there is no other yet."
        yield f"'language' is '{brand.language}', and the guide is not written in it", mend


def _colours(brand: Brand, folder: Path) -> Problems:  # noqa: ARG001
    for look in LOOKS:
        palette: dict[str, str] = vars(getattr(brand.colours, look))
        for pair in too_close(palette):
            key, ground = palette[pair.key], palette[pair.ground]
            what = (
                f"'colours.{look}.{pair.key}' ({key}) on '{pair.ground}' ({ground}) has a contrast of "
                f"{int(pair.ratio * 100) / 100:.2f} to 1, and needs {pair.needed:g} to 1"
            )
            change, other_way = apart(key, ground)
            yield what, f"Make '{pair.key}' {change}, or '{pair.ground}' {other_way}, until they reach it."


def _said(brand: Brand, folder: Path) -> Problems:  # noqa: ARG001
    for key, most in LONGEST.items():
        value = getattr(brand, key) or ""
        if len(value) > most:
            yield f"'{key}' has {len(value)} letters", f"Say it in {most} or fewer, so that it fits where it is shown."
    yield from wrong_words(brand.words)


CHECKS = (_files, _addresses, _colours, _said)
