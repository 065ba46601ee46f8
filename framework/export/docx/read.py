"""The answers in a Word file that comes back: by the tags of its controls, and where an editor threw these away, by
headings and by places in tables.

Nothing that somebody wrote is passed over: what has no place on the form is told, with where it stood.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from framework.core.characters import clean
from framework.core.words import say
from framework.export.docx.content import Block, Cell, Comment, Control, Paragraph, Table, written
from framework.export.docx.names import CHECKED, TICK, UNCHECKED, name_of
from framework.export.form import DAY, MOST_LETTERS, MOST_ROWS, ROW_HEADING, Answers, Form, FormField, tidy

TICKS = (CHECKED, "☑", "✓", "✔", "✗", "✘", "[x]", "[X]")
"""What people and programs put for a box that is ticked."""
DAY_FIRST = re.compile(r"(\d{1,2})[./\s-]+(\d{1,2}|[^\W\d_]{3,12})[.,/\s-]+(\d{4})")
NUMBER = re.compile(r"-?\d{1,15}([.,]\d{1,15})?")
IN_TABLES = ("table", "sides")


@dataclass
class Found:
    """What was found in a file."""

    answers: dict[str, list[str]] = field(default_factory=dict)
    """The answers by name, the empty ones too: what has a place in the file, and nothing in it."""
    unplaced: list[tuple[str, str]] = field(default_factory=list)
    """What has no place on the form: where it stood, and what it says."""
    comments: list[tuple[str, str, Comment]] = field(default_factory=list)
    """Where each comment stands, the id of the field that it is on, where it is on one, and what it says."""


def read(form: Form, blank: list[Block], document: list[Block], said: dict[str, Comment], ours: Answers) -> Found:
    """The answers in a document. `blank` is the empty form; `ours` are the answers that a page has already.

    A row that was added gets the number of a row of ours that says the same, else one that is not taken yet.
    """
    return _Reading(form, blank, ours, said, document).found


def _same(text: str) -> str:
    """A text as it is held against others: programs change spaces, and people capitals."""
    return " ".join(text.split()).casefold()


def _texts(blocks: Iterable[Block]) -> set[str]:
    """All that some blocks say."""
    return {_same(text) for block in blocks for each in _paragraphs(block) for text in _all(each)}


def _all(paragraph: Paragraph) -> Iterator[str]:
    yield paragraph.text
    yield paragraph.around
    yield from (each.text for each in paragraph.controls)


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    else:
        yield from (each for row in block.rows for cell in row for each in cell.paragraphs)


class _Reading:
    """Goes through a document, and remembers under which heading it is."""

    def __init__(
        self, form: Form, blank: list[Block], ours: Answers, said: dict[str, Comment], document: list[Block]
    ) -> None:
        self.form = form
        self.known = _texts(blank)
        """All that the empty form says; and what it says outside of tables."""
        self.lines = _texts(block for block in blank if isinstance(block, Paragraph)) | {
            _same(say("word.from-example"))
        }
        self.ours = ours
        self.said = said
        self.found = Found()
        self.labels = {_same(each.label): each for each in form.fields}
        self.parts = {_same(each.part): each.part for each in form.fields if each.part}
        self.tagged = {
            found[0].id
            for block in document
            for each in _paragraphs(block)
            for control in each.controls
            if (found := self.field_of(control))
        }
        self.current: FormField | None = None
        self.where = form.name
        self.loose: dict[str, list[Paragraph]] = {}
        """What stands below the heading of a field that has no control any more."""
        self.ticked: dict[str, set[str]] = {}
        self.filled: set[str] = set()
        """The tables that were found already."""
        for block in document:
            if isinstance(block, Paragraph):
                self.paragraph(block)
            else:
                self.table(block)
        for id_, paragraphs in self.loose.items():
            self.give(self.form.by_id[id_], id_, written(paragraphs))
        for id_, options in self.ticked.items():
            self.found.answers[id_] = [each for each in form.by_id[id_].options if each in options]

    def field_of(self, control: Control) -> tuple[FormField, str] | None:
        """The field that a control belongs to, and the name of its answer; None where it is none of the form's."""
        name = name_of(control.tag, self.form.tool)
        id_ = ".".join(name.partition(TICK)[0].split(".")[:2])
        found = self.form.by_id.get(id_)
        return (found, name) if found else None

    def tell(self, text: str, where: str = "") -> None:
        """Note what has no place, unless it is the form's own."""
        if _same(text) and _same(text) not in self.known:
            self.found.unplaced.append((where or self.where, clean(text.strip())))

    def comment(self, ids: Iterable[str], where: str) -> None:
        for id_ in ids:
            if id_ in self.said and not any(self.said[id_] is each for *_, each in self.found.comments):
                self.found.comments.append((where, self.current.id if self.current else "", self.said[id_]))

    # Paragraphs.

    def paragraph(self, paragraph: Paragraph) -> None:
        owned = [(control, found) for control in paragraph.controls if (found := self.field_of(control))]
        text = _same(paragraph.text)
        if owned:
            self.current = owned[0][1][0]
            self.where = self.current.label
            self.by_tags(paragraph, owned)
        elif text in self.labels:
            self.current = self.labels[text]
            self.where = self.current.label
            self.below(self.current)
        elif text in self.parts:
            self.current, self.where = None, self.parts[text]
        elif text and text not in self.lines:
            self.loose_words(paragraph)
        self.comment(paragraph.comments, self.where)

    def below(self, heading: FormField) -> None:
        """Remember that what follows may belong to a field whose controls are gone."""
        if heading.id in self.tagged or heading.kind in IN_TABLES:
            return
        if heading.kind == "ticks":
            self.ticked.setdefault(heading.id, set())
        else:
            self.loose.setdefault(heading.id, [])

    def by_tags(self, paragraph: Paragraph, owned: list[tuple[Control, tuple[FormField, str]]]) -> None:
        (_, (first, name)), *more = owned
        if first.kind == "ticks":
            for control, (each, tag) in owned:
                options = self.ticked.setdefault(each.id, set())
                if control.ticked:
                    options.add(tag.partition(TICK)[2])
            self.tell(paragraph.around)
        elif not more and len(paragraph.controls) == 1:
            self.give(first, name, written([paragraph]), owned[0][0].day)
        else:
            for control, (each, tag) in owned:
                self.give(each, tag, "" if control.empty else control.text, control.day)
            self.tell(paragraph.around)

    def loose_words(self, paragraph: Paragraph) -> None:
        now = self.current
        if now and now.id in self.ticked and now.id not in self.tagged:
            mark = next((each for each in TICKS if paragraph.text.strip().startswith(each)), "")
            said = _same(paragraph.text.strip().removeprefix(mark).removeprefix(UNCHECKED))
            option = next((key for key, words in now.options.items() if _same(words) == said), "")
            if option and mark:
                self.ticked[now.id].add(option)
            elif not option:
                self.tell(paragraph.text)
        elif now and now.id in self.loose:
            self.loose[now.id].append(paragraph)
        else:
            self.tell(paragraph.text)

    # Tables.

    def table(self, table: Table) -> None:
        owner = self.owner(table)
        if owner is None:
            for row in table.rows:
                for cell in row:
                    self.tell(cell.text)
                    self.comment(cell.comments, self.where)
            return
        self.current, self.where = owner, owner.label
        self.filled.add(owner.id)
        heads = [_same(cell.text) for cell in table.rows[0]] if table.rows else []
        headed = bool({*heads} & {_same(each) for each in owner.headings}) and not self.own_cells(table.rows[0], owner)
        columns = self.columns(table, owner, heads if headed else [])
        rows = table.rows[1:] if headed else table.rows
        if headed:
            for cell in table.rows[0]:
                self.tell(cell.text)
                self.comment(cell.comments, self.where)
        if owner.kind == "sides":
            self.sides(owner, rows, columns)
        else:
            self.rows(owner, rows, columns)

    def own_cells(self, row: list[Cell], owner: FormField) -> list[tuple[int, str]]:
        """The cells of a row that have a control of this field: where, and the name of the answer."""
        return [
            (place, found[1])
            for place, cell in enumerate(row)
            for control in cell.controls
            if (found := self.field_of(control)) and found[0] is owner
        ]

    def owner(self, table: Table) -> FormField | None:
        """The field that a table is the answer to."""
        counted = Counter(
            found[0].id
            for row in table.rows
            for cell in row
            for control in cell.controls
            if (found := self.field_of(control)) and found[0].kind in IN_TABLES
        )
        if counted:
            return self.form.by_id[counted.most_common(1)[0][0]]
        if self.current and self.current.kind in IN_TABLES and self.current.id not in self.filled:
            return self.current
        heads = {_same(cell.text) for cell in table.rows[0]} if table.rows else set()
        for each in self.form.fields:
            if (
                each.kind in IN_TABLES
                and each.id not in self.filled
                and {_same(head) for head in each.headings} <= heads
            ):
                return each
        return None

    def columns(self, table: Table, owner: FormField, heads: list[str]) -> dict[int, str]:
        """What each column of a table holds, by its place: by tags, by heads, and at last by where it stands."""
        keys = [*([ROW_HEADING] if owner.named else ()), *owner.keys]
        found: dict[int, str] = {}
        for row in table.rows:
            for place, name in self.own_cells(row, owner):
                found.setdefault(place, name.rpartition(".")[2])
        for place, head in enumerate(heads):
            by_head = [key for key, words in zip(keys, owner.headings, strict=True) if _same(words) == head]
            if by_head and by_head[0] not in found.values():
                found.setdefault(place, by_head[0])
        width = max((len(row) for row in table.rows), default=0)
        if width == len(keys):
            for place, key in enumerate(keys):
                if key not in found.values():
                    found.setdefault(place, key)
        return found

    def sides(self, owner: FormField, rows: list[list[Cell]], columns: dict[int, str]) -> None:
        texts: dict[str, list[str]] = {}
        for row in rows:
            for place, cell in enumerate(row):
                text = self.written(cell.text)
                if place in columns:
                    texts.setdefault(columns[place], []).append(text)
                else:
                    self.tell(text)
                self.comment(cell.comments, self.where)
        for side, said in texts.items():
            self.give(owner, f"{owner.id}.{side}", "\n".join(filter(None, said)))

    def rows(self, owner: FormField, rows: list[list[Cell]], columns: dict[int, str]) -> None:
        """The rows of a table. One that stands there a second time, or has no tags, is one that was added."""
        tagged = owner.id in self.tagged
        keys: dict[str, dict[str, str]] = {}
        new: list[dict[str, str]] = []
        positions = owner.row_keys(self.ours)
        for row in rows:
            said = {columns[place]: self.written(cell.text) for place, cell in enumerate(row) if place in columns}
            own = [name.removeprefix(f"{owner.id}.").partition(".")[0] for _, name in self.own_cells(row, owner)]
            key = next((each for each in own if each not in keys and self.may_be(owner, each)), "")
            if not key and owner.named and not own:
                key = self.named_key(owner, said.get(ROW_HEADING, ""))
            elif not key and not tagged and not owner.named:
                key = next((each for each in positions if each not in keys), "")
            if key and key not in keys:
                keys[key] = said
            elif any(said.values()):
                new.append(said)
            for place, cell in enumerate(row):
                if place not in columns:
                    self.tell(cell.text)
        for said in new:
            keys[self.new_key(owner, said, keys)] = said
        for key, said in keys.items():
            self.row(owner, key, said)
        if tagged or rows:
            self.emptied(owner, keys)
        for row, key in zip(rows, [*keys, *[""] * len(rows)], strict=False):
            for place, cell in enumerate(row):
                name = f"{owner.id}.{key}.{columns.get(place, '')}"
                self.comment(cell.comments, self.place(name) if name in self.found.answers else self.where)

    def place(self, name: str) -> str:
        return self.form.place(name, {**self.ours, **self.found.answers})

    def may_be(self, owner: FormField, key: str) -> bool:
        """Whether a row may have this key: one of the form's own, or a number within reason."""
        if key in owner.row_keys({}):
            return True
        return key.isascii() and key.isdigit() and 0 < int(key[:6]) <= MOST_ROWS

    def named_key(self, owner: FormField, words: str) -> str:
        """The row that has this name: one of the form's, or one that we added."""
        return next((k for k in owner.row_keys(self.ours) if _same(owner.row_words(k, self.ours)) == _same(words)), "")

    def new_key(self, owner: FormField, said: dict[str, str], taken: Iterable[str]) -> str:
        """The number of a row that was added: that of a row of ours that says the same, else the next that is free."""
        ours = owner.row_keys(self.ours)
        for key in ours:
            if key.isdigit() and key not in taken:
                there = {column: "\n".join(self.ours.get(f"{owner.id}.{key}.{column}", ())) for column in said}
                if there == said:
                    return key
        numbers = [int(key) for key in (*ours, *taken) if key.isdigit()]
        return str(max(numbers, default=0) + 1)

    def row(self, owner: FormField, key: str, said: dict[str, str]) -> None:
        own = owner.named and key in owner.row_keys({})
        for column, text in said.items():
            if column == ROW_HEADING and own:
                self.tell(text)
            elif column in owner.columns or (column == ROW_HEADING and owner.named):
                self.give(owner, f"{owner.id}.{key}.{column}", text)

    def emptied(self, owner: FormField, keys: Iterable[str]) -> None:
        """Note the rows of ours that are no longer there."""
        for key in owner.row_keys(self.ours):
            if key not in keys:
                for column in (ROW_HEADING, *owner.columns):
                    name = f"{owner.id}.{key}.{column}"
                    if self.ours.get(name):
                        self.found.answers.setdefault(name, [])

    # Answers.

    def written(self, text: str) -> str:
        """What was written; not what an empty place shows, in programs that no longer tell it from an answer."""
        shown = ("write", "write-cell", "date", "number", "choose")
        return "" if _same(text) in (_same(say(f"word.{each}")) for each in shown) else tidy(text)

    def give(self, owner: FormField, name: str, text: str, day: str = "") -> None:
        """Take in what was written as an answer, as far as it is one."""
        text = self.written(text)
        if owner.kind == "line":
            text = " ".join(text.split("\n"))
        value = self.value(owner, text, day)
        if value is None or len(value) > MOST_LETTERS:
            self.tell(text, owner.label)
            value = ""
        before = self.found.answers.get(name)
        if before and value:
            self.tell(value, owner.label)  # it stands there twice
            return
        self.found.answers[name] = [value] if value else []

    def value(self, owner: FormField, text: str, day: str) -> str | None:
        """What an answer says, as it is kept; None where it is not one of this kind."""
        said = text.strip()
        if not said or owner.kind not in ("date", "number", "choice"):
            return text if said else ""
        if owner.kind == "date":
            return day_in(said) or (day if DAY.fullmatch(day) else None)
        if owner.kind == "number":
            return said.replace(",", ".") if NUMBER.fullmatch(said) else None
        return next((key for key, words in owner.options.items() if _same(said) in (_same(words), _same(key))), None)


def day_in(text: str) -> str:
    """A day that people wrote, as 2027-03-31; empty where it is none.

    >>> day_in("31/3/2027"), day_in("2027-03-31"), day_in("31 March 2027"), day_in("31 Foo 2027"), day_in("45/3/2027")
    ('2027-03-31', '2027-03-31', '2027-03-31', '', '')
    """
    found = DAY.fullmatch(text)
    day, month, year = (found[3], found[2], found[1]) if found else ("", "", "")
    if not found and (written := DAY_FIRST.fullmatch(text)):
        day, month, year = written[1], written[2], written[3]
    if not day:
        return ""
    if not month.isdigit():
        months = [each.strip() for each in say("word.months").split(",")]
        short = _same(month)
        month = str(next((n for n, each in enumerate(months, 1) if _same(each).startswith(short)), 0))
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return ""
    return f"{year}-{int(month):02}-{int(day):02}"
