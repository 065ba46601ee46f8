"""What pages show: everything but what is retired or hidden, and no link to either.

An id is for ever: it is in saved files and in links. So what is retired or hidden leaves the pages, but not the data.
"""

import re
from collections.abc import Set
from dataclasses import replace
from typing import Any, cast

from framework.content.model import Framework, items, names
from framework.core.item import Item, Shape
from framework.core.questions import Statement

LINK = re.compile(r"\[([^\]]*)\]\(id:([^)\s]*)\)")
HIDDEN = "hidden"
ONE = ("assessment", "tool")
"""Keys of checks and plans that name one item, and may be left out."""


def gone(framework: Framework, hidden: Set[str] = frozenset()) -> frozenset[str]:
    """The ids of all that is retired or hidden, of all that stands in it, of statements that bear on it, of examples of
    it, and of checks that are left with nothing to ask.
    """
    everything = list(items(framework))
    found: set[str] = set()
    for item in everything:
        if item.id in hidden or (isinstance(item, Item) and item.retired_in):
            found |= {each.id for each in items(item)}
    found |= {item.id for item in everything if isinstance(item, Statement) and item.bears_on in found}
    for assessment in framework.assessments:
        if assessment.statements and all(each.id in found for each in assessment.statements):
            found |= {each.id for each in items(assessment)}
    found |= {item.id for item in framework.worked_examples if item.tool in found}
    return frozenset(found)


def hide(framework: Framework, hidden: Set[str]) -> Framework:
    """Mark what is hidden, and take out every link to it and to what is retired. Nothing else is lost."""
    away = gone(framework, hidden)
    return cast(Framework, _unlinked(framework, away, away - gone(framework)))


def visible(framework: Framework) -> Framework:
    """The framework without what is retired or hidden."""
    return cast(Framework, _without(framework, gone(framework)))


def unlinked(text: str, away: Set[str]) -> str:
    """A text in which links to what is gone are only their words.

    >>> unlinked("Use [a map](id:power-map) or [a vote](id:vote).", {"vote"})
    'Use [a map](id:power-map) or a vote.'
    """
    return LINK.sub(lambda found: found[1] if found[2] in away else found[0], text)


def _unlinked(part: Any, away: Set[str], hidden: Set[str]) -> Any:
    if isinstance(part, Shape):
        changed = {name: _unlinked(getattr(part, name), away, hidden) for name in names(cast(Any, part.__class__))}
        if getattr(part, "id", None) not in away:  # what goes too may name what goes
            changed |= {key: None for key in ONE if changed.get(key) in away}
        if isinstance(part, Item) and part.id in hidden and not part.retired_in:
            changed["retired_in"] = HIDDEN
        return _with(part, changed)
    if isinstance(part, tuple):
        kept = tuple(_unlinked(each, away, hidden) for each in part if not (isinstance(each, str) and each in away))
        return _same(part, kept)
    return unlinked(part, away) if isinstance(part, str) and "](id:" in part else part


def _without(part: Any, away: Set[str]) -> Any:
    if isinstance(part, Shape):
        return _with(part, {name: _without(getattr(part, name), away) for name in names(cast(Any, part.__class__))})
    if isinstance(part, tuple):
        return _same(part, tuple(_without(each, away) for each in part if getattr(each, "id", None) not in away))
    return part


def _with(part: Any, values: dict[str, Any]) -> Any:
    """A part with these values: itself where nothing of it is another, for most of a framework stays as it is."""
    changed = {name: value for name, value in values.items() if value is not getattr(part, name)}
    return replace(part, **changed) if changed else part


def _same(before: tuple[Any, ...], now: tuple[Any, ...]) -> tuple[Any, ...]:
    same = len(before) == len(now) and all(one is other for one, other in zip(before, now, strict=True))
    return before if same else now
