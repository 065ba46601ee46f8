"""The rule 'consensus': what follows from where each person stands, by the rule that the group wrote down.

Agreeing with reservations is a yes. Standing aside is neither yes nor no. Pure functions: positions in, an outcome with
its reasons out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from framework.core.answers import DECIDING, Side, side_name
from framework.core.questions import DecisionRule
from framework.core.words import say

type Position = Literal["block", "stand-aside", "reservations", "agree"]
type Way = Literal["full", "quick", "large"]
type Outcome = Literal["agreed", "with-doubts", "fallback", "full-way", "not-yet", "not-agreed", "nothing"]

POSITIONS: tuple[Position, ...] = get_args(Position.__value__)
STATES: tuple[Outcome, ...] = get_args(Outcome.__value__)
"""What can follow."""
WAYS: tuple[Way, ...] = get_args(Way.__value__)
DOUBTS_IN_QUICK = 2
"""So many people with doubts send a quick decision to the full way."""


@dataclass(frozen=True)
class Counts:
    """How many people take each position."""

    block: int = 0
    stand_aside: int = 0
    reservations: int = 0
    agree: int = 0

    @property
    def yes(self) -> int:
        """Those who agree, with reservations or without."""
        return self.agree + self.reservations

    @property
    def people(self) -> int:
        """All who took a position."""
        return self.yes + self.stand_aside + self.block

    @property
    def deciding(self) -> int:
        """Those who count in a vote: who say yes, or block."""
        return self.yes + self.block

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.block + other.block,
            self.stand_aside + other.stand_aside,
            self.reservations + other.reservations,
            self.agree + other.agree,
        )


@dataclass(frozen=True)
class Followed:
    """What follows, and why: sentences that anyone can check."""

    outcome: Outcome
    reasons: tuple[str, ...]


def count(by_side: Mapping[Side, Counts]) -> Counts:
    """All sides together. Only for what the group's rule says; what is shown keeps the sides apart."""
    return sum(by_side.values(), Counts())


def most_aside(rule: DecisionRule, people: int) -> int:
    """How many may stand aside.

    >>> rule = DecisionRule(id="r", origin="ours", name="r", text="r", blocks=0, stand_aside_percent=25)
    >>> most_aside(rule, 8), most_aside(rule, 7)
    (2, 1)
    """
    return rule.stand_aside_percent * people // 100


def follow(rule: DecisionRule, way: Way, test: int, by_side: Mapping[Side, Counts]) -> Followed:
    """What follows from the positions. `test` says how often this proposal has been tested, this time counted."""
    all_ = count(by_side)
    if not all_.people:
        return Followed("nothing", ())
    reasons = [_counted(all_), *_missing(by_side)]
    holds = _in_the_way(rule, all_)
    if way == "quick" and (all_.block or all_.reservations + all_.stand_aside >= DOUBTS_IN_QUICK):
        return Followed("full-way", (*reasons, *holds, say("consensus.to-full-way")))
    if not holds:
        doubts = all_.agree < all_.people
        return Followed("with-doubts" if doubts else "agreed", (*reasons, _allowed(rule, all_)))
    reasons += holds
    if rule.fallback == "none" or way == "quick":
        return Followed("not-yet", tuple(reasons))
    if test < rule.tests:
        return Followed("not-yet", (*reasons, say("consensus.waits", test=test, tests=rule.tests)))
    return _vote(rule, by_side, all_, reasons)


def _in_the_way(rule: DecisionRule, all_: Counts) -> list[str]:
    """What keeps the rule from being met, as sentences; nothing where it is met."""
    found = []
    if all_.block > rule.blocks:
        places = {"count": all_.block, "most": rule.blocks}
        found.append(say("consensus.block" if rule.blocks else "consensus.block-none", **places))
    most = most_aside(rule, all_.people)
    if all_.stand_aside > most:
        places = {"count": all_.stand_aside, "all": all_.people, "most": most}
        found.append(say("consensus.aside" if most else "consensus.aside-none", **places))
    if not found and not all_.yes:
        found.append(say("consensus.no-yes"))
    return found


def _allowed(rule: DecisionRule, all_: Counts) -> str:
    if all_.block:
        return say("consensus.blocks-allowed", count=rule.blocks)
    return say("consensus.few-aside" if all_.stand_aside else "consensus.no-blocks")


def _vote(rule: DecisionRule, by_side: Mapping[Side, Counts], all_: Counts, reasons: list[str]) -> Followed:
    if rule.fallback == "majority":
        needed = -(-rule.yes_percent * all_.deciding // 100)
        reason = say("consensus.majority", yes=all_.yes, deciding=all_.deciding, needed=needed)
        passed = all_.yes >= needed and all_.yes > 0
        return Followed("fallback" if passed else "not-agreed", (*reasons, reason))
    passed = True
    for side in DECIDING:
        counts = by_side.get(side, Counts())
        if not counts.deciding:
            return Followed("not-yet", (*reasons, say("consensus.no-vote", side=side_name(side))))
        needed = rule.yes_percent * counts.deciding // 100 + 1
        places = {"yes": counts.yes, "deciding": counts.deciding, "needed": needed}
        reasons.append(say("consensus.vote", side=side_name(side), **places))
        passed = passed and counts.yes >= needed
    return Followed("fallback" if passed else "not-agreed", tuple(reasons))


def _counted(all_: Counts) -> str:
    return say(
        "consensus.counted",
        count=all_.people,
        agree=all_.agree,
        reservations=all_.reservations,
        aside=all_.stand_aside,
        block=all_.block,
    )


def _missing(by_side: Mapping[Side, Counts]) -> list[str]:
    return [say(f"consensus.missing-{side}") for side in DECIDING if not by_side.get(side, Counts()).people]
