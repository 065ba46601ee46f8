"""What a reader reads on a built page, sentence by sentence.

That is the text of `<article>`, or where a page has none, of `<main>`, with the words in its pictures. Navigation, code
and what waits hidden in a template are left out, and so are the titles that the source gave: we may not change them.
"""

import re
from collections.abc import Collection

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.tree import TEXT

ROOMS = ("article", "main", "body")
"""What holds the text: the first of these that a page has. The parser sees to it that it has the last."""
UNREAD = {"nav", "script", "style", "template", "code", "pre", "textarea"}
"""Nobody reads these as sentences. Nor anything with `popover`: the glossary's page has its words."""
IN_LINE = {"a", "abbr", "b", "bdi", "cite", "dfn", "em", "i", "img", "input", "kbd", "link", "mark", "q", "s", "small"}
IN_LINE |= {"span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
"""All other elements begin and end a sentence: paragraphs, list items, headings, cells of a table, labels, buttons."""
NAMING = {"a", "b", "cite", "em", "strong"}
"""What may hold a title of the source inside a sentence."""
NUMBERED = re.compile(r"^\d+\.?\s+")
END = re.compile(r"""(?:(?<=[.?!…])|(?<=[.?!…]['"’”)\]]))\s+(?=['"‘“(\[]*[A-Z0-9])| · """)
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


def sentences(page: LexborHTMLParser, titles: Collection[str] = ()) -> list[str]:
    """The sentences of a page, without the `titles`. A heading, a list item and a label end a sentence.

    >>> Page = LexborHTMLParser
    >>> sentences(Page("<article><h2>Ask first</h2><p>Who decides? Ask them.</p><nav>Next page</nav></article>"))
    ['Ask first', 'Who decides?', 'Ask them.']
    >>> named = Page("<article><h1>1. Data sharing</h1><p>Read <a>Data sharing</a> now.</p></article>")
    >>> sentences(named, {"Data sharing"})
    ['Read now.']
    """
    reader = _Reader(frozenset(titles))
    reader.read(text_of(page))
    return [sentence for block in reader.blocks for sentence in split(block)]


def text_of(page: LexborHTMLParser) -> LexborNode:
    """The part of a page that holds its text."""
    return next(found for name in ROOMS if (found := page.css_first(name)) is not None)


def split(text: str) -> list[str]:
    """The sentences of a text.

    A question in quotation marks that goes on in small letters is no end, and a number alone is no sentence.

    >>> split("1. Say 'Why now?' and wait. Then ask.")
    ["Say 'Why now?' and wait.", 'Then ask.']
    """
    return [part.strip() for part in END.split(text) if LETTER.search(part)]


def words(sentence: str) -> list[str]:
    """The words of a sentence. A number is one, and so is what a hyphen joins.

    >>> words("We're 1,200 co-owners: all of us.")
    ["We're", '1,200', 'co-owners', 'all', 'of', 'us']
    """
    return WORD.findall(sentence)


class _Reader:
    """Gathers the text of a page, a block at a time."""

    def __init__(self, titles: frozenset[str]) -> None:
        self.titles = titles
        self.blocks: list[str] = []
        self.parts: list[str] = []

    def read(self, room: LexborNode) -> None:
        """Take in all that is read in a part of a page."""
        unread = {node.mem_id for node in room.css("[popover]")}
        self.inside(room, unread)
        self.end_block()

    def inside(self, node: LexborNode, unread: Collection[int]) -> None:
        """Take in what is inside an element."""
        for each in node.iter(include_text=True):
            tag = str(each.tag)
            if tag == TEXT:
                self.parts.append(each.text_content or "")
            elif tag in UNREAD or each.mem_id in unread:
                continue
            elif tag in NAMING:
                block, begun = self.parts, len(self.parts)
                self.inside(each, unread)
                if block is self.parts and self.is_title("".join(block[begun:])):
                    del block[begun:]
            elif tag in IN_LINE:
                self.inside(each, unread)
            else:
                self.end_block()
                self.inside(each, unread)
                self.end_block()

    def end_block(self) -> None:
        """What was gathered so far is a block of its own."""
        text = " ".join("".join(self.parts).split())
        self.parts = []
        if text and not self.is_title(text):
            self.blocks.append(text)

    def is_title(self, text: str) -> bool:
        """Whether a text is a title of the source, with or without its number."""
        plain = " ".join(text.split())
        return plain in self.titles or NUMBERED.sub("", plain) in self.titles
