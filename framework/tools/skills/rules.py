"""What a group may see of who can do what, who can teach it and who wants to learn it: by side, and without names.

Whom a side is shown as, and when it may be shown anew, is settled where it is for the workshop
(`framework/tools/workshop/rules.py`). Beyond that:

1. Of a side no more is told than whether nobody, one person, or two or more can do a thing. How many more, and who
   rated what, is told nowhere: 'all but one' would name the one.
2. Of a side with fewer than five who said, and of one that is shown again with others, 'nobody' and 'one' are told as
   'one at most'.
3. Rows stand in an order that follows from what is told of them, so that the order gives nothing away.

Pure functions, standard library only.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from framework.core.answers import SIDES, Given, Side, statements_of
from framework.core.questions import Assessment
from framework.tools.workshop.rules import FEWEST, FEWEST_FOR_EXACT

STATES: tuple[str, ...] = ()
"""A skill is told as it is, and no state follows."""
CAN_FROM = 2
"""The lowest place of an answer that says 'I can do it'."""
LEARN, TEACH = 1, 2
"""What an offer adds up from: wanting to learn, and being able to teach."""

type Count = Literal["nobody", "one", "one-at-most", "several", "untold"]
"""How many of a side, as far as it may be told. Untold: fewer than three said anything."""
type Need = Literal["nobody", "one", "few", "one-side", "unsure", "enough"]
"""Where a skill stands: nobody can; one person at most; one at most on each side; only one side has two or more; that
can't be told; and more than one side has two or more, or the only one that is shown."""

NEEDS: tuple[Need, ...] = get_args(Need.__value__)
GAPS: tuple[Need, ...] = NEEDS[: NEEDS.index("unsure")]
"""What is worth learning first."""
BOUNDS: dict[Count, tuple[int, float]] = {
    "nobody": (0, 0),
    "one": (1, 1),
    "one-at-most": (0, 1),
    "several": (2, float("inf")),
    "untold": (0, float("inf")),
}
"""How many people that is, at the least and at the most."""


@dataclass(frozen=True)
class Skill:
    """One row of the sheet."""

    id: str
    """Of the statement that asks how sure one is."""
    words: str
    offers: str | None
    """Id of the statement that asks who would teach or learn it, where there is one."""


@dataclass(frozen=True)
class View:
    """What may be told of one side and one skill."""

    side: Side
    people: int
    """How many of the side are shown."""
    can: Count
    teach: Count
    learn: Count


@dataclass(frozen=True)
class Row:
    """What may be told of one skill."""

    skill: Skill
    views: tuple[View, ...]
    """The sides that are shown, each apart."""
    need: Need

    @property
    def side(self) -> Side | None:
        """The only side that has two or more who can; None where it is none, or more than one."""
        able: list[Side] = [view.side for view in self.views if view.can == "several"]
        return able[0] if len(able) == 1 else None


def skills_of(assessment: Assessment) -> tuple[Skill, ...]:
    """The rows of a sheet, in order. A statement 'planning.offers' belongs to 'planning.sure'."""
    asked = statements_of(assessment, "long")
    known = {each.id for each in asked}
    found = []
    for each in asked:
        name, _, about = each.id.rpartition(".")
        offers = f"{name}.offers"
        if about != "offers" or f"{name}.sure" not in known:
            found.append(Skill(each.id, each.text, offers if offers in known else None))
    return tuple(found)


def count(said: Sequence[bool], *, exact: bool) -> Count:
    """How many said yes, as far as it may be told.

    >>> count([True, False, False], exact=False), count([False] * 5, exact=True), count([True, True], exact=False)
    ('one-at-most', 'nobody', 'untold')
    """
    if len(said) < FEWEST:
        return "untold"
    if sum(said) > 1:
        return "several"
    if not exact:
        return "one-at-most"
    return "one" if any(said) else "nobody"


def grid(
    assessment: Assessment, shown: Mapping[Side, Sequence[Given]], again: Collection[Side] = ()
) -> tuple[Row, ...]:
    """All skills: those that nobody can do first. Of two that are level, the one that is asked earlier comes first.

    `shown` holds what may be shown of each side, `again` the sides that the room saw as others before.
    """
    sides = [side for side in SIDES if len(shown.get(side, ())) >= FEWEST]
    rows = []
    for skill in skills_of(assessment):
        views = tuple(_view(side, skill, shown[side], again=side in again) for side in sides)
        rows.append(Row(skill, views, need([view.can for view in views])))
    return tuple(sorted(rows, key=lambda row: NEEDS.index(row.need)))


def need(counts: Sequence[Count]) -> Need:
    """Where a skill stands, by how many of each side that is shown can do it.

    >>> need(["nobody", "nobody"]), need(["one", "nobody"]), need(["one-at-most", "one-at-most"])
    ('nobody', 'one', 'few')
    >>> need(["several", "nobody"]), need(["several", "untold"]), need(["several", "several"]), need(["several"])
    ('one-side', 'unsure', 'enough', 'enough')
    """
    most = sum(BOUNDS[each][1] for each in counts)
    able = counts.count("several")
    if able > 1 or (able == len(counts) == 1):
        return "enough"
    if not counts or "untold" in counts:
        return "unsure"
    if able == 1:
        return "one-side"
    if most == 0:
        return "nobody"
    return "one" if most == 1 else "few"


def _view(side: Side, skill: Skill, people: Sequence[Given], *, again: bool) -> View:
    said = [given.answers for given in people if skill.id in given.answers or skill.offers in given.answers]
    exact = not again and len(said) >= FEWEST_FOR_EXACT
    sure = [_number(answers.get(skill.id)) for answers in said]
    offers = [_number(answers.get(skill.offers or "")) for answers in said]
    return View(
        side=side,
        people=len(people),
        can=count([each >= CAN_FROM for each in sure], exact=exact),
        teach=count([bool(each & TEACH) for each in offers], exact=exact),
        learn=count([bool(each & LEARN) for each in offers], exact=exact),
    )


def _number(answer: object) -> int:
    """The place of an answer; 0 where there is none."""
    return answer if isinstance(answer, int) else 0
