"""HTML copied as it stands, but for what a copier makes of its tags and of its running text."""

from html.parser import HTMLParser
from typing import override

VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Copier(HTMLParser):
    """Copies HTML. What stands inside some elements, or inside anything with some attributes, stays untouched."""

    def __init__(self, untouched: set[str], marks: set[str]) -> None:
        """`untouched`: names of elements; `marks`: names of attributes."""
        super().__init__(convert_charrefs=False)
        self.untouched = untouched
        self.marks = marks
        self.inside: list[str] = []
        """The elements that are open, from the outermost that is untouched."""
        self.out: list[str] = []

    def copied(self, html: str) -> str:
        """The copy."""
        self.feed(html)
        self.close()
        return "".join(self.out)

    def tag(self, written: str, attrs: list[tuple[str, str | None]]) -> str:  # noqa: ARG002 (a copier that changes tags reads them)
        """What becomes of a tag that opens an element."""
        return written

    def text(self, text: str) -> str:
        """What becomes of running text."""
        return text

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID and (self.inside or tag in self.untouched or self.marks & dict(attrs).keys()):
            self.inside.append(tag)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        self.out.append(written if self.inside else self.tag(written, attrs))

    @override
    def handle_endtag(self, tag: str) -> None:
        self.out.append(f"</{tag}>")
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    @override
    def handle_data(self, data: str) -> None:
        self.out.append(data if self.inside else self.text(data))

    @override
    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    @override
    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    @override
    def handle_decl(self, decl: str) -> None:
        self.out.append(f"<!{decl}>")

    @override
    def handle_comment(self, data: str) -> None:
        self.out.append(f"<!--{data}-->")
