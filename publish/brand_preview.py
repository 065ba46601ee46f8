"""One page in a brand's colours, by day and by night, to be looked at before anything is written."""

import os
import sys
import webbrowser
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from framework.content.model import Framework
from framework.core.words import say
from framework.fork.brand import Brand
from macros.show import Shower
from publish.fonts import fonts
from publish.picture_size import shown_at
from publish.style_sheet import style_sheet

FILE = Path(__file__).parents[1] / ".cache" / "brand-preview.html"
LOGO_HEIGHT = 32


def write_preview(brand: Brand, folder: Path, framework: Framework, file: Path = FILE) -> Path:
    """Write the page. `folder` holds the brand's logo."""
    style = style_sheet(brand)
    for name, path in fonts().items():
        style = style.replace(f"../fonts/{name}", path.resolve().as_uri())
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    logo = folder / brand.logo if brand.logo else None
    shown = environment.get_template("brand_preview.html").render(
        brand=brand,
        framework=framework,
        style=style,
        home=Shower(framework, brand).show("", "home", None),
        logo=logo.resolve().as_uri() if logo else None,
        size=shown_at(logo, LOGO_HEIGHT) if logo else None,
        say=say,
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(shown, encoding="utf-8")
    return file


def open_in_browser(file: Path) -> bool:
    """Open a page where there is a screen to open it on. Says whether it did."""
    screen = sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(screen) and webbrowser.open(file.as_uri())
