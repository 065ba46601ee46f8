"""What is kept of a tool that is a form: for each field, a list of texts."""

from typing import Any

from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.core.kept import FILLED_IN, Part, fits
from framework.core.words import say


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: one for each tool."""
    return {f"tool.{id_}": Part(name, _check, id_) for id_, name in guide.tools.items()}


def _check(part: str, value: Any) -> None:
    fits(FILLED_IN)(part, value)
    tool = part.removeprefix("tool.")
    for name in value:
        if not name.startswith(f"{tool}."):
            raise BadInput(say("group.not-asked", part=part, name=name[:60]), say("group.another-copy"))
