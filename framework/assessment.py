"""How a health check is reckoned. Pure functions: answers in, a result with its reasons out.

An answer is worth 0 to 3 points. 'Don't know' and 'doesn't apply' are answers, not low scores (design: they are
counted apart). The rule is short enough to do by hand, and the page of each assessment explains it so.
"""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from framework.questions import Assessment, Statement

type Side = Literal["resident", "organisation", "other"]
type Version = Literal["short", "long"]
type Answer = int | Literal["dont-know", "does-not-apply"]
type StateName = Literal["strong", "under-way", "to-build", "not-known"]

SIDES: tuple[Side, ...] = get_args(Side.__value__)
VERSIONS: tuple[Version, ...] = get_args(Version.__value__)
MOST_POINTS = 3
UNSCORED = ("dont-know", "does-not-apply")
LOW = 1
"""An answer of 0 or 1 is low: it leads to actions."""
MOST_STARTS = 3
"""A group is shown three places to start at the most: more is no start."""


class BadInput(Exception):
    """Something entered or opened that cannot be used: what is wrong, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        self.what = what
        self.mend = mend
        super().__init__(f"{what}. {mend}")


@dataclass(frozen=True)
class Given:
    """What one person, or a group that agreed, answered."""

    assessment: Assessment
    version: Version
    side: Side | None
    answers: dict[str, Answer]


@dataclass(frozen=True)
class Standing:
    """How one principle stands."""

    principle: str
    state: StateName
    average: float | None
    """Points per answer, 0 to 3. None where nothing was answered with points."""
    answered: int
    """How many statements were answered with points."""
    dont_know: int
    does_not_apply: int
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


def read_answers(assessment: Assessment, version: Any, side: Any, answers: Any) -> Given:
    """Check what came from outside. Raises `BadInput`, naming the first thing that does not fit."""
    if version not in VERSIONS:
        raise BadInput(f"There is no version '{version}'", f"Choose one of {', '.join(VERSIONS)}.")
    if side is not None and side not in SIDES:
        raise BadInput(f"There is no side '{side}'", f"Choose one of {', '.join(SIDES)}.")
    if not isinstance(answers, dict):
        raise BadInput("The answers are not a list of statements with answers", "Answer the questions again.")
    known = {statement.id for statement in assessment.statements}
    for id_, answer in answers.items():
        if id_ not in known:
            raise BadInput(f"There is no statement '{id_}'", f"Use the statements of {assessment.title}.")
        points = isinstance(answer, int) and not isinstance(answer, bool) and 0 <= answer <= MOST_POINTS
        if not points and answer not in UNSCORED:
            raise BadInput(
                f"'{answer}' is no answer to '{id_}'", f"Answer 0 to {MOST_POINTS}, or {' or '.join(UNSCORED)}."
            )
    return Given(assessment, version, side, dict(answers))


def asked(assessment: Assessment, version: Version) -> tuple[Statement, ...]:
    """The statements of a version, in order, without the retired ones."""
    return tuple(each for each in assessment.statements if not each.retired_in and (each.short or version == "long"))


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


def standing(given: Given, principle: str, statements: tuple[Statement, ...]) -> Standing:
    """How one principle stands, from its statements."""
    answers = [given.answers[each.id] for each in statements if each.id in given.answers]
    points = [answer for answer in answers if isinstance(answer, int)]
    return Standing(
        principle=principle,
        state=state(points),
        average=sum(points) / len(points) if points else None,
        answered=len(points),
        dont_know=answers.count("dont-know"),
        does_not_apply=answers.count("does-not-apply"),
        asked=len(statements),
    )


def assess(given: Given) -> Result:
    """What the answers say of each principle, and where to start.

    A strength is a principle that is strong, with points for at least half of what was asked. Places to start are
    the principles with low answers, the lowest average first; of two that are level, the earlier comes first.
    """
    statements = asked(given.assessment, given.version)
    order = list(dict.fromkeys(each.principle for each in statements))
    by_principle = {name: tuple(each for each in statements if each.principle == name) for name in order}
    standings = tuple(standing(given, name, by_principle[name]) for name in order)
    strong = [each for each in standings if each.state == "strong" and 2 * each.answered >= each.asked]
    starts = [
        (each.average, Start(each.principle, low))
        for each in standings
        if each.average is not None and (low := _low(given, by_principle[each.principle]))
    ]
    starts.sort(key=lambda start: start[0])
    return Result(
        given=given,
        standings=standings,
        strengths=tuple(each.principle for each in sorted(strong, key=lambda each: -(each.average or 0))),
        starts=tuple(start for _, start in starts[:MOST_STARTS]),
        unknown=tuple(each for each in statements if given.answers.get(each.id) == "dont-know"),
    )


def _low(given: Given, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    answered = [(given.answers.get(each.id), each) for each in statements]
    low = [(answer, each) for answer, each in answered if isinstance(answer, int) and answer <= LOW]
    return tuple(each for _, each in sorted(low, key=lambda pair: pair[0]))
