"""What is worth asking about a map. Each finding is a question with its reasons, and never a verdict.

The words stand in the tool's data (`asks` in `framework/data/tools/power-map.yaml`); the rules stand here. Each rule
looks at one phase and names the stakeholders that it is about. Who is called what changes nothing, nor does the order.
"""

from collections.abc import Callable
from dataclasses import dataclass

from framework.core.answers import SIDES, side_name
from framework.core.findings import Finding, Reasons, found_by
from framework.core.words import listed, say
from framework.tools.power_map.map import Link, Phase, Place, PowerMap, Stakeholder, number

MUCH = 4.0
"""Much power, or much affected: this or more."""
LITTLE = 2.0
"""Little power: this or less."""
APART = 2.0
"""Role and person differ much: by this or more."""
ENOUGH_LINKS = 3
"""With fewer formal links than this, that one body holds them all says nothing."""


@dataclass(frozen=True)
class Seen:
    """One phase, as the rules look at it: who stands where, and the links by their ends."""

    people: tuple[tuple[Stakeholder, Place], ...]
    """Those affected most come first; of two alike, the one with less power, then by id."""
    names: dict[str, str]
    places: dict[str, Place]
    links: tuple[Link, ...]


def worth_asking(found: PowerMap, phase: Phase) -> tuple[Finding, ...]:
    """All that is worth asking about a phase, in the order of the rules. An empty map asks nothing."""
    people = sorted(
        ((each, phase.places[each.id]) for each in found.on(phase)),
        key=lambda pair: (-pair[1].affected, pair[1].power, pair[0].id),
    )
    links = tuple(sorted(phase.drawn_links, key=lambda link: (link.start, link.end, link.kind, link.id)))
    return found_by(RULES, Seen(tuple(people), found.names, phase.places, links))


def _hit_hardest(seen: Seen) -> Reasons:
    """Affected 4 or more, power 2 or less."""
    for who, place in seen.people:
        if place.affected >= MUCH and place.power <= LITTLE:
            places = {"name": who.name, "power": number(place.power), "affected": number(place.affected)}
            yield who.id, say("power-map.hit-hardest" if place.at_table else "power-map.hit-hardest-no-seat", **places)


def _outside(seen: Seen) -> Reasons:
    """Power 4 or more, and not at the table."""
    strongest = sorted(seen.people, key=lambda pair: -pair[1].power)
    for who, place in strongest:
        if place.power >= MUCH and not place.at_table:
            yield who.id, say("power-map.outside", name=who.name, power=number(place.power))


def _seat_without_power(seen: Seen) -> Reasons:
    """At the table, with 2 or less of power of their own."""
    above = _above(seen)
    for who, place in seen.people:
        if place.at_table and place.own_power <= LITTLE:
            over = _reached(above, who.id)
            stronger = sorted(
                (id_ for id_ in over if seen.places[id_].power > place.own_power),
                key=lambda id_: (-seen.places[id_].power, id_),
            )
            places = {"name": who.name, "power": number(place.own_power)}
            if stronger:
                names = listed([seen.names[id_] for id_ in stronger])
                yield who.id, say("power-map.overruled", count=len(stronger), names=names, **places)
            else:
                yield who.id, say("power-map.not-overruled", **places)


def _no_voice(seen: Seen) -> Reasons:
    """Affected 4 or more, not at the table, and nobody at the table represents them."""
    voiced = {link.end for link in seen.links if link.kind == "represents" and seen.places[link.start].at_table}
    for who, place in seen.people:
        if place.affected >= MUCH and not place.at_table and who.id not in voiced:
            yield who.id, say("power-map.no-voice", name=who.name, affected=number(place.affected))


def _speaks_without_a_link(seen: Seen) -> Reasons:
    """Represents a group, and nothing else joins the two."""
    joined: dict[frozenset[str], int] = {}
    for link in seen.links:
        ends = frozenset((link.start, link.end))
        joined[ends] = joined.get(ends, 0) + (link.kind != "represents")
    for link in seen.links:
        if link.kind == "represents" and not joined[frozenset((link.start, link.end))]:
            names = {"start": seen.names[link.start], "end": seen.names[link.end]}
            yield link.start, say("power-map.no-other-link", **names)


def _one_holder(seen: Seen) -> Reasons:
    """One stakeholder is at an end of every formal link, of three or more."""
    formal = [link for link in seen.links if link.formal]
    if len(formal) < ENOUGH_LINKS:
        return
    holders = set.intersection(*({link.start, link.end} for link in formal))
    for id_ in sorted(holders):
        yield id_, say("power-map.one-holder", name=seen.names[id_], count=len(formal))


def _missing_side(seen: Seen) -> Reasons:
    """A side has nobody on the map, or nobody at the table while others sit there."""
    if not seen.people:
        return
    here = {who.side for who, _ in seen.people}
    seated = {who.side for who, place in seen.people if place.at_table}
    for side in SIDES:
        if side not in here:
            yield side, say("power-map.side-not-on-map", side=side_name(side))
        elif seated and side not in seated:
            yield side, say("power-map.side-not-at-table", side=side_name(side))


def _role_and_person(seen: Seen) -> Reasons:
    """The power of the role and of the person differ by 2 or more."""
    for who, place in seen.people:
        if place.person is not None and abs(place.power - place.person) >= APART:
            marks = {"role": number(place.power), "person": number(place.person)}
            yield who.id, say("power-map.role-and-person", name=who.name, **marks)


RULES: dict[str, Callable[[Seen], Reasons]] = {
    "hit-hardest": _hit_hardest,
    "no-voice": _no_voice,
    "outside": _outside,
    "seat-without-power": _seat_without_power,
    "speaks-without-a-link": _speaks_without_a_link,
    "role-and-person": _role_and_person,
    "one-holder": _one_holder,
    "missing-side": _missing_side,
}
"""Each rule by the name of its ask, in the order in which they are shown."""


def _above(seen: Seen) -> dict[str, set[str]]:
    """Whom each one answers to: those they report to, and those who fund them."""
    above: dict[str, set[str]] = {}
    for link in seen.links:
        if link.kind == "reports-to":
            above.setdefault(link.start, set()).add(link.end)
        elif link.kind == "funds":
            above.setdefault(link.end, set()).add(link.start)
    return above


def _reached(above: dict[str, set[str]], start: str) -> set[str]:
    """All that someone answers to, one above the other. Where links run in a ring, nobody is above themselves."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for id_ in above.get(waiting.pop(), ()):
            if id_ not in found:
                found.add(id_)
                waiting.append(id_)
    return found - {start}
