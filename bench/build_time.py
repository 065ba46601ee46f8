"""How long a build takes: this site, the same with 10 and 50 times the principles and tools, and plain Material."""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from publish.runtime import ROOT

TIMES = (1, 10, 50)
SHARED = (".venv", "node_modules", ".cache")
LEFT = (*SHARED, ".git", "site", "__pycache__")
PLAIN = "site_name: Plain\ntheme:\n  name: material\n  font: false\nplugins: [search]\n"
NUMBER = re.compile(r"^number: (\d+)", re.MULTILINE)


def _later(found: re.Match[str], copy: int) -> str:
    return f"number: {int(found[1]) + 10 * copy}"


def multiplied(folder: Path, times: int) -> Path:
    """A copy of the project with `times` as many principles and tools, each with ids of its own."""
    project = Path(shutil.copytree(ROOT, folder / "project", ignore=shutil.ignore_patterns(*LEFT)))
    for name in SHARED:
        (project / name).symlink_to(ROOT / name)
    data = project / "framework" / "data"
    ids = [path.stem.split("-", 1)[1] for path in sorted((data / "principles").glob("*.yaml"))]
    tools = [path.stem for path in (data / "tools").glob("*.yaml")]
    known = re.compile(
        rf"(?<![\w.-])({'|'.join(map(re.escape, sorted([*ids, *tools], key=len, reverse=True)))})(?![\w-])"
    )
    originals = [
        (path, path.read_text(encoding="utf-8"))
        for kind in ("principles", "tools")
        for path in sorted((data / kind).glob("*.yaml"))
    ]
    for copy in range(1, times):
        for path, text in originals:
            renamed = known.sub(rf"\1-{copy}", text)
            renamed = NUMBER.sub(partial(_later, copy=copy), renamed)
            (path.parent / f"{path.stem}-{copy}.yaml").write_text(renamed, encoding="utf-8")
    return project


def plain(folder: Path, site: Path) -> Path:
    """A plain Material project with as many pages as a built site, each with as much text."""
    project = folder / "plain"
    for page in site.rglob("index.html"):
        article = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("article")
        text = article.text(separator=" ") if article else ""
        name = page.relative_to(site).parent.as_posix()
        target = project / "docs" / ("index.md" if name == "." else f"{name}.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = re.sub(r"[<>{}]", "", text).split(".")
        target.write_text(
            f"# {name}\n\n" + ".\n\n".join(" ".join(each.split()) for each in paragraphs), encoding="utf-8"
        )
    (project / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    return project


def seconds(project: Path, site: Path) -> float:
    """How long `mkdocs build` takes in a project."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"The build in {project.name} failed: {(done.stdout + done.stderr)[-2000:]}")
    return time.perf_counter() - began


def build_time() -> list[dict[str, Any]]:
    """Seconds for each size, ours and plain."""
    rows = []
    for times in TIMES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            ours = multiplied(folder, times)
            taken = seconds(ours, folder / "ours-site")
            pages = len(list((folder / "ours-site").rglob("index.html")))
            beside = seconds(plain(folder, folder / "ours-site"), folder / "plain-site")
        rows.append({"times": times, "pages": pages, "plain": beside, "ours": taken})
        print(f"{times:3} times, {pages:5} pages: plain {beside:6.1f} s  ours {taken:6.1f} s", flush=True)
    return rows
