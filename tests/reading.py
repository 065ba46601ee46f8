"""What people read or hear of a page: its texts, and what is read out in place of pictures and fields."""

from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborNode

from macros.tree import rooms, texts

READ_OUT = ("alt", "aria-label", "placeholder", "title")
CODE = {"code", "script", "style"}
"""Elements whose texts are for programs."""


def read_texts(tree: LexborNode, passed_over: Collection[str] = CODE, marks: Collection[str] = ()) -> Iterator[str]:
    """Each text of a tree and of its templates, but for those inside elements of some names or with some attributes."""
    kept = ", ".join(f"{each}, {each} *" for each in (*passed_over, *(f"[{mark}]" for mark in marks)))
    for room in rooms(tree):
        yield from (text.text_content or "" for text in texts(room, passed_over, marks))
        for name in READ_OUT:
            yield from (node.attributes[name] or "" for node in room.css(f"[{name}]:not({kept})"))
