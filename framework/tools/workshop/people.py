"""Who is in a workshop: of each phone its latest code, how often it changed, and what the screen still shows of it.

What a room was shown is kept as tokens, a phone's mark with the number of its change, and never as answers. So what is
taken out is gone, and it can still be told who stood on which screen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from framework.core.answers import SIDES, BadInput, Side
from framework.core.kept import KeptShape, misfit
from framework.core.words import say
from framework.tools.answer_code.code import AnswerCode, Reader

type Token = str
"""One person's answers as they were at a time: 'K7P2M.0'. The number goes up with each change."""
CODES: KeptShape = {"*": {"code": str, "change": int, "shown?": {"code": str, "change": int}}}
"""People as plain data, by their marks; `code` is empty where the answers were taken out."""
SCREENS: KeptShape = {f"{side}?": [[str]] for side in SIDES}
"""The screens that each side was shown as, each a list of tokens."""
type How = Literal["new", "corrected", "same", "older"]
"""What a code that came is, beside what was there."""


@dataclass(frozen=True)
class Person:
    """What is kept of one phone."""

    mark: str
    change: int
    """How often its answers changed."""
    latest: AnswerCode | None
    """None where they were taken out."""
    shown: tuple[int, AnswerCode] | None = None
    """An earlier change that a screen still shows, with its number."""

    @property
    def token(self) -> Token:
        """Of the latest answers."""
        return f"{self.mark}.{self.change}"

    def answers(self, token: Token) -> AnswerCode | None:
        """What the person answered at a token; None where that is not kept any more."""
        if token == self.token:
            return self.latest
        return self.shown[1] if self.shown and token == f"{self.mark}.{self.shown[0]}" else None


type People = Mapping[str, Person]
"""Everyone by the mark of their phone, in the order in which they came."""


def mark_of(token: Token) -> str:
    """Whose answers a token stands for.

    >>> mark_of("K7P2M.0")
    'K7P2M'
    """
    return token.partition(".")[0]


def read_people(plain: Any, reader: Reader) -> People:
    """People from plain data that may be anything. Raises `BadInput` where it can't be used."""
    if misfit(CODES, plain):
        raise BadInput(say("workshop.no-codes"), say("workshop.begin-anew"))
    return {mark: _read(mark, each, reader) for mark, each in plain.items()}


def _read(mark: str, plain: dict[str, Any], reader: Reader) -> Person:
    latest = _code(mark, plain["code"], reader) if plain["code"] else None
    shown = plain.get("shown")
    return Person(
        mark, plain["change"], latest, (shown["change"], _code(mark, shown["code"], reader)) if shown else None
    )


def _code(mark: str, text: str, reader: Reader) -> AnswerCode:
    found = reader.read(text)
    if found.mark != mark:
        raise BadInput(say("workshop.no-codes"), say("workshop.begin-anew"))
    return found


def plain_people(people: People) -> dict[str, Any]:
    """People as plain data, that `read_people` reads back."""
    return {
        mark: {
            "code": each.latest.code if each.latest else "",
            "change": each.change,
            **({"shown": {"change": each.shown[0], "code": each.shown[1].code}} if each.shown else {}),
        }
        for mark, each in people.items()
    }


def taken_in(people: People, came: AnswerCode, on_screen: frozenset[Token]) -> tuple[People, How]:
    """People with a code that came, and what it is. One that is older than what is in changes nothing."""
    there = people.get(came.mark)
    if there is None:
        return {**people, came.mark: Person(came.mark, 0, came)}, "new"
    if there.latest is None:
        return {**people, came.mark: replace(there, change=there.change + 1, latest=came)}, "new"
    if came.code == there.latest.code:
        return people, "same"
    if came.order < there.latest.order:
        return people, "older"
    shown = (there.change, there.latest) if there.token in on_screen else there.shown
    return {**people, came.mark: Person(came.mark, there.change + 1, came, shown)}, "corrected"


def in_order(screen: frozenset[Token], people: People) -> list[str]:
    """A screen as later rooms are to know it: for each phone, how often it had changed its code. That of one whose
    answers were taken out is not known any more.

    Within a room, a token counts what came in; from one room to the next only the code itself tells whether it is the
    same.
    """
    return sorted(f"{mark_of(token)}.{_order(people.get(mark_of(token)), token)}" for token in screen)


def _order(person: Person | None, token: Token) -> str:
    code = person.answers(token) if person else None
    return str(code.order) if code else "gone"


def seen_before(screens: Sequence[Sequence[str]], people: People) -> list[frozenset[Token]]:
    """Screens of earlier rooms, as `in_order` gives them, in the tokens of this one: those with anyone who is here with
    the same code. Whose code has changed since counts as someone else.
    """
    here = {}
    for each in people.values():
        for change, code in (each.shown, (each.change, each.latest)) if each.shown else ((each.change, each.latest),):
            if code:
                here[f"{each.mark}.{code.order}"] = f"{each.mark}.{change}"
    return [
        frozenset(here.get(entry, f"{entry}.before") for entry in screen)
        for screen in screens
        if any(entry in here for entry in screen)
    ]


def settled(people: People, on_screen: frozenset[Token]) -> People:
    """People without earlier answers that no screen shows any more."""
    return {
        mark: each if each.shown and f"{mark}.{each.shown[0]}" in on_screen else replace(each, shown=None)
        for mark, each in people.items()
    }


def present(people: People, side: Side, elsewhere: frozenset[Token]) -> frozenset[Token]:
    """The tokens of a side's people, as they are now. Who changed sides counts where the screen still shows them."""
    waiting = {mark_of(token) for token in elsewhere}
    return frozenset(
        each.token
        for mark, each in people.items()
        if each.latest and each.latest.given.side == side and mark not in waiting
    )
