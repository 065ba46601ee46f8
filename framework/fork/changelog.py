"""What readers and publishers are texts of a copy's changes: what the guide says, what stands in its place, and why."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from framework.content.model import Identified
from framework.core.item import Shape

NOT_WORDS = {"id", "origin", "page", "cites", "retired_in", "number", "form", "kind", "helps_with", "tools", "stages"}
NOT_WORDS |= {"canvas", "pictured", "leads_to", "bears_on", "principles", "short", "found_by", "aims", "lists"}
"""Keys that hold no words to read."""


@dataclass(frozen=True)
class Replacement:
    """A text of the guide, and what stands in its place."""

    key: str
    guide: str
    here: str


@dataclass(frozen=True)
class Changed:
    """What 'What we changed' tells of one item."""

    item: Identified
    """As the guide has it, or the item that was added."""
    reason: str
    wordings: tuple[Replacement, ...] = ()
    moved_on: bool = False
    """Whether the guide has changed what stands there since."""


@dataclass(frozen=True)
class Changes:
    """All that this copy changes."""

    replaced: tuple[Changed, ...] = ()
    hidden: tuple[Changed, ...] = ()
    added: tuple[Changed, ...] = ()
    told_at: Mapping[str, str] = field(default_factory=dict)
    """For each item that says something else here than in the guide: the id of the change that tells of it."""
    in_part: frozenset[str] = frozenset()
    """The ids of items that hold something that is replaced, hidden or added."""
    unbased: Mapping[str, str] = field(default_factory=dict)
    """For each change that replaces something and does not say on which wording of the guide: what to write."""
    notes: tuple[str, ...] = ()
    """What to tell those who publish the copy, at build."""

    @property
    def none(self) -> bool:
        """Whether nothing was changed."""
        return not (self.replaced or self.hidden or self.added)


def fingerprint(item: Identified, keys: Iterable[str]) -> str:
    """A short name for some texts of an item: another text has another one."""
    texts = {key: as_text(getattr(item, key, None)) for key in sorted(keys)}
    return hashlib.sha256(json.dumps(texts, ensure_ascii=False).encode()).hexdigest()[:8]


def as_text(value: Any) -> str:
    """A value of an item, as words to read.

    >>> as_text(("Ask first.", "Then wait."))
    '- Ask first.\\n- Then wait.'
    """
    if isinstance(value, Shape):
        value = [
            each
            for key, each in vars(value).items()
            if key not in ("id", "origin", "page", "retired_in", "cites", "found_by")
        ]
        return "\n".join(texts for texts in map(as_text, value) if texts)
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return "\n".join(f"- {as_text(part).replace(chr(10), chr(10) + '  ')}" for part in value)
    return "" if value is None or value is False else str(value).strip()


def keys_of(item: Identified) -> list[str]:
    """The keys of an item that hold words to read."""
    return [key for key, value in vars(item).items() if key not in NOT_WORDS and as_text(value)]
