"""Days are understood as people write them, in each language that the guide is in."""

import pytest

from framework.content.check import checked_sentences
from framework.content.language import Language
from framework.content.languages import editions
from framework.core.days import span_in
from framework.core.words import say, speak, spoken
from tests.conftest import ROOT

MONTHS = 12
LANGUAGES = [edition.language for edition in editions(ROOT / "brand")[0]]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_each_month_of_a_language_is_understood_and_each_in_english(language: Language) -> None:
    english, names = spoken(), say("common.months").split(", ")
    speak(language.sentences(checked_sentences()))
    try:
        names += say("common.months").split(", ")
        assert len(names) % MONTHS == 0
        for place, name in enumerate(names):
            assert span_in(f"12 {name} 2027") == span_in(f"2027-{place % MONTHS + 1:02}-12"), name
    finally:
        speak(english)
