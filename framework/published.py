"""What the site gives away: the framework as JSON, worked examples as forms keep them, and JSON Schemas of the YAML."""

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_args

from framework.content.address import address, words
from framework.content.model import Framework, Stage, Tool, collections, items, numbered_titles
from framework.content.said import said_in_browser
from framework.content.schema import json_schema
from framework.content.worked_examples import entries
from framework.core.as_data import as_data
from framework.core.questions import Statement
from framework.core.words import spoken
from framework.export.form import FormField
from framework.fork.brand import Brand, Palette
from framework.fork.changes import ADDED, STATEMENTS, Change

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT = {"type": "string", "minLength": 1}
SENTENCES: dict[str, Any] = {
    "type": "object",
    "description": "Sentences by key; the id of each is the file's name, a full stop and the key.",
    "propertyNames": {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    "additionalProperties": {
        "anyOf": [
            {**_TEXT, "description": "The sentence. '{name}' is a place that code fills, '{residents}' a role."},
            {
                "type": "object",
                "description": "Its forms for one and for any other number, by the place 'count'.",
                "properties": {"one": _TEXT, "other": _TEXT},
                "required": ["one", "other"],
                "additionalProperties": False,
            },
        ]
    },
}
"""The JSON Schema of a file of sentences."""


def framework_json(framework: Framework) -> str:
    """The whole framework as one JSON text. `framework.core.as_data.from_data` reads it back."""
    return json.dumps(as_data(framework), ensure_ascii=False, separators=(",", ":"))


def browser_json(framework: Framework) -> str:
    """What the tools in the browser lean on, as one JSON text: the rest would only make them wait.

    `assessments` and what tools find worth asking, `asks`, in full; `titles` of the principles, with their numbers;
    the names of the `tools`; of the days on which a group comes back to one of them, `due`, the fields' labels; the
    columns of tables in which days stand, `days`; of those that are drawn, `canvases`, which fields say what of them;
    by stage those that are first of use in it, `stages`; `links` to the principles, to duties and to all that the
    others name, each with its kind, words and address; and of the sentences that this process says those that Python
    says in the browser too.
    """
    assessments = as_data(framework.assessments)
    asks = as_data([ask for tool in framework.tools for ask in tool.asks])
    named = set(_texts([assessments, asks])) | {item.id for item in (*framework.principles, *framework.duties)}
    links = {
        item.id: {"kind": type(item).__name__.lower(), "words": words(item), "address": address(item)}
        for item in items(framework)
        if item.id in named
    }
    said = said_in_browser()
    data = {
        "sentences": {id_: text for id_, text in spoken().texts.items() if id_ in said},
        "plural": spoken().plural,
        "direction": spoken().direction,
        "assessments": assessments,
        "asks": asks,
        "titles": numbered_titles(framework),
        "tools": {tool.id: tool.name for tool in framework.tools},
        "due": {field.id: field.label for tool in framework.tools for field in tool.fields if field.due},
        "canvases": {
            tool.id: {"title": tool.canvas.title, "tables": tool.canvas.drawn, "links": tool.canvas.links}
            for tool in framework.tools
            if tool.canvas
        },
        "days": [
            {"table": field.id, "column": column, "of": of, "label": field.columns[column]}
            for tool in framework.tools
            for field in tool.fields
            for column, of in field.days.items()
        ],
        "stages": {
            stage: [tool.id for tool in framework.tools if tool.stages[0] == stage]
            for stage in get_args(Stage.__value__)
        },
        "links": links,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def form_fields(tool: Tool) -> list[dict[str, Any]]:
    """The form of a tool as plain data: what `framework.export.form.FormField` is made from."""
    wanted = [each.name for each in fields(FormField)]
    return [{name: value for name in wanted if (value := getattr(field, name))} for field in tool.fields]


def form_json(tool: Tool) -> str:
    """The same as one JSON text, for what compares drafts."""
    return json.dumps(form_fields(tool), ensure_ascii=False, separators=(",", ":"))


def worked_examples_json(framework: Framework) -> dict[str, str]:
    """By the id of a tool, what its form keeps when it is filled in as in its worked example, as a JSON text."""
    tools = {tool.id: tool for tool in framework.tools}
    return {
        example.tool: json.dumps(entries(tools[example.tool], example), ensure_ascii=False, separators=(",", ":"))
        for example in framework.worked_examples
    }


def _texts(plain: Any) -> Iterator[str]:
    """Every text in plain data, ids among them."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, (list, dict)):
        for part in plain.values() if isinstance(plain, dict) else plain:
            yield from _texts(part)


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of YAML file, by the name of its folder; 'brand' is that of `brand.yaml`."""
    found = {name: _one_or_many(json_schema(kind)) for name, kind in collections().items()}
    found["brand"] = {"$schema": DIALECT, **json_schema(Brand, base=Palette)}
    found["changes"] = _one_or_many(json_schema(Change, base=Change))
    found["sentences"] = {"$schema": DIALECT, **SENTENCES}
    for name in ADDED:
        kind = Statement if name == STATEMENTS else collections()[name]
        found[f"added_{name}"] = _one_or_many(_added(json_schema(kind)))
    return found


def _added(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of what a copy of the guide adds: it may say why, and need not say who says it."""
    reason = {"type": "string", "description": "Why it was added. Every reader can see this."}
    properties = {"reason": reason, **schema["properties"]}
    required = [key for key in schema["required"] if key != "origin"]
    return {**schema, "properties": properties, "required": required}


def _one_or_many(schema: dict[str, Any]) -> dict[str, Any]:
    """A file holds one item, or a list of them."""
    shared = schema.pop("$defs", {})
    return {
        "$schema": DIALECT,
        "$defs": {**shared, "Entry": schema},
        "anyOf": [{"$ref": "#/$defs/Entry"}, {"type": "array", "items": {"$ref": "#/$defs/Entry"}}],
    }
