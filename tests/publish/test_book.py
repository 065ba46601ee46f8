"""Pages bound into one: nothing that worked on a page may come apart in the book."""

import pytest

from publish.book import Chapter, Part, bind, relinked, without

FORM = """<div><h1 id="power-map">Power mapping</h1><h2 id="form">The form</h2>
<label for="in.who">Who</label><p id="hint.who">A role.</p><input id="in.who" name="who" aria-describedby="hint.who hint.who">
<p>See <a href="../../principles/power/#talk">principle 2</a>, <a href="#form">the form</a>, <a href="../">all tools</a>,
<a href="../../framework.json">the data</a> and <a href="https://example.org/#form">a study</a>.</p>
<table><tr><td><textarea name="cell"></textarea></td></tr></table><svg viewBox="0 0 1 1"><path d="M0 0"/></svg>
<template><p id="left-out">a</p><template><p>b</p></template><p>c</p></template>
<link rel="modulepreload" href="../../widgets/a.js"><script type="module" src="../../widgets/a.js"></script></div>"""
PARTS = [
    Part("Principles", [Chapter("principles/power/", "Power", '<h1 id="power">Power</h1><h2 id="talk">Talk</h2>')]),
    Part("Tools", [Chapter("tools/", "All tools", "<h1>All tools</h1>"), Chapter("tools/power-map/", "Map", FORM)]),
    Part("Words", [Chapter("glossary/", "Words", "<h1>Words</h1><h5>Deep</h5>")], alone=True),
]


@pytest.fixture
def form() -> str:
    return bind(PARTS)[1].chapters[1].html


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
    assert '<path d="M0 0"/>' in form
    assert "<td></td>" in form


def test_headings_stand_below_those_of_the_book(form: str) -> None:
    assert '<h2 id="tools-power-map--power-map" data-chapter aria-level="3">Power mapping</h2>' in form
    assert '<h2 id="tools-power-map--form" aria-level="4">' in form
    alone = bind(PARTS)[2].chapters[0].html
    assert '<h2 data-chapter aria-level="2">Words</h2><h5 aria-level="6">' in alone


def test_the_cover_leads_into_the_book() -> None:
    assert relinked('<a href="../principles/power/">2</a>', "book/", PARTS) == '<a href="#principles-power">2</a>'


def test_what_is_left_out_takes_nothing_with_it() -> None:
    assert (
        without("<p>a</p><script>b</script><p>c</p><link rel=x><p>d</p>", ("script", "link"))
        == "<p>a</p><p>c</p><p>d</p>"
    )
