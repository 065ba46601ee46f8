"""`make brand`: asks a person at a terminal, tells everyone else."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from framework.fork.brand import load_brand
from publish.brand_preview import FILE
from tests.conftest import ROOT


def run(folder: Path, typed: str | None = None) -> tuple[int, str]:
    """Run it without a terminal; or at one, where something is typed."""
    command = [sys.executable, "-m", "publish.brand", str(folder)]
    if typed is None:
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    done = subprocess.run(command, cwd=ROOT, stdin=theirs, capture_output=True, text=True, check=False)
    os.close(ours)
    os.close(theirs)
    return done.returncode, done.stdout + done.stderr


def test_without_a_terminal_it_tells_what_is_missing_and_where_to_look(tmp_path: Path) -> None:
    code, told = run(tmp_path)
    assert code == 0
    assert "Before you publish: brand/brand.yaml: 'contact' is missing" in told
    assert "Look at the home page" in told


def test_it_tells_what_to_mend_in_every_file(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "framework").mkdir()
    (tmp_path / "brand.yaml").write_text("nam: Ours\n")
    (tmp_path / "pages" / "a.md").write_text("# A\n")
    (tmp_path / "framework" / "changes.yaml").write_text("- {id: power-mp, hide: true, reason: a}\n")
    code, told = run(tmp_path)
    assert code == 1
    assert "brand/brand.yaml, line 1: unknown key 'nam'" in told
    assert "brand/pages/a.md, line 1: it has no description" in told
    assert "brand/framework/changes.yaml, line 1: power-mp: the guide has no item of this id" in told
    assert "3 to mend" in told


def test_it_tells_which_words_stay_the_guides(tmp_path: Path) -> None:
    words = "{resident: 'neighbour who rents, neighbours who rent', resident rabbits: rabbits, board: committee}"
    (tmp_path / "brand.yaml").write_text(f"words: {words}\n")
    code, told = run(tmp_path)
    assert code == 0
    assert "brand.yaml: 'words.resident rabbits': no text of the guide has this." in told
    assert "Your word for 'resident' bears no ending." in told
    assert "resident members" in told
    assert "Your word for 'board'" not in told


def test_at_a_terminal_it_asks_again_where_an_answer_cannot_be_used_and_keeps_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("# Ours\nname: Together  # as agreed in May\n")
    code, told = run(tmp_path, "Example Homes\nus\nus@example.org\nblurple\n#CE2C91\n\n")
    assert code == 0, told
    assert "What should the site be called" not in told
    assert "Give an email address" in told
    assert "Write a hash and six of 0 to 9 and A to F" in told
    page = FILE.read_text(encoding="utf-8")
    assert page.count("--band:#CE2C91;") == 2 * 3
    assert "Together" in page
    brand, problems = load_brand(tmp_path)
    assert problems == []
    assert (brand.name, brand.organisation, brand.contact) == ("Together", "Example Homes", "us@example.org")
    assert brand.colours.main == "#CE2C91"
    assert "# as agreed in May" in (tmp_path / "brand.yaml").read_text()


def test_who_does_not_like_a_colour_has_nothing_written(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("name: Together\norganisation: Homes\ncontact: us@example.org\n")
    code, told = run(tmp_path, "red\nno\n")
    assert code == 0, told
    assert "Nothing was written." in told
    assert "red" not in (tmp_path / "brand.yaml").read_text().lower()


def test_it_notes_on_which_wording_a_change_was_based_and_leaves_the_rest(tmp_path: Path) -> None:
    (tmp_path / "framework").mkdir()
    path = tmp_path / "framework" / "changes.yaml"
    path.write_bytes(
        b"# Ours\r\n- id: vision-statement  # a promise\r\n  reason: Ours.\r\n  replace: {name: Our promise}\r\n"
        b"- id: power-map\r\n  reason: Not here.\r\n  hide: true\r\n"
    )
    code, told = run(tmp_path)
    assert code == 0, told
    assert "'based_on' was written for vision-statement." in told
    assert "add 'based_on" not in told
    written = path.read_bytes()
    assert written.count(b"based_on: '") == 1
    assert b"# a promise\r\n  based_on: '" in written
    assert b"- id: power-map\r\n  reason" in written
    assert run(tmp_path)[0] == 0
    assert path.read_bytes() == written


def test_with_nothing_answered_nothing_is_written(tmp_path: Path) -> None:
    code, _ = run(tmp_path, "\n\n\n\n")
    assert code == 0
    assert not (tmp_path / "brand.yaml").exists()
