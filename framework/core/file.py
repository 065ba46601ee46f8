"""Files on their way between a page and Python: as base64, for JSON holds no bytes."""

from binascii import a2b_base64, b2a_base64
from typing import Any

from framework.core.answers import BadInput
from framework.core.words import say


def file_in(text: Any) -> bytes:
    """A file that came from a page. Raises `BadInput` where it is none."""
    try:
        return a2b_base64(text, strict_mode=True)
    except (TypeError, ValueError) as error:
        raise BadInput(say("common.unreadable-request"), say("common.load-again")) from error


def file_out(content: bytes) -> str:
    """A file for a page.

    >>> file_out(b"Keys"), file_in("S2V5cw==")
    ('S2V5cw==', b'Keys')
    """
    return b2a_base64(content, newline=False).decode()
