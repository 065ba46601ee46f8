"""Links and pictures that lead nowhere are found, however they were written."""

import subprocess
import sys
from pathlib import Path

import pytest

from publish.links import Links
from publish.pages import pages
from tests.conftest import ROOT

HOME = '<h1 id="top">Home</h1><a href="tools/">Tools</a>'
TOOLS = '<h2 id="map">A map</h2><a href="../#top">Up</a><img src="../map%20one.png" alt="A map">'


def dead(site: Path, html: str, to_come: tuple[str, ...] = ()) -> list[str]:
    """What is said of a small site with this on one of its pages."""
    (site / "tools").mkdir(exist_ok=True)
    (site / "map one.png").touch()
    (site / "index.html").write_text(HOME)
    (site / "tools" / "index.html").write_text(TOOLS + html)
    links = Links()
    for name, page in pages(site):
        links.note(page, name)
    return list(links.dead(site, to_come))


@pytest.mark.parametrize(
    "html",
    [
        "",
        '<a href="#map">Map</a><a href="?a=b#map">Map</a><a href=".">Here</a><a href="..">Home</a>',
        '<a href="https://example.org/nowhere">Out</a><a href="//example.org/">Out</a><a href="mailto:us@example.org">Us</a>',
        '<svg><a href="../#top"><title>Up</title></a></svg><img src="data:image/png;base64,AA" alt="">',
        "<!-- <a href=nowhere>No link</a> --><script>'<a href=nowhere>'</script>",
    ],
)
def test_good_links_pass(tmp_path: Path, html: str) -> None:
    assert dead(tmp_path, html) == []


@pytest.mark.parametrize(
    ("html", "target"),
    [
        ('<a href="gone/">Gone</a>', "gone/"),
        ("<A HREF = gone.md >Gone</A>", "gone.md"),
        ('<a href="../#gone">Gone</a>', "../#gone"),
        ('<a href="#gone">Gone</a>', "#gone"),
        ('<img alt="A cat" src="cat.png">', "cat.png"),
        ('<template><a href="gone/">Gone</a></template>', "gone/"),
        ('<svg><a href="gone/"><title>Gone</title></a></svg>', "gone/"),
        ('<script src="gone.js"></script>', "gone.js"),
    ],
)
def test_what_leads_nowhere_is_said_with_its_page_and_a_mend(tmp_path: Path, html: str, target: str) -> None:
    (said,) = dead(tmp_path, html + html)
    assert said.startswith(f"tools/: '{target}' leads nowhere. Mend it in 'docs/'")


def test_what_will_be_there_is_no_dead_link(tmp_path: Path) -> None:
    assert dead(tmp_path, '<a href="../guide.zip">All of it</a>', ("guide.zip",)) == []


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    dead(tmp_path, '<a href="gone/">Gone</a>')
    command = [sys.executable, "-m", "publish.links", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout[:29]) == (1, "tools/: 'gone/' leads nowhere")
