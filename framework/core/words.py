"""What code says to people, by id: `say("ladder.no-facts")`. The words stand in `framework/data/sentences/`.

One catalogue is spoken at a time, as with gettext's `install`: the build's, or the one that the browser was handed.
Standard library only, for the browser says sentences too.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from gettext import c2py

PLACE = re.compile(r"\{(\w+)\}")
"""A place in a sentence that code fills: `{name}`."""
COUNT = "count"
"""The place whose number chooses between plural forms."""
FOLDER = "framework/data/sentences"
RUNS_RIGHT = re.compile(r"[A-Za-z]|\d[^\w\s]+\d")
"""What runs to the right wherever it stands: a name in Latin letters, a code, a day such as 2026-12-01, 3-5."""
APART, TOGETHER = "\u2068", "\u2069"
"""Signs that nobody sees: what stands between them keeps its order, and changes none around it (Unicode's UAX 9)."""
NOT_SHOWN = "]("
"""Before a place that is the address of a link."""

type Text = str | Sequence[str]
"""A sentence, or its plural forms in the order of the language's own rule."""


@dataclass(frozen=True)
class Sentences:
    """The sentences of one language, by id."""

    texts: Mapping[str, Text] = field(default_factory=dict)
    plural: str = "n != 1"
    """Which plural form a number takes, from 0: the expression that a PO file gives in `Plural-Forms`."""
    language: str = "en"
    """The language's code, as `<html lang>` has it."""
    direction: str = "ltr"
    """The way it is written in, as `<html dir>` has it: in a picture, time runs the same way."""


_spoken = Sentences()
_place_of_form: Callable[[int], int]


def speak(sentences: Sentences) -> None:
    """Say everything in these sentences from now on, in this process."""
    global _spoken, _place_of_form
    _spoken = sentences
    _place_of_form = c2py(sentences.plural)


def spoken() -> Sentences:
    """The sentences that are said in this process."""
    return _spoken


def say(id_: str, /, **places: object) -> str:
    """The sentence of an id, its places filled. `count` chooses between plural forms.

    Raises KeyError for an id that is nowhere, and for a place that is not given: neither is ever passed over.

    >>> before = spoken()
    >>> speak(Sentences({"room.people": ["{count} person in {place}", "{count} people in {place}"]}))
    >>> say("room.people", count=1, place="the hall"), say("room.people", count=0, place="{count}")
    ('1 person in the hall', '0 people in {count}')
    >>> speak(before)
    """
    return fill(form(id_, places), places, id_)


def listed(texts: Sequence[str]) -> str:
    """Texts as a list in a line.

    >>> listed(["one"]), listed(["one", "two"]), listed(["one", "two", "three"])
    ('one', 'one and two', 'one, two and three')
    """
    if len(texts) < 2:
        return "".join(texts)
    return say("common.and", start=comma_listed(texts[:-1]), last=texts[-1])


def comma_listed(texts: Iterable[str]) -> str:
    """Texts as a list in a line, with nothing said before the last. There may be many thousands.

    >>> comma_listed(["one", "two", "three"])
    'one, two, three'
    """
    return say("common.listed", start="", next="").join(texts)


def form(id_: str, places: Mapping[str, object]) -> str:
    """The sentence of an id with its places still open; the form for their `count` where it has several."""
    found = _spoken.texts.get(id_)
    if found is None:
        raise KeyError(f"There is no sentence '{id_}'. Add it to {file_of(id_)}, or mend the id.")
    if isinstance(found, str):
        return found
    count = places.get(COUNT)
    if not isinstance(count, int):
        raise KeyError(f"The sentence '{id_}' ({file_of(id_)}) has plural forms: give a whole number as '{COUNT}'.")
    return found[min(_place_of_form(abs(count)), len(found) - 1)]


def fill(text: str, places: Mapping[str, object], id_: str) -> str:
    """A text with its places filled. What fills them is never read again."""

    def filled(place: re.Match[str]) -> str:
        if place[1] not in places:
            raise KeyError(f"The sentence '{id_}' ({file_of(id_)}) has the place '{place[1]}', and nothing fills it.")
        said = str(places[place[1]])
        return said if text[: place.start()].endswith(NOT_SHOWN) else _apart(said, id_)

    return PLACE.sub(filled, text)


def _apart(said: str, id_: str) -> str:
    """What fills a place, so that it reads right: in Arabic, names and days would change their order."""
    if _spoken.direction != "rtl" or id_.endswith("file-name") or not RUNS_RIGHT.search(said):
        return said
    return f"{APART}{said}{TOGETHER}"


def file_of(id_: str) -> str:
    """The file that a sentence stands in.

    >>> file_of("power-map.empty")
    'framework/data/sentences/power-map.yaml'
    """
    return f"{FOLDER}/{id_.partition('.')[0]}.yaml"
