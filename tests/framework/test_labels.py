"""What the words of pictures are held to be wide, beside what typefaces set them in, in each language."""

import re

import pytest
from fontTools.ttLib import TTFont
from PIL import ImageFont

from framework.content.languages import Edition, editions
from framework.draw.labels import LETTERS, width
from publish.fonts import fonts
from publish.script_fonts import script_fonts, script_of
from tests.conftest import ROOT

EDITIONS = editions(ROOT / "brand")[0]
WORD = re.compile(r"[^\W\d_][^\s\d_{}<>()\[\]/\"#:*|=]*", re.UNICODE)
SHORT = re.compile(r" (title|summary|name|term|meaning)$")
SIZE = 1000
"""Large enough that no rounding counts."""


def words_of(edition: Edition) -> set[str]:
    texts = (form for (context, _), forms in edition.language.texts.items() for form in forms if SHORT.search(context))
    return {word for text in texts for word in WORD.findall(text)}


@pytest.mark.parametrize("edition", EDITIONS, ids=[each.address for each in EDITIONS])
def test_words_are_as_wide_as_they_are_held_to_be(edition: Edition) -> None:
    """Together a little less than is held, and none so much more that it would not find room."""
    files = script_fonts({"": edition.language}) if script_of(edition.language) else fonts()
    path = next(iter(files.values()))
    there = {chr(code) for code in TTFont(path).getBestCmap()} & LETTERS.keys()
    face = ImageFont.truetype(str(path), SIZE, layout_engine=ImageFont.Layout.RAQM)
    real = {word: face.getlength(word) for word in words_of(edition) if set(word) <= there}
    held = {word: width(word, SIZE) for word in real}
    assert len(real) > 100
    assert 1 <= sum(held.values()) / sum(real.values()) < 1.15, sum(held.values()) / sum(real.values())
    assert [word for word in real if real[word] > 1.25 * held[word] + 0.25 * SIZE] == []


@pytest.mark.parametrize("edition", EDITIONS, ids=[each.address for each in EDITIONS])
def test_each_letter_of_a_language_has_been_measured(edition: Edition) -> None:
    assert {letter for word in words_of(edition) for letter in word} - LETTERS.keys() == set()
