"""The rule 'sides': the answers of each side laid beside each other, the widest difference first.

There is no score and no average. A side's answer is one that the side agreed on. Pure functions: answers in, rows out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from framework.core.answers import SIDES, Answer, Given, Side, statements_of
from framework.core.questions import Assessment, Statement

STATES: tuple[str, ...] = ()
"""Answers are laid beside each other, and no state follows."""


@dataclass(frozen=True)
class Views:
    """One statement, and what each side answered."""

    statement: Statement
    answers: dict[Side, Answer]
    """By side, in the order of `SIDES`; sides that did not answer are left out."""
    gap: int | None
    """How many steps the sides are apart. None where fewer than two sides gave an answer that stands on the scale."""


def gap(points: list[int]) -> int | None:
    """How many steps the furthest apart of some answers are.

    >>> gap([0, 3, 1])
    3
    >>> gap([2, 2])
    0
    >>> gap([2])
    """
    return max(points) - min(points) if len(points) > 1 else None


def compare(assessment: Assessment, given: Mapping[Side, Given]) -> tuple[Views, ...]:
    """All statements that a side answered: the widest gap first, those without a gap to tell last.

    Of two that are level, the one that is asked earlier comes first.
    """
    rows = []
    for statement in statements_of(assessment, "long"):
        answers = {
            side: given[side].answers[statement.id]
            for side in SIDES
            if side in given and statement.id in given[side].answers
        }
        if answers:
            rows.append(Views(statement, answers, gap([each for each in answers.values() if isinstance(each, int)])))
    return tuple(sorted(rows, key=lambda row: -1 if row.gap is None else row.gap, reverse=True))
