"""Every form through a real LibreOffice: saved anew, its answers come back; printed, each of them is on paper."""

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from tests.engines import needed
from tests.framework.test_word import BLANKS, FORMS, TOOLS, answered, back, kept, out
from tests.framework.test_word_pictures import WORDS, given, made, png

SECONDS = 300
LINES = "\nשלום, 12 & 🙂"
"""What stands in an answer beside its own word."""


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, list[str]]]:
    """Of each form, an answer to everything: each with a word that no other has."""
    found = {}
    for tool in TOOLS:
        numbers = iter(range(10_000))
        found[tool] = answered(tool, lambda _, numbers=numbers: f"q{next(numbers)}x{LINES}", more_rows=2)
    return found


@pytest.fixture(scope="module")
def folder(answers: dict[str, dict[str, list[str]]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All forms, filled in and empty."""
    folder = tmp_path_factory.mktemp("forms")
    for tool in TOOLS:
        (folder / f"{tool}.docx").write_bytes(out(tool, answers[tool]))
        (folder / f"empty-{tool}.docx").write_bytes(BLANKS[tool])
    return folder


def test_a_picture_goes_through_libreoffice_with_its_words(tmp_path: Path) -> None:
    tool = "governance-diagram"
    answers = {f"{tool}.decision": ["Which blocks stay"]}
    (tmp_path / "drawn.docx").write_bytes(made(tool, answers, given(png())))
    file = (converted(tmp_path, "docx") / "drawn.docx").read_bytes()
    (shape,) = Document(io.BytesIO(file)).inline_shapes
    assert (shape._inline.docPr.get("descr"), round(shape.width / 36_000)) == (WORDS, 36)
    said = back(tool, file)["ok"]
    assert [each["there"] for each in said["changes"]] == ["Which blocks stay"]
    assert said["unplaced"] == []
    (page, *_) = PdfReader(converted(tmp_path, "pdf") / "drawn.pdf").pages
    assert max(each.image.width for each in page.images if each.image) == 300


def converted(folder: Path, kind: str) -> Path:
    """The folder of all forms of a folder, as LibreOffice makes another kind of file of them."""
    made = folder / kind
    command = [
        needed(shutil.which("soffice"), "LibreOffice"),
        "--headless",
        f"-env:UserInstallation={folder.as_uri()}/home",
    ]
    command += ["--convert-to", kind, "--outdir", str(made), *map(str, sorted(folder.glob("*.docx")))]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return made


def test_what_libreoffice_saves_comes_back(folder: Path, answers: dict[str, dict[str, list[str]]]) -> None:
    made = converted(folder, "docx")
    wrong: list[tuple[Any, ...]] = []
    for tool in TOOLS:
        said = back(tool, (made / f"{tool}.docx").read_bytes())["ok"]
        found = [(each["name"].split(".")[-1], each["there"]) for each in said["changes"]]
        wanted = [
            (name.split(".")[-1], FORMS[tool].shown(name, texts)) for name, texts in kept(tool, answers[tool]).items()
        ]
        wrong += [(tool, each) for each in wanted if each not in found][:3]
        wrong += [(tool, "unplaced", each) for each in said["unplaced"]]
        wrong += [(tool, len(found), len(wanted))] if len(found) != len(wanted) else []
        empty = back(tool, (made / f"empty-{tool}.docx").read_bytes())["ok"]
        wrong += [(tool, "empty", each) for each in (*empty["changes"], *empty["unplaced"])]
    assert wrong == []


def test_what_libreoffice_prints_holds_every_answer(folder: Path, answers: dict[str, dict[str, list[str]]]) -> None:
    made = converted(folder, "pdf")
    reader = needed(shutil.which("pdftotext"), "pdftotext")
    for tool in TOOLS:
        done = subprocess.run([reader, str(made / f"{tool}.pdf"), "-"], capture_output=True, text=True, check=True)
        words = {*done.stdout.split()}
        own = (text.split("\n")[0] for texts in answers[tool].values() for text in texts)
        assert [word for word in own if word.startswith("q") and word not in words] == [], tool
