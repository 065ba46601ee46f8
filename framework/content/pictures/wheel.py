"""The principles around one table: a picture whose parts are links."""

import math
from collections.abc import Callable

from framework.content.model import Framework
from framework.content.pictures.marks import principle_mark
from framework.core.words import say
from framework.draw.svg import element, escape, mark, text

CARD = 86
APART = 90
"""How far apart two cards stand that are askew to each other: with less room they would lie on each other."""
RADIUS = 210
"""From the middle to the cards, where ten or fewer stand around the table. More need a larger table."""
BEYOND = 50
"""From the middle of a card to the edge of the picture."""
WITHIN = 102
"""From the middle of a card to the table."""
SEATS = 20
"""Residents and organisations in turn: equal numbers at the table."""


def wheel(framework: Framework, href: Callable[[str], str]) -> str:
    """Draw the principles of a framework as SVG text. `href` gives the address of a principle by its id."""
    radius = max(RADIUS, APART / math.sqrt(2) / math.sin(math.pi / max(2, len(framework.principles))))
    size, table = round(2 * (radius + BEYOND)), radius - WITHIN
    middle = size / 2
    cards = [
        _card(principle.number, principle.id, principle.title, href(principle.id), *_around(middle, radius, turn, CARD))
        for place, principle in enumerate(framework.principles)
        for turn in [place / len(framework.principles)]
    ]
    seats = []
    for seat in range(SEATS):
        x, y = _around(middle, table + 26, (seat + 0.5) / SEATS, 0)
        seats.append(mark("organisation" if seat % 2 else "resident", x, y, 15))
    return element(
        "svg",
        element("title", escape(say("wheel.title")), id="wheel-title"),
        element("circle", cx=middle, cy=middle, r=table, class_="table"),
        *seats,
        text(say("wheel.one-table"), x=middle, y=middle - 4, class_="table-words"),
        text(say("common.principles", count=len(framework.principles)), x=middle, y=middle + 24, class_="table-words"),
        *cards,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {size} {size}",
        role="group",
        aria_labelledby="wheel-title",
        class_="picture wheel",
    )


def _around(middle: float, radius: float, turn: float, size: float) -> tuple[float, float]:
    """The place at a part of a turn from the top, clockwise; moved so that a square of `size` is centred there.

    >>> _around(100, 50, 0, 0)
    (100.0, 50.0)
    """
    angle = 2 * math.pi * turn - math.pi / 2
    return middle + radius * math.cos(angle) - size / 2, middle + radius * math.sin(angle) - size / 2


def _card(number: int, id_: str, title: str, address: str, x: float, y: float) -> str:
    drawn = principle_mark(id_).replace("<svg", f'<svg x="{x + 15:.1f}" y="{y + 10:.1f}" width="56" height="47"', 1)
    label = text(str(number), x=x + 8, y=y + CARD - 9, class_="number", aria_hidden="true")
    return element(
        "a",
        element("title", f"{number}. {escape(title)}"),
        element("rect", x=x, y=y, width=CARD, height=CARD, class_="card"),
        drawn,
        label,
        href=address,
        aria_label=f"{number}. {title}",
    )
