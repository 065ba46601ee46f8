"""The rule 'standing': how each principle stands, from what was answered to its statements.

An answer is worth 0 to 3 points. The rule is short enough to do by hand, and the page of each assessment explains it
so. Pure functions: answers in, a result with its reasons out.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from framework.core.answers import Given, statements_of
from framework.core.questions import Statement

type StateName = Literal["strong", "under-way", "to-build", "not-known"]

STATES: tuple[StateName, ...] = get_args(StateName.__value__)
"""How a principle can stand."""
MOST_POINTS = 3
LOW = 1
"""An answer of 0 or 1 is low: it leads to actions."""
MOST_STARTS = 3
"""A group is shown three places to start at the most: more is no start."""


@dataclass(frozen=True)
class Standing:
    """How one principle stands."""

    principle: str
    state: StateName
    average: float | None
    """Points per answer, 0 to 3. None where nothing was answered with points."""
    answered: int
    """How many statements were answered with points."""
    asked: int
    """How many were asked."""


@dataclass(frozen=True)
class Start:
    """A place to start: a principle, and the statements under it whose answers were low."""

    principle: str
    low: tuple[Statement, ...]


@dataclass(frozen=True)
class Result:
    """What the answers say."""

    given: Given
    standings: tuple[Standing, ...]
    strengths: tuple[str, ...]
    """Ids of principles, the strongest first."""
    starts: tuple[Start, ...]
    """The lowest first."""
    unknown: tuple[Statement, ...]
    """What was answered with 'don't know'."""
    nobody_knows: bool
    """Whether all was answered, and nothing of it is known."""

    @property
    def known(self) -> tuple[Standing, ...]:
        """The principles of which something is known."""
        return tuple(each for each in self.standings if each.answered)

    @property
    def enough(self) -> bool:
        """Whether enough was answered to say something of the whole: half of what was asked of each principle."""
        return all(2 * each.answered >= each.asked for each in self.standings)


def state(points: list[int]) -> StateName:
    """How a principle stands, from the points of its answers.

    Add the points and divide by how many were answered: 2 or more is strong, 1 or more is under way, less is to
    build. But nothing is strong while one of its answers is 0.

    >>> state([3, 2, 2])
    'strong'
    >>> state([3, 3, 0])
    'under-way'
    >>> state([1, 0])
    'to-build'
    >>> state([])
    'not-known'
    """
    if not points:
        return "not-known"
    average = sum(points) / len(points)
    if average >= 2 and min(points) > 0:
        return "strong"
    return "under-way" if average >= 1 else "to-build"


@dataclass(frozen=True)
class Moved:
    """How one principle moved between two results, over the statements that both answered with points."""

    principle: str
    before: float
    now: float
    """Points per answer, 0 to 3."""
    statements: int
    """How many statements both answered with points."""


def moved(before: Given, now: Given) -> tuple[Moved, ...]:
    """How each principle moved, in order. Where nothing was answered both times, nothing can be said."""
    found = []
    statements = now.assessment.statements
    for principle in dict.fromkeys(each.bears_on for each in statements):
        pairs = [
            (then, today)
            for each in statements
            if each.bears_on == principle
            and isinstance(then := before.answers.get(each.id), int)
            and isinstance(today := now.answers.get(each.id), int)
        ]
        if pairs:
            was, is_now = (sum(points) / len(pairs) for points in zip(*pairs, strict=True))
            found.append(Moved(principle, was, is_now, len(pairs)))
    return tuple(found)


def standing(given: Given, principle: str, statements: tuple[Statement, ...]) -> Standing:
    """How one principle stands, from its statements."""
    answers = [given.answers[each.id] for each in statements if each.id in given.answers]
    points = [answer for answer in answers if isinstance(answer, int)]
    return Standing(
        principle=principle,
        state=state(points),
        average=sum(points) / len(points) if points else None,
        answered=len(points),
        asked=len(statements),
    )


def assess(given: Given) -> Result:
    """What the answers say of each principle, and where to start.

    A strength is a principle that is strong, with points for at least half of what was asked. Places to start are
    the principles with low answers, the lowest average first; of two that are level, the earlier comes first.
    """
    statements = statements_of(given.assessment, given.version)
    order = list(dict.fromkeys(each.bears_on for each in statements))
    by_principle = {name: tuple(each for each in statements if each.bears_on == name) for name in order}
    standings = tuple(standing(given, name, by_principle[name]) for name in order)
    strong = [each for each in standings if each.state == "strong" and 2 * each.answered >= each.asked]
    starts = [
        (each.average, Start(each.principle, low))
        for each in standings
        if each.average is not None and (low := _low(given, by_principle[each.principle]))
    ]
    starts.sort(key=lambda start: start[0])
    unknown = tuple(each for each in statements if given.answers.get(each.id) == "dont-know")
    return Result(
        given=given,
        standings=standings,
        strengths=tuple(each.principle for each in sorted(strong, key=lambda each: -(each.average or 0))),
        starts=tuple(start for _, start in starts[:MOST_STARTS]),
        unknown=unknown,
        nobody_knows=bool(unknown)
        and all(each.id in given.answers for each in statements)
        and not any(each.answered for each in standings),
    )


def _low(given: Given, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    answered = [(given.answers.get(each.id), each) for each in statements]
    low = [(answer, each) for answer, each in answered if isinstance(answer, int) and answer <= LOW]
    return tuple(each for _, each in sorted(low, key=lambda pair: pair[0]))
