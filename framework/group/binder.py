"""A group's documents, by stage of the project: what there is, whose draft is missing, what is agreed, what is overdue.

Each document has one thing to do next. Whether two drafts differ is worked out where they are laid side by side
(`framework.tools.drafts`); here only what is kept is read.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from framework.core.answers import DECIDING, SIDES, Side, side_name
from framework.core.days import span_in
from framework.core.guide import Guide
from framework.core.words import listed, say
from framework.export.calendar import day_of


def binder(guide: Guide, data: Mapping[str, Any], today: date) -> dict[str, Any]:
    """`stages`, each with the `documents` that a group has begun and those that it has `not_begun`; whether any is
    `begun`; how many actions of the plan are `overdue`, in words; and the `days` on which it comes back to documents.
    """
    stages = [_stage(guide, data, today, *each) for each in guide.stages.items()]
    days = [each for stage in stages for document in stage["documents"] for each in document["days"]]
    actions = data.get("action-plan", {}).get("actions", [])
    late = [each for each in actions if not each["done"] and _late(each["by"], today)]
    return {
        "stages": [each for each in stages if each["documents"] or each["not_begun"]],
        "begun": any(each["documents"] for each in stages),
        "days": sorted(days, key=lambda each: each["day"]),
        "overdue": say("binder.actions-overdue", count=len(late)) if late else "",
    }


def _stage(guide: Guide, data: Mapping[str, Any], today: date, stage: str, tools: list[str]) -> dict[str, Any]:
    documents = [document for id_ in tools if (document := _document(guide, data, today, id_))]
    begun = {each["id"] for each in documents}
    return {
        "stage_name": say(f"kinds.stage-{stage}"),
        "documents": documents,
        "not_begun": [{"id": id_, "title": guide.tools[id_]} for id_ in tools if id_ not in begun],
    }


def _document(guide: Guide, data: Mapping[str, Any], today: date, id_: str) -> dict[str, Any] | None:
    """What there is of one document; None where nothing is."""
    form = data.get(f"tool.{id_}", {})
    kept = data.get(f"drafts.{id_}", {"drafts": {}, "settled": {}, "agreed": []})
    if not form and not kept["drafts"] and not kept["agreed"] and f"earlier.{id_}" not in data:
        return None
    agreed = kept["agreed"][-1] if kept["agreed"] else None
    open_ = sum(each["choice"] == "open" for each in kept["settled"].values())
    drafts = [side for side in SIDES if side in kept["drafts"]]
    again = agreed["again"] if agreed else ""
    days = list(_days(guide, id_, form, kept, today))
    late = any(each["late"] for each in days)
    return {
        "id": id_,
        "title": guide.tools[id_],
        "state": _state(form, drafts, agreed),
        "agreed_on": agreed["day"] if agreed else "",
        "open": say("binder.open", count=open_) if open_ else "",
        "late": late,
        "again": again,
        "days": days,
        "next": say(f"binder.next-{_next(form, drafts, agreed, late)}", side=_missing(drafts)),
        "sides": [{"side": side, "side_name": side_name(side)} for side in drafts],
    }


def _days(guide: Guide, id_: str, form: Any, kept: Any, today: date) -> Iterator[dict[str, Any]]:
    """The days on which a group comes back to a document: those in its form, the one set when it was agreed, and those
    by which somebody settles what is not agreed; a day that is set twice is told once. And those still to come in its
    tables.
    """
    told: dict[str, str] = {}
    for settled in kept["settled"].values():
        if settled["choice"] == "open":
            told.setdefault(settled["by"], say("binder.day-settle"))
    for agreed in kept["agreed"][-1:]:
        told.setdefault(agreed["again"], say("binder.day-agreed"))
    for name, label in guide.due.items():
        if name.startswith(f"{id_}."):
            told.setdefault("".join(form.get(name, ())), label)
    written = [(day, why, _late(day, today)) for day, why in told.items()]
    # What a project comes to on its way is not late work of the group's: a day that has passed is no fault.
    written += [(day, why, False) for day, why in _in_tables(guide, id_, form) if not _late(day, today)]
    for day, why, late in written:
        if day_of({"by": day}):
            yield {"id": id_, "day": day, "title": guide.tools[id_], "why": why, "late": late}


def _in_tables(guide: Guide, id_: str, form: Any) -> Iterator[tuple[str, str]]:
    """The days that stand in a form's tables, each with what it is the day of. What is no whole day is passed over."""
    for each in guide.days:
        table, column = each["table"], each["column"]
        if not table.startswith(f"{id_}."):
            continue
        for name, texts in form.items():
            row = name.removeprefix(f"{table}.").removesuffix(f".{column}")
            span = span_in("".join(texts)) if name == f"{table}.{row}.{column}" else None
            if span and span.day:
                of = "".join(form.get(f"{table}.{row}.{each['of']}", ()))
                yield span.day.isoformat(), say("binder.day-in-table", what=each["label"], of=of)


def _state(form: Any, drafts: list[Side], agreed: Any) -> str:
    if agreed:
        return say("binder.agreed", sides=listed([side_name(side) for side in agreed["sides"]]))
    if drafts:
        return say("binder.drafts", sides=listed([side_name(side) for side in drafts]))
    return say("binder.filled", count=len(form))


def _missing(drafts: list[Side]) -> str:
    """The sides that decide and have no draft here."""
    return listed([side_name(side) for side in DECIDING if side not in drafts])


def _next(form: Any, drafts: list[Side], agreed: Any, late: bool) -> str:
    if late:
        return "late"
    if agreed:
        return "agreed"
    if set(DECIDING) <= set(drafts):
        return "compare"
    return "missing" if drafts else "draft" if form else "begin"


def _late(day: str, today: date) -> bool:
    """Whether a day has passed.

    >>> _late("2026-11-29", date(2026, 11, 30)), _late("2026-11-30", date(2026, 11, 30)), _late("", date(2026, 11, 30))
    (True, False, False)
    """
    found = day_of({"by": day})
    return found is not None and found < today
