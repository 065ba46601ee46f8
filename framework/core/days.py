"""Days as people write them: '9 March 2027', '2027-03-09', 'May 2027', '2031'."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from framework.core.words import say

ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
EARLIEST, LATEST = 1900, 2199


@dataclass(frozen=True)
class Span:
    """The days that may be meant."""

    first: date
    last: date

    @property
    def day(self) -> date | None:
        """The day, where one is meant."""
        return self.first if self.first == self.last else None


def span_in(written: str) -> Span | None:
    """The first day, month or year in what people wrote; None where there is none.

    >>> span_in("Cabinet, 9 March 2027").day
    datetime.date(2027, 3, 9)
    >>> span_in("2027-03-09") == span_in("9 march 2027")
    True
    >>> span_in("Autumn 2029").last, span_in("May 2027").last, span_in("Not known")
    (datetime.date(2029, 12, 31), datetime.date(2027, 5, 31), None)
    """
    if found := ISO.search(written):
        return _span(*map(int, found.groups()))
    found = _pattern(say("common.months")).search(written)
    if not found:
        return None
    names = _names(say("common.months"))
    month = names.index(found["month"].casefold()) % 12 + 1 if found["month"] else 0
    return _span(int(found["year"]), month, int(found["day"] or 0))


def _span(year: int, month: int, day: int) -> Span | None:
    if not EARLIEST <= year <= LATEST or month > 12:
        return None
    if not month:
        return Span(date(year, 1, 1), date(year, 12, 31))
    longest = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    if day > longest:
        return None
    return Span(date(year, month, day or 1), date(year, month, day or longest))


@cache
def _names(months: str) -> list[str]:
    return [each.strip().casefold() for each in months.split(",")]


@cache
def _pattern(months: str) -> re.Pattern[str]:
    named = "|".join(map(re.escape, _names(months)))
    return re.compile(rf"(?:(?:\b(?P<day>\d{{1,2}})\s+)?\b(?P<month>{named})\s+)?\b(?P<year>\d{{4}})\b", re.IGNORECASE)
