"""A copy that hides one item of every kind, and has pages of its own as they come: it is built, and its publisher told."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from framework.content.model import Field, Framework, LookOutFor, PointOfLaw, items
from publish.notes import page_of
from tests.built_site import built_for
from tests.pages import parsed

BRAND = "contact: us@example.org\nweb_address: https://example.org/\n"
SHORT = "---\ndescription: Repairs.\n---\n# Repairs\n\nHello.\n"
HARD = """---
description: A letter.
---
# A letter

Dear {{ name }}, we have synergy for that.
"""


def one_of_each_kind(framework: Framework) -> dict[str, str]:
    """The second of each kind, for the first work is the credit's."""
    found: dict[str, list[str]] = {}
    for item in items(framework):
        if not isinstance(item, (Field, LookOutFor, PointOfLaw)):
            found.setdefault(type(item).__name__, []).append(item.id)
    return {kind: ids[1] for kind, ids in found.items()}


@pytest.fixture(scope="module")
def hidden(framework: Framework) -> dict[str, str]:
    return one_of_each_kind(framework)


@pytest.fixture(scope="module")
def copy(hidden: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    brand = tmp_path_factory.mktemp("hidden") / "brand"
    for name in ("framework", "pages"):
        (brand / name).mkdir(parents=True)
    (brand / "brand.yaml").write_text(BRAND)
    (brand / "pages" / "repairs.md").write_text(SHORT)
    (brand / "pages" / "letter.md").write_text(HARD)
    changes = [f"- {{id: {id_}, reason: Not ours., hide: true}}\n" for id_ in hidden.values()]
    (brand / "framework" / "changes.yaml").write_text("".join(changes))
    return built_for(brand)


@pytest.fixture(scope="module")
def pages(copy: Path) -> dict[str, LexborHTMLParser]:
    return parsed(copy)


def text(page: LexborHTMLParser) -> str:
    assert page.body is not None
    return page.body.text()


def test_counts_and_numbers_follow(
    pages: dict[str, LexborHTMLParser], hidden: dict[str, str], framework: Framework
) -> None:
    home = pages["index.html"]
    assert "9 principles" in text(home)
    assert "4 hard truths" in text(home)
    kept = [f"{each.number}" for each in framework.principles if each.id != hidden["Principle"]]
    assert [node.text() for node in home.css(".wheel .number")] == kept


def test_no_page_leads_to_what_is_hidden(pages: dict[str, LexborHTMLParser], hidden: dict[str, str]) -> None:
    ways = re.compile("|".join(rf"[#/]{re.escape(id_)}(/|$)" for id_ in hidden.values()))
    for name, page in pages.items():
        assert not [node.attributes["href"] for node in page.css("a[href]") if ways.search(node.attributes["href"] or "")], name


def test_own_pages_are_published_as_they_are_and_the_publisher_is_advised(
    pages: dict[str, LexborHTMLParser], copy: Path
) -> None:
    assert "Hello." in text(pages["from-us/repairs/index.html"])
    assert "Dear {{ name }}, we have" in text(pages["from-us/letter/index.html"])
    told = page_of(copy).read_text(encoding="utf-8")
    assert "Not in plain English: from-us/letter/: " in told
    assert "from-us/repairs/" not in told
    assert not (copy / page_of(copy).name).exists()
