"""Scripts moved out of pages."""

from pathlib import Path

from publish.policy import move_inline


def test_a_script_becomes_a_file_that_pages_share(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for page in (tmp_path / "index.html", tmp_path / "a" / "b" / "index.html"):
        page.write_text("<p>1</p><script>go()</script><script src='x.js'></script>")
    assert move_inline(tmp_path) == 1
    (moved,) = (tmp_path / "assets" / "moved").iterdir()
    assert moved.read_text() == "go()"
    assert f'src="assets/moved/{moved.name}"' in (tmp_path / "index.html").read_text()
    assert f'src="../../assets/moved/{moved.name}"' in (tmp_path / "a" / "b" / "index.html").read_text()


def test_no_page_waits_for_what_was_moved(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<script>go()</script><script type=module>import './x.js'</script>")
    move_inline(tmp_path)
    moved = (tmp_path / "index.html").read_text()
    assert moved.count("<script defer src=") == 1
    assert moved.count("<script type=module src=") == 1  # a module waits by itself


def test_data_and_files_stay(tmp_path: Path) -> None:
    html = '<script id="c" type="application/json">{"a": 1}</script><script src="x.js"></script>'
    (tmp_path / "index.html").write_text(html)
    assert move_inline(tmp_path) == 0
    assert (tmp_path / "index.html").read_text() == html
