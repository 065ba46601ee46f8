"""A map from plain data, checked; and back to plain data."""

import re
from collections.abc import Collection, Mapping
from typing import Any, cast

from framework.core.answers import SIDES, BadInput, Side, choose_from
from framework.core.characters import clean
from framework.core.words import say
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
    Waiting,
)

SCHEMA = "coproduction-power-map"
VERSION = 2
READ = (1, 2)
"""Versions that can be read. The first had nobody who waits beside the map."""
ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
MOST_STAKEHOLDERS = 2000
MOST_LINKS = 6000
MOST_PHASES = 12
LONGEST_NAME = 80
LONGEST_TITLE = 200
LONGEST_NOTES = 4000


def read_map(plain: Any) -> PowerMap:
    """Check what came from outside. Raises `BadInput`, naming the first thing that does not fit."""
    mapping = _object(plain, "map", ("schema", "version", "title", "decision", "stakeholders", "phases"))
    if mapping.get("schema") != SCHEMA:
        raise BadInput(say("power-map.not-a-map"), say("power-map.not-a-map-mend"))
    if mapping.get("version") not in READ:
        what = say("power-map.other-version", version=repr(mapping.get("version")), known=VERSION)
        raise BadInput(what, say("power-map.other-version-mend"))
    stakeholders = tuple(_stakeholder(each) for each in _list(mapping, "stakeholders", MOST_STAKEHOLDERS))
    known = _once([each.id for each in stakeholders], "stakeholders")
    phases = tuple(_phase(each, known) for each in _list(mapping, "phases", MOST_PHASES))
    _once([each.id for each in phases], "phases")
    if not phases:
        raise BadInput(say("power-map.no-phases"), say("power-map.no-phases-mend"))
    return PowerMap(
        title=line(mapping.get("title", ""), "title", LONGEST_TITLE),
        decision=line(mapping.get("decision", ""), "decision", LONGEST_TITLE),
        stakeholders=stakeholders,
        phases=phases,
    )


def phase_of(found: PowerMap, id_: Any) -> Phase:
    """A phase by its id. Raises `BadInput` where there is none."""
    for phase in found.phases:
        if phase.id == id_:
            return phase
    raise BadInput(say("power-map.no-such-phase", phase=id_), choose_from(each.id for each in found.phases))


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
        "waiting": {id_: dict(vars(waits)) for id_, waits in phase.waiting.items()},
    }


def _stakeholder(plain: Any) -> Stakeholder:
    given = _object(plain, "stakeholder", ("id", "name", "kind", "side", "notes"))
    id_ = _id(given.get("id"), "stakeholder")
    name = line(given.get("name"), "name", LONGEST_NAME, id_)
    return Stakeholder(
        id=id_,
        name=name or say("power-map.nameless"),
        kind=_one_of(given.get("kind"), KINDS, "kind", name or id_),
        side=_one_of(given.get("side"), SIDES, "side", name or id_),
        notes=text(given.get("notes", ""), "notes", LONGEST_NOTES, name or id_),
    )


def _phase(plain: Any, known: Collection[str]) -> Phase:
    given = _object(plain, "phase", ("id", "name", "places", "views", "links", "waiting"))
    id_ = _id(given.get("id"), "phase")
    name = line(given.get("name"), "phase", LONGEST_NAME, id_)
    places = {each: _place(place, each) for each, place in _by_id(given.get("places", {}), known, phase=name).items()}
    waiting = {
        each: _waiting(value, each) for each, value in _by_id(given.get("waiting", {}), known, phase=name).items()
    }
    for both in waiting.keys() & places.keys():
        raise BadInput(say("power-map.waits-and-stands", who=both), say("power-map.waits-and-stands-mend"))
    views = _object(given.get("views", {}), "views", SIDES)
    return Phase(
        id=id_,
        name=name or id_,
        places=places,
        views={side: _view(views[side], places, side) for side in SIDES if side in views},
        links=_links(given, {**places, **waiting}, name),
        waiting=waiting,
    )


def _links(given: Mapping[str, Any], places: Collection[str], name: str) -> tuple[Link, ...]:
    links = tuple(_link(each, places) for each in _list(given, "links", MOST_LINKS))
    _once([each.id for each in links], "links", name)
    return links


def _place(plain: Any, id_: str) -> Place:
    given = _object(plain, "place", ("power", "person", "affected", "at_table", "stance"), id_)
    return Place(
        power=mark(given.get("power"), "power", id_),
        affected=mark(given.get("affected"), "affected", id_),
        **_known(given, id_),
    )


def _waiting(plain: Any, id_: str) -> Waiting:
    given = _object(plain, "place", ("power", "person", "affected", "at_table", "stance"), id_)
    power, affected = (_mark_or_none(given, key, id_) for key in ("power", "affected"))
    return Waiting(power=power, affected=affected, **_known(given, id_))


def _known(given: Mapping[str, Any], id_: str) -> dict[str, Any]:
    """What is known of someone in a phase, wherever they stand."""
    at_table = given.get("at_table", False)
    if not isinstance(at_table, bool):
        what = say("power-map.whether-at-table", who=id_, value=repr(at_table))
        raise BadInput(what, say("power-map.whether-at-table-mend"))
    stance = _one_of(given.get("stance", "not-known"), STANCES, "stance", id_)
    return {"person": _mark_or_none(given, "person", id_), "at_table": at_table, "stance": stance}


def _mark_or_none(given: Mapping[str, Any], key: str, id_: str) -> float | None:
    return None if given.get(key) is None else mark(given[key], key, id_)


def _view(plain: Any, places: Collection[str], side: Side) -> dict[str, Spot]:
    found = {}
    for id_, spot in _by_id(plain, places, side=side).items():
        given = _object(spot, "place", ("power", "affected"), id_)
        found[id_] = Spot(mark(given.get("power"), "power", id_), mark(given.get("affected"), "affected", id_))
    return found


def _link(plain: Any, places: Collection[str]) -> Link:
    given = _object(plain, "link", ("id", "from", "to", "kind"))
    id_ = _id(given.get("id"), "link")
    for end in ("from", "to"):
        who = given.get(end)
        if not isinstance(who, str) or who not in places:
            what = say(f"power-map.link-{end}-nobody-here", link=id_, who=who)
            raise BadInput(what, say("power-map.link-nobody-mend"))
    if given["from"] == given["to"]:
        what = say("power-map.link-to-itself", link=id_, who=given["from"])
        raise BadInput(what, say("power-map.link-to-itself-mend"))
    return Link(id_, given["from"], given["to"], _one_of(given.get("kind"), LINKS, "link", id_))


# What is read is named by a key, with whose it is, so that what is wrong with it can be said in a whole sentence.


def mark(value: Any, key: str, who: str) -> float:
    """A mark from 1 to 5, to a tenth. Raises `BadInput`.

    >>> mark(3.14159, "power", "tenants")
    3.1
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not LEAST <= value <= MOST:
        raise BadInput(say(f"power-map.no-mark-{key}", who=who, value=repr(value)), say("power-map.no-mark-mend"))
    return round(float(value), 1)


def line(value: Any, key: str, longest: int, who: str = "") -> str:
    """A text of one line. Raises `BadInput` where it is no text or too long.

    >>> line("  Ward\\ncouncillor ", "name", 80, "ward")
    'Ward councillor'
    """
    return " ".join(text(value, key, longest, who).split())


def text(value: Any, key: str, longest: int, who: str = "") -> str:
    """A text, without signs that nobody sees. Raises `BadInput` where it is no text or too long."""
    if not isinstance(value, str):
        raise BadInput(say(f"power-map.no-text-{key}", who=who), say("power-map.no-text-mend"))
    if len(value) > longest:
        what = say(f"power-map.too-long-{key}", who=who, count=len(value))
        raise BadInput(what, say("power-map.too-long-mend", most=longest))
    return clean(value)


def _id(value: Any, key: str) -> str:
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise BadInput(say(f"power-map.no-id-{key}", value=repr(value)), say("power-map.no-id-mend"))
    return value


def _one_of[T: str](value: Any, known: Collection[T], key: str, who: str) -> T:
    if not isinstance(value, str) or value not in known:
        raise BadInput(say(f"power-map.no-choice-{key}", who=who, value=repr(value)), choose_from(known))
    return cast(T, value)


def _object(value: Any, what: str, keys: Collection[str], who: str = "") -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise BadInput(say(f"power-map.not-set-out-{what}", who=who), say("power-map.open-copy"))
    for key in value:
        if key not in keys:
            raise BadInput(say(f"power-map.unknown-in-{what}", who=who, key=key), say("power-map.unknown-mend"))
    return value


def _list(given: Mapping[str, Any], key: str, most: int) -> list[Any]:
    value = given.get(key, [])
    if not isinstance(value, list):
        raise BadInput(say("power-map.no-list", key=key), say("power-map.open-copy"))
    if len(value) > most:
        what = say(f"power-map.too-many-{key}", count=len(value))
        raise BadInput(what, say("power-map.too-many-mend", most=most))
    return value


def _by_id(value: Any, known: Collection[str], *, phase: str = "", side: Side | None = None) -> dict[str, Any]:
    """Places by id: those of a phase, or of a side's view."""
    if not isinstance(value, dict):
        what = say("power-map.no-places-view", side=side) if side else say("power-map.no-places", phase=phase)
        raise BadInput(what, say("power-map.no-places-mend"))
    for id_ in value:
        if id_ not in known:
            places = {"who": id_, "side": side, "phase": phase}
            what = say("power-map.not-on-map-view" if side else "power-map.not-on-map", **places)
            raise BadInput(what, say("power-map.not-on-map-mend"))
    return value


def _once(ids: list[str], key: str, phase: str = "") -> frozenset[str]:
    found = frozenset(ids)
    if len(found) < len(ids):
        twice = next(id_ for id_ in ids if ids.count(id_) > 1)
        raise BadInput(say(f"power-map.same-id-{key}", id=twice, phase=phase), say("power-map.same-id-mend"))
    return found
