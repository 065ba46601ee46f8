"""Where a link leads, written out for paper."""

from macros.see import see, target

TITLES = {"tools/power-map/": "Power mapping", "": "Home", "tools/": "All tools"}


def seen(link: str) -> bool:
    return "data-see" in see(link, "principles/power/", TITLES)


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
    assert 'data-see="example.org/a"' in see('<a href="https://www.example.org/a/">A study</a>', "", TITLES)
    assert not seen('<a href="https://example.org/">example.org</a>')


def test_targets_are_found_from_any_depth() -> None:
    assert target("../../", "tools/power-map/") == ""
    assert target("../", "tools/power-map/") == "tools/"
    assert target(".", "tools/") == "tools/"
    assert target("guide.zip", "") == "guide.zip"
    assert target("../tools/?stage=brief#list", "about/") == "tools/"
    assert target("mailto:a@example.org", "") is None
