"""Scripts moved out of pages."""

from functools import partial
from pathlib import Path

from publish.pages import pages
from publish.policy import move_inline


def move(site: Path) -> list[Path]:
    """Move the scripts of all pages, and list the files that this made."""
    assert list(pages(site, partial(move_inline, site=site)))
    return list(site.glob("assets/moved/*"))


def test_a_script_becomes_a_file_that_pages_share(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for page in (tmp_path / "index.html", tmp_path / "a" / "b" / "index.html"):
        page.write_text("<p>1</p><script>go()</script><script src='x.js'></script>")
    (moved,) = move(tmp_path)
    assert moved.read_text() == "go()"
    assert f'src="assets/moved/{moved.name}"' in (tmp_path / "index.html").read_text()
    assert f'src="../../assets/moved/{moved.name}"' in (tmp_path / "a" / "b" / "index.html").read_text()


def test_no_page_waits_for_what_was_moved(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<script>go()</script><script type=module>import './x.js'</script>")
    assert len(move(tmp_path)) == 2
    moved = (tmp_path / "index.html").read_text()
    assert moved.count('<script defer="" src=') == 1
    assert moved.count('<script type="module" src=') == 1  # a module waits by itself


def test_data_and_files_stay(tmp_path: Path) -> None:
    html = '<script id="c" type="application/json">{"a": 1}</script><script src="x.js"></script>'
    (tmp_path / "index.html").write_text(html)
    assert move(tmp_path) == []
    assert html in (tmp_path / "index.html").read_text()


def test_a_script_is_moved_whole_whatever_it_says(tmp_path: Path) -> None:
    code = "if (1 < 2 && 3 > 2) document.title = '</p>&amp;<script>';"
    (tmp_path / "404.html").write_text(f"<!doctype html><!-- <script>no()</script> --><script>{code}</script><p>1</p>")
    (moved,) = move(tmp_path)
    assert moved.read_text() == code
    assert f'src="/assets/moved/{moved.name}"></script></head><body><p>1</p>' in (tmp_path / "404.html").read_text()
