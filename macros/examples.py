"""Examples of the widgets, answered at build time by the same Python that answers in the browser."""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from framework.model import Framework
from framework.opened import Opened
from framework.publish import browser_json

WIDGETS = Path(__file__).parents[1] / "overrides" / "widgets"


@cache
def examples(widget: str) -> dict[str, dict[str, Any]]:
    """What a widget may ask of Python, by the name of each example."""
    found = yaml.safe_load((WIDGETS / widget / "examples.yaml").read_text(encoding="utf-8"))
    return {example["id"]: example for example in found}


def answered(framework: Framework, widget: str, id_: str) -> dict[str, Any]:
    """An example with the answer that Python gives: `title`, `asked`, and all that the call answers."""
    asked = examples(widget)[id_]
    call = import_module(f"framework.calls.{asked['call']}")
    return {**call.answer(Opened(browser_json(framework)), asked), "title": asked["title"], "asked": asked}
