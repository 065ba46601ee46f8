"""The marks of the principles and the precepts: one drawing each, in a file named by its id."""

from importlib.resources import files


def principle_mark(principle: str) -> str:
    """The mark of a principle as SVG text. It says nothing that its title doesn't, so it is hidden from readers.

    >>> principle_mark("common-vision")[:4]
    '<svg'
    """
    return _drawn(principle)


def precept_mark(precept: str) -> str:
    """The mark of a precept as SVG text, hidden from readers in the same way.

    >>> precept_mark("precept.power")[:4]
    '<svg'
    """
    return _drawn(precept)


def _drawn(id_: str) -> str:
    return files(__name__).joinpath(f"{id_}.svg").read_text(encoding="utf-8").strip()
