"""A page of Markdown, block by block: headings, paragraphs, items of lists, cells of tables. Code is passed over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown.extensions.toc import slugify, unique

from framework.content.retell import Said, with_edges
from framework.content.roles import in_our_words

FENCE = re.compile(r"\s*(```|~~~)")
JINJA = re.compile(r"\s*(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})(\s*(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}))*\s*")
"""A line for the program that fills pages, with no words of its own."""
HEADING = re.compile(r"(#{1,6} +)(.*?)( +#*)?")
START = re.compile(r"(\s*(?:[-*+]|\d+\.) +|> )(.*)")
"""What begins an item of a list, or stands before a line of a quotation."""
CODE = re.compile(r" {4}|\t")
RULE = re.compile(r"\|[\s|:-]+\|")
ID_GIVEN = re.compile(r"\{ *:? *#[^}]*\}\s*$")


@dataclass
class _Page:
    context: str
    said: Said
    open: list[str] = field(default_factory=list)
    """The lines of the block that is being read."""
    before: str = ""
    """What stands before the words of its first line."""
    ids: set[str] = field(default_factory=set)
    fenced: bool = False

    def read(self, line: str) -> Iterator[str]:
        """A line of the page. Gives what is whole now."""
        if FENCE.match(line):
            self.fenced = not self.fenced
        quoted = self.before == "> " and line.startswith("> ")
        if self.fenced or FENCE.match(line) or not line.strip() or JINJA.fullmatch(line) or self._is_code(line):
            yield from self.close()
            yield line
        elif heading := HEADING.fullmatch(line):
            yield from self.close()
            yield self._heading(heading[1], heading[2], line)
        elif line.startswith("|"):
            yield from self.close()
            yield line if RULE.fullmatch(line.strip()) else self._row(line)
        elif (start := START.fullmatch(line)) and not quoted:
            yield from self.close()
            self.before, self.open = start[1], [line]
        else:
            self.open.append(line)

    def close(self) -> Iterator[str]:
        """The block that was being read, said anew; its own lines where nothing else is said."""
        written = " ".join(line.removeprefix("> ").strip() for line in self.open)
        text = written.removeprefix(self.before.strip()).strip() if self.before.strip() != ">" else written
        told = with_edges(self.context, text, self.said)
        yield from self.open if told == text else [self.before + told]
        self.open, self.before = [], ""

    def _is_code(self, line: str) -> bool:
        return not self.open and bool(CODE.match(line))

    def _heading(self, marks: str, text: str, line: str) -> str:
        """A heading said anew keeps the id that it has in English: links lead there."""
        ours = in_our_words(self.context, text)
        id_ = unique(slugify(ours, "-"), self.ids)
        told = with_edges(self.context, text, self.said)
        if told == text:
            return line
        if told == ours:
            return marks + told
        return marks + told + ("" if ID_GIVEN.search(text) else f" {{ #{id_} }}")

    def _row(self, line: str) -> str:
        return "|".join(with_edges(self.context, cell, self.said) for cell in line.split("|"))


def retold_page(markdown: str, context: str, said: Said) -> str:
    """A page, without its front matter, with each block said anew. The lines of a block are one text, however wrapped.

    >>> page = "# Ask first\\n\\n- One of\\n  two.\\n- Three.\\n\\n{{ show('home') }}\\n"
    >>> print(retold_page(page, "docs/a.md", lambda context, text: text.upper()))
    # ASK FIRST { #ask-first }
    <BLANKLINE>
    - ONE OF TWO.
    - THREE.
    <BLANKLINE>
    {{ show('home') }}
    <BLANKLINE>
    """
    page = _Page(context, said)
    lines = [told for line in markdown.split("\n") for told in page.read(line)]
    return "\n".join([*lines, *page.close()])
