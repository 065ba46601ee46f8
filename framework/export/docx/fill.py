"""A form's blank Word file, filled in.

The file is our own, so its text is changed as text: `publish/word/document.xml` says what shape each control, row and
paragraph has. All else in the file stays as the build made it.
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import count

from framework.core.words import say
from framework.draw.svg import escape
from framework.export.docx.names import (
    ANSWER_STYLE,
    CHECKED,
    EMPTY_STYLE,
    HEADING_STYLE,
    NOTE_STYLE,
    TICK,
    UNCHECKED,
    name_of,
    tag_of,
    title_of,
)
from framework.export.form import DAY, ROW_HEADING, Answers, Form, FormField, day_out, tidy

FIRST_HEADING = re.compile(r'<w:p><w:pPr><w:pStyle w:val="Heading\d"/>')
ROW = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)
TAG = re.compile(r'<w:tag w:val="([^"]*)"/>')
FIRST_CELL = re.compile(r"(<w:tc>.*?)<w:p>.*?</w:p>", re.DOTALL)
ANSWER = re.compile(
    r'<w:p><w:pPr><w:pStyle w:val="(\w+)"/></w:pPr>(<w:sdt>(?:(?!</w:sdt>).)*</w:sdt>)</w:p>', re.DOTALL
)
TICKED = re.compile(r"<w:sdt>(?:(?!</w:sdt>).)*<w14:checkbox>.*?</w:sdt>", re.DOTALL)
CONTENT = re.compile(r"<w:sdtContent>.*</w:sdtContent>", re.DOTALL)
ID = re.compile(r'<w:id w:val="(\d+)"/>')
ALIAS = re.compile(r'<w:alias w:val="[^"]*"/>')
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters of Hebrew, Arabic and their relatives."""
BY_DIRECTION = re.compile(
    rf"{RIGHT_TO_LEFT.pattern}(?:[^\w]*{RIGHT_TO_LEFT.pattern})*|(?:(?!{RIGHT_TO_LEFT.pattern}).)+", re.DOTALL
)
"""A stretch of letters that run to the left, with the signs and spaces between them, or one without any."""
LETTER = re.compile(r"[^\W\d_]")


def filled(document: str, form: Form, answers: Answers, above: str = "") -> str:
    """The text of the blank file's main part, with these answers in it, and `above` all of them some paragraphs."""
    for each in form.fields:
        if each.kind == "table":
            document = _with_rows(document, form, each, answers)
    if above := "".join([*map(note, form.notes(answers)), above]):
        document = FIRST_HEADING.sub(lambda found: f"{above}{found[0]}", document, count=1)
    document = TICKED.sub(partial(_ticked, form, answers), document)
    return ANSWER.sub(partial(_answered, form, answers), document)


def note(words: str) -> str:
    """A paragraph that looks as what is said of the form above it."""
    return f'<w:p><w:pPr><w:pStyle w:val="{NOTE_STYLE}"/></w:pPr>{_runs(words)}</w:p>'


def _with_rows(document: str, form: Form, table: FormField, answers: Answers) -> str:
    """With a copy of a table's last row for each row that the form does not have."""
    own = table.row_keys({})
    added = table.row_keys(answers)[len(own) :]
    if not added or not own:
        return document
    last = tag_of(f"{table.id}.{own[-1]}.{next(iter(table.columns))}", form.tool)
    row = next(found for found in ROW.finditer(document) if f'<w:tag w:val="{last}"/>' in found[0])
    ids = count(max(int(found) for found in ID.findall(document)) + 1)
    copies = "".join(_copied(row[0], form, table, number, ids) for number in added)
    return document[: row.end()] + copies + document[row.end() :]


def _copied(row: str, form: Form, table: FormField, number: str, ids: Iterator[int]) -> str:
    """A row under another number. Where rows have names, its own heading is an answer too."""
    if table.named:
        first = FIRST_CELL.search(row)
        control = ANSWER.search(row)
        assert first, table.id
        assert control, table.id
        head = TAG.sub(f'<w:tag w:val="{tag_of(f"{table.id}.x.{ROW_HEADING}", form.tool)}"/>', control[0])
        head = head.replace(f'w:val="{control[1]}"', f'w:val="{HEADING_STYLE}"', 1)
        row = row[: first.start()] + first[1] + head + row[first.end() :]

    def renamed(found: re.Match[str]) -> str:
        tag = TAG.search(found[2])
        assert tag
        column = name_of(tag[1], form.tool).rpartition(".")[2]
        heading = say("word.row-heading") if column == ROW_HEADING else table.columns[column]
        title = title_of(say("form.cell", column=heading, row=say("form.row", number=number)))
        control = TAG.sub(f'<w:tag w:val="{tag_of(f"{table.id}.{number}.{column}", form.tool)}"/>', found[2])
        control = ID.sub(f'<w:id w:val="{next(ids)}"/>', control)
        control = ALIAS.sub(lambda _: f'<w:alias w:val="{escape(title)}"/>', control)
        return found[0].replace(found[2], control)

    return ANSWER.sub(renamed, row)


def _ticked(form: Form, answers: Answers, found: re.Match[str]) -> str:
    """A box, ticked where it was."""
    tag = TAG.search(found[0])
    field, _, option = name_of(tag[1], form.tool).partition(TICK) if tag else ("", "", "")
    if option not in answers.get(field, ()):
        return found[0]
    ticked = found[0].replace('<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>')
    return ticked.replace(f"<w:t>{UNCHECKED}</w:t>", f"<w:t>{CHECKED}</w:t>")


def _answered(form: Form, answers: Answers, found: re.Match[str]) -> str:
    """A paragraph that holds an answer."""
    style, control = found[1], found[2]
    tag = TAG.search(control)
    name = name_of(tag[1], form.tool) if tag else ""
    given = answers.get(name, ())
    text = tidy(form.shown(name, given)) if given else ""
    if not text.strip():
        return found[0]
    if form.field_of(name).kind == "line":
        text = " ".join(text.split("\n"))
    first = LETTER.search(text)
    turned = "<w:bidi/>" if first and RIGHT_TO_LEFT.match(first[0]) else ""
    day = DAY.fullmatch(given[0])
    if day and "<w:date>" in control:
        control = control.replace("<w:date>", f'<w:date w:fullDate="{given[0]}T00:00:00Z">')
        text = day_out(given[0])
    control = control.replace("<w:showingPlcHdr/>", "")
    control = CONTENT.sub(lambda _: f"<w:sdtContent>{_runs(text)}</w:sdtContent>", control)
    look = ANSWER_STYLE if style == EMPTY_STYLE else style
    return f'<w:p><w:pPr><w:pStyle w:val="{look}"/>{turned}</w:pPr>{control}</w:p>'


def _runs(text: str) -> str:
    r"""A text as runs, each of one direction; a new line is a break.

    >>> _runs("a\nb")
    '<w:r><w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t></w:r>'
    """
    return "".join(
        f"<w:r>{'<w:rPr><w:rtl/></w:rPr>' if RIGHT_TO_LEFT.match(part) else ''}{_letters(part)}</w:r>"
        for part in BY_DIRECTION.findall(text)
    )


def _letters(text: str) -> str:
    marked = re.sub(r"[\n\t]", lambda sign: "\0" + ("<w:br/>" if sign[0] == "\n" else "<w:tab/>") + "\0", escape(text))
    pieces = (each for each in marked.split("\0") if each)
    breaks = ("<w:br/>", "<w:tab/>")
    return "".join(each if each in breaks else f'<w:t xml:space="preserve">{each}</w:t>' for each in pieces)
