"""What is worth asking about three horizons. Each finding is a question with its reasons, and never a verdict.

The words stand in the tool's data (`asks` in `framework/data/tools/three-horizons.yaml`); the rules stand here. The
order of the notes changes nothing.
"""

from collections.abc import Callable

from framework.core.answers import DECIDING, Side, side_name
from framework.core.findings import Finding, Reasons, found_by
from framework.core.words import listed, say
from framework.tools.three_horizons.alike import shared, turned
from framework.tools.three_horizons.describe import within
from framework.tools.three_horizons.notes import Horizons


def worth_asking(found: Horizons) -> tuple[Finding, ...]:
    """All that is worth asking, in the order of the rules: what is shared first. An empty picture asks nothing."""
    return found_by(RULES, found)


def _same(found: Horizons) -> Reasons:
    """More than one side says the same on one horizon."""
    for one, other in shared(found):
        if one is other:
            yield one.id, say("three-horizons.same-note", note=one.text, sides=within(one.sides))
        else:
            names = {"side": _names(one.sides), "other": within(other.sides)}
            yield (one.id, other.id), say("three-horizons.same-notes", note=one.text, second=other.text, **names)


def _other_past(found: Horizons) -> Reasons:
    """What one side hopes for is what another sees fading."""
    for coming, fading in turned(found):
        names = {"side": _names(coming.sides), "other": _names(fading.sides)}
        yield (coming.id, fading.id), say("three-horizons.other-past", note=coming.text, second=fading.text, **names)


def _names(sides: tuple[Side, ...]) -> str:
    return listed([side_name(side) for side in sides])


def _placed_nothing(found: Horizons) -> Reasons:
    """A side has placed no note, and another has."""
    whose = {side for note in found.placed for side in note.sides}
    for side in DECIDING:
        if whose and side not in whose:
            others = sum(bool(note.sides) for note in found.placed)
            yield (), say("three-horizons.placed-nothing", side=side_name(side), count=others)


def _no_seed(found: Horizons) -> Reasons:
    """Something is to come, and nothing of what is coming is there now: no seed, and no note."""
    coming = found.on("third")
    if any(note.when == "now" or note.seed for note in coming):
        return
    for note in coming:
        yield note.id, say("three-horizons.no-seed", note=note.text)


def _which_way(found: Horizons) -> Reasons:
    """Something stands in between, and it is not written which way it works, or more than one way is."""
    for note in found.on("second"):
        ways = note.idea.ways if note.idea else ()
        if not ways:
            yield note.id, say("three-horizons.no-way", note=note.text)
        elif len(ways) > 1:
            yield note.id, say("three-horizons.ways-differ", note=note.text)


def _props_up(found: Horizons) -> Reasons:
    """An idea props up the present, and it is not written what would make it help the future."""
    for note in found.on("second"):
        if note.idea and note.idea.ways == ("props",) and not note.idea.turn:
            yield note.id, say("three-horizons.props-up", note=note.text)


RULES: dict[str, Callable[[Horizons], Reasons]] = {
    "same": _same,
    "other-past": _other_past,
    "placed-nothing": _placed_nothing,
    "no-seed": _no_seed,
    "which-way": _which_way,
    "props-up": _props_up,
}
"""Each rule by the name of its ask, in the order in which they are shown."""
