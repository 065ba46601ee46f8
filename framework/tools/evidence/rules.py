"""The evidence log: what residents said, what was decided, what changed, and when they were told.

It is evidence and never a verdict. So nothing here is scored: the log only shows where a thing stops short. Pure
functions, standard library only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from framework.core.answers import BadInput
from framework.core.words import say
from framework.export.csv import csv_text

type Missing = Literal["no-decision", "not-told"]
"""Where an entry stops: something was said and nothing decided; something was decided and residents were never told."""

TEXTS = ("id", "date", "said", "decided", "changed", "told")
COLUMNS = ("date", "said", "decided", "changed", "told")
"""The columns of the CSV, before the duties and what is missing."""


@dataclass(frozen=True)
class Entry:
    """One thing, from what was said to when people were told."""

    id: str
    date: str
    """The day, as '2026-05-01'; empty where it is not known. So is `told`."""
    said: str
    decided: str
    changed: str
    told: str
    duties: tuple[str, ...]
    """Ids of the duties that it bears on."""


def read_entries(plain: Any, duties: Iterable[str]) -> tuple[Entry, ...]:
    """Check what came from outside. Raises `BadInput`, naming the first thing that does not fit."""
    known = set(duties)
    if not isinstance(plain, list) or not all(isinstance(each, dict) for each in plain):
        raise BadInput(say("evidence.no-entries"), say("evidence.no-entries-mend"))
    return tuple(_entry(each, known) for each in plain)


def _entry(plain: dict[str, Any], known: set[str]) -> Entry:
    texts = {key: plain.get(key) or "" for key in TEXTS}
    for key, text in texts.items():
        if not isinstance(text, str):
            raise BadInput(say("evidence.no-text", name=key), say("evidence.no-text-mend"))
    named = plain.get("duties") or []
    unknown = (
        [each for each in named if not isinstance(each, str) or each not in known]
        if isinstance(named, list)
        else [named]
    )
    if unknown:
        raise BadInput(say("evidence.no-duty", duty=unknown[0]), say("evidence.no-duty-mend"))
    return Entry(**{key: text.strip() for key, text in texts.items()}, duties=tuple(named))


def missing(entry: Entry) -> tuple[Missing, ...]:
    """Where an entry stops short.

    >>> def entry(said="", decided="", told=""):
    ...     return Entry(id="1", date="", said=said, decided=decided, changed="", told=told, duties=())
    >>> missing(entry(said="The lift is out."))
    ('no-decision',)
    >>> missing(entry(said="The lift is out.", decided="Mend it."))
    ('not-told',)
    >>> missing(entry(decided="Mend it.", told="2026-05-01"))
    ()
    """
    if entry.said and not entry.decided:
        return ("no-decision",)
    if entry.decided and not entry.told:
        return ("not-told",)
    return ()


def chosen(entries: Iterable[Entry], duty: str = "", lacking: str = "") -> tuple[Entry, ...]:
    """The entries that bear on a duty and lack something, the newest first. Each may be left open."""
    found = [
        each for each in entries if (not duty or duty in each.duties) and (not lacking or lacking in missing(each))
    ]
    return tuple(sorted(found, key=lambda each: each.date, reverse=True))


def to_csv(entries: Iterable[Entry], names: Mapping[str, str]) -> str:
    """The entries as a table for a spreadsheet: `names` of the duties by id."""
    head = [say(f"evidence.column-{key}") for key in (*COLUMNS, "duties", "missing")]
    rows = []
    for each in entries:
        bears_on = "; ".join(names[duty] for duty in each.duties)
        lacks = "; ".join(say(f"evidence.{which}") for which in missing(each))
        rows.append([*(getattr(each, key) for key in COLUMNS), bears_on, lacks])
    return csv_text(head, rows)
