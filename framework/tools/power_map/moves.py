"""What moved between two phases: who gained power, who lost it, who came to the table, who left."""

from dataclasses import dataclass
from typing import Literal

from framework.core.words import say
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
            moves.append((0.0, Move(id_, "new", say("power-map.moved-new", name=name))))
        elif old:
            moves.append((0.0, Move(id_, "gone", say("power-map.moved-gone", name=name))))
    moves.sort(key=lambda pair: (ORDER.index(pair[1].change), -pair[0], pair[1].who))
    return tuple(move for _, move in moves)


def _changes(id_: str, name: str, old: Place, new: Place) -> list[tuple[float, Move]]:
    found: list[tuple[float, Move]] = []
    power = round(new.power - old.power, 1)
    affected = round(new.affected - old.affected, 1)
    if abs(power) >= ENOUGH:
        rise: Change = "gained" if power > 0 else "lost"
        words = say(f"power-map.moved-{rise}", name=name, old=number(old.power), new=number(new.power))
        found.append((abs(power), Move(id_, rise, words)))
    if old.at_table != new.at_table:
        seat: Change = "came" if new.at_table else "left"
        found.append((0.0, Move(id_, seat, say(f"power-map.moved-{seat}", name=name))))
    if abs(affected) >= ENOUGH:
        effect: Change = "more-affected" if affected > 0 else "less-affected"
        words = say(f"power-map.moved-{effect}", name=name, old=number(old.affected), new=number(new.affected))
        found.append((abs(affected), Move(id_, effect, words)))
    return found
