"""The health check's result as a picture: each principle on one scale, from least to most."""

from collections.abc import Iterable, Mapping

from framework.core.words import say
from framework.draw.lines import fitted
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
BESIDE = 16
"""From the end of the scale to the words beside it."""
TITLE, STATE, NOTE = 16, 14.5, 14.5
"""How large words are at most, for which room is made: those of an example are larger than those of a result."""
TITLE_LINE, LINE = 18, 16
"""From one line to the next: with room for what Arabic letters have below them."""
MARK = 18


def health_picture(titles: Mapping[str, str], result: Result, id_: str, changes: Iterable[Moved] = ()) -> str:
    """Draw a result as SVG text: `titles` of the principles by id; `id_` is unique on the page that shows it.

    `changes` since an earlier result are drawn as an empty mark where it stood.
    """
    before = {change.principle: change.before for change in changes}
    rows: list[str] = []
    height: float = TOP
    for standing in result.standings:
        row, high = _row(result, standing, titles[standing.principle], height, before.get(standing.principle))
        rows.append(row)
        height += high
    return picture(
        id_, result.given.assessment.title, describe(titles, result), WIDTH, height, *rows, kind=KIND, along=True
    )


def describe(titles: Mapping[str, str], result: Result) -> str:
    """What the picture shows, as sentences."""
    return " ".join(_words(result, each, titles[each.principle]) for each in result.standings)


def _words(result: Result, standing: Standing, title: str) -> str:
    name = result.given.assessment.states[standing.state].name
    return say("standing.row", title=title, state=name, answered=standing.answered, asked=standing.asked)


def _row(result: Result, standing: Standing, title: str, top: float, before: float | None) -> tuple[str, float]:
    """A row, and how high it is: more where words need more than a line."""
    named = fitted(title, WIDTH, TITLE, bold=True)
    line = top + 36 + TITLE_LINE * (len(named) - 1)
    room = WIDTH - RIGHT - BESIDE
    state = fitted(result.given.assessment.states[standing.state].name, room, STATE, bold=True)
    stops = [_x(points) for points in range(MOST_POINTS + 1)]
    answered = say("standing.answered", answered=standing.answered, asked=standing.asked)
    note = fitted(answered, room, NOTE)
    down = [line - 2 + LINE * n for n in range(len(state) + len(note))]
    shapes = [
        *(text(each, x=0, y=top + 14 + TITLE_LINE * n, class_="label") for n, each in enumerate(named)),
        element("line", x1=LEFT, y1=line, x2=RIGHT, y2=line, class_="scale"),
        *(element("line", x1=x, y1=line - 5, x2=x, y2=line + 5, class_="scale") for x in stops),
        *(
            text(each, x=RIGHT + BESIDE, y=y, class_=f"state {standing.state}")
            for each, y in zip(state, down, strict=False)
        ),
        *(text(each, x=RIGHT + BESIDE, y=y, class_="note") for each, y in zip(note, down[len(state) :], strict=True)),
    ]
    if standing.average is not None:
        x = _x(standing.average)
        shapes.append(element("line", x1=LEFT, y1=line, x2=x, y2=line, class_="reach"))
        if before is not None and before != standing.average:
            shapes.append(element("g", mark(result.given.side, _x(before), line, MARK), class_="earlier"))
        shapes.append(mark(result.given.side, x, line, MARK))
    return element("g", *shapes), ROW + TITLE_LINE * (len(named) - 1) + LINE * max(0, len(down) - 2)


def _x(points: float) -> float:
    """The place of 0 to 3 points on the scale.

    >>> _x(0), _x(3)
    (12.0, 232.0)
    """
    return LEFT + (RIGHT - LEFT) * points / MOST_POINTS
