"""A page in the publisher's own words: all its texts, and what is read out in place of pictures and fields."""

from html import escape
from html.parser import HTMLParser

from framework.wording import Wording
from macros.explain import VOID

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
    copier = _Copier(wording)
    copier.feed(html)
    copier.close()
    return "".join(copier.out)


class _Copier(HTMLParser):
    """Copies HTML, with its texts reworded."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(convert_charrefs=False)
        self.wording = wording
        self.out: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self._tag(attrs))
        if tag not in VOID and (self.inside or tag in KEPT or "data-plain" in dict(attrs)):
            self.inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (HTMLParser names it)
        self.out.append(self._tag(attrs))

    def _tag(self, attrs: list[tuple[str, str | None]]) -> str:
        written = self.get_starttag_text() or ""
        for name, value in attrs:
            if name in READ_OUT and value and not self.inside:
                told = escape(self.wording.said(value))
                written = written.replace(f'{name}="{escape(value)}"', f'{name}="{told}"')
        return written

    def handle_endtag(self, tag: str) -> None:
        self.out.append(f"</{tag}>")
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        self.out.append(data if self.inside else self.wording.said(data))

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.out.append(f"<!{decl}>")

    def handle_comment(self, data: str) -> None:
        self.out.append(f"<!--{data}-->")
