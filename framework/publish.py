"""What the site gives away: the framework as JSON, and the JSON Schemas that help people to edit the YAML."""

import json
from dataclasses import replace
from typing import Any

from framework.brand import Brand, Palette
from framework.model import Framework, collections
from framework.plain import to_plain
from framework.schema import json_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def framework_json(framework: Framework) -> str:
    """The whole framework as one JSON text. `framework.plain.from_plain` reads it back."""
    return json.dumps(to_plain(framework), ensure_ascii=False, separators=(",", ":"))


def browser_json(framework: Framework) -> str:
    """What the tools in the browser lean on, as one JSON text of the same shape: the rest would only make them wait."""
    tools = tuple(replace(tool, about="", steps=(), tips=(), fields=(), also_called=()) for tool in framework.tools)
    principles = tuple(replace(each, questions=(), found_by=()) for each in framework.principles)
    lean = replace(framework, tools=tools, principles=principles, sections=(), case_studies=(), glossary=())
    return framework_json(lean)


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of YAML file, by the name of its folder; 'brand' is that of `brand.yaml`."""
    found = {name: _one_or_many(json_schema(kind)) for name, kind in collections().items()}
    found["brand"] = {"$schema": DIALECT, **json_schema(Brand, base=Palette)}
    return found


def _one_or_many(schema: dict[str, Any]) -> dict[str, Any]:
    """A file holds one item, or a list of them."""
    shared = schema.pop("$defs", {})
    return {
        "$schema": DIALECT,
        "$defs": {**shared, "Entry": schema},
        "anyOf": [{"$ref": "#/$defs/Entry"}, {"type": "array", "items": {"$ref": "#/$defs/Entry"}}],
    }
