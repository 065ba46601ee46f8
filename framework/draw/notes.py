"""Notes below a picture: what is said about the arrows that bear their numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from framework.core.answers import Side
from framework.draw.cards import MARGIN, MOST_LINES, Size, number_at, number_radius, small_text
from framework.draw.column import LINE, wrapped
from framework.draw.labels import width
from framework.draw.svg import mark, text

NOTE = 330.0
"""How wide a column of notes is, at least."""


@dataclass(frozen=True)
class Note:
    """What is said below the picture about an arrow."""

    number: int
    words: str
    sides: tuple[tuple[Side, str], ...] = ()
    """The sides, each with what stands beside its mark."""


def drawn_notes(notes: Sequence[Note], size: Size, wide: float, top: float) -> tuple[list[str], float]:
    """What is said about arrows, in as many columns as there is room for; and where it ends."""
    if not notes:
        return [], top
    columns = max(1, int(wide // NOTE))
    room = (wide - 2 * MARGIN) / columns
    radius = number_radius(size)
    beside = 2 * radius + 0.5 * size.text
    made = [(each, wrapped(each.words, size.text, room - beside - size.text, MOST_LINES)) for each in notes]
    highs = [
        size.text * LINE * len(lines) + (1.5 * size.text if each.sides else 0) + 0.7 * size.text for each, lines in made
    ]
    most = sum(highs) / columns
    begin = top + 1.2 * size.text
    parts: list[str] = []
    column, y, foot = 0, begin, begin
    for (note, lines), high in zip(made, highs, strict=True):
        if column < columns - 1 and y > begin and y + high / 2 > begin + most:
            column, y = column + 1, begin
        x = MARGIN + column * room
        parts.append(number_at(note.number, x + radius, y + 0.85 * size.text, size))
        at = y + 1.15 * size.text
        for line in lines:
            parts.append(text(line, x=x + beside, y=at, font_size=size.text, class_="card-words"))
            at += LINE * size.text
        along = x + beside
        for side, said in note.sides:
            parts += [
                mark(side, along + 0.4 * size.text, at - 0.22 * size.text, 0.8 * size.text),
                text(
                    said,
                    x=along + 1.05 * size.text,
                    y=at + 0.06 * size.text,
                    font_size=small_text(size),
                    class_="card-words",
                ),
            ]
            along += 1.9 * size.text + width(said, small_text(size))
        y += high
        foot = max(foot, y)
    return parts, foot
