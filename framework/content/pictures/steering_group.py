"""Who sits round a steering group's table: residents along one edge, the organisation along the other."""

from collections.abc import Iterable, Sequence

from framework.content.model import Seat
from framework.core.answers import Side
from framework.core.words import say
from framework.draw.svg import element, mark, picture, text

WIDTH = 348
"""Drawn for a phone, so that its words can be read there; with room for a browser that sets words a tenth wider."""
HEIGHT = 270
TABLE_LEFT, TABLE_RIGHT = 8, 208
TABLE_TOP, TABLE_BOTTOM = 84, 186
MARK = 26
RING = 40
"""Round the mark of whoever has a task there: a chair, for one."""
LINE = 17
"""From one line of words to the next."""
GAP = 10
"""Between a mark and the table."""


def steering_group(title: str, seats: Sequence[Seat], id_: str) -> str:
    """Draw a group's seats as SVG text: `title` is the picture's; `id_` is unique on the page that shows it."""
    residents, organisation, others = (_of(side, seats) for side in ("resident", "organisation", "other"))
    middle = (TABLE_TOP + TABLE_BOTTOM) / 2
    words = _balance(len(residents), len(organisation))
    return picture(
        id_,
        title,
        describe(seats),
        WIDTH,
        HEIGHT,
        element(
            "rect",
            x=TABLE_LEFT,
            y=TABLE_TOP,
            width=TABLE_RIGHT - TABLE_LEFT,
            height=TABLE_BOTTOM - TABLE_TOP,
            class_="table",
        ),
        *_row("resident", residents, TABLE_TOP - GAP - MARK / 2, TABLE_TOP + 19),
        *_row("organisation", organisation, TABLE_BOTTOM + GAP + MARK / 2, TABLE_BOTTOM - 10),
        *_end(others, middle),
        _edge("resident", residents, 18),
        _edge("organisation", organisation, TABLE_BOTTOM + GAP + MARK + 23),
        text(words, x=(TABLE_LEFT + TABLE_RIGHT) / 2, y=middle + 5, class_="label middle"),
    )


def describe(seats: Iterable[Seat]) -> str:
    """What the picture shows, as sentences.

    >>> describe([Seat(side="resident", who="chosen by their neighbours", count=4),
    ...           Seat(side="resident", who="chosen by their neighbours", task="chair")])
    '4 residents, chosen by their neighbours. 1 resident, chosen by their neighbours: chair.'
    """
    return " ".join(
        say(
            "steering-group.seat-with-task" if seat.task else "steering-group.seat",
            counted=_counted(seat.side, seat.count),
            who=seat.who,
            task=seat.task,
        )
        for seat in seats
    )


def _of(side: Side, seats: Iterable[Seat]) -> list[Seat]:
    """One entry for each person of a side."""
    return [seat for seat in seats if seat.side == side for _ in range(seat.count)]


def _counted(side: Side, count: int) -> str:
    return say(f"steering-group.count-{side}", count=count)


def _balance(residents: int, organisation: int) -> str:
    """Whether the two sides are as many.

    >>> _balance(5, 5), _balance(3, 5)
    ('the same number each', '3 against 5')
    """
    if residents == organisation:
        return say("steering-group.balanced")
    return say("steering-group.unbalanced", one=residents, other=organisation)


def _row(side: Side, seats: Sequence[Seat], y: float, task_y: float) -> list[str]:
    """The people of a side along their edge of the table; a task is written on the table before whoever has it."""
    shapes = []
    for n, seat in enumerate(seats):
        x = TABLE_LEFT + (TABLE_RIGHT - TABLE_LEFT) * (n + 0.5) / len(seats)
        if seat.task:
            shapes += [_ring(x, y), text(seat.task, x=x, y=task_y, class_="state middle")]
        shapes.append(mark(side, x, y, MARK))
    return shapes


def _edge(side: Side, seats: Sequence[Seat], y: float) -> str:
    """How many a side are, and who they are."""
    if not seats:
        return ""
    return element(
        "g",
        text(_counted(side, len(seats)), x=TABLE_LEFT, y=y, class_="label"),
        text(seats[0].who, x=TABLE_LEFT, y=y + LINE, class_="note"),
    )


def _end(seats: Sequence[Seat], middle: float) -> list[str]:
    """The other partners at the end of the table, with their tasks beside them."""
    shapes = []
    x = TABLE_RIGHT + GAP + MARK / 2
    for n, seat in enumerate(seats):
        y = middle + (n - (len(seats) - 1) / 2) * (MARK + 26)
        shapes.append(mark("other", x, y, MARK))
        lines = (seat.task or seat.who).split(" ")
        for m, word in enumerate(lines):
            line = y + 5 + (m - (len(lines) - 1) / 2) * LINE
            shapes.append(text(word, x=x + MARK / 2 + 6, y=line, class_="state"))
    return shapes


def _ring(x: float, y: float) -> str:
    return element("circle", cx=x, cy=y, r=RING / 2, class_="ring")
