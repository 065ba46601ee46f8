"""A map in words: what the picture shows, for those who do not see it."""

from framework.core.answers import side_name
from framework.tools.power_map.map import AREAS, LINKS, Phase, Place, PowerMap, Stakeholder, number, said


def describe(found: PowerMap, phase: Phase) -> str:
    """The map in one phase: each area with all who stand there, then the links. One paragraph to a line."""
    title = ". ".join(part.rstrip(".") for part in (found.title, phase.name, found.decision) if part)
    paragraphs = [f"{title}." if title else ""]
    people = [(each, phase.places[each.id]) for each in found.on(phase)]
    for area, words in AREAS.items():
        here = [_stands(who, place) for who, place in people if place.area == area]
        paragraphs.append(f"{words}: {' '.join(here) if here else 'nobody.'}")
    links = [f"{found.names[link.start]} {LINKS[link.kind]} {found.names[link.end]}." for link in phase.links]
    if links:
        paragraphs.append(f"Links: {' '.join(links)}")
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def _stands(who: Stakeholder, place: Place) -> str:
    parts = [said(who.name, place.power, place.affected)]
    if place.person is not None and place.person != place.power:
        parts.append(f"power of the person {number(place.person)}")
    parts.append("at the table" if place.at_table else "not at the table")
    return f"{', '.join(parts)} ({side_name(who.side).lower()})."
