"""What a governance diagram holds: bodies, what goes from one to another, and the road that a decision takes."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from framework.core.answers import Side
from framework.core.words import say

type Does = Literal["decides", "recommends", "hears"]
type Kind = Literal["sends-on", "can-overrule", "answers-back"]

DOES: tuple[Does, ...] = get_args(Does.__value__)
KINDS: tuple[Kind, ...] = get_args(Kind.__value__)


def does_name(does: Does) -> str:
    """What a body does with a decision, as people write it in the form.

    >>> does_name("hears")
    'only hears'
    """
    return say(f"governance-diagram.does-{does}")


def kind_name(kind: Kind) -> str:
    """What goes from one body to another, as people write it in the form."""
    return say(f"governance-diagram.kind-{kind}")


@dataclass(frozen=True)
class Body:
    """A meeting or a person that the decision passes."""

    id: str
    """Its row in the form; for one that only an arrow names, that name behind a colon."""
    name: str
    who: str = ""
    does: Does | None = None
    seats: dict[Side, int] = field(default_factory=dict)
    """How many of each side sit there. A side that is not here: nobody wrote it down."""
    votes: int | None = None
    """How many residents vote there."""
    rows: dict[str, str] = field(default_factory=dict)
    """In which row of each of the form's tables it stands, by the table's id."""

    @property
    def no_resident_votes(self) -> bool:
        """Whether it is known that no resident has a vote there."""
        return self.votes == 0 or (self.votes is None and self.seats.get("resident") == 0)

    @property
    def unknown(self) -> bool:
        """Whether it is not written down what it does, or who sits there."""
        return self.does is None or not self.seats


@dataclass(frozen=True)
class Link:
    """What goes from one body to another."""

    id: str
    """Its row in the form."""
    start: str
    end: str
    kind: Kind
    weeks: int | None = None
    """How long an item takes."""
    reasons: bool | None = None
    """Whether reasons must be given. None: nobody wrote it down."""


@dataclass(frozen=True)
class Diagram:
    """One decision, and all that it passes."""

    decision: str
    bodies: tuple[Body, ...]
    links: tuple[Link, ...]
    unread: tuple[str, ...] = ()
    """What stands in the form and could not be drawn: a sentence each."""

    @cached_property
    def by_id(self) -> dict[str, Body]:
        """The bodies by id."""
        return {each.id: each for each in self.bodies}

    def of_kind(self, kind: Kind) -> tuple[Link, ...]:
        """The links of one kind."""
        return tuple(each for each in self.links if each.kind == kind)

    @cached_property
    def group(self) -> Body | None:
        """Where the road begins: the first body in the form."""
        return self.bodies[0] if self.bodies else None

    @cached_property
    def road(self) -> tuple[Link, ...]:
        """The longest way that the decision takes from the group, by what is sent on. Nobody is passed twice."""
        if self.group is None:
            return ()
        ahead: dict[str, list[Link]] = {}
        for link in self.of_kind("sends-on"):
            ahead.setdefault(link.start, []).append(link)
        longest: tuple[Link, ...] = ()
        tried = 0
        waiting: list[tuple[Link, ...]] = [(link,) for link in reversed(ahead.get(self.group.id, ()))]
        while waiting and tried < MOST_TRIED:
            way = waiting.pop()
            tried += 1
            passed = {self.group.id, *(link.end for link in way)}
            if len(way) > len(longest):
                longest = way
            waiting += [(*way, link) for link in reversed(ahead.get(way[-1].end, ())) if link.end not in passed]
        return longest

    @cached_property
    def stops(self) -> tuple[Body, ...]:
        """The bodies on the road, the group first."""
        if self.group is None or not self.road:
            return ()
        return (self.group, *(self.by_id[link.end] for link in self.road))

    @property
    def weeks(self) -> int:
        """How many weeks the road takes, as far as that is written down."""
        return sum(link.weeks or 0 for link in self.road)

    @property
    def weeks_unknown(self) -> bool:
        """Whether somewhere on the road nobody wrote down how long it takes."""
        return any(link.weeks is None for link in self.road)


MOST_TRIED = 5_000
"""How many ways are looked at for the longest: among a great many arrows it need not be the very longest."""
