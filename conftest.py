"""All tests and doctests, in all rooms, say things in English. No other is built unless they ask."""

import os

import pytest

from framework.content.check import checked_sentences
from framework.core.words import speak

os.environ.setdefault("LANGUAGES", "none")
ENGLISH = checked_sentences()
speak(ENGLISH)  # test modules ask for answers while they are loaded


@pytest.fixture(autouse=True)
def in_english() -> None:
    """Say everything in English again, whatever another test spoke."""
    speak(ENGLISH)
