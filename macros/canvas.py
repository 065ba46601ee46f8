"""The canvas of a tool: its worked example as a picture at build time, and what the page needs to work on it."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from framework.browser import Door
from framework.content.model import Framework, MarkKind, Tool
from framework.content.worked_examples import entries
from framework.published import browser_json, form_fields

SIZES = ("wide", "narrow")


@dataclass(frozen=True)
class Drawn:
    """A tool's worked example, as its canvas tells it."""

    pictures: dict[str, str]
    """By size."""
    told: dict[str, Any]
    """All else that the tool's room says of it."""


def canvas(framework: Framework, tool: Tool) -> Drawn | None:
    """The worked example of a tool as a picture. None where the tool has neither canvas nor
    picture, or no example.

    It is asked of the tool's room through the same door as in the browser.
    """
    example = next((each for each in framework.worked_examples if each.tool == tool.id), None)
    if not (tool.canvas or tool.pictured) or example is None:
        return None
    door = _door(browser_json(framework))
    asked = {"call": room(tool), "do": "look", "form": form_fields(tool), "answers": entries(tool, example)}
    told = {
        size: json.loads(door.answer(json.dumps({**asked, "size": size, "id": f"example_{size}"})))["ok"]
        for size in SIZES
    }
    return Drawn({size: each["picture"] for size, each in told.items()}, told[SIZES[0]])


def room(tool: Tool) -> str:
    """The room in `framework/tools/` that knows a tool's canvas.

    >>> from framework.content.check import checked
    >>> room(next(each for each in checked().tools if each.id == "governance-diagram"))
    'governance_diagram'
    """
    return tool.id.replace("-", "_")


def canvas_fields(tool: Tool) -> dict[str, Any]:
    """Which fields of a tool's form its canvas draws, and what they are called there. Empty where it has no canvas.

    Each kind of mark tells of its `tables`: their `id`; `own`, the column in which a row's own name stands, if there is
    one; whether rows are `headed` by a name; and all other `columns`, with their headings.
    """
    if tool.canvas is None:
        return {}
    kinds = [
        {"id": id_, "name": kind.name, "add": kind.add, "new": kind.new, "tables": _tables(tool, kind)}
        for id_, kind in tool.canvas.kinds.items()
    ]
    return {"title": tool.canvas.title, "kinds": kinds, "links": tool.canvas.links, "follow": tool.canvas.follow}


def _tables(tool: Tool, kind: MarkKind) -> list[dict[str, Any]]:
    fields = {field.id: field for field in tool.fields}
    found = []
    for nth, id_ in enumerate(kind.tables):
        columns, headed = fields[id_].columns, isinstance(fields[id_].rows, dict)
        own = (kind.named_in if nth == 0 else None) or (None if nth and headed else next(iter(columns)))
        others = {column: heading for column, heading in columns.items() if column != own}
        found.append({"id": id_, "own": own, "headed": headed, "columns": others})
    return found


@cache
def _door(published: str) -> Door:
    return Door(published)
