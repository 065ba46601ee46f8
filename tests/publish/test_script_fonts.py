"""Each language that is written in a script of its own has a typeface for it, and all its letters are in that."""

import pytest
from fontTools.ttLib import TTFont

from framework.content.languages import Edition, editions
from publish.script_fonts import script_fonts, script_of, scripts, unknown_letters
from tests.conftest import ROOT

EDITIONS = editions(ROOT / "brand")[0]


def test_arabic_and_bengali_have_a_script_and_what_is_in_latin_has_none() -> None:
    found = {edition.address: script_of(edition.language) for edition in EDITIONS}
    assert {address: script.name for address, script in found.items() if script} == {"ar": "ARABIC", "bn": "BENGALI"}


@pytest.mark.parametrize("edition", EDITIONS, ids=[each.address for each in EDITIONS])
def test_no_letter_of_a_text_is_left_out_of_its_typeface(edition: Edition) -> None:
    assert unknown_letters(edition.language) == []


def test_a_file_has_the_letters_that_its_script_names() -> None:
    files = script_fonts({f"{each.address}/": each.language for each in EDITIONS})
    assert {path.split("/")[-1] for path in files} == {script.file for script in scripts().values()}
    for name, path in files.items():
        script = next(each for each in scripts().values() if name.endswith(each.file))
        assert script.codes - set(TTFont(path).getBestCmap()) == set(), name
