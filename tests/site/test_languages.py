"""The site in two made-up languages, one of them written from right to left: each page that is translated, and no other."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Route, expect
from selectolax.lexbor import LexborHTMLParser

from framework.content.catalogue import catalogue, write
from macros.marks import MARK
from publish.pages import pages
from publish.preview import application, served
from tests.built_site import build, one_at_a_time
from tests.conftest import NewPage
from tests.made_up_language import plain_words, translate

TRANSLATED = (
    "mkdocs.yml",
    "framework/content/roles.py",
    "docs/index.md",
    "docs/glossary.md",
    "docs/precepts.md",
    "docs/check/",
    "framework/data/precepts/",
    "framework/data/assessments/",
    "framework/data/glossary/",
    "framework/data/sentences/",
)
KEPT = "async (path) => Boolean(await caches.match(new URL(`${path}index.html`, location.origin)))"
DRAWN = "xx"
"""The language in which a drawing stands beside each thing that is said."""
KEEP_PYTHON = """async () => {
  const { keepPython } = await import(new URL("../../assets/script/offline.js", location.href).href);
  await keepPython();
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname.slice(1));
  }
  return found;
}"""
CODES = {"xx": "ltr", "he": "rtl"}
MORE = {"he": ("framework/data/principles/",)}
"""What is translated in one alone: so that Python reads something else in each."""


@pytest.fixture(scope="module")
def brand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brand")
    (folder / "brand.yaml").write_text("languages: [he, xx]\n", encoding="utf-8")
    write(catalogue(), folder / "messages.pot")
    for code in CODES:
        there = folder / "languages" / code
        there.mkdir(parents=True)
        (there / "language.yaml").write_text(
            f"name: Name of {code}\ndrawings: {str(code == DRAWN).lower()}\n", encoding="utf-8"
        )
        translate(folder / "messages.pot", there / "texts.po", code, (*TRANSLATED, *MORE.get(code, ())))
    (folder / "messages.pot").unlink()
    return folder


@pytest.fixture(scope="module")
def there(brand: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with one_at_a_time():
        done = build(folder, {"BRAND": str(brand), "LANGUAGES": ""})
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def trees(there: Path) -> dict[str, LexborHTMLParser]:
    return dict(pages(there))


@pytest.fixture(scope="module")
def address(there: Path) -> Iterator[str]:
    with served(application(there)) as found:
        yield found


def test_a_page_is_in_a_language_where_most_of_it_is_translated(trees: dict[str, LexborHTMLParser]) -> None:
    for code in CODES:
        mine = {name for name in trees if name.startswith(f"{code}/")}
        assert {f"{code}/{name}/index.html" for name in ("precepts", "check/health", "glossary")} <= mine
        assert not {f"{code}/{name}/index.html" for name in ("about", "tools/vision-statement", "book")} & mine
        assert f"{code}/404.html" not in mine


def test_it_says_which_language_it_is_in_and_what_is_english(trees: dict[str, LexborHTMLParser]) -> None:
    for name, tree in trees.items():
        assert tree.root
        assert tree.body
        code = name.split("/")[0] if name.split("/")[0] in CODES else "en"
        direction = CODES.get(code, "ltr")
        assert [tree.root.attributes.get(key, "ltr") for key in ("lang", "dir")] == [code, direction], name
        assert tree.body.attributes["dir"] == direction
    read = trees["xx/precepts/index.html"]
    rest = LexborHTMLParser(read.html or "")
    for node in rest.css("[lang=en], script, style, .languages, .shell-name, title, cite, .shell-footer"):
        node.decompose()
    assert rest.body
    assert plain_words(rest.body.text(separator=" ")) == []
    assert [node.text() for node in trees["xx/check/index.html"].css("article [lang=en]") if plain_words(node.text())]


def test_drawings_stand_beside_what_is_said_where_a_language_has_them(trees: dict[str, LexborHTMLParser]) -> None:
    drawn = {name for name, tree in trees.items() if tree.css(".truths .mark, .provocation--drawn")}
    assert drawn == {f"{DRAWN}/index.html", f"{DRAWN}/precepts/index.html"}


def test_no_mark_is_left_anywhere(there: Path) -> None:
    found = [
        path.relative_to(there).as_posix()
        for path in there.rglob("*")
        if path.suffix in (".html", ".json", ".js", ".xml") and MARK.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_english_pages_have_the_switch_and_are_else_as_they_were(
    trees: dict[str, LexborHTMLParser], tmp_path: Path
) -> None:
    with one_at_a_time():
        done = build(tmp_path / "alone", {"BRAND": str(tmp_path), "LANGUAGES": "none"})
    assert done.returncode == 0, done.stdout + done.stderr
    for name, alone in pages(tmp_path / "alone"):
        tree = LexborHTMLParser(trees[name].html or "")
        for node in tree.css(".languages, link[rel=alternate]"):
            node.decompose()
        assert _without_space(tree) == _without_space(alone), name


def _without_space(tree: LexborHTMLParser) -> str:
    return re.sub(r"\s+", " ", tree.html or "").replace("> <", "><")


def test_a_page_and_its_translations_name_each_other(trees: dict[str, LexborHTMLParser]) -> None:
    told = {name: _alternates(name, tree) for name, tree in trees.items()}
    for name in ("precepts/index.html", "xx/precepts/index.html", "he/precepts/index.html"):
        assert told[name] == {"en": "/precepts/", "xx": "/xx/precepts/", "he": "/he/precepts/"}
    assert told["about/index.html"] == {}
    switch = trees["about/index.html"].css(".languages a")
    assert [link.attributes["href"] for link in switch] == ["./", "../he/", "../xx/"]
    assert [link.text() for link in switch] == ["English", "Name of he", "Name of xx"]


def _alternates(name: str, tree: LexborHTMLParser) -> dict[str, str]:
    at = f"https://example.org/{name.removesuffix('index.html')}"
    links = {
        link.attributes["hreflang"] or "": urljoin(at, link.attributes["href"])
        for link in tree.css("link[rel=alternate]")
    }
    return {code: link.removeprefix("https://example.org") for code, link in links.items()}


def test_links_stay_in_the_language_where_they_can(trees: dict[str, LexborHTMLParser]) -> None:
    links = {link.attributes["href"]: link.attributes.get("hreflang") for link in trees["xx/check/index.html"].css("a")}
    assert links["health/"] is None
    assert links["../../about/"] == "en"


def test_what_is_typed_is_there_in_each_language(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}/xx/check/health/")
    chosen = page.locator("health-check input[type=radio]").nth(1)
    chosen.check()
    name, value = chosen.get_attribute("name"), chosen.get_attribute("value")
    page.wait_for_function("() => Object.keys(localStorage).some((key) => localStorage[key].includes('health'))")
    page.locator(".languages summary").click()
    page.get_by_role("link", name="Name of he").click()
    page.wait_for_url("**/he/check/health/")
    assert page.locator(f"health-check input[name='{name}'][value='{value}']").is_checked()


def test_the_switch_keeps_the_place_and_what_was_typed_a_moment_ago(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}/xx/check/ladder/?from=here#how-to")
    page.locator("ladder-quiz input[type=text]").first.fill("Block C")
    page.locator(".languages summary").click()
    page.get_by_role("link", name="Name of he").click()
    page.wait_for_url("**/he/check/ladder/?from=here#how-to")
    expect(page.locator("ladder-quiz input[type=text]").first).to_have_value("Block C")


def test_what_a_script_says_in_english_is_marked_as_english(address: str, new_page: NewPage) -> None:
    page = new_page()

    def say_it_is_english(route: Route) -> None:
        answer = route.fetch()
        told = answer.text().replace("data-sentences", 'data-in-english="common.answered" data-sentences', 1)
        route.fulfill(response=answer, body=told)

    page.route("**/he/check/health/", say_it_is_english)
    page.goto(f"{address}/he/check/health/")
    page.locator("health-check input[type=radio]").nth(1).check()
    told = page.locator("health-check [data-progress-words]")
    expect(told).to_have_attribute("lang", "en")
    expect(told).to_have_attribute("dir", "ltr")


def test_without_script_the_switch_is_a_link(address: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/xx/precepts/")
    page.locator(".languages summary").click()
    page.get_by_role("link", name="Name of he").click()
    page.wait_for_url("**/he/precepts/")


def test_the_english_is_one_press_away(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}/he/precepts/")
    heading = page.get_by_role("heading", level=1)
    assert page.locator("[data-not-checked]").is_visible()
    heading.click()
    assert heading.locator(".english").inner_text() == "The precepts"
    heading.click()
    assert not page.locator(".english").count()
    page.locator("[data-shows-english]").click()
    assert page.locator("article .english").count() > 5
    assert not page.locator("body > header .english").count()


def test_python_reads_the_language_and_is_shared(there: Path, trees: dict[str, LexborHTMLParser]) -> None:
    told = [
        json.loads(trees[f"{code}check/health/index.html"].css("meta[name=python-runtime]")[0].attributes["content"] or "")
        for code in ("", "xx/", "he/")
    ]
    assert told[0]["data"] not in (told[1]["data"], told[2]["data"])
    assert len({each["wheel"] for each in told}) == 1
    said = json.loads((there / told[1]["data"]).read_text(encoding="utf-8"))
    assert not plain_words(said["sentences"]["sides.resident"])
    assert len(said["sentences"]["standing.moved"]) == 2
    assert not (there / "xx" / "assets").exists()


def test_without_a_network_the_language_that_was_read_is_there_and_no_other(new_page: NewPage, address: str) -> None:
    page = new_page(service_workers="allow")
    page.goto(f"{address}/xx/precepts/")
    page.evaluate("() => navigator.serviceWorker.register('../../service-worker.js')")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null", timeout=60_000)
    page.context.set_offline(True)
    page.goto(f"{address}/xx/check/health/")
    expect(page.locator("html")).to_have_attribute("lang", "xx")
    page.goto(f"{address}/he/check/health/")
    expect(page.locator("html")).to_have_attribute("lang", "en")  # the page that says that it is not here
    page.context.set_offline(False)
    page.goto(f"{address}/he/check/health/")
    page.wait_for_function(KEPT, arg="/he/precepts/", timeout=60_000)
    page.context.set_offline(True)
    page.goto(f"{address}/he/precepts/")
    expect(page.locator("html")).to_have_attribute("lang", "he")


def test_what_python_reads_is_kept_of_the_languages_that_are_read(
    new_page: NewPage, address: str, trees: dict[str, LexborHTMLParser]
) -> None:
    page = new_page(service_workers="allow")
    page.goto(f"{address}/xx/precepts/")
    page.evaluate("() => navigator.serviceWorker.register('../../service-worker.js')")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null", timeout=60_000)
    kept = page.evaluate(KEEP_PYTHON)
    assert [_data(trees[f"{code}precepts/index.html"]) in kept for code in ("", "xx/", "he/")] == [True, True, False]


def _data(tree: LexborHTMLParser) -> str:
    """The path of what Python reads where a page is open."""
    told = json.loads(tree.css("meta[name=python-runtime]")[0].attributes["content"] or "")
    return str(told["data"])
