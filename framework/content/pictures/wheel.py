"""The principles around one table: a picture whose parts are links."""

import math
from collections.abc import Callable

from framework.content.model import Framework
from framework.content.pictures.marks import principle_mark
from framework.draw.svg import element, escape, mark, text

SIZE = 520
CARD = 86
RADIUS = 210
TABLE = 108
SEATS = 20
"""Residents and organisations in turn: equal numbers at the table."""


def wheel(framework: Framework, href: Callable[[str], str]) -> str:
    """Draw the principles of a framework as SVG text. `href` gives the address of a principle by its id."""
    middle = SIZE / 2
    cards = [
        _card(number, principle.id, principle.title, href(principle.id), *_around(middle, RADIUS, turn, CARD))
        for number, principle in enumerate(framework.principles, start=1)
        for turn in [(number - 1) / len(framework.principles)]
    ]
    seats = []
    for seat in range(SEATS):
        x, y = _around(middle, TABLE + 26, (seat + 0.5) / SEATS, 0)
        seats.append(mark("organisation" if seat % 2 else "resident", x, y, 15))
    return element(
        "svg",
        element("title", "The principles, around one table", id="wheel-title"),
        element("circle", cx=middle, cy=middle, r=TABLE, class_="table"),
        *seats,
        text("one table,", x=middle, y=middle - 4, class_="table-words"),
        text(f"{len(framework.principles)} principles", x=middle, y=middle + 24, class_="table-words"),
        *cards,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {SIZE} {SIZE}",
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
