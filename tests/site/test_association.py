"""An example association's copy, built and looked at as ours is: nothing is broken, and nothing of ours shines through."""

import json
import re
import struct
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from framework.content.catalogue import messages
from framework.content.roles import ROLE
from framework.fork.brand import load_brand
from framework.fork.wording import Wording
from publish.preview import application, served
from publish.runtime import requests
from tests.built_site import build, built_for, searched, to_publish
from tests.conftest import ROOT, NewPage
from tests.framework.test_wording import WRONG
from tests.reading import CODE, read_texts
from tests.site import test_pages as rules
from tests.site.test_pages import Read

ASSOCIATION = ROOT / "tests" / "example-association"
OURS = load_brand(ROOT / "brand")[0]
THEIRS = load_brand(ASSOCIATION)[0]
WORDING = Wording(THEIRS.words)
OWN = "from-us/"
BOOK = "book/"
"""All pages once more, their own among them."""
NAME = re.compile(r"[a-z0-9_.-]*")
OUR_WORD = re.compile(r"(?:resident|landlord|board|council)s?(?:['’]s)?")
ASK = """async (request) => {
    const { ask, BadRequest } = await import(new URL("../../widgets/shared/python.js", location.href).href);
    try {
        return JSON.stringify(await ask(JSON.parse(request)));
    } catch (error) {
        if (!(error instanceof BadRequest)) throw error;
        return JSON.stringify({ what: error.what, mend: error.mend });
    }
}"""
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="module")
def copy() -> Path:
    return built_for(ASSOCIATION)


@pytest.fixture(scope="module")
def pages(copy: Path) -> dict[str, Read]:
    return {path.relative_to(copy).as_posix(): Read(path.read_text(encoding="utf-8")) for path in copy.rglob("*.html")}


@pytest.fixture(scope="module")
def there(copy: Path) -> Iterator[str]:
    with served(application(copy)) as address:
        yield address


def test_it_keeps_the_rules_that_ours_keeps(pages: dict[str, Read], copy: Path) -> None:
    rules.test_every_link_inside_is_good(pages, copy)
    rules.test_ids_stand_once_on_a_page(pages)
    rules.test_nothing_breaks_the_security_policy(pages)
    rules.test_credit_and_no_endorsement_on_every_page(pages)
    rules.test_no_work_files_are_published(copy)


def test_nothing_of_ours_that_should_come_from_the_brand(copy: Path) -> None:
    for path in copy.rglob("*"):
        if path.parent.name != "schema" and path.suffix in (".html", ".json", ".js", ".xml", ".css", ".txt", ".svg"):
            said = path.read_text(encoding="utf-8")
            for own in (OURS.name, OURS.strapline, OURS.colours.light.organisation):
                assert own not in said, path.name


@pytest.fixture(scope="module")
def left() -> set[str]:
    """The guide's own words for roles where no role is meant, each with the word before it and with the one behind."""
    texts = ([each.text] if isinstance(each.text, str) else each.text for each in messages())
    told = (WORDING.said(text) for text in chain.from_iterable(texts))
    return {pair for text in told for pairs in near_role(re.sub(r"\]\([^)]*\)", "]", text)) for pair in pairs}


def near_role(text: str) -> Iterator[tuple[str, str]]:
    """Each of the guide's own words for roles, with the word before it, and with the one behind it."""
    words = re.findall(r"[a-z0-9]+(?:['’][a-z]+)?", text.lower())
    for place, word in enumerate(words):
        if OUR_WORD.fullmatch(word):
            yield " ".join(words[max(0, place - 1) : place + 1]), " ".join(words[place : place + 2])


def astray(text: str, left: set[str]) -> list[str]:
    """What a text of their copy says in our words, or wrongly."""
    found = [before for before, behind in near_role(text) if before not in left and behind not in left]
    return found + [each for each in WRONG if each in text.lower()] + [each[0] for each in ROLE.finditer(text)]


def test_their_words_stand_where_the_guide_means_a_role_and_nowhere_else(
    pages: dict[str, Read], copy: Path, left: set[str]
) -> None:
    for name, page in pages.items():
        root = LexborHTMLParser(page.html).root
        assert root is not None
        if not name.startswith((OWN, BOOK)):
            for text in (*read_texts(root, {*CODE, "cite"}, ("data-plain",)), page.description):
                assert astray(text, left) == [], f"{name}: {text}"
    for path in (copy / "framework.json", *(copy / "assets" / "python").glob("framework-*.json")):
        assert not ROLE.search(path.read_text(encoding="utf-8")), path.name
    assert "tenants and organisations" in pages["index.html"].description
    assert "Tenant members" in (copy / "framework.json").read_text(encoding="utf-8")
    assert any("tenant representatives" in str(entry) for entry in searched(copy))


def test_what_is_astray_is_seen(left: set[str]) -> None:
    assert astray("Ask your landlord first", left)
    assert astray("a tenant and tenant association", left)
    assert astray("Many {residents}", left)
    assert not astray("What the tenant and resident association says of social landlords", left)


def test_their_own_pages_stay_as_they_wrote_them(pages: dict[str, Read]) -> None:
    words = pages[f"{OWN}our-panels/index.html"].words
    for told in (
        "Residents who are not tenants",
        "Landlord and Tenant Act 1985",
        "begin with {residents}",
        "or to residents@larkfield.example",
    ):
        assert told in words


def test_their_words_are_in_what_python_answers(page: Page, there: str, left: set[str]) -> None:
    page.goto(f"{there}/check/precepts/")
    for request in requests():
        answer = page.evaluate(ASK, request)
        asked = {pair for pairs in near_role(request) for pair in pairs}
        for text in texts_of(json.loads(answer)):
            assert astray(text, left | asked) == [], (request[:200], text)


def texts_of(answer: object) -> Iterator[str]:
    """The texts of an answer that people read: no names for programs, and of a picture what is not its own code."""
    if isinstance(answer, str) and not NAME.fullmatch(answer):
        yield re.sub(r"<[^>]*>", " | ", answer)
    elif isinstance(answer, (list, dict)):
        for part in answer.values() if isinstance(answer, dict) else answer:
            yield from texts_of(part)


def test_what_is_hidden_is_on_one_page_alone(pages: dict[str, Read], copy: Path) -> None:
    assert "tools/power-map/index.html" not in pages
    for name, page in pages.items():
        assert not any("power-map" in link and not re.search("changed|word.power-map", link) for link in page.links), name
        assert not any("case.tustin-estate" in link for link in page.links), name
    assert "Tustin" not in pages["case-studies/index.html"].words
    assert "tools/power-map/" not in {entry["address"] for entry in searched(copy)}
    assert "tools/power-map" not in (copy / "sitemap.xml").read_text()


def test_what_is_replaced_says_so_with_the_original_a_click_away(pages: dict[str, Read]) -> None:
    tool = pages["tools/vision-statement/index.html"]
    assert "Our promise" in tool.words
    assert "Changed by Larkfield Homes" in tool.words
    assert "../../changed/#changed.vision-statement" in tool.links
    assert "Changed by Larkfield Homes" in pages["principles/common-vision/index.html"].words
    changed = pages["changed/index.html"]
    assert {"changed.vision-statement", "changed.common-vision.recap", "changed.power-map"} <= set(changed.ids)
    for told in ("chose that word themselves", "Vision statement", "Open each meeting with a recap", "0.1.0"):
        assert told in changed.words
    assert "has changed its own wording since" in changed.words


def test_what_is_added_says_whose_it_is(pages: dict[str, Read]) -> None:
    assert "Added by Larkfield Homes. Neither the framework nor the guide has it." in (
        pages["tools/local-repairs-panel/index.html"].words
    )
    assert "void" in pages["glossary/index.html"].words
    assert "Larkfield Court" in pages["case-studies/index.html"].words
    assert "health.common-vision.local-1" in pages["check/health/index.html"].ids
    assert "Tenants chose the colours of the doors" in pages["case-studies/index.html"].words
    for name in ("our-panels", "who-decides"):
        assert "At Larkfield" in pages[f"from-us/{name}/index.html"].words


def test_every_page_leads_to_what_was_changed(pages: dict[str, Read], site: Path) -> None:
    for name, page in pages.items():
        assert any(link.endswith("changed/") for link in page.links) or name == "changed/index.html", name
    ours = Read((site / "changed" / "index.html").read_text(encoding="utf-8")).words
    assert "Nothing was changed." in ours


def test_contacts_stand_where_they_are_wanted(pages: dict[str, Read]) -> None:
    assert "mailto:access@larkfield.example" in pages["accessibility/index.html"].links
    assert "https://larkfield.example/privacy/" in pages["privacy/index.html"].links
    for name in ("accessibility", "privacy"):
        assert "Larkfield Homes" in pages[f"{name}/index.html"].words


def test_what_outside_eyes_see_first(pages: dict[str, Read], copy: Path) -> None:
    page = pages["tools/vision-statement/index.html"].html
    assert '<meta property="og:title" content="Our promise">' in page
    assert '<meta property="og:url" content="https://larkfield.example/together/tools/vision-statement/">' in page
    picture = re.search(r'og:image" content="https://larkfield.example/together/(assets/share/[^"]+)"', page)
    assert picture
    head = (copy / picture[1]).read_bytes()[:24]
    assert struct.unpack(">II", head[16:24]) == (1200, 630)
    assert "<loc>https://larkfield.example/together/tools/</loc>" in (copy / "sitemap.xml").read_text()
    assert "Sitemap: https://larkfield.example/together/sitemap.xml" in (copy / "robots.txt").read_text()
    files = pages["404.html"].files
    assert files
    assert all(file.startswith("/together/") for file in files)


@pytest.mark.parametrize("path", ["/", "/changed/", "/accessibility/", "/from-us/our-panels/", "/tools/local-repairs-panel/"])
@pytest.mark.parametrize(("width", "look"), [(320, "dark"), (1280, "light")])
def test_nobody_is_kept_out(new_page: NewPage, there: str, path: str, width: int, look: str) -> None:
    page: Page = new_page(viewport={"width": width, "height": 800}, color_scheme=look, bypass_csp=True)
    page.goto(there + path)
    page.add_script_tag(path=AXE)
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}).then((said) => said.violations.map("
        "(each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary)))"
    )
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_look_is_theirs(page: Page, there: str) -> None:
    page.goto(there)
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--organisation')") == "#7A1F5C"
    assert page.get_by_role("img", name="A lark above a field").is_visible()


def test_a_copy_that_names_nobody_is_not_built_for_publishing(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    done = build(tmp_path / "site", to_publish(tmp_path / "brand"))
    assert done.returncode != 0
    for key in ("contact", "accessibility_contact", "privacy_contact", "web_address"):
        assert f"brand.yaml: '{key}' is missing, and a published site needs it" in done.stderr + done.stdout


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("a.md", "# A\n", "no description"),
        ("a.md", "---\ndescription: A page.\n---\nText\n", "0 headings"),
        ("a.md", "---\ndescription: A page.\n---\n# A\n<script>go()</script>\n", "<script"),
        ("Our Page.md", "", "no good address"),
        ("a.exe", "", "not published"),
    ],
)
def test_a_page_that_cannot_be_used_is_told(tmp_path: Path, name: str, text: str, what: str) -> None:
    (tmp_path / "brand" / "pages").mkdir(parents=True)
    (tmp_path / "brand" / "pages" / name).write_text(text)
    done = build(tmp_path / "site", to_publish(tmp_path / "brand"))
    assert done.returncode != 0
    assert re.search(rf"brand/pages/{name}(, line [0-9]+)?: .*{what}", done.stderr + done.stdout)


def test_the_licence_excepts_what_is_the_publishers_own(pages: dict[str, Read], site: Path) -> None:
    theirs = pages["licence/index.html"]
    assert "The logo and the name of Larkfield Homes are theirs. So are the pages under 'At Larkfield'" in theirs.words
    assert "../changed/" in theirs.links
    ours = Read((site / "licence" / "index.html").read_text(encoding="utf-8"))
    assert "are theirs" not in ours.words


def test_what_was_changed_is_found_by_the_search_without_the_words_that_it_quotes(copy: Path) -> None:
    (entry,) = (each for each in searched(copy) if each["address"] == "changed/")
    read = " ".join(text for place in entry["places"] for text in place[1:3])
    assert "Larkfield Homes publishes this copy" in read
    assert "Vision statement" not in read
