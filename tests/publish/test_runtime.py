"""The runtime holds what is used, all of it and nothing more."""

import ast
import sys
import zipfile
from pathlib import Path

import pytest

from framework.content.model import Framework
from framework.published import browser_json
from publish.runtime import CACHE, CORE, ROOT, Runtime, image, modules_used, our_wheel, requests, runtime
from tests.built_site import one_at_a_time


@pytest.fixture(scope="module")
def built(framework: Framework) -> Runtime:
    with one_at_a_time():
        return runtime(browser_json(framework))


@pytest.fixture(scope="module")
def used(framework: Framework) -> frozenset[str]:
    with one_at_a_time():
        return modules_used(our_wheel(), browser_json(framework))


def modules_in(archive: Path) -> set[str]:
    with zipfile.ZipFile(archive) as held:
        names = [name for name in held.namelist() if ".dist-info/" not in name]
    assert all(name.endswith(".pyc") for name in names)
    return {name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".") for name in names}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, also inside its functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_no_code_imports_what_is_left_out(built: Runtime, used: frozenset[str]) -> None:
    for module in modules_in(built.files[built.wheel]):
        path = ROOT / module.replace(".", "/")
        source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        assert imports(source) <= used, f"{source.name} imports what no example of a widget loads"


def test_what_is_not_used_is_left_out(built: Runtime, used: frozenset[str]) -> None:
    stdlib = modules_in(built.files[built.stdlib])
    assert stdlib <= used
    assert {"json", "asyncio", "dataclasses"} <= stdlib
    assert not {"unittest", "email", "http", "xml", "sqlite3", "html"} & stdlib
    ours = modules_in(built.files[built.wheel])
    assert "framework.browser" in ours
    assert not {"framework.content.load", "framework.content.check", "framework.published"} & ours


def test_the_archives_are_not_compressed_and_always_the_same(built: Runtime) -> None:
    for name in (built.stdlib, built.wheel):
        with zipfile.ZipFile(built.files[name]) as held:
            assert {entry.compress_type for entry in held.infolist()} == {zipfile.ZIP_STORED}
            assert {entry.date_time[0] for entry in held.infolist()} == {1980}


def test_an_image_is_always_the_same_and_holds_no_word_of_the_data(
    built: Runtime, framework: Framework, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What is in it stands for every visitor, and for every copy of the guide, whatever words it has."""
    monkeypatch.setattr("publish.runtime.CACHE", tmp_path)
    taken = built.files[built.image]
    stdlib, wheel = (built.files[name] for name in (built.stdlib, built.wheel))
    other = browser_json(framework).replace("coproduction", "working together")
    again = image(built.core, stdlib, wheel, other, requests())
    assert (again.name, again.read_bytes()) == (taken.name, taken.read_bytes())
    for word in (framework.principles[0].title, framework.tools[0].summary):
        assert word.encode() not in taken.read_bytes()


def test_what_draws_is_not_taken_into_an_image(built: Runtime, tmp_path: Path) -> None:
    drawing = tmp_path / "drawing.whl"
    with zipfile.ZipFile(built.files[built.wheel]) as ours, zipfile.ZipFile(drawing, "w") as made:
        for name in ours.namelist():
            if not name.endswith("browser.pyc"):
                made.writestr(name, ours.read(name))
        made.writestr(
            "framework/browser.py", "import sys\nsys.modules['random'] = sys\nopen_framework = answer = str\n"
        )
    with pytest.raises(RuntimeError, match="Seed what is drawn by random"):
        image(built.core, built.files[built.stdlib], drawing, "{}", [])


def test_each_file_is_named_by_its_content(built: Runtime) -> None:
    for address, path in built.files.items():
        assert path.exists()
        assert any(len(part) == 12 for part in address.replace("/", "-").replace(".", "-").split("-")), address
    assert {address.split("/")[1] for address in built.files if "/" in address} == set(CORE)


def test_a_second_build_takes_all_from_the_cache(built: Runtime, framework: Framework) -> None:
    with one_at_a_time():
        before = {path: path.stat().st_mtime_ns for path in CACHE.iterdir()}
        assert runtime(browser_json(framework)) == built
        assert {path: path.stat().st_mtime_ns for path in CACHE.iterdir()} == before


def test_every_widget_that_asks_python_has_examples() -> None:
    for script in ROOT.glob("overrides/widgets/*/*.js"):
        asks = 'from "../shared/python.js"' in script.read_text(encoding="utf-8")
        assert not asks or (script.parent / "examples.yaml").exists(), script.parent.name
    assert len(requests()) > 1
    assert sys.version_info[:2] == (3, 13)
