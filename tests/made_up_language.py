"""A made-up language, 'xx': every letter has an accent, and every text is 40% longer. Plain English shows at once."""

import re
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


def translate(template: Path, target: Path) -> None:
    """Make the made-up language's catalogue of a template."""
    with template.open("rb") as opened:
        english = read_po(opened, abort_invalid=True)
    made = Catalog(locale="xx", charset="utf-8", fuzzy=False)
    for message in english:
        if message.id:
            plural = isinstance(message.id, (tuple, list))
            told = tuple(map(accented, message.id)) if plural else accented(str(message.id))
            made.add(message.id, string=told, context=message.context)
    write(made, target)


def plain_words(text: str) -> list[str]:
    """The words of a text that have no accent: those of English."""
    return re.findall(r"(?<![^\W_])[A-Za-z]{2,}(?![^\W_])", text)
