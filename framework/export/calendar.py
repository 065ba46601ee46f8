"""Actions with a date, as a calendar file (RFC 5545)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from framework.core.characters import clean
from framework.core.words import say

LONGEST_LINE = 75
"""Bytes, before a line is folded (RFC 5545, 3.1)."""
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""A day outside is a slip of the keys: `overrides/widgets/shared/date-fields.js` asks for it again."""
PRODUCT = "-//Guide to coproduction//Action plan//EN"
"""What wrote the file, as programs ask it (3.7.3). No calendar shows it."""
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def calendar(actions: Iterable[dict[str, Any]], name: str, today: date) -> str:
    """A calendar with a day for each action that has a date. Each: `id`, `text`, `who`, `by` (2027-03-31), `done`."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}"]
    lines.append(f"X-WR-CALNAME:{_escaped(name)}")
    for action in actions:
        if day := day_of(action):
            lines += _event(action, day, today)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def day_of(action: dict[str, Any]) -> date | None:
    """The day by which an action is to be done; None where it has none that can be meant.

    >>> day_of({"by": "2027-03-31"}), day_of({"by": "0027-03-31"}), day_of({"by": ""})
    (datetime.date(2027, 3, 31), None, None)
    """
    try:
        day = date.fromisoformat(action["by"])
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def _event(action: dict[str, Any], day: date, today: date) -> list[str]:
    """One action on its day."""
    return [
        "BEGIN:VEVENT",
        f"UID:{_escaped(action['id'])}@coproduction-action-plan",
        f"DTSTAMP:{_written(today)}T000000Z",
        f"DTSTART;VALUE=DATE:{_written(day)}",
        f"DTEND;VALUE=DATE:{_written(day + timedelta(days=1))}",
        f"SUMMARY:{_escaped(_summary(action))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _written(day: date) -> str:
    """A day as a calendar file writes it.

    >>> _written(date(2026, 3, 31))
    '20260331'
    """
    return day.isoformat().replace("-", "")


def _summary(action: dict[str, Any]) -> str:
    places = {"action": action["text"], "who": action["who"]}
    if action["done"]:
        return say("action-plan.event-done-who" if action["who"] else "action-plan.event-done", **places)
    return say("action-plan.event-who", **places) if action["who"] else str(action["text"])


def _escaped(words: str) -> str:
    r"""Words that may stand in a calendar.

    >>> _escaped("Keys; rent, and\nheating")
    'Keys\\; rent\\, and\\nheating'
    """
    return clean(words).translate(ESCAPES)


def _folded(line: str) -> str:
    """A line in pieces that are short enough, cut between letters and never inside one."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST_LINE:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece])
