"""The copy of a map that may be shared: every text in it was looked at, and is as the reader wants it.

Nothing can find all that tells who someone is. So all texts are shown, those first that are likely to, each with what
may stand there in its place; and a copy is made only of texts that were shown.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal

from framework.core.answers import BadInput
from framework.core.words import say
from framework.tools.power_map.map import Link, Phase, PowerMap, kind_name
from framework.tools.power_map.personal import WORD, Kind, personal, without
from framework.tools.power_map.read import LONGEST_NAME, LONGEST_NOTES, LONGEST_TITLE, line, text
from framework.tools.power_map.role_words import ROLE_WORDS

type Place = Literal["title", "decision", "phase", "name", "notes"]
PLACES: tuple[Place, ...] = ("title", "decision", "phase", "name", "notes")
LONGEST = {
    "title": LONGEST_TITLE,
    "decision": LONGEST_TITLE,
    "phase": LONGEST_NAME,
    "name": LONGEST_NAME,
    "notes": LONGEST_NOTES,
}


@dataclass(frozen=True)
class Shown:
    """A text of the map, and what may stand in its place."""

    id: str
    """Where it stands: 'title', 'name.s1'."""
    place: Place
    text: str
    say: str
    """Nothing: it is better left out."""
    kinds: tuple[Kind, ...]
    """What in it may tell who someone is."""


def shown(found: PowerMap) -> tuple[Shown, ...]:
    """Every text that is in a map, those first that may tell who someone is."""
    all_ = list(_texts(found))
    kinds = {id_: {each.kind for each in personal(words, _is_prose(place))} for id_, place, words in all_}
    named = _words_of_names(all_)
    for id_, _, words in all_:
        if {word.lower() for word in WORD.findall(words)} & named:
            kinds[id_].add("name")
    said = _instead(found)
    texts = [
        Shown(id_, place, words, _offered(place, words, bool(kinds[id_]), said.get(id_, "")), tuple(sorted(kinds[id_])))
        for id_, place, words in all_
    ]
    return tuple(sorted(texts, key=lambda each: not each.kinds))


def safe_copy(found: PowerMap, texts: Any) -> tuple[PowerMap, dict[str, str]]:
    """The map with these texts in place of its own, by where they stand; and the new id of each phase.

    Raises `BadInput` where one is missing: what was not looked at does not leave.
    """
    if not isinstance(texts, dict):
        raise BadInput(say("power-map.not-looked-at"), say("power-map.not-looked-at-mend"))
    said = {}
    for id_, place, _ in _texts(found):
        if not isinstance(texts.get(id_), str):
            raise BadInput(say("power-map.not-looked-at"), say("power-map.not-looked-at-mend"))
        read = text if place == "notes" else line
        said[id_] = read(texts[id_], place, LONGEST[place], id_)
    instead = _instead(found)
    people = tuple(
        replace(
            who,
            id=f"s{number}",
            name=said[f"name.{who.id}"] or instead[f"name.{who.id}"],
            notes=said.get(f"notes.{who.id}", ""),
        )
        for number, who in enumerate(found.stakeholders, start=1)
    )
    # Ids may come from a list or a file, and hold a name too.
    ids = {old.id: new.id for old, new in zip(found.stakeholders, people, strict=True)}
    phases = tuple(
        _phase(phase, f"p{number}", said[f"phase.{phase.id}"] or instead[f"phase.{phase.id}"], ids)
        for number, phase in enumerate(found.phases, start=1)
    )
    title = said.get("title", "")
    heading = say("power-map.safe-titled", title=title)[:LONGEST_TITLE] if title else say("power-map.safe-untitled")
    made = PowerMap(title=heading, decision=said.get("decision", ""), stakeholders=people, phases=phases)
    return made, {old.id: new.id for old, new in zip(found.phases, phases, strict=True)}


def _texts(found: PowerMap) -> list[tuple[str, Place, str]]:
    """Each text: where it stands, what it is, and its words."""
    texts: list[tuple[str, Place, str]] = [
        ("title", "title", found.title),
        ("decision", "decision", found.decision),
        *((f"phase.{phase.id}", "phase", phase.name) for phase in found.phases),
        *((f"name.{who.id}", "name", who.name) for who in found.stakeholders),
        *((f"notes.{who.id}", "notes", who.notes) for who in found.stakeholders),
    ]
    return [(id_, place, words) for id_, place, words in texts if words]


def _is_prose(place: Place) -> bool:
    return place != "name"


def _words_of_names(all_: list[tuple[str, Place, str]]) -> frozenset[str]:
    """The words of every name, in small letters: wherever one stands again, it tells the same."""
    return frozenset(
        word.lower()
        for _, place, words in all_
        for each in personal(words, _is_prose(place))
        if each.kind == "name"
        for word in WORD.findall(words[each.start : each.end])
        if len(word) > 2 and word.lower() not in ROLE_WORDS
    )


def _instead(found: PowerMap) -> dict[str, str]:
    """What stands where a name or a phase is left out: the kind, or the word for a phase, with a number."""
    seen: dict[str, int] = {}
    said = {}
    for who in found.stakeholders:
        seen[who.kind] = seen.get(who.kind, 0) + 1
        said[f"name.{who.id}"] = say("power-map.redacted", kind=kind_name(who.kind), number=seen[who.kind])
    for number, phase in enumerate(found.phases, start=1):
        said[f"phase.{phase.id}"] = say("power-map.redacted", kind=say("power-map.phase"), number=number)
    return said


def _offered(place: Place, words: str, marked: bool, instead: str) -> str:
    """What to offer in place of a text. Notes are left out as a rule: nobody wrote them for others."""
    if place == "notes":
        return ""
    if not marked:
        return words
    left = without(words, _is_prose(place))
    return left if left != words and any(word.lower() in ROLE_WORDS for word in WORD.findall(left)) else instead


def _phase(phase: Phase, id_: str, name: str, ids: dict[str, str]) -> Phase:
    return Phase(
        id=id_,
        name=name,
        places={ids[who]: place for who, place in phase.places.items()},
        views={side: {ids[who]: spot for who, spot in view.items()} for side, view in phase.views.items()},
        links=tuple(
            Link(f"l{number}", ids[each.start], ids[each.end], each.kind)
            for number, each in enumerate(phase.links, start=1)
        ),
        waiting={ids[who]: waits for who, waits in phase.waiting.items()},
    )
