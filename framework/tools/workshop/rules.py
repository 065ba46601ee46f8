"""What a room may see of many people's answers, and in which order: the widest gap between the sides comes first.

The rules of what may be shown, with their reasons:

1. Sides stand apart, and nothing is ever made of two sides together. An average of both would hide the gap. A total
   beside one side would give away the other.
2. A side is shown from three people on. Of fewer, everyone would know who said what.
3. The middle of a side needs three people who gave points. Of fewer than five, a middle of 0 or of 3 says that nearly
   all said just that: so it is shown as '1 or less', '2 or more', or between these. Two people are in the middle of an
   even number, and any point between them is a middle. Half-way between would tell too much: where it is 1, and one of
   them said 2, the other said 0. The spread needs eight: of fewer, its ends say the same.
4. 'I don't know' is no low score, and that a side doesn't know is a finding. It is told as 'some' or 'half or more',
   and never as a number: '3 of 3' names three people.
5. What was shown stays as it was shown, until enough people differ (`may_follow`). Otherwise two screens, one before
   and one after a person's code came, would show what that person said. A side that is shown again is shown as a small
   one is, and without its don't-knows: two exact screens can be taken from each other.

Guarded against is anyone in the room who sees every screen and knows their own answers. Not guarded against are all but
one of a side together; nor whoever holds the codes themselves, which can be read.

Pure functions, standard library only: what was answered in, what may be shown out.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from framework.core.answers import SIDES, Answer, Given, Side, Version, side_name, statements_of
from framework.core.questions import Assessment, Statement
from framework.core.words import say
from framework.tools.standing.rules import MOST_POINTS
from framework.tools.workshop.people import Token, mark_of

FEWEST = 3
"""People, for a side to be shown and for a middle."""
FEWEST_FOR_EXACT = 5
"""People who gave points, for a middle to be shown as it is."""
FEWEST_FOR_SPREAD = 8
"""People who gave points, for a spread to be shown."""
FEWEST_FOR_HALF = 4
"""People, for 'half or more don't know': half of three would be two of the others, for whoever knows."""
LITTLE, MUCH = 1, 2
"""A middle that is not shown as it is, is shown as this much or less, or as this much or more."""
WIDE = 1.0
"""A gap, or a spread within a side, of this many points is worth a talk: it is one whole answer."""
type Screen = frozenset[Token]
"""Whose answers a side is shown as."""
type Unknown = Literal["none", "some", "half"]
"""How many of a side said 'I don't know', and gave no points."""

UNKNOWN: tuple[Unknown, ...] = get_args(Unknown.__value__)


def may_follow(shown: Sequence[Screen], wanted: Screen) -> bool:
    """Whether a side may be shown as `wanted`, after all that the room has seen of it.

    Lay all screens of the side beside each other, and put those together that stand on just the same screens: those
    who were there from the start, those who came since, those who were taken out or corrected. Each such group must be
    three people or more. Then any two people of a group could have said each other's answers, and every screen would
    look the same: so nobody can work out what one of them said.

    >>> three, five = frozenset("ABC"), frozenset("ABCDE")
    >>> may_follow([], three), may_follow([], frozenset("AB"))
    (True, False)
    >>> may_follow([three], five), may_follow([three], frozenset("ABCDEF"))
    (False, True)
    """
    screens = [*shown, wanted]
    groups = Counter(tuple(token in screen for screen in screens) for token in frozenset[str]().union(*screens))
    return bool(wanted) and all(people >= FEWEST for people in groups.values())


def next_screen(shown: Sequence[Screen], now: Screen, *, whole: bool = True, earlier: Sequence[Screen] = ()) -> Screen:
    """What the room may see of a side next: all who are in now; else all that was shown, with those who are new.

    `whole` says whether all that was shown is kept: where someone was taken out, nobody can be added to it. `earlier`
    are the screens of earlier rooms, on which some of these people stood with the same code. Where neither may be
    shown, it stays as it is: empty, if nothing was shown.

    >>> first, corrected = frozenset({"A.0", "B.0", "C.0"}), frozenset({"A.1", "B.0", "C.0"})
    >>> sorted(next_screen([first], corrected))
    ['A.0', 'B.0', 'C.0']
    >>> sorted(next_screen([first], corrected | {"D.0", "E.0", "F.0"}))
    ['A.0', 'B.0', 'C.0', 'D.0', 'E.0', 'F.0']
    >>> next_screen([], first | {"D.0"}, earlier=[first])
    frozenset()
    """
    latest = shown[-1] if shown else frozenset[Token]()
    seen = {mark_of(token) for token in latest}
    joined = latest | {token for token in now if mark_of(token) not in seen}
    for wanted in (now, joined) if whole or not shown else (now,):
        if wanted == latest or may_follow([*earlier, *shown], wanted):
            return wanted
    return latest


@dataclass(frozen=True)
class View:
    """How one side sees one thing: a principle, or a statement."""

    side: Side
    people: int
    """How many of the side are shown."""
    between: tuple[float, float] | None
    """Where the middle of their points lies, 0 to 3: from and to, which are the same where it is shown as it is. None
    where fewer than three gave points.
    """
    spread: tuple[float, float] | None
    """Between which points they are, without the lowest and the highest quarter. None where fewer than eight did."""
    dont_know: Unknown

    @property
    def split(self) -> bool:
        """Whether the side differs within itself."""
        return self.spread is not None and self.spread[1] - self.spread[0] >= WIDE

    @property
    def lowest(self) -> float:
        """A middle at the least, by which sides that can't be compared are put in order: the lower end of where it may
        lie, but of '1 or less' the upper one. A side that has none comes last.
        """
        if self.between is None:
            return MOST_POINTS + 1
        low, high = self.between
        return high if high <= LITTLE else low


@dataclass(frozen=True)
class Comparison:
    """How the sides see one principle or statement."""

    id: str
    views: tuple[View, ...]
    """The sides that are shown, each apart."""
    gap: float | None
    """Between the two sides that are furthest apart, at the least. None where fewer than two have a middle."""
    at_least: bool
    """Whether the gap may be wider, since a middle is not shown as it is."""
    reasons: tuple[str, ...]
    """Why it stands where it stands, in sentences."""
    statements: tuple["Comparison", ...] = ()
    """The statements of a principle, in their order."""


def middle(points: Sequence[float]) -> float:
    """The middle of some points: put them in order, and take the one in the middle, or half-way between the two there.

    >>> middle([3, 0, 1]), middle([3, 0, 1, 2])
    (1, 1.5)
    """
    ordered = sorted(points)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def spread(points: Sequence[float]) -> tuple[float, float]:
    """Where points begin and end, once a quarter of them is left out at each end: of five people, one.

    >>> spread([0, 1, 1, 2, 3])
    (1, 2)
    """
    ordered = sorted(points)
    out = max(1, len(ordered) // 4)
    return ordered[out], ordered[-1 - out]


def compare(
    assessment: Assessment,
    version: Version,
    shown: Mapping[Side, Sequence[Given]],
    again: Collection[Side] = (),
) -> tuple[Comparison, ...]:
    """How the sides see each subject, the widest gap first; of two that are level, the earlier comes first.

    `shown` holds what may be shown of each side, `again` the sides that the room saw as others before. After the gaps
    come the principles that cannot be compared: the lowest middle first, and where there is none, the ones about which
    most people don't know.
    """
    sides = [side for side in SIDES if len(shown.get(side, ())) >= FEWEST]
    statements = statements_of(assessment, version)
    rows = []
    for subject in dict.fromkeys(subject_of(each) for each in statements):
        under = [each for each in statements if subject_of(each) == subject]
        details = tuple(_row(each.id, [each], sides, shown, again) for each in under)
        if len(under) == 1:
            (only,) = details
            rows.append(replace(only, id=subject, statements=details))
        else:
            rows.append(_row(subject, under, sides, shown, again, details))
    return tuple(sorted(rows, key=_widest_first))


def subject_of(statement: Statement) -> str:
    """Id of what a statement is compared under: the principle or precept that it bears on; on a ladder each fact stands
    for itself, since all of them are about one decision.
    """
    return statement.id if statement.rungs else statement.bears_on


def _widest_first(row: Comparison) -> tuple[bool, float, float, float]:
    unknown = max((UNKNOWN.index(view.dont_know) for view in row.views), default=0)
    lowest = min((view.lowest for view in row.views), default=MOST_POINTS + 1)
    return row.gap is None, -(row.gap or 0), 0 if row.gap is not None else lowest, -unknown


def _row(
    id_: str,
    statements: Sequence[Statement],
    sides: Sequence[Side],
    shown: Mapping[Side, Sequence[Given]],
    again: Collection[Side],
    details: tuple[Comparison, ...] = (),
) -> Comparison:
    views = tuple(_view(side, statements, shown[side], again=side in again) for side in sides)
    middles = [view.between for view in views if view.between]
    gap, at_least = None, False
    if len(middles) > 1:
        low, high = ends(middles)
        gap = max(0, high - low)
        at_least = any(lower != upper for lower, upper in middles if upper == low or lower == high)
    return Comparison(id_, views, gap, at_least, _reasons(views, gap, at_least=at_least), details)


def ends(middles: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Where the gap between some middles begins and ends, at the least: at the end of where the lowest may lie, and at
    the beginning of where the highest may. The first is no less than the second where there may be none.

    >>> ends([(0, 1), (3, 3)]), ends([(1, 2), (1.5, 1.5)])
    ((1, 3), (1.5, 1.5))
    """
    return min(upper for _, upper in middles), max(lower for lower, _ in middles)


def _view(side: Side, statements: Sequence[Statement], people: Sequence[Given], *, again: bool) -> View:
    said = [[_points(given.answers.get(each.id), each) for each in statements] for given in people]
    averages = [_average(answers) for answers in said]
    points = [value for value in averages if value is not None]
    unknown = sum(average is None and "dont-know" in answers for average, answers in zip(averages, said, strict=True))
    return View(
        side=side,
        people=len(people),
        between=_between(points, exact=not again and len(points) >= FEWEST_FOR_EXACT),
        spread=spread(points) if not again and len(points) >= FEWEST_FOR_SPREAD else None,
        dont_know="none" if again else _unknown(unknown, len(people)),
    )


def _between(points: Sequence[float], *, exact: bool) -> tuple[float, float] | None:
    """Where the middle of some points lies, as far as it may be shown.

    >>> _between([0, 0, 1], exact=False), _between([0, 2, 1, 2], exact=False), _between([0, 0, 0, 1, 2], exact=True)
    ((0, 1), (1, 2), (0, 0))
    """
    if len(points) < FEWEST:
        return None
    if exact:
        return middle(points), middle(points)
    ordered = sorted(points)
    lower, upper = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    if upper <= LITTLE:
        return 0, LITTLE
    return (MUCH, MOST_POINTS) if lower >= MUCH else (LITTLE, MUCH)


def _unknown(count: int, people: int) -> Unknown:
    """How many don't know, as far as it may be told.

    >>> _unknown(3, 3), _unknown(2, 4), _unknown(0, 9)
    ('some', 'half', 'none')
    """
    if people >= FEWEST_FOR_HALF and 2 * count >= people:
        return "half"
    return "some" if count else "none"


def _points(answer: Answer | None, statement: Statement) -> float | str | None:
    """An answer as points, 0 for the first of a statement's answers and 3 for the last, however many it has."""
    if not isinstance(answer, int):
        return answer
    return answer * MOST_POINTS / (len(statement.answers) - 1)


def _average(answers: Sequence[float | str | None]) -> float | None:
    """One person's points for a principle. None where the person gave none.

    >>> _average([3, 2, "dont-know"]), _average(["dont-know"])
    (2.5, None)
    """
    points = [answer for answer in answers if not isinstance(answer, str) and answer is not None]
    return sum(points) / len(points) if points else None


def _reasons(views: Sequence[View], gap: float | None, *, at_least: bool) -> tuple[str, ...]:
    """Why a row stands where it stands, in sentences that can be read out."""
    reasons = []
    for view in views:
        name = side_name(view.side)
        if view.between is None:
            reasons.append(say("workshop.no-middle", side=name))
        elif view.between == (0, LITTLE):
            reasons.append(say("workshop.middle-low", side=name, middle=LITTLE))
        elif view.between == (MUCH, MOST_POINTS):
            reasons.append(say("workshop.middle-high", side=name, middle=MUCH))
        elif view.between == (LITTLE, MUCH):
            reasons.append(say("workshop.middle-between", side=name, low=LITTLE, high=MUCH))
        elif view.split and view.spread:
            low, high = map(points_read_out, view.spread)
            middle_ = points_read_out(view.between[0])
            reasons.append(say("workshop.middle-split", side=name, middle=middle_, low=low, high=high))
        else:
            reasons.append(say("workshop.middle", side=name, middle=points_read_out(view.between[0])))
        if view.dont_know != "none":
            reasons.append(say(f"workshop.{view.dont_know}-unknown"))
    if gap is not None and at_least:
        reasons.append(say("workshop.gap-at-least", gap=points_read_out(gap)) if gap else say("workshop.gap-unsure"))
    elif gap is not None:
        reasons.append(say("workshop.gap", gap=points_read_out(gap)) if gap else say("workshop.no-gap"))
    elif len(views) > 1:
        reasons.append(say("workshop.not-compared"))
    return tuple(reasons)


def points_read_out(number: float) -> str:
    """Points as they are read out.

    >>> points_read_out(1.6666), points_read_out(2.0)
    ('1.7', '2')
    """
    return f"{number:.1f}".removesuffix(".0")
