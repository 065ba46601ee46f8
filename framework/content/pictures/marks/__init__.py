"""The marks of the principles and the precepts: one drawing each, in a file named by the item's id.

One that has no file gets a plain mark: a resident and an organisation at one table, on one line.
"""

from importlib.resources import files


def principle_mark(principle: str) -> str:
    """The mark of a principle as SVG text. It says nothing that its title doesn't, so it is hidden from readers.

    >>> principle_mark("common-vision")[:4]
    '<svg'
    >>> principle_mark("one-that-came-later") == principle_mark("any-principle")
    True
    """
    return _read(principle, "any-principle")


def precept_mark(precept: str) -> str:
    """The mark of a precept as SVG text, in the colour of the words beside it, with some sun; hidden from readers.

    >>> precept_mark("precept.power")[:4]
    '<svg'
    """
    return _read(precept, "any-precept")


def _read(id_: str, otherwise: str) -> str:
    own = files(__name__).joinpath(f"{id_}.svg")
    found = own if own.is_file() else files(__name__).joinpath(f"{otherwise}.svg")
    return found.read_text(encoding="utf-8").strip()
