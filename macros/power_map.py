"""What the power map's widget is made of: its pictures at build time, and the words of its choices."""

import json
from typing import Any

from framework.content.examples import examples
from framework.content.retell import Said
from framework.content.roles import in_our_words
from framework.core.answers import SIDES, side_names
from framework.core.words import say
from framework.draw.svg import element, picture
from framework.tools.power_map.describe import describe
from framework.tools.power_map.list_step import scales_named, uses_named
from framework.tools.power_map.map import FORMAL, KINDS, LINKS, STANCES, kind_name, link_name, stance_name
from framework.tools.power_map.picture import (
    KIND,
    NARROW,
    WIDE,
    Frame,
    arrows,
    badge_mark,
    grid,
    measures,
    power_map_picture,
    who_mark,
)
from framework.tools.power_map.read import (
    LONGEST_NAME,
    LONGEST_NOTES,
    LONGEST_TITLE,
    MOST_PHASES,
    phase_of,
    plain_map,
    read_map,
)


def example(said: Said = in_our_words) -> dict[str, Any]:
    """The worked example, as the widget's examples have it."""
    return examples("power-map", said)["estate"]


def power_map(said: Said = in_our_words) -> dict[str, Any]:
    """All that the template of the widget needs."""
    asked = example(said)
    found = read_map(asked["map"])
    phase, before = phase_of(found, asked["phase"]), phase_of(found, asked["before"])
    return {
        "kinds": {kind: kind_name(kind) for kind in KINDS},
        "sides": side_names(),
        "stances": {stance: stance_name(stance) for stance in STANCES},
        "links": {link: link_name(link) for link in LINKS},
        "formal": FORMAL,
        "uses": uses_named(),
        "scales": scales_named(),
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
        "marks": {side: element("svg", element("g", who_mark(side, at_table=True) + badge_mark(""))) for side in SIDES},
    }


def blank(frame: Frame, id_: str) -> str:
    """An empty map as a picture."""
    title, about = say("power-map.blank"), say("power-map.blank-about")
    return picture(id_, title, about, frame.width, frame.height, grid(frame, id_), kind=KIND)


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
        class_=f"picture {KIND} power-map-canvas canvas__picture",
        role="application",
        tabindex=0,
        focusable="true",
    )
