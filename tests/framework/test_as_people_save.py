"""What people make of the files of `brand/`: taken where it can be meant, else one sentence with file, line and mend."""

from pathlib import Path

import pytest

from framework.content.check import BadData
from framework.fork.brand import load_brand
from framework.fork.changes import load_fork
from framework.fork.own_pages import check_pages

NAME = "Tenants’ guide"
MAIN = "#1D4F91"


@pytest.mark.parametrize(
    "saved",
    [
        b"\xef\xbb\xbfname: Tenants\xe2\x80\x99 guide\r\ncolours:\r\n  main: '#1D4F91'\r\n",
        f"name: {NAME}\t\ncolours:\t\n  main: '{MAIN}' \t\n".encode(),
        f"name: “{NAME}”\ncolours:\n  main: ‘{MAIN}’\n".encode(),
        f"name: {NAME}\ncolours:\n  main: {MAIN}\n".encode(),
        f"name: {NAME}\rcolours:\r  main: '{MAIN.lower()}'\r".encode(),
        f"name: {NAME}\ncolours:\n  main: rgb(29, 79, 145)\n".encode(),
    ],
    ids=["Notepad", "trailing tabs", "curly quotes", "no quotes", "an old Mac", "rgb"],
)
def test_what_can_be_meant_is_taken(tmp_path: Path, saved: bytes) -> None:
    (tmp_path / "brand.yaml").write_bytes(saved)
    brand, problems = load_brand(tmp_path)
    assert problems == []
    assert (brand.name, brand.colours.main) == (NAME, MAIN)


@pytest.mark.parametrize(
    ("told", "read"), [("2024", "2024"), ("No", "No"), ("1.10", "1.10"), ("'#1 for homes'", "#1 for homes")]
)
def test_a_name_is_text_whatever_it_looks_like(tmp_path: Path, told: str, read: str) -> None:
    (tmp_path / "brand.yaml").write_text(f"name: {told}\n")
    brand, problems = load_brand(tmp_path)
    assert (brand.name, problems) == (read, [])


@pytest.mark.parametrize(
    ("saved", "line", "mend"),
    [
        ("name: Ours\n organisation: Homes\n", 2, "Take out what is before 'organisation'."),
        (" name: Ours\nkind: council\n", 1, "Take out what is before 'name'."),
        ("words:\n\tresident: tenant\n", 2, "Use spaces in its place."),
        ("kind: council\nname: Repairs: how\n", 2, "Put the words in quotes: name: 'Repairs: how'"),
        ("name: 'Tenants' union'\n", 1, 'Write: name: "Tenants\' union"'),
        ("name: 'Ours\nkind: council\n", 1, 'Write: name: "Ours"'),
        ("name: @ours\n", 1, "Put the words in quotes: name: '@ours'"),
        ("name: [\n", 2, "Look at its spaces, quotes and colons."),
        ("name:\n", 1, "Write something behind 'name:', or take the line out."),
        ("kind: council\nname: ''\n", 2, "Write something behind 'name:', or take the line out."),
        ("words:\n  resident:\n", 2, "Write something behind 'resident:', or take the line out."),
        (f"kind: council\nname: {'a' * 151}\n", 2, "Say it in 80 or fewer"),
        ("colours:\n  main: 1D4F91\n", 2, "Write it with a hash and in quotes: '#1D4F91'."),
        ("colours:\n  main: 123456\n", 2, "Write it with a hash and in quotes: '#123456'."),
        ("colours:\n  main: blurple\n", 2, "Write a hash and six of 0 to 9 and A to F"),
        ("colours:\n  main: '#12345'\n", 2, "Write a hash and six of 0 to 9 and A to F"),
        ("colours: red\n", 1, "in the next line '  main: 'red''."),
        ("logo: Logo.SVG\n", 1, "Write 'logo: logo.svg'."),
        ("logo: logo.doc\n", 1, "Use one of .svg, .png"),
        ("name: Ours\nname: Theirs\n", 2, "Keep one of the two."),
        ("# ours\n\ncontact: us\n", 3, "Give an email address"),
        ("kind: landlord\n", 1, "Use one of"),
        ("nam: Ours\n", 1, "Did you mean 'name'?"),
    ],
)
def test_what_can_not_be_meant_is_told_in_one_sentence(tmp_path: Path, saved: str, line: int, mend: str) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>")
    (tmp_path / "brand.yaml").write_text(saved)
    _, problems = load_brand(tmp_path)
    assert str(problems[0]).startswith(f"brand/brand.yaml, line {line}: ")
    assert mend in problems[0].mend
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("saved", "line"), [("name: Ours\nstrapline: Ours ’ s\n".encode("cp1252"), 2), ("name: Ours\n".encode("utf-16"), 1)]
)
def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path, saved: bytes, line: int) -> None:
    (tmp_path / "brand.yaml").write_bytes(saved)
    (problem,) = load_brand(tmp_path)[1]
    assert str(problem).startswith(f"brand/brand.yaml, line {line}: ")
    assert "Save it anew as UTF-8" in problem.mend


PAGE = "---\ndescription: {}\n---\n# Repairs\n\n{}\n"


@pytest.mark.parametrize(
    ("name", "saved", "told"),
    [
        (
            "a.md",
            PAGE.format("Repairs: how…", "").encode(),
            "brand/pages/a.md, line 2: a colon in the words ends them.",
        ),
        (
            "a.md",
            PAGE.format("Repairs", "’").encode("cp1252"),
            "brand/pages/a.md, line 6: a letter here is not saved as",
        ),
        ("a.md", b"# Repairs\n", "brand/pages/a.md, line 1: it has no description."),
        ("a.md", PAGE.format("Repairs", "# More").encode(), "brand/pages/a.md, line 6: it has 2 headings of the first"),
        ("a.md", PAGE.format("Repairs\ntitle: A", "").encode(), "brand/pages/a.md, line 3: its head has 'title'."),
        (
            "a.md",
            PAGE.format("Repairs", "\n<script>a()</script>").encode(),
            "brand/pages/a.md, line 7: it has '<script'",
        ),
        ("photo.JPG", b"", "brand/pages/photo.JPG: this name makes no good address. Name it 'photo.jpg'"),
        ("Our page.md", b"", "brand/pages/Our page.md: this name makes no good address. Name it 'our-page.md'"),
        ("notes.txt", b"", "brand/pages/notes.txt: files of this kind are not published. Use one of .md"),
    ],
)
def test_a_page_that_can_not_be_used_is_told(tmp_path: Path, name: str, saved: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(saved)
    (problem,) = check_pages(tmp_path)
    assert str(problem).startswith(told)


def test_a_page_as_notepad_saves_it_is_taken(tmp_path: Path) -> None:
    text = PAGE.format("Repairs", "Dear {{name}}, hello.").replace("\n", "\r\n").replace("---\r", "--- \r")
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert check_pages(tmp_path) == []


def test_what_computers_leave_in_folders_is_passed_over(tmp_path: Path) -> None:
    for inside in ("pages", "framework", "framework/tools"):
        (tmp_path / inside).mkdir()
        for name in (".DS_Store", "Thumbs.db", "desktop.ini", "~$page.docx"):
            (tmp_path / inside / name).write_bytes(b"\0")
    assert check_pages(tmp_path / "pages") == []
    assert load_fork(tmp_path / "framework").changes.none


@pytest.mark.parametrize(
    ("saved", "told"),
    [
        ("- id: vision-statement\n  reason: Ours: better\n  hide: true\n", "line 2: a colon in the words ends them."),
        ("- id: vision-statement\n  reason: Ours.\n  hid: true\n", "line 3: vision-statement: unknown key 'hid'."),
        (
            "- id: power-map\n  reason: Ours.\n  hide: true\n- id: power-mp\n  reason: Ours.\n  hide: true\n",
            "line 4: power-mp",
        ),
    ],
)
def test_a_change_that_can_not_be_made_is_told_with_its_line(tmp_path: Path, saved: str, told: str) -> None:
    (tmp_path / "changes.yaml").write_text(saved)
    with pytest.raises(BadData) as raised:
        load_fork(tmp_path)
    assert str(raised.value.problems[0]).startswith(f"brand/framework/changes.yaml, {told}")
