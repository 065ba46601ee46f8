"""Plain English, measured on small pages made here, and on the real site."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from publish.plain_english import SETTINGS, Exemption, NotPlain, Settings, check, read, read_settings

PLAIN = "<p>Ask the people who live here. Write down what they say.</p>"
HARD = "<p>Organisational prioritisation necessitates comprehensive interdepartmental collaboration.</p>"
LONG = f"<p>We {'ask and ' * 15}tell.</p>"
ROOT = Path(__file__).parents[2]


def made(folder: Path, pages: dict[str, str], **told: object) -> Path:
    """A small site: the inside of `<article>` for each page, by its address."""
    for address, inside in pages.items():
        (folder / address).mkdir(parents=True, exist_ok=True)
        html = f"<html><body><nav>{LONG}</nav><main><article>{inside}</article></main></body></html>"
        (folder / address / "index.html").write_text(html, encoding="utf-8")
    (folder / "framework.json").write_text(json.dumps({"glossary": [], **told}), encoding="utf-8")
    return folder


def found(site: Path, jargon: tuple[str, ...] = (), exempt: tuple[Exemption, ...] = ()) -> list[tuple[str, str]]:
    """The page and the rule of every finding."""
    try:
        check(site, Settings(jargon, exempt))
    except NotPlain as error:
        return [(finding.page, finding.rule) for finding in error.findings]
    return []


def test_a_plain_page_passes(tmp_path: Path) -> None:
    assert found(made(tmp_path, {"": PLAIN, "about/": PLAIN})) == []


def test_a_hard_page_is_found_and_named(tmp_path: Path) -> None:
    site = made(tmp_path, {"a/": PLAIN, "b/": HARD, "c/": PLAIN})
    assert found(site) == [("b/", "grade")]
    with pytest.raises(NotPlain, match=r"1 place is not in plain English:\n  b/: it is at grade \d+\.\d, where 8 is"):
        check(site, Settings(()))


def test_many_pages_at_the_upper_end_are_found(tmp_path: Path) -> None:
    middling = "<p>The council and the residents agree before any plan is made.</p>"
    site = made(tmp_path, {"a/": middling, "b/": middling, "c/": PLAIN})
    grades = [page.grade for page in read(site) if page.grade is not None]
    assert 6 < max(grades) <= 8
    assert found(site) == [("all pages", "grade")]
    assert found(made(tmp_path, {"b/": PLAIN})) == []


def test_a_long_sentence_is_found(tmp_path: Path) -> None:
    site = made(tmp_path, {"": PLAIN * 9 + LONG})
    assert found(site) == [("", "sentence")]
    with pytest.raises(NotPlain, match=r"home page: a sentence has 32 words, where 30 is the most: 'We ask and"):
        check(site, Settings(()))


def test_labels_do_not_make_a_hard_page_seem_easy(tmp_path: Path) -> None:
    assert found(made(tmp_path, {"": PLAIN, "a/": PLAIN, "b/": HARD + "<h2>Why</h2><label>Who</label>" * 50})) == [
        ("b/", "grade")
    ]


def test_a_list_item_and_a_heading_end_a_sentence(tmp_path: Path) -> None:
    items = "<li>a home that is warm and dry all year</li>" * 6
    assert found(made(tmp_path, {"": f"{PLAIN}<h2>What we want</h2><ul>{items}</ul>"})) == []
    assert found(made(tmp_path, {"": f"{PLAIN}<p>{'a home that is warm and dry all year ' * 6}</p>"})) == [
        ("", "sentence")
    ]


def test_only_what_is_read_is_measured(tmp_path: Path) -> None:
    hidden = f"<template>{LONG}</template><nav>{LONG}</nav><script>let we = 'ask';</script><div popover>{LONG}</div>"
    assert found(made(tmp_path, {"": PLAIN + hidden})) == []
    assert found(made(tmp_path, {"": f"{PLAIN * 9}<details><svg><desc>{LONG}</desc></svg></details>"})) == [
        ("", "sentence")
    ]


def test_jargon_is_found_unless_the_glossary_explains_it(tmp_path: Path) -> None:
    pages = {"": f"{PLAIN}<p>Ask each stakeholder. The stakeholders' map is here.</p>", "a/": PLAIN}
    assert found(made(tmp_path, pages), ("stakeholder",)) == [("", "jargon")]
    site = made(tmp_path, pages, glossary=[{"term": "people with a stake", "forms": ["stakeholder", "stakeholders"]}])
    assert found(site, ("stakeholder",)) == []


def test_a_longer_term_of_the_glossary_explains_the_word_in_it(tmp_path: Path) -> None:
    pages = {"": f"{PLAIN}<p>Write the design brief.</p>", "a/": f"{PLAIN}<p>Write a brief.</p>"}
    site = made(tmp_path, pages, glossary=[{"term": "design brief", "forms": []}])
    assert found(site, ("brief",)) == [("a/", "jargon")]


def test_titles_of_the_source_are_left_out(tmp_path: Path) -> None:
    title = "Redefining roles and responsibilities"
    pages = {"": f"<h1>3. {title}</h1><a>{title}</a>{PLAIN}<p>See <a><b>{title}</b></a>.</p>"}
    assert found(made(tmp_path, pages), ("responsibilities",)) == [("", "jargon")]
    assert found(made(tmp_path, pages, principles=[{"title": title}]), ("responsibilities",)) == []


def test_an_exemption_lets_through_what_it_names_and_no_more(tmp_path: Path) -> None:
    site = made(tmp_path, {"a/": f"{PLAIN}<p>It is JSON. It is YAML.</p>", "b/": f"{PLAIN}<p>It is JSON.</p>"})
    exempt = Exemption("a/", "jargon", "For people who write software.", ("JSON",))
    assert found(site, ("JSON", "YAML"), (exempt,)) == [("a/", "jargon"), ("b/", "jargon")]


def test_an_exemption_that_nothing_needs_is_told(tmp_path: Path) -> None:
    site = made(tmp_path, {"a/": PLAIN, "b/": HARD, "c/": PLAIN})
    exempt = (Exemption("b/", "grade", "The words of a law."), Exemption("a/", "grade", "Once it was hard."))
    assert found(site, (), exempt) == [("a/", "exemption")]


def test_an_exemption_without_a_reason_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("jargon: []\nexempt: [{page: a/, rule: grade}]")
    with pytest.raises(TypeError, match="reason"):
        read_settings(path)


def test_each_word_of_jargon_stands_once() -> None:
    jargon = [term.lower() for term in read_settings(SETTINGS).jargon]
    assert len(jargon) == len(set(jargon))


def test_the_real_site_is_plain_and_really_read(site: Path) -> None:
    check(site)
    pages = {page.address: page for page in read(site)}
    assert len(pages) > 50
    assert all(page.grade is not None for page in pages.values())
    said = " ".join(pages["principles/common-vision/"].sentences)
    assert "Every side needs to feel able to set the agenda" in said
    assert "Working to a common vision" not in said
    assert "Type to search" not in said


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "publish.plain_english", str(made(tmp_path, {"": PLAIN * 9 + LONG}))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Make two of it." in done.stdout
