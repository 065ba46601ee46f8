"""What a publisher typed, made to be no more than text where a template or a page of Markdown escapes nothing."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, cast

from markupsafe import Markup, escape

from framework.fork.brand import Brand

MEANS_SOMETHING = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_{}[]()#+!<>&\"'|~$^="}
"""What Markdown or HTML takes for more than text. What stands in addresses is left out: '.', '/', ':', '-' and '@'."""


def in_html(brand: Brand) -> Brand:
    """A brand whose texts are HTML.

    >>> in_html(Brand(name="<b>Us</b>")).name
    Markup('&lt;b&gt;Us&lt;/b&gt;')
    """
    return _each(brand, escape)


def in_markdown(brand: Brand) -> Brand:
    """A brand whose texts are Markdown.

    >>> in_markdown(Brand(name="[Us](https://example.org)")).name
    Markup('&#91;Us&#93;&#40;https://example.org&#41;')
    """
    return _each(brand, lambda text: Markup(text.translate(MEANS_SOMETHING)))


def _each(brand: Brand, said: Callable[[str], str]) -> Brand:
    texts = {each.name: said(value) for each in fields(brand) if isinstance(value := getattr(brand, each.name), str)}
    return cast(Brand, replace(cast(Any, brand), **texts))
