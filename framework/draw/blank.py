"""An empty picture for a wall, to be filled in with sticky notes and a pen: as large as A1, in millimetres."""

from collections.abc import Sequence

from framework.core.words import say
from framework.draw.cards import KIND, Key, Size, arrow_heads, legend
from framework.draw.column import BOLD, wrapped
from framework.draw.svg import element, picture, text

WIDTH, HEIGHT = 821.0, 574.0
"""A1 across, without its margins."""
NOTE = 76.0
"""A sticky note is a square of this size."""
HEADING, WORDS, SMALL = 20.0, 9.5, 7.5
TOP = 74.0
GAP = 22.0
ACROSS = 4
LEGEND = Size("blank", card=NOTE, gap=GAP, text=8, most=ACROSS)
FOOT = 34.0


def blank_sheet(id_: str, title: str, places: Sequence[str], lines: Sequence[str], keys: Sequence[Key]) -> str:
    """Draw a sheet with a place for a note of each name, as SVG text; nothing is named where a name is empty.

    `lines` stand below each place, to be ticked or filled in. `id_` is unique on its page.
    """
    rows = -(-len(places) // ACROSS)
    wide = (WIDTH - (ACROSS - 1) * GAP) / ACROSS
    high = (HEIGHT - TOP - FOOT - rows * GAP) / rows
    drawn = [
        text(title, x=0, y=HEADING, font_size=HEADING, class_="heading"),
        text(say("blank-sheet.about"), x=0, y=HEADING + 1.8 * WORDS, font_size=WORDS, class_="card-words"),
        text(say("blank-sheet.decision"), x=0, y=TOP - 12, font_size=WORDS, class_="card-words"),
        element("path", d=f"M190,{TOP - 12:g} H{WIDTH:g}", stroke_width=1, class_="arrow-line"),
    ]
    for nth, name in enumerate(places):
        left, top = (nth % ACROSS) * (wide + GAP), TOP + (nth // ACROSS) * (high + GAP)
        drawn.append(_place(name, lines, left, top, wide, high))
    below, _ = legend(keys, LEGEND, WIDTH, HEIGHT - FOOT, id_)
    ground = element("rect", x=0, y=0, width=WIDTH, height=HEIGHT, class_="ground")
    told = say("blank-sheet.told", names="; ".join(filter(None, places)))
    return picture(
        id_, title, told, WIDTH, HEIGHT, arrow_heads(id_, {key.line for key in keys}), ground, *drawn, *below, kind=KIND
    )


def _place(name: str, lines: Sequence[str], left: float, top: float, wide: float, high: float) -> str:
    """A place for one note, with its name, and lines to fill in below it."""
    foot = top + high
    parts = [
        element(
            "rect", x=left, y=top, width=wide, height=high, stroke_width=1, stroke_dasharray="4 3", class_="card-edge"
        )
    ]
    for nth, line in enumerate(wrapped(name, BOLD * WORDS, wide - 8, 2) if name else ()):
        y = top + (1.3 * nth + 1.2) * WORDS
        parts.append(text(line, x=left + 4, y=y, font_size=WORDS, class_="card-name"))
    for nth, line in enumerate(reversed(lines)):
        parts.append(text(line, x=left + 4, y=foot - 5 - 1.6 * SMALL * nth, font_size=SMALL, class_="card-words"))
    return element("g", *parts)
