"""What a reader reads on a built page, sentence by sentence.

That is the text of `<article>`, or where a page has none, of `<main>`, with the words in its pictures. Navigation, code
and what waits hidden in a template are left out, and so are the titles that the source gave: we may not change them.
"""

import re
from collections.abc import Collection
from html import unescape

ROOMS = [re.compile(rf"<{tag}\b.*</{tag}>", re.DOTALL) for tag in ("article", "main", "body")]
TAG = re.compile(r"""<!--.*?-->|<(/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>""", re.DOTALL)
"""Python's own parser takes four times as long, and a site can have thousands of pages."""
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


def sentences(html: str, titles: Collection[str] = ()) -> list[str]:
    """The sentences of a page, without the `titles`. A heading, a list item and a label end a sentence.

    >>> sentences("<article><h2>Ask first</h2><p>Who decides? Ask them.</p><nav>Next page</nav></article>")
    ['Ask first', 'Who decides?', 'Ask them.']
    >>> sentences("<article><h1>1. Data sharing</h1><p>Read <a>Data sharing</a> now.</p></article>", {"Data sharing"})
    ['Read now.']
    """
    room = next((found[0] for room in ROOMS if (found := room.search(html))), "")
    reader = _Reader(frozenset(titles))
    reader.read(room)
    return [sentence for block in reader.blocks for sentence in split(block)]


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
        self.naming: list[int] = []  # where in `parts` each open element of NAMING began

    def read(self, html: str) -> None:
        """Take in HTML that is well formed, as the build makes it."""
        unread, depth, place = "", 0, 0
        for found in TAG.finditer(html):
            closing, tag, attributes = found.groups()
            if not unread:
                self.parts.append(html[place : found.start()])
            place = found.end()
            if unread:
                depth += (tag == unread) * (-1 if closing else 1)
                unread = unread if depth else ""
            elif tag in UNREAD or " popover" in (attributes or ""):
                unread, depth = tag, 1
            elif tag in NAMING:
                self.name(closing)
            elif tag and tag not in IN_LINE:
                self.end_block()
        self.end_block()

    def name(self, closing: str) -> None:
        """Note where a name may begin; where it ends, leave it out if it is a title of the source."""
        if not closing:
            self.naming.append(len(self.parts))
        elif self.naming:
            begun = self.naming.pop()
            if self.is_title("".join(self.parts[begun:])):
                del self.parts[begun:]

    def end_block(self) -> None:
        """What was gathered so far is a block of its own."""
        text = " ".join("".join(self.parts).split())
        self.parts, self.naming = [], []
        if text and not self.is_title(text):
            self.blocks.append(unescape(text))

    def is_title(self, text: str) -> bool:
        """Whether a text is a title of the source, with or without its number."""
        plain = " ".join(unescape(text).split())
        return plain in self.titles or NUMBERED.sub("", plain) in self.titles
