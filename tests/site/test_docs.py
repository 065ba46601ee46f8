"""Files, keys and commands that the README and the pages name are there."""

import re
import subprocess
from pathlib import Path

import pytest

from framework.content.model import Framework
from framework.core.as_data import as_data

ROOT = Path(__file__).parents[2]
ROOMS = (ROOT, ROOT / "framework", ROOT / "framework" / "data", ROOT / "overrides")
READMES = [ROOT / "README.md", *sorted(ROOT.glob("overrides/widgets/*/README.md"))]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.parent.name)
def test_files_that_are_named_exist(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    named = re.findall(r"`([\w./-]*[./][\w/-]*)`", text) + re.findall(r"\]\(([\w./-]+)\)", text)
    assert named
    for name in named:
        assert any((folder / name).exists() for folder in (readme.parent, *ROOMS)) or name.startswith("site/"), name


def test_commands_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")]
    named = set(re.findall(r"(?:^    |`|`[A-Z]+=[\w.]+ )make ([a-z-]+)", "\n".join(texts), flags=re.MULTILINE))
    assert {"serve", "test", "build", "preview", "check"} <= named
    assert named <= targets
    assert set(re.findall(r"make (\w+)", (ROOT / ".ci" / "run").read_text())) == {"check", "test", "audit"}


def test_every_folder_is_explained() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    command = ["git", "ls-files", "--", "*/*"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    for folder in {name.split("/")[0] for name in listed if not name.startswith(".")}:
        assert f"`{folder}/" in text, f"{folder}/ stands nowhere in the README's list of where each thing lives"
    for room in [path.name for path in (ROOT / "framework").iterdir() if any(path.glob("*.py"))]:
        assert re.search(rf"`(framework/)?{room}/`", text), f"framework/{room}/ stands nowhere in the README"


def test_keys_of_the_json_are_all_told(framework: Framework) -> None:
    told = re.findall(r"^- `(\w+)`:", (ROOT / "docs" / "reuse.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(as_data(framework)) <= set(told)


def test_schemas_that_are_named_are_published(site: Path) -> None:
    named = re.findall(r"\.\./(schema/\w+\.json)", (ROOT / "docs" / "reuse.md").read_text(encoding="utf-8"))
    assert {path.relative_to(site).as_posix() for path in site.glob("schema/*.json")} == set(named)
