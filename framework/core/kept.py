"""What a group's work may hold: the shape of each of its parts, and whether something fits it.

A shape is a type; a tuple of what may stand there, values, types or ranges of whole numbers; a list with the shape of
its entries; a dict with the shape of each of its names, those that may be missing with a '?' behind; or a dict with '*'
alone, for names of any kind.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from framework.core.answers import SIDES, BadInput, read_answers
from framework.core.questions import Assessment
from framework.core.words import say

type KeptShape = type | tuple[Any, ...] | list[Any] | dict[str, Any]
type Check = Callable[[str, Any], None]
"""Takes a part's name and what it holds; raises `BadInput` where that cannot be used."""

NUMBER = (int, float)
SIDE = (None, *SIDES)
FILLED_IN = {"*": [str]}
"""A form as it is filled in: for each field, its texts."""
ANSWERS = {"*": (range(12), "dont-know", "does-not-apply")}
"""Checked closer against the statements (`framework.core.answers.read_answers`)."""


@dataclass(frozen=True)
class Part:
    """One part of a group's work."""

    title: str
    """What people call it."""
    check: Check
    about: str | None = None
    """Id of the item on whose page it is entered, or the address of that page. None where no page shows it."""


def fits(shape: KeptShape) -> Check:
    """A check that a part has a shape."""

    def check(part: str, value: Any) -> None:
        if wrong := misfit(shape, value):
            raise BadInput(say("group.misfit", part=part, place=wrong[:80]), say("group.another-copy"))

    return check


def answers_fit(assessment: Assessment, shape: KeptShape) -> Check:
    """A check that what is kept of an assessment has a shape, and that every answer in it is one of its statement's."""
    has_shape = fits(shape)

    def check(part: str, value: Any) -> None:
        has_shape(part, value)
        for answers in _all_answers(value):
            read_answers(assessment, "long", None, answers)

    return check


def _all_answers(value: Any) -> Iterator[Any]:
    """Each set of answers in a part, however deep."""
    if isinstance(value, dict):
        if "answers" in value:
            yield value["answers"]
        for inside in value.values():
            yield from _all_answers(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _all_answers(inside)


def misfit(shape: KeptShape, value: Any, place: str = "") -> str | None:
    """Where a value does not fit a shape, as a place in it, with what stands there in place of a choice.

    None where all of it fits.

    >>> misfit({"who": str, "by?": str}, {"who": "The clerk"})
    >>> misfit([{"done": bool}], [{"done": True}, {"done": "yes"}])
    '1 done'
    >>> bool(misfit({"*": str}, {"": None}))
    True
    """
    if isinstance(shape, tuple):
        return None if any(_is(each, value) for each in shape) else f"{place}: {value}"
    if isinstance(shape, list):
        if not isinstance(value, list):
            return place or say("group.whole")
        inside = ((shape[0], each, f"{place} {number}") for number, each in enumerate(value))
    elif isinstance(shape, dict):
        if not isinstance(value, dict) or not _names_fit(shape, set(value)):
            return place or say("group.whole")
        inside = ((_of(shape, name), each, f"{place} {name}") for name, each in value.items())
    else:
        return None if type(value) is shape else place or say("group.whole")
    return next((wrong.strip() or say("group.whole") for each in inside if (wrong := misfit(*each))), None)


def _is(each: Any, value: Any) -> bool:
    if isinstance(each, (tuple, type)):
        return type(value) in (each if isinstance(each, tuple) else (each,))
    if isinstance(each, range):
        return type(value) is int and value in each
    return bool(value == each) and type(value) is type(each)


def _names_fit(shape: dict[str, Any], names: set[str]) -> bool:
    if "*" in shape:
        return True
    needed = {name for name in shape if not name.endswith("?")}
    return needed <= names <= {name.removesuffix("?") for name in shape}


def _of(shape: dict[str, Any], name: str) -> KeptShape:
    found: KeptShape = shape.get("*") or shape.get(name) or shape[f"{name}?"]
    return found
