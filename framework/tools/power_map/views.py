"""The sides' views of one map, laid over each other: where they differ most comes first."""

from dataclasses import dataclass, replace

from framework.core.answers import SIDES, Side
from framework.core.words import comma_listed, say
from framework.tools.power_map.map import Phase, PowerMap, Spot, number

ENOUGH = 0.5
"""Views that are nearer than this are alike."""


@dataclass(frozen=True)
class Difference:
    """How far the sides are apart about one stakeholder."""

    who: str
    gap: float
    """How far apart at the most: the gap in power and the gap in how much affected, added up."""
    spots: dict[Side, Spot]
    sentence: str


def differences(found: PowerMap, phase: Phase) -> tuple[Difference, ...]:
    """Where two or more sides placed the same stakeholder, and not alike: the widest gap first."""
    apart = []
    for who in found.on(phase):
        spots = {side: phase.views[side][who.id] for side in SIDES if who.id in phase.views.get(side, {})}
        gaps = [_gap([getattr(spot, key) for spot in spots.values()]) for key in ("power", "affected")]
        if len(spots) > 1 and max(gaps) >= ENOUGH:
            apart.append(Difference(who.id, round(sum(gaps), 1), spots, _sentence(who.name, spots, *gaps)))
    return tuple(sorted(apart, key=lambda each: (-each.gap, each.who)))


def seen_by(phase: Phase, side: Side | None) -> Phase:
    """The phase as one side placed it; whom it did not place stands where all together have them."""
    spots = phase.views.get(side, {}) if side else {}
    places = {
        id_: replace(place, power=spots[id_].power, affected=spots[id_].affected) if id_ in spots else place
        for id_, place in phase.places.items()
    }
    return replace(phase, places=places)


def _gap(marks: list[float]) -> float:
    return max(marks, default=0.0) - min(marks, default=0.0)


def _sentence(name: str, spots: dict[Side, Spot], power: float, affected: float) -> str:
    """Where the sides place someone, as far as they are apart: by the gap in power and in how much affected."""
    places = {
        "name": name,
        "power": _each({side: spot.power for side, spot in spots.items()}),
        "affected": _each({side: spot.affected for side, spot in spots.items()}),
    }
    if min(power, affected) >= ENOUGH:
        return say("power-map.apart-both", **places)
    return say("power-map.apart-power" if power >= ENOUGH else "power-map.apart-affected", **places)


def _each(marks: dict[Side, float]) -> str:
    return comma_listed(say(f"power-map.says-{side}", mark=number(mark)) for side, mark in marks.items())
