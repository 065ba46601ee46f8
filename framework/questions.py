"""What an assessment asks. Standard library only, for the browser builds these classes too."""

from dataclasses import dataclass, field
from typing import Literal

from framework.shape import Item, Shape

type Rule = Literal["standing"]
"""How answers are reckoned. Each is a module of that name below `framework/rules/`."""


@dataclass(frozen=True, kw_only=True)
class Statement(Item):
    """One thing that people in a group can see happen, or not."""

    bears_on: str
    """Id of the principle or precept that it bears on."""
    text: str
    """The statement or question, in one sentence."""
    answers: tuple[str, ...]
    """What people would see, from least to most: the first is worth 0 points. Never 'agree' or 'disagree'."""
    short: bool = False
    """Whether it is in the short version."""
    leads_to: tuple[str, ...]
    """Ids of actions, guidance and tools that help where the answer is low, the most useful first."""


@dataclass(frozen=True, kw_only=True)
class State(Shape):
    """A name for how a principle stands."""

    name: str
    """A few words."""
    meaning: str
    """One sentence."""


@dataclass(frozen=True, kw_only=True)
class Assessment(Item):
    """Questions that a group answers about itself."""

    rule: Rule
    """How its answers are reckoned: standing."""
    title: str
    """Its name."""
    number: int | None = None
    """Its number in answer codes, 1 to 16: never changed, never given to another. Left out where it has no codes."""
    summary: str
    """What it shows, in one plain sentence."""
    version: int
    """Goes up by one whenever statements are added or retired."""
    minutes: int
    """How long the whole takes, in minutes."""
    short_minutes: int
    """How long the short version takes, in minutes."""
    about: str
    """How to use it, in Markdown."""
    dont_know: str
    """The words of the answer 'don't know'."""
    does_not_apply: str
    """The words of the answer 'doesn't apply'."""
    states: dict[str, State] = field(default_factory=dict)
    """For the rule 'standing': the states that a principle can be in: strong, under-way, to-build, not-known."""
    statements: tuple[Statement, ...]
    """What is asked, in order."""
