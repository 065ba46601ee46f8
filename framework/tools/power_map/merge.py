"""A list put on the map: it changes only what it has, and what it changes is told before."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, cast

from framework.core.answers import side_name
from framework.core.words import say
from framework.tools.power_map.map import (
    Link,
    LinkKind,
    Phase,
    Place,
    PowerMap,
    Stakeholder,
    Waiting,
    kind_name,
    number,
    stance_name,
)
from framework.tools.power_map.rows import Problems, Row
from framework.tools.power_map.table import column_name

PLACE = ("affected", "power", "person", "at_table", "stance")
WHO = ("kind", "side", "notes")


@dataclass
class Merged:
    """A map with a list in it, and what that changed."""

    map: PowerMap
    new: list[str] = field(default_factory=list)
    """Names."""
    changed: list[dict[str, str]] = field(default_factory=list)
    """Each `name`, with what changed in `words`."""
    same: list[str] = field(default_factory=list)
    links: int = 0
    """How many links are new."""


def merged(
    found: PowerMap, phase: Phase, rows: Iterable[Row], links: Iterable[tuple[str, str, str]], problems: Problems
) -> Merged:
    """Put a list into a phase. Who is there already, by name, gets what the list has of them, and keeps all else."""
    people = {each.id: each for each in found.stakeholders}
    ids = {each.name.casefold(): each.id for each in found.stakeholders}
    at: dict[str, Place | Waiting] = {**phase.places, **phase.waiting}
    made = Merged(found)
    for row in rows:
        name = row.who["name"]
        id_ = ids.get(name.casefold())
        before = (people[id_], at.get(id_)) if id_ else None
        id_ = id_ or _fresh("s", people)
        ids[name.casefold()] = id_
        people[id_], at[id_] = _with(row, id_, before)
        _tell(made, before, people[id_], at[id_])
    wanted = [(row.who["name"], kind, end) for row in rows for kind, end in row.links] + list(links)
    rows_of = {row.who["name"].casefold(): row.row for row in rows}
    kept = list(phase.links)
    known = {(each.start, each.end, each.kind) for each in kept}
    used = {each.id for each in kept}
    for start, kind, end in wanted:
        ends = ids.get(start.casefold(), ""), ids.get(end.casefold(), "")
        for each, who in zip((start, end), ends, strict=True):
            if who not in at:
                what, mend = say("power-map.link-to-nobody", name=each), say("power-map.link-to-nobody-mend")
                problems.add(rows_of.get(start.casefold(), 0), column_name("links"), what, mend)
        link = (*ends, cast(LinkKind, kind))
        if all(who in at for who in ends) and ends[0] != ends[1] and link not in known:
            id_ = _fresh("l", used)
            used.add(id_)
            known.add(link)
            kept.append(Link(id_, *link))
            made.links += 1
    places = {id_: place for id_, place in at.items() if isinstance(place, Place)}
    waiting = {id_: place for id_, place in at.items() if isinstance(place, Waiting)}
    changed = replace(phase, places=places, waiting=waiting, links=tuple(kept))
    phases = tuple(changed if each.id == phase.id else each for each in found.phases)
    made.map = replace(found, stakeholders=tuple(people.values()), phases=phases)
    return made


def _with(
    row: Row, id_: str, before: tuple[Stakeholder, Place | Waiting | None] | None
) -> tuple[Stakeholder, Place | Waiting]:
    who, place = before or (Stakeholder(id_, row.who["name"], "other", row.side_guessed or "other"), None)  # type: ignore[arg-type]  # it is a side
    who = replace(who, **{key: row.who[key] for key in WHO if key in row.who})
    known = {key: getattr(place, key) for key in PLACE} if place else {}
    known |= row.place
    if known.get("power") is None or known.get("affected") is None:
        return who, Waiting(**known)
    return who, Place(**known)


def _tell(
    made: Merged, before: tuple[Stakeholder, Place | Waiting | None] | None, who: Stakeholder, place: Place | Waiting
) -> None:
    if before is None:
        made.new.append(who.name)
        return
    old_who, old_place = before
    changes = [_change(key, getattr(old_who, key), getattr(who, key)) for key in WHO]
    changes += [_change(key, getattr(old_place, key, None), getattr(place, key)) for key in PLACE]
    said = [each for each in changes if each]
    if old_place is None:
        said.append(say("power-map.change-back"))
    if said:
        made.changed.append({"name": who.name, "words": " ".join(said)})
    else:
        made.same.append(who.name)


def _change(key: str, old: Any, new: Any) -> str:
    if old == new:
        return ""
    return say("power-map.change", what=column_name(key), old=_said(key, old), new=_said(key, new))


def _said(key: str, value: Any) -> str:
    """A value as people read it.

    >>> _said("power", 2.0), _said("kind", "council"), _said("at_table", True), _said("notes", "")
    ('2', 'Council', 'yes', 'nothing')
    """
    if value is None or value == "":
        return say("power-map.no-headings")
    if key == "at_table":
        return say("common.yes" if value else "common.no")
    match key:
        case "kind":
            return kind_name(value)
        case "side":
            return side_name(value)
        case "stance":
            return stance_name(value)
    return number(value) if isinstance(value, float) else str(value)


def _fresh(letter: str, used: Collection[str]) -> str:
    nth = len(used) + 1
    while f"{letter}{nth}" in used:
        nth += 1
    return f"{letter}{nth}"
