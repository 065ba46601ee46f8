"""The site that tests share is that of the files as they are now, and as the build left it."""

import subprocess
from pathlib import Path

import pytest

from tests.built_site import kept, made_from


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for name, text in {"docs/a.md": "A", "tests/test_a.py": "", ".gitignore": "/site/\n"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "docs", "tests"], cwd=tmp_path, check=True)
    return tmp_path


def test_each_thing_that_a_build_reads_gives_another_name(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brand = repository / "tests" / "brand"
    brand.mkdir()
    names = [made_from(repository, {})]

    def noted(settings: dict[str, str] | None = None) -> None:
        names.append(made_from(repository, settings or {}))

    (repository / "docs" / "a.md").write_text("B")
    noted()
    (repository / "docs" / "new.md").write_text("B")
    noted()
    (repository / "docs" / "a.md").unlink()
    noted()
    (repository / "node_modules").mkdir()
    (repository / "node_modules" / ".package-lock.json").write_text("{}")
    noted()
    noted({"BRAND": str(brand)})
    (brand / "brand.yaml").write_text("name: Ours")
    noted({"BRAND": str(brand)})
    monkeypatch.setenv("WEB_ADDRESS", "https://example.org/")
    noted()
    assert len(set(names)) == len(names)


def test_what_no_build_reads_changes_nothing(repository: Path) -> None:
    before = made_from(repository, {})
    (repository / "tests" / "test_a.py").write_text("# changed")
    (repository / "site").mkdir()
    (repository / "site" / "index.html").write_text("built")
    assert made_from(repository, {}) == before


def test_it_is_made_once_and_anew_where_someone_wrote_there(tmp_path: Path) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        folder.mkdir()
        (folder / "index.html").write_text("built")

    def again() -> str:
        return (kept(tmp_path, lambda: "name", make) / "index.html").read_text()

    assert [again(), again()] == ["built"] * 2
    assert len(made) == 1
    (made[0] / "index.html").write_text("other")
    assert again() == "built"
    (made[0] / "more.html").write_text("other")
    assert again() == "built"
    assert sorted(path.name for path in made[0].iterdir()) == ["index.html"]
    assert len(made) == 3


def test_what_was_half_made_is_made_anew(tmp_path: Path) -> None:
    def stopped(folder: Path) -> None:
        folder.mkdir()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kept(tmp_path, lambda: "name", stopped)
    found = kept(tmp_path, lambda: "name", lambda folder: (folder / "whole").mkdir(parents=True))
    assert (found / "whole").is_dir()


def test_a_change_while_it_is_made_is_told_and_nothing_is_kept(tmp_path: Path) -> None:
    names = iter(("before", "after"))
    with pytest.raises(AssertionError, match="Run the tests again"):
        kept(tmp_path, lambda: next(names), Path.mkdir)
    assert not list(tmp_path.glob("*.seal"))
