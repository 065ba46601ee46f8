"""What a room may see: the rules by hand, and sequences of codes that try to give a person away."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.content.check import checked
from framework.core.answers import Answer, Given, Side, statements_of
from framework.tools.workshop.rules import FEWEST, Codes, Comparison, compare, may_follow, middle, next_screen, spread

HEALTH = next(each for each in checked().assessments if each.id == "health")
FIRST, SECOND, *_ = statements_of(HEALTH, "short")
VALUES: list[Answer | None] = [0, 1, 2, 3, "dont-know", "does-not-apply", None]


def person(side: Side, first: Answer | None, second: Answer | None = None) -> Given:
    said = {FIRST.id: first, SECOND.id: second}
    return Given(HEALTH, "short", side, {id_: value for id_, value in said.items() if value is not None})


def rows(*people: Given) -> tuple[Comparison, ...]:
    sides: dict[Side, list[Given]] = {"resident": [], "organisation": [], "other": []}
    for each in people:
        if each.side:
            sides[each.side].append(each)
    return compare(HEALTH, "short", sides)


def first_row(*people: Given) -> Comparison:
    return next(row for row in rows(*people) if row.id == FIRST.bears_on)


@pytest.mark.parametrize(
    ("points", "expected"),
    [([1, 2], None), ([0, 1, 3], 1), ([0, 1, 2, 3], 1.5), ([0, 0, 1, 3, 3], 1)],
)
def test_the_middle_by_hand(points: list[Answer], expected: float | None) -> None:
    views = first_row(*(person("resident", each) for each in points)).views
    assert [view.middle for view in views] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([0, 1, 3], None),
        ([0, 1, 2, 3], None),
        ([0, 1, 1, 2, 3], (1, 2)),  # without one at each end
        ([0, 0, 1, 1, 2, 2, 3, 3], (1, 2)),  # without two at each end
    ],
)
def test_the_spread_by_hand(points: list[Answer], expected: tuple[float, float] | None) -> None:
    (view,) = first_row(*(person("organisation", each) for each in points)).views
    assert view.spread == expected


def test_who_gave_no_points_makes_no_middle_of_the_few_who_did() -> None:
    (view,) = first_row(
        *(person("resident", each) for each in (3, 3, "dont-know", "dont-know", "does-not-apply"))
    ).views
    assert (view.middle, view.spread, view.dont_know, view.people) == (None, None, 2, 5)


def test_the_widest_gap_comes_first() -> None:
    people = [person("resident", 1, 0)] * 3 + [person("organisation", 2, 3)] * 3
    found = rows(*people)
    assert [(row.id, row.gap) for row in found[:2]] == [(SECOND.bears_on, 3), (FIRST.bears_on, 1)]
    assert found[0].reasons == (
        "Residents: the middle is 0 of 3.",
        "The organisation: the middle is 3 of 3.",
        "The gap is 3.",
    )


def test_what_one_side_does_not_know_comes_after_the_gaps_and_is_told() -> None:
    people = [person("resident", 1, "dont-know")] * 3 + [person("organisation", 1, 3)] * 3
    found = rows(*people)
    assert found[0].id == FIRST.bears_on
    assert found[0].gap == 0
    assert found[1].id == SECOND.bears_on
    assert "3 of 3 don't know." in found[1].reasons
    assert found[1].views[0].unknown


def test_nothing_is_made_of_two_sides_together() -> None:
    few, many = [person("resident", 0)] * 2, [person("organisation", 3)] * 4
    assert rows(*few, *many) == rows(*many)
    alone = first_row(*few, *many)
    assert [view.side for view in alone.views] == ["organisation"]
    assert alone.gap is None


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.integers(0, 3), min_size=5))
def test_the_spread_holds_the_middle_and_leaves_single_people_out(points: list[int]) -> None:
    low, high = spread(points)
    ordered = sorted(points)
    assert low <= middle(points) <= high
    assert low >= ordered[1]
    assert high <= ordered[-2]


# Sequences. A person is a letter; a code is the person's letter with the answers. What the room sees of a side is a
# function of the answers on each screen, so it is enough to look at the screens.

PEOPLE = "ABCDEFGHIJK"
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["come", "come", "come", "correct", "leave", "reveal"]),
        st.sampled_from(PEOPLE),
        st.sampled_from(VALUES),
    ),
    max_size=60,
)
type Events = list[tuple[str, str, Answer | None]]


def code(name: str, value: Answer | None) -> str:
    return f"{name}{VALUES.index(value)}"


def screens(events: Events) -> list[Codes]:
    """All that a room sees of one side while codes come, are corrected and taken out."""
    now: dict[str, str] = {}
    shown: list[Codes] = []
    for what, name, value in events:
        if what == "come" or (what == "correct" and name in now):
            now[name] = code(name, value)
        elif what == "leave":
            now.pop(name, None)
        elif what == "reveal":
            marks = {each: each[0] for each in [*now.values(), *(each for screen in shown for each in screen)]}
            wanted = next_screen(shown, frozenset(now.values()), marks)
            if wanted and (not shown or wanted != shown[-1]):
                shown.append(wanted)
    return shown


def seen(screen: Codes) -> Comparison:
    """What stands on a screen."""
    return first_row(*(person("resident", VALUES[int(each[1:])]) for each in sorted(screen)))


def swapped(screen: Codes, one: str, other: str) -> Codes:
    """The screen, had these two codes' people said each other's answers."""
    turned = {one: one[0] + other[1:], other: other[0] + one[1:]}
    return frozenset(turned.get(each, each) for each in screen)


@settings(max_examples=400, deadline=None)  # the machine may be busy
@given(EVENTS)
def test_everyone_could_have_said_what_two_others_said(events: Events) -> None:
    """For each code that was ever shown there are two more, so that no screen would differ had they been swapped."""
    shown = screens(events)
    for each in frozenset[str]().union(*shown):
        alike = [
            other
            for other in frozenset[str]().union(*shown)
            if all(seen(screen) == seen(swapped(screen, each, other)) for screen in shown)
        ]
        together = [other for other in alike if all((each in screen) == (other in screen) for screen in shown)]
        assert len(together) >= FEWEST


@settings(max_examples=400, deadline=None)  # the machine may be busy
@given(EVENTS)
def test_sums_of_screens_never_leave_one_or_two_people(events: Events) -> None:
    """Counts add up. So add and take away screens in every way: what is left is never one person or two."""
    shown = screens(events)[-4:]
    everyone = sorted(frozenset[str]().union(*shown))
    for factors in _factors(len(shown)):
        left = [
            sum(factor for factor, screen in zip(factors, shown, strict=True) if each in screen) for each in everyone
        ]
        people = [each for each in left if each]
        assert not people or len(people) >= FEWEST


def _factors(count: int) -> Sequence[Sequence[int]]:
    found: list[list[int]] = [[]]
    for _ in range(count):
        found = [[*before, factor] for before in found for factor in (-2, -1, 0, 1, 2)]
    return found


@settings(deadline=None)  # the machine may be busy
@given(EVENTS)
def test_a_mark_stands_once_on_a_screen(events: Events) -> None:
    for screen in screens(events):
        assert len({each[0] for each in screen}) == len(screen) >= FEWEST


def test_one_more_is_not_shown_until_three_more_are_in() -> None:
    come: Events = [("come", name, 1) for name in "ABC"]
    reveal = [("reveal", "A", None)]
    one: Events = [*come, *reveal, ("come", "D", 3), *reveal]
    assert len(screens(one)) == 1
    three: Events = [*one, ("come", "E", 3), *reveal, ("come", "F", 0), *reveal]
    assert [len(screen) for screen in screens(three)] == [3, 6]


def test_screens_that_differ_by_three_can_still_give_one_away() -> None:
    """Each pair of these differs by three or more. Yet the first two less the third is twice what A said."""
    first, second, third = frozenset("ABC"), frozenset("ADE"), frozenset("BCDE")
    assert not may_follow([first], second)
    assert not may_follow([first, second], third)


def test_whoever_is_taken_out_before_the_reveal_is_gone() -> None:
    events: Events = [("come", name, 1) for name in "ABCD"] + [("leave", "A", None), ("reveal", "A", None)]
    assert screens(events) == [frozenset(code(name, 1) for name in "BCD")]


def test_many_codes_are_fast() -> None:
    random = Random(1)
    people = [person(random.choice(("resident", "organisation")), random.choice(VALUES)) for _ in range(1_000)]
    assert len(rows(*people)) == 10
