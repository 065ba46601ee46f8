"""What the page of a form may ask about what is sent on from it, and about the form of the next time."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from framework.core.answers import BadInput, unknown_request
from framework.core.guide import Guide
from framework.core.kept import Part
from framework.core.words import say
from framework.export.carry import is_repeated, next_form, rows_to_carry
from framework.export.counts import charts
from framework.export.form import DAY, FROM_EXAMPLE, Answers, FormField, day_out, read_answers, read_fields
from framework.group.onward import Fresh, takers, to_send, with_these
from framework.group.workspace import parts

EARLIER = "earlier."
"""How the name of the part begins that holds forms of earlier times (`framework.tools.form.kept`)."""


@dataclass(frozen=True)
class Asked:
    """A request, with what it brings checked."""

    guide: Guide
    form: tuple[FormField, ...]
    answers: Answers
    kept: dict[str, Any]
    """Of the parts that take something, what the device keeps."""
    known: dict[str, Part]
    take: set[str]

    @property
    def fresh(self) -> list[Fresh]:
        """What is to be sent and is nowhere yet, each once. What began with the made-up example is not sent."""
        if any(name.endswith(f".{FROM_EXAMPLE}") for name in self.answers):
            return []
        there = {each["id"] for taker in takers().values() for each in taker.entries(self.kept.get(taker.PART))}
        return list({each.id: each for each in to_send(self.form, self.answers) if each.id not in there}.values())

    @property
    def day(self) -> str:
        """The day that the form is about: that of its first date on which it is not looked at again."""
        dates = (each.id for each in self.form if each.kind == "date" and not each.due)
        told = "".join(self.answers.get(next(dates, ""), ()))
        return told if DAY.fullmatch(told) else ""


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`do`, `form`, its fields, `answers`, and `kept`, the group's parts in; see each function below for what comes
    out. `take` names what was chosen, by `id`.
    """
    do, kept, take = request.get("do"), request.get("kept"), request.get("take", [])
    if not isinstance(do, str) or do not in DOES or not isinstance(kept, dict) or not isinstance(take, list):
        raise unknown_request()
    form = read_fields(request.get("form"))
    _check(form)
    known = parts(guide)
    wanted = {f"{EARLIER}{form[0].id.partition('.')[0]}", *(taker.PART for taker in takers().values())} if form else ()
    own = {name: kept[name] for name in wanted if name in kept and name in known}
    for name, value in own.items():
        known[name].check(name, value)
    return DOES[do](Asked(guide, form, read_answers(request.get("answers")), own, known, {*map(str, take)}))


def _check(form: tuple[FormField, ...]) -> None:
    """See that what a form carries and sends is there: the build has seen it, and a page may send anything."""
    by_id = {each.id: each for each in form}
    for field in form:
        carried = field.carries.items() if not isinstance(field.carries, str) else ()
        for source, columns in carried:
            from_ = by_id[source].columns if source in by_id else {}
            lists = columns.items() if isinstance(columns, dict) else [("", None)]
            if not all(isinstance(some, list) and some and {*map(str, some)} <= {*from_} for _, some in lists):
                raise unknown_request()


def _look(asked: Asked) -> dict[str, Any]:
    """What can be `sent`, by where to; what can be `carried` into the form of the next time, by field; and whether it
    is `repeated` at all.
    """
    sent = [
        {
            "title": asked.known[takers()[to].PART].title,
            "entries": [_shown(each) for each in some],
        }
        for to, some in groupby(sorted(asked.fresh, key=lambda each: each.to), key=lambda each: each.to)
    ]
    rows = [
        {
            "label": field.label,
            "rows": [
                {"id": row.key, "words": _line(row.cells.values()), "open": row.open, "done": not row.open}
                for row in some
            ],
        }
        for field, some in groupby(rows_to_carry(asked.form, asked.answers), key=lambda row: row.field)
    ]
    return {"sent": sent, "carried": rows, "repeated": is_repeated(asked.form)}


def _send(asked: Asked) -> dict[str, Any]:
    """The `parts` that take what was chosen, as they are then, and the `count` of what was sent."""
    chosen = [each for each in asked.fresh if each.id in asked.take]
    return {"parts": with_these(asked.guide, chosen, asked.kept, asked.day), "count": len(chosen)}


def _next(asked: Asked) -> dict[str, Any]:
    """The form of the next time, `filled` with what was chosen and with what stays; and the `day` of this one."""
    return {"filled": next_form(asked.form, asked.answers, asked.take), "day": asked.day}


def _draw(asked: Asked) -> dict[str, Any]:
    """What is counted again and again, over the earlier times and this one: `charts`, each a `title`, its picture,
    `svg`, and `lines`, the same in words. Raises where nothing is counted yet.
    """
    tool = asked.form[0].id.partition(".")[0] if asked.form else ""
    earlier = [(day_out(each["day"]), each["filled"]) for each in asked.kept.get(f"{EARLIER}{tool}", ())]
    found = list(charts(asked.form, [*earlier, (day_out(asked.day), asked.answers)]))
    if not found:
        raise BadInput(say("counts.nothing"), say("counts.nothing-mend"))
    return {"charts": [{"title": each.title, "svg": each.svg, "lines": each.lines} for each in found]}


def _shown(each: Fresh) -> dict[str, str]:
    return {"id": each.id, "words": _line(each.told.values())}


def _line(texts: Any) -> str:
    return " · ".join(text.strip() for text in texts if text.strip())


DOES: dict[str, Callable[[Asked], dict[str, Any]]] = {"look": _look, "send": _send, "next": _next, "draw": _draw}
