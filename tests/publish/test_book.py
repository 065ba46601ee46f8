"""Pages bound into one: nothing that worked on a page may come apart in the book."""

import pytest

from macros.tree import fragment
from publish.book import Chapter, Part, bind, relink

FORM = """<div><h1 id="power-map">Power mapping</h1><h2 id="form">The form</h2>
<label for="in.who">Who</label><p id="hint.who">A role.</p><input id="in.who" name="who" aria-describedby="hint.who hint.who">
<p>See <a href="../../principles/power/#talk">principle 2</a>, <a href="#form">the form</a>, <a href="../">all tools</a>,
<a href="../../framework.json">the data</a> and <a href="https://example.org/#form">a study</a>.</p>
<table><tr><td><textarea name="cell"></textarea></td></tr></table><svg viewBox="0 0 1 1"><marker id="arrow"/><path d="M0 0" marker-end="url(#arrow)"/></svg>
<template><p id="left-out">a</p><template><p>b</p></template><p>c</p></template>
<link rel="modulepreload" href="../../widgets/a.js"><script type="module" src="../../widgets/a.js"></script></div>"""
POWER = '<h1 id="power">Power</h1><h2 id="talk">Talk</h2>'


def chapter(address: str, html: str) -> Chapter:
    return Chapter(address, "A page", fragment(html))


@pytest.fixture
def parts() -> list[Part]:
    found = [
        Part("Principles", [chapter("principles/power/", POWER)]),
        Part("Tools", [chapter("tools/", "<h1>All tools</h1>"), chapter("tools/power-map/", FORM)]),
        Part("Words", [chapter("glossary/", "<h1>Words</h1><h5>Deep</h5>")], alone=True),
    ]
    bind(found)
    return found


@pytest.fixture
def form(parts: list[Part]) -> str:
    return parts[1].chapters[1].html


def test_ids_and_what_points_to_them_move_together(form: str) -> None:
    assert 'id="tools-power-map--in.who"' in form
    assert 'for="tools-power-map--in.who"' in form
    assert 'aria-describedby="tools-power-map--hint.who tools-power-map--hint.who"' in form
    assert 'name="who"' in form


def test_links_lead_to_chapters(form: str) -> None:
    assert 'href="#principles-power--talk"' in form
    assert 'href="#tools-power-map--form"' in form
    assert 'href="#tools"' in form


def test_links_that_leave_the_book_still_lead_there(form: str) -> None:
    assert 'href="../framework.json"' in form
    assert 'href="https://example.org/#form"' in form


def test_only_what_paper_can_use_is_left(form: str) -> None:
    assert "script" not in form
    assert "modulepreload" not in form
    assert "left-out" not in form
    assert "<p>c</p>" not in form
    assert '<path d="M0 0"' in form
    assert "<td></td>" in form


def test_headings_stand_below_those_of_the_book(form: str, parts: list[Part]) -> None:
    assert '<h2 id="tools-power-map--power-map" aria-level="3" data-chapter="">Power mapping</h2>' in form
    assert '<h2 id="tools-power-map--form" aria-level="4">' in form
    alone = parts[2].chapters[0].html
    assert '<h2 aria-level="2" data-chapter="">Words</h2><h5 aria-level="6">' in alone


def test_the_cover_leads_into_the_book(parts: list[Part]) -> None:
    cover = fragment('<a href="../principles/power/">2</a>')
    relink(cover, "book/", parts)
    assert cover.inner_html == '<a href="#principles-power">2</a>'


def test_what_a_picture_is_drawn_with_moves_with_it(form: str) -> None:
    assert 'id="tools-power-map--arrow"' in form
    assert 'marker-end="url(#tools-power-map--arrow)"' in form


def test_what_is_left_out_takes_nothing_with_it() -> None:
    page = chapter("a/", "<p>a</p><script>b</script><p>c</p><link rel=x><div class=meaning>e</div><p>d</p>")
    bind([Part("A", [page])])
    assert page.html == "<p>a</p><p>c</p><p>d</p>"
