"""Words of the glossary, explained where they stand."""

import pytest

from framework.content.model import Word
from macros.explain import explain

VETO = Word(id="word.veto", origin="ours", term="veto", meaning="Power to stop a <decision>.", forms=("vetoes",))
STAGE = Word(id="word.stage-0", origin="ours", term="Stage 0", meaning="The first stage.")


def explained(html: str) -> str:
    return explain(html, (VETO, STAGE), "tools/power-map/")


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
        "<svg><text>veto</text></svg>",
        "<script>veto = 1 < 2</script>",
    ],
)
def test_where_a_link_would_be_wrong_nothing_changes(html: str) -> None:
    assert explained(html) == html


def test_html_is_copied_as_it_is() -> None:
    html = '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>\n<p>R&amp;D &#163; <br/>x</p>'
    assert explained(html) == html
