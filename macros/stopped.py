"""Why a page can't be made, in a sentence that names the file and says how to mend it."""

from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import TemplateSyntaxError

ROOT = Path(__file__).parents[1]


class Stopped(Exception):
    """A page can't be made. Says where it stopped, why, and how to mend it."""


def why(error: Exception, item: str | None = None) -> Stopped:
    """What stopped a page or a template, which may have been filled with the item of an id.

    >>> print(why(FileNotFoundError(2, "gone", str(ROOT / "overrides/widgets/map/map.js")), "power-map"))
    power-map: overrides/widgets/map/map.js is missing. Put it back, or take out what names it.
    """
    match error:
        case Stopped():
            return error
        case FileNotFoundError(filename=str(name)):
            told = missing(name)
        case TemplateNotFound():
            folders = "macros/templates/ or overrides/widgets/"
            told = f"the template '{error.name}' is missing. Put it back into {folders}, or mend its name there."
        case TemplateSyntaxError():
            told = f"{error.message}. Mend that line."
        case UndefinedError():
            told = f"{error.message}. Mend that name."
        case KeyError():
            told = f"there is no {error}. Name one that exists, or add it."
        case _:
            told = f"{type(error).__name__}: {error}. Mend what stands there."
    return Stopped(": ".join(filter(None, (place(error), item, told))))


def missing(name: str) -> str:
    """What to say of a file that isn't there."""
    return f"{shown(name)} is missing. Put it back, or take out what names it."


def place(error: Exception) -> str:
    """The line of a template in which an error arose; '' where it arose in none."""
    lines = [f"{shown(frame.f_code.co_filename)}, line {line}" for frame, line in walk_tb(error.__traceback__)]
    return next((line for line in reversed(lines) if ".html, line " in line), "")


def shown(name: str) -> str:
    """A file's path below the project."""
    path = Path(name)
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)
