"""What a theory of change holds: how things are, what people do, what follows from it, and why they believe that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from framework.core.answers import SIDES, Side
from framework.core.words import say

type Kind = Literal["activity", "outcome", "decision", "goal"]
type Sure = Literal["not", "fairly", "very"]

SURE: tuple[Sure, ...] = get_args(Sure.__value__)
GOAL = "goal"
"""The goal's id."""


def sure_name(sure: Sure) -> str:
    """How sure a side is, as people write it in the form.

    >>> sure_name("not")
    'not'
    """
    return say(f"theory-of-change.sure-{sure}")


@dataclass(frozen=True)
class Mark:
    """Something that is done, that changes, that moves from one role to another; or the goal."""

    id: str
    """Its kind and its row in the form."""
    kind: Kind
    name: str
    facts: Mapping[str, str] = field(default_factory=dict)
    """What else stands in its row, by column; empty cells are left out."""
    rows: Mapping[str, str] = field(default_factory=dict)
    """In which row of which of the form's tables it stands."""
    named: tuple[str, ...] = ()
    """The cells of other rows that name it."""
    done: bool = False
    """Of a decision: whether it has moved."""


@dataclass(frozen=True)
class Link:
    """One thing leads to another, as people believe."""

    id: str
    """Its row in the table of arrows; of one that only an activity's own row holds, that row behind a dot."""
    start: str
    end: str
    because: str = ""
    """What is taken for granted."""
    sure: Mapping[Side, Sure] = field(default_factory=dict)
    """How sure each side is. A side that is not here: it did not say."""
    test: str = ""
    """How it can be found out whether what is taken for granted holds."""

    @property
    def doubting(self) -> tuple[Side, ...]:
        """The sides that are not sure."""
        return tuple(side for side in SIDES if self.sure.get(side) == "not")

    @property
    def told(self) -> bool:
        """Whether anything is said about it."""
        return bool(self.because or self.sure)


@dataclass(frozen=True)
class Theory:
    """All of it."""

    goal: str
    needs: Mapping[Side, str]
    """How things are, as each side sees it."""
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]
    loose: tuple[str, ...] = ()
    """What is taken for granted, and stands on no arrow."""
    unread: tuple[str, ...] = ()
    """What stands in the form and could not be drawn: a sentence each."""

    @cached_property
    def by_id(self) -> dict[str, Mark]:
        """The marks by id."""
        return {each.id: each for each in self.marks}

    def of_kind(self, *kinds: Kind) -> tuple[Mark, ...]:
        """The marks of some kinds."""
        return tuple(each for each in self.marks if each.kind in kinds)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The numbers of the links about which something is said, by id."""
        return {link.id: number for number, link in enumerate((each for each in self.links if each.told), start=1)}

    @property
    def empty(self) -> bool:
        """Whether nothing is written down."""
        return not (self.goal or self.needs or self.of_kind("activity", "outcome", "decision"))
