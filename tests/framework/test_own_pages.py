"""A publisher's own pages: what no browser would run there is told before anyone looks for it."""

from pathlib import Path

import pytest

from framework.fork.own_pages import check_pages, guide_titles
from tests.conftest import ROOT

HEAD = "---\ndescription: A page.\n---\n# A page\n\n"


def wrong(folder: Path, text: str) -> list[str]:
    (folder / "a.md").write_text(HEAD + text)
    return [problem.what for problem in check_pages(folder)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<script>go()</script>", "<script"),
        ("<SCRIPT src='go.js'></SCRIPT>", "<script"),
        ("A map: <iframe src=https://example.org/></iframe>", "<iframe"),
        ("<style>p { color: red }</style>", "<style"),
        ("<p style='color: red'>Red</p>", "style="),
        ("<p id=a STYLE = color:red>Red</p>", "style="),
        ("<button onclick = go()>Go</button>", "onclick="),
        ("<svg onload='go()'></svg>", "onload="),
    ],
)
def test_what_browsers_will_not_run_is_refused(tmp_path: Path, text: str, what: str) -> None:
    assert wrong(tmp_path, text) == [f"it has '{what}', which browsers won't run here"]


@pytest.mark.parametrize(
    "text",
    [
        'Once on=a time, style="is" a word.',
        "1 < 2, and <b class=style>bold</b>",
        "<!-- <script> -->",
        "[A](b.md){ .style }",
    ],
)
def test_words_that_only_look_so_pass(tmp_path: Path, text: str) -> None:
    assert wrong(tmp_path, text) == []


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("---\ndescription: A page.\n---\n# What we *changed*\n", "a page of the guide has the title"),
        ("---\ndescription: A page.\n---\n# WHAT WE CHANGED!\n", "a page of the guide has the title"),
        ("---\ndescription: A page.\ntitle: What we changed\n---\n# Other\n", "its head has 'title'"),
        ("---\ndescription: A page.\ntemplate: book.html\n---\n# Other\n", "its head has 'template'"),
    ],
)
def test_no_page_passes_for_one_of_the_guides(tmp_path: Path, page: str, what: str) -> None:
    (tmp_path / "a.md").write_text(page)
    (problem,) = check_pages(tmp_path, guide_titles(ROOT / "docs"))
    assert what in problem.what
    assert problem.mend
