"""A fork that keeps to brand/ takes in later versions of the guide, with plain git or by itself: no conflict, and a
good build in which every page is theirs, whatever its officer's editor did to the files."""

import html
import os
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from selectolax.lexbor import LexborHTMLParser

from framework.fork.brand import Brand, load_brand
from publish.notes import page_of
from publish.update import take
from tests.built_site import one_at_a_time
from tests.conftest import ROOT

ASSOCIATION = ROOT / "tests" / "example-association"
BORROWED = (".venv", "node_modules", ".cache")
VERSIONS = 7
OUR_NAME = load_brand(ROOT / "brand")[0].name


def git(folder: Path, *words: str) -> str:
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the guide as it stands here, so that nothing in this one is touched."""
    folder = tmp_path_factory.mktemp("guide") / "guide"
    folder.mkdir()
    told = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(told, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        source = ROOT / name
        if source.is_file() and not source.is_symlink():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, folder / name)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "The guide")
    return folder


def make_it_theirs(fork: Path) -> None:
    """Edit every file and every key of brand/, and add to it."""
    for path in (fork / "brand").iterdir():
        if path.is_file() and path.suffix in (".svg", ".css"):
            path.write_text(f"{path.read_text()}\n<!-- ours -->\n" if path.suffix == ".svg" else ".shell-name {}\n")
    brand = (ASSOCIATION / "brand.yaml").read_text()
    given = set(re.findall(r"^(\w+):", brand, flags=re.MULTILINE))
    assert {key.name for key in fields(Brand)} <= given, "the example association leaves out a key"
    shutil.copytree(ASSOCIATION, fork / "brand", dirs_exist_ok=True)
    save_as_officers_do(fork / "brand")


def save_as_officers_do(brand: Path) -> None:
    """Save files as Notepad, a spreadsheet and Word do: with a first sign of their own, other line ends and quotes."""
    file = brand / "brand.yaml"
    text = re.sub(r"^(organisation: .*)$", "\\1\t", file.read_text(), flags=re.MULTILINE)
    text = re.sub(r"^strapline: (.*)$", "strapline: “\\1”", text, flags=re.MULTILINE)
    text = re.sub(r"main: '(#\w+)'", "main: \\1", text)
    for path, told in {file: text, **{page: page.read_text() for page in (brand / "pages").glob("*.md")}}.items():
        path.write_bytes(b"\xef\xbb\xbf" + told.replace("\n", "\r\n").encode())
    (brand / ".DS_Store").write_bytes(b"\0")
    (brand / "pages" / "Thumbs.db").write_bytes(b"\0")


def later_version(guide: Path, number: int) -> None:
    """One more version: every file outside brand/ changed, items added, renamed and retired, keys added and renamed."""
    for name in git(guide, "ls-files").split("\n"):
        path = guide / name
        if path.suffix in (".md", ".css") and not name.startswith("brand/"):
            path.write_text(f"{path.read_text()}\n<!-- {number} -->\n" if path.suffix == ".md" else path.read_text() + "\n")
        elif path.suffix in (".py", ".yaml", ".yml", ".toml") and not name.startswith("brand/"):
            path.write_text(f"{path.read_text()}# version {number}\n")
    data = guide / "framework" / "data"
    (data / "glossary" / f"version-{number}.yaml").write_text(
        f"- id: word.later-{number}\n  origin: ours\n  term: later word {number}\n  meaning: A word of version {number}.\n"
    )
    case = data / "case_studies" / "peach.yaml"
    case.write_text(re.sub(r"^name: .*$", f"name: PEACH, version {number}", case.read_text(), flags=re.MULTILINE))
    init = guide / "framework" / "__init__.py"
    init.write_text(re.sub(r'__version__ = "[^"]*"', f'__version__ = "1.{number}.0"', init.read_text()))
    if number == 3:  # retired: a case study that the fork hides, and a word
        case = data / "case_studies" / "tustin-estate.yaml"
        case.write_text(f"{case.read_text()}\nretired_in: '1.3.0'\n")
        for path in data.rglob("*.yaml"):
            path.write_text(path.read_text().replace("](id:case.tustin-estate)", "](id:case.peach)"))
    if number == 5:  # what the fork replaced is changed
        tool = data / "tools" / "vision-statement.yaml"
        tool.write_text(re.sub(r"^summary: .*$", "summary: A newer summary.", tool.read_text(), flags=re.MULTILINE))
    if number == 7:  # a key of the brand is added, another gets a new name
        brand = guide / "framework" / "fork" / "brand.py"
        text = brand.read_text().replace("    strapline: str", '    telephone: str = ""\n    """Where to ring."""\n    motto: str')
        text = text.replace("RENAMED: dict[str, Renamed] = {}", 'RENAMED = {"strapline": Renamed("motto", "1 May 2028")}')
        text += "\n\ndef _strapline(brand: Brand) -> str:\n    return brand.motto\n\n\nBrand.strapline = property(_strapline)\n"
        brand.write_text(text)
    git(guide, "add", "-A")
    git(guide, "commit", "-qm", f"Version {number}")


def test_later_versions_come_in_without_a_conflict(guide: Path, tmp_path: Path) -> None:
    fork = tmp_path / "fork"
    git(tmp_path, "clone", "-q", str(guide), str(fork))
    make_it_theirs(fork)
    git(fork, "add", "-A")
    git(fork, "commit", "-qm", "Ours")
    theirs = git(fork, "rev-parse", "HEAD:brand")
    for number in range(1, VERSIONS + 1):
        later_version(guide, number)
        if number % 2:
            git(fork, "pull", "-q", "--no-rebase", "--no-edit")
        else:
            git(fork, "fetch", "-q")
            assert take(fork, str(guide))
    assert git(fork, "status", "--porcelain") == ""
    assert git(fork, "rev-parse", "HEAD:brand") == theirs
    outside = git(fork, "diff", "--stat", "origin/main", "--", ".", ":!brand")
    assert outside == ""

    for name in BORROWED:
        (fork / name).symlink_to((ROOT / name).resolve())
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    with one_at_a_time():  # the fork borrows our caches
        done = subprocess.run(
            command, cwd=fork, env={**os.environ, "PUBLISH": "1"}, capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stdout + done.stderr
    site = fork / "site"
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert OUR_NAME not in page, path
        assert "Deciding together at Larkfield" in page, path
        for each in LexborHTMLParser(page).css("title, .shell-footer__name"):
            assert not set("\ufeff\t“”").intersection(each.text()), path
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "Deciding together at Larkfield</title>" in home
    assert "Tenants and Larkfield Homes, round one table" in home
    changed = (site / "changed" / "index.html").read_text(encoding="utf-8")
    assert f"1.{VERSIONS}.0" in changed
    assert "A newer summary." in changed
    assert f"later word {VERSIONS}" in (site / "glossary" / "index.html").read_text(encoding="utf-8")
    assert "Tustin" not in (site / "case-studies" / "index.html").read_text(encoding="utf-8")

    told = done.stderr
    assert html.unescape(page_of(site).read_text(encoding="utf-8")).count("A newer summary.") == 1
    assert "'strapline' is now 'motto'. The old name works until 1 May 2028." in told
    assert "summary, the guide now: A newer summary." in told
    assert "summary, yours: A page that says what tenants and Larkfield promise each other." in told
    assert "case.tustin-estate: the guide retired this in version 1.3.0" in told
