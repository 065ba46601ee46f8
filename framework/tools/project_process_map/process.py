"""What a project process map holds: stages, and what stands in them, each in the lane of the side whose it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from framework.core.days import Span, span_in
from framework.core.words import say

type Lane = Literal["resident", "both", "organisation", "other"]
type Kind = Literal["decision", "step", "limit"]

LANES: tuple[Lane, ...] = get_args(Lane.__value__)
ASKED: tuple[Lane, ...] = ("resident", "both")
"""The lanes in which residents take part."""


def lane_name(lane: Lane | None) -> str:
    """Whose a step is, as people write it in the form; what is said where nobody wrote it down.

    >>> lane_name("both")
    'Together'
    """
    return say(f"project-process-map.whose-{lane}") if lane else say("project-process-map.side-not-said")


@dataclass(frozen=True)
class Stage:
    """A stage of the project."""

    id: str
    name: str
    dates: str = ""
    number: str = ""
    """What stands for it on the picture."""
    written: str = ""
    """What people write in a table for it."""


@dataclass(frozen=True)
class Mark:
    """What stands on the map: a decision, a step, or a limit in the stage in which the group first hears of it."""

    id: str
    kind: Kind
    name: str
    stage: str | None = None
    """The id of its stage. None: nobody wrote it down."""
    lane: Lane | None = None
    who: str = ""
    """Who takes a decision."""
    day: str = ""
    """When it is decided, or happens, as it was written."""
    papers: str = ""
    """When residents get the papers for a decision."""
    last_day: str = ""
    """The last day on which a decision can still be changed."""
    outside: bool = False
    """Whether a decision is taken outside the group."""
    explained: bool = False
    """Whether it is written down who explains that."""
    moved: str = ""
    """How a limit has moved."""
    rows: dict[str, str] = field(default_factory=dict)
    """In which row of each of the form's tables it stands, by the table's id."""
    named: tuple[str, ...] = ()
    """Cells of other tables that name it."""

    @cached_property
    def span(self) -> Span | None:
        """The days on which it may be decided, or happen."""
        return span_in(self.day)

    @property
    def asks(self) -> bool:
        """Whether residents take part in it."""
        return self.kind != "limit" and self.lane in ASKED

    @property
    def without_residents(self) -> bool:
        """Whether it is known that others decide or do it."""
        return self.kind != "limit" and self.lane in ("organisation", "other")

    @cached_property
    def papers_before(self) -> int | None:
        """How many days before the decision residents get the papers; below 0 where it is after. None: not known."""
        papers, decided = span_in(self.papers), self.span
        if not papers or not decided or not papers.day or not decided.day:
            return None
        return (decided.day - papers.day).days


@dataclass(frozen=True)
class Process:
    """A project: its stages in order, and all that stands in them."""

    title: str
    stages: tuple[Stage, ...]
    marks: tuple[Mark, ...]
    now: str | None = None
    """The id of the stage in which the project is."""
    unread: tuple[str, ...] = ()
    """What stands in the form and could not be put where it belongs: a sentence each."""

    @cached_property
    def place(self) -> dict[str, int]:
        """Each stage's place in their order, by id."""
        return {stage.id: nth for nth, stage in enumerate(self.stages)}

    def of_kind(self, kind: Kind) -> tuple[Mark, ...]:
        """The marks of one kind."""
        return tuple(each for each in self.marks if each.kind == kind)

    def inside(self, stage: str | None, lane: Lane | Literal["any"] | None = "any") -> tuple[Mark, ...]:
        """The marks of a stage, in one lane or in all, what comes first before."""
        found = [each for each in self.marks if each.stage == stage and lane in ("any", each.lane)]
        return tuple(in_time(found))

    @cached_property
    def decisions(self) -> tuple[Mark, ...]:
        """The decisions, stage by stage; last those of which nobody knows the stage."""
        stages = (*(stage.id for stage in self.stages), None)
        return tuple(each for stage in stages for each in self.inside(stage) if each.kind == "decision")

    @cached_property
    def unasked(self) -> tuple[str, ...]:
        """The ids of stages in which others decide or act, and residents take part in nothing."""
        return tuple(
            stage.id
            for stage in self.stages
            if any(each.without_residents for each in self.inside(stage.id))
            and not any(each.asks for each in self.inside(stage.id))
        )


def in_time(marks: Iterable[Mark]) -> list[Mark]:
    """Marks with limits first, and then by their days, as far as these are known. Others keep their order behind."""
    kept = list(marks)
    order = {"limit": 0, "step": 1, "decision": 1}
    latest = max((each.span.last.toordinal() for each in kept if each.span), default=0)
    return sorted(kept, key=lambda each: (order[each.kind], each.span.first.toordinal() if each.span else latest + 1))
