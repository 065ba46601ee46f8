"""What a map tells, as text to take away and for the printed sheet: what to ask, what moved, where the sides differ."""

from dataclasses import dataclass
from typing import Literal

from framework.core.guide import Guide
from framework.core.words import say
from framework.tools.power_map.describe import describe
from framework.tools.power_map.findings import worth_asking
from framework.tools.power_map.map import Phase, PowerMap
from framework.tools.power_map.moves import moved
from framework.tools.power_map.views import differences

type Kind = Literal["asks", "moved", "differences", "in-words"]


@dataclass(frozen=True)
class Part:
    """A finding with its reasons, or some sentences that belong together."""

    title: str
    reasons: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True)
class Section:
    """All of one kind that a map tells."""

    kind: Kind
    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return say(f"power-map.{self.kind}")


def report(guide: Guide, found: PowerMap, phase: Phase, before: Phase | None, tool: str) -> tuple[Section, ...]:
    """Everything that is told of a phase. What there is nothing of is left out."""
    asks = [(ask, each.reasons) for each in worth_asking(found, phase) for ask in guide.ask(tool, each.ask)]
    moves = tuple(each.sentence for each in moved(found, before, phase)) if before else ()
    apart = tuple(each.sentence for each in differences(found, phase))
    words = tuple(describe(found, phase).split("\n"))
    sections = (
        Section("asks", tuple(Part(ask.title, reasons, ask.text) for ask, reasons in asks)),
        Section("moved", (Part("", moves),) if moves else ()),
        Section("differences", (Part("", apart),) if apart else ()),
        Section("in-words", (Part("", words),)),
    )
    return tuple(each for each in sections if each.parts)


def findings_only(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """All but the map in words, for beside a picture of it."""
    return tuple(each for each in sections if each.kind != "in-words")


def as_text(title: str, sections: tuple[Section, ...]) -> str:
    """A report as plain text, with a line between one part and the next."""
    blocks = [title]
    for section in sections:
        blocks.append(section.title.upper())
        blocks += ["\n".join(filter(None, (part.title, *part.reasons, part.text))) for part in section.parts]
    return "\n\n".join(blocks) + "\n"
