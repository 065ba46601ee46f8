"""What a group counts again and again, in its form's own words: each measure over time, by side, drawn and told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framework.core.answers import SIDES, Side, side_name
from framework.core.words import say
from framework.draw.series import series_picture
from framework.export.form import Answers, FormField, words

NUMBER = r"\d{1,9}(?:[.,]\d{1,6})?"
FIRST = re.compile(NUMBER)
PERCENT = re.compile(rf"({NUMBER})\s*%")
MOST_TIMES = 12
"""So many of the last times are drawn: more could not be told apart."""
NAME, WHEN = "name", "when"
"""What `draws` calls the column that names a measure, and the field that says of which time the numbers are."""


@dataclass(frozen=True)
class Chart:
    """One measure over time."""

    title: str
    svg: str
    lines: list[str]
    """The same in words: a sentence for each side."""
    poster: str
    """The picture as it leaves the page: with its title, and with what its marks mean. It still wants its colours."""


def charts(form: Sequence[FormField], times: Sequence[tuple[str, Answers]]) -> Iterator[Chart]:
    """Each measure of the forms of several times, the oldest first, each with the day that it is of, if it says one."""
    for field in form:
        if field.draws:
            yield from _charts(field, list(times)[-MOST_TIMES:])


def _charts(field: FormField, times: Sequence[tuple[str, Answers]]) -> Iterator[Chart]:
    columns = {side: field.draws[side] for side in SIDES if side in field.draws}
    labels = [_label(field, number, day, answers) for number, (day, answers) in enumerate(times, 1)]
    told: dict[str, dict[Side, list[str]]] = {}
    titles: dict[str, str] = {}
    for place, (_, answers) in enumerate(times):
        for row in field.row_keys(answers):
            title = " ".join(words(answers, f"{field.id}.{row}.{field.draws.get(NAME, '')}").split())
            if not title:
                continue
            titles.setdefault(title.casefold(), title)
            sides = told.setdefault(title.casefold(), {side: [""] * len(times) for side in columns})
            for side, column in columns.items():
                sides[side][place] = words(answers, f"{field.id}.{row}.{column}").strip() or sides[side][place]
    for number, (key, by_side) in enumerate(told.items(), 1):
        chart = _chart(f"{field.id}.{number}", titles[key], labels, by_side)
        if chart:
            yield chart


def _chart(id_: str, title: str, labels: list[str], told: Mapping[Side, list[str]]) -> Chart | None:
    written = {side: texts for side, texts in told.items() if any(texts)}
    numbers = {side: [number_in(text) for text in texts] for side, texts in written.items()}
    known = [number for some in numbers.values() for number in some if number]
    if not known:
        return None
    shares = all(share for _, share in known)
    top = 1.0 if shares else max(number for number, _ in known)
    lines = [_told(side, labels, texts, numbers[side]) for side, texts in written.items()]
    most = (top, say("counts.percent", number=100) if shares else f"{top:g}")
    drawn = {side: [each[0] if each else None for each in some] for side, some in numbers.items()}
    name, ends = id_.replace(".", "-"), (labels[0], labels[-1] if len(labels) > 1 else "")
    svg, poster = (
        series_picture(name, title, " ".join(lines), ends, drawn, most, alone=alone) for alone in (False, True)
    )
    return Chart(title, svg, lines, poster)


def _label(field: FormField, number: int, day: str, answers: Answers) -> str:
    return " ".join(words(answers, field.draws.get(WHEN, "")).split()) or day or say("counts.time", number=number)


def _told(side: Side, labels: list[str], texts: list[str], numbers: Sequence[tuple[float, bool] | None]) -> str:
    """What one side counted, and where it went from the first number to the last."""
    each = [
        say("counts.at", time=label, number=" ".join(text.split()))
        for label, text in zip(labels, texts, strict=True)
        if text
    ]
    line = say("counts.side", side=side_name(side), numbers="; ".join(each))
    known = [number[0] for number in numbers if number]
    if len(known) > 1:
        way = "up" if known[-1] > known[0] else "down" if known[-1] < known[0] else "same"
        line += f" {say(f'counts.{way}')}"
    return line


def number_in(text: str) -> tuple[float, bool] | None:
    """The number that people wrote, and whether it is a share, from 0 to 1; None where there is none.

    >>> from framework.core.words import Sentences, speak, spoken
    >>> before = spoken()
    >>> speak(Sentences({"counts.out-of": "out of|of"}))
    >>> number_in("7 out of 10"), number_in("80 %"), number_in("12 days"), number_in("none"), number_in("3 of 0")
    ((0.7, True), (0.8, True), (12.0, False), None, (3.0, False))
    >>> speak(before)
    """
    of = "|".join(map(re.escape, say("counts.out-of").split("|")))
    part = re.search(rf"({NUMBER})\s*(?:/|{of})\s*({NUMBER})", text, re.IGNORECASE)
    if part and 0 < _float(part[2]) >= _float(part[1]):
        return _float(part[1]) / _float(part[2]), True
    percent = PERCENT.search(text)
    if percent and _float(percent[1]) <= 100:
        return _float(percent[1]) / 100, True
    first = FIRST.search(text)
    return (_float(first[0]), False) if first else None


def _float(text: str) -> float:
    return float(text.replace(",", "."))
