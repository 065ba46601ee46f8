"""What a room may see of many people's answers, and in which order: the widest gap between the sides comes first.

The rules of what may be shown, with their reasons:

1. Sides stand apart, and nothing is ever made of two sides together. An average of both would hide the gap. A total
   beside one side would give away the other.
2. A side is shown from three people on. Of fewer, everyone would know who said what.
3. The middle of a side needs three people who gave points. Its spread needs five: with three or four, the ends of the
   spread would be single people.
4. 'I don't know' is counted and shown. It is no low score, and that a side doesn't know is a finding.
5. What was shown stays as it was shown, until enough people differ (`may_follow`). Otherwise two screens, one before
   and one after a person's code came, would show what that person said.

These rules are for the room, which sees the screen. Whoever holds the codes themselves can read them.

Pure functions, standard library only: codes in, what may be shown out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from framework.core.answers import SIDES, Answer, Given, Side, Version, side_name, statements_of
from framework.core.questions import Assessment, Statement
from framework.core.words import say
from framework.tools.standing.rules import MOST_POINTS

FEWEST = 3
"""People, for a side to be shown and for a middle."""
FEWEST_FOR_SPREAD = 5
"""People, for a spread to be shown."""
WIDE = 1.0
"""A gap, or a spread within a side, of this many points is worth a talk: it is one whole answer."""
type Codes = frozenset[str]
"""Some people's codes: each is one person's answers."""


def may_follow(shown: Sequence[Codes], wanted: Codes) -> bool:
    """Whether a side may be shown as `wanted`, after all that the room has seen of it.

    Lay all screens of the side beside each other, and put codes together that stand on just the same screens: those
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
    groups = Counter(tuple(code in screen for screen in screens) for code in frozenset[str]().union(*screens))
    return bool(wanted) and all(people >= FEWEST for people in groups.values())


def next_screen(shown: Sequence[Codes], now: Codes, marks: Mapping[str, str]) -> Codes:
    """What the room may see of a side next: all who are in now; else all that was shown, with those who are new.

    `marks` gives the mark of each code. Where neither may be shown, it stays as it is: empty, if nothing was shown.

    >>> marks = {code: code[0] for code in ("A", "A2", "B", "C", "D", "E", "F")}
    >>> corrected = frozenset({"A2", "B", "C"})
    >>> sorted(next_screen([frozenset("ABC")], corrected, marks))
    ['A', 'B', 'C']
    >>> sorted(next_screen([frozenset("ABC")], corrected | frozenset("DEF"), marks))
    ['A', 'B', 'C', 'D', 'E', 'F']
    """
    latest = shown[-1] if shown else frozenset[str]()
    seen = {marks[code] for code in latest}
    joined = latest | {code for code in now if marks[code] not in seen}
    for wanted in (now, joined):
        if wanted == latest or may_follow(shown, wanted):
            return wanted
    return latest


@dataclass(frozen=True)
class View:
    """How one side sees one thing: a principle, or a statement."""

    side: Side
    people: int
    """How many of the side are shown."""
    middle: float | None
    """The middle of their points, 0 to 3. None where fewer than three gave points."""
    spread: tuple[float, float] | None
    """Between which points they are, without the lowest and the highest quarter. None where fewer than five did."""
    dont_know: int
    """How many said 'I don't know', and gave no points."""

    @property
    def split(self) -> bool:
        """Whether the side differs within itself."""
        return self.spread is not None and self.spread[1] - self.spread[0] >= WIDE

    @property
    def unknown(self) -> bool:
        """Whether half of the side or more doesn't know."""
        return 2 * self.dont_know >= self.people


@dataclass(frozen=True)
class Comparison:
    """How the sides see one principle or statement."""

    id: str
    views: tuple[View, ...]
    """The sides that are shown, each apart."""
    gap: float | None
    """Between the two sides that are furthest apart. None where fewer than two have a middle."""
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


def compare(assessment: Assessment, version: Version, shown: Mapping[Side, Sequence[Given]]) -> tuple[Comparison, ...]:
    """How the sides see each principle, the widest gap first; of two that are level, the earlier comes first.

    `shown` holds what may be shown of each side. After the gaps come the principles that cannot be compared: the lowest
    middle first, and where there is none, the ones about which most people don't know.
    """
    sides = [side for side in SIDES if len(shown.get(side, ())) >= FEWEST]
    statements = statements_of(assessment, version)
    rows = []
    for principle in dict.fromkeys(each.bears_on for each in statements):
        under = [each for each in statements if each.bears_on == principle]
        details = tuple(_row(each.id, [each], sides, shown) for each in under)
        if len(under) == 1:
            (only,) = details
            rows.append(replace(only, id=principle, statements=details))
        else:
            rows.append(_row(principle, under, sides, shown, details))
    return tuple(sorted(rows, key=_widest_first))


def _widest_first(row: Comparison) -> tuple[bool, float, float, float]:
    unknown = max((view.dont_know / view.people for view in row.views), default=0)
    lowest = min((view.middle for view in row.views if view.middle is not None), default=MOST_POINTS + 1)
    return row.gap is None, -(row.gap or 0), 0 if row.gap is not None else lowest, -unknown


def _row(
    id_: str,
    statements: Sequence[Statement],
    sides: Sequence[Side],
    shown: Mapping[Side, Sequence[Given]],
    details: tuple[Comparison, ...] = (),
) -> Comparison:
    views = tuple(_view(side, statements, shown[side]) for side in sides)
    compared = [view.middle for view in views if view.middle is not None]
    gap = max(compared) - min(compared) if len(compared) > 1 else None
    return Comparison(id_, views, gap, _reasons(views, gap), details)


def _view(side: Side, statements: Sequence[Statement], people: Sequence[Given]) -> View:
    said = [[given.answers.get(each.id) for each in statements] for given in people]
    averages = [_average(answers) for answers in said]
    points = [value for value in averages if value is not None]
    return View(
        side=side,
        people=len(people),
        middle=middle(points) if len(points) >= FEWEST else None,
        spread=spread(points) if len(points) >= FEWEST_FOR_SPREAD else None,
        dont_know=sum(
            average is None and "dont-know" in answers for average, answers in zip(averages, said, strict=True)
        ),
    )


def _average(answers: Sequence[Answer | None]) -> float | None:
    """One person's points for a principle. None where the person gave none.

    >>> _average([3, 2, "dont-know"]), _average(["dont-know"])
    (2.5, None)
    """
    points = [answer for answer in answers if isinstance(answer, int)]
    return sum(points) / len(points) if points else None


def _reasons(views: Sequence[View], gap: float | None) -> tuple[str, ...]:
    """Why a row stands where it stands, in sentences that can be read out."""
    reasons = []
    for view in views:
        name = side_name(view.side)
        if view.middle is None:
            reasons.append(say("workshop.no-middle", side=name))
        elif view.split and view.spread:
            low, high = map(_points, view.spread)
            reasons.append(say("workshop.middle-split", side=name, middle=_points(view.middle), low=low, high=high))
        else:
            reasons.append(say("workshop.middle", side=name, middle=_points(view.middle)))
        if view.dont_know:
            reasons.append(say("workshop.some-dont-know", count=view.dont_know, people=view.people))
    if gap is not None:
        reasons.append(say("workshop.gap", gap=_points(gap)) if gap else say("workshop.no-gap"))
    elif len(views) > 1:
        reasons.append(say("workshop.not-compared"))
    return tuple(reasons)


def _points(number: float) -> str:
    """Points as they are read out.

    >>> _points(1.6666), _points(2.0)
    ('1.7', '2')
    """
    return f"{number:.1f}".removesuffix(".0")
