"""Codes in a chat: each is found, what looks like one is told, and nothing else is taken for one."""

import time
from collections.abc import Callable
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.content.check import checked
from framework.core.answers import SIDES, VERSIONS, Answer, Given, statements_of
from framework.core.questions import Assessment
from framework.tools.answer_code.code import ALPHABET, MARK_LENGTH, MARKS, ORDERS, Reader, grouped, write
from framework.tools.answer_code.find import FEWEST_TURNS, Found, find
from tests.framework.test_answer_code import HEALTH, made

READER = Reader(HEALTH)


def found_in(text: str) -> Found:
    return find(text, READER)


def code(seed: int) -> str:
    """A code of either version, a first one or one that corrects another."""
    random = Random(seed)
    return write(made(random, random.choice(VERSIONS)), random.randrange(MARKS), random.choice([0, 0, 1, ORDERS - 1]))


CODES = st.integers(0, 10**9).map(code)
LOOKS: st.SearchStrategy[Callable[[str], str]] = st.sampled_from(
    [
        str,
        str.lower,
        grouped,
        lambda each: grouped(each).lower(),
        lambda each: grouped(each).replace(" ", "-"),
        lambda each: grouped(each).replace(" ", " – "),
        lambda each: grouped(each).replace(" ", "\u00a0"),
        lambda each: grouped(each).replace(" ", "\u200e "),
        " ".join,
        lambda each: f"https://guide.example.org/workshop/#code={each}",
        lambda each: f"guide.example.org/workshop/#code={each}",
        lambda each: f"*{grouped(each)}*",
        lambda each: f"({each}).",
    ]
)
"""How a code stands in a message."""
CHATTER = st.sampled_from(
    [
        *(
            "Thanks Ann!",
            "😀👍",
            "👩‍👩‍👧‍👦",
            "ok",
            "sorry, was late",
            "from Bob",
            "My code:",
            "here you go -",
            "good good room 4",
        ),
        *(
            "07700 900123",
            "+44 20 7946 0958",
            "Flat 12, block 4b",
            "SW9 7TT",
            "at 7pm 30/11",
            "19:04",
            "1,000",
            "£250.50",
        ),
        *(
            "https://youtu.be/dQw4w9WgXcQ",
            "www.example.org/K7P2M525RRRX",
            "ann.k7p2m525rrrx@example.org",
            "<Media omitted>",
        ),
        *("Meeting ID: 845 2345 6789", "Passcode: k7Hd92", "2026-11-30", "image0047_22.jpg", "Zoë Őri", "你好", "…"),
        *("550e8400-e29b-41d4-a716-446655440000", "Mr Sturgess-Brown", "BBQ", "#workshop-short", "code="),
    ]
)
"""What stands in chats, and is no code, nor looks like one."""
HEADS = st.sampled_from(
    [
        "",
        "[30/11/2026, 19:04:22] Ann B: ",
        "\u200e[30/11/2026, 19:04:22] ~ +44 7700 900456: ",
        "30/11/2026, 19:04 - Bob: ",
        "19:04:22 From Ann Brown to Everyone:\n\t",
        "19:04:22\t Bob Scott : ",
        "[19:04] Ann Brown (Guest)\n",
        "Ann Brown  19:04\n",
        "> ",
        "- ",
    ]
)
"""How WhatsApp, Zoom and Teams begin a message, and how mails quote one."""


@st.composite
def chats(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A chat, and the codes in it: each message some chatter with some codes in between."""
    codes: list[str] = []
    messages = ["Messages and calls are end-to-end encrypted."]
    for _ in range(draw(st.integers(1, 12))):
        parts = []
        for _ in range(draw(st.integers(1, 4))):
            if draw(st.booleans()):
                codes.append(draw(CODES))
                parts.append(draw(LOOKS)(codes[-1]))
            else:
                parts.append(draw(CHATTER))
        messages.append(draw(HEADS) + draw(st.sampled_from([" ", ", ", "\n", "; ", " / "])).join(parts))
    return "\n".join(messages), codes


@settings(deadline=None)  # the machine may be busy
@given(chats())
def test_each_code_between_any_chatter_is_found_and_nothing_else(chat: tuple[str, list[str]]) -> None:
    text, codes = chat
    found = found_in(text)
    assert [each.code for each in found.codes] == codes
    assert found.broken == []


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.tuples(CODES, st.text(st.characters(exclude_categories=["Cs"])))))
def test_each_code_beside_any_text_is_found(messages: list[tuple[str, str]]) -> None:
    """Whatever stands before a colon, or in a line of its own."""
    text = "\n".join(f"{other}: {each}\n{other}" for each, other in messages)
    found = [each.code for each in found_in(text).codes]
    assert set(found) >= {each for each, _ in messages}


@settings(deadline=None)  # the machine may be busy
@given(st.integers(0, 10**9), HEADS, CHATTER, CHATTER, st.booleans())
def test_a_code_with_a_mistake_is_told_among_any_chatter(
    seed: int, head: str, before: str, after: str, in_groups: bool
) -> None:
    random = Random(seed)
    right = code(seed)
    place = random.randrange(MARK_LENGTH, len(right))
    wrong = right[:place] + random.choice(ALPHABET.replace(right[place], "")) + right[place + 1 :]
    shown = grouped(wrong) if in_groups else wrong
    found = found_in(f"Ann: Hello all!\n{head}{before}\n{shown}\n{head}{after}")
    assert found.codes == []
    turns = sum(one.isdigit() != other.isdigit() for one, other in pairwise(wrong))
    assert found.broken == [shown] or turns < FEWEST_TURNS


@pytest.mark.parametrize(
    "assessment", [each for each in checked().assessments if each.number], ids=lambda each: each.id
)
def test_codes_of_each_check_are_found(assessment: Assessment) -> None:
    random = Random(11)
    codes = []
    for _ in range(200):
        said: dict[str, Answer] = {
            each.id: random.randrange(len(each.answers)) for each in statements_of(assessment, "long")
        }
        person = Given(assessment, "long", random.choice(SIDES), said)
        codes.append(write(person, random.randrange(MARKS), random.choice([0, 3])))
    text = "\n".join(f"19:04 - Ann 4b: mine is {grouped(each)} ok 7pm" for each in codes)
    found = find(text, Reader(assessment))
    assert [each.code for each in found.codes] == codes
    assert found.broken == []


def test_what_was_typed_alone_comes_back_however_wrong() -> None:
    right = code(1)
    for typed in (
        right[:9],
        right[:7],
        f"{right}2",
        f"{right[:6]}A{right[7:]}",
        f"{right[:6]}!{right[6:]}",
        "2" * 5_000,
    ):
        assert found_in(typed) == Found([], [typed], 0), typed
        assert found_in(f"{code(2)}\n{typed}\n").broken == [typed]
        assert found_in(f"Ann: hello\n{typed[:9]}").broken == [], "among chatter, few characters are no code"


@pytest.mark.parametrize(
    "text",
    ["Hello", "See you at 7", "07700 900123 is my number", "https://guide.example.org/check/health/#workshop-short"],
)
def test_what_is_no_code_is_counted(text: str) -> None:
    assert found_in(text) == Found([], [], 1)
    assert found_in(f"{text}\n\n  \n{text}\n{code(3)}").others == 2


def test_half_a_megabyte_of_chat_is_read_at_once() -> None:
    """A page waits ten seconds for Python, which is slower in a browser. The limit is what tells seconds from hours."""
    random = Random(5)
    words = [
        "thanks",
        "Ann",
        "see",
        "you",
        "at",
        "my",
        "code",
        "room",
        "12",
        "good",
        "from",
        "7pm",
        "07700",
        "900123",
        "😀",
    ]
    lines = [f"[30/11/2026, 19:04:22] Ann B: {' '.join(random.choices(words, k=8))}" for _ in range(500_000 // 70)]
    codes = [code(seed) for seed in range(1_000)]
    for place, each in enumerate(codes):
        lines[place * 7] += f" {grouped(each)}"
    began = time.process_time()
    found = found_in("\n".join(lines))
    assert [each.code for each in found.codes] == codes
    for text in ("K7P2 ", "K7P2M525RRRX\n", "2", "a ", "K", "7K7 ", "code=K7P2 ", "://", "7", "\u200e"):
        found_in(text * (50_000 // len(text)))
    assert time.process_time() - began < 30
