"""What a group learns before each stage, as a picture: down a road, the topics first and the stage behind them."""

from dataclasses import dataclass

from framework.core.answers import Side
from framework.core.words import say, spoken
from framework.draw.cards import KIND
from framework.draw.column import wrapped
from framework.draw.labels import width
from framework.draw.svg import element, mark, picture, text
from framework.tools.training_programme.programme import STAGES, Topic, at, describe, led_by

BOLD = 1.2
"""How wide bold letters may be, beside the guide's own."""
LINE = 1.3
MARGIN = 10.0
ROAD = 22.0
"""From the edge to the middle of the road."""
INSET = 54.0
"""From the edge to the topics."""
GAP = 10.0
PAD = 9.0
KNOT = 15.0


@dataclass(frozen=True)
class Size:
    """How large it is drawn, and how many topics stand beside each other."""

    name: str
    wide: float
    most: int
    text: float

    @property
    def card(self) -> float:
        """How wide a topic is."""
        return (self.wide - INSET - MARGIN - (self.most - 1) * GAP) / self.most


SIZES = {each.name: each for each in (Size("narrow", 360, 1, 15), Size("wide", 760, 3, 15))}


def programme_picture(topics: tuple[Topic, ...], id_: str, size: Size) -> str:
    """Draw a programme as SVG text. `id_` is unique on its page."""
    parts: list[str] = []
    y = MARGIN + KNOT
    road = y
    for number, stage in enumerate(STAGES, start=1):
        drawn, y = _cards(at(topics, stage), y, size)
        parts += drawn or [_text(say("training-programme.nothing-before"), INSET, y + 0.9 * size.text, size)]
        y += 0 if drawn else 1.4 * size.text
        y += KNOT + 6
        parts += _knot(number, say(f"training-programme.head-{stage}"), y, size)
        y += KNOT + 16
    end = y - KNOT - 16
    others = at(topics, None)
    if others:
        parts.append(_text(say("training-programme.no-stage"), INSET, y + size.text, size, "heading"))
        drawn, y = _cards(others, y + 1.8 * size.text, size)
        parts += drawn
    keys, y = _keys(y, size)
    x = _at(ROAD, size)
    line = element("path", d=f"M{x:.1f},{road - KNOT:.1f} V{end:.1f}", stroke_width=5, class_="arrow-line")
    ground = element("rect", x=0.0, y=0.0, width=size.wide, height=y, class_="ground")
    title = say("training-programme.title")
    return picture(id_, title, describe(topics), size.wide, round(y, 1), ground, line, *parts, *keys, kind=KIND)


def _at(x: float, size: Size) -> float:
    """A place from the side where people begin to read."""
    return size.wide - x if spoken().direction == "rtl" else x


def _text(words: str, x: float, y: float, size: Size, class_: str = "card-words", share: float = 1.0) -> str:
    anchor = "end" if spoken().direction == "rtl" else "start"
    return text(words, x=_at(x, size), y=y, font_size=share * size.text, text_anchor=anchor, class_=class_)


def _knot(number: int, name: str, y: float, size: Size) -> list[str]:
    x = _at(ROAD, size)
    return [
        element("circle", cx=x, cy=y, r=KNOT, class_="card-number"),
        text(str(number), x=x, y=y + 0.33 * size.text, font_size=size.text, class_="card-number-words"),
        _text(name, INSET, y + 0.4 * size.text, size, "heading", 1.15),
    ]


def _cards(topics: tuple[Topic, ...], y: float, size: Size) -> tuple[list[str], float]:
    """Topics in rows, and where these end."""
    parts: list[str] = []
    for begin in range(0, len(topics), size.most):
        row = topics[begin : begin + size.most]
        lines = [_lines(each, size) for each in row]
        high = max(2 * PAD + size.text * (LINE * len(name) + 0.9 * LINE * len(small)) for name, small in lines)
        for nth, topic in enumerate(row):
            parts.append(_card(topic, lines[nth], INSET + nth * (size.card + GAP), y, high, size))
        y += high + GAP
    return parts, y


def _lines(topic: Topic, size: Size) -> tuple[list[str], list[str]]:
    room = size.card - 2 * PAD
    marks = 1.2 * size.text * len(topic.sides)
    return wrapped(topic.name, BOLD * size.text, room - marks, 3), wrapped(led_by(topic), 0.9 * size.text, room, 2)


def _card(topic: Topic, lines: tuple[list[str], list[str]], x: float, y: float, high: float, size: Size) -> str:
    left = min(_at(x, size), _at(x + size.card, size))
    shape = {"x": left, "y": y, "width": size.card, "height": high}
    more: dict[str, str | float] = {} if topic.leader else {"stroke_dasharray": "6 5"}
    parts = [
        element("rect", **shape, class_="card-ground"),
        element("rect", **shape, stroke_width=2, class_="card-edge", **more),
    ]
    foot = y + PAD - 0.3 * size.text
    for nth, side in enumerate(topic.sides):
        middle = _at(x + PAD + (0.45 + 1.2 * nth) * size.text, size)
        parts.append(mark(side, middle, foot + 0.95 * size.text, 0.85 * size.text))
    beside = x + PAD + 1.2 * size.text * len(topic.sides)
    for line in lines[0]:
        foot += LINE * size.text
        parts.append(_text(line, beside, foot, size, "card-name"))
    for line in lines[1]:
        foot += 0.9 * LINE * size.text
        parts.append(_text(line, x + PAD, foot, size, share=0.9))
    return element("g", *parts, class_="card", data_id=topic.id)


def _keys(y: float, size: Size) -> tuple[list[str], float]:
    parts: list[str] = []
    x, y = MARGIN, y + 1.4 * size.text
    learning: tuple[tuple[Side, str], ...] = (
        ("resident", say("training-programme.residents-learn")),
        ("organisation", say("training-programme.officers-learn")),
    )
    for side, words in learning:
        parts.append(mark(side, _at(x + 0.45 * size.text, size), y - 0.32 * size.text, 0.85 * size.text))
        parts.append(_text(words, x + 1.2 * size.text, y, size))
        x += 2.8 * size.text + width(words, size.text)
    return parts, y + size.text
