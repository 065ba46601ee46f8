"""A theory of change as a picture: the same on the page, on paper, in Word and in a file.

How things are stands beside how people want them, at the top. What they do stands at the foot, and what follows from it
in between. What a card is, is told by its edge; each arrow about which something is said has a number, and below the
picture stands what is taken for granted there, and how sure each side is.
"""

from collections.abc import Mapping
from typing import Any

from framework.core.answers import SIDES, side_name
from framework.core.words import say
from framework.draw.bands import placed_in_bands
from framework.draw.cards import (
    PAINT,
    Card,
    CardArrow,
    Edge,
    Ground,
    Key,
    Size,
    cards_picture,
)
from framework.draw.notes import Note, drawn_notes
from framework.draw.paint import painted
from framework.tools.theory_of_change.describe import describe
from framework.tools.theory_of_change.findings import worth_asking
from framework.tools.theory_of_change.theory import GOAL, Kind, Link, Mark, Theory, sure_name

NARROW = Size("narrow", card=168, gap=14, text=16, most=2, close=True)
WIDE = Size("wide", card=204, gap=30, text=15, most=4)
SHEET = Size("sheet", card=320, gap=32, text=21, most=4)
"""For paper: as wide as an A4 sheet beside its height, so that words stay large."""
SIZES = {each.name: each for each in (NARROW, WIDE)}
EDGES: dict[Kind, Edge] = {"activity": "plain", "outcome": "round", "decision": "strong", "goal": "round"}
GROUNDS: dict[Kind, Ground] = {"activity": "ground", "outcome": "tint", "decision": "ground", "goal": "sun"}
BANDS: dict[Kind, int] = {"activity": 0, "outcome": 1, "decision": 1, "goal": 2}
DRAWN: tuple[Kind, ...] = ("activity", "outcome", "decision")
LOOSE = ("leads-nowhere", "nothing-leads-to", "not-moved")
"""What is asked about a card that no arrow joins to what it should: the card says so."""
NOW = "now"
"""The card of how things are. It is no mark: it is written in the form."""


def theory_picture(theory: Theory, id_: str, size: Size = WIDE) -> str:
    """Draw a theory as SVG text. `id_` is unique on its page."""
    return _picture(theory, id_, size, ())


def poster(theory: Theory, colours: Mapping[str, Any]) -> str:
    """A theory as a file of its own, with its title and its colours in it: `colours` as '#rrggbb', by name."""
    return painted(_picture(theory, "theory-poster", SHEET, (titled(),)), PAINT, colours)


def _picture(theory: Theory, id_: str, size: Size, heads: tuple[str, ...]) -> str:
    return cards_picture(
        id_,
        titled(),
        describe(theory),
        size,
        cards(theory),
        arrows(theory),
        keys(),
        heads,
        lambda wide, top: drawn_notes(notes(theory), size, wide, top),
        placed_in_bands,
    )


def titled() -> str:
    """What a theory is called."""
    return say("theory-of-change.title")


def cards(theory: Theory) -> list[Card]:
    """How things are, and each mark, as a card."""
    if theory.empty:
        return []
    now = Card(
        NOW,
        say("theory-of-change.as-things-are"),
        "broken",
        told=tuple(theory.needs.items()) or ((None, say("theory-of-change.nobody-said")),),
        span=2,
        is_mark=False,
        band=BANDS["goal"],
    )
    goal = Card(
        GOAL,
        say("theory-of-change.as-we-want-them"),
        EDGES["goal"],
        told=((None, theory.goal or say("theory-of-change.no-goal")),),
        ground=GROUNDS["goal"],
        span=2,
        band=BANDS["goal"],
    )
    loose = {id_: finding.ask for finding in worth_asking(theory) if finding.ask in LOOSE for id_ in finding.about}
    return [now, goal, *(_card(mark, loose.get(mark.id)) for mark in theory.marks if mark.kind != "goal")]


def _card(mark: Mark, loose: str | None) -> Card:
    words = (*_words(mark), *([say(f"theory-of-change.card-{loose}")] if loose else ()))
    return Card(mark.id, mark.name, EDGES[mark.kind], words, ground=GROUNDS[mark.kind], band=BANDS[mark.kind])


def _words(mark: Mark) -> tuple[str, ...]:
    facts = mark.facts
    if mark.kind == "decision":
        moves = [say(f"theory-of-change.card-{end}", role=facts[end]) for end in ("from", "to") if end in facts]
        return (*moves, *([facts["when"]] if "when" in facts else ()))
    shown = ("who",) if mark.kind == "activity" else ("for-whom", "by-when")
    return tuple(facts[column] for column in shown if column in facts)


def arrows(theory: Theory) -> list[CardArrow]:
    """Each link as an arrow, with the number of its note and the sides that doubt it."""
    if theory.empty:
        return []
    found = [
        CardArrow(
            link.id,
            link.start,
            link.end,
            "broken" if link.doubting else "plain",
            number=theory.numbers.get(link.id),
            sides=link.doubting,
        )
        for link in theory.links
    ]
    return [*found, CardArrow(NOW, NOW, GOAL, "thick")]


def notes(theory: Theory) -> list[Note]:
    """What is taken for granted on each arrow, and how sure each side is."""
    return [
        Note(theory.numbers[link.id], link.because or say("theory-of-change.nothing-written"), _sure(link))
        for link in theory.links
        if link.id in theory.numbers
    ]


def _sure(link: Link) -> tuple[tuple[Any, str], ...]:
    return tuple((side, sure_name(link.sure[side])) for side in SIDES if side in link.sure)


def keys() -> list[Key]:
    """What edges, lines and marks mean."""
    return [
        *(Key(say(f"theory-of-change.key-{kind}"), edge=EDGES[kind]) for kind in DRAWN),
        Key(say("theory-of-change.key-leads-to"), line="plain"),
        Key(say("theory-of-change.key-doubted"), line="broken"),
        *(Key(side_name(side), side=side) for side in SIDES),
    ]
