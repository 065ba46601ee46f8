"""What a power map holds, and the words for it. Places are marks from 1 to 5, in tenths."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from framework.core.answers import Side
from framework.core.words import say

type Kind = Literal[
    "resident-group",
    "residents",
    "council",
    "association",
    "developer",
    "contractor",
    "elected-member",
    "officer",
    "adviser",
    "community",
    "funder",
    "other",
]
type Stance = Literal["for", "unsure", "against", "not-known"]
type LinkKind = Literal["reports-to", "funds", "represents", "influences", "trusts", "in-conflict"]
type Area = Literal["share", "shift", "bring", "watch"]

LEAST, MOST = 1.0, 5.0
STEPS = 10
"""From one whole mark to the next."""
MIDDLE = 3.0
"""Much power, or much affected, is this or more."""

KINDS: tuple[Kind, ...] = get_args(Kind.__value__)
STANCES: tuple[Stance, ...] = get_args(Stance.__value__)
LINKS: tuple[LinkKind, ...] = get_args(LinkKind.__value__)
FORMAL: tuple[LinkKind, ...] = ("reports-to", "funds", "represents")
"""Orders, money and mandates. The other links are informal: who listens to whom."""
AREAS: tuple[Area, ...] = ("bring", "share", "watch", "shift")
"""The four areas, as they are read: top left, top right, bottom left, bottom right."""


def kind_name(kind: Kind) -> str:
    """What a kind of stakeholder is called.

    >>> kind_name("association")
    'Housing association'
    """
    return say(f"power-map.kind-{kind}")


def stance_name(stance: Stance) -> str:
    """What a stance is called."""
    return say(f"power-map.stance-{stance}")


def link_name(link: LinkKind) -> str:
    """What stands beside a link, between the two names."""
    return say(f"power-map.link-{link}")


def area_name(area: Area) -> str:
    """What stands in an area."""
    return say(f"power-map.area-{area}")


@dataclass(frozen=True)
class Stakeholder:
    """Someone on the map: a role, a group or a body. The same in all phases."""

    id: str
    name: str
    kind: Kind
    side: Side
    notes: str = ""


@dataclass(frozen=True)
class Place:
    """Where a stakeholder stands in one phase."""

    power: float
    """Power of the role over the decision."""
    affected: float
    """How much the decision affects them."""
    person: float | None = None
    """Power of the person who fills the role. None: nobody said that it is another."""
    at_table: bool = False
    """Whether they are on the steering group."""
    stance: Stance = "not-known"

    @property
    def own_power(self) -> float:
        """Power of the person, or of the role where nobody told them apart."""
        return self.power if self.person is None else self.person

    @property
    def area(self) -> Area:
        """The area of the map.

        >>> Place(power=2, affected=5).area, Place(power=3, affected=3).area
        ('shift', 'share')
        """
        if self.affected >= MIDDLE:
            return "share" if self.power >= MIDDLE else "shift"
        return "bring" if self.power >= MIDDLE else "watch"


@dataclass(frozen=True)
class Waiting:
    """Someone who belongs to a phase and is not on the map yet, with what is known of their place."""

    power: float | None = None
    affected: float | None = None
    person: float | None = None
    at_table: bool = False
    stance: Stance = "not-known"


@dataclass(frozen=True)
class Spot:
    """Where one side puts a stakeholder, on a copy of its own."""

    power: float
    affected: float


@dataclass(frozen=True)
class Link:
    """What runs from one stakeholder to another."""

    id: str
    start: str
    end: str
    kind: LinkKind

    @property
    def formal(self) -> bool:
        """Whether it is an order, money or a mandate."""
        return self.kind in FORMAL


@dataclass(frozen=True)
class Phase:
    """The map in one phase of a project."""

    id: str
    name: str
    places: dict[str, Place] = field(default_factory=dict)
    """By the stakeholder's id. Who is not here is not on the map in this phase."""
    views: dict[Side, dict[str, Spot]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    waiting: dict[str, Waiting] = field(default_factory=dict)
    """By the stakeholder's id: those who are not placed yet. They stand beside the map, and nothing is made of them."""

    @property
    def drawn_links(self) -> tuple[Link, ...]:
        """The links whose ends are both on the map."""
        return tuple(each for each in self.links if each.start in self.places and each.end in self.places)


@dataclass(frozen=True)
class PowerMap:
    """A map, with all its phases."""

    title: str
    decision: str
    stakeholders: tuple[Stakeholder, ...]
    phases: tuple[Phase, ...]

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of stakeholders by id."""
        return {each.id: each.name for each in self.stakeholders}

    def on(self, phase: Phase) -> tuple[Stakeholder, ...]:
        """The stakeholders that are on the map in a phase."""
        return tuple(each for each in self.stakeholders if each.id in phase.places)

    def beside(self, phase: Phase) -> tuple[Stakeholder, ...]:
        """The stakeholders that wait beside the map in a phase."""
        return tuple(each for each in self.stakeholders if each.id in phase.waiting)


def number(value: float) -> str:
    """A mark as people write it.

    >>> number(4.0), number(2.5)
    ('4', '2.5')
    """
    return f"{value:.1f}".removesuffix(".0")
