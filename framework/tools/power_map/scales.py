"""On what scale people gave their marks: told from the marks themselves, and to be asked where those do not tell."""

import re
from collections.abc import Iterable, Mapping

from framework.tools.power_map.map import LEAST, MOST

SCALES = ("1-3", "1-4", "1-5", "1-6", "1-7", "1-10", "0-3", "0-5", "0-10", "0-100", "3-1", "5-1", "10-1")
"""From least to most."""
NUMBER = re.compile(r"\s*(-?\d+(?:[.,]\d+)?)\s*(?:%|/\s*\d+|[-–:(=].*|out of.*)?\s*", re.IGNORECASE)


def number_in(value: str) -> float | None:
    """The number with which a mark begins.

    >>> [number_in(value) for value in ("2,5", "4 - High", "40 %", "3/5", "High", "2026-01-05x")]
    [2.5, 4.0, 40.0, 3.0, None, None]
    """
    match = NUMBER.fullmatch(value)
    return float(match[1].replace(",", ".")) if match and not re.match(r"\s*\d{4}-", value) else None


def is_mark(value: str, words: Mapping[str, float]) -> bool:
    """Whether something that people wrote may be a mark."""
    return number_in(value) is not None or value.strip().lower() in words


def scale_of(values: Iterable[str]) -> tuple[str, bool]:
    """The scale of some marks, and whether they leave no doubt.

    >>> scale_of(["1", "4", "5"]), scale_of(["3", "8", "10"]), scale_of(["80", "15"]), scale_of(["1", "3"])
    (('1-5', True), ('1-10', True), ('0-100', True), ('1-3', False))
    """
    numbers = [found for value in values if (found := number_in(value)) is not None]
    if not numbers:
        return "1-5", True
    least, most = min(numbers), max(numbers)
    if most > 10:
        return "0-100", most <= 100
    if most > 5:
        return ("0-10" if least < 1 else "1-10"), most > 7
    if most > 3:
        return ("0-5" if least < 1 else "1-5"), most > 4
    return ("0-3" if least < 1 else "1-3"), False


def mark_on(value: float, scale: str) -> float | None:
    """A mark from 1 to 5 for one on another scale; None where it is none on that.

    >>> mark_on(5, "1-10"), mark_on(10, "1-10"), mark_on(5, "1-5"), mark_on(1, "5-1"), mark_on(7, "1-5")
    (2.8, 5.0, 5.0, 5.0, None)
    """
    first, last = map(float, scale.split("-"))
    if not min(first, last) <= value <= max(first, last):
        return None
    return round(LEAST + (MOST - LEAST) * (value - first) / (last - first), 1)
