"""Made-up power maps, for tests: the worked example, and any map that Hypothesis can think of."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from framework.core.answers import SIDES
from framework.tools.power_map.map import KINDS, LINKS, STANCES, PowerMap
from framework.tools.power_map.read import SCHEMA, VERSION, read_map
from macros.power_map import example

SOME = settings(max_examples=40, deadline=None)
"""Enough maps to find what is wrong, and no more than a slow machine draws in a few seconds."""
MARKS = st.integers(10, 50).map(lambda tenths: tenths / 10)
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(
    lambda name: " ".join(name.split()) == name and name
)


def estate() -> PowerMap:
    """The worked example."""
    return read_map(example()["map"])


def places() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "power": MARKS,
            "affected": MARKS,
            "person": st.none() | MARKS,
            "at_table": st.booleans(),
            "stance": st.sampled_from(list(STANCES)),
        }
    )


def waiting() -> st.SearchStrategy[dict[str, Any]]:
    """What is known of someone who is not on the map yet."""
    unknown = {"power": st.none(), "affected": st.none() | MARKS, "person": st.none() | MARKS}
    return st.fixed_dictionaries({**unknown, "at_table": st.booleans(), "stance": st.sampled_from(list(STANCES))})


@st.composite
def plain_maps(draw: st.DrawFn, most: int = 8) -> dict[str, Any]:
    """A map as plain data, with one to three phases."""
    count = draw(st.integers(0, most))
    people = [
        {
            "id": f"s{number}",
            "name": draw(NAMES),
            "kind": draw(st.sampled_from(list(KINDS))),
            "side": draw(st.sampled_from(SIDES)),
            "notes": draw(NAMES | st.just("")),
        }
        for number in range(count)
    ]
    phases = []
    for number in range(draw(st.integers(1, 3))):
        here = [each["id"] for each in people if draw(st.booleans())]
        beside = [each["id"] for each in people if each["id"] not in here and draw(st.booleans())]
        views = {side: _view(draw, here) for side in SIDES if draw(st.booleans())}
        phases.append(
            {
                "id": f"p{number}",
                "name": draw(NAMES),
                "places": {id_: draw(places()) for id_ in here},
                "views": views,
                "links": _links(draw, [*here, *beside]),
                "waiting": {id_: draw(waiting()) for id_ in beside},
            }
        )
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "title": draw(NAMES),
        "decision": "",
        "stakeholders": people,
        "phases": phases,
    }


def _view(draw: st.DrawFn, here: list[str]) -> dict[str, Any]:
    return {id_: {"power": draw(MARKS), "affected": draw(MARKS)} for id_ in here if draw(st.booleans())}


def _links(draw: st.DrawFn, here: list[str]) -> list[dict[str, Any]]:
    if len(here) < 2:
        return []
    pairs = st.tuples(st.sampled_from(here), st.sampled_from(here), st.sampled_from(list(LINKS)))
    chosen = draw(st.lists(pairs.filter(lambda pair: pair[0] != pair[1]), max_size=8, unique=True))
    return [{"id": f"l{n}", "from": start, "to": end, "kind": kind} for n, (start, end, kind) in enumerate(chosen)]


def crowd(count: int) -> dict[str, Any]:
    """A map with many stakeholders, spread without pattern but always alike."""
    seed = 12345

    def chance(most: int) -> int:
        nonlocal seed
        seed = (seed * 1103515245 + 12345) % 2**31
        return (seed >> 8) % most

    words = ("Tenants", "Board", "Leaseholders", "Ward panel", "Housing team", "Youth club", "Traders", "Lender")
    people = [
        {
            "id": f"s{number}",
            "name": f"{words[chance(len(words))]} {number}",
            "kind": list(KINDS)[chance(len(KINDS))],
            "side": SIDES[chance(3)],
            "notes": "",
        }
        for number in range(count)
    ]
    spots = {
        each["id"]: {
            "power": 1 + chance(41) / 10,
            "affected": 1 + chance(41) / 10,
            "person": None,
            "at_table": chance(4) == 0,
            "stance": "not-known",
        }
        for each in people
    }
    ends = [(f"s{chance(count)}", f"s{chance(count)}") for _ in range(count // 4)]
    links = [
        {"id": f"l{n}", "from": start, "to": end, "kind": list(LINKS)[chance(len(LINKS))]}
        for n, (start, end) in enumerate(ends)
        if start != end
    ]
    phase = {"id": "p1", "name": "A crowd", "places": spots, "views": {}, "links": links, "waiting": {}}
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "title": "A crowd",
        "decision": "",
        "stakeholders": people,
        "phases": [phase],
    }
