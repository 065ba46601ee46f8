"""Examples of the widgets, answered at build time by the same Python that answers in the browser."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from framework.browser import Door
from framework.content.model import Framework
from framework.published import browser_json

WIDGETS = Path(__file__).parents[1] / "overrides" / "widgets"


def examples(widget: str) -> dict[str, dict[str, Any]]:
    """What a widget may ask of Python, by the name of each example."""
    return _examples((WIDGETS / widget / "examples.yaml").read_text(encoding="utf-8"))


@cache
def _examples(text: str) -> dict[str, dict[str, Any]]:
    return {example["id"]: example for example in yaml.safe_load(text)}


def answered(framework: Framework, widget: str, id_: str) -> dict[str, Any]:
    """An example with the answer that Python gives: `title`, `asked`, and all that the call answers."""
    asked = examples(widget)[id_]
    answer = json.loads(Door(browser_json(framework)).answer(json.dumps(asked)))["ok"]
    return {**answer, "title": asked["title"], "asked": asked}
