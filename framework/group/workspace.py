"""Copies of a group's work that come from outside: checked before anything of them is used, and put together.

A copy is what `overrides/widgets/shared/workspace.js` keeps: `{schema, version, rev, id, name, changed, data}`, and
`data` holds the parts by name. It may come from anyone, so it is taken as it should be or not at all, and what is wrong
is named.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from importlib import import_module
from typing import Any

from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.core.kept import Part
from framework.core.read_json import Unreadable, read_json
from framework.core.words import say
from framework.tools import rooms

SCHEMA = "coproduction-workspace"
VERSION = 4
MOST_BYTES = 2_000_000
MOST_THINGS = 50_000
"""How many texts, numbers, lists and so on a copy may hold."""
LONGEST_TEXT = 20_000
LONGEST_NAME = 200
HEAD = ("schema", "version", "rev", "id", "name", "changed", "data")
FORBIDDEN = ("__proto__", "constructor", "prototype")
"""Names that mean something else to a browser's script."""
ID = re.compile(r"(?!.*\.before$)[A-Za-z0-9._-]+")
"""What a group's id is made of. The browser keeps the last good copy of a group under its id with '.before' behind."""


def read_copy(text: str, known: Mapping[str, Part]) -> dict[str, Any]:
    """A copy of this version, from its text. `known` has each part that may be in it, by its name.

    Raises `BadInput` with the first thing that is wrong. Nothing is passed over in silence: a part that is not known
    is wrong too.
    """
    return checked(read_text(text), known)


def read_text(text: str) -> Any:
    """The data in the text of a copy, of whatever version. Raises `BadInput` where it is too large or no good JSON."""
    if len(text.encode(errors="replace")) > MOST_BYTES:
        raise BadInput(say("group.too-large"), say("group.another-file"))
    try:
        return read_json(text)
    except Unreadable as error:
        raise BadInput(say(f"group.{error.reason}"), say("group.another-copy")) from error


def usable(part: str, text: str, known: Mapping[str, Part]) -> bool:
    """Whether a part that the device keeps can be used, from its text. One that is not known is left as it is.

    >>> from framework.core.kept import fits
    >>> plan = {"plan": Part("Plan", fits({"actions": [str]}))}
    >>> usable("plan", '{"actions": ["Ask"]}', plan), usable("plan", '{"actions": 3}', plan), usable("x", "3", plan)
    (True, False, True)
    """
    try:
        value = read_json(text)
        if part in known:
            known[part].check(part, value)
    except (Unreadable, BadInput):
        return False
    return True


def checked(copy: Any, known: Mapping[str, Part]) -> dict[str, Any]:
    """A copy, seen to be one that the guide can use. Raises `BadInput` with the first thing that is wrong."""
    _measured(copy)
    if not isinstance(copy, dict) or copy.get("schema") != SCHEMA:
        raise BadInput(say("group.no-copy"), say("group.another-file"))
    if copy.get("version") != VERSION:
        what = say("group.other-version", version=repr(copy.get("version")), known=VERSION)
        raise BadInput(what, say("group.load-guide-again"))
    _headed(copy)
    for part, value in copy["data"].items():
        if part not in known:
            raise BadInput(say("group.unknown-part", part=part[:60]), say("group.another-copy"))
        known[part].check(part, value)
    return copy


def _measured(copy: Any) -> None:
    """See that nothing in a copy is too long or too much, before it is looked at closer."""
    things = 0
    waiting = [copy]
    while waiting:
        value = waiting.pop()
        things += 1
        if things > MOST_THINGS:
            raise BadInput(say("group.too-much"), say("group.another-copy"))
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise BadInput(say("group.text-too-long", most=f"{LONGEST_TEXT:,}"), say("group.another-copy"))
        if isinstance(value, dict):
            _named_well(value)
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _named_well(value: dict[str, Any]) -> None:
    for name in value:
        if name in FORBIDDEN or len(name) > LONGEST_NAME:
            raise BadInput(say("group.forbidden-name", name=name[:60]), say("group.another-copy"))


def _headed(copy: dict[str, Any]) -> None:
    """See that what stands around the data is as it should be."""
    texts = all(isinstance(copy.get(key), str) and len(copy[key]) <= LONGEST_NAME for key in ("id", "name", "changed"))
    counted = isinstance(copy.get("rev"), int) and not isinstance(copy["rev"], bool) and copy["rev"] >= 0
    texts = texts and bool(copy["name"].strip())
    if not (texts and counted and isinstance(copy.get("data"), dict) and set(copy) == set(HEAD)):
        raise BadInput(say("group.no-head"), say("group.another-copy"))
    if not ID.fullmatch(copy["id"]):
        raise BadInput(say("group.no-id", id=copy["id"][:60]), say("group.another-copy"))


def parts(guide: Guide) -> dict[str, Part]:
    """Every part that a workspace may hold, by its name: what each tool says that it keeps."""
    found: dict[str, Part] = {}
    for room in rooms("kept"):
        found |= import_module(f"framework.tools.{room}.kept").parts(guide)
    return found


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
