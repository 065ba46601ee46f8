"""A made-up language, 'xx': every letter has an accent, and every text is 40% longer. Plain English shows at once."""

import re
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from framework.content.catalogue import write
from framework.content.retell import FIXED, LETTER
from framework.content.roles import say_roles

SMALL = "áḃćďéḟǵĥíĵḱĺḿńóṕɋŕśťúṽẃẋýź"
ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", SMALL + "".join(letter.upper() for letter in SMALL)
)
LONGER = 0.4
PADDING = "ẋẋẋẋ "


def accented(text: str) -> str:
    """A text in the made-up language. Places, addresses of links, code and HTML are as they were.

    >>> accented("Ask {name} in [the hall](id:hall)")
    'Áśḱ {name} íń [ťĥé ĥáĺĺ](id:hall) ẋẋẋẋ'
    >>> accented("{Residents} or {a resident}")
    '{Residents} óŕ á ŕéśíďéńť ẋẋẋẋ'
    """
    text = say_roles(text, lambda role: f"{{{role.written}}}" if role.noun else role.written)
    told, done = "", 0
    for fixed in FIXED.finditer(text):
        told += text[done : fixed.start()].translate(ACCENTS) + fixed[0]
        done = fixed.end()
    told += text[done:].translate(ACCENTS)
    longer = round(LONGER * len(LETTER.findall(FIXED.sub("", text))))
    return told + ("" if not longer else " " + "".join(islice(cycle(PADDING), longer)).strip())


def accented_forms(forms: Sequence[str], count: int) -> tuple[str, ...]:
    """The forms of a text, as many as a language has."""
    return (accented(forms[0]), *(accented(forms[-1]) for _ in range(count - 1)))


def translate(template: Path, target: Path, code: str = "xx", files: tuple[str, ...] = ("",)) -> None:
    """Make the made-up language's catalogue of a template, or of the texts of some of its files."""
    with template.open("rb") as opened:
        english = read_po(opened, abort_invalid=True)
    made = Catalog(locale=code, charset="utf-8", fuzzy=False)
    for message in english:
        if message.id and message.locations[0][0].startswith(files):
            plural = isinstance(message.id, (tuple, list))
            told = accented_forms(message.id, made.num_plurals) if plural else accented(str(message.id))
            made.add(message.id, string=told, context=message.context)
    write(made, target)


def plain_words(text: str) -> list[str]:
    """The words of a text that have no accent: those of English."""
    return re.findall(r"(?<![^\W_])[A-Za-z]{2,}(?![^\W_])", text)
