"""A phase of a power map as CSV."""

from framework.core.answers import side_name
from framework.core.words import say
from framework.export.csv import csv_text
from framework.tools.power_map.map import (
    Phase,
    Place,
    PowerMap,
    Waiting,
    kind_name,
    link_name,
    number,
    stance_name,
)

COLUMNS = ("name", "kind", "side", "affected", "power", "person", "at_table", "stance", "links", "notes")


def column_name(key: str) -> str:
    """The heading of a column."""
    return say(f"power-map.column-{key.replace('_', '-')}")


def csv_out(found: PowerMap, phase: Phase) -> str:
    """A phase as CSV with everything in it but the sides' views, for a spreadsheet program."""
    names = _unlike(found, phase)
    links: dict[str, list[str]] = {}
    for link in phase.links:
        links.setdefault(link.start, []).append(f"{link_name(link.kind)}: {names[link.end]}")
    rows = []
    everyone: dict[str, Place | Waiting] = {**phase.places, **phase.waiting}
    for who in (*found.on(phase), *found.beside(phase)):
        here = everyone[who.id]
        rows.append(
            [
                names[who.id],
                kind_name(who.kind),
                side_name(who.side),
                *("" if mark is None else number(mark) for mark in (here.affected, here.power, here.person)),
                say("common.yes" if here.at_table else "common.no"),
                stance_name(here.stance),
                "\n".join(links.get(who.id, [])),
                who.notes,
            ]
        )
    return csv_text([column_name(key) for key in COLUMNS], rows)


def _unlike(found: PowerMap, phase: Phase) -> dict[str, str]:
    """Names by id; of two that are alike, the second gets a number, for links go by name here."""
    names: dict[str, str] = {}
    seen: set[str] = set()
    for who in (*found.on(phase), *found.beside(phase)):
        name, nth = who.name, 2
        while name.casefold() in seen:
            name, nth = f"{who.name} ({nth})", nth + 1
        seen.add(name.casefold())
        names[who.id] = name
    return names
