"""The marks of the principles and the precepts: one drawing each, in a file named by the item's id."""

from importlib.resources import files


def principle_mark(principle: str) -> str:
    """The mark of a principle as SVG text. It says nothing that its title doesn't, so it is hidden from readers.

    >>> principle_mark("common-vision")[:4]
    '<svg'
    """
    return _read(principle)


def precept_mark(precept: str) -> str:
    """The mark of a precept as SVG text, in the colour of the words beside it, with some sun; hidden from readers.

    >>> precept_mark("precept.power")[:4]
    '<svg'
    """
    return _read(precept)


def _read(id_: str) -> str:
    return files(__name__).joinpath(f"{id_}.svg").read_text(encoding="utf-8").strip()
