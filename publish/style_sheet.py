"""The site's style sheet, in the colours of a brand."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from framework.content.catalogue import brand_said
from framework.content.language import Language
from framework.fork.brand import Brand
from publish.fonts import faces
from publish.script_fonts import script_faces

ROOT = Path(__file__).parents[1]
IN_ORDER = ("base", "shell", "content", "book")
"""What stands first; the widgets' styles follow, then print's, then the brand's, which has the last word.

Each is a style sheet, or a folder of them. Within a folder, as among the widgets, none undoes what another says, so
that their order says nothing. Before all of it stands what no brand undoes.
"""
STYLE = ROOT / "overrides" / "assets" / "style"
WIDGETS = ROOT / "overrides" / "widgets"
SHARED = WIDGETS / "shared"


def style_sheet(brand: Brand, languages: Mapping[str, Language] = MappingProxyType({})) -> str:
    """The whole style sheet, but for the publisher's own part.

    `languages` are those of the site beside English, by the folder of their pages.
    """
    screen = "\n".join([*(_read(STYLE, name) for name in IN_ORDER), _widgets()])
    paper = f"@media print {{\n{_read(STYLE, 'print')}}}\n"
    names = _names(brand, languages.values())
    parts = [_read(STYLE, "guard"), faces(), _colours(brand), names, screen, paper, script_faces(languages)]
    return "\n".join(part for part in parts if part)


def _read(folder: Path, name: str) -> str:
    """A style sheet, or all those of a folder. Raises `FileNotFoundError` where there is neither."""
    inside = folder / name
    paths = sorted(inside.glob("*.css")) if inside.is_dir() else [folder / f"{name}.css"]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _widgets() -> str:
    """What all widgets share, then the style of each."""
    own = sorted(folder for folder in WIDGETS.iterdir() if folder != SHARED)
    return "\n".join(_read(WIDGETS, folder.name) for folder in (SHARED, *own))


def _names(brand: Brand, languages: Iterable[Language]) -> str:
    """What stands at the foot of each printed page, where the guide has another name in a language."""
    names = {each.code: brand_said("name", brand.name, each.said) for each in languages}
    return "\n".join(
        f':root:lang({code}){{--guide-name:"{_in_quotes(name)}"}}' for code, name in names.items() if name != brand.name
    )


def _in_quotes(name: str) -> str:
    return " ".join(name.replace("\\", "").replace('"', "'").split())


def _colours(brand: Brand) -> str:
    """The brand's colours as CSS variables: by day, by night, and as the reader chose. Its name too, for paper."""
    light, dark = (
        "".join(f"--{name}:{value};" for name, value in vars(palette).items())
        for palette in (brand.colours.light, brand.colours.dark)
    )
    day = brand.colours.light
    always = f"--night:{day.ink};--day:{day.paper};--lamp:{day.sun};"
    return (
        f':root{{--guide-name:"{_in_quotes(brand.name)}";{always}}}\n'
        f":root{{color-scheme:light;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-look=light]){{color-scheme:dark;{dark}}}}}\n"
        f"@media screen{{:root[data-look=dark]{{color-scheme:dark;{dark}}}}}\n"
    )
