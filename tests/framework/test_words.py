"""Sentences by id: what is said, what is refused, and what of it is sent to the browser."""

import json
import shutil
from pathlib import Path

import pytest

from framework.browser import open_framework
from framework.content.check import BadData, checked_sentences
from framework.content.load import DATA
from framework.content.model import Framework
from framework.content.said import NoId, ids_in, said_in_browser
from framework.content.sentences import load_sentences
from framework.core.words import Sentences, say, speak, spoken
from framework.published import browser_json
from macros.words import ids_in_script, sentences_for

PEOPLE = ["{count} osoba", "{count} osoby", "{count} osób"]
POLISH = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"


@pytest.mark.parametrize(("count", "said"), [(1, "1 osoba"), (3, "3 osoby"), (12, "12 osób"), (22, "22 osoby")])
def test_a_language_has_its_own_plurals(count: int, said: str) -> None:
    speak(Sentences({"room.people": PEOPLE}, POLISH))
    assert say("room.people", count=count) == said


@pytest.mark.parametrize(
    ("id_", "places", "what"),
    [
        ("ladder.nowhere", {}, "Add it to framework/data/sentences/ladder.yaml"),
        ("ladder.unnamed", {}, "has the place 'number', and nothing fills it"),
        ("ladder-page.facts", {"minutes": 5}, "give a whole number as 'count'"),
    ],
)
def test_what_cannot_be_said_is_never_passed_over(id_: str, places: dict[str, object], what: str) -> None:
    with pytest.raises(KeyError, match=what):
        say(id_, **places)


# what stands in a file; and of the one problem its id, and words of what is wrong and of the mend
BROKEN = {
    "no mapping": ("- x", "", "holds no sentences", "key"),
    "key": ("No_Facts: None yet.", "room.No_Facts", "not well formed", "lower-case"),
    "no text": ("facts: 3", "room.facts", "is not text", "quotes"),
    "empty": ("facts: ' '", "room.facts", "is not text", "quotes"),
    "forms": ("facts: {other: x}", "room.facts", "not 'one' and 'other'", "both"),
    "places": (
        "facts: {one: 'a fact of {all}', other: '{count} facts'}",
        "room.facts",
        "unlike places",
        "the same places",
    ),
    "brace": ("facts: 'None of {all.facts}'", "room.facts", "brace", "'{name}'"),
    "role": ("facts: '{Tenants} and {resdients}'", "room.facts", "'{resdients}' is no role", "'{residents}'"),
    "role with an article": ("facts: 'Ask {a residnt}'", "room.facts", "'{a residnt}' is no role", "'{resident}'"),
    "markup": ("facts: '<b>None</b>'", "room.facts", "HTML", "Markdown"),
    "spelling": ("facts: Of co-production", "room.facts", "co-production", "coproduction"),
    "yaml": ("facts: {", "", "can't be read", "spaces"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_sentence_that_breaks_a_rule_is_told(case: str, tmp_path: Path) -> None:
    written, id_, what, mend = BROKEN[case]
    folder = tmp_path / "sentences"
    folder.mkdir()
    (folder / "room.yaml").write_text(written, encoding="utf-8")
    (problem,) = load_sentences(tmp_path).problems
    assert (problem.file, problem.id) == ("sentences/room.yaml", id_)
    assert what in problem.what
    assert mend in problem.mend


def test_a_file_that_nothing_loads_is_told(tmp_path: Path) -> None:
    shutil.copytree(DATA / "sentences", tmp_path / "sentences")
    (tmp_path / "sentences" / "notes.txt").write_text("x", encoding="utf-8")
    with pytest.raises(BadData, match=r"sentences/notes\.txt: nothing loads this file"):
        checked_sentences(tmp_path)


def test_the_browser_gets_what_its_python_says_and_no_more(framework: Framework) -> None:
    sent = json.loads(browser_json(framework))["sentences"]
    assert {"ladder.no-decisions", "ladder.group-power", "sides.other"} <= set(sent)
    assert not {id_ for id_ in sent if id_.startswith(("ladder-quiz.", "ladder-page."))}
    assert all(id_ in said_in_browser() for id_ in sent)


def test_opening_the_guide_speaks_what_it_holds(framework: Framework) -> None:
    published = json.loads(browser_json(framework))
    published["sentences"] = {"sides.other": "Eraill"}
    open_framework(json.dumps(published))
    assert spoken().texts == {"sides.other": "Eraill"}
    assert say("sides.other") == "Eraill"


def test_an_id_that_cannot_be_found_in_code_is_refused() -> None:
    with pytest.raises(NoId, match=r"a\.py, line 2"):
        [*ids_in("x = 1\nsay(x)", "a.py")]
    with pytest.raises(NoId, match=r"a\.js, line 2"):
        [*ids_in_script('import { say } from "./words.js";\nsay(id)', "a.js")]


def test_a_page_holds_what_its_scripts_say() -> None:
    block = sentences_for(["widgets/ladder-quiz/ladder-quiz.js", "widgets/shared/autosave.js"])
    texts = json.loads(block.partition(">")[2].removesuffix("</script>"))
    assert set(texts) >= {"ladder-quiz.facts", "common.saved"}
    assert "ladder-quiz.which" not in texts
    speak(Sentences({"ladder-quiz.facts": ["</script>", "many"]}))
    assert "\\u003c/script>" in sentences_for(["widgets/ladder-quiz/ladder-quiz.js"])
    assert sentences_for(["widgets/shared/find.js"]) == ""


@pytest.mark.parametrize(
    ("language", "direction", "said"),
    [
        ("ar", "rtl", "من \u2068Sib Trigg\u2069 في \u20682026-12-01\u2069، 12"),
        ("bn", "ltr", "من Sib Trigg في 2026-12-01، 12"),
    ],
)
def test_names_and_days_keep_their_order_in_a_language_from_the_right(language: str, direction: str, said: str) -> None:
    before = spoken()
    speak(
        Sentences(
            {"room.by": "من {name} في {day}، {count}", "room.go": "[هنا]({to})"}, language=language, direction=direction
        )
    )
    try:
        assert say("room.by", name="Sib Trigg", day="2026-12-01", count=12) == said
        assert say("room.go", to="about/") == "[هنا](about/)"
    finally:
        speak(before)
