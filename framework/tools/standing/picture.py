"""The health check's result as a picture: each principle on one scale, from least to most."""

from collections.abc import Iterable, Mapping

from framework.core.words import say
from framework.draw.svg import element, mark, picture, text
from framework.tools.standing.rules import MOST_POINTS, Moved, Result, Standing

KIND = "health-check-picture"
"""The class by which the widget's style reaches it."""
WIDTH = 360
"""Drawn for a phone, so that its words can be read there."""
ROW = 62
TOP = 8
LEFT, RIGHT = 12, 232
"""Where the scale begins and ends."""
MARK = 18


def health_picture(titles: Mapping[str, str], result: Result, id_: str, changes: Iterable[Moved] = ()) -> str:
    """Draw a result as SVG text: `titles` of the principles by id; `id_` is unique on the page that shows it.

    `changes` since an earlier result are drawn as an empty mark where it stood.
    """
    before = {change.principle: change.before for change in changes}
    rows = [
        _row(result, standing, titles[standing.principle], TOP + n * ROW, before.get(standing.principle))
        for n, standing in enumerate(result.standings)
    ]
    height = TOP + len(rows) * ROW
    return picture(
        id_, result.given.assessment.title, describe(titles, result), WIDTH, height, *rows, kind=KIND, along=True
    )


def describe(titles: Mapping[str, str], result: Result) -> str:
    """What the picture shows, as sentences."""
    return " ".join(_words(result, each, titles[each.principle]) for each in result.standings)


def _words(result: Result, standing: Standing, title: str) -> str:
    name = result.given.assessment.states[standing.state].name
    return say("standing.row", title=title, state=name, answered=standing.answered, asked=standing.asked)


def _row(result: Result, standing: Standing, title: str, top: float, before: float | None) -> str:
    line = top + 36
    stops = [_x(points) for points in range(MOST_POINTS + 1)]
    answered = say("standing.answered", answered=standing.answered, asked=standing.asked)
    shapes = [
        text(title, x=0, y=top + 14, class_="label"),
        element("line", x1=LEFT, y1=line, x2=RIGHT, y2=line, class_="scale"),
        *(element("line", x1=x, y1=line - 5, x2=x, y2=line + 5, class_="scale") for x in stops),
        text(
            result.given.assessment.states[standing.state].name,
            x=RIGHT + 16,
            y=line - 1,
            class_=f"state {standing.state}",
        ),
        text(answered, x=RIGHT + 16, y=line + 14, class_="note"),
    ]
    if standing.average is not None:
        x = _x(standing.average)
        shapes.append(element("line", x1=LEFT, y1=line, x2=x, y2=line, class_="reach"))
        if before is not None and before != standing.average:
            shapes.append(element("g", mark(result.given.side, _x(before), line, MARK), class_="earlier"))
        shapes.append(mark(result.given.side, x, line, MARK))
    return element("g", *shapes)


def _x(points: float) -> float:
    """The place of 0 to 3 points on the scale.

    >>> _x(0), _x(3)
    (12.0, 232.0)
    """
    return LEFT + (RIGHT - LEFT) * points / MOST_POINTS
