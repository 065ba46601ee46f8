"""What each side answered, on one scale for each statement, the widest difference first."""

from collections.abc import Mapping, Sequence

from framework.core.answers import Side, side_name
from framework.core.questions import Assessment
from framework.core.words import comma_listed, say
from framework.draw.lines import lines
from framework.draw.svg import element, mark, picture, text
from framework.tools.sides.rules import Views

WIDTH = 320
"""Drawn for the narrowest phone, so that its words can be read there."""
LETTERS = 38
"""How many letters of a title fit on a line."""
LINE = 18
SCALE = (34, 286)
"""Where the scale begins and ends: half a row of marks fits before and behind."""
MARK = 18
BETWEEN = 22
"""From mark to mark, where sides gave the same answer."""


def sides_picture(assessment: Assessment, rows: Sequence[Views], titles: Mapping[str, str], id_: str) -> str:
    """Draw rows in their order as SVG text: `titles` by what each bears on; `id_` is unique on its page."""
    drawn: list[str] = []
    top = 0.0
    for row in rows:
        shapes, height = _row(row, titles[row.statement.bears_on], top)
        drawn.append(element("g", *shapes))
        top += height
    name = say("sides.picture", title=assessment.title)
    return picture(id_, name, describe(rows, titles), WIDTH, max(top, 1), *drawn, along=True)


def describe(rows: Sequence[Views], titles: Mapping[str, str]) -> str:
    """What the picture shows, as sentences."""
    return " ".join(_words(row, titles[row.statement.bears_on]) for row in rows)


def _words(row: Views, title: str) -> str:
    answers = comma_listed(
        say("sides.answered", side=side_name(side), answer=answer, most=_most(row))
        if isinstance(answer, int)
        else say("sides.no-one-answer", side=side_name(side))
        for side, answer in row.answers.items()
    )
    return say("sides.row", title=title, answers=answers, apart=apart(row.gap))


def apart(gap: int | None) -> str:
    """How far apart the sides are, in words.

    >>> apart(2), apart(0)
    ('2 steps apart', 'The same answer')
    """
    if gap is None:
        return say("sides.nothing-beside")
    return say("sides.apart", count=gap) if gap else say("sides.same")


def _row(row: Views, title: str, top: float) -> tuple[list[str], float]:
    name = lines(title, LETTERS)
    shapes = [text(each, x=0, y=top + LINE * (n + 1), class_="label") for n, each in enumerate(name)]
    middle = top + LINE * len(name) + 24
    stops = [_x(points, _most(row)) for points in range(_most(row) + 1)]
    shapes.append(element("line", x1=stops[0], y1=middle, x2=stops[-1], y2=middle, class_="scale"))
    shapes += [element("line", x1=x, y1=middle - 5, x2=x, y2=middle + 5, class_="scale") for x in stops]
    points = {side: answer for side, answer in row.answers.items() if isinstance(answer, int)}
    if row.gap:
        ends = (stops[min(points.values())], stops[max(points.values())])
        shapes.append(element("line", x1=ends[0], y1=middle, x2=ends[1], y2=middle, class_="reach"))
    for stop, x in enumerate(stops):
        here: list[Side] = [side for side, answer in points.items() if answer == stop]
        for place, side in enumerate(here):
            shapes.append(mark(side, x + BETWEEN * (place - (len(here) - 1) / 2), middle, MARK))
    below = middle + 28
    shapes += [
        text(say("sides.least"), x=0, y=below, class_="note"),
        text(apart(row.gap), x=WIDTH / 2, y=below, text_anchor="middle", class_="state" if row.gap else "note"),
        text(say("sides.most"), x=WIDTH, y=below, text_anchor="end", class_="note"),
    ]
    return shapes, LINE * len(name) + 76


def _most(row: Views) -> int:
    return len(row.statement.answers) - 1


def _x(points: int, most: int) -> float:
    return SCALE[0] + (SCALE[1] - SCALE[0]) * points / most
