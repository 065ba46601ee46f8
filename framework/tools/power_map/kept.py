"""What is kept of the power map: the map, and the phase that was looked at last."""

from typing import Any

from framework.core.guide import Guide
from framework.core.kept import Part, fits
from framework.core.words import say
from framework.tools.power_map.read import read_map


def parts(guide: Guide) -> dict[str, Part]:  # noqa: ARG001 (all rooms are asked alike)
    """The one part, by its name."""
    return {"power-map": Part(say("power-map.untitled"), _check, "power-map")}


def _check(part: str, value: Any) -> None:
    fits({"map": dict, "phase": str})(part, value)
    read_map(value["map"])
