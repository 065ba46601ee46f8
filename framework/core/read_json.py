"""JSON that comes from outside, read as data that can be looked into: not too deep, and every number is one.

Standard library only, for the browser reads all that it is asked by this.
"""

import json
from collections.abc import Iterable
from typing import Any, Literal

type Reason = Literal["damaged", "deep", "number"]

DEEPEST = 12
"""How deep lists may lie in each other: nothing that the guide keeps or asks comes near it."""
MOST = 2**53 - 1
"""Beyond this, a browser's script counts no whole number exactly."""


class Unreadable(Exception):
    """Text that is no JSON, or JSON that cannot be used: 'damaged', too 'deep', or with a 'number' that is none."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


def read_json(text: str) -> Any:
    """The data in a text. Raises `Unreadable`.

    >>> read_json('{"marks": [1, 2.5]}')
    {'marks': [1, 2.5]}
    """
    try:
        found = json.loads(text, parse_constant=_no_number, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is a ValueError
        raise Unreadable("damaged") from error
    _look_into([found])
    return found


def _no_number(_constant: str) -> None:
    raise Unreadable("number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unreadable("damaged")
    return found


def _look_into(values: Iterable[Any], depth: int = 0) -> None:
    if depth > DEEPEST:
        raise Unreadable("deep")
    for value in values:
        if isinstance(value, (dict, list)):
            _look_into(value.values() if isinstance(value, dict) else value, depth + 1)
        elif isinstance(value, (int, float)) and not -MOST <= value <= MOST:
            raise Unreadable("number")
