"""Three horizons for tests: the made-up estate's, and any that people might type."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from framework.content.model import Framework
from framework.content.worked_examples import entries
from framework.core.words import speak, spoken
from framework.export.form import FormField, read_fields
from framework.published import form_fields
from framework.tools.three_horizons.notes import HORIZONS, WAYS, WHENS, Horizons
from framework.tools.three_horizons.read import (
    IDEAS,
    NOTES,
    SEEDS,
    TOOL,
    horizon_name,
    horizons_of,
    way_name,
    when_name,
)

WHOSE = ("Residents", "the organisation", "Other partners", "both sides", "")
WORDS = ("repairs", "lifts", "residents", "a body", "the hall", "by 2030", "in order", "keys", "warm", "rooms")


def form(framework: Framework) -> dict[str, FormField]:
    """The fields of the tool's form, by id."""
    tool = next(each for each in framework.tools if each.id == TOOL)
    return {each.id: each for each in read_fields(form_fields(tool))}


def estate_answers(framework: Framework) -> dict[str, list[str]]:
    """The worked example, as the form keeps it."""
    tool = next(each for each in framework.tools if each.id == TOOL)
    return entries(tool, next(each for each in framework.worked_examples if each.tool == TOOL))


def estate(framework: Framework) -> Horizons:
    """The worked example's horizons."""
    return horizons_of(form(framework), estate_answers(framework))


def rows(table: str, *cells: dict[str, str]) -> dict[str, list[str]]:
    """Rows of a table, as a form keeps them."""
    return {
        f"{table}.{number}.{column}": [text]
        for number, each in enumerate(cells, start=1)
        for column, text in each.items()
        if text
    }


def note(what: str, horizon: str, when: str = "now", whose: str = "Residents") -> dict[str, str]:
    """A note's cells."""
    return {"what": what, "horizon": horizon, "when": when, "whose": whose}


def random_answers(seed: int, most: int = 40) -> dict[str, list[str]]:
    """What people might have written, at random: with notes that have no place, and texts that are long."""
    chance = random.Random(seed)

    def some() -> str:
        return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 14)))

    notes = [
        note(
            some(),
            chance.choice([*map(horizon_name, HORIZONS), ""]),
            chance.choice([*map(when_name, WHENS), *map(when_name, WHENS), ""]),
            chance.choice(WHOSE),
        )
        for _ in range(chance.randint(0, most))
    ]
    ideas = [
        {"idea": some(), "which-way": chance.choice([*map(way_name, WAYS), ""])} for _ in range(chance.randint(0, 6))
    ]
    seeds = [{"seed": some()} for _ in range(chance.randint(0, 6))]
    return {**rows(NOTES, *notes), **rows(SEEDS, *seeds), **rows(IDEAS, *ideas)}


@st.composite
def typed(draw: Any) -> dict[str, list[str]]:
    """What people might type."""
    return random_answers(draw(st.integers(0, 10_000)), 12)


@contextmanager
def read_from_the_right() -> Iterator[None]:
    """As in a language that is written from the right."""
    before = spoken()
    speak(replace(before, direction="rtl"))
    try:
        yield
    finally:
        speak(before)
