"""All that the site says, as one gettext catalogue for translators.

`python -m framework.content.catalogue [file.pot]` writes it. Open it with Poedit, Weblate, Crowdin or any other editor
for PO files. `framework.content.language` reads back what they make of it.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from mkdocs.utils.meta import get_data

from framework import __version__
from framework.content.check import checked_sentences
from framework.content.examples import examples, widgets_with_examples
from framework.content.language import said_as
from framework.content.load import DATA, load
from framework.content.prose import retold_page
from framework.content.retell import Said, as_it_is, heard, retold, with_edges
from framework.content.roles import NOUNS, roles_in
from framework.core.words import Text, file_of

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TEMPLATE = ROOT / ".cache" / "words" / "messages.pot"
NAV = "mkdocs.yml"
BRAND = "brand/brand.yaml"
BRAND_KEYS = ("name", "strapline")
"""What people read of the brand wherever they are."""
NAMES = "framework/content/roles.py"
FOUND_BY = "found_by"
HEAD_KEYS = ("title", "description", FOUND_BY)
"""What people read of a page's front matter, and the words by which they find it."""
WIDTH = 100
MADE = datetime(1980, 1, 1, tzinfo=UTC)
"""The date in every catalogue, so that the same texts always make the same one."""
HEAD = """All that the guide says, to be translated.
Keep places to fill, addresses of links, code and HTML as they are: {name}, ](id:map), `id`, <a>.
{residents} is a word for people that a copy of the guide may say otherwise. Keep {resident},
{residents}, {landlord}, {landlords}, {board}, {boards}, {council} or {councils} where that reads
well, with a capital if you like: they are filled with what you give for each. Else write the word
itself. Where more stands in braces, as in {a resident} or {resident members}, it is English.
The text is under CC BY 4.0, as the guide is."""


@dataclass(frozen=True)
class Message:
    """One text to translate."""

    file: str
    """Where it stands, from the project's root."""
    context: str
    text: Text
    """The English, or its forms for one and for any other number."""


def messages() -> Iterator[Message]:
    """Every text in its order: of the framework, the roles, of code, of the widgets' examples, of the navigation, of
    the brand, of pages."""
    yield from _of_framework()
    yield from (Message(NAMES, said_as(noun), noun) for noun in NOUNS)
    for id_, text in checked_sentences(said=as_it_is).texts.items():
        yield Message(file_of(id_), id_, text)
    for widget in widgets_with_examples():
        file = f"overrides/widgets/{widget}/examples.yaml"
        yield from _heard(file, partial(examples, widget))
    yield from _of_nav()
    yield from _of_brand()
    for path in sorted(DOCS.rglob("*.md")):
        yield from _of_page(path)


def page_context(source: str) -> str:
    """The context of a page's texts, by its path below `docs/`.

    >>> page_context("tools/index.md")
    'docs/tools/index.md'
    """
    return f"{DOCS.name}/{source}"


def head_said(source: str, key: str, text: str, said: Said) -> str:
    """A text of a page's front matter, said anew."""
    return with_edges(f"{page_context(source)} {key}", text, said)


def nav_said(title: str, said: Said) -> str:
    """The title of a section of the navigation, said anew."""
    return with_edges(f"{NAV} nav", title, said)


def brand_said(key: str, text: str, said: Said) -> str:
    """A text of the brand, said anew."""
    return with_edges(f"brand {key}", text, said)


def _of_framework() -> Iterator[Message]:
    loaded = load()
    for context, text in heard(lambda said: retold(loaded.framework, said)):
        file = loaded.files[context.partition(" ")[0]]
        yield Message(f"{DATA.relative_to(ROOT).as_posix()}/{file}", context, text)


def _of_nav() -> Iterator[Message]:
    yield from _heard(NAV, lambda said: [nav_said(title, said) for title in _sections()])


def _of_brand() -> Iterator[Message]:
    """What the guide is called: a copy's own catalogue may say it of the copy."""
    brand = yaml.safe_load((ROOT / BRAND).read_text(encoding="utf-8")) or {}
    yield from _heard(BRAND, lambda said: [brand_said(key, brand[key], said) for key in BRAND_KEYS if key in brand])


def _sections() -> list[str]:
    """The titles that mkdocs.yml gives to sections."""
    nav = yaml.safe_load((ROOT / NAV).read_text(encoding="utf-8"))["nav"]
    return [title for entry in nav if isinstance(entry, dict) for title in entry]


def _of_page(path: Path) -> Iterator[Message]:
    source = path.relative_to(DOCS).as_posix()
    body, head = get_data(path.read_text(encoding="utf-8"))

    def retell(said: Said) -> None:
        for key in HEAD_KEYS:
            if key in head:
                head_said(source, key, str(head[key]), said)
        retold_page(body, page_context(source), said)

    yield from _heard(page_context(source), retell)


def _heard(file: str, retell: Callable[[Said], object]) -> Iterator[Message]:
    return (Message(file, context, text) for context, text in heard(retell))


def catalogue() -> Catalog:
    """The messages as a catalogue without translations. The same texts always make the same one."""
    made = Catalog(
        project="guide",
        version=__version__,
        header_comment="\n".join(f"# {line}" for line in HEAD.split("\n")),
        creation_date=MADE,
        charset="utf-8",
        fuzzy=False,
    )
    for message in messages():
        id_ = message.text if isinstance(message.text, str) else tuple(message.text)
        entry = made.add(id_, context=message.context, locations=[(message.file, 0)])
        entry.flags.discard("python-format")  # a per cent sign is one
        if any(roles_in(text) for text in ([id_] if isinstance(id_, str) else id_)):
            entry.flags.discard("python-brace-format")  # editors would insist on roles, which a language may leave out
    return made


def write(made: Catalog, file: Path) -> None:
    """Write a catalogue, its messages in the order of the files that they stand in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        write_po(opened, made, width=WIDTH, sort_by_file=True, include_lineno=False)


def main() -> int:
    """Write the catalogue, and tell how much is in it."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATE
    made = catalogue()
    write(made, file)
    print(f"{len(made)} messages are in {file}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
