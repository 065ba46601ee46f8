"""Every page of the built site, as a reader without script gets it."""

import json
import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from framework.content.address import address
from framework.content.model import Framework, Section, items
from framework.core.item import Item


@dataclass
class Read(HTMLParser):
    """What a page holds that links and readers hold on to."""

    html: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    styles: int = 0
    text: list[str] = field(default_factory=list)
    description: str = ""
    inside: str = ""
    scripts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.inside = tag
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "meta" and given.get("name") == "description":
            self.description = given["content"]
        for key in ("src", "href"):
            if tag in ("script", "link", "img") and given.get("rel") != "canonical" and key in given:
                self.files.append(given[key])
        self.styles += "style" in given or tag == "style"

    def handle_data(self, data: str) -> None:
        if self.inside == "script" and data.strip():
            self.scripts.append(data)
        self.text.append(data)

    @cached_property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Read]:
    found = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): Read(path.read_text(encoding="utf-8")) for path in found}


def test_each_item_has_its_page_with_its_words(pages: dict[str, Read], framework: Framework) -> None:
    for principle in framework.principles:
        words = pages[f"principles/{principle.id}/index.html"].words
        assert principle.title in words
        assert principle.summary in words
        for action in (*principle.actions.quick_wins, *principle.actions.longer_term):
            assert action.id in pages[f"principles/{principle.id}/index.html"].ids
    for tool in framework.tools:
        page = pages[f"tools/{tool.id}/index.html"]
        assert tool.summary in page.words
        for entry in tool.fields:
            assert entry.id in page.ids, entry.id
    for assessment in framework.assessments:
        for statement in assessment.statements:
            assert statement.id in pages[f"check/{assessment.id}/index.html"].ids


def test_each_item_stands_where_its_address_says(pages: dict[str, Read], framework: Framework) -> None:
    for item in items(framework):
        path, _, anchor = address(item).partition("#")
        page = pages[f"{path}index.html"]
        assert not anchor or anchor in page.ids, item.id


def test_titles_and_descriptions_come_from_the_data(pages: dict[str, Read], framework: Framework) -> None:
    for principle in framework.principles:
        page = pages[f"principles/{principle.id}/index.html"]
        assert page.description == principle.summary
        assert f"<title>{principle.title}" in page.html.replace("&#39;", "'")
    for name, page in pages.items():
        assert page.description, name
        assert page.tags.count("h1") == 1, name


def test_every_link_inside_is_good(pages: dict[str, Read], site: Path) -> None:
    broken = []
    for name, page in pages.items():
        if name == "404.html":
            continue  # it is served at any address, so its links begin at the site's root
        for link in page.links + page.files:
            parts = urlsplit(link)
            if parts.scheme or link.startswith("//"):
                continue
            path, anchor = urldefrag(link)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
            file = target if (site / target).is_file() else posixpath.join(target, "index.html").removeprefix("./")
            if not (site / file).is_file() or (anchor and unquote(anchor) not in pages[file].ids):
                broken.append((name, link))
    assert broken == []


def test_ids_stand_once_on_a_page(pages: dict[str, Read]) -> None:
    for name, page in pages.items():
        twice = {id_ for id_ in page.ids if page.ids.count(id_) > 1}
        assert not twice, name


def test_nothing_breaks_the_security_policy(pages: dict[str, Read]) -> None:
    for name, page in pages.items():
        assert page.styles == 0, name
        assert all(script.lstrip().startswith(("{", "[")) for script in page.scripts), name  # data, not code
        outside = [file for file in page.files if urlsplit(file).scheme not in ("", "data")]
        assert outside == [], name


def test_the_site_names_itself_by_the_brand_alone(pages: dict[str, Read], site: Path) -> None:
    ours = [path for folder in ("docs", "macros", "overrides", "framework") for path in Path(folder).rglob("*.*")]
    for path in ours:
        if path.suffix in (".md", ".html", ".py", ".yaml", ".js", ".css"):
            said = path.read_text(encoding="utf-8")
            assert "Coproduction in housing" not in said.replace("Coproduction in Housing and Regeneration", ""), path


def test_credit_and_no_endorsement_on_every_page(pages: dict[str, Read]) -> None:
    for name, page in pages.items():
        assert "Sib Trigg and Rowan Mackay" in page.words, name
        assert "do not endorse it" in page.words, name


def test_what_is_ours_is_marked(pages: dict[str, Read], framework: Framework) -> None:
    for tool in framework.tools:
        words = pages[f"tools/{tool.id}/index.html"].words
        assert "The words here are ours" in words or "This one is ours" in words
    for principle in framework.principles:
        page = pages[f"principles/{principle.id}/index.html"]
        assert f"From the framework, page {principle.page}" in page.words
        assert "Talk about it Ours" in page.words


def test_a_section_is_shown_whole(pages: dict[str, Read], framework: Framework) -> None:
    everything = {name: page.ids for name, page in pages.items()}
    for item in items(framework):
        if isinstance(item, Section):
            assert any(item.id in ids for ids in everything.values()), item.id


def test_framework_json_is_published(site: Path, framework: Framework) -> None:
    published = json.loads((site / "framework.json").read_text(encoding="utf-8"))
    assert published["version"] == framework.version
    known = {item.id for item in items(framework) if isinstance(item, Item)}
    assert len(known) > 350


def test_no_work_files_are_published(site: Path) -> None:
    left = [path for path in site.rglob("*") if path.suffix in (".yaml", ".py", ".md", ".jinja", ".map")]
    assert left == []


def test_every_script_and_style_that_is_published_is_asked_for(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".js", ".mjs", ".css")]
    asking = "".join(path.read_text(encoding="utf-8") for path in files if path.name != "service-worker.js")
    published = [path for path in files if path.suffix != ".html"]
    assert len(published) > 50
    assert [path.name for path in published if path.name not in asking] == []
    scripts = (site / "assets" / "javascripts").rglob("*.js")
    assert not any("sourceMappingURL" in path.read_text(encoding="utf-8") for path in scripts)
