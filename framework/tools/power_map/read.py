"""A map from plain data, checked; and back to plain data."""

import re
from collections.abc import Collection, Mapping
from typing import Any, cast

from framework.core.answers import SIDES, BadInput, Side
from framework.core.characters import clean
from framework.tools.power_map.map import (
    KINDS,
    LEAST,
    LINKS,
    MOST,
    STANCES,
    Link,
    Phase,
    Place,
    PowerMap,
    Spot,
    Stakeholder,
)

SCHEMA = "coproduction-power-map"
VERSION = 1
ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
MOST_STAKEHOLDERS = 2000
MOST_LINKS = 6000
MOST_PHASES = 12
LONGEST_NAME = 80
LONGEST_TITLE = 200
LONGEST_NOTES = 4000


def read_map(plain: Any) -> PowerMap:
    """Check what came from outside. Raises `BadInput`, naming the first thing that does not fit."""
    mapping = _object(plain, "The map", ("schema", "version", "title", "decision", "stakeholders", "phases"))
    if mapping.get("schema") != SCHEMA:
        raise BadInput("This is not a power map", "Open a file that 'Save a copy' of this map made, or a CSV list.")
    if mapping.get("version") != VERSION:
        raise BadInput(
            f"This map has version {mapping.get('version')!r}, and version {VERSION} is known here",
            "Load the page again to get the newest version, then open the file once more.",
        )
    stakeholders = tuple(_stakeholder(each) for each in _list(mapping, "stakeholders", MOST_STAKEHOLDERS))
    known = _once([each.id for each in stakeholders], "stakeholders")
    phases = tuple(_phase(each, known) for each in _list(mapping, "phases", MOST_PHASES))
    _once([each.id for each in phases], "phases")
    if not phases:
        raise BadInput("The map has no phase", "Give it one phase at least.")
    return PowerMap(
        title=line(mapping.get("title", ""), "The title", LONGEST_TITLE),
        decision=line(mapping.get("decision", ""), "The decision", LONGEST_TITLE),
        stakeholders=stakeholders,
        phases=phases,
    )


def phase_of(found: PowerMap, id_: Any) -> Phase:
    """A phase by its id. Raises `BadInput` where there is none."""
    for phase in found.phases:
        if phase.id == id_:
            return phase
    raise BadInput(f"There is no phase '{id_}'", f"Choose one of {', '.join(each.id for each in found.phases)}.")


def plain_map(found: PowerMap) -> dict[str, Any]:
    """The map as plain data, that `read_map` reads back."""
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "title": found.title,
        "decision": found.decision,
        "stakeholders": [dict(vars(each)) for each in found.stakeholders],
        "phases": [_plain_phase(each) for each in found.phases],
    }


def _plain_phase(phase: Phase) -> dict[str, Any]:
    return {
        "id": phase.id,
        "name": phase.name,
        "places": {id_: dict(vars(place)) for id_, place in phase.places.items()},
        "views": {side: {id_: dict(vars(spot)) for id_, spot in view.items()} for side, view in phase.views.items()},
        "links": [{"id": each.id, "from": each.start, "to": each.end, "kind": each.kind} for each in phase.links],
    }


def _stakeholder(plain: Any) -> Stakeholder:
    given = _object(plain, "A stakeholder", ("id", "name", "kind", "side", "notes"))
    id_ = _id(given.get("id"), "stakeholder")
    name = line(given.get("name"), f"The name of '{id_}'", LONGEST_NAME)
    return Stakeholder(
        id=id_,
        name=name or "No name yet",
        kind=_one_of(given.get("kind"), KINDS, f"The kind of '{name or id_}'"),
        side=_one_of(given.get("side"), SIDES, f"The side of '{name or id_}'"),
        notes=text(given.get("notes", ""), f"The notes on '{name or id_}'", LONGEST_NOTES),
    )


def _phase(plain: Any, known: Collection[str]) -> Phase:
    given = _object(plain, "A phase", ("id", "name", "places", "views", "links"))
    id_ = _id(given.get("id"), "phase")
    name = line(given.get("name"), f"The name of the phase '{id_}'", LONGEST_NAME)
    places = {each: _place(place, each) for each, place in _by_id(given.get("places", {}), known, name).items()}
    views = _object(given.get("views", {}), "The sides' views", SIDES)
    return Phase(
        id=id_,
        name=name or id_,
        places=places,
        views={side: _view(views[side], places, side) for side in SIDES if side in views},
        links=_links(given, places, name),
    )


def _links(given: Mapping[str, Any], places: Collection[str], name: str) -> tuple[Link, ...]:
    links = tuple(_link(each, places) for each in _list(given, "links", MOST_LINKS))
    _once([each.id for each in links], f"links of '{name}'")
    return links


def _place(plain: Any, id_: str) -> Place:
    given = _object(plain, f"The place of '{id_}'", ("power", "person", "affected", "at_table", "stance"))
    person = given.get("person")
    at_table = given.get("at_table", False)
    if not isinstance(at_table, bool):
        raise BadInput(f"Whether '{id_}' is at the table is {at_table!r}", "Give true or false.")
    return Place(
        power=mark(given.get("power"), f"The power of '{id_}'"),
        affected=mark(given.get("affected"), f"How much '{id_}' is affected"),
        person=None if person is None else mark(person, f"The power of the person of '{id_}'"),
        at_table=at_table,
        stance=_one_of(given.get("stance", "not-known"), STANCES, f"The stance of '{id_}'"),
    )


def _view(plain: Any, places: Collection[str], side: Side) -> dict[str, Spot]:
    found = {}
    for id_, spot in _by_id(plain, places, f"the view of the side '{side}'").items():
        given = _object(spot, f"The place of '{id_}'", ("power", "affected"))
        found[id_] = Spot(
            mark(given.get("power"), f"The power of '{id_}'"),
            mark(given.get("affected"), f"How much '{id_}' is affected"),
        )
    return found


def _link(plain: Any, places: Collection[str]) -> Link:
    given = _object(plain, "A link", ("id", "from", "to", "kind"))
    id_ = _id(given.get("id"), "link")
    for end in ("from", "to"):
        who = given.get(end)
        if not isinstance(who, str) or who not in places:
            raise BadInput(
                f"The link '{id_}' goes {end} '{who}', who is not on the map in this phase",
                "Choose someone who is on the map.",
            )
    if given["from"] == given["to"]:
        raise BadInput(f"The link '{id_}' goes from '{given['from']}' to itself", "Choose two different ends.")
    return Link(id_, given["from"], given["to"], _one_of(given.get("kind"), LINKS, f"The kind of the link '{id_}'"))


def mark(value: Any, what: str) -> float:
    """A mark from 1 to 5, to a tenth. Raises `BadInput`.

    >>> mark(3.14159, "The power")
    3.1
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not LEAST <= value <= MOST:
        raise BadInput(f"{what} is {value!r}", "Give a number from 1 to 5.")
    return round(float(value), 1)


def line(value: Any, what: str, longest: int) -> str:
    """A text of one line. Raises `BadInput` where it is no text or too long.

    >>> line("  Ward\\ncouncillor ", "The name", 80)
    'Ward councillor'
    """
    return " ".join(text(value, what, longest).split())


def text(value: Any, what: str, longest: int) -> str:
    """A text, without signs that nobody sees. Raises `BadInput` where it is no text or too long."""
    if not isinstance(value, str):
        raise BadInput(f"{what} is no text", "Write some words.")
    if len(value) > longest:
        raise BadInput(f"{what} has {len(value)} letters", f"Say it in {longest} letters or fewer.")
    return clean(value)


def _id(value: Any, what: str) -> str:
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise BadInput(f"{value!r} is no id for a {what}", "Use up to 40 small letters and digits, joined by '-'.")
    return value


def _one_of[T: str](value: Any, known: Collection[T], what: str) -> T:
    if not isinstance(value, str) or value not in known:
        raise BadInput(f"{what} is {value!r}", f"Choose one of {', '.join(known)}.")
    return cast(T, value)


def _object(value: Any, what: str, keys: Collection[str]) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise BadInput(f"{what} is not set out as it should be", "Open a file that 'Save a copy' of this map made.")
    for key in value:
        if key not in keys:
            raise BadInput(f"{what} has '{key}', which is not known", "Take it out of the file.")
    return value


def _list(given: Mapping[str, Any], key: str, most: int) -> list[Any]:
    value = given.get(key, [])
    if not isinstance(value, list):
        raise BadInput(f"'{key}' is no list", "Open a file that 'Save a copy' of this map made.")
    if len(value) > most:
        raise BadInput(f"There are {len(value)} {key}", f"Keep to {most}. Make a second map for the rest.")
    return value


def _by_id(value: Any, known: Collection[str], what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadInput(f"The places of {what} are not set out as they should be", "Place everyone again.")
    for id_ in value:
        if id_ not in known:
            raise BadInput(f"'{id_}' has a place in {what}, and is not on the map", "Add them to the map first.")
    return value


def _once(ids: list[str], what: str) -> frozenset[str]:
    found = frozenset(ids)
    if len(found) < len(ids):
        twice = next(id_ for id_ in ids if ids.count(id_) > 1)
        raise BadInput(f"Two {what} have the id '{twice}'", "Give each an id of its own.")
    return found
