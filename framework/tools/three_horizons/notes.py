"""What stands on the three horizons: notes, each on a pattern and at a time, with the sides that it comes from."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from framework.core.answers import Side

type Horizon = Literal["first", "second", "third"]
type When = Literal["now", "soon", "later", "then"]
type Way = Literal["helps", "props", "either"]
type Place = tuple[Horizon, When]

HORIZONS: tuple[Horizon, ...] = get_args(Horizon.__value__)
"""The pattern that is fading, what is in between, and the pattern that is coming."""
WHENS: tuple[When, ...] = get_args(When.__value__)
"""From now to the year that people look towards."""
WAYS: tuple[Way, ...] = get_args(Way.__value__)
"""Which way an idea in between works: it helps the future, props up the present, or could be either."""


@dataclass(frozen=True)
class Idea:
    """What is written down of an idea in between."""

    ways: tuple[Way, ...] = ()
    """Which way it works. More than one: people do not agree."""
    turn: bool = False
    """Whether it is written what would make it help the future."""


@dataclass(frozen=True)
class Note:
    """One thing that somebody put on the picture."""

    id: str
    kind: Literal["note", "seed", "idea"]
    """A note; or a row of the form's seeds or new ideas."""
    text: str
    horizon: Horizon | None = None
    when: When | None = None
    sides: tuple[Side, ...] = ()
    seed: bool = False
    """Whether the form tells of it as of a seed that is there today."""
    idea: Idea | None = None
    """What the form tells of it as of a new idea; for a note in between without any, nothing is known."""
    rows: dict[str, str] = field(default_factory=dict)
    """In which row of each of the form's tables it stands, by the table's id."""

    @property
    def place(self) -> Place | None:
        """Where it stands; None while it stands nowhere."""
        return (self.horizon, self.when) if self.horizon and self.when else None


@dataclass(frozen=True)
class Horizons:
    """One question, and all that people see coming and going."""

    question: str
    year: str
    """The year that they look towards; empty where they chose none."""
    notes: tuple[Note, ...]
    """All that is on the picture."""
    echoes: tuple[Note, ...] = ()
    """Seeds and ideas that a note says too: what the form tells of them stands on that note."""
    unread: tuple[str, ...] = ()
    """What stands in the form and could not be read: a sentence each."""

    @cached_property
    def placed(self) -> tuple[Note, ...]:
        """The notes that have a place."""
        return tuple(each for each in self.notes if each.place)

    @cached_property
    def waiting(self) -> tuple[Note, ...]:
        """The notes that have none yet."""
        return tuple(each for each in self.notes if not each.place)

    def on(self, horizon: Horizon) -> tuple[Note, ...]:
        """The notes on one horizon."""
        return tuple(each for each in self.placed if each.horizon == horizon)
