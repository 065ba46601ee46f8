"""What is kept of a tool that is a form: for each field, a list of texts; and the same of earlier times."""

from typing import Any

from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.core.kept import FILLED_IN, KeptShape, Part, fits
from framework.core.words import say

EARLIER: KeptShape = [{"id": str, "day": str, "filled": FILLED_IN}]
"""Forms of earlier times, such as the minutes of each meeting, the oldest first. `day` is what each is about."""


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: two for each tool, its form and those of earlier times."""
    forms = {f"tool.{id_}": Part(name, _check, id_) for id_, name in guide.tools.items()}
    earlier = {
        f"earlier.{id_}": Part(say("form.earlier-of", document=name), fits(EARLIER), id_)
        for id_, name in guide.tools.items()
    }
    return {**forms, **earlier}


def _check(part: str, value: Any) -> None:
    fits(FILLED_IN)(part, value)
    tool = part.removeprefix("tool.")
    for name in value:
        if not name.startswith(f"{tool}."):
            raise BadInput(say("group.not-asked", part=part, name=name[:60]), say("group.another-copy"))
