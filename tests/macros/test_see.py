"""Where a link leads, written out for paper."""

from macros.see import see, target
from macros.tree import everywhere, fragment

TITLES = {"tools/power-map/": "Power mapping", "": "Home", "tools/": "All tools"}


def told(html: str, url: str = "principles/power/") -> list[str | None]:
    """What is written behind each link."""
    page = fragment(html)
    see(page, url, TITLES)
    return [link.attributes.get("data-see") for link in everywhere(page, "a")]


def seen(link: str) -> bool:
    return told(link) != [None]


def test_a_page_is_named_where_the_link_does_not() -> None:
    assert seen('<a href="../../tools/power-map/#steps">how to run it</a>')
    assert not seen('<a href="../../tools/power-map/">Power\nmapping</a>')
    assert not seen('<a href="../../tools/power-map/"><b>2. Power mapping</b></a>')


def test_what_says_enough_is_left_alone() -> None:
    assert not seen('<a href="#talk">Talk about it</a>')
    assert not seen('<a class="word" href="../../glossary/#word.veto" data-word="word.veto">veto</a>')
    assert not seen('<a class="card" href="../../tools/power-map/"><b>A tool</b></a>')
    assert not seen('<a href="../../framework.json">framework.json</a>')


def test_an_address_outside_is_told_once() -> None:
    assert told('<a href="https://www.example.org/a/">A study</a>', "") == ["example.org/a"]
    assert not seen('<a href="https://example.org/">example.org</a>')


def test_a_link_is_told_whatever_stands_in_it_or_around_it() -> None:
    link = "<a title='a > b' href='../../tools/power-map/'>how <!-- </a> -->to <b>run</b> it</a>"
    assert told(link) == told(f"<template>{link}</template>") == ["see 'Power mapping'"]
    assert told('<a href="../../tools/power-map/"><svg viewBox="0 0 1 1"></svg> go</a>') == [None]


def test_targets_are_found_from_any_depth() -> None:
    assert target("../../", "tools/power-map/") == ""
    assert target("../", "tools/power-map/") == "tools/"
    assert target(".", "tools/") == "tools/"
    assert target("guide.zip", "") == "guide.zip"
    assert target("../tools/?stage=brief#list", "about/") == "tools/"
    assert target("mailto:a@example.org", "") is None
