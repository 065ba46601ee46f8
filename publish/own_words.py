"""Our Python in the publisher's own words: what it says in the browser is said as the pages say it."""

import ast
import re
import zipfile
from pathlib import Path
from typing import override

from framework.fork.wording import ID, Wording

MARKUP = re.compile(r"[{}<>=\\]")
"""A text with one of these is for a program: a bit of SVG, a pattern, a template."""


class _Reworder(ast.NodeTransformer):
    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    @override
    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        if isinstance(node.value, str) and not ID.fullmatch(node.value) and not MARKUP.search(node.value):
            return ast.copy_location(ast.Constant(self.wording.said(node.value)), node)
        return node


def in_own_words(code: str, wording: Wording) -> str:
    """Python code, with the texts that it holds for readers reworded. What looks like an id or markup stays.

    >>> wording = Wording({"resident": "tenant"})
    >>> print(in_own_words("SIDES = {'resident': 'A resident'}; f'No resident of {home}'", wording))
    SIDES = {'resident': 'A tenant'}
    f'No tenant of {home}'
    """
    return ast.unparse(_Reworder(wording).visit(ast.parse(code)))


def reword_wheel(wheel: Path, target: Path, wording: Wording) -> None:
    """Copy a wheel, with its code in the publisher's own words."""
    with zipfile.ZipFile(wheel) as found, zipfile.ZipFile(target, "w") as made:
        for entry in found.infolist():
            content = found.read(entry)
            if entry.filename.endswith(".py"):
                content = in_own_words(content.decode(), wording).encode()
            made.writestr(entry, content)
