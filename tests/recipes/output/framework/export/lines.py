"""Things to do as plain lines, to paste into a message."""

from collections.abc import Iterable


def as_lines(texts: Iterable[str]) -> str:
    """A line for each text.

    >>> as_lines(["Post the papers", "Find a room"])
    '- Post the papers\\n- Find a room\\n'
    """
    return "".join(f"- {text}\n" for text in texts)
