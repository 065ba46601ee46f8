"""The widgets' examples: what a page shows as one is read by people, and so is said as all else is."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from framework.content.retell import Said, with_edges
from framework.content.roles import in_our_words

WIDGETS = Path(__file__).parents[2] / "overrides" / "widgets"
WORDS = {"title", "name", "proposal", "decision", "who", "reason", "notes"}
"""The keys whose texts people read. Others hold ids, codes and whole files."""


def examples(widget: str, said: Said = in_our_words) -> dict[str, dict[str, Any]]:
    """What a widget may ask of Python, by the name of each example."""
    return {each["id"]: _retold(each, context_of(widget), "", said) for each in _written(widget)}


def context_of(widget: str) -> str:
    """The context of all texts in a widget's examples.

    >>> context_of("power-map")
    'power-map examples'
    """
    return f"{widget} examples"


def widgets_with_examples() -> list[str]:
    """The names of the widgets that have examples."""
    return sorted(path.parent.name for path in WIDGETS.glob("*/examples.yaml"))


def _written(widget: str) -> list[dict[str, Any]]:
    return _read((WIDGETS / widget / "examples.yaml").read_text(encoding="utf-8"))


@cache
def _read(text: str) -> list[dict[str, Any]]:
    """By its text, for a site that is served is built again and again."""
    found: list[dict[str, Any]] = yaml.safe_load(text)
    return found


def _retold(part: Any, context: str, key: str, said: Said) -> Any:
    if isinstance(part, dict):
        return {name: _retold(each, context, name, said) for name, each in part.items()}
    if isinstance(part, list):
        return [_retold(each, context, key, said) for each in part]
    return with_edges(f"{context} {key}", part, said) if isinstance(part, str) and key in WORDS else part
