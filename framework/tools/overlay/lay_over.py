"""What several sides drew of one thing, laid over each other: what all have, what not all have, what they say differs.

A tool's room says what stands on its picture, for each side (`Told`): marks by their names, and links between them. The
sides always stand in one order, so that who is asked first changes nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from framework.core.answers import SIDES, Side, side_name
from framework.core.words import listed, say


@dataclass(frozen=True)
class Fact:
    """Something that is said of a mark or of a link."""

    id: str
    what: str
    """What it is about, as the form asks it."""
    value: str = ""
    """What the side says of it; empty where it says nothing."""
    plain: bool = False
    """Whether it can be understood without what it is about: on the picture it then stands alone, and always."""


@dataclass(frozen=True)
class Mark:
    """What stands on a side's picture."""

    id: str
    name: str
    facts: tuple[Fact, ...] = ()
    kind: str = ""
    """Marks of two kinds are never the same one."""
    row: str = ""
    """Its row, where the form itself has it: by that it is the same one under another name too."""


@dataclass(frozen=True)
class Link:
    """What runs from one mark to another, by their ids."""

    start: str
    end: str
    what: str
    """What kind of link it is, in words."""
    facts: tuple[Fact, ...] = ()
    higher: Literal["start", "end", "neither"] = "neither"
    """Which of its ends stands above the other."""


@dataclass(frozen=True)
class Told:
    """What one side drew."""

    title: str
    marks: tuple[Mark, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Difference:
    """One thing that is not the same for all sides."""

    about: tuple[str, ...]
    """The ids of the marks on the common picture that it is about."""
    sentence: str


@dataclass(frozen=True)
class Over:
    """A mark, or a link, as all sides have it."""

    id: str
    ends: tuple[str, str]
    """Of a link: the ids of its marks on the common picture. Of a mark, its own id, twice."""
    by: dict[Side, Mark | Link]
    sides: tuple[Side, ...]
    """All sides that drew something, whether they have it or not."""

    @property
    def first(self) -> Mark | Link:
        """As the first side that has it says it."""
        return next(iter(self.by.values()))

    @property
    def missing(self) -> tuple[Side, ...]:
        """The sides that do not have it."""
        return tuple(side for side in self.sides if side not in self.by)

    @cached_property
    def kinds(self) -> dict[Side, str]:
        """Of a link, what each side says that it is."""
        return {side: each.what for side, each in self.by.items() if isinstance(each, Link)}

    @property
    def another_kind(self) -> bool:
        """Whether the sides say that a link is of another kind. All else that they say of it follows from that."""
        return len({*map(as_read, self.kinds.values())}) > 1

    @cached_property
    def called(self) -> dict[Side, str]:
        """Of a mark, what each side calls it."""
        return {side: each.name for side, each in self.by.items() if isinstance(each, Mark)}

    @property
    def another_name(self) -> bool:
        """Whether a mark has not the same name for all."""
        return len({*map(as_read, self.called.values())}) > 1

    @cached_property
    def silent(self) -> tuple[Side, ...]:
        """The sides that have a mark and say nothing of it, where others say several things."""
        said = {side: sum(bool(fact.value.strip()) for fact in each.facts) for side, each in self.by.items()}
        several = bool(self.called) and max(said.values()) > 1
        return tuple(side for side, count in said.items() if several and not count)

    @cached_property
    def differing(self) -> list[dict[Side, Fact]]:
        """The facts of which the sides that have it do not say the same."""
        if self.another_kind:
            return []
        facts: dict[str, dict[Side, Fact]] = {}
        for side, each in self.by.items():
            for fact in each.facts:
                facts.setdefault(fact.id, {})[side] = fact
        speaking = [side for side in self.by if side not in self.silent]
        whole = [{side: some.get(side, _unsaid(some)) for side in speaking} for some in facts.values()]
        return [some for some in whole if len({as_read(fact.value) for fact in some.values()}) > 1]

    @property
    def same(self) -> bool:
        """Whether all sides have it, and say the same of it."""
        return not self.missing and not self.otherwise

    @property
    def otherwise(self) -> bool:
        """Whether the sides that have it do not say the same of it."""
        return bool(self.differing or self.silent or self.another_kind or self.another_name)


@dataclass(frozen=True)
class LaidOver:
    """What all sides drew, as one."""

    titles: dict[Side, str]
    marks: tuple[Over, ...]
    links: tuple[Over, ...]

    @cached_property
    def names(self) -> dict[str, str]:
        """What marks are called, by their ids on the common picture."""
        return {each.id: each.first.name for each in self.marks if isinstance(each.first, Mark)}

    @cached_property
    def differences(self) -> list[Difference]:
        """All that is not the same, each once: first what not all have, then what they say otherwise."""
        overs = [*self.marks, *self.links]
        return [*self._titles(), *(each for over in overs for each in (*self._not_all(over), *self._otherwise(over)))]

    def _titles(self) -> Iterator[Difference]:
        if len({*map(as_read, self.titles.values())}) > 1:
            yield Difference((), say("overlay.title", said=_said(self.titles)))

    def _not_all(self, over: Over) -> Iterator[Difference]:
        if over.missing:
            places = {"with_it": listed([*map(side_name, over.by)]), "without": listed([*map(side_name, over.missing)])}
            yield Difference(over.ends, say("overlay.not-all", name=self.name_of(over), **places))

    def _otherwise(self, over: Over) -> Iterator[Difference]:
        if over.another_kind:
            yield Difference(over.ends, say("overlay.another-kind", name=self.name_of(over), said=_said(over.kinds)))
        if over.another_name:
            yield Difference(over.ends, say("overlay.another-name", name=self.name_of(over), said=_said(over.called)))
        for side in over.silent:
            yield Difference(over.ends, say("overlay.silent", name=self.name_of(over), side=side_name(side)))
        for some in over.differing:
            said = _said({side: fact.value for side, fact in some.items()})
            what = next(iter(some.values())).what
            yield Difference(over.ends, say("overlay.otherwise", name=self.name_of(over), what=what, said=said))

    def name_of(self, over: Over) -> str:
        """What a mark or a link is called in a sentence."""
        if isinstance(over.first, Mark):
            return over.first.name
        start, end = (self.names[each] for each in over.ends)
        if over.another_kind or not over.first.what:
            return say("overlay.link", start=start, end=end)
        return say("overlay.link-of-kind", start=start, end=end, what=over.first.what)


def lay_over(told: Mapping[Side, Told]) -> LaidOver:
    """What some sides drew, as one. Marks are the same by their kind and their name, as people read it."""
    sides = tuple(side for side in SIDES if side in told)
    groups: list[dict[Side, Mark]] = []
    keys: dict[tuple[Side, str], str] = {}
    for side in sides:
        left = list(told[side].marks)
        for alike in (_same_name, _same_row):
            left = [mark for mark in left if not _put(groups, side, mark, alike)]
        groups += [{side: mark} for mark in left]
    for number, group in enumerate(groups, 1):
        keys |= {(side, mark.id): f"mark-{number}" for side, mark in group.items()}
    marks = [Over(f"mark-{number}", (f"mark-{number}",) * 2, {**by}, sides) for number, by in enumerate(groups, 1)]
    return LaidOver(
        {side: told[side].title for side in sides},
        tuple(marks),
        tuple(_links(told, sides, keys)),
    )


def _put(groups: list[dict[Side, Mark]], side: Side, mark: Mark, alike: Callable[[Mark, Mark], bool]) -> bool:
    """Set a mark to the first of other sides that it is the same as. Says whether there was one."""
    for group in groups:
        fits = any(mark.kind == each.kind and alike(mark, each) for each in group.values())
        if fits and side not in group:
            group[side] = mark
            return True
    return False


def _same_name(one: Mark, other: Mark) -> bool:
    return as_read(one.name) == as_read(other.name)


def _same_row(one: Mark, other: Mark) -> bool:
    return bool(one.row) and one.row == other.row


def _links(told: Mapping[Side, Told], sides: Sequence[Side], keys: Mapping[tuple[Side, str], str]) -> Iterator[Over]:
    """The links between the same two marks, those of one kind set together first, then what is left."""
    found: dict[tuple[str, str], list[dict[Side, Mark | Link]]] = {}
    for side in sides:
        for link in told[side].links:
            ends = keys[side, link.start], keys[side, link.end]
            groups = found.setdefault(ends, [])
            fitting = (each for each in groups if side not in each and _kind(each) == as_read(link.what))
            group = next(fitting, None)
            if group is None:
                groups.append({side: link})
            else:
                group[side] = link
    for ends, groups in found.items():
        for number, by in enumerate(_joined(groups)):
            in_order = {side: by[side] for side in sides if side in by}
            yield Over(f"{ends[0]}>{ends[1]}:{number}", ends, in_order, tuple(sides))


def _kind(by: Mapping[Side, Mark | Link]) -> str:
    first = next(iter(by.values()))
    return as_read(first.what) if isinstance(first, Link) else ""


def _joined(groups: list[dict[Side, Mark | Link]]) -> list[dict[Side, Mark | Link]]:
    """Links between two marks that are of another kind for each side are one link, of which they say otherwise."""
    joined: list[dict[Side, Mark | Link]] = []
    for group in sorted(groups, key=lambda each: -len(each)):
        other = next((each for each in joined if not each.keys() & group.keys()), None)
        if other is None:
            joined.append(dict(group))
        else:
            other |= group
    return joined


def _unsaid(some: Mapping[Side, Fact]) -> Fact:
    return replace(next(iter(some.values())), value="")


def _said(values: Mapping[Side, str]) -> str:
    return " ".join(
        say("overlay.said", side=side_name(side), value=value)
        if value.strip()
        else say("overlay.unsaid", side=side_name(side))
        for side, value in values.items()
    )


def as_read(words: str) -> str:
    """Words as people read them: without what makes no difference.

    >>> as_read("  The   Cabinet ")
    'the cabinet'
    """
    return " ".join(words.split()).casefold()
