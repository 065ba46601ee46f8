"""Cards in bands, one above the other: what is laid out in rows within each, with bent arrows from row to row."""

from collections.abc import Mapping, Sequence

from framework.draw.cards import Card, CardArrow, Size, card_height, card_width, label_width, number_radius
from framework.draw.flow import Arrow, Laid, ranked
from framework.draw.layers import layered


def placed_in_bands(cards: Sequence[Card], arrows: Sequence[CardArrow], size: Size) -> Laid:
    """Where all of it goes, in rows of which those of a higher band stand above the others, with bent arrows.

    The first band keeps its order.
    """
    band_of = {card.id: card.band for card in cards}
    spans = {card.id: min(card.span, size.most) for card in cards}
    plain = [
        Arrow(each.id, each.start, each.end, "end", label_width(each, size))
        for each in arrows
        if each.start != each.end
    ]
    levels: list[list[str]] = []
    for band in sorted(set(band_of.values())):
        ids = [id_ for id_, its in band_of.items() if its == band]
        inside = [each for each in plain if band_of[each.start] == band == band_of[each.end]]
        levels += [ids] if band == max(band_of.values()) else ranked(ids, inside)
    if size.close:
        levels = _closed_up(levels, plain)
    rows = [part for row in levels for part in _parted(row, spans, size.most)[::-1]]
    sizes = {card.id: (card_width(card, size), card_height(card, size)) for card in cards}
    return layered(rows[::-1], sizes, plain, size.gap, 2 * number_radius(size))


def _closed_up(levels: Sequence[Sequence[str]], arrows: Sequence[Arrow]) -> list[list[str]]:
    """The levels, with each card that no arrow reaches just below the first of those that it leads to."""
    level = {id_: number for number, ids in enumerate(levels) for id_ in ids}
    reached = {each.end for each in arrows}
    ahead: dict[str, list[int]] = {}
    for each in arrows:
        ahead.setdefault(each.start, []).append(level[each.end])
    for id_, ends in ahead.items():
        if id_ not in reached:
            level[id_] = max(level[id_], min(ends) - 1)
    found = [[id_ for id_, its in level.items() if its == number] for number in range(len(levels))]
    return [ids for ids in found if ids]


def _parted(row: Sequence[str], spans: Mapping[str, int], most: int) -> list[list[str]]:
    """A row in as many as its cards need."""
    found: list[list[str]] = [[]]
    for id_ in row:
        if found[-1] and sum(spans[each] for each in found[-1]) + spans[id_] > most:
            found.append([])
        found[-1].append(id_)
    return found
