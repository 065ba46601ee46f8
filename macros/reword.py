"""A page in the publisher's own words: all its texts, and what is read out in place of pictures and fields."""

from selectolax.lexbor import LexborNode

from framework.fork.wording import Wording
from macros.tree import rooms, texts

KEPT = {"cite", "code", "script", "style"}
"""What stands in these is nobody's to change. So is all inside anything with `data-plain`."""
PLAIN = "data-plain"
READ_OUT = ("alt", "aria-label", "placeholder", "title")


def reword(tree: LexborNode, wording: Wording) -> None:
    """Put a page into the publisher's words.

    >>> from macros.tree import fragment
    >>> page = fragment('<p title="A resident">Residents <cite>and residents</cite> &amp; a <b>resident</b></p>')
    >>> reword(page, Wording({"resident": "tenant"}))
    >>> page.inner_html
    '<p title="A tenant">Tenants <cite>and residents</cite> &amp; a <b>tenant</b></p>'
    """
    if not wording.words:
        return
    kept = ", ".join(f"{each} *" for each in (*KEPT, f"[{PLAIN}]"))
    for room in rooms(tree):
        for text in texts(room, KEPT, (PLAIN,)):
            before = text.text_content or ""
            if (told := wording.said(before)) != before:
                text.replace_with(told)
        for name in READ_OUT:
            for node in room.css(f"[{name}]:not({kept})"):
                node.attrs[name] = wording.said(node.attributes[name] or "")
