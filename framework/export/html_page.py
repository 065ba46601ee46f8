"""A web page of one file, which needs nothing else."""

from collections.abc import Iterable

from framework.draw.svg import element, escape


def html_page(language: str, title: str, body: Iterable[str], style: str = "") -> str:
    """The page, as HTML. `body` is HTML already; `language` and `title` are as they are read."""
    head = [
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        element("title", escape(title)),
        *([element("style", style)] if style else []),
    ]
    inside = element("head", *head), element("body", element("main", *body))
    return f"<!doctype html>\n{element('html', *inside, lang=language)}\n"
