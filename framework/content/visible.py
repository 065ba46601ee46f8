"""What pages show: everything but what is retired or hidden, and no link to either.

An id is for ever: it is in saved files and in links. So what is retired or hidden leaves the pages, but not the data.
"""

import re
from collections.abc import Set
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from framework.content.model import Framework, items
from framework.core.item import Item
from framework.core.questions import Statement

LINK = re.compile(r"\[([^\]]*)\]\(id:([^)\s]*)\)")
HIDDEN = "hidden"


def gone(framework: Framework, hidden: Set[str] = frozenset()) -> frozenset[str]:
    """The ids of all that is retired or hidden, and of what stands in it, bears on it or is an example of it."""
    found: set[str] = set()
    for item in items(framework):
        if item.id in hidden or (isinstance(item, Item) and item.retired_in):
            found |= {each.id for each in items(item)}
    found |= {item.id for item in items(framework) if isinstance(item, Statement) and item.bears_on in found}
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
    if is_dataclass(part):
        changed = {each.name: _unlinked(getattr(part, each.name), away, hidden) for each in fields(part)}
        if isinstance(part, Item) and part.id in hidden and not part.retired_in:
            changed["retired_in"] = HIDDEN
        return replace(cast(Any, part), **changed)
    if isinstance(part, tuple):
        return tuple(_unlinked(each, away, hidden) for each in part if not (isinstance(each, str) and each in away))
    return unlinked(part, away) if isinstance(part, str) else part


def _without(part: Any, away: Set[str]) -> Any:
    if is_dataclass(part):
        return replace(
            cast(Any, part), **{each.name: _without(getattr(part, each.name), away) for each in fields(part)}
        )
    if isinstance(part, tuple):
        return tuple(_without(each, away) for each in part if getattr(each, "id", None) not in away)
    return part
