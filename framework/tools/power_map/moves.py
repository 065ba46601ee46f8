"""What moved between two phases: who gained power, who lost it, who came to the table, who left."""

from dataclasses import dataclass
from typing import Literal

from framework.tools.power_map.map import Phase, Place, PowerMap, number

type Change = Literal["gained", "lost", "came", "left", "new", "gone", "more-affected", "less-affected"]

ENOUGH = 0.5
"""A mark that moved by less than this did not move: nobody places a note so finely."""
ORDER: tuple[Change, ...] = ("gained", "lost", "came", "left", "new", "gone", "more-affected", "less-affected")


@dataclass(frozen=True)
class Move:
    """One thing that changed for one stakeholder."""

    who: str
    change: Change
    sentence: str


def moved(found: PowerMap, before: Phase, after: Phase) -> tuple[Move, ...]:
    """What changed from one phase to another: by kind of change, the largest first."""
    moves = []
    for id_, name in found.names.items():
        old, new = before.places.get(id_), after.places.get(id_)
        if old and new:
            moves += _changes(id_, name, old, new)
        elif new:
            moves.append((0.0, Move(id_, "new", f"{name} is new on the map.")))
        elif old:
            moves.append((0.0, Move(id_, "gone", f"{name} is no longer on the map.")))
    moves.sort(key=lambda pair: (ORDER.index(pair[1].change), -pair[0], pair[1].who))
    return tuple(move for _, move in moves)


def _changes(id_: str, name: str, old: Place, new: Place) -> list[tuple[float, Move]]:
    found: list[tuple[float, Move]] = []
    power = round(new.power - old.power, 1)
    affected = round(new.affected - old.affected, 1)
    if abs(power) >= ENOUGH:
        change: Change = "gained" if power > 0 else "lost"
        found.append((abs(power), Move(id_, change, f"{name} {change} power: {_from_to(old.power, new.power)}.")))
    if old.at_table != new.at_table:
        words = "came to the table" if new.at_table else "left the table"
        found.append((0.0, Move(id_, "came" if new.at_table else "left", f"{name} {words}.")))
    if abs(affected) >= ENOUGH:
        more = affected > 0
        words = f"{name} is {'more' if more else 'less'} affected: {_from_to(old.affected, new.affected)}."
        found.append((abs(affected), Move(id_, "more-affected" if more else "less-affected", words)))
    return found


def _from_to(old: float, new: float) -> str:
    return f"from {number(old)} to {number(new)} of 5"
