"""Scripts hold no words of their own: each says its sentences by id, so that a translation finds them all."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pygments.lexers import JavascriptLexer
from pygments.token import Comment, Name, Punctuation, String, Whitespace

from framework.core.words import spoken
from macros.words import ids_in_script

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "overrides"
WORDS = re.compile(r"[^\W\d_]{2,}[,.:;]? [^\W\d_]|^[A-Z][a-z]+\b(?!-)[^A-Z]*$")
"""A text that is more than a name for programs: several words, or one with a capital that no other follows."""
SELECTS = {"find", "findAll", "querySelector", "querySelectorAll", "closest", "matches"}
"""Calls that take a selector."""
SELECTOR = re.compile(r"\[[\w-]+(\]|[~^]?=)")
"""What only a selector has, for those that stand apart from their calls."""
TAG = re.compile(r"<[^>]*>?")
NAMES = {
    # Keys of a keyboard, as events name them.
    *("Enter", "Escape", "Home", "End", "Delete"),
    # A part of the browser.
    "Segmenter",
}
"""Texts that programs read."""
FAULTS = {
    "There is no … at '…'. See the widget's template.",
    "This page holds no sentence '…'. See framework/data/sentences/.",
    "The sentence '…' has the place '…', and nothing fills it.",
    "A map has one phase at least.",
    "The picture has no size.",
    "not kept",
    "not read back",
    "The service worker gave up.",
}
"""What an error says to programmers: of a fault in the guide itself, or where whoever catches it has words for the page."""


def texts(code: str) -> Iterator[tuple[str, str]]:
    """Each text in a script, with '…' for what fills a template, and the name of the call that it is handed to."""
    calls, name = [""], ""
    templates: list[str] = []
    within: list[bool] = []
    """Whether what comes next is within the text of a template, or in what fills it: for each that is open."""
    for kind, value in JavascriptLexer().get_tokens(code):
        if kind in (String.Double, String.Single):
            yield value[1:-1], calls[-1]
        elif kind is String.Backtick and value != "`":
            templates[-1] += value
        elif kind is String.Backtick and within and within[-1]:
            within.pop()
            yield " ".join(templates.pop().split()), calls[-1]
        elif kind is String.Backtick:
            within.append(True)
            templates.append("")
        elif kind is String.Interpol:
            within[-1] = value == "}"
            templates[-1] += "…" if value == "${" else ""
        elif kind in Punctuation and value == "(":
            calls.append(name)
        elif kind in Punctuation and value == ")":
            calls.pop()
        if kind not in Whitespace and kind not in Comment:
            name = value if kind in Name else ""


def own_words(code: str) -> list[str]:
    """The words for readers that stand in a script."""
    return [
        text
        for text, call in texts(code)
        if WORDS.search(TAG.sub("", text).replace("…", "")) and not SELECTOR.search(text)
        if call not in SELECTS and text not in NAMES | FAULTS
    ]


@pytest.mark.parametrize("path", sorted(SCRIPTS.rglob("*.js")), ids=lambda path: path.relative_to(SCRIPTS).as_posix())
def test_a_script_has_no_words_of_its_own(path: Path) -> None:
    found = own_words(path.read_text(encoding="utf-8"))
    mend = "Put each into framework/data/sentences/, and say it by its id."
    assert found == [], f"{path.relative_to(ROOT)}: these words stand in the script: {found}. {mend}"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('confirm("Take it away?")', ["Take it away?"]),
        ("line.textContent = `${count} taken in.`;", ["… taken in."]),
        ("line.textContent = `${say(`a.${b}`)} Next, please.`;", ["… Next, please."]),
        ('button.textContent = on ? "Pause" : "Start";', ["Pause", "Start"]),
        ('throw new Error("This file is too large.")', ["This file is too large."]),
        ("const bytes = `${count} kB`;", []),
        ('/** Not said. */ find(this, "ul li", X).append(say("a.b", { key })); // nor this', []),
        ('event.key === "ArrowLeft" || event.key === "Escape"', []),
    ],
)
def test_words_in_a_script_are_found(code: str, found: list[str]) -> None:
    assert own_words(code) == found


def test_what_is_exempt_stands_in_a_script() -> None:
    there = {text for path in SCRIPTS.rglob("*.js") for text, _ in texts(path.read_text(encoding="utf-8"))}
    assert there >= NAMES | FAULTS, "Take these out of the test's lists."


def test_what_a_script_says_is_a_sentence() -> None:
    """A page holds what its scripts name: an id that is nowhere would only be told to whoever meets it."""
    known = list(spoken().texts)
    wrong = [
        f"{path.relative_to(ROOT)}: {id_}"
        for path in sorted(SCRIPTS.rglob("*.js"))
        for id_ in ids_in_script(path.read_text(encoding="utf-8"), path.relative_to(SCRIPTS).as_posix())
        if not any(re.fullmatch(id_, each) for each in known)
    ]
    assert wrong == [], f"These sentences are nowhere: add them to framework/data/sentences/, or mend the id. {wrong}"
