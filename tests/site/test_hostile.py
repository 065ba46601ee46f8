"""A copy whose publisher means harm: what they typed stays text, nothing but what is named is published, and what they
changed can be seen.
"""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from framework.core.as_data import as_data
from framework.fork.brand import load_brand
from publish.preview import application, served
from tests.built_site import build, built_for, to_publish
from tests.pages import parsed
from tests.conftest import ROOT

NAME = """<b onclick="go()">Us</b> & [you](javascript:alert(1)) {{ 7 * 7 }}"""
HARM = """"><script>alert(1)</script><img src=x onerror=alert(2)><!--"""
BRAND = {
    "name": NAME,
    "strapline": f"Strap {HARM}",
    "organisation": f"Org {HARM}",
    "contact": "us@example.org",
    "web_address": "https://example.org/",
    "logo": "logo.svg",
    "logo_text": f"Logo {HARM}",
    "pages_title": f"Ours {HARM}",
}
PAGE = f"""---
description: A page "of ours" & <b title="more">bold</b>
---
# A page of ours &lt;img src=x onerror=alert(3)&gt;

We have [a picture](a-picture.svg) and the list of staff.
"""
TOOL = f"""
id: local-harm
name: 'Tool &lt;b&gt; & "more"'
summary: A form to agree how repairs are judged.
form: document
stages: [after]
when: Once a year.
minutes: 60
time_note: One meeting.
who: Residents and officers.
about: Use it.
steps: [{{title: Begin, text: Ask what went wrong.}}]
helps_with: [common-vision.recap]
fields: [{{id: local-harm.what, label: What went wrong, kind: text}}]
"""
AWAY = "display: none; visibility: hidden; opacity: 0; font-size: 0; position: absolute; left: -9999px; height: 0;"
STYLE = f"""
body {{ background: url(background.svg) }}
.changed, a[href*="changed"], .changed-mark, footer, footer *, .shell-footer__credit {{ {AWAY} }}
html .shell-footer .shell-footer__inner .shell-footer__credit a {{ {AWAY.replace(";", " !important;")} }}
@layer first {{ footer, footer * {{ {AWAY.replace(";", " !important;")} }} }}
"""
SECRET = "For nobody outside 4711"
CREDIT = "They did not make this guide and do not endorse it."


@pytest.fixture(scope="module")
def brand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "brand"
    for inside in ("pages", "framework/tools"):
        (folder / inside).mkdir(parents=True)
    (folder / "brand.yaml").write_text(json.dumps(BRAND))
    (folder / "brand.yaml.bak").write_text(SECRET)
    (folder / "Staff contacts.xlsx").write_text(SECRET)
    svg = (ROOT / "brand" / "logo.svg").read_text()
    for name in ("logo.svg", "background.svg", "unused.svg", "pages/a-picture.svg"):
        (folder / name).write_text(svg)
    (folder / "pages" / "staff.csv").write_text(SECRET)
    (folder / "pages" / "a-page.md").write_text(PAGE)
    (folder / "style.css").write_text(STYLE)
    (folder / "framework" / "tools" / "harm.yaml").write_text(TOOL)
    return folder


@pytest.fixture(scope="module")
def copy(brand: Path) -> Path:
    return built_for(brand)


@pytest.fixture(scope="module")
def pages(copy: Path) -> dict[str, LexborHTMLParser]:
    return parsed(copy)


def test_nothing_that_was_typed_is_more_than_text(pages: dict[str, LexborHTMLParser], copy: Path) -> None:
    for name, page in pages.items():
        for node in page.css("*"):
            for key, value in node.attributes.items():
                assert not key.startswith("on"), f"{name}: {key}"
                assert not (key in ("href", "src", "action") and (value or "").strip().lower().startswith("javascript")), name
        assert not page.css("script:not([src]):not([type^='application/'])"), name
        assert not page.css("img[src=x]"), name
        assert not page.css("b[onclick]"), name
    assert not any("alert(" in path.read_text(encoding="utf-8") for path in (copy / "assets" / "moved").glob("*.js"))


def test_what_was_typed_is_read_as_it_was_typed(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        title = page.css_first("title")
        assert title is not None, name
        assert title.text().endswith(NAME), name
        for place in (".shell-name span", ".shell-footer__name"):
            shown = page.css_first(place)
            assert shown is not None, name
            assert shown.text() == NAME, name
    about = pages["about/index.html"].body
    assert about is not None
    assert NAME in about.text()
    menus = [page.css_first(".shell-menu") for page in pages.values()]
    assert all(menu is not None and BRAND["pages_title"] in menu.text() for menu in menus)
    changed = pages["changed/index.html"].body
    assert changed is not None
    assert f"Org {HARM}" in changed.text()


def test_the_credit_stands_on_every_page(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        credit = page.css_first(".shell-footer__credit")
        assert credit is not None, name
        assert CREDIT in credit.text(), name


@pytest.mark.parametrize("path", ["", "changed/", "from-us/a-page/", "principles/common-vision/"])
def test_no_style_takes_away_the_credit_and_the_way_to_what_was_changed(page: Page, copy: Path, path: str) -> None:
    with served(application(copy)) as address:
        page.goto(f"{address}/{path}")
        credit = page.locator(".shell-footer__credit")
        for shown in (credit, credit.get_by_role("link")):
            shown.scroll_into_view_if_needed()
            expect(shown).to_be_visible()
            expect(shown).to_be_in_viewport()
            box = shown.bounding_box()
            assert box
            assert box["height"] >= 14, box
            assert shown.evaluate("(node) => getComputedStyle(node).opacity") == "1"
        if path == "changed/":
            expect(page.locator(".changed")).to_be_visible()
        credit.get_by_role("link").click()
        page.wait_for_url("**/changed/")


def test_only_what_is_named_is_published(copy: Path) -> None:
    found = {path.name for path in (copy / "assets" / "brand").iterdir() if not path.name.startswith("style-")}
    assert found == {"logo.svg", "background.svg"}
    assert {path.name for path in (copy / "from-us").iterdir()} == {"a-page", "a-picture.svg"}
    assert not any(SECRET.encode() in path.read_bytes() for path in copy.rglob("*") if path.is_file() and path.suffix != ".zip")


def test_what_was_left_out_is_named(brand: Path, tmp_path: Path) -> None:
    """Beside a mistake that ends the build at once."""
    (brand / "framework" / "changes.yaml").write_text("[]\n")
    done = build(tmp_path / "site", {**to_publish(brand), "CATALOGUE": ""})
    told = done.stdout + done.stderr
    for name in ("brand.yaml.bak", "Staff contacts.xlsx", "unused.svg", "pages/staff.csv"):
        assert f"brand/{name}: no page and no line of the brand names this file" in told, told


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("contact", '"><script>alert(1)</script>@example.org'),
        ("contact", "a@b.org?bcc=all@example.org"),
        ("contact", "javascript:alert(1)"),
        ("contact", 'https://example.org/"onclick="go()'),
        ("privacy_contact", "https://example.org/<b>"),
        ("accessibility_contact", "a b@example.org"),
        ("repository", "https://example.org/) [x](javascript:alert(1)"),
        ("repository", "javascript://example.org/%0aalert(1)"),
        ("web_address", "https://example.org/\"><base href='https://evil.example'>"),
        ("logo", "../secret.svg"),
        ("favicon", 'a" onload="go().svg'),
        ("language", 'en" onload="go()'),
        ("words", {"resident": "<b>tenant</b>"}),
        ("words", {"board": "[committee](javascript:go)"}),
    ],
)
def test_what_breaks_out_is_refused(tmp_path: Path, key: str, value: object) -> None:
    (tmp_path / "brand.yaml").write_text(json.dumps({key: value}))
    _, problems = load_brand(tmp_path)
    assert [key in problem.what for problem in problems] == [True], problems
    assert all(problem.mend for problem in problems)


def test_contacts_as_people_have_them_are_taken(tmp_path: Path) -> None:
    for contact in ("us@example.org", "o'neil+home@my-homes.co.uk", "https://example.org/contact/?to=us&from=site#form"):
        (tmp_path / "brand.yaml").write_text(json.dumps({"contact": contact}))
        brand, problems = load_brand(tmp_path)
        assert (brand.contact, problems) == (contact, []), as_data(problems)
        assert re.search(r"\S", contact)
