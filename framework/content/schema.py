"""The JSON Schema of a class of the model, with what each key means."""

from typing import Any

from pydantic import TypeAdapter

from framework.core.item import Item, Shape


def json_schema(kind: type[Shape], base: type[Shape] = Item) -> dict[str, Any]:
    """The schema of `kind`. Keys that come from `base` are explained as they are there."""
    schema = TypeAdapter(kind).json_schema()
    inherited = TypeAdapter(base).json_schema()["properties"]
    for entry in entries(schema):
        for key, value in entry["properties"].items():
            if key in inherited and "description" in inherited[key]:
                value.setdefault("description", inherited[key]["description"])
    return schema


def entries(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schema itself and those that it is made of, as far as they have keys."""
    return [entry for entry in (schema, *schema.get("$defs", {}).values()) if "properties" in entry]
