"""HTML as a tree: read, changed and written by one parser, as browsers read it (lexbor, after the HTML standard).

What is written means just what was read, though its bytes may differ: `hidden` becomes `hidden=""`, and `<path/>`
becomes `<path></path>`.
"""

from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

TEXT = "-text"
"""What the parser calls a text among the tags."""


def fragment(html: str) -> LexborNode:
    """The inside of a page as a tree. Its `inner_html` is what stands on the page.

    >>> fragment("<p hidden>Ask first<p>Then decide").inner_html
    '<p hidden="">Ask first</p><p>Then decide</p>'
    """
    body = LexborHTMLParser(f"<!doctype html><body>{html}").body
    assert body is not None  # the parser puts one wherever there is none
    return body


def rooms(tree: LexborNode) -> Iterator[LexborNode]:
    """A tree, and what is in its templates and in theirs: a template's inside is a tree of its own."""
    yield tree
    for inside in tree.template_fragments():
        yield from rooms(inside)


def everywhere(tree: LexborNode, selector: str) -> list[LexborNode]:
    """What a selector finds, in templates too.

    >>> len(everywhere(fragment("<b>1</b><template><b>2</b><template><b>3</b></template></template>"), "b"))
    3
    """
    return [found for room in rooms(tree) for found in room.css(selector)]


def texts(tree: LexborNode, passed_over: Collection[str], marks: Collection[str]) -> list[LexborNode]:
    """The texts of a tree in their order, but for those inside elements of some names, or with some attributes.

    >>> [text.text_content for text in texts(fragment("<p>a<b>b</b><i lang=fr>c</i>d</p>"), {"b"}, {"lang"})]
    ['a', 'd']
    """
    marked = {found.mem_id for mark in marks for found in tree.css(f"[{mark}]")}

    def inside(node: LexborNode) -> Iterator[LexborNode]:
        for each in node.iter(include_text=True):
            if each.tag == TEXT:
                yield each
            elif each.tag not in passed_over and each.mem_id not in marked:
                yield from inside(each)

    return list(inside(tree))
