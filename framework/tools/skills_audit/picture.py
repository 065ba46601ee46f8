"""Who can teach whom, as a picture: a row for each skill, from those who can teach it to those who want to learn it."""

from collections.abc import Sequence
from dataclasses import dataclass

from framework.core.answers import Side, side_name
from framework.core.words import say, spoken
from framework.draw.cards import KIND
from framework.draw.column import wrapped
from framework.draw.labels import width
from framework.draw.svg import element, mark, picture, text
from framework.tools.skills_audit.grid import Person, Skill, describe

BOLD = 1.2
"""How wide bold letters may be, beside the guide's own."""
LINE = 1.3
MARGIN = 10.0
ARROW = 44.0
"""Room for the arrow between those who teach and those who learn."""
PAD = 9.0


@dataclass(frozen=True)
class Size:
    """How large it is drawn."""

    name: str
    wide: float
    beside: float
    """Room for a skill's name beside those who teach; none where it stands above them."""
    text: float

    @property
    def box(self) -> float:
        """How wide a box with people is."""
        return (self.wide - 2 * MARGIN - self.beside - ARROW) / 2


SIZES = {each.name: each for each in (Size("narrow", 360, 0, 15), Size("wide", 720, 200, 15))}


def teaching_picture(skills: tuple[Skill, ...], id_: str, size: Size) -> str:
    """Draw a grid's skills as SVG text. `id_` is unique on its page."""
    parts = _heads(size) if skills else []
    y = 2.2 * size.text if skills else 0.0
    for skill in skills:
        drawn, y = _row(skill, y, size)
        parts += drawn
    if not skills:
        parts.append(_text(say("skills-audit.nothing"), MARGIN, 2 * size.text, size))
        y = 3 * size.text
    keys, y = _keys(y, size)
    ground = element("rect", x=0.0, y=0.0, width=size.wide, height=y, class_="ground")
    return picture(
        id_, say("skills-audit.title"), describe(skills), size.wide, round(y, 1), ground, *parts, *keys, kind=KIND
    )


def _at(x: float, size: Size) -> float:
    """A place from the side where people begin to read."""
    return size.wide - x if spoken().direction == "rtl" else x


def _text(words: str, x: float, y: float, size: Size, class_: str = "card-words") -> str:
    anchor = "end" if spoken().direction == "rtl" else "start"
    return text(words, x=_at(x, size), y=y, font_size=size.text, text_anchor=anchor, class_=class_)


def _heads(size: Size) -> list[str]:
    left = MARGIN + size.beside
    return [
        _text(say("skills-audit.can-teach"), left, 1.4 * size.text, size, "heading"),
        _text(say("skills-audit.wants-to-learn"), left + size.box + ARROW, 1.4 * size.text, size, "heading"),
    ]


def _row(skill: Skill, y: float, size: Size) -> tuple[list[str], float]:
    """A skill: its name, the two boxes and the arrow; and where the next begins."""
    left = MARGIN + size.beside
    room = size.beside - 12 if size.beside else size.wide - 2 * MARGIN
    names = wrapped(skill.name, BOLD * size.text, room, 3)
    parts = [
        _text(line, MARGIN, y + LINE * size.text * (nth + 1) - 2, size, "heading") for nth, line in enumerate(names)
    ]
    top = y if size.beside else y + LINE * size.text * len(names) + 6
    boxes = [_lines(people, size) for people in (skill.teachers, skill.learners)]
    high = max(LINE * size.text * max(1, *map(len, boxes)) + 2 * PAD, LINE * size.text * len(names) * bool(size.beside))
    middle = top + high / 2
    for people, lines, x, nobody in (
        (skill.teachers, boxes[0], left, say("skills-audit.nobody")),
        (skill.learners, boxes[1], left + size.box + ARROW, say("skills-audit.no-one-asked")),
    ):
        parts += _box(lines if people else [], x, top, high, size, nobody)
    if skill.learners:
        parts.append(_arrow(left + size.box + 5, left + size.box + ARROW - 5, middle, bool(skill.teachers), size))
    return parts, top + high + 14


def _lines(people: Sequence[Person], size: Size) -> list[list[tuple[Person, str, float]]]:
    """People on lines that are no wider than their box: each with the words and how far from its edge they begin."""
    found: list[list[tuple[Person, str, float]]] = [[]]
    room = size.box - 2 * PAD
    x = 0.0
    for person in people:
        (words,) = wrapped(person.name, size.text, room - 1.3 * size.text, 1)
        long = 1.3 * size.text + width(words, size.text)
        if x and x + long > room:
            found.append([])
            x = 0.0
        found[-1].append((person, words, x))
        x += long + 0.9 * size.text
    return found


def _box(
    lines: list[list[tuple[Person, str, float]]], x: float, top: float, high: float, size: Size, nobody: str
) -> list[str]:
    left = min(_at(x, size), _at(x + size.box, size))
    more: dict[str, str | float] = {} if lines else {"stroke_dasharray": "6 5"}
    shape = {"x": left, "y": top, "width": size.box, "height": high}
    parts = [
        element("rect", **shape, class_="card-ground"),
        element("rect", **shape, stroke_width=2, class_="card-edge", **more),
    ]
    y = top + PAD + 0.95 * size.text
    if not lines:
        (words,) = wrapped(nobody, size.text, size.box - 2 * PAD, 1)
        parts.append(_text(words, x + PAD, y, size))
    for line in lines:
        for person, words, beside in line:
            middle = _at(x + PAD + beside + 0.45 * size.text, size)
            parts.append(mark(person.side, middle, y - 0.32 * size.text, 0.85 * size.text))
            parts.append(_text(words, x + PAD + beside + 1.2 * size.text, y, size))
        y += LINE * size.text
    return parts


def _arrow(start: float, end: float, y: float, known: bool, size: Size) -> str:
    """From who teaches to who learns; broken where nobody teaches."""
    x1, x2 = _at(start, size), _at(end, size)
    step = 1 if x2 > x1 else -1
    more: dict[str, str | float] = {} if known else {"stroke_dasharray": "4 5"}
    line = element("path", d=f"M{x1:.1f},{y:.1f} H{x2 - step * 8:.1f}", stroke_width=3, class_="arrow-line", **more)
    head = f"M{x2:.1f},{y:.1f} l{-step * 11},-6 v12 z"
    return line + element("path", d=head, class_="arrow-head")


def _keys(y: float, size: Size) -> tuple[list[str], float]:
    found: list[tuple[Side | None, str]] = [
        ("resident", side_name("resident")),
        ("organisation", say("skills-audit.officers")),
        (None, say("skills-audit.not-known")),
    ]
    parts: list[str] = []
    x, y = MARGIN, y + size.text
    for side, words in found:
        long = 1.3 * size.text + width(words, size.text)
        if x > MARGIN and x + long > size.wide - MARGIN:
            x, y = MARGIN, y + 1.6 * size.text
        parts.append(mark(side, _at(x + 0.45 * size.text, size), y - 0.32 * size.text, 0.85 * size.text))
        parts.append(_text(words, x + 1.2 * size.text, y, size))
        x += long + 1.6 * size.text
    return parts, y + size.text
