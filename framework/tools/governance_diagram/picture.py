"""A governance diagram as a picture: the same on the page, on paper, in Word and in a file.

The last to decide stands at the top, and the group at the foot. What a body does is told by its edge and by a word;
what goes from one to another by the kind of line, by its head and by words.
"""

from collections.abc import Mapping
from typing import Any

from framework.core.answers import SIDES, side_name
from framework.core.words import say
from framework.draw.blank import blank_sheet
from framework.draw.cards import PAINT, Card, CardArrow, Edge, Key, Line, Size, cards_picture
from framework.draw.paint import painted
from framework.export.form import FormField
from framework.tools.governance_diagram.describe import describe, road
from framework.tools.governance_diagram.diagram import (
    DOES,
    KINDS,
    Body,
    Diagram,
    Does,
    Kind,
    Link,
    does_name,
    kind_name,
)
from framework.tools.governance_diagram.read import LEVELS

NARROW = Size("narrow", card=156, gap=14, text=16, most=2)
WIDE = Size("wide", card=200, gap=30, text=15, most=4)
SIZES = {each.name: each for each in (NARROW, WIDE)}
EDGES: dict[Does, Edge] = {"decides": "strong", "recommends": "plain", "hears": "broken"}
LINES: dict[Kind, Line] = {"sends-on": "plain", "can-overrule": "barred", "answers-back": "dotted"}


def governance_picture(found: Diagram, id_: str, size: Size = WIDE) -> str:
    """Draw a diagram as SVG text. `id_` is unique on its page."""
    return cards_picture(id_, titled(found), describe(found), size, cards(found), arrows(found), keys())


def poster(found: Diagram, colours: Mapping[str, Any]) -> str:
    """A diagram as a file of its own, with its title and its colours in it: `colours` as '#rrggbb', by name."""
    heads = [titled(found), road(found)]
    drawn = cards_picture(
        "governance-poster", heads[0], describe(found), WIDE, cards(found), arrows(found), keys(), heads
    )
    return painted(drawn, PAINT, colours)


def blank(form: Mapping[str, FormField], colours: Mapping[str, Any]) -> str:
    """An empty diagram for a wall: a place for each level that the form knows, and for some more."""
    levels = form[LEVELS]
    names = [levels.row_words(row, {}) for row in levels.row_keys({})]
    ticks = " ".join(say("blank-sheet.tick", words=does_name(does)) for does in DOES)
    drawn = blank_sheet(
        "governance-blank",
        say("governance-diagram.untitled"),
        [*names, *[""] * (-len(names) % 4)],
        [ticks, say("governance-diagram.blank-seats"), say("governance-diagram.blank-votes")],
        keys(),
    )
    return painted(drawn, PAINT, colours)


def titled(found: Diagram) -> str:
    """What a diagram is called."""
    return found.decision or say("governance-diagram.untitled")


def cards(found: Diagram) -> list[Card]:
    """Each body as a card, those on the road with their place on it."""
    stops = {body.id: number for number, body in enumerate(found.stops, start=1)}
    return [
        Card(
            body.id,
            body.name,
            EDGES[body.does] if body.does else "broken",
            (does_name(body.does) if body.does else say("governance-diagram.does-unknown"), *_vote(body)),
            tuple((side, str(body.seats[side])) for side in SIDES if side in body.seats),
            stops.get(body.id),
        )
        for body in found.bodies
    ]


def _vote(body: Body) -> tuple[str, ...]:
    """Whether residents have a vote there; nothing where nobody knows."""
    if body.votes:
        return (say("governance-diagram.card-votes", count=body.votes),)
    return (say("governance-diagram.card-no-vote"),) if body.no_resident_votes else ()


def arrows(found: Diagram) -> list[CardArrow]:
    """Each link as an arrow. Who sends on stands below, and so does who can be overruled by one beside the road."""
    on_the_way = {end for link in found.of_kind("sends-on") for end in (link.start, link.end)}
    return [
        CardArrow(
            link.id,
            link.start,
            link.end,
            LINES[link.kind],
            _words(link),
            "end" if link.kind == "sends-on" else "neither" if link.start in on_the_way else "start",
            "left" if link.kind == "answers-back" else "right",
        )
        for link in found.links
    ]


def _words(link: Link) -> str:
    if link.kind == "sends-on":
        return "" if link.weeks is None else say("governance-diagram.weeks", count=link.weeks)
    if link.kind == "can-overrule" and link.reasons is False:
        return say("governance-diagram.arrow-no-reasons")
    return kind_name(link.kind)


def keys() -> list[Key]:
    """What edges, lines and marks mean."""
    return [
        *(Key(does_name(does), edge=EDGES[does]) for does in DOES),
        *(Key(kind_name(kind), line=LINES[kind]) for kind in KINDS),
        *(Key(side_name(side), side=side) for side in SIDES),
    ]
