"""Copies of a group's work that come from outside: checked before anything of them is used, and put together.

A copy is what `overrides/widgets/shared/workspace.js` keeps: `{schema, version, rev, id, name, changed, data}`, and
`data` holds the parts by name. It may come from anyone, so it is taken as it should be or not at all, and what is wrong
is named.
"""

import json
from collections.abc import Callable, Collection, Iterator
from math import isfinite
from typing import Any

from framework import parts
from framework.assessment import BadInput, read_answers
from framework.power_map.read import read_map
from framework.questions import Assessment, Rule

SCHEMA = "coproduction-workspace"
VERSION = 2
MOST_BYTES = 2_000_000
MOST_THINGS = 50_000
"""How many texts, numbers, lists and so on a copy may hold."""
DEEPEST = 12
LONGEST_TEXT = 20_000
LONGEST_NAME = 200
HEAD = ("schema", "version", "rev", "id", "name", "changed", "data")
FORBIDDEN = ("__proto__", "constructor", "prototype")
"""Names that mean something else to a browser's script."""
ANOTHER = "Ask whoever sent it for a new copy."

type Check = Callable[[str, Any], None]
"""Takes a part's name and what it holds; raises `BadInput` where that cannot be used."""


def read_copy(text: str, checks: dict[str, Check]) -> dict[str, Any]:
    """A copy of this version, from its text. `checks` has one check for each part that may be in it, by its name.

    Raises `BadInput` with the first thing that is wrong. Nothing is passed over in silence: a part that is not known
    is wrong too.
    """
    if len(text.encode(errors="replace")) > MOST_BYTES:
        raise BadInput("This file is too large for a copy of a group's work", "Choose another file.")
    copy = _loaded(text)
    _measured(copy)
    if not isinstance(copy, dict) or copy.get("schema") != SCHEMA:
        raise BadInput("This file is no copy of work done with this guide", "Choose another file.")
    if copy.get("version") != VERSION:
        raise BadInput(f"This copy is of version {copy.get('version')!r}, not {VERSION}", "Load the guide again.")
    _headed(copy)
    for part, value in copy["data"].items():
        if part not in checks:
            raise BadInput(f"This copy holds '{part[:60]}', which is nothing that the guide knows", ANOTHER)
        checks[part](part, value)
    return copy


def _loaded(text: str) -> Any:
    def refused(number: str) -> None:
        raise BadInput(f"This copy holds {number}, which is no number to count with", ANOTHER)

    try:
        return json.loads(text, parse_constant=refused, object_pairs_hook=_once)
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        raise BadInput("This file is damaged, cut off before its end, or no copy at all", ANOTHER) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def _measured(copy: Any) -> None:
    """See that nothing in a copy is too deep, too long or too much, before it is looked at closer."""
    things = 0
    waiting = [(copy, 0)]
    while waiting:
        value, depth = waiting.pop()
        things += 1
        if depth > DEEPEST:
            raise BadInput("This copy has lists within lists, deeper than any that the guide makes", ANOTHER)
        if things > MOST_THINGS:
            raise BadInput("This copy holds more than the guide can take in", ANOTHER)
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise BadInput(f"A text in this copy has more than {LONGEST_TEXT:,} letters", ANOTHER)
        if isinstance(value, float) and not isfinite(value):
            raise BadInput("A number in this copy is too large to count with", ANOTHER)
        if isinstance(value, dict):
            _named_well(value)
            waiting += [(part, depth + 1) for part in value.values()]
        elif isinstance(value, list):
            waiting += [(part, depth + 1) for part in value]


def _named_well(value: dict[str, Any]) -> None:
    for name in value:
        if name in FORBIDDEN or len(name) > LONGEST_NAME:
            raise BadInput(f"This copy uses the name '{name[:60]}', which the guide never does", ANOTHER)


def _headed(copy: dict[str, Any]) -> None:
    """See that what stands around the data is as it should be."""
    texts = all(isinstance(copy.get(key), str) and len(copy[key]) <= LONGEST_NAME for key in ("id", "name", "changed"))
    counted = isinstance(copy.get("rev"), int) and not isinstance(copy["rev"], bool) and copy["rev"] >= 0
    if not (texts and counted and isinstance(copy.get("data"), dict) and set(copy) == set(HEAD)):
        raise BadInput("This copy lacks its name, its date or what was entered", ANOTHER)


def checks(assessments: Collection[Assessment], tools: Collection[str]) -> dict[str, Check]:
    """The check of each part that a workspace may hold."""
    found: dict[str, Check] = {f"tool.{tool}": _form for tool in tools}
    for each in assessments:
        for name, shape in RULES[each.rule].items():
            found[f"assessment.{each.id}{name}"] = _answers(each, shape)
        found[f"answer-code.{each.id}"] = _fits(parts.MARK)
    return found | {
        "action-plan": check_plan,
        "decision-log": _fits(parts.DECISIONS),
        "evidence": _fits(parts.EVIDENCE),
        "power-map": _map,
        "workshop": _fits(parts.WORKSHOP),
    }


RULES: dict[Rule, dict[str, parts.Shape]] = {
    "standing": {"": parts.STANDING, ".results": parts.RESULTS},
    "ladder": {"": parts.LADDER},
    "sides": {"": parts.PRECEPTS},
    "consensus": {"": parts.CONSENSUS},
}
"""What is kept of an assessment, by its rule: the end of the part's name, and the shape of what it holds."""


def _fits(shape: parts.Shape) -> Check:
    def check(part: str, value: Any) -> None:
        if wrong := parts.misfit(shape, value):
            raise BadInput(f"'{part}' in this copy is not as the guide keeps it, at '{wrong[:80]}'", ANOTHER)

    return check


def _answers(assessment: Assessment, shape: parts.Shape) -> Check:
    """What is kept of an assessment fits its shape, and every answer in it is one of its statement's."""
    fits = _fits(shape)

    def check(part: str, value: Any) -> None:
        fits(part, value)
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


def _map(part: str, value: Any) -> None:
    _fits({"map": dict, "phase": str})(part, value)
    read_map(value["map"])


def check_plan(part: str, value: Any) -> None:
    """See that an action plan is one. Raises `BadInput` where it is not."""
    _fits(parts.PLAN)(part, value)


def _form(part: str, value: Any) -> None:
    """A tool's form: for each field, a list of texts."""
    _fits({"*": [str]})(part, value)
    tool = part.removeprefix("tool.")
    for name in value:
        if not name.startswith(f"{tool}."):
            raise BadInput(f"'{part}' in this copy holds '{name[:60]}', which its form does not ask", ANOTHER)


def differences(ours: dict[str, Any], theirs: dict[str, Any]) -> list[dict[str, Any]]:
    """Where two copies' data differ: each with `path`, a list of names from the part inwards, and what either has.

    Dicts are compared name by name; lists whose entries carry an id, entry by entry; all else as a whole. What one has
    and the other lacks is no difference: both may be kept.

    >>> differences({"a": {"x": 1, "y": 2}}, {"a": {"x": 1, "y": 3, "z": 4}})
    [{'path': ['a', 'y'], 'ours': 2, 'theirs': 3}]
    """
    return list(_differing([], ours, theirs))


def _differing(path: list[str], ours: Any, theirs: Any) -> Iterator[dict[str, Any]]:
    mine, other = _by_name(ours), _by_name(theirs)
    if mine is None or other is None:
        if ours != theirs:
            yield {"path": path, "ours": ours, "theirs": theirs}
        return
    for name in mine:
        if name in other:
            yield from _differing([*path, name], mine[name], other[name])


def _by_name(value: Any) -> dict[str, Any] | None:
    """What has names inside: a dict, or a list whose entries each have an id of their own."""
    if isinstance(value, dict):
        return value
    if not isinstance(value, list):
        return None
    by_id = {entry["id"]: entry for entry in value if isinstance(entry, dict) and isinstance(entry.get("id"), str)}
    return by_id if by_id and len(by_id) == len(value) else None


def together(ours: dict[str, Any], theirs: dict[str, Any], take: Collection[tuple[str, ...]]) -> dict[str, Any]:
    """Both copies' data in one: where they differ, ours, but theirs at the paths in `take`.

    >>> together({"a": {"x": 1}}, {"a": {"x": 2, "y": 3}, "b": 4}, take=[])
    {'a': {'x': 1, 'y': 3}, 'b': 4}
    >>> together({"a": {"x": 1}}, {"a": {"x": 2}}, take=[("a", "x")])
    {'a': {'x': 2}}
    """
    joined: dict[str, Any] = _joined((), ours, theirs, frozenset(take))
    return joined


def _joined(path: tuple[str, ...], ours: Any, theirs: Any, take: frozenset[tuple[str, ...]]) -> Any:
    mine, other = _by_name(ours), _by_name(theirs)
    if mine is None or other is None:
        return theirs if path in take else ours
    found = {
        name: _joined((*path, name), mine[name], other[name], take) if name in mine and name in other else value
        for name, value in {**other, **mine}.items()
    }
    in_order = {name: found[name] for name in [*mine, *(name for name in other if name not in mine)]}
    return in_order if isinstance(ours, dict) else list(in_order.values())
