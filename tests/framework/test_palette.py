"""Palettes from one colour: it is taken as it is, and what follows from it can be read."""

import random
from itertools import combinations

import pytest

from framework.fork.brand import Light
from framework.fork.contrast import COLOUR, GROUNDS, MARK, TEXT, contrast, too_close
from framework.fork.oklch import Oklch, difference
from framework.fork.palette import palettes

CHANCE = random.Random(2022)
COLOURS = [f"#{CHANCE.randrange(1 << 24):06X}" for _ in range(200)]
SIDES = ("resident", "organisation", "other")


@pytest.mark.parametrize(
    "main", [*COLOURS, "#000000", "#FFFFFF", "#808080", "#FFD500", "#E6007E", "#CE2C91", "#00AEEF"]
)
def test_any_colour_is_taken_as_it_is_and_all_that_follows_can_be_read(main: str) -> None:
    day, night = palettes(main)
    assert day["band"] == night["band"] == main
    if min(contrast(main, day[ground]) for ground in GROUNDS) >= MARK:
        assert day["organisation"] == main
    for tokens in (day, night):
        assert set(tokens) == set(vars(Light()))
        assert all(COLOUR.fullmatch(told) for told in tokens.values())
        assert list(too_close(tokens)) == []
        assert min(difference(tokens[one], tokens[other]) for one, other in combinations(SIDES, 2)) > 0.05
    assert contrast(day["ink"], day["paper"]) > 7
    assert contrast(night["ink"], night["paper"]) > 7


def test_the_sides_can_be_told_from_the_page_as_words_can() -> None:
    for tokens in palettes("#FFD500"):
        assert min(contrast(tokens[side], tokens["tint"]) for side in SIDES) >= TEXT


@pytest.mark.parametrize("colour", COLOURS[:50])
def test_a_colour_comes_back_as_it_was(colour: str) -> None:
    assert difference(Oklch.of(colour).hex, colour) < 0.004
