"""Marks that stand at one and the same place: they are drawn as one, with how many they are, and never beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from framework.core.answers import SIDES, Side
from framework.core.words import comma_listed, say
from framework.tools.power_map.map import Phase, PowerMap, Stakeholder

LONGEST = 44
"""Letters. Two names that are longer together are not both said at their mark."""


@dataclass(frozen=True)
class Stack:
    """Those who stand at one place. As a rule it is one."""

    people: tuple[Stakeholder, ...]
    """Residents first, then in the order of the map."""
    number: int
    """By which the first of them is found in the table, and in a key."""

    @property
    def id(self) -> str:
        """The id of the first, by which the whole stack is known."""
        return self.people[0].id

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that stand here, each once."""
        return tuple(side for side in SIDES if any(each.side == side for each in self.people))

    @property
    def says_all(self) -> bool:
        """Whether its name names everyone."""
        return len(self.people) == 1 or (len(self.people) == 2 and len(self._both) <= LONGEST)

    @property
    def _both(self) -> str:
        return comma_listed(each.name for each in self.people)

    @property
    def name(self) -> str:
        """What stands beside the mark."""
        if self.says_all:
            return self._both
        return say("power-map.stack", name=self.people[0].name, count=len(self.people) - 1)


def stacks(found: PowerMap, phase: Phase) -> tuple[Stack, ...]:
    """All that is on the map in a phase, by place."""
    at: dict[tuple[float, float], list[Stakeholder]] = {}
    here = found.on(phase)
    numbers = {each.id: number for number, each in enumerate(here, start=1)}
    for each in here:
        place = phase.places[each.id]
        at.setdefault((place.power, place.affected), []).append(each)
    return tuple(Stack(people, numbers[people[0].id]) for people in map(_in_order, at.values()))


def _in_order(people: list[Stakeholder]) -> tuple[Stakeholder, ...]:
    return tuple(sorted(people, key=lambda each: SIDES.index(each.side)))


def numbered(all_: tuple[Stack, ...]) -> Iterator[tuple[int, Stakeholder]]:
    """Those of some stacks for a key, each with the number of its stack."""
    for stack in sorted(all_, key=lambda each: each.number):
        for who in stack.people:
            yield stack.number, who
