"""What is filled in in a form, as a page shows it."""

from collections.abc import Iterable
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from markupsafe import Markup

from framework.content.answer import Answer, Row
from framework.content.model import Field
from framework.core.words import spoken

OURS = {"en": "en-GB"}
"""Where a language is written in several countries and does not say in which: the one that the guide means."""


def paragraphs(text: str) -> Markup:
    """A text as HTML, each of its lines a paragraph.

    >>> paragraphs("No lift & no light.\\nSince May.")
    Markup('<p>No lift &amp; no light.</p><p>Since May.</p>')
    """
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in text.splitlines() if line.strip())


def table_rows(field: Field, answer: Answer) -> Iterable[tuple[str, Row]]:
    """The rows of a table that is filled in: what stands before each, if anything, and its cells."""
    if isinstance(answer, tuple) or not isinstance(field.rows, dict):
        return [("", row) for row in answer if isinstance(row, dict)]
    return [(words, row) for name, words in field.rows.items() if isinstance(row := _part(answer, name), dict)]


def _part(answer: Answer, name: str) -> str | Row | None:
    return answer.get(name) if isinstance(answer, dict) else None


def date_in_words(text: str) -> str:
    """A date in the language of the page, or in digits where nobody knows how that writes dates.

    >>> date_in_words("2026-11-19")
    '19 November 2026'
    """
    language = spoken().language
    try:
        return format_date(date.fromisoformat(text), "long", Locale.parse(OURS.get(language, language), sep="-"))
    except UnknownLocaleError:
        return text
