"""What several sides drew with a tool, laid over each other: each tool that has a canvas can be asked for it."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from framework.core.answers import unknown_request
from framework.core.guide import Guide
from framework.draw.overlay import Fact, Link, Mark, Told
from framework.draw.overlay_picture import lay
from framework.export.form import Answers, FormField, read_fields, words
from framework.tools import rooms

ENDS = ("from", "to", "what")
"""The columns of a table of links that say what runs where."""


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`form`, a tool's fields, and `sides`, the answers of each; what else, and what comes out, as for
    `framework.draw.overlay_picture.lay`.

    A tool's room may know better what a side drew: then it says so itself, in `overlay.py`. Of all others it is what
    stands in the rows of its marks and links.
    """
    fields = {each.id: each for each in read_fields(request.get("form"))}
    tool = next(iter(fields), "").partition(".")[0]
    name = tool.replace("-", "_")
    if tool not in guide.canvases or name not in rooms("call"):
        raise unknown_request()
    room = import_module(f"framework.tools.{name}.call")
    if name in rooms("overlay"):
        found: dict[str, Any] = room.answer(guide, {**request, "do": "lay"})
        return found
    spec = guide.canvases[tool]

    def drawn(answers: dict[str, list[str]]) -> Told:
        looked = room.answer(guide, {"do": "look", "form": request["form"], "answers": answers})
        marks = tuple(_mark(fields, answers, each) for each in looked["marks"])
        ids = {each.id for each in marks}
        links = (_link(fields.get(spec["links"] or ""), answers, each) for each in looked.get("links", ()))
        fitting = tuple(each for each in links if {each.start, each.end} <= ids)
        return Told(words(answers, spec["title"]).strip(), marks, fitting)

    return lay(request, drawn)


def _mark(fields: Mapping[str, FormField], answers: Answers, mark: Mapping[str, Any]) -> Mark:
    """A mark, with what stands in each cell of its rows but for its name."""
    rows = {table: row for table, row in mark["rows"].items() if table in fields}
    first = next(iter(rows), "")
    own = first and rows[first] in fields[first].row_keys({}) and fields[first].named
    facts = tuple(_facts(fields, answers, rows, mark["name"]))
    return Mark(mark["id"], mark["name"], facts, mark["kind"], f"{first}.{rows[first]}" if own else "")


def _facts(fields: Mapping[str, FormField], answers: Answers, rows: Mapping[str, str], name: str) -> Iterator[Fact]:
    for table, row in rows.items():
        for column, what in fields[table].columns.items():
            value = " ".join(words(answers, f"{table}.{row}.{column}").split())
            if value != name:
                yield Fact(f"{table}.{column}", what, value)


def _link(table: FormField | None, answers: Answers, link: Mapping[str, Any]) -> Link:
    """A link, with what stands in its row."""
    start, end, row = link["from"], link["to"], link["id"]
    if table is None:
        return Link(start, end, "", higher="end")
    what = words(answers, f"{table.id}.{row}.what").strip()
    facts = (
        Fact(column, heading, words(answers, f"{table.id}.{row}.{column}").strip())
        for column, heading in table.columns.items()
        if column not in ENDS
    )
    return Link(start, end, what, tuple(facts), "end")
