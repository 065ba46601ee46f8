"""The pictures of a group's documents, as they stand in Word: of a tool that has a canvas what it draws, and what is
counted again and again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from framework.core.guide import Guide
from framework.draw.paint import painted
from framework.draw.series import PAINT
from framework.export.counts import charts
from framework.export.form import Answers, FormField, day_out
from framework.export.xml_tree import parsed


@dataclass(frozen=True)
class Drawn:
    """A picture with its colours in it."""

    svg: str
    words: str
    """What it shows, for those who do not see it."""


def pictures(
    guide: Guide,
    fields: Sequence[dict[str, Any]],
    answers: Answers,
    earlier: Sequence[Mapping[str, Any]],
    colours: Mapping[str, Any],
) -> list[Drawn]:
    """The pictures of a document, by the fields of its form as plain data.

    `earlier` are its forms of earlier times, each with its `day` and what was `filled` in. Where nothing is to be drawn
    yet, there are none.
    """
    form = [FormField(**each) for each in fields]
    tool = form[0].id.partition(".")[0] if form else ""
    return [*_canvas(guide, tool, fields, answers, colours), *_charts(form, answers, earlier, colours)]


def _canvas(
    guide: Guide, tool: str, fields: Sequence[dict[str, Any]], answers: Answers, colours: Mapping[str, Any]
) -> Iterator[Drawn]:
    """What the tool's room draws, in words too as it says them itself."""
    tables = guide.canvases[tool]["tables"] if tool in guide.canvases else ()
    if any(name.startswith(f"{table}.") and any(texts) for table in tables for name, texts in answers.items()):
        room = import_module(f"framework.tools.{tool.replace('-', '_')}.call")
        asked = {"do": "draw", "form": fields, "answers": answers, "colours": colours}
        svg = room.answer(guide, asked)["picture"]
        yield Drawn(svg, _told(svg))


def _told(svg: str) -> str:
    """What a picture says of itself: what it is called, and what it shows."""
    top = parsed(svg.encode())
    found = (top.child(name) for name in ("title", "desc"))
    return "\n".join("".join(each.texts()) for each in found if each)


def _charts(
    form: Sequence[FormField], answers: Answers, earlier: Sequence[Mapping[str, Any]], colours: Mapping[str, Any]
) -> Iterator[Drawn]:
    times = [(day_out(each["day"]), each["filled"]) for each in earlier if each["filled"] != answers]
    for chart in charts(form, [*times, ("", answers)]):
        yield Drawn(painted(chart.poster, PAINT, colours), "\n".join([chart.title, *chart.lines]))
