"""A build that can't be good ends with an error, and says in a sentence what is wrong, where, and how to mend it.

All of them run with `--quiet`, as `make build` and `make publish` do.
"""

import html
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import built_site, scratch

type Change = Callable[[Path], object]


def build(guide: Path) -> tuple[int, str]:
    """Build it, and tell how that ended and what was said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    told = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(command, cwd=guide, env=told, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def put(name: str, old: str, new: str) -> Change:
    """A change: other words in a file, the first time that they stand there; at its end where there are no old ones."""

    def change(guide: Path) -> None:
        if old:
            scratch.put(guide / name, old, new)
        else:
            with (guide / name).open("a", encoding="utf-8") as file:
                file.write(new)

    return change


def without(name: str) -> Change:
    return lambda guide: (guide / name).unlink()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("docs/about.md", "", "\n{{ nothing_here }}\n"), "about.md: 'nothing_here' is undefined. Mend that name."),
        (put("docs/about.md", "", "\n{{ show('tool', 'nowhere') }}\n"), "about.md: nowhere: there is no 'nowhere'. Name"),
        (
            without("overrides/widgets/tool-form/tool-form.js"),
            "overrides/widgets/tool-form/tool-form.js is missing. Put it back, or take out what names it.",
        ),
        (without("overrides/assets/style/base.css"), "overrides/assets/style/base.css is missing. Put it back"),
        (
            put("framework/data/tools/vision-statement.yaml", "kind: text", "kind: signature"),
            "tools/vision-statement.yaml: vision-statement.why-us: 'kind' is 'signature'. Use one of 'line', 'text'",
        ),
    ],
    ids=["macro", "item", "widget", "style", "kind"],
)
def test_what_cannot_be_built_says_so(tmp_path: Path, change: Change, said: str) -> None:
    guide = scratch.scratch(tmp_path)
    change(guide)
    code, told = build(guide)
    assert code
    assert said in told
    assert "Traceback" not in told


def test_dead_links_and_missing_pictures_stop_the_build(tmp_path: Path) -> None:
    guide = scratch.scratch(tmp_path)
    put("docs/about.md", "", "\nSee [one](gone.md), [two](reuse.md#nowhere) and ![A cat](cat.png).\n")(guide)
    put("docs/about.md", "", "\n<p>See <img src='dog.png' alt='A dog'>.</p>\n")(guide)
    put("framework/data/tools/vision-statement.yaml", "about: |\n", "about: |\n  See [this](nowhere.md).\n")(guide)
    code, told = build(guide)
    assert code
    assert "about/: 'dog.png' leads nowhere. Mend it in 'docs/', in 'brand/' or in the data" in told
    assert "tools/vision-statement/: 'nowhere.md' leads nowhere. Mend it in" in told
    for link in ("a link 'gone.md'", "a link 'cat.png'", "a link 'reuse.md#nowhere'"):
        assert f"Doc file 'about.md' contains {link}" in told
    assert told.count("Mend that link or picture in 'docs/' or 'brand/pages/', or take it out.") == 3


def test_what_stops_a_copy_stands_in_the_log_and_on_the_hosts_page_of_the_build(tmp_path: Path) -> None:
    brand, page = tmp_path / "brand", tmp_path / "summary.md"
    brand.mkdir()
    (brand / "brand.yaml").write_text("kind: council\nname: Repairs: how\n")
    done = built_site.build(tmp_path / "site", {**built_site.to_publish(brand), "GITHUB_STEP_SUMMARY": str(page)})
    told = "brand/brand.yaml, line 2: a colon in the words ends them. Put the words in quotes: name: 'Repairs: how'"
    assert done.returncode
    assert told in done.stderr + done.stdout
    assert told in html.unescape(page.read_text(encoding="utf-8"))
    assert "Traceback" not in done.stderr + done.stdout
