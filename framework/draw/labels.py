"""Where the names on a picture go, so that none covers another. Pure geometry: boxes in, places out.

Each name tries the places around its mark, on one line and then on more, and takes the first that is free. What finds
no place keeps its number, which stands on the mark itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

type Anchor = Literal["start", "middle", "end"]
type Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

CELL = 64.0
"""Boxes are looked up by squares of this size, so that 200 names need not be held against each other."""
LATIN = {
    0.23: "j',.:;`|’·",
    0.32: 'filrt!"()[]{} ¡ıíîłĺ',
    0.43: "1yI-/\\_¿İÍÎ„“”ýÿ",
    0.53: "27acekosuvxzJL*?áàâäãåąćčçéèêëęóòôöõøúùûüśšşźżž–",
    0.6: "0345689bdghnpqABCEFKPRSTVXYZ$+<=>^~ğñńÁÀÂÄĄĆČÇÉÈÊËĘŁŚŠŞŹŻŽ«»",
    0.7: "wDGHNOQU#&ĞÑŃÓÒÔÖÚÙÛÜ",
    0.82: "mM@—…",
    0.92: "W%",
}
ARABIC = {
    0.0: "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652",
    0.16: "ـ",
    0.23: "ا",
    0.32: "،أإة",
    0.43: "؛ءآئل",
    0.53: "ؤبتدرزغنهويٹپڈڑژںہی",
    0.6: "؟ثذعقكمکگھ",
    0.7: "جحخفىچے",
    0.82: "طظ",
    1.06: "سشصض",
}
BENGALI = {
    0.0: "\u0981\u09c3\u09cd\u200c\u200d",
    0.16: "\u09bc\u09c1\u09c2",
    0.32: "।\u0983\u09bf\u09c0\u09d7",
    0.43: "\u0982টঠ\u09be\u09c7",
    0.53: "ইঙচছঞডঢণথদধনবমযরশষসহ০১২৩৪৫৬৭৮৯",
    0.6: "ঈউখগতপ\u09c8",
    0.7: "ঊকঘঝভলৎ",
    0.82: "অঋএঐওঔজফ\u09cb\u09cc",
    1.06: "আ",
}
"""How wide letters are beside the size of the type. The Latin are measured in the guide's own, which is wider than
most. Arabic and Bengali letters take another form beside others, so these say what each adds to a word: measured on the
words of the guide's texts, in the wider of Noto Sans and DejaVu Sans.
"""
LETTERS = {
    letter: width for script in (LATIN, ARABIC, BENGALI) for width, letters in script.items() for letter in letters
}
BOLD = 1.12
"""How much wider bold type is, in small letters on a phone too, where each is rounded up to a pixel."""
LINE = 1.15
"""From one line of a name to the next, beside the size of the type."""
BESIDE = 0.25
"""From a mark to a name beside it, beside the size of the type."""
UP = 0.32
"""How far the foot of a name stands below the middle of its mark, beside the size of the type."""
ONE_LINE = 22
"""Letters. A longer name may stand on two lines."""
MOST_LETTERS = 34
"""Letters on a line. A name longer than two such lines is cut."""


@dataclass(frozen=True)
class Label:
    """Where a name goes: from the middle of its mark, in units of the drawing."""

    lines: tuple[str, ...]
    x: float
    y: float
    """The foot of the first line."""
    anchor: Anchor


@dataclass
class Taken:
    """What is on the picture already."""

    bounds: Box
    cells: dict[tuple[int, int], list[Box]] = field(default_factory=dict)

    def free(self, box: Box) -> bool:
        """Whether a box lies within the picture and touches nothing."""
        if box[0] < self.bounds[0] or box[1] < self.bounds[1] or box[2] > self.bounds[2] or box[3] > self.bounds[3]:
            return False
        return not any(overlap(box, other) for cell in _cells(box) for other in self.cells.get(cell, ()))

    def take(self, box: Box) -> None:
        """Put a box there."""
        for cell in _cells(box):
            self.cells.setdefault(cell, []).append(box)


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes cover each other.

    >>> overlap((0, 0, 10, 10), (9, 9, 20, 20)), overlap((0, 0, 10, 10), (10, 0, 20, 10))
    (True, False)
    """
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def width(words: str, size: float, bold: bool = False) -> float:
    """About how wide some words are.

    >>> round(width("Will", 10)), round(width("Will", 10, bold=True))
    (19, 21)
    """
    return size * (BOLD if bold else 1) * sum(LETTERS.get(letter, 0.6) for letter in words if not _is_sign(letter))


def _is_sign(letter: str) -> bool:
    """Whether it is one of those that Unicode leaves to programs: no typeface shows the marks of a translated text.

    >>> width("\\U000f0001Will\\ue000", 10) == width("Will", 10)
    True
    """
    return letter >= "\U000f0000" or "\ue000" <= letter <= "\uf8ff"


def place(
    words: str, x: float, y: float, size: float, reach: float, taken: Taken, lines: Taken | None = None
) -> Label | None:
    """The first free place for a name beside the mark at a point, taken at once; None where there is none.

    `size` is that of the type, and `reach` how far the mark goes from its middle. `lines` are better not crossed: they
    are, where a name finds no other place.
    """
    second: tuple[Label, Box] | None = None
    for label in _candidates(words, size, reach):
        box = box_of(label, x, y, size)
        if not taken.free(box):
            continue
        if lines is None or lines.free(box):
            taken.take(box)
            return label
        second = second or (label, box)
    if second is None:
        return None
    taken.take(second[1])
    return second[0]


def box_of(label: Label, x: float, y: float, size: float) -> Box:
    """The box that a label covers, where its mark is at a point."""
    wide = max(width(line, size) for line in label.lines)
    left = x + label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    top = y + label.y - 0.82 * size
    return (left, top, left + wide, top + size * (1.06 + LINE * (len(label.lines) - 1)))


def _candidates(words: str, size: float, reach: float) -> Iterator[Label]:
    """Places around a mark, the best to read first: beside it, above and below, then askew."""
    for lines in wraps(words):
        up = UP * size - LINE * size * (len(lines) - 1) / 2
        over = -reach - 0.3 * size - LINE * size * (len(lines) - 1)
        under = reach + 0.9 * size
        beside = reach + BESIDE * size
        yield Label(lines, beside, up, "start")
        yield Label(lines, -beside, up, "end")
        yield Label(lines, 0, under, "middle")
        yield Label(lines, 0, over, "middle")
        for askew in (0.7, 1.3):
            for y in (up - askew * size, up + askew * size):
                yield Label(lines, 0.85 * beside, y, "start")
                yield Label(lines, -0.85 * beside, y, "end")
        for x, anchor in ((-reach, "start"), (reach, "end")):
            for y in (under, over):
                yield Label(lines, x, y, "start" if anchor == "start" else "end")


def wraps(words: str) -> list[tuple[str, ...]]:
    """The ways in which a name may stand: on one line, on two, or cut where it is longer than that.

    >>> wraps("Tenants")
    [('Tenants',)]
    >>> wraps("Families in temporary homes")
    [('Families in', 'temporary homes'), ('Families in temporary homes',)]
    """
    short = cut(words, 2 * MOST_LETTERS)
    two = _halves(short)
    if len(short) <= ONE_LINE:
        return [(short,), two] if len(two) > 1 and len(short) > ONE_LINE // 2 else [(short,)]
    return [two, (short,)] if len(short) <= MOST_LETTERS and len(two) > 1 else [two]


def _halves(words: str) -> tuple[str, ...]:
    """Words on two lines that are as even as can be."""
    breaks = [place for place, letter in enumerate(words) if letter == " "]
    if not breaks:
        return (cut(words, MOST_LETTERS),)
    middle = min(breaks, key=lambda place: abs(place - len(words) / 2))
    return (cut(words[:middle], MOST_LETTERS), cut(words[middle + 1 :], MOST_LETTERS))


def cut(words: str, most: int) -> str:
    """Words, or as many of their letters as there is room for.

    >>> cut("Spring", 22), len(cut("From the first of April to the end of June", 22))
    ('Spring', 22)
    """
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    for column in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
        for row in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
            yield column, row
