"""The three horizons in words: what the picture shows, for those who do not see it."""

from collections.abc import Iterator
from itertools import product

from framework.core.answers import Side
from framework.core.words import listed, say
from framework.tools.three_horizons.notes import HORIZONS, WHENS, Horizons, Idea, Note, When


def describe(found: Horizons) -> str:
    """The question, then each note: from what is fading to what is coming, from now on. One paragraph to a line."""
    return "\n".join(_paragraphs(found))


def _paragraphs(found: Horizons) -> Iterator[str]:
    if head := asked(found):
        yield head
    if not found.notes:
        yield say("three-horizons.nothing")
    for place in product(HORIZONS, WHENS):
        yield from (told(note, found.year) for note in found.notes if note.place == place)
    yield from (told(note, found.year) for note in found.waiting)


def asked(found: Horizons) -> str:
    """What the picture is about; empty where nobody wrote it."""
    question = found.question or (say("three-horizons.untitled") if found.year else "")
    return say("three-horizons.asked-until", question=question, year=found.year) if found.year else question


def told(note: Note, year: str) -> str:
    """A note: where it stands, whose it is, and what else is known of it."""
    if note.place:
        horizon, when = say(f"three-horizons.in-{note.horizon}"), in_time(note.place[1], year)
        place = say("three-horizons.at", horizon=horizon, when=when)
    else:
        place = say("three-horizons.placed-nowhere")
    said = say("three-horizons.is", note=note.text, place=place, whose=_whose(note))
    more = [say("three-horizons.from-seeds")] if note.seed and note.kind != "seed" else []
    if note.horizon == "second":
        more.append(say(f"three-horizons.it-{way_of(note.idea)}"))
    return " ".join([said, *more])


def in_time(when: When, year: str) -> str:
    """A time within a sentence."""
    return say("three-horizons.in-then", year=year) if when == "then" and year else say(f"three-horizons.when-{when}")


def way_of(idea: Idea | None) -> str:
    """Which way an idea works: one of the ways, 'differ' where several are written down, or 'unknown'."""
    ways = idea.ways if idea else ()
    return ways[0] if len(ways) == 1 else "differ" if ways else "unknown"


def _whose(note: Note) -> str:
    if note.kind != "note":
        return say("three-horizons.from-seeds") if note.kind == "seed" else say("three-horizons.from-ideas")
    return say("three-horizons.from", sides=within(note.sides)) if note.sides else say("three-horizons.from-nobody")


def within(sides: tuple[Side, ...]) -> str:
    """Sides within a sentence."""
    return listed([say(f"sides.in-{side}") for side in sides])
