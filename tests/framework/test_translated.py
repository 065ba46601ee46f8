"""What a translation has to keep, each rule broken once."""

import pytest

from framework.content.language import Language
from framework.content.translated import Term, on_buttons, wrong_in

TERMS = (Term(english="steering group", said=("grup llywio", "ngrŵp llywio"), reason="As councils in Wales say it."),)
NAMES = ("Inside Housing",)


def language(*texts: tuple[str, str, str], code: str = "cy") -> Language:
    return Language(code, "n != 1", {(context, english): (said,) for context, english, said in texts})


WRONG = {
    "number": (("a text", "Within 3 days", "O fewn 5 diwrnod"), "its numbers are 5, in English 3"),
    "number lost": (("a text", "Within 3 days", "Yn fuan"), "its numbers are none, in English 3"),
    "english": (("a text", "Ask them first", "Ask them first"), "it is still English"),
    "button": (("common.print", "Print", "Argraffwch y dudalen hon ar bapur nawr"), "it is on a button"),
    "term": (("a text", "Ask the steering group.", "Gofynnwch i'r pwyllgor."), "'steering group' is not called"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_not_kept_is_told(case: str) -> None:
    message, what = WRONG[case]
    ((context, told, mend),) = wrong_in(language(message), TERMS, NAMES)
    assert context == message[0]
    assert told.startswith(what)
    assert mend


def test_two_choices_of_a_statement_are_not_the_same() -> None:
    alike = language(("health.a.1 answers", "Nobody has", "Na"), ("health.a.1 answers", "Hardly any do", "Na"))
    ((context, told, _),) = wrong_in(alike, (), ())
    assert (context, told) == ("health.a.1 answers", "two choices are 'Na'")
    apart = language(("health.a.1 answers", "Nobody has", "Na"), ("health.a.2 answers", "Hardly any do", "Na"))
    assert [*wrong_in(apart, (), ())] == []


@pytest.mark.parametrize(
    "message",
    [
        ("a text", "Within 3 days", "O fewn ٣ diwrnod"),
        ("a text", "Inside Housing", "Inside Housing"),
        ("a text", "veto", "veto"),
        ("a text", "The Steering Groups", "Y ngrŵp llywio"),
        ("a text", "{resident} [of it](id:a-3)", "{resident} [ohono](id:a-3)"),
    ],
)
def test_what_is_kept_is_not_told(message: tuple[str, str, str]) -> None:
    assert [*wrong_in(language(message), TERMS, NAMES)] == []


def test_easy_read_is_english() -> None:
    same = ("a text", "Ask them first", "Ask them first")
    assert [*wrong_in(language(same, code="en-simple"), (), ())] == []


def test_easy_read_has_short_sentences() -> None:
    long = "Ask them first. " + "Then ask " + "each of them " * 5 + "again."
    ((_, told, _),) = wrong_in(language(("a text", "Ask them", long), code="en-simple"), (), ())
    assert told.startswith("a sentence has 18 words: 'Then ask each of them")
    assert [*wrong_in(language(("a text", "Ask them", long)), (), ())] == []


def test_buttons_are_found_in_templates() -> None:
    assert {"common.print", "shell.menu"} <= on_buttons()
