"""One style sheet for the site: a browser shows nothing of a page before it has them all, so one comes soonest.

It is published beside the brand's own files, so that an address in the brand's `style.css` holds there too. Its name
has a hash of what is in it, so that browsers may keep it for ever.
"""

import hashlib
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from framework.fork.brand import Brand
from macros.build import build_of
from publish.fonts import faces, fonts

ROOT = Path(__file__).parents[2]
IN_ORDER = ("base", "shell", "content", "book")
"""What stands first; the widgets' styles follow, then print's, then the brand's, which has the last word.

Each is a style sheet, or a folder of them. Within a folder, as among the widgets, none undoes what another says, so
that their order says nothing. Before all of it stands what no brand undoes.
"""
STYLE = ROOT / "overrides" / "assets" / "style"
WIDGETS = ROOT / "overrides" / "widgets"
SHARED = WIDGETS / "shared"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the styles together, publish them as one, and the typefaces with them."""
    build = build_of(config)
    plain, own = _style(build.brand), build.brand_folder / "style.css"
    style = f"{plain}\n{own.read_text(encoding='utf-8')}" if own.exists() else plain
    for file in [file for file in files if file.src_uri.startswith(("assets/style/", "widgets/"))]:
        if file.src_uri.endswith(".css"):
            files.remove(file)
    for each in dict.fromkeys((plain, style)):
        files.append(File.generated(config, _address(each), content=each))
    build.style, build.plain_style = _address(style), _address(plain)
    for name, path in fonts().items():
        files.append(File.generated(config, f"assets/fonts/{name}", abs_src_path=str(path)))
    return files


def _address(style: str) -> str:
    return f"assets/brand/style-{hashlib.sha256(style.encode()).hexdigest()[:12]}.css"


def _style(brand: Brand) -> str:
    """The whole style sheet, but for the publisher's own part."""
    screen = "\n".join([*(_read(STYLE, name) for name in IN_ORDER), _widgets()])
    parts = [_read(STYLE, "guard"), faces(), _colours(brand), screen, f"@media print {{\n{_read(STYLE, 'print')}}}\n"]
    return "\n".join(parts)


def _read(folder: Path, name: str) -> str:
    """A style sheet, or all those of a folder. Raises `FileNotFoundError` where there is neither."""
    inside = folder / name
    paths = sorted(inside.glob("*.css")) if inside.is_dir() else [folder / f"{name}.css"]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _widgets() -> str:
    """What all widgets share, then the style of each."""
    own = sorted(folder for folder in WIDGETS.iterdir() if folder != SHARED)
    return "\n".join(_read(WIDGETS, folder.name) for folder in (SHARED, *own))


def _colours(brand: Brand) -> str:
    """The brand's colours as CSS variables: by day, by night, and as the reader chose. Its name too, for paper."""
    light, dark = (
        "".join(f"--{name}:{value};" for name, value in vars(palette).items())
        for palette in (brand.colours.light, brand.colours.dark)
    )
    name = " ".join(brand.name.replace("\\", "").replace('"', "'").split())
    day = brand.colours.light
    always = f"--night:{day.ink};--day:{day.paper};--lamp:{day.sun};"
    return (
        f':root{{--guide-name:"{name}";{always}}}\n'
        f":root{{color-scheme:light;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-look=light]){{color-scheme:dark;{dark}}}}}\n"
        f"@media screen{{:root[data-look=dark]{{color-scheme:dark;{dark}}}}}\n"
    )
