"""What the guide says of the law: each text that does names the point of law it rests on, with its source and its date.

A text says it by a link, `[by law](id:law.delegation)`, or its item by the key `law`. Whoever writes 'by law' and names
none is told at build.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, cast

from framework.content.model import (
    Duty,
    Framework,
    Identified,
    PointOfLaw,
    Publication,
    WorkedExample,
    items,
)
from framework.content.visible import LINK
from framework.core.item import Item

CLAIM = re.compile(
    r"\b(?:(?i:by law|in (?:UK |English )?law|the law (?:says|lets|asks|requires)|legal (?:rights?|dut(?:y|ies)|deal))"
    r"|(?:Act|Regulations) (?:19|20)\d\d|Freedom of Information Act|Ombudsman|(?i:regulator's standard)|STAIRs"
    r"|must take tenants' views|public notice|(?i:before a council election))\b"
)
"""How a text sounds that says what the law is."""
NO_TEXTS = ("id", "origin", "found_by", "cites", "law", "url", "also_called", "answers")
"""Keys that hold no sentence for readers."""
ELSEWHERE = (PointOfLaw, Publication, WorkedExample)
"""Items that say it themselves, name other works, or are made up."""
DATED = re.compile(r"\d{4}(?:-\d{2}-\d{2})?")


def points_in(text: str) -> list[str]:
    """The ids of the points of law that a text links to, each once.

    >>> points_in("[By law](id:law.delegation) a council can't. See [the map](id:power-map).")
    ['law.delegation']
    """
    return list(dict.fromkeys(found[2] for found in LINK.finditer(text) if found[2].startswith("law.")))


def points_of(item: Identified) -> list[str]:
    """The ids of the points of law that an item rests on, each once."""
    named = list(getattr(item, "law", ()))
    return list(dict.fromkeys([*named, *(id_ for text in _texts(item) for id_ in points_in(text))]))


def standing_in(framework: Framework) -> dict[str, list[Identified]]:
    """By the id of each point of law, the items that rest on it."""
    found: dict[str, list[Identified]] = {point.id: [] for point in framework.law}
    for item in items(framework):
        for id_ in points_of(item):
            if id_ in found:
                found[id_].append(item)
    return found


def unsourced(item: Identified) -> Iterator[tuple[str, str]]:
    """What an item says of the law without naming a point of law, and how to mend it."""
    mend = (
        "Link those words to a point of law, as in [by law](id:law.delegation), or name it in 'law'; or take them out."
    )
    if isinstance(item, Duty) and not item.law:
        yield "a duty rests on no point of law", "Name it in 'law'. Each has its source and date in law/law.yaml."
    if isinstance(item, ELSEWHERE) or (isinstance(item, Item) and item.origin in ("framework", "article")):
        return
    if getattr(item, "law", ()):
        return
    for text in _texts(item):
        found = CLAIM.search(text)
        if found and not points_in(text):
            yield f"it says what the law is ('{found[0]}') and gives no source", mend


def unsound(point: PointOfLaw) -> Iterator[tuple[str, str]]:
    """What is wrong with the source of a point of law, and how to mend it."""
    if not point.source.strip():
        yield "its source has no name", "Name the law or the rule in 'source', with its section."
    if not point.url.startswith("https://"):
        yield f"'url' is '{point.url[:60]}'", "Give the address of the official page, from https:// on."
    if not DATED.fullmatch(point.dated):
        yield f"'dated' is '{point.dated[:60]}'", "Give a year, or a day as in '2024-04-01'."
    if point.looked_at is not None and not _is_day(point.looked_at):
        yield f"'looked_at' is '{point.looked_at[:60]}'", "Give a day as in '2026-11-30', or leave it out."


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _texts(part: Any, *, inside: bool = False) -> Iterator[str]:
    """Every text for readers in an item, but not those of items within it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, list)):
        for each in part:
            yield from _texts(each, inside=True)
    elif isinstance(part, dict):
        for each in part.values():
            yield from _texts(each, inside=True)
    elif is_dataclass(part) and not (inside and hasattr(part, "id")):
        for each in fields(cast(Any, part)):
            if each.name not in NO_TEXTS:
                yield from _texts(getattr(part, each.name), inside=True)
