"""The brand: every key may be left out, and what cannot be used is told with a mend."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from framework.brand import Brand, load_brand
from framework.publish import schemas

OURS = Path(__file__).parents[2] / "brand"


def test_ours_is_well() -> None:
    brand, problems = load_brand(OURS)
    assert problems == []
    assert brand.logo
    jsonschema.validate(yaml.safe_load((OURS / "brand.yaml").read_text(encoding="utf-8")), schemas()["brand"])


@pytest.mark.parametrize("text", [None, "", "# nothing yet\n"])
def test_every_key_may_be_left_out(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "brand.yaml").write_text(text)
    assert load_brand(tmp_path) == (Brand(), [])


def test_one_colour_alone(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("colours:\n  light:\n    resident: '#123456'\n")
    brand, problems = load_brand(tmp_path)
    assert problems == []
    assert brand.colours.light.resident == "#123456"
    assert brand.colours.dark == Brand().colours.dark


@pytest.mark.parametrize(
    ("text", "what", "mend"),
    [
        ("nam: Ours", "unknown key 'nam'", "'name'"),
        ("name: 5", "'name' is not text", "quotes"),
        ("- name", "holds no keys", "name: Our guide"),
        ("logo: no.svg", "not in the folder", "no.svg"),
        ("name: [", "", "spaces and quotes"),
        ("colours:\n  light:\n    red: '#fff'", "unknown key 'colours.light.red'", ""),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, what: str, mend: str) -> None:
    (tmp_path / "brand.yaml").write_text(text)
    brand, problems = load_brand(tmp_path)
    assert brand == Brand() or "logo" in text
    assert len(problems) == 1
    assert what in problems[0].what
    assert mend in problems[0].mend


@pytest.mark.parametrize(
    ("text", "what", "mend"),
    [
        (
            "light:\n    soft: '#8A949A'",
            "'colours.light.soft' (#8A949A) on 'paper' (#FBF7F0) has a contrast of 2.89 to 1, and needs 4.5 to 1",
            "Make 'soft' darker",
        ),
        ("dark:\n    resident: '#7A2A18'", "'colours.dark.resident' (#7A2A18) on 'paper'", "Make 'resident' lighter"),
        ("light:\n    other: '#C9B6DA'", "'colours.light.other' (#C9B6DA) on 'card' (#FFFFFF)", "Make 'other' darker"),
        ("light:\n    sun: '#3C4A52'", "'colours.light.ink' (#1F2A30) on 'sun' (#3C4A52)", "or 'sun' lighter"),
        ("light:\n    ink: black", "'colours.light.ink' is 'black', which is no colour here", "'#rrggbb'"),
    ],
)
def test_colours_that_many_could_not_read_are_told(tmp_path: Path, text: str, what: str, mend: str) -> None:
    (tmp_path / "brand.yaml").write_text(f"colours:\n  {text}\n")
    _, problems = load_brand(tmp_path)
    assert any(what in problem.what and mend in problem.mend for problem in problems), problems
    assert all(problem.file == "brand.yaml" for problem in problems)
