"""The languages that there are: each is a folder, ours or the brand's."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from framework.content.languages import FOLDER, addresses, editions


def add(brand: Path, address: str, *said: tuple[str, str], code: str = "cy", comment: str = "") -> Path:
    folder = brand / "languages" / address
    folder.mkdir(parents=True)
    (folder / "language.yaml").write_text("name: Cymraeg\n", encoding="utf-8")
    made = Catalog(locale=code, fuzzy=False)
    for english, told in said:
        made.add(english, string=told, context="common.print", user_comments=[comment] if comment else [])
    with (folder / "texts.po").open("wb") as opened:
        write_po(opened, made)
    return folder


def test_a_brand_adds_a_language(tmp_path: Path) -> None:
    add(tmp_path, "cy", ("Print", "Argraffu"), comment="checked: by Nia, who speaks it")
    assert "cy" in addresses(tmp_path)
    (found,), problems = editions(tmp_path, ["cy"])
    assert problems == []
    assert (found.address, found.name, found.language.code) == ("cy", "Cymraeg", "cy")
    assert found.language.checked == {("common.print", "Print")}


def test_all_are_there_where_none_is_chosen_and_none_where_that_is_chosen(tmp_path: Path) -> None:
    add(tmp_path, "cy", ("Print", "Argraffu"))
    ours = [path.name for path in FOLDER.iterdir() if path.is_dir()] if FOLDER.is_dir() else []
    assert [each.address for each in editions(tmp_path)[0]] == sorted([*ours, "cy"])
    assert editions(tmp_path, []) == ([], [])


@pytest.mark.parametrize(
    ("address", "missing", "what", "mend"),
    [
        ("cy", "texts.po", "this file is missing", "A language"),
        ("cy", "language.yaml", "this file is missing", "A language"),
        ("Welsh", "", "'Welsh' is no address", "code of its language"),
    ],
)
def test_what_is_wrong_is_told(address: str, missing: str, what: str, mend: str, tmp_path: Path) -> None:
    folder = add(tmp_path, address, ("Print", "Argraffu"))
    if missing:
        (folder / missing).unlink()
    found, (problem,) = editions(tmp_path, [address])
    assert found == []
    assert problem.file == f"brand/languages/{address}" + (f"/{missing}" if missing else "")
    assert what in problem.what
    assert mend in problem.mend


def test_a_language_that_is_not_there_and_a_stray_file_are_told(tmp_path: Path) -> None:
    folder = add(tmp_path, "cy", ("Print", "Argraffu"))
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    _, problems = editions(tmp_path, ["cy", "zxx"])
    assert [problem.what for problem in problems] == [
        "nothing loads this file",
        "'languages' has 'zxx', which is none here",
    ]
