"""A page in the publisher's own words: all its texts, and what is read out in place of pictures and fields."""

from html import escape
from typing import override

from framework.fork.wording import Wording
from macros.copier import Copier

KEPT = {"cite", "code", "script", "style"}
"""What stands in these is nobody's to change. So is all inside anything with `data-plain`."""
READ_OUT = ("alt", "aria-label", "placeholder", "title")


def reword(html: str, wording: Wording) -> str:
    """HTML in the publisher's words.

    >>> reword('<p title="A resident">Residents <cite>and residents</cite> &amp; a <b>resident</b></p>',
    ...        Wording({"resident": "tenant"}))
    '<p title="A tenant">Tenants <cite>and residents</cite> &amp; a <b>tenant</b></p>'
    """
    if not wording.words:
        return html
    return _Reworder(wording).copied(html)


class _Reworder(Copier):
    """Rewords running text, and what is read out in place of pictures and fields."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(KEPT, {"data-plain"})
        self.wording = wording

    @override
    def tag(self, written: str, attrs: list[tuple[str, str | None]]) -> str:
        for name, value in attrs:
            if name in READ_OUT and value:
                reworded = escape(self.wording.said(value))
                written = written.replace(f'{name}="{escape(value)}"', f'{name}="{reworded}"')
        return written

    @override
    def text(self, text: str) -> str:
        return self.wording.said(text)
