"""A map in words: what the picture shows, for those who do not see it."""

from framework.core.words import comma_listed, say
from framework.tools.power_map.map import AREAS, Phase, Place, PowerMap, Stakeholder, area_name, number


def describe(found: PowerMap, phase: Phase) -> str:
    """The map in one phase: each area with all who stand there, then the links. One paragraph to a line."""
    title = ". ".join(part.rstrip(".") for part in (found.title, phase.name, found.decision) if part)
    paragraphs = [title + say("common.stop") if title else ""]
    people = [(each, phase.places[each.id]) for each in found.on(phase)]
    for area in AREAS:
        here = " ".join(_stands(who, place) for who, place in people if place.area == area)
        said = say("power-map.area-who" if here else "power-map.area-nobody", area=area_name(area), who=here)
        paragraphs.append(said)
    waiting = [who.name for who in found.beside(phase)]
    if waiting:
        paragraphs.append(say("power-map.waiting-are", names=comma_listed(waiting)))
    links = [
        say(f"power-map.linked-{link.kind}", start=found.names[link.start], end=found.names[link.end])
        for link in phase.links
    ]
    if links:
        paragraphs.append(say("power-map.links", links=" ".join(links)))
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def _stands(who: Stakeholder, place: Place) -> str:
    places = {
        "name": who.name,
        "power": number(place.power),
        "affected": number(place.affected),
        "side": say(f"sides.in-{who.side}"),
    }
    if place.person is None or place.person == place.power:
        return say("power-map.at-table" if place.at_table else "power-map.not-at-table", **places)
    places["person"] = number(place.person)
    return say("power-map.person-at-table" if place.at_table else "power-map.person-not-at-table", **places)
