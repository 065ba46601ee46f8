"""Words of law: whatever says what the law is names its source and its date, or the build stops and says where."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework.content.check import check, checked
from framework.content.law import CLAIM, points_in, standing_in, unsound, unsourced
from framework.content.load import DATA, load
from framework.content.model import Duty, Framework, PointOfLaw, Word, items

POINT = PointOfLaw(
    id="law.x",
    origin="ours",
    title="X",
    text="X holds.",
    source="Act 2000",
    url="https://a.example",
    dated="2000",
    ask="Y?",
)


def told(folder: Path) -> list[str]:
    return [str(each) for each in check(load(folder))]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(copytree(DATA, tmp_path / "data"))


def test_every_text_that_says_what_the_law_is_names_its_source(framework: Framework) -> None:
    assert [(item.id, what) for item in items(framework) for what, _ in unsourced(item)] == []


def test_every_point_stands_somewhere_but_those_of_pages(framework: Framework) -> None:
    nowhere = {id_ for id_, found in standing_in(framework).items() if not found}
    assert nowhere == {"law.accessibility"}, "Take a point that no text rests on out of framework/data/law/."


def test_a_tip_without_its_source_stops_the_build_with_file_id_and_mend(data: Path) -> None:
    path = data / "tools" / "governance-diagram.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("[28 days' public notice](id:law.key-decisions)", "28 days' public notice"), encoding="utf-8"
    )
    (problem,) = told(data)
    assert problem.startswith(
        "tools/governance-diagram.yaml: governance-diagram: it says what the law is ('public notice')"
    )
    assert "law.delegation" in problem  # how to mend it


@pytest.mark.parametrize("key", ["source", "url", "dated", "ask"])
def test_a_point_without_source_or_date_stops_the_build(data: Path, key: str) -> None:
    path = data / "law" / "law.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith(f"  {key}:"))
    path.write_text("\n".join([*lines[:first], *lines[first + 1 :]]), encoding="utf-8")
    assert any(
        each.startswith(f"law/law.yaml: law.delegation: '{key}' is missing. Add '{key}'.") for each in told(data)
    )


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"source": " "}, "its source has no name"),
        ({"url": "http://a.example"}, "'url' is 'http://a.example'"),
        ({"dated": "last year"}, "'dated' is 'last year'"),
        ({"looked_at": "yesterday"}, "'looked_at' is 'yesterday'"),
        ({"looked_at": "2026-02-31"}, "'looked_at' is '2026-02-31'"),
    ],
)
def test_a_source_that_is_none_is_told(changed: dict[str, Any], what: str) -> None:
    assert [found for found, _ in unsound(replace(POINT, **changed))] == [what]
    assert [*unsound(POINT)] == []


def test_a_duty_rests_on_the_law() -> None:
    duty = Duty(id="duty.x", origin="ours", name="X", meaning="Say so.", law=())
    assert [what for what, _ in unsourced(duty)] == ["a duty rests on no point of law"]


@given(st.sampled_from(["by law", "In UK law", "the law says", "Housing Act 1985", "Ombudsman"]), st.booleans())
def test_words_of_law_need_a_link_or_the_key(words: str, linked: bool) -> None:
    text = f"So [{words}](id:law.x), you may." if linked else f"So {words}, you may."
    word = Word(id="word.x", origin="local", term="x", meaning=text)
    assert CLAIM.search(text)
    assert bool([*unsourced(word)]) != linked
    assert points_in(text) == (["law.x"] if linked else [])
    assert [*unsourced(replace(word, law=("law.x",)))] == []
    assert [*unsourced(replace(word, origin="framework"))] == []  # what others said is theirs


def test_what_was_looked_at_says_when_and_the_rest_says_that_nobody_did() -> None:
    points = checked().law
    assert {each.looked_at for each in points} == {"2026-11-30", None}
