"""All tests and doctests, in all rooms, say things in English. No other is built unless they ask."""

import os

import pytest
from hypothesis import settings

from framework.content.check import checked_sentences
from framework.core.words import speak

# The same examples on every machine, which may be busy: whether a change lands is no matter of chance. `make chance`
# draws others.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("chance", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("EXAMPLES", "same"))
os.environ.setdefault("LANGUAGES", "none")
ENGLISH = checked_sentences()
speak(ENGLISH)  # test modules ask for answers while they are loaded


@pytest.fixture(autouse=True)
def in_english() -> None:
    """Say everything in English again, whatever another test spoke."""
    speak(ENGLISH)
