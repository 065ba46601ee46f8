"""The grid of a group's skills: a row for each skill, and in it how many of each side can do it.

Drawn from the same rows for a phone, with the name above the sides; and for a laptop and for paper, with the name
beside them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from framework.core.answers import side_name
from framework.core.questions import Assessment
from framework.core.words import say
from framework.draw.lines import lines
from framework.draw.svg import element, mark, picture, text
from framework.tools.skills.rules import Count, Row, View

KIND = "skills-grid-picture"
"""The class by which the widget's style reaches it."""
MARK = 13
LINE = 18
"""Height of a line of words."""
MARKS: dict[Count, int] = {"nobody": 0, "one": 1, "one-at-most": 1, "several": 2, "untold": 0}
"""How many marks stand for a number of people. That of 'one at most' is empty."""


@dataclass(frozen=True)
class Layout:
    """Where things stand. Lengths are in the picture's own units, in which a name is 14 high."""

    left: int
    """Where the sides begin."""
    column: int
    """How wide a side's column is."""
    beside: bool
    """Whether names stand beside the sides, or above them."""
    letters: int
    """How many letters of a name stand on a line."""


NARROW = Layout(left=0, column=113, beside=False, letters=42)
BROAD = Layout(left=270, column=124, beside=True, letters=34)
ON_PAPER = 7
"""Rows of a picture that stands on a sheet of paper with others."""
WIDTH = 3
"""The sides that a picture has room for, however many are shown: so that letters are as large on each."""


def grid_picture(assessment: Assessment, rows: Sequence[Row], id_: str, layout: Layout) -> str:
    """Draw rows as SVG text; `id_` is unique on the page that shows it."""
    shapes, top = _legend(rows, layout)
    for row in rows:
        made, top = _row(row, layout, top)
        shapes += made
    title = say("skills.picture", title=assessment.title)
    return picture(id_, title, describe(rows), _width(layout), max(top, 1), *shapes, kind=KIND, along=True)


def on_paper(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """Rows in parts, each no higher than half a sheet of paper: a picture breaks nowhere."""
    return [rows[start : start + ON_PAPER] for start in range(0, len(rows), ON_PAPER)]


def describe(rows: Sequence[Row]) -> str:
    """What the picture shows, as sentences."""
    return " ".join(
        say("skills.row", skill=row.skill.words, reason=reason(row), views=" ".join(map(_sentence, row.views)))
        for row in rows
    )


def reason(row: Row) -> str:
    """Why a row stands where it stands, as a sentence."""
    if any(view.can == "one" for view in row.views) and row.need == "one":
        return say("skills.rests-on-one")
    return say(f"skills.need-{row.need}", side=side_name(row.side) if row.side else "")


def _sentence(view: View) -> str:
    counts = {each: say(f"skills.count-{getattr(view, each)}") for each in ("can", "teach", "learn")}
    return say("skills.view", side=side_name(view.side), **counts)


def _width(layout: Layout) -> float:
    return layout.left + layout.column * WIDTH


def _legend(rows: Sequence[Row], layout: Layout) -> tuple[list[str], float]:
    """Whose marks are which, with how many people each side is, and where the rows begin."""
    shapes: list[str] = []
    views = rows[0].views if rows else ()
    for place, view in enumerate(views):
        x = layout.left + layout.column * place
        shapes.append(mark(view.side, x + MARK / 2, 14, MARK))
        words = say("skills.side-people", side=side_name(view.side), people=view.people)
        shapes += [text(each, x=x, y=40 + 15 * n, class_="note") for n, each in enumerate(lines(words, 17))]
    return shapes, 78 if views else 0


def _row(row: Row, layout: Layout, top: float) -> tuple[list[str], float]:
    """One row, and where the next begins."""
    name = lines(row.skill.words, layout.letters)
    why = lines(reason(row), layout.letters + (0 if layout.beside else 8))
    shapes = [element("line", x1=0, y1=top, x2=_width(layout), y2=top, class_="rule")]
    shapes += [text(each, x=0, y=top + 21 + LINE * n, class_="label") for n, each in enumerate(name)]
    below = top + 21 + LINE * len(name)
    shapes += [text(each, x=0, y=below - 1 + 15 * n, class_="note") for n, each in enumerate(why)]
    below += 15 * len(why)
    begins = top if layout.beside else below - 6
    for place, view in enumerate(row.views):
        shapes += _cell(view, layout.left + layout.column * place, begins)
    return shapes, max(below, begins + 60 if row.views else below) + (6 if layout.beside else 10)


def _cell(view: View, x: float, top: float) -> list[str]:
    """How many of a side can: as marks, and below them in words; then who would teach and who would learn."""
    shapes = []
    for place in range(MARKS[view.can]):
        drawn = mark(view.side, x + MARK / 2 + place * (MARK + 3), top + 16, MARK)
        shapes.append(element("g", drawn, class_="maybe") if view.can == "one-at-most" else drawn)
    after = x + (MARK + 3) * MARKS[view.can] + 2 * bool(MARKS[view.can])
    shapes.append(text(say(f"skills.short-{view.can}"), x=after, y=top + 21, class_="count"))
    teach = say("skills.short-teach", count=say(f"skills.short-{view.teach}"))
    learn = say("skills.short-learn", count=say(f"skills.short-{view.learn}"))
    shapes += [text(each, x=x, y=top + 38 + 16 * n, class_="note") for n, each in enumerate((teach, learn))]
    return shapes
