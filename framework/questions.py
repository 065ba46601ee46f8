"""What an assessment asks. Standard library only, for the browser builds these classes too."""

from dataclasses import dataclass

from framework.shape import Item, Shape


@dataclass(frozen=True, kw_only=True)
class Statement(Item):
    """One thing that people in a group can see happen, or not."""

    principle: str
    """Id of the principle that it bears on."""
    text: str
    """The statement, in one sentence."""
    answers: tuple[str, str, str, str]
    """What people would see, from least (0 points) to most (3 points). Never 'agree' or 'disagree'."""
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

    title: str
    """Its name."""
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
    states: dict[str, State]
    """The states a principle can be in, by name: strong, under-way, to-build, not-known."""
    statements: tuple[Statement, ...]
    """What is asked, in order."""
