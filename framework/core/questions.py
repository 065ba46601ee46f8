"""What an assessment asks. Standard library only, for the browser builds these classes too."""

from dataclasses import dataclass, field
from typing import Literal

from framework.core.item import Item, Shape


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
    rungs: tuple[int | None, ...] = ()
    """For the rule 'ladder': for each answer the highest rung that it allows, or null where it allows them all."""
    aims: tuple[int, ...] = ()
    """For the rule 'ladder': the places of the answers, from 0, that are worth working for. Others are never shown as
    what would lift a decision."""
    may_be_left: bool = False
    """Whether leaving it out is an answer too, as a box without a tick is: it is not counted as missing."""
    known_by: str | None = None
    """Who would know, in a few words: whom to ask where nobody in the room does."""


@dataclass(frozen=True, kw_only=True)
class State(Shape):
    """A name for how a principle stands."""

    name: str
    """A few words."""
    meaning: str
    """One sentence."""


type Group = Literal["none", "token", "power"]
"""What residents have on a rung: no part at all, a token one, or real power."""


@dataclass(frozen=True, kw_only=True)
class Rung(Shape):
    """One rung of a ladder of participation."""

    number: int
    """Its place, from 1 at the bottom."""
    name: str
    """Its name, as the ladder's author has it."""
    group: Group
    """Which group of rungs it belongs to: none, token, power."""
    meaning: str
    """What it means, in one plain sentence. Ours."""
    tlap: str | None = None
    """The nearest name on the ladder of Think Local Act Personal. The pairing is ours."""
    iap2: str | None = None
    """The nearest name on IAP2's spectrum. The pairing is ours."""


type Fallback = Literal["none", "majority", "each-side"]
"""What a group does where it can't reach consensus: work on, vote, or vote by sides."""


@dataclass(frozen=True, kw_only=True)
class DecisionRule(Item):
    """A rule that a group may write down for how it decides."""

    name: str
    """A few words."""
    text: str
    """The rule as a group would write it, in one to three sentences."""
    blocks: int
    """How many people may block and it goes ahead all the same."""
    stand_aside_percent: int
    """How many in a hundred people may stand aside, at the most."""
    fallback: Fallback = "none"
    """What follows when that fails: none, majority or each-side."""
    yes_percent: int = 100
    """For a fallback: of a hundred who say yes or block, how many must say yes. For each-side, it must be more."""
    tests: int = 1
    """For a fallback: how often a proposal is tested before it may be used."""


WORKSHOP = "workshop/"
"""Address of the workshop's screen."""


@dataclass(frozen=True, kw_only=True)
class Assessment(Item):
    """Questions that a group answers about itself."""

    rule: str
    """How its answers are reckoned: the name of a room below `framework/tools/` whose rules say how it can come out."""
    title: str
    """Its name."""
    tool: str | None = None
    """Id of the tool that it does on the screen, where there is one."""
    number: int | None = None
    """Its number in answer codes, 1 to 16: never changed, never given to another. Left out where it has no codes."""
    screen: str = WORKSHOP
    """Address of the page that codes with its answers go to: the workshop's screen, or a page of its own."""
    summary: str
    """What it shows, in one plain sentence."""
    version: int
    """Goes up by one whenever statements are added or retired."""
    lists: dict[str, str] = field(default_factory=dict)
    """By version, short and long, the name of the list of its statements: an answer code says which statements it
    answers where they are not these. A test says what to write here when the version goes up."""
    minutes: int
    """How long the whole takes, in minutes."""
    short_minutes: int | None = None
    """How long the short version takes, in minutes. Left out where there is none."""
    about: str
    """How to use it, in Markdown."""
    dont_know: str | None = None
    """The words of the answer 'don't know'. Left out where that is no answer."""
    does_not_apply: str | None = None
    """The words of the answer 'doesn't apply'. Left out where that is no answer."""
    states: dict[str, State] = field(default_factory=dict)
    """How it can come out. For 'standing', how a principle can be: strong, under-way, to-build, not-known. For
    'consensus', what can follow: agreed, with-doubts, fallback, full-way, not-yet, not-agreed, nothing."""
    rungs: tuple[Rung, ...] = ()
    """For the rule 'ladder': its rungs, the highest first."""
    decision_rules: tuple[DecisionRule, ...] = ()
    """For the rule 'consensus': the rules that a group may write down."""
    statements: tuple[Statement, ...]
    """What is asked, in order."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""

    @property
    def in_workshop(self) -> bool:
        """Whether codes with its answers go to the workshop's screen."""
        return self.number is not None and self.screen == WORKSHOP


@dataclass(frozen=True, kw_only=True)
class Ask(Item):
    """Something that a tool finds worth asking about what was entered. A question, and never a verdict."""

    title: str
    """What was found, in a few words."""
    rule: str
    """When it is asked, so that it can be checked by hand: one sentence."""
    text: str
    """What to ask each other: one to three sentences."""
    leads_to: tuple[str, ...]
    """Ids of principles, actions, guidance and tools that help, the most useful first."""
