"""What each column of a list will be on the map: guessed, with the reason, for a reader to look at and to change."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from framework.core.words import comma_listed, say
from framework.export.cells import plain
from framework.tools.power_map.known_words import ALSO, FORMS_OF_ADDRESS, Known, Use, headings, known
from framework.tools.power_map.scales import is_mark, scale_of
from framework.tools.power_map.table import column_name
from framework.tools.power_map.workbook import Sheet

MARKS: tuple[Use, ...] = ("affected", "power", "person")
LIKE: tuple[tuple[Use, str], ...] = (
    ("power", "power"),
    ("power", "influence"),
    ("affected", "affect"),
    ("affected", "impact"),
    ("affected", "interest"),
)
"""What a column of marks may be, by a word in its heading."""
SAMPLES = 3
LONGEST_SAMPLE = 60
HEAD_ROWS = 15
"""Above its headings a list has fewer rows than this: its title, a date, an explanation."""
MOSTLY = 0.6
"""Values are of a kind where this part of them is."""


@dataclass(frozen=True)
class Column:
    """A column of a list."""

    place: int
    heading: str
    samples: tuple[str, ...]
    """Three of its values, no two alike."""
    use: Use
    reason: str
    scale: str = ""
    """Of marks."""
    sure: bool = True
    """Whether the marks leave no doubt about their scale."""


@dataclass(frozen=True)
class Looked:
    """A sheet, with what its columns and rows are taken for."""

    name: str
    columns: tuple[Column, ...]
    first: int
    """The first row with values, from 0."""
    above: tuple[str, ...]
    """What stands above the headings, and is left out."""
    parting: dict[int, str] = field(default_factory=dict)
    """Rows that part the list, and name nobody: a heading over those that follow. By their place, from 0."""

    @property
    def is_links(self) -> bool:
        """Whether it lists links, and nobody."""
        uses = {each.use for each in self.columns}
        return {"from", "to"} <= uses and "name" not in uses


def looked(sheet: Sheet) -> Looked:
    """What a sheet is taken for."""
    words = known()
    head = _head(sheet.rows)
    wide = max(map(len, sheet.rows))
    cells = [_cell(sheet.rows[head], place) for place in range(wide)] if head is not None else [""] * wide
    first = 0 if head is None else head + 1
    parting = _parting(sheet, first, wide, words)
    values = [
        [_cell(row, place) for nth, row in enumerate(sheet.rows[first:], start=first) if nth not in parting]
        for place in range(wide)
    ]
    above = [cell.strip() for row in sheet.rows[: head or 0] for cell in row if cell.strip()]
    return Looked(sheet.name, _columns(cells, values, words), first, tuple(above), parting)


def _cell(row: list[str], place: int) -> str:
    return plain(row[place]).strip() if place < len(row) else ""


def normal(heading: str) -> str:
    """A heading as it is looked up.

    >>> normal("At_the  Table?")
    'at the table'
    """
    return re.sub(r"[\s_]+", " ", re.sub(r"\(.*?\)", "", heading)).strip().lower().rstrip("?:* ")


def _head(rows: list[list[str]]) -> int | None:
    """The row with the headings: that in which the most are known. None where a list of names has none."""
    aliases = {name for names in headings().values() for name in names}
    found = []
    for nth, row in enumerate(rows[:HEAD_ROWS]):
        filled = [cell for cell in row if cell.strip()]
        found.append((sum(normal(cell) in aliases for cell in filled), len(filled) > 1, -nth))
    best = max(found)
    if best[0]:
        return -best[2]
    several = [nth for nth, row in enumerate(rows[:HEAD_ROWS]) if sum(bool(cell.strip()) for cell in row) > 1]
    return several[0] if several else None


def _parting(sheet: Sheet, first: int, wide: int, words: Known) -> dict[int, str]:
    """Rows of one cell in a list of several columns that name a kind of people, and nobody of them."""
    if wide < 3:
        return {}
    found = {}
    for nth, row in enumerate(sheet.rows[first:], start=first):
        filled = [cell.strip() for cell in row if cell.strip()]
        if len(filled) != 1 or not _cell(row, next(place for place, cell in enumerate(row) if cell.strip())):
            continue
        words_ = filled[0].rstrip(": ")
        if nth in sheet.merged or filled[0].endswith(":") or words_.isupper() or words.choice("side", words_):
            found[nth] = filled[0]
    return found


def _columns(cells: list[str], values: list[list[str]], words: Known) -> tuple[Column, ...]:
    guesses = [
        _guess(heading, [each for each in column if each], words) for heading, column in zip(cells, values, strict=True)
    ]
    is_links = {"from", "to"} <= {use for use, _, _ in guesses}
    uses = _each_once([_in_links(*guess) if is_links else guess for guess in guesses], values)
    together = [each for (use, _), column in zip(uses, values, strict=True) if use in MARKS for each in column]
    columns = []
    for place, ((use, reason), heading, column) in enumerate(zip(uses, cells, values, strict=True)):
        scale, sure = _scale(use, heading, column, together) if use in MARKS else ("", True)
        name = heading or say("power-map.column-number", number=place + 1)
        columns.append(Column(place, name, _samples(column), use, reason, scale, sure))
    return tuple(columns)


def _scale(use: Use, heading: str, column: list[str], together: list[str]) -> tuple[str, bool]:
    """The scale of a column of marks: the guide's own under its own heading, or else told by all marks of the list."""
    if normal(heading) in (normal(column_name(use)), ALSO[use][0]):
        return "1-5", True
    scale, sure = scale_of(column)
    return (scale, True) if sure else scale_of(together)


type Guess = tuple[Use, str, int]
"""What a column may be, why, and how good the guess is: 0 is the best."""


def _guess(heading: str, filled: list[str], words: Known) -> Guess:
    if not filled:
        return "out", say("power-map.why-empty"), 9
    key = normal(heading)
    for use, names in headings().items():
        if key in names:
            guess = _checked(use, heading, filled, words)
            if guess:
                return guess[0], guess[1], names.index(key)
    for use, part in LIKE:
        if part in key and _mostly(is_mark(each, words.marks) for each in filled):
            return use, say("power-map.why-like", heading=heading), 20
    if "name" in key.split():
        return "name", say("power-map.why-like", heading=heading), 20
    return "notes", say("power-map.why-unknown"), 50


def _checked(use: Use, heading: str, filled: list[str], words: Known) -> tuple[Use, str] | None:
    """A guess by the heading, where the values do not speak against it."""
    called = say("power-map.why-called", heading=heading)
    if use == "name" and _mostly(each.lower().rstrip(".") in FORMS_OF_ADDRESS for each in filled):
        return "notes", say("power-map.why-address")
    if use in MARKS:
        if not any(is_mark(each, words.marks) for each in filled):
            return None
        return use, say("power-map.why-interest", heading=heading) if "interest" in heading.lower() else called
    if use in ("kind", "side", "stance"):
        fitting = [each for each in filled if words.choice(use, each)]
        if use != "kind" and not fitting:
            return None
        return use, called
    return use, called


def _in_links(use: Use, reason: str, rank: int) -> Guess:
    """In a list of links a kind is that of a link, and nobody is named but its ends."""
    if use == "kind":
        return "link", reason, rank
    return (use, reason, rank) if use in ("from", "to", "link", "out") else ("out", say("power-map.why-of-link"), rank)


def _each_once(guesses: list[Guess], values: list[list[str]]) -> list[tuple[Use, str]]:
    """Each use goes to the column that is the likeliest. A second name stands in where the first is empty."""
    uses = [(use, reason) for use, reason, _ in guesses]
    for use in dict.fromkeys(use for use, _ in uses):
        places = sorted((rank, place) for place, (each, _, rank) in enumerate(guesses) if each == use)
        if use in ("notes", "out") or len(places) < 2:
            continue
        for _, place in places[1:]:
            gaps = use == "name" and any(
                value and not values[places[0][1]][nth] for nth, value in enumerate(values[place])
            )
            uses[place] = ("name", say("power-map.why-stands-in")) if gaps else ("notes", say("power-map.why-second"))
    if not any(use in ("name", "from") for use, _ in uses):
        place = next(
            (place for place, column in enumerate(values) if _mostly(_is_words(each) for each in column if each)), 0
        )
        uses[place] = ("name", say("power-map.why-first-words"))
    return uses


def _is_words(value: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", value))


def _mostly(each: Iterable[bool]) -> bool:
    all_ = list(each)
    return bool(all_) and sum(all_) >= MOSTLY * len(all_)


def _samples(column: list[str]) -> tuple[str, ...]:
    different = list(dict.fromkeys(each for each in column if each))
    return tuple(each if len(each) <= LONGEST_SAMPLE else f"{each[:LONGEST_SAMPLE]}…" for each in different[:SAMPLES])


def in_words(column: Column) -> str:
    """The samples of a column, as they are shown."""
    return comma_listed(say("power-map.heading", heading=each) for each in column.samples)
