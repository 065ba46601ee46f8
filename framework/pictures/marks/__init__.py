"""The marks of the principles: one drawing each, in a file named by the principle's id."""

from importlib.resources import files


def principle_mark(principle: str) -> str:
    """The mark of a principle as SVG text. It says nothing that its title doesn't, so it is hidden from readers.

    >>> principle_mark("common-vision")[:4]
    '<svg'
    """
    return files(__name__).joinpath(f"{principle}.svg").read_text(encoding="utf-8").strip()
