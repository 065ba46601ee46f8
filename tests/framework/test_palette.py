"""Palettes from one colour: each passes, or is refused with a near one that passes."""

import random
from itertools import combinations

import pytest

from framework.fork.brand import Light
from framework.fork.contrast import COLOUR, TEXT, contrast, too_close
from framework.fork.oklch import Oklch, difference
from framework.fork.palette import NoPalette, palettes

CHANCE = random.Random(2022)
COLOURS = [f"#{CHANCE.randrange(1 << 24):06X}" for _ in range(200)]
SIDES = ("resident", "organisation", "other")


@pytest.mark.parametrize("main", [*COLOURS, "#000000", "#FFFFFF", "#808080", "#FFD500", "#E6007E", "#00aeef"])
def test_a_colour_makes_palettes_that_can_be_read_or_is_refused_with_one_that_does(main: str) -> None:
    try:
        day, night = palettes(main)
    except NoPalette as refused:
        near = refused.nearest
        day, night = palettes(near)
    else:
        near = main
    assert difference(main, near) < 0.12
    main = near
    assert main in (day["organisation"], day["sun"])
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
