"""Numbers of several sides over time, as a small picture: a line for each side, with its own mark at each time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from framework.core.answers import Side, side_name
from framework.draw.labels import cut, width
from framework.draw.lines import lines as broken
from framework.draw.svg import element, mark, picture, text

KIND = "series-picture"
"""The class by which a style sheet reaches it."""
WIDTH, HEIGHT = 360, 168
"""Drawn for a phone, so that its words can be read there."""
LEFT, RIGHT, TOP, BOTTOM = 44, 340, 18, 128
MARK = 13
LONGEST = 22
"""Letters of the name of a time."""
BESIDE = 7
"""How far the marks of two sides stand apart at one time, so that none covers another."""
HEADING = 18
"""How large its title is, where it has one."""
TITLE_LINE = 34
"""Letters of a title on a line."""
PAINT = {
    "ground": 'fill="{paper}"',
    "scale": 'stroke="{ink}" stroke-width="1.5"',
    "note": 'fill="{ink}" font-size="13"',
    "heading": 'fill="{ink}" font-size="18" font-weight="700"',
    "series": 'stroke-width="2.5"',
    "resident-line": 'stroke="{resident}"',
    "organisation-line": 'stroke="{organisation}" stroke-dasharray="8 4"',
    "other-line": 'stroke="{other}" stroke-dasharray="2 4"',
    "resident": 'fill="{resident}"',
    "organisation": 'fill="{organisation}"',
    "other": 'fill="{other}"',
}
"""What each class looks like in a file. On the page, the style sheet says it."""


def series_picture(
    id_: str,
    title: str,
    description: str,
    ends: tuple[str, str],
    lines: Mapping[Side, Sequence[float | None]],
    most: tuple[float, str],
    *,
    alone: bool = False,
) -> str:
    """Draw numbers from 0 to `most`, which is told in words too; None where a side has no number at a time.

    `ends` are the first and the last time, in words, the last empty where there is but one; `id_` is unique on its
    page. One that stands `alone`, away from the page, has its title on it, and says what its marks mean.
    """
    top, words = most
    shapes = [
        element("line", x1=LEFT, y1=TOP, x2=LEFT, y2=BOTTOM, class_="scale"),
        element("line", x1=LEFT, y1=BOTTOM, x2=RIGHT, y2=BOTTOM, class_="scale"),
        text(words, x=LEFT - 6, y=TOP + 5, class_="note", text_anchor="end"),
        text("0", x=LEFT - 6, y=BOTTOM + 5, class_="note", text_anchor="end"),
        text(cut(ends[0], LONGEST), x=LEFT, y=BOTTOM + 24, class_="note"),
        text(cut(ends[1], LONGEST), x=RIGHT + 14, y=BOTTOM + 24, class_="note", text_anchor="end"),
    ]
    for place, (side, numbers) in enumerate(lines.items()):
        aside = BESIDE * (place - (len(lines) - 1) / 2)
        points = [
            (_x(n, len(numbers)) + aside, _y(number, top)) for n, number in enumerate(numbers) if number is not None
        ]
        shapes += [
            element("line", x1=one[0], y1=one[1], x2=other[0], y2=other[1], class_=f"series {side}-line")
            for one, other in pairwise(points)
        ]
        shapes += [mark(side, x, y, MARK) for x, y in points]
    if not alone:
        return picture(id_, title, description, WIDTH, HEIGHT, *shapes, kind=KIND, along=True)
    heads = broken(title, TITLE_LINE)
    above = 1.3 * HEADING * len(heads) + 6
    ground = element("rect", x=0, y=0, width=WIDTH, height=HEIGHT + above + 28, class_="ground")
    said = [text(line, x=8, y=1.3 * HEADING * nth, class_="heading") for nth, line in enumerate(heads, 1)]
    drawn = element("g", *shapes, transform=f"translate(0 {above:g})")
    return picture(id_, title, description, WIDTH, HEIGHT + above + 28, ground, *said, drawn, *_key(lines, above))


def _key(sides: Iterable[Side], above: float) -> Iterator[str]:
    """What each side's mark is."""
    x, y = 16.0, HEIGHT + above + 10
    for side in sides:
        yield mark(side, x, y, MARK)
        yield text(side_name(side), x=x + 12, y=y + 5, class_="note")
        x += 34 + 1.1 * width(side_name(side), 13)


def _x(place: int, times: int) -> float:
    """Where a time stands: the first at the left, the last at the right.

    >>> _x(0, 3), _x(2, 3), _x(0, 1)
    (62.0, 330.0, 196.0)
    """
    first, last = LEFT + 18, RIGHT - 10
    return (first + last) / 2 if times < 2 else first + (last - first) * place / (times - 1)


def _y(number: float, top: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * number / top if top else float(BOTTOM)
