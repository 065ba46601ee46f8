"""The answer code: what goes in comes out, and every small mistake is found."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.content.check import checked
from framework.core.answers import SIDES, VERSIONS, BadInput, Given, statements_of
from framework.core.questions import Assessment
from framework.tools.answer_code.code import (
    ALPHABET,
    BASE,
    LIST_LENGTH,
    LOOKALIKES,
    MARKS,
    AnswerCode,
    Reader,
    check_holds,
    grouped,
    list_name,
    tidied,
    with_check,
    write,
)
from framework.tools.answer_code.find import find
from macros.show import ROOT

HEALTH = next(each for each in checked().assessments if each.id == "health")
CODED = [each for each in checked().assessments if each.number]
VALUES = [0, 1, 2, 3, "dont-know", "does-not-apply", None]
MOST = 28


def reading(text: str, assessment: Assessment) -> AnswerCode:
    return Reader(assessment).read(text)


def made(random: Random, version: str | None = None) -> Given:
    """Answers of one person, with some left out."""
    chosen = version or random.choice(VERSIONS)
    said = {each.id: random.choice(VALUES) for each in statements_of(HEALTH, chosen)}  # type: ignore[arg-type]
    answers = {id_: value for id_, value in said.items() if value is not None}
    return Given(HEALTH, chosen, random.choice(SIDES), answers)  # type: ignore[arg-type]


def sample(count: int) -> list[str]:
    """Codes that are the same at every run."""
    random = Random(7)
    return [write(made(random), random.randrange(MARKS)) for _ in range(count)]


@settings(deadline=None)  # the machine may be busy
@given(st.randoms(use_true_random=False), st.integers(0, MARKS - 1))
def test_what_goes_in_comes_out(random: Random, mark: int) -> None:
    person = made(random)
    code = write(person, mark)
    found = reading(code, HEALTH)
    assert found.given == person
    assert reading(grouped(code).lower(), HEALTH) == found
    assert len(code) == (MOST if person.version == "long" else 16)
    assert code.startswith(found.mark)


def test_thirty_answers_fit_at_their_largest() -> None:
    last = Given(HEALTH, "long", "other", {})
    for assessment in (HEALTH, replace(HEALTH, number=16, version=15)):
        code = write(replace(last, assessment=assessment), MARKS - 1)
        assert len(code) <= MOST
        assert reading(code, assessment).given == replace(last, assessment=assessment)


def test_no_character_looks_like_another() -> None:
    assert len(set(ALPHABET)) == BASE == 23
    for alike in ("0ODQ", "1ILJ", "2Z", "5S", "8B", "6G", "UV"):
        assert len(set(alike) & set(ALPHABET)) <= 1, alike
    assert not set("AEIOU") & set(ALPHABET)
    assert not set(LOOKALIKES) & set(ALPHABET)
    assert set(LOOKALIKES.values()) <= set(ALPHABET)


def test_every_wrong_character_is_found() -> None:
    for code in sample(1_000):
        for place, right in enumerate(code):
            for wrong in ALPHABET:
                assert (wrong == right) == check_holds(code[:place] + wrong + code[place + 1 :])


def test_every_two_neighbours_swapped_are_found() -> None:
    for code in sample(1_000):
        for place in range(len(code) - 1):
            first, second = code[place], code[place + 1]
            swapped = code[:place] + second + first + code[place + 2 :]
            assert check_holds(swapped) == (first == second)


def test_every_character_left_out_or_doubled_is_refused() -> None:
    for code in sample(200):
        for place in range(len(code)):
            for mistyped in (code[:place] + code[place + 1 :], code[:place] + code[place] + code[place:]):
                with pytest.raises(BadInput):
                    reading(mistyped, HEALTH)


def test_of_two_wrong_characters_few_pass() -> None:
    random = Random(3)
    codes = sample(300)
    passed = 0
    for code in codes * 10:
        there = random.sample(range(len(code)), 2)
        wrong = [random.choice(ALPHABET) if place in there else each for place, each in enumerate(code)]
        passed += "".join(wrong) != code and check_holds("".join(wrong))
    assert passed <= 3  # only where they are 22 places apart, and then one time in 23


@settings(deadline=None)  # the machine may be busy
@given(st.text())
def test_no_text_brings_it_down(text: str) -> None:
    told = []
    try:
        reading(text, HEALTH)
    except BadInput as refused:
        told.append(refused)
    assert all(refused.what and refused.mend for refused in told)


@settings(deadline=None)  # the machine may be busy
@given(st.text(ALPHABET, min_size=6, max_size=40))
def test_what_passes_the_check_is_still_read_with_care(text: str) -> None:
    try:
        found = reading(with_check(text), HEALTH)
    except BadInput:
        return
    assert set(found.given.answers) <= {each.id for each in statements_of(HEALTH, found.given.version)}


def test_what_is_refused_says_why() -> None:
    person = Given(HEALTH, "short", "resident", {})
    code = write(person, 1)
    newer = replace(HEALTH, version=2)
    other = replace(HEALTH, number=2)
    for text, assessment, reason in (
        (code, newer, "from version 1 .* the screen has version 2"),
        (write(replace(person, assessment=newer), 1), HEALTH, "from version 2 .* only knows version 1"),
        (code, other, "from another check"),
        (code[:-1] + ("3" if code[-1] == "2" else "2"), HEALTH, "has a mistake in it"),
        (code[:6], HEALTH, "too short"),
        (code.replace(code[0], "!"), HEALTH, "No code has the character '!'"),
        (with_check(code[:-2] + "2222"), HEALTH, "another check|not whole|only knows|other statements"),
    ):
        with pytest.raises(BadInput, match=reason):
            reading(text, assessment)


def with_other_statements(assessment: Assessment) -> Assessment:
    """As a copy of the guide has it that hid its first statement and added one at the end: as many, and no new version."""
    first, *rest = assessment.statements
    return replace(assessment, statements=(*rest, replace(first, id=f"{assessment.id}.local-ours")))


@pytest.mark.parametrize("assessment", CODED, ids=lambda each: each.id)
def test_of_copies_with_other_statements_each_reads_its_own_codes_alone(assessment: Assessment) -> None:
    """An older copy of a site that a phone has kept is such a copy too."""
    first, *rest = assessment.statements
    local = with_other_statements(assessment)
    copies = [
        assessment,
        local,
        replace(local, statements=(*rest, replace(first, id=f"{assessment.id}.local-theirs"))),
        replace(assessment, statements=(replace(first, answers=(*first.answers, "More")), *rest)),
        replace(assessment, statements=(*rest, first)),
        replace(assessment, statements=(*rest,)),
    ]
    for version in VERSIONS:
        for one, other in permutations(copies, 2):
            answers = {each.id: 0 for each in statements_of(one, version)}
            person = Given(one, version, "resident", answers)  # type: ignore[arg-type]
            for order in (0, 1):
                code = write(person, 5, order)
                assert reading(code, one).given == person
                if list_name(one, version) != list_name(other, version):
                    with pytest.raises(BadInput, match=r"answers other statements .* load both"):
                        reading(code, other)


def test_a_code_from_another_copy_is_told_in_a_chat_too() -> None:
    theirs = with_other_statements(HEALTH)
    for version in VERSIONS:
        for order in (0, 1):
            here, there = (write(Given(each, version, "other", {}), 9_876, order) for each in (HEALTH, theirs))
            assert len(there) == len(here) + LIST_LENGTH
            for code, reader in ((there, HEALTH), (here, theirs)):
                found = find(f"[19:04] Ann: hello\n[19:05] Bob: {grouped(code)}", Reader(reader))
                assert (found.codes, found.broken) == ([], [grouped(code)])


@pytest.mark.parametrize("assessment", CODED, ids=lambda each: each.id)
def test_the_lists_that_the_data_names_are_those_of_its_statements(assessment: Assessment) -> None:
    lists = {version: list_name(assessment, version) for version in VERSIONS if statements_of(assessment, version)}
    assert assessment.lists == lists, (
        f"statements of '{assessment.id}' came, went or got other answers: raise its 'version', and write 'lists: {lists}'"
    )


@pytest.mark.parametrize(
    ("side", "number", "mark", "reason"),
    [(None, 1, 0, "know your side"), ("other", None, 0, "has no answer codes"), ("other", 1, MARKS, "mark")],
)
def test_what_cannot_be_written_says_why(side: str, number: int | None, mark: int, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        write(Given(replace(HEALTH, number=number), "short", side, {}), mark)  # type: ignore[arg-type]


def test_what_looks_alike_is_understood() -> None:
    code = write(Given(HEALTH, "short", "resident", {}), 88_888)
    typed = {meant: typed for typed, meant in LOOKALIKES.items()}
    mistaken = "".join(typed.get(character, character) for character in code)
    assert mistaken != code
    assert tidied(mistaken) == code


def test_the_example_of_the_page_that_tells_the_format() -> None:
    page = (ROOT / "docs" / "answer-code.md").read_text(encoding="utf-8")
    code = "6DFR V4J9 95VX CKF2"
    assert code in page
    assert "  ".join(ALPHABET) in page
    found = reading(code, HEALTH)
    values = [found.given.answers.get(each.id) for each in statements_of(HEALTH, "short")]
    assert values == [3, 2, 1, 0, "dont-know", "does-not-apply", None, 2, 1, 3]
    assert (found.mark, found.given.side, found.given.version) == ("6DFRV", "resident", "short")
