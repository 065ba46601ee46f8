"""What several sides drew, laid over each other as one picture, and what a page asks for it.

That all have a thing, that not all have it, and that they say something else of it is told by its edge or its line and
by words. Each side has its sign.
"""

from collections.abc import Callable, Mapping
from typing import Any

from framework.core.answers import SIDES, Side, side_name, unknown_request
from framework.core.words import say
from framework.draw.asked import asked_picture
from framework.draw.cards import PAINT, Card, CardArrow, Edge, Key, Line, Size, cards_picture
from framework.draw.paint import painted
from framework.export.form import SIGNS, read_answers
from framework.tools.overlay.lay_over import Fact, LaidOver, Link, Mark, Over, Told, lay_over

NARROW = Size("narrow", card=156, gap=14, text=16, most=2)
WIDE = Size("wide", card=210, gap=30, text=15, most=4)
SIZES = {each.name: each for each in (NARROW, WIDE)}
TWO = 2
STANDING = ("same", "not-all", "otherwise")
EDGES: dict[str, Edge] = {"same": "plain", "not-all": "broken", "otherwise": "strong"}
LINES: dict[str, Line] = {"same": "plain", "not-all": "dotted", "otherwise": "barred"}


def lay(request: Mapping[str, Any], read: Callable[[dict[str, list[str]]], Told]) -> dict[str, Any]:
    """Answer a room's `lay`. In: `sides`, the answers of each, by side; `size`, and `id`, unique on the page; or
    `colours`, for a file. `read` says what a side drew.

    Out: `heading`, how many differences there are; `differences`, each a `sentence` and whom it is `about`;
    `same`, what all have alike, in a sentence; and the `picture`.
    """
    given = request.get("sides")
    if not isinstance(given, dict) or len(given) < TWO or not {*given} <= {*SIDES}:
        raise unknown_request()
    size, id_ = asked_picture(request, SIZES, "overlay")
    laid = lay_over({side: read(read_answers(given[side])) for side in SIDES if side in given})
    colours = request.get("colours")
    drawn = overlay_picture(laid, id_, size, alone=isinstance(colours, dict))
    return {
        "heading": heading(laid),
        "differences": [
            {"sentence": each.sentence, "about": [laid.names[id_] for id_ in dict.fromkeys(each.about)]}
            for each in laid.differences
        ],
        "same": same(laid),
        "picture": painted(drawn, PAINT, colours) if isinstance(colours, dict) else drawn,
    }


def heading(laid: LaidOver) -> str:
    """How many differences there are."""
    count = len(laid.differences)
    return say("overlay.differences", count=count) if count else say("overlay.no-difference")


def same(laid: LaidOver) -> str:
    """What all sides have, and say the same of."""
    names = [laid.names[each.id] for each in laid.marks if each.same]
    return say("overlay.same", count=len(names), names="; ".join(names)) if names else ""


def overlay_picture(laid: LaidOver, id_: str, size: Size = WIDE, *, alone: bool = False) -> str:
    """Draw it as SVG text. `id_` is unique on its page. One that stands `alone` says on it what it is about."""
    title = say("overlay.called", title=next((each for each in laid.titles.values() if each), say("overlay.untitled")))
    told = [heading(laid), *(each.sentence for each in laid.differences), same(laid)]
    cards = [
        Card(each.id, laid.names[each.id], EDGES[standing(each)], tuple(_words(each, size.name == NARROW.name)))
        for each in laid.marks
    ]
    arrows = [_arrow(each) for each in laid.links]
    keys = [
        *(Key(_key(name), edge=EDGES[name]) for name in STANDING),
        *(Key(_key(name), line=LINES[name]) for name in STANDING if laid.links),
        *(Key(side_name(side), side=side) for side in laid.titles),
    ]
    return cards_picture(
        id_, title, "\n".join(filter(None, told)), size, cards, arrows, keys, (title,) if alone else ()
    )


def _key(name: str) -> str:
    return say(f"overlay.key-{name}")


def standing(over: Over) -> str:
    """How a mark or a link stands between the sides: one of `STANDING`."""
    if over.otherwise:
        return "otherwise"
    return "not-all" if over.missing else "same"


def _words(over: Over, brief: bool) -> list[str]:
    """What stands on a card: who has it, where not all do; what all say; and what they say otherwise."""
    lines = [_only(over)] if over.missing else []
    if over.another_name:
        lines += [say("overlay.on-card", sign=SIGNS[side], value=name) for side, name in over.called.items()]
    lines += [say("overlay.silent-on-card", sign=SIGNS[side]) for side in over.silent]
    apart = {next(iter(some.values())).id: some for some in over.differing}
    for fact in _speaking(over).facts:
        if fact.plain and fact.value and fact.id not in apart:
            lines.append(fact.value)
    for some in list(apart.values())[: 2 if brief else 4]:
        lines += _each(some)
    return lines


def _speaking(over: Over) -> Mark | Link:
    """As the first side says it that says something of it."""
    return next(each for side, each in over.by.items() if side not in over.silent)


def _each(some: Mapping[Side, Fact]) -> list[str]:
    """What each side says: a line each where that can be understood alone, else one line of all."""
    values = [
        say("overlay.on-card", sign=SIGNS[side], value=fact.value or say("overlay.nothing"))
        for side, fact in some.items()
    ]
    first = next(iter(some.values()))
    return values if first.plain else [say("overlay.fact-on-card", what=first.what, values=" ".join(values))]


def _only(over: Over) -> str:
    return say("overlay.only", sides=" ".join(f"{SIGNS[side]} {side_name(side)}" for side in over.by))


def _arrow(over: Over) -> CardArrow:
    first = over.first
    assert isinstance(first, Link)
    if over.another_kind:
        words = " ".join(say("overlay.on-card", sign=SIGNS[side], value=kind) for side, kind in over.kinds.items())
    else:
        said = [*([first.what] if first.what else ()), *(line for some in over.differing for line in _each(some))]
        words = " · ".join(said)
        if over.missing:
            signs = " ".join(SIGNS[side] for side in over.by)
            words = say("overlay.only-link", signs=signs, what=words) if words else say("overlay.only", sides=signs)
    return CardArrow(over.id, over.ends[0], over.ends[1], LINES[standing(over)], words, first.higher)
