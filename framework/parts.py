"""What each part of a workspace may hold: a shape for each, and whether something fits it.

A shape is a type; a tuple of what may stand there, values or types; a list with the shape of its entries; a dict with
the shape of each of its names, those that may be missing with a '?' behind; or a dict with '*' alone, for names of any
kind.
"""

from typing import Any

from framework.assessment import SIDES

type Shape = type | tuple[Any, ...] | list[Any] | dict[str, Any]

NUMBER = (int, float)
SIDE = (None, *SIDES)
ANSWERS = {"*": (*range(12), "dont-know", "does-not-apply")}
"""Checked closer against the statements (`framework.assessment.read_answers`)."""
GIVEN = {"version": ("short", "long"), "side": SIDE, "by?": ("one", "group"), "answers": ANSWERS}
PERSON = {"who": str, "side": str, "position": str, "reason": str}
DISSENT = {**PERSON, "side_name?": str, "position_words?": str}

STANDING: Shape = GIVEN
RESULTS: Shape = [{"id": str, "date": str, **GIVEN}]
LADDER: Shape = {
    "side": SIDE,
    "decisions": [{"id": str, "name": str, "claim?": (None, *range(1, 20)), "answers": ANSWERS}],
}
PRECEPTS: Shape = {"side": SIDE, "sides": {"*": {"answers": ANSWERS, "why": {"*": str}}}}
CONSENSUS: Shape = {
    "proposal": str,
    "date": str,
    "test": int,
    "rule": str,
    "way": str,
    "people": [PERSON],
    "counts": {"*": {"*": int}},
    "doubts": str,
}
PLAN: Shape = {"actions": [{"id": str, "text": str, "who": str, "by": str, "done": bool, "from": str}]}
"""`by` is a date as in 2027-03-31, `from` the id of what it came from; either may be empty."""
DECISIONS: Shape = [
    {
        "id": str,
        "date": str,
        "proposal": str,
        "how": str,
        "outcome": str,
        "outcome_name?": str,
        "dissent": [DISSENT],
        "doubts?": str,
        "reasons": [str],
    }
]

EVIDENCE: Shape = {
    "entries": [{"id": str, "date": str, "said": str, "decided": str, "changed": str, "told": str, "duties": [str]}]
}
WORKSHOP: Shape = {
    "assessment": str,
    "version": ("short", "long"),
    "plan": str,
    "began": str,
    "stage": str,
    "codes": [str],
    "shown": {"*": [[str]]},
    "place": int,
    "notes": {"*": str},
    "actions": [str],
    "step": int,
    "time?": {"left": NUMBER, "ends": (None, NUMBER)},
}
MARK: Shape = {"mark": int}
"""By this number a workshop knows that two answer codes come from one device."""


def misfit(shape: Shape, value: Any, place: str = "") -> str | None:
    """Where a value does not fit a shape, as a place in it, with what stands there in place of a choice.

    None where all of it fits.

    >>> misfit({"who": str, "by?": str}, {"who": "The clerk"})
    >>> misfit([{"done": bool}], [{"done": True}, {"done": "yes"}])
    '1 done'
    """
    if isinstance(shape, tuple):
        return None if any(_is(each, value) for each in shape) else f"{place}: {value}"
    if isinstance(shape, list):
        if not isinstance(value, list):
            return place or "the whole"
        inside = ((shape[0], each, f"{place} {number}") for number, each in enumerate(value))
    elif isinstance(shape, dict):
        if not isinstance(value, dict) or not _names_fit(shape, set(value)):
            return place or "the whole"
        inside = ((_of(shape, name), each, f"{place} {name}") for name, each in value.items())
    else:
        return None if type(value) is shape else place or "the whole"
    return next((wrong.strip() for each in inside if (wrong := misfit(*each))), None)


def _is(each: Any, value: Any) -> bool:
    if isinstance(each, (tuple, type)):
        return type(value) in (each if isinstance(each, tuple) else (each,))
    return bool(value == each) and type(value) is type(each)


def _names_fit(shape: dict[str, Any], names: set[str]) -> bool:
    if "*" in shape:
        return True
    needed = {name for name in shape if not name.endswith("?")}
    return needed <= names <= {name.removesuffix("?") for name in shape}


def _of(shape: dict[str, Any], name: str) -> Shape:
    found: Shape = shape.get("*") or shape.get(name) or shape[f"{name}?"]
    return found
