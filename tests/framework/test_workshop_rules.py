"""What a room may see: the rules by hand, and sequences of codes that try to give a person away."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations_with_replacement, product
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framework.content.check import checked
from framework.core.answers import Answer, Given, Side, statements_of
from framework.tools.workshop.people import Token, mark_of
from framework.tools.workshop.rules import (
    FEWEST,
    Comparison,
    Screen,
    compare,
    may_follow,
    middle,
    next_screen,
    spread,
)

HEALTH = next(each for each in checked().assessments if each.id == "health")
FIRST, SECOND, *_ = statements_of(HEALTH, "short")
VALUES: list[Answer | None] = [0, 1, 2, 3, "dont-know", "does-not-apply", None]


def person(side: Side, first: Answer | None, second: Answer | None = None) -> Given:
    said = {FIRST.id: first, SECOND.id: second}
    return Given(HEALTH, "short", side, {id_: value for id_, value in said.items() if value is not None})


def rows(*people: Given, again: Sequence[Side] = ()) -> tuple[Comparison, ...]:
    sides: dict[Side, list[Given]] = {"resident": [], "organisation": [], "other": []}
    for each in people:
        if each.side:
            sides[each.side].append(each)
    return compare(HEALTH, "short", sides, again)


def first_row(*people: Given, again: Sequence[Side] = ()) -> Comparison:
    return next(row for row in rows(*people, again=again) if row.id == FIRST.bears_on)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([1, 2], None),
        ([0, 1, 3], (0, 1)),
        ([0, 0, 0], (0, 1)),
        ([2, 3, 3], (2, 3)),
        ([0, 1, 2, 3], (1, 2)),
        ([0, 0, 2, 2], (1, 2)),
        ([0, 0, 1, 3, 3], (1, 1)),
        ([0, 0, 0, 3, 3], (0, 0)),
    ],
)
def test_the_middle_by_hand(points: list[Answer], expected: tuple[float, float] | None) -> None:
    views = first_row(*(person("resident", each) for each in points)).views
    assert [view.between for view in views] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([0, 1, 3], None),
        ([0, 1, 1, 1, 2, 2, 3], None),
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
    assert (view.between, view.spread, view.dont_know, view.people) == (None, None, "some", 5)


def test_the_widest_gap_comes_first() -> None:
    people = [person("resident", 1, 0)] * 5 + [person("organisation", 2, 3)] * 5
    found = rows(*people)
    assert [(row.id, row.gap) for row in found[:2]] == [(SECOND.bears_on, 3), (FIRST.bears_on, 1)]
    assert found[0].reasons == (
        "Residents: the middle is 0 of 3.",
        "The organisation: the middle is 3 of 3.",
        "The gap is 3.",
    )


def test_what_one_side_does_not_know_comes_after_the_gaps_and_is_told() -> None:
    people = [person("resident", 1, "dont-know")] * 5 + [person("organisation", 1, 3)] * 5
    found = rows(*people)
    assert found[0].id == FIRST.bears_on
    assert found[0].gap == 0
    assert found[1].id == SECOND.bears_on
    assert "Half or more don't know." in found[1].reasons


def test_a_small_side_is_told_as_far_as_it_may_be_and_its_gap_at_the_least() -> None:
    people = [person("resident", 0, 0)] * 3 + [person("organisation", 3, 3)] * 5
    row = first_row(*people)
    assert (row.gap, row.at_least) == (2, True)
    assert row.reasons == (
        "Residents: the middle is 1 of 3 or less.",
        "The organisation: the middle is 3 of 3.",
        "The gap is 2 or more.",
    )


def test_one_side_alone_is_told_from_what_is_low() -> None:
    found = rows(*[person("resident", 3, 1)] * 5 + [person("resident", "dont-know", 1)])
    assert [row.id for row in found[:2]] == [SECOND.bears_on, FIRST.bears_on]


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


# Sequences. A person is a letter; what they answer is kept by token, as `people.py` makes them.

PEOPLE = "ABCDEFGHIJK"
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["come", "come", "come", "correct", "leave", "reveal", "anew"]),
        st.sampled_from(PEOPLE),
        st.sampled_from(VALUES),
    ),
    max_size=60,
)
type Events = list[tuple[str, str, Answer | None]]
type Said = dict[Token, Answer | None]


@dataclass(frozen=True)
class Played:
    """What came of some events: all screens in their order, whether each was shown as one shown again is, and what was
    answered.
    """

    shown: list[Screen]
    again: list[bool]
    said: Said


def played(events: Events) -> Played:
    """All that is seen of one side while codes come, are corrected and taken out, and workshops begin anew."""
    found = Played([], [], {})
    said = found.said
    earlier: list[Screen] = []
    now: dict[str, Token] = {}
    changes = dict.fromkeys(PEOPLE, -1)
    gone: set[Token] = set()
    shown: list[Screen] = []
    for what, name, value in events:
        if what == "come" or (what == "correct" and name in now):
            latest = f"{name}.{changes[name]}"
            if said.get(latest, "no code") != value or latest in gone:
                changes[name] += 1
            now[name] = f"{name}.{changes[name]}"
            said[now[name]] = value
        elif what == "leave":
            now.pop(name, None)
            gone |= {token for token in said if mark_of(token) == name}
        elif what == "reveal":
            whole = bool(shown) and not shown[-1] & gone
            here = {*now.values(), *(shown[-1] if shown else ())}
            known = [screen for screen in earlier if screen & here]
            wanted = next_screen(shown, frozenset(now.values()), whole=whole, earlier=known)
            if wanted and (not shown or wanted != shown[-1]):
                shown.append(wanted)
                found.shown.append(wanted)
                found.again.append(any(screen != wanted for screen in (*known, *shown)))
        elif what == "anew":
            earlier += shown
            shown = []
            now = {}
    return found


def screens(events: Events) -> list[Screen]:
    return played(events).shown


def seen(screen: Screen, said: Said, *, again: bool) -> Comparison:
    """What stands on a screen."""
    return _seen(tuple(sorted((said[each] for each in screen), key=str)), again=again)


ONE_STATEMENT = replace(HEALTH, statements=(FIRST,))


@cache
def _seen(answers: tuple[Answer | None, ...], *, again: bool) -> Comparison:
    people = {"resident": [person("resident", each) for each in answers]}
    (row,) = compare(ONE_STATEMENT, "short", people, ["resident"] if again else [])  # type: ignore[arg-type]  # a side
    return row


def swapped(said: Said, one: Token, other: Token) -> Said:
    """What was answered, had these two people said each other's answers."""
    return {**said, one: said[other], other: said[one]}


@settings(max_examples=400, deadline=None)  # the machine may be busy
@given(EVENTS)
def test_everyone_could_have_said_what_two_others_said(events: Events) -> None:
    """For each code that was ever shown there are two more, so that no screen would differ had they been swapped."""
    found = played(events)
    everyone = frozenset[str]().union(*found.shown)
    for each in everyone:
        alike = [
            other
            for other in everyone
            if _seen_in(found, found.said) == _seen_in(found, swapped(found.said, each, other))
        ]
        together = [other for other in alike if all((each in screen) == (other in screen) for screen in found.shown)]
        assert len(together) >= FEWEST


def _seen_in(found: Played, said: Said) -> list[Comparison]:
    """What stood on the screens, had this been answered."""
    return [seen(screen, said, again=again) for screen, again in zip(found.shown, found.again, strict=True)]


WATCHED = st.tuples(
    st.lists(st.sampled_from([0, 1, 2, 3, "dont-know", None]), min_size=3, max_size=5),
    st.lists(
        st.tuples(st.sampled_from(["come", "correct", "leave"]), st.sampled_from([0, 1, 2, 3, "dont-know", None])),
        min_size=3,
        max_size=3,
    ),
    st.booleans(),
)
"""A side's first screen, what happens before the next, and whether that is in a later room with the same codes."""


def _watched(first: list[Answer | None], then: list[tuple[str, Answer | None]], later: bool) -> Events:
    come: Events = [("come", name, value) for name, value in zip(PEOPLE, first, strict=False)]
    new, there = iter(PEOPLE[len(first) :]), iter(PEOPLE)
    more: Events = [(what, next(new) if what == "come" else next(there), value) for what, value in then]
    room: Events = [("anew", "A", None), *come] if later else []
    return [*come, ("reveal", "A", None), *room, *more, ("reveal", "A", None)]


@settings(max_examples=60, deadline=None)  # the machine may be busy
@given(WATCHED)
@example(([0, 2, 2], [("come", 0), ("come", 0), ("come", 2)], False))  # half-way between 0 and 2, told as '1 or less'
def test_nobody_who_knows_their_own_answer_works_out_another(watched: tuple[Any, Any, bool]) -> None:
    """The watcher thinks of everything that all could have said, so that the screens would look just as they did."""
    found = played(_watched(*watched))
    shown, said = found.shown, found.said
    worlds = [world for world in _worlds(shown) if _seen_in(found, _in_world(shown, world)) == _seen_in(found, said)]
    assert worlds or not shown
    groups = {key: sorted(map(str, (said[token] for token in tokens))) for key, tokens in _groups(shown).items()}
    for own in groups:
        for answer in set(groups[own]):
            possible = [
                {**world, own: _without(world[own], answer)} for world in worlds if answer in map(str, world[own])
            ]
            for other in groups:
                for value in set(groups[other]):
                    certain = all(set(map(str, world[other])) == {value} for world in possible)
                    assert not certain, f"whoever of {own} said {answer} knows that all others of {other} said {value}"


TOGETHER: list[Answer | None] = [0, 1, 2, 3, "dont-know", None]


@pytest.mark.parametrize(("first", "more"), [(3, 3), (3, 4), (4, 3), (5, 3), (5, 4), (6, 3)])
def test_no_answers_of_a_side_that_grows_give_another_away(first: int, more: int) -> None:
    """Every side of so many that is shown, and shown again with so many more: whoever of them knows what they said."""
    worlds = defaultdict(list)
    for early in combinations_with_replacement(TOGETHER, first):
        for late in combinations_with_replacement(TOGETHER, more):
            both = tuple(sorted((*early, *late), key=str))
            screens_ = _seen(tuple(sorted(early, key=str)), again=False), _seen(both, again=True)
            worlds[screens_].append((early, late))
    for alike in worlds.values():
        for own, other, answer in product((0, 1), (0, 1), TOGETHER):
            others = [
                set(_without(world[own], str(answer)) if own == other else world[other])
                for world in alike
                if answer in world[own]
            ]
            known = len(set().union(*others)) == 1
            assert not known, f"of {alike[0]} and all that look alike, whoever said {answer} knows the others"


type Group = tuple[bool, ...]
type World = dict[Group, tuple[Answer | None, ...]]


def _groups(shown: list[Screen]) -> dict[Group, list[Token]]:
    """People by the screens on which they stand: within such a group anyone could be anyone."""
    found: dict[Group, list[Token]] = {}
    for token in sorted(frozenset[str]().union(*shown)):
        found.setdefault(tuple(token in screen for screen in shown), []).append(token)
    return found


def _worlds(shown: list[Screen]) -> list[World]:
    """Everything that the people of each group could have said between them."""
    answers: list[Answer | None] = [0, 1, 2, 3, "dont-know", None]  # 'does not apply' shows no other screen than None
    groups = _groups(shown)
    each = [list(combinations_with_replacement(answers, len(tokens))) for tokens in groups.values()]
    return [dict(zip(groups, world, strict=True)) for world in product(*each)]


def _in_world(shown: list[Screen], world: World) -> Said:
    return {
        token: value
        for group, tokens in _groups(shown).items()
        for token, value in zip(tokens, world[group], strict=True)
    }


def _without(values: tuple[Answer | None, ...], answer: str) -> tuple[Answer | None, ...]:
    """The others of a group, for whoever said an answer."""
    place = [str(each) for each in values].index(answer)
    return (*values[:place], *values[place + 1 :])


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
        assert len({mark_of(each) for each in screen}) == len(screen) >= FEWEST


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
    assert screens(events) == [frozenset(f"{name}.0" for name in "BCD")]


def test_of_a_side_of_which_someone_was_taken_out_nothing_is_shown_with_one_more() -> None:
    come: Events = [("come", name, 1) for name in "ABC"]
    left: Events = [*come, ("reveal", "A", None), ("leave", "A", None), ("reveal", "A", None)]
    assert len(screens(left)) == 1
    more: Events = [*left, ("come", "D", 1), ("come", "E", 1), ("come", "F", 1), ("reveal", "A", None)]
    assert len(screens(more)) == 1  # whoever left would be told by the difference


def test_many_codes_are_fast() -> None:
    random = Random(1)
    people = [person(random.choice(("resident", "organisation")), random.choice(VALUES)) for _ in range(1_000)]
    assert len(rows(*people)) == 10


def test_of_those_who_were_shown_in_an_earlier_room_one_more_is_not_shown_in_the_next() -> None:
    come: Events = [("come", name, 1) for name in "ABC"]
    reveal: Events = [("reveal", "A", None)]
    again: Events = [*come, *reveal, ("anew", "A", None), *come, ("come", "D", 3), *reveal]
    assert [len(screen) for screen in screens(again)] == [3]
    more: Events = [*again, ("come", "E", 3), ("come", "F", 0), *reveal]
    assert played(more).again == [False, True]
    changed: Events = [*come, *reveal, ("anew", "A", None), *[("come", name, 2) for name in "ABC"], *reveal]
    assert played(changed).again == [False, False]  # who answered anew is not told by what was shown before
