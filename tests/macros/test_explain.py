"""Words of the glossary, explained where they stand."""

import pytest

from framework.content.model import Word
from macros.explain import explain
from macros.tree import fragment

VETO = Word(id="word.veto", origin="ours", term="veto", meaning="Power to stop a <decision>.", forms=("vetoes",))
STAGE = Word(id="word.stage-0", origin="ours", term="Stage 0", meaning="The first stage.")


def explained(html: str) -> str:
    page = fragment(html)
    explain(page, (VETO, STAGE), "tools/power-map/")
    return page.inner_html or ""


def test_the_first_of_a_word_is_linked_and_the_others_left() -> None:
    out = explained("<p>A veto, two vetoes, a Veto.</p>")
    assert out.count('<a class="word"') == 1
    assert 'href="../../glossary/#word.veto"' in out
    assert out.count("popover") == 1
    assert "&lt;decision&gt;" in out


@pytest.mark.parametrize(
    "html",
    [
        "<h2>The veto</h2>",
        '<a href="x">a <b>veto</b></a>',
        "<form><label>veto</label></form>",
        "<p data-plain>veto <i>veto</i></p>",
        "<p>vetoing the revetoed</p>",
        '<img alt="veto"><!-- veto -->',
        "<template><p>veto</p></template>",
        "<svg><text>veto</text></svg>",
        "<script>veto = 1 < 2</script>",
    ],
)
def test_where_a_link_would_be_wrong_nothing_changes(html: str) -> None:
    assert explained(html) == fragment(html).inner_html


def test_the_longest_word_that_fits_is_explained_and_each_word_once() -> None:
    veto = Word(id="word.last", origin="ours", term="veto of last resort", meaning="Stops it all.")
    page = fragment("<p>No VETO of last resort, no veto at stage 0. A veto, too.</p>")
    explain(page, (VETO, STAGE, veto), "about/")
    assert [link.text() for link in page.css("a.word")] == ["VETO of last resort", "veto", "stage 0"]
    assert page.text().startswith("No VETO of last resort, no veto at stage 0. A veto, too.")


def test_a_word_is_found_whole_in_a_writing_that_has_its_vowels_as_marks() -> None:
    committee = Word(id="word.committee", origin="ours", term="কমিটি", meaning="A group.")
    page = fragment("<p>কমিটির সভা। পুরো কমিটি।</p>")
    explain(page, (committee,), "about/")
    assert [link.text() for link in page.css("a.word")] == ["কমিটি"]
    assert (page.text() or "").startswith("কমিটির সভা। পুরো কমিটি।")
    assert str(page.inner_html).startswith("<p>কমিটির সভা। পুরো <a")


def test_without_a_glossary_nothing_is_explained() -> None:
    page = fragment("<p>A veto</p>")
    explain(page, (), "about/")
    assert page.inner_html == "<p>A veto</p>"
