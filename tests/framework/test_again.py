"""What has not changed is not made again, and nothing is ever taken for what it is not."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader, UndefinedError

from framework import again as module
from framework.again import Again
from macros.compiled import Compiled
from macros.stopped import place


def told(store: Path, of: str, makes: str, by: str = "this code") -> str:
    """What a build gets that needs a thing, and would make it so."""
    again = Again(store, by=lambda: by)
    found = again.made(("a thing", of), lambda: makes)
    again.keep()
    return found


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "made.sqlite"


def test_what_is_of_the_same_is_made_once(store: Path) -> None:
    assert [told(store, "a", "1"), told(store, "a", "2"), told(store, "b", "3")] == ["1", "1", "3"]


def test_each_of_many_that_ask_at_once_gets_its_own(store: Path) -> None:
    made = {number: str(number) * number for number in range(300)}
    again = Again(store, by=lambda: "this code")
    for number, value in made.items():
        again.note(number, value)
    again.keep()
    with ThreadPoolExecutor(8) as beside:
        found = list(beside.map(again.found, [*made] * 20))
    assert found == [(True, value) for value in made.values()] * 20


def test_other_code_uses_nothing_of_what_was_made(store: Path) -> None:
    told(store, "a", "1")
    assert told(store, "a", "2", by="other code") == "2"
    assert told(store, "a", "3") == "1"


def test_what_was_made_while_the_code_changed_is_not_kept(store: Path) -> None:
    code = ["before", "after"]
    again = Again(store, by=lambda: code.pop(0))
    again.made("a thing", lambda: "by either")
    again.keep()
    assert told(store, "a", "2") == "2"
    assert Again(store, by=lambda: "before").found("a thing") == (False, None)


def test_the_code_that_makes_things_is_ours_the_settings_and_the_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "SETTINGS", tmp_path / "mkdocs.yml")
    hooks = tmp_path / "overrides" / "hooks"
    hooks.mkdir(parents=True)
    seen = set()
    for path, content in (("mkdocs.yml", "a: 1"), ("mkdocs.yml", "a: 2"), ("overrides/hooks/a.py", "1")):
        (tmp_path / path).write_text(content)
        seen.add(module.made_by())
    (hooks / "a.py").rename(hooks / "b.py")
    seen.add(module.made_by())
    monkeypatch.setattr(module, "packages", lambda: "markdown-99")
    seen.add(module.made_by())
    assert len(seen) == 5


def test_a_store_that_cannot_be_read_is_begun_anew(store: Path) -> None:
    store.parent.mkdir()
    store.write_bytes(b"no store at all" * 1000)
    assert told(store, "a", "1") == "1"
    assert told(store, "a", "2") == "2", "that one begins it"
    assert told(store, "a", "3") == "2"


def test_where_nothing_can_be_kept_all_is_made(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert [told(tmp_path / "cache" / "made.sqlite", "a", each) for each in "12"] == ["1", "2"]


def test_what_nobody_asks_for_goes_when_there_is_no_room(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = iter(range(100))
    monkeypatch.setattr("framework.again.time", SimpleNamespace(time=lambda: next(days)))
    monkeypatch.setattr(module, "MOST_BYTES", 3500)
    for of in ("a", "b", "a", "c", "a", "d"):
        told(store, of, of * 1000)
    assert [told(store, of, "made anew")[0] for of in "abcd"] == ["a", "m", "m", "d"]


def test_a_mistake_in_a_template_is_told_with_the_file_of_this_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = Again(tmp_path / "made.sqlite")
    monkeypatch.setattr("macros.compiled.again", again)
    for copy in ("first", "second"):
        (tmp_path / copy).mkdir()
        (tmp_path / copy / "page.html").write_text("<p>\n{{ nobody.name }}")
        environment = Environment(loader=FileSystemLoader(tmp_path / copy), bytecode_cache=Compiled("pages"))
        with pytest.raises(UndefinedError) as raised:
            environment.get_template("page.html").render()
        assert place(raised.value) == f"{tmp_path}/{copy}/page.html, line 2"
        again.keep()
