"""Copies of a group's work: checked, compared, put together, and taken away as a table."""

from collections.abc import Iterator, Mapping
from typing import Any

from framework.core.answers import UNSCORED, BadInput, side_names, unknown_request
from framework.core.guide import Guide
from framework.core.kept import Part
from framework.core.questions import Assessment, Statement
from framework.core.words import comma_listed, say
from framework.export.csv import csv_text
from framework.group.workspace import checked, differences, parts, read_copy, read_text, together, usable

COLUMNS = ("assessment", "date", "side", "by", "statement", "answer", "points")
BY = ("one", "group")


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`do` and the texts of copies in.

    - 'read', `text`, and `received`, the text as it came, which an older version may have saved: the `copy`, checked;
    - 'check', `parts`, the text of each by its name: the names of those that are `bad`, which can't be used;
    - 'compare', `ours` and `theirs`: `differences`, each with its `path`, its place, and what either has;
    - 'join', `ours`, `theirs` and `take`, the paths where theirs counts: the `copy` of both;
    - 'spreadsheet', `text`: all answers to assessments as the `text` of a table.
    """
    known = parts(guide)
    if request.get("do") == "check" and isinstance(request.get("parts"), dict):
        return {"bad": [name for name, text in request["parts"].items() if not usable(name, str(text), known)]}
    if request.get("do") in ("read", "spreadsheet"):
        if "received" in request:
            read_text(str(request["received"]))
        copy = read_copy(str(request.get("text")), known)
        if request["do"] == "read":
            return {"copy": copy}
        return {"text": csv_text([say(f"group.column-{each}") for each in COLUMNS], _rows(guide, copy["data"]))}
    ours, theirs = (read_copy(str(request.get(each)), known) for each in ("ours", "theirs"))
    if request.get("do") == "compare":
        found = differences(ours["data"], theirs["data"])
        return {"differences": [{"path": each["path"], **_said(guide, known, each)} for each in found]}
    if request.get("do") == "join" and isinstance(request.get("take"), list):
        take = [tuple(map(str, path)) for path in request["take"] if isinstance(path, list)]
        return {"copy": _joined(known, ours, theirs, take)}
    raise unknown_request()


def _joined(
    known: Mapping[str, Part], ours: dict[str, Any], theirs: dict[str, Any], take: list[tuple[str, ...]]
) -> dict[str, Any]:
    """Both copies in one. Half of either may fit the other badly: a link of a map that now goes to its own start."""
    try:
        return checked({**ours, "data": together(ours["data"], theirs["data"], take)}, known)
    except BadInput as error:
        raise BadInput(say("group.not-together", why=error.what), say("group.not-together-mend")) from error


def _said(guide: Guide, known: Mapping[str, Part], difference: dict[str, Any]) -> dict[str, str]:
    """A difference in words: where it stands, and what either copy has there."""
    part, *inside = difference["path"]
    kind, _, name = part.partition(".")
    assessment = guide.assessments.get(name.removesuffix(".results")) if kind == "assessment" else None
    statement = _statement(assessment, inside[-1] if inside else "")
    place = statement.text if statement else " ".join(inside[1:] if kind == "tool" else inside[-1:])
    ours, theirs = (_value(assessment, statement, difference[each]) for each in ("ours", "theirs"))
    return {"title": known[part].title, "place": place, "ours": ours, "theirs": theirs}


def _statement(assessment: Assessment | None, id_: str) -> Statement | None:
    return next((each for each in assessment.statements if each.id == id_), None) if assessment else None


def _value(assessment: Assessment | None, statement: Statement | None, value: Any) -> str:
    """What stands in a copy, as words.

    >>> _value(None, None, ["Keys", "Rent"]), _value(None, None, True), _value(None, None, None)
    ('Keys, Rent', 'yes', 'nothing')
    """
    if assessment and statement and isinstance(value, int):
        return statement.answers[value]
    if assessment and value in UNSCORED:
        return str(assessment.dont_know if value == "dont-know" else assessment.does_not_apply)
    if isinstance(value, bool):
        return say("common.yes" if value else "common.no")
    if isinstance(value, list):
        return comma_listed(str(each) for each in value)
    return say("group.nothing") if value is None else side_names().get(value, str(value))


def _rows(guide: Guide, data: dict[str, Any]) -> Iterator[list[str]]:
    """A row for each answer: those that were kept with their date first, then today's."""
    for assessment in guide.assessments.values():
        kept = data.get(f"assessment.{assessment.id}.results", [])
        now = data.get(f"assessment.{assessment.id}")
        for given in [*kept, *([now] if assessment.rule == "standing" and now else [])]:
            yield from _answered(assessment, given)


def _answered(assessment: Assessment, given: dict[str, Any]) -> Iterator[list[str]]:
    by = given.get("by", "")
    who = [
        given.get("date", ""),
        side_names().get(given.get("side", ""), ""),
        say(f"group.by-{by}") if by in BY else "",
    ]
    for statement in assessment.statements:
        value = given["answers"].get(statement.id)
        if value is not None:
            points = str(value) if isinstance(value, int) else ""
            yield [assessment.title, *who, statement.text, _value(assessment, statement, value), points]
