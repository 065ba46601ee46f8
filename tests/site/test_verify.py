"""Anyone can check a copy: an honest one passes, and one that does not tell what it changed is found out."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from framework.content.check import checked
from framework.content.model import Framework
from framework.content.retell import as_it_is
from publish.preview import application, served
from publish.verify import Copy, Unreadable, verify
from tests.built_site import built_for
from tests.conftest import ROOT

ASSOCIATION = ROOT / "tests" / "example-association"


@pytest.fixture(scope="module")
def copy() -> Path:
    return built_for(ASSOCIATION)


@pytest.fixture(scope="module")
def guide() -> Framework:
    """The guide as its files have it."""
    return checked(said=as_it_is)


def test_our_own_site_changes_nothing(site: Path, guide: Framework) -> None:
    assert verify(Copy(str(site)), guide) == ([], [])


def test_an_honest_copy_tells_all_on_the_web_too(copy: Path, guide: Framework) -> None:
    said, wrong = verify(Copy(str(copy)), guide)
    assert wrong == []
    assert any(each.startswith("hidden: power-map.") for each in said)
    assert any("'tenant' for 'resident'" in each for each in said)
    with served(application(copy)) as address:
        assert verify(Copy(address), guide) == (said, [])


def untell(site: Path) -> None:
    told = json.loads((site / "changes.json").read_text())
    told["replaced"], told["reworded"] = [], {}
    (site / "changes.json").write_text(json.dumps(told))


def unhide(site: Path) -> None:
    told = json.loads((site / "changes.json").read_text())
    told["hidden"] = []
    (site / "changes.json").write_text(json.dumps(told))


def reword_a_page(site: Path) -> None:
    path = site / "principles" / "power-dynamics" / "index.html"
    path.write_text(path.read_text().replace("<h2", "<p>Obey.</p><h2", 1).replace("<p>", "<p>Obey. ", 40))


def without_credit(site: Path) -> None:
    path = site / "precepts" / "index.html"
    path.write_text(path.read_text().replace("shell-footer__credit", "gone"))


def another_guide(site: Path) -> None:
    told = json.loads((site / "changes.json").read_text())
    told["guide"]["fingerprint"] = "0" * 64
    (site / "changes.json").write_text(json.dumps(told))


def a_decoy(site: Path) -> None:
    (site / "changed" / "index.html").write_text("<h1>What we changed</h1><p>Nothing was changed.</p>")


@pytest.mark.parametrize(
    ("harm", "what"),
    [
        (untell, "vision-statement says something else than the guide, and that is not told."),
        (unhide, "power-map is hidden, and that is not told."),
        (reword_a_page, "principles/power-dynamics/: the page does not say what the data has for power-dynamics."),
        (without_credit, "precepts/: the credit to the framework's authors is missing."),
        (another_guide, "It was made from another guide than this"),
        (a_decoy, "changed/: the page does not tell of power-map."),
    ],
)
def test_what_is_not_told_is_found(
    copy: Path, guide: Framework, tmp_path: Path, harm: Callable[[Path], None], what: str
) -> None:
    site = tmp_path / "site"
    shutil.copytree(copy, site, ignore=shutil.ignore_patterns("assets", "widgets"))
    harm(site)
    _, wrong = verify(Copy(str(site)), guide)
    assert any(each.startswith(what) for each in wrong), wrong


def test_what_is_no_copy_says_so(guide: Framework, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="has no changes.json"):
        verify(Copy(str(tmp_path)), guide)
    (tmp_path / "changes.json").write_text("[]")
    with pytest.raises(Unreadable, match="not what a copy of the guide publishes"):
        verify(Copy(str(tmp_path)), guide)
