"""Decisions on the ladder of participation: one on its rungs, or all of a project, each on a ladder laid down."""

from collections.abc import Sequence

from framework.core.questions import Rung
from framework.core.words import say
from framework.draw.labels import width
from framework.draw.lines import fitted, lines
from framework.draw.svg import element, picture, text
from framework.tools.ladder.rules import Decision

KIND = "ladder-quiz-picture"
"""The class by which the widget's style reaches it."""
WIDTH = 320
"""Drawn for the narrowest phone, so that its words can be read there."""

RUNG = 40
HEADING = 26
RAIL = 158
"""Where the rail beside the names stands. The other comes nearer where the words beside the diamonds need room."""
RUNG_WIDTH = 66
LEAST_RUNG = 34
NAMES = 176
DIAMONDS = 70
BESIDE = 18
"""From a diamond to the word beside it."""
LABEL, STATE = 15, 13
"""How large the words are for which room is made: names as a page may show them, and those beside the diamonds."""
NAME_LINE = 16

LETTERS = 42
"""How many letters of a decision's name fit on a line."""
LINE = 18
SCALE = (16, 304)
"""Where the ladder that is laid down begins and ends."""
SIZE = 18


def one_ladder(rungs: Sequence[Rung], decision: Decision, id_: str) -> str:
    """Draw one decision on its rungs, the highest first, as SVG text. `id_` is unique on the page that shows it."""
    shapes: list[str] = []
    height = 0.0
    middles: dict[int, float] = {}
    groups = [rung.group for rung in rungs]
    diamonds = _diamonds(decision)
    rails = (max(diamonds + RAIL - RUNG_WIDTH - DIAMONDS, RAIL - RUNG_WIDTH), RAIL)
    for place, rung in enumerate(rungs):
        if place == groups.index(rung.group):
            height += HEADING
            shapes.append(text(say(f"ladder.group-{rung.group}"), x=NAMES, y=height - 6, class_="note"))
        middles[rung.number] = height + RUNG / 2
        shapes += _rung(rung, decision, middles[rung.number], rails)
        height += RUNG
    height += 8
    drawn = [element("rect", x=x, y=6, width=6, height=height - 8, class_="rail") for x in (rails[0] - 6, rails[1])]
    title = say("ladder.one", name=decision.name)
    marks = _marks(decision, middles, diamonds)
    return picture(id_, title, describe_one(rungs, decision), WIDTH, height, *drawn, *shapes, *marks, kind=KIND)


def _diamonds(decision: Decision) -> float:
    """Where the diamonds stand: so that the words beside them have room."""
    words = [word for _, word in _told(decision)]
    needed = max((width(word, STATE, bold=True) for word in words), default=0.0) + BESIDE
    return min(max(DIAMONDS, needed), DIAMONDS + RUNG_WIDTH - LEAST_RUNG)


def _rung(rung: Rung, decision: Decision, middle: float, rails: tuple[float, float]) -> list[str]:
    found = decision.place
    reached = found.answered > 0 and rung.number == found.highest
    maybe = found.answered > 0 and found.lowest <= rung.number < found.highest
    kind = "reached" if reached else "maybe" if maybe else "free"
    named = reached or rung.number == decision.claim
    return [
        element("rect", x=rails[0], y=middle - 6, width=rails[1] - rails[0], height=12, class_=f"rung rung--{kind}"),
        *(
            text(line, x=NAMES, y=middle + 5 + NAME_LINE * at, class_="label" if named else "plain-label")
            for at, line in _about_the_middle(fitted(f"{rung.number} {rung.name}", WIDTH - NAMES, LABEL, bold=named))
        ),
    ]


def _about_the_middle(found: Sequence[str]) -> list[tuple[float, str]]:
    """How many lines below the middle each line stands."""
    return [(place - (len(found) - 1) / 2, line) for place, line in enumerate(found)]


def _told(decision: Decision) -> list[tuple[int, str]]:
    """The words beside the diamonds, each with its rung."""
    found, claim = decision.place, decision.claim
    told = [(claim, say("ladder.said"))] if claim else []
    if found.answered:
        told.append((found.highest, say("ladder.is" if found.lowest == found.highest else "ladder.at-most")))
    return told


def _marks(decision: Decision, middles: dict[int, float], x: float) -> list[str]:
    found, claim = decision.place, decision.claim
    told = _told(decision)
    if found.answered and claim == found.highest:
        here = middles[claim]
        both = [_diamond(x, here, "claim", SIZE + 12), _diamond(x, here, "fact", SIZE - 4)]
        return [*both, *(_beside(word, here + aside, x) for (_, word), aside in zip(told, (-8, 8), strict=True))]
    marks = [_diamond(x, middles[claim], "claim")] if claim else []
    if found.answered:
        marks.append(_diamond(x, middles[found.highest], "fact"))
    if len(marks) > 1 and claim:
        marks.insert(0, element("line", x1=x, y1=middles[claim], x2=x, y2=middles[found.highest], class_="gap"))
    return [*marks, *(_beside(word, middles[rung], x) for rung, word in told)]


def _beside(words: str, middle: float, x: float) -> str:
    return text(words, x=x - BESIDE, y=middle + 5, text_anchor="end", class_="state")


def _diamond(x: float, y: float, kind: str, size: float = SIZE) -> str:
    half = size / 2
    corners = f"{x:g},{y - half:g} {x + half:g},{y:g} {x:g},{y + half:g} {x - half:g},{y:g}"
    return element("polygon", points=corners, class_=kind)


def describe_one(rungs: Sequence[Rung], decision: Decision) -> str:
    """What the picture of one decision shows, as sentences."""
    return say("ladder.decision", name=decision.name, standing=_standing(rungs, decision))


def _standing(rungs: Sequence[Rung], decision: Decision) -> str:
    names = {each.number: f"{each.number} {each.name}" for each in rungs}
    found = decision.place
    claim = say("ladder.claimed", rung=names[decision.claim]) if decision.claim else say("ladder.not-claimed")
    if not found.answered:
        return say("ladder.no-facts", claim=claim)
    highest = names[found.highest]
    if found.lowest < found.highest:
        return say("ladder.facts-so-far", claim=claim, highest=highest, lowest=names[found.lowest])
    return say("ladder.facts", claim=claim, highest=highest)


def project_picture(title: str, rungs: Sequence[Rung], decisions: Sequence[Decision], id_: str) -> str:
    """Draw all decisions of a project under each other, each on a ladder laid down, as SVG text."""
    rows: list[str] = []
    top = 0.0
    for decision in decisions:
        row, height = _row(decision, len(rungs), top)
        rows.append(row)
        top += height
    name = say("ladder.all", title=title)
    return picture(id_, name, describe_all(rungs, decisions), WIDTH, max(top, 1), *rows, kind=KIND, along=True)


def describe_all(rungs: Sequence[Rung], decisions: Sequence[Decision]) -> str:
    """What the picture of all decisions shows, as sentences."""
    return " ".join(describe_one(rungs, each) for each in decisions)


def _row(decision: Decision, rungs: int, top: float) -> tuple[str, float]:
    name = lines(decision.name, LETTERS)
    shapes = [text(each, x=0, y=top + LINE * (n + 1), class_="label") for n, each in enumerate(name)]
    middle = top + LINE * len(name) + 24
    stops = {rung: _x(rung, rungs) for rung in range(1, rungs + 1)}
    shapes.append(element("line", x1=SCALE[0], y1=middle, x2=SCALE[1], y2=middle, class_="scale"))
    for rung, x in stops.items():
        shapes.append(element("line", x1=x, y1=middle - 5, x2=x, y2=middle + 5, class_="scale"))
        named = rung in (decision.claim, decision.place.highest)
        shapes.append(text(str(rung), x=x, y=middle + 27, text_anchor="middle", class_="state" if named else "note"))
    shapes += _row_marks(decision, stops, middle)
    return element("g", *shapes), LINE * len(name) + 70


def _row_marks(decision: Decision, stops: dict[int, float], middle: float) -> list[str]:
    found, claim = decision.place, decision.claim
    here, least = stops[found.highest], stops[found.lowest]
    shapes = [element("line", x1=least, y1=middle, x2=here, y2=middle, class_="reach")] if least < here else []
    if claim == found.highest:
        both = [_diamond(here, middle, "claim", SIZE + 12), _diamond(here, middle, "fact", SIZE - 4)]
        return [*shapes, *both]
    if claim is not None:
        shapes.append(element("line", x1=stops[claim], y1=middle, x2=here, y2=middle, class_="gap"))
        shapes.append(_diamond(stops[claim], middle, "claim"))
    return [*shapes, _diamond(here, middle, "fact")]


def _x(rung: int, rungs: int) -> float:
    """The place of a rung on a ladder that is laid down.

    >>> _x(1, 8), _x(8, 8)
    (16.0, 304.0)
    """
    return SCALE[0] + (SCALE[1] - SCALE[0]) * (rung - 1) / (rungs - 1)
