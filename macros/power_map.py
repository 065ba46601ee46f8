"""What the power map's widget is made of: its pictures at build time, and the words of its choices."""

import json
from pathlib import Path
from typing import Any

import yaml

from framework.pictures.power_map import (
    KIND,
    NARROW,
    WIDE,
    Frame,
    arrows,
    grid,
    measures,
    power_map_picture,
    who_mark,
)
from framework.pictures.svg import element, picture
from framework.power_map.describe import describe
from framework.power_map.read import (
    LONGEST_NAME,
    LONGEST_NOTES,
    LONGEST_TITLE,
    MOST_PHASES,
    phase_of,
    plain_map,
    read_map,
)
from framework.power_map.shape import FORMAL, KINDS, LINKS, SIDE_WORDS, STANCES

EXAMPLES = Path(__file__).parents[1] / "overrides" / "widgets" / "power-map" / "examples.yaml"
BLANK = "An empty map to fill in by hand. From left to right: how much they are affected, from 1 to 5. From the bottom "
BLANK += "up: power over the decision, from 1 to 5."


def example() -> dict[str, Any]:
    """The worked example, as the widget's examples have it."""
    found: dict[str, Any] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))[0]
    return found


def power_map() -> dict[str, Any]:
    """All that the template of the widget needs."""
    asked = example()
    found = read_map(asked["map"])
    phase, before = phase_of(found, asked["phase"]), phase_of(found, asked["before"])
    return {
        "kinds": KINDS,
        "sides": SIDE_WORDS,
        "stances": STANCES,
        "links": LINKS,
        "formal": FORMAL,
        "example": json.dumps({"map": plain_map(found), "phase": phase.id}).replace("<", "\\u003c"),
        "pictures": [
            (frame.name, power_map_picture(found, phase, f"power-example-{frame.name}", frame, before))
            for frame in (WIDE, NARROW)
        ],
        "description": describe(found, phase).split("\n"),
        "blank": blank(WIDE, "power-blank"),
        "frames": [(frame.name, json.dumps(vars(frame)), _field(frame)) for frame in (WIDE, NARROW)],
        "measures": measures() | {"most_phases": MOST_PHASES},
        "longest": {"name": LONGEST_NAME, "title": LONGEST_TITLE, "notes": LONGEST_NOTES},
        "marks": {side: element("svg", element("g", who_mark(side, at_table=True))) for side in SIDE_WORDS},
    }


def blank(frame: Frame, id_: str) -> str:
    """An empty map as a picture."""
    return picture(id_, "A blank power map", BLANK, frame.width, frame.height, grid(frame, id_), kind=KIND)


def _field(frame: Frame) -> str:
    """An empty map for the page to draw on. Its words are those of the axes; the marks have names of their own."""
    id_ = f"power-{frame.name}"
    return element(
        "svg",
        arrows(id_),
        element("g", grid(frame, id_), aria_hidden="true"),
        id=id_,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {frame.width:g} {frame.height:g}",
        class_=f"picture {KIND} power-map-canvas",
        role="application",
        tabindex=0,
        focusable="true",
    )
