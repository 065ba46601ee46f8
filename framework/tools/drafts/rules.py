"""Two or three drafts laid side by side: what is the same, what differs, and what only one side wrote.

First comes what settles who holds power (design: who decides, who can overrule, money, information, before the name of
the room), and of that first what differs most.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from framework.export.form import Answers, FormField
from framework.tools.drafts.differing import Piece, difference, differing
from framework.tools.drafts.places import Place, places

type Standing = Literal["differs", "not-all", "same", "empty"]
type Settles = Literal["decisions", "overruling", "money", "information", "people", "else"]

STATES: tuple[Standing, ...] = get_args(Standing.__value__)
APART: tuple[Standing, ...] = ("differs", "not-all")
"""Not the same in all drafts."""
SETTLES: tuple[Settles, ...] = get_args(Settles.__value__)
"""What a place may settle, that which moves most power first."""


@dataclass(frozen=True)
class Beside:
    """One place as each side wrote it."""

    place: Place
    standing: Standing
    difference: float
    """From 0 to 1."""
    wordings: dict[str, dict[str, list[Piece]]]
    """Of each side that wrote something: by cell, its words in pieces."""

    @property
    def settles(self) -> Settles:
        """What the place settles."""
        return next((each for each in SETTLES if each == self.place.asked.settles), "else")


def side_by_side(form: tuple[FormField, ...], drafts: Mapping[str, Answers]) -> list[Beside]:
    """Every place of a form, in its order."""
    return [_beside(place, drafts) for place in places(form, drafts)]


def to_talk_about(found: list[Beside]) -> list[Beside]:
    """The places that are not the same in all drafts, those first that matter most."""
    apart = [each for each in found if each.standing in APART]
    return sorted(apart, key=lambda each: (SETTLES.index(each.settles), -each.difference))


def written(place: Place, side: str, answers: Answers) -> dict[str, str]:
    """What a side wrote in a place, as people read it, by cell; empty where it wrote nothing."""
    names = place.names.get(side, {})
    found = {cell: _words(place.asked, answers.get(name, [])) for cell, name in names.items()}
    return found if any(found.values()) else {}


def _beside(place: Place, drafts: Mapping[str, Answers]) -> Beside:
    found = {side: words for side, answers in drafts.items() if (words := written(place, side, answers))}
    pieces: dict[str, dict[str, list[Piece]]] = {side: {} for side in found}
    for cell in place.cells:
        for side, marked in differing({side: words[cell] for side, words in found.items()}).items():
            pieces[side][cell] = marked
    apart = difference([" ".join(words.values()) for words in found.values()])
    if not found:
        return Beside(place, "empty", 0.0, {})
    if len(found) < len(drafts):
        return Beside(place, "not-all", 1.0, pieces)
    return Beside(place, "differs" if apart else "same", apart, pieces)


def _words(asked: FormField, texts: Sequence[str]) -> str:
    return "\n".join(asked.options.get(text, text) for text in texts).strip()
