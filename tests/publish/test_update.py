"""A copy takes in a newer guide by itself, and its publisher is told what is new and what it touches."""

import subprocess
from pathlib import Path

import pytest

from publish.update import NotTaken, take, told

WHO = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *WHO, *words], cwd=folder, capture_output=True, text=True, check=True).stdout


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "More")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    folder = tmp_path / "guide"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, "CHANGELOG.md", "# What is new\n\n- One thing.\n")
    write(folder, "brand/brand.yaml", "name: Guide\n")
    write(folder, "docs/about.md", "# About\n")
    return folder


@pytest.fixture
def copy(guide: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "copy"
    git(tmp_path, "clone", "-q", str(guide), str(folder))
    write(folder, "brand/brand.yaml", "name: Ours\n")
    return folder


def test_what_is_new_is_merged_and_told(guide: Path, copy: Path) -> None:
    assert not take(copy, str(guide))
    write(guide, "CHANGELOG.md", "# What is new\n\n- Another thing.\n- One thing.\n")
    assert take(copy, str(guide), on_github=True)
    assert (copy / "brand" / "brand.yaml").read_text() == "name: Ours\n"
    said = told(
        copy,
        "## The site was built. These are for you to look at.\n\n- changes.yaml: the guide has changed",
        "https://p",
    )
    assert "- Another thing." in said
    assert "One thing" not in said
    assert "the guide has changed" in said
    assert "https://p" in said
    assert "press **Merge**" in said
    assert not take(copy, str(guide))


def test_who_has_changed_more_than_brand_is_told_which_file_and_keeps_theirs(guide: Path, copy: Path) -> None:
    write(copy, "docs/about.md", "# About us\n")
    write(guide, "docs/about.md", "# About all\n")
    before = git(copy, "rev-parse", "HEAD")
    with pytest.raises(NotTaken, match=r"both changed docs/about.md. Put the guide's back"):
        take(copy, str(guide))
    assert git(copy, "rev-parse", "HEAD") == before
    assert git(copy, "status", "--porcelain") == ""


def test_what_github_lets_people_alone_do_is_told(guide: Path, copy: Path) -> None:
    write(guide, ".github/workflows/publish.yml", "name: Publish\n")
    with pytest.raises(NotTaken, match="Press 'Sync fork'"):
        take(copy, str(guide), on_github=True)
    assert take(copy, str(guide))


def test_a_guide_that_is_nowhere_is_told(copy: Path, tmp_path: Path) -> None:
    with pytest.raises(NotTaken, match=r"can't be read\. Say where it is, in the setting GUIDE"):
        take(copy, str(tmp_path / "nowhere"))
