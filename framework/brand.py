"""The brand: whose guide this is, and how it looks. Every key may be left out."""

import math
from dataclasses import dataclass, field
from pathlib import Path

from framework.contrast import COLOUR, apart, too_close
from framework.load import Problem, build, read
from framework.shape import Shape


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


@dataclass(frozen=True, kw_only=True)
class Colours(Shape):
    """The colours, light and dark."""

    light: Light = field(default_factory=Light)
    """What the page looks like by day and in print."""
    dark: Dark = field(default_factory=Dark)
    """What it looks like by night, or where the reader chose dark."""


@dataclass(frozen=True, kw_only=True)
class Brand(Shape):
    """What a fork says of itself, in `brand/brand.yaml`."""

    name: str = "A guide to coproduction"
    """What the site is called."""
    strapline: str = "Residents and organisations, deciding together"
    """One line under the name."""
    contact: str | None = None
    """An email address, or the address of a contact page."""
    web_address: str | None = None
    """Where the site is published, with https:// in front."""
    logo: str | None = None
    """The name of a picture in `brand/`."""
    favicon: str | None = None
    """The name of a small square picture in `brand/`."""
    colours: Colours = field(default_factory=Colours)
    """Colours that differ from the guide's own."""


def load_brand(folder: Path) -> tuple[Brand, list[Problem]]:
    """Read `brand.yaml` in a folder; without one, or with an empty one, the brand is the plain one."""
    problems: list[Problem] = []
    path = folder / "brand.yaml"
    plain = read(path, path.name, problems) if path.exists() else None
    if plain is None:
        return Brand(), problems
    if not isinstance(plain, dict):
        problems.append(Problem(path.name, "", "this holds no keys", "Write lines such as 'name: Our guide'."))
        return Brand(), problems
    brand = build(Brand, plain, path.name, problems) or Brand()
    problems.extend(_missing_files(brand, folder, path.name))
    problems.extend(_poor_colours(brand, path.name))
    return brand, problems


def _missing_files(brand: Brand, folder: Path, file: str) -> list[Problem]:
    named = {"logo": brand.logo, "favicon": brand.favicon}
    return [
        Problem(file, "", f"'{key}' names '{name}', which is not in the folder", f"Put {name} beside {file}.")
        for key, name in named.items()
        if name and not (folder / name).is_file()
    ]


def _poor_colours(brand: Brand, file: str) -> list[Problem]:
    """What is no colour, and what many people could not read."""
    found = []
    for look in ("light", "dark"):
        palette: dict[str, str] = vars(getattr(brand.colours, look))
        for key, colour in palette.items():
            if not COLOUR.fullmatch(colour):
                mend = "Write it as '#rrggbb': a hash, then six of 0 to 9 and a to f, in quotes."
                found.append(Problem(file, "", f"'colours.{look}.{key}' is '{colour}', which is no colour here", mend))
        for pair in too_close(palette):
            key, ground = palette[pair.key], palette[pair.ground]
            what = (
                f"'colours.{look}.{pair.key}' ({key}) on '{pair.ground}' ({ground}) has a contrast of "
                f"{math.floor(pair.ratio * 100) / 100:.2f} to 1, and needs {pair.needed:g} to 1"
            )
            change, other_way = apart(key, ground)
            mend = f"Make '{pair.key}' {change}, or '{pair.ground}' {other_way}, until they reach it."
            found.append(Problem(file, "", what, mend))
    return found
