"""What a page in a language says of its sentences, once its marks are taken out."""

from macros.marked import take_out_marks
from macros.marks import END, FIRST, Told
from macros.tree import fragment

TOLD = [Told("Print", True), Told("{count} answered", False)]


def test_the_sentences_of_scripts_tell_which_are_english() -> None:
    said = f'{{"a.print":"{chr(FIRST)}Argraffu{END}","a.answered":{{"one":"{chr(FIRST + 1)}{{count}} answered{END}"}},"a.sign":"·"}}'
    page = fragment(f'<script type="application/json" data-sentences>{said}</script>')
    take_out_marks(page, TOLD)
    (script,) = page.css("script")
    assert script.attributes["data-in-english"] == "a.answered"
    assert script.text() == '{"a.print":"Argraffu","a.answered":{"one":"{count} answered"},"a.sign":"·"}'


def test_where_all_is_translated_nothing_is_told() -> None:
    page = fragment(
        f'<script type="application/json" data-sentences>{{"a.print":"{chr(FIRST)}Argraffu{END}"}}</script>'
    )
    take_out_marks(page, TOLD)
    assert "data-in-english" not in page.css("script")[0].attributes
