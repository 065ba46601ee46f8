"""The brand: every key may be left out, and what cannot be used is told with a mend."""

import re
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
import yaml

from framework.content.roles import ROLES
from framework.fork.brand import RENAMED, Brand, Dark, Kind, Light, Renamed, load_brand, old_keys, to_publish
from framework.published import schemas

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
        ("- name", "holds no keys", "name: Our guide"),
        ("logo: no.svg", "not in the folder", "no.svg"),
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


def test_from_one_colour_all_others_follow_and_those_given_stay(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("colours:\n  main: '#FFD500'\n  light:\n    resident: '#8A2040'\n")
    brand, problems = load_brand(tmp_path)
    assert problems == []
    assert brand.colours.light.sun == "#FFD500"
    assert brand.colours.light.resident == "#8A2040"
    assert brand.colours.light.paper != Light().paper
    assert brand.colours.dark.paper != Dark().paper


@pytest.mark.parametrize(
    ("text", "what", "mend"),
    [
        ("colours: {light: {ink: '#888888'}}", "'colours.light.ink' (#888888) on 'paper'", "darker"),
        ("colours: {dark: {ink: whitish}}", "'colours.dark.ink' is 'whitish'", "quotes"),
        ("contact: someone", "'contact' is 'someone'", "email"),
        ("web_address: example.org", "'web_address'", "https://"),
        ("language: English", "'language' is 'English'", "'en'"),
        ("language: cy", "'language' is 'cy', and the guide is not written in it", "Use 'en', or one of its kinds"),
        ("language: english-GB", "'language'", "'en-GB'"),
        ("words: {resident: '<b>'}", "'words.resident'", "plural"),
        ("words: {tenant: resident}", "'words.tenant' is no word that the guide has for a role", "resident, landlord"),
        ("words: {a resident: a tenant}", "'words.a resident' is no word", "resident, landlord"),
        ("words: {resident members: 'a, b'}", "'words.resident members'", "plural"),
        ("kind: landlord", "'kind' is 'landlord'", "council"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, text: str, what: str, mend: str) -> None:
    (tmp_path / "brand.yaml").write_text(text)
    _, problems = load_brand(tmp_path)
    assert what in problems[0].what
    assert mend in problems[0].mend


@pytest.mark.parametrize("language", ["en", "en-GB", "en-IE"])
def test_english_of_any_kind_is_a_language_that_the_guide_is_written_in(tmp_path: Path, language: str) -> None:
    (tmp_path / "brand.yaml").write_text(f"language: {language}\n")
    brand, problems = load_brand(tmp_path)
    assert (brand.language, problems) == (language, [])


def test_a_published_site_needs_contacts() -> None:
    assert [problem.what.split("'")[1] for problem in to_publish(Brand())] == [
        "contact",
        "accessibility_contact",
        "privacy_contact",
        "web_address",
    ]
    assert to_publish(Brand(contact="us@example.org", web_address="https://example.org/")) == []


def test_a_key_under_its_old_name_still_works_and_says_until_when(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RENAMED, "motto", Renamed("strapline", "1 May 2028"))
    (tmp_path / "brand.yaml").write_text("motto: Together\n")
    assert load_brand(tmp_path)[0].strapline == "Together"
    assert old_keys(tmp_path) == ["brand/brand.yaml: 'motto' is now 'strapline'. The old name works until 1 May 2028."]


def test_every_key_is_explained_on_its_page_and_in_the_schema() -> None:
    text = (OURS.parent / "docs" / "brand-file.md").read_text(encoding="utf-8")
    schema = schemas()["brand"]
    for name in (*(each.name for each in fields(Brand)), *ROLES):
        assert re.search(rf"^ *- `{name}`: ", text, flags=re.MULTILINE), name
    for key in fields(Light):
        assert f"`{key.name}`" in text, key.name
    for kind in get_args(Kind.__value__):
        assert f"`{kind}`" in text, kind
    for entry in (schema, *schema["$defs"].values()):
        for key, told in entry.get("properties", {}).items():
            assert told.get("description"), key


def test_what_stands_in_our_file_is_values_alone() -> None:
    """A line of ours there would be in the way of everyone who has changed that line."""
    assert "#" not in (OURS / "brand.yaml").read_text(encoding="utf-8").replace("'#", "")


RELEASED = "aa81f191aadc"


def test_what_a_copy_edits_is_never_changed_by_an_update() -> None:
    """Where two change one file, the publisher has a conflict. Put it back: what is new stands elsewhere."""
    files = sorted(path for path in OURS.rglob("*") if path.is_file() and not path.name.startswith("."))
    told = "".join(f"{path.relative_to(OURS).as_posix()}\n{path.read_text(encoding='utf-8')}" for path in files)
    assert sha256(told.encode()).hexdigest()[:12] == RELEASED
