"""Which sentences our Python names, found in its syntax, so that only these are sent to the browser.

The id stands in the call, as a whole (`say("ladder.no-facts")`) or with open parts (`say(f"sides.{side}")`): nothing
else can be found without running the code.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from framework.again import again

ROOT = Path(__file__).parents[1]
BUILD_ONLY = ("content", "fork")
"""The rooms that never run in the browser."""
OPEN = "[a-z0-9-]+"
"""What an open part of an id may become."""


class NoId(Exception):
    """A call of `say` whose id can't be found in the code."""


class Named:
    """The ids that some code names, given as a pattern each."""

    def __init__(self, ids: Iterable[str]) -> None:
        found = set(ids)
        opened = {id_ for id_ in found if OPEN in id_}
        self.whole = {id_.replace("\\", "") for id_ in found - opened}
        """Most are whole, and a pattern of them all would take long to read."""
        self.opened = re.compile("|".join(sorted(opened)) or r"(?!)")

    def __contains__(self, id_: str) -> bool:
        """Whether an id is among them.

        >>> ["sides.other" in Named([r"ladder\\.is", r"sides\\.[a-z0-9-]+"]), "ladder" in Named([r"ladder\\.is"])]
        [True, False]
        """
        return id_ in self.whole or self.opened.fullmatch(id_) is not None


@cache
def said_in_browser() -> Named:
    """The ids that the Python of the browser names."""
    return Named(again.made("said in the browser", _in_browser))


def _in_browser() -> list[str]:
    return [
        id_
        for path in sorted(ROOT.rglob("*.py"))
        if path.relative_to(ROOT).parts[0] not in BUILD_ONLY
        for id_ in ids_in(path.read_text(encoding="utf-8"), path.relative_to(ROOT.parent).as_posix())
    ]


def ids_in(code: str, file: str) -> Iterator[str]:
    """The ids that a module's calls of `say` name, each as a pattern. Raises `NoId` for a call that names none.

    >>> [*ids_in('say("ladder.is" if sure else "ladder.at-most"); say(f"sides.{side}")', "a.py")]
    ['ladder\\\\.is', 'ladder\\\\.at\\\\-most', 'sides\\\\.[a-z0-9-]+']
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
            if not node.args:
                raise NoId(f"{file}, line {node.lineno}: say() has no id. Give it one.")
            yield from _ids(node.args[0], file)


def _ids(node: ast.expr, file: str) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(id_)):
            yield re.escape(id_)
        case ast.IfExp(body=yes, orelse=no):
            yield from (*_ids(yes, file), *_ids(no, file))
        case ast.JoinedStr(values=parts):
            yield "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else OPEN for part in parts)
        case _:
            mend = "Write it there, as a text or an f-string."
            raise NoId(f"{file}, line {node.lineno}: the id in say() can't be found in the code. {mend}")
