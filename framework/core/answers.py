"""What all assessments share: sides, versions, and answers that are checked before anything is made of them.

An answer is the place of one of the statement's own answers, from 0. 'Don't know' and 'doesn't apply' are answers too,
not low scores (design: they are counted apart). What answers mean is each rule's own (`framework/tools/`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from framework.core.questions import Assessment, Statement
from framework.core.words import comma_listed, say

type Side = Literal["resident", "organisation", "other"]
type Version = Literal["short", "long"]
type Answer = int | Literal["dont-know", "does-not-apply"]

SIDES: tuple[Side, ...] = get_args(Side.__value__)
DECIDING: tuple[Side, ...] = ("resident", "organisation")
"""The sides between which power is settled: a vote by sides counts these, and each writes a draft."""
VERSIONS: tuple[Version, ...] = get_args(Version.__value__)
UNSCORED = ("dont-know", "does-not-apply")
LONGEST_SENTENCE = 400
"""Characters of what is said about something that came in."""


def side_name(side: Side) -> str:
    """What a side is called.

    >>> side_name("other")
    'Other partners'
    """
    return say(f"sides.{side}")


def side_names() -> dict[Side, str]:
    """What each side is called."""
    return {side: side_name(side) for side in SIDES}


class BadInput(Exception):
    """Something entered or opened that cannot be used: what is wrong, and how to mend it, each as one sentence."""

    def __init__(self, what: str, mend: str) -> None:
        self.what = _shortened(what)
        self.mend = _shortened(mend)
        super().__init__(f"{self.what}. {self.mend}")


def _shortened(sentence: str) -> str:
    """A sentence that may name what came in, however long that is: never longer than people read.

    >>> len(_shortened("x" * 60_000))
    400
    """
    return sentence if len(sentence) <= LONGEST_SENTENCE else sentence[: LONGEST_SENTENCE - 1] + "…"


def choose_from(choices: Iterable[str]) -> str:
    """How to mend what is none of some choices.

    >>> choose_from(["short", "long"])
    'Choose one of short, long.'
    """
    return say("common.choose", choices=comma_listed(choices))


def unknown_request() -> BadInput:
    """What to raise where a page asks for what there is not: it is of another version than Python."""
    return BadInput(say("common.unknown-request"), say("common.load-again"))


def no_side(side: object) -> BadInput:
    """What to raise where something is given as a side and is none."""
    return BadInput(say("answers.no-side", side=side), choose_from(SIDES))


def no_version(version: object) -> BadInput:
    """What to raise where something is given as a version and is none."""
    return BadInput(say("answers.no-version", version=version), choose_from(VERSIONS))


@dataclass(frozen=True)
class Given:
    """What one person, or a group that agreed, answered."""

    assessment: Assessment
    version: Version
    side: Side | None
    answers: dict[str, Answer]


def read_answers(assessment: Assessment, version: Any, side: Any, answers: Any) -> Given:
    """Check what came from outside. Raises `BadInput`, naming the first thing that does not fit."""
    if version not in VERSIONS:
        raise no_version(version)
    if side is not None and side not in SIDES:
        raise no_side(side)
    if not isinstance(answers, dict):
        raise BadInput(say("answers.not-answers"), say("answers.not-answers-mend"))
    words = (assessment.dont_know, assessment.does_not_apply)
    unscored = [answer for answer, said in zip(UNSCORED, words, strict=True) if said]
    known = {statement.id: statement for statement in assessment.statements}
    for id_, answer in answers.items():
        if id_ not in known:
            what = say("answers.no-statement", statement=id_)
            raise BadInput(what, say("answers.no-statement-mend", title=assessment.title))
        most = len(known[id_].answers) - 1
        points = isinstance(answer, int) and not isinstance(answer, bool) and 0 <= answer <= most
        if not points and answer not in unscored:
            what = say("answers.no-answer", answer=answer, statement=id_)
            raise BadInput(what, say("answers.no-answer-mend", answers=_wanted(most, unscored)))
    return Given(assessment, version, side, dict(answers))


def _wanted(most: int, unscored: Iterable[str]) -> str:
    """The answers that a statement may have.

    >>> _wanted(3, ["dont-know"])
    '0 to 3 or dont-know'
    """
    found = say("answers.points", most=most)
    for each in unscored:
        found = say("answers.or", start=found, last=each)
    return found


def statements_of(assessment: Assessment, version: Version) -> tuple[Statement, ...]:
    """The statements of a version, in order, without the retired ones."""
    return tuple(each for each in assessment.statements if not each.retired_in and (each.short or version == "long"))


def answered_of(given: Given, version: Version) -> tuple[int, int]:
    """How many statements of a version were answered, in whatever way, and how many want an answer."""
    asked = [each.id for each in statements_of(given.assessment, version) if not each.may_be_left]
    return sum(id_ in given.answers for id_ in asked), len(asked)
