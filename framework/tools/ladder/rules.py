"""The rule 'ladder': on which rung a decision stands, from facts that can be checked.

Each answer says the highest rung on which it can be true. The lowest of these is the rung: however well a group is
heard, it is consulted as long as it has no say in the result. Pure functions: answers in, a result with its reasons
out.
"""

from dataclasses import dataclass

from framework.core.answers import Given, statements_of
from framework.core.questions import Statement

STATES: tuple[str, ...] = ()
"""A rung is reached, and no state."""


@dataclass(frozen=True)
class Hold:
    """A fact that holds a decision on its rung."""

    statement: Statement
    answer: int
    """The answer that was given."""
    lift: int
    """The next answer with which it no longer holds and that is worth working for: what would have to become true."""


@dataclass(frozen=True)
class Place:
    """Where one decision stands."""

    answered: int
    """How many facts are known. Where there is none, the rungs below say nothing."""
    highest: int
    """The rung, as far as is known."""
    lowest: int
    """How far down it could turn out to be, once the facts are found out that nobody knows yet."""
    holds: tuple[Hold, ...]
    """The facts that hold it on `highest`: the binding ones, in the order in which they are asked."""
    following: int | None
    """The rung that it reaches when all of these are lifted. None on the top rung."""
    unknown: tuple[Statement, ...]
    """What nobody knows yet, or was not answered."""
    nobody_knows: bool = False
    """Whether all was answered, and nobody knows any of it."""


def rung(allowed: list[int]) -> int:
    """The rung that follows from the highest rungs that each fact allows: the lowest of them.

    Heard with care (8), with the papers in time (8), but no say in the result (4):

    >>> rung([8, 8, 4])
    4
    """
    return min(allowed)


def place(given: Given) -> Place:
    """Where a decision stands, what holds it there, and what would lift it."""
    top = len(given.assessment.rungs)
    statements = statements_of(given.assessment, "long")
    known = [(each, answer) for each in statements if isinstance(answer := given.answers.get(each.id), int)]
    unknown = tuple(each for each in statements if given.answers.get(each.id, "dont-know") == "dont-know")
    highest = rung([top, *(allowed(each, answer, top) for each, answer in known)])
    holds = tuple(
        Hold(each, answer, _lift(each, answer, top))
        for each, answer in known
        if highest < top and allowed(each, answer, top) == highest
    )
    return Place(
        answered=len(known),
        highest=highest,
        lowest=rung([highest, *(allowed(each, 0, top) for each in unknown)]),
        holds=holds,
        following=_following(known, holds, top) if holds else None,
        unknown=unknown,
        nobody_knows=not known and bool(unknown) and all(each.id in given.answers for each in statements),
    )


def allowed(statement: Statement, answer: int, top: int) -> int:
    """The highest rung on which an answer can be true."""
    found = statement.rungs[answer]
    return top if found is None else found


def _lift(statement: Statement, answer: int, top: int) -> int:
    """The nearest of the statement's aims that allows more: 'nothing is written' may allow more than 'they are asked',
    and is nothing to work for."""
    held = allowed(statement, answer, top)
    return next(each for each in statement.aims if each > answer and allowed(statement, each, top) > held)


def _following(known: list[tuple[Statement, int]], holds: tuple[Hold, ...], top: int) -> int:
    lifted = {hold.statement.id: hold.lift for hold in holds}
    return rung([allowed(each, lifted.get(each.id, answer), top) for each, answer in known])


@dataclass(frozen=True)
class Decision:
    """One decision: what it is called, what was claimed for it, and where it stands."""

    name: str
    claim: int | None
    """The rung on which people say it is. None where nobody said."""
    place: Place
