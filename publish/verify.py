"""Check a copy of the guide against the guide that stands here: `python -m publish.verify URL-or-folder`.

It says what the copy tells of its changes, and what it changed and does not tell. It reads what is published, so it
works for anyone, on any copy. What it can't see is told in `docs/changed.md`.
"""

import json
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError

from markdown import markdown
from selectolax.lexbor import LexborHTMLParser

from framework.content.address import address
from framework.content.check import BadData, checked, checked_sentences
from framework.content.model import Framework, items
from framework.content.retell import as_it_is, retold
from framework.content.roles import in_our_words
from framework.content.visible import LINK, hide
from framework.core.as_data import as_data, from_data
from framework.core.item import Item
from framework.core.words import speak
from framework.fork.given_away import FILE, fingerprint
from framework.fork.wording import Wording
from macros.tree import everywhere

SECONDS = 30
CREDIT = ".shell-footer__credit"
NOT_COMPARED = {"origin", "page", "retired_in"}
"""Of what the copy replaces, these say that it does."""


class Unreadable(Exception):
    """A copy that can't be checked: why, in a sentence."""


@dataclass(frozen=True)
class Copy:
    """A published copy, in a folder or on the web."""

    where: str

    def read(self, path: str) -> str:
        """A file of it. Raises `Unreadable` where there is none."""
        try:
            if "://" not in self.where:
                return (Path(self.where) / path).read_text(encoding="utf-8")
            with urllib.request.urlopen(f"{self.where.rstrip('/')}/{path}", timeout=SECONDS) as answer:
                return str(answer.read().decode("utf-8"))
        except (OSError, URLError, ValueError) as error:
            raise Unreadable(f"{self.where} has no {path} that can be read ({error}).") from error

    def data(self, path: str) -> Any:
        """A file of JSON. Raises `Unreadable` where it is none."""
        try:
            return json.loads(self.read(path))
        except ValueError as error:
            raise Unreadable(f"{self.where}: {path} is not JSON.") from error


def verify(copy: Copy, guide: Framework) -> tuple[list[str], list[str]]:
    """What a copy tells of its changes, and what is wrong. `guide` has its roles in braces, as its files have them.

    Raises `Unreadable` where the copy can't be checked.
    """
    told = copy.data(FILE)
    try:
        version, given = told["guide"]["version"], told["guide"]["fingerprint"]
        said = [
            f"{kind}: {each['id']}. {each['reason']}" for kind in ("replaced", "hidden", "added") for each in told[kind]
        ]
        said += [f"word: '{here}' for '{word}'" for word, here in told["words"].items()]
        said += [f"page of their own: {each['title']}" for each in told["own_pages"]]
        theirs = from_data(Framework, copy.data("framework.json"))
        if version != guide.version:
            raise Unreadable(f"The copy has version {version} of the guide, and here is {guide.version}. Get that one.")
        wrong = (
            []
            if given == fingerprint(retold(guide, in_our_words))
            else ["It was made from another guide than this: the fingerprints differ."]
        )
        wrong += _untold(theirs, guide, told)
    except (KeyError, TypeError, AttributeError) as error:
        raise Unreadable(
            f"{copy.where}: {FILE} or framework.json is not what a copy of the guide publishes."
        ) from error
    return said, [*wrong, *_on_pages(copy, theirs, told)]


def _untold(theirs: Framework, guide: Framework, told: dict[str, Any]) -> Iterator[str]:
    """What differs from the guide and is not told."""
    hidden = {each["id"] for each in told["hidden"]}
    expected = retold(hide(guide, hidden), Wording(told["words"]).instead)
    known = {item.id: item for item in items(expected) if isinstance(item, Item)}
    found = {item.id: item for item in items(theirs) if isinstance(item, Item)}
    added = {each["id"] for each in told["added"]}
    for id_ in known.keys() - found.keys():
        yield f"{id_} is missing, and that is not told."
    for id_, item in found.items():
        if id_ in told["reworded"] or any(id_ == each or id_.startswith(f"{each}.") for each in added):
            continue
        if id_ not in known:
            yield f"{id_} is not in the guide, and that is not told."
        elif (item.retired_in == "hidden") != (known[id_].retired_in == "hidden"):
            yield f"{id_} is hidden, and that is not told."
        elif _says(item) != _says(known[id_]) and not any(each.startswith(f"{id_}.") for each in added):
            yield f"{id_} says something else than the guide, and that is not told."


def _says(item: Item) -> Any:
    """What an item says itself; those that stand in it are looked at by themselves."""
    return {key: _inside(value) for key, value in as_data(item).items() if key not in NOT_COMPARED}


def _inside(part: Any) -> Any:
    if isinstance(part, dict):
        return part["id"] if "origin" in part else {key: _inside(value) for key, value in part.items()}
    return [_inside(each) for each in part] if isinstance(part, list) else part


def _on_pages(copy: Copy, theirs: Framework, told: dict[str, Any]) -> Iterator[str]:
    """What the pages say otherwise than the data, and the pages that lack the credit or the way to what was changed."""
    pages: dict[str, LexborHTMLParser] = {}
    for item in items(theirs):
        text, at = getattr(item, "text", None), address(item).partition("#")[0]
        if not isinstance(item, Item) or item.retired_in or not isinstance(text, str) or not text:
            continue
        if at not in pages:
            try:
                pages[at] = LexborHTMLParser(copy.read(f"{at}index.html"))
            except Unreadable as error:
                yield str(error)
                pages[at] = LexborHTMLParser("")
            else:
                yield from _frame(at, pages[at])
        if _letters(_as_html(text)) not in _letters(pages[at]):
            yield f"{at}: the page does not say what the data has for {item.id}."
    changed = LexborHTMLParser(copy.read("changed/index.html"))
    ids = {node.attributes["id"] for node in changed.css("[id]")}
    for each in (*told["replaced"], *told["hidden"], *told["added"]):
        if f"changed.{each['id']}" not in ids:
            yield f"changed/: the page does not tell of {each['id']}."


def _frame(at: str, page: LexborHTMLParser) -> Iterator[str]:
    credit = page.css_first(CREDIT)
    if credit is None:
        yield f"{at}: the credit to the framework's authors is missing."
    elif not credit.css("a[href$='changed/']"):
        yield f"{at}: the way to what was changed is missing."


def _as_html(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(markdown(LINK.sub(r"\1", text)))


def _letters(page: LexborHTMLParser) -> str:
    """The letters and digits that are read, without what explains a word."""
    if page.body is None:
        return ""
    for node in list(everywhere(page.body, "[popover], script, style")):
        node.decompose()
    return "".join(each for each in page.body.text().casefold() if each.isalnum())


def main() -> int:
    """Print what a copy tells and what it doesn't. 0 where it tells all, 1 where not, 2 where it can't be read."""
    if len(sys.argv) != 2 or not sys.argv[1]:
        print("Say which copy: make verify WHAT=https://example.org/guide/ or the folder of a built site.")
        return 2
    try:
        speak(checked_sentences())
        guide = checked(said=as_it_is)
        said, wrong = verify(Copy(sys.argv[1]), guide)
    except (BadData, Unreadable) as error:
        print(error)
        return 2
    print(f"This guide: version {guide.version}, fingerprint {fingerprint(retold(guide, in_our_words))}.")
    print("\n".join(["The copy tells:", *(f"  {each}" for each in said)]) if said else "The copy tells of no change.")
    print(
        "\n".join(["It does not tell:", *(f"  {each}" for each in wrong)]) if wrong else "It tells of all its changes."
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
