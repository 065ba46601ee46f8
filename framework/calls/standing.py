"""How an assessment of statements stands: its result with its reasons, its picture, and where each leads."""

from typing import Any

from framework.assessment import Given, read_answers
from framework.opened import Opened
from framework.pictures.health import describe, health_picture
from framework.questions import Statement
from framework.rules.standing import Moved, Result, Start, assess, moved


def answer(opened: Opened, asked: dict[str, Any]) -> dict[str, Any]:
    """`assessment`, `version`, `side` and `answers` in, and as `earlier` a result that was kept, where there is one.

    See the template of `health-check` for what comes out.
    """
    assessment = opened.assessment(asked.get("assessment"), "standing")
    given = read_answers(assessment, asked.get("version"), asked.get("side"), asked.get("answers"))
    result = assess(given)
    changes = _changes(given, asked.get("earlier"))
    answered = sum(each.answered for each in result.standings)
    return {
        "answered": answered,
        "asked": sum(each.asked for each in result.standings),
        "counted": answered > 0,
        "nothing_counted": answered == 0,
        "nothing_low": answered > 0 and not result.starts,
        "start": opened.link(result.starts[0].principle)["words"] if result.starts else None,
        "strengths": [opened.link(principle) for principle in result.strengths],
        "starts": [_start(opened, result, start) for start in result.starts],
        "unknown": [opened.link(statement.id) for statement in result.unknown],
        "picture": health_picture(opened.titles, result, f"{assessment.id}-result", changes),
        "description": describe(opened.titles, result),
        **_moves(opened, changes),
    }


def _start(opened: Opened, result: Result, start: Start) -> dict[str, Any]:
    return {**opened.link(start.principle), "low": [_low(opened, result, statement) for statement in start.low]}


def _low(opened: Opened, result: Result, statement: Statement) -> dict[str, Any]:
    points = result.given.answers[statement.id]
    return {
        **opened.link(statement.id),
        "answer": statement.answers[int(points)],
        **opened.leads(statement.leads_to),
    }


def _changes(given: Given, earlier: Any) -> tuple[Moved, ...]:
    if not isinstance(earlier, dict):
        return ()
    before = read_answers(given.assessment, earlier.get("version"), earlier.get("side"), earlier.get("answers"))
    return moved(before, given)


def _moves(opened: Opened, changes: tuple[Moved, ...]) -> dict[str, Any]:
    """What moved since the earlier result, in words: what rose and what fell, the most first, and what stayed."""
    by_size = sorted(changes, key=lambda each: -abs(each.now - each.before))
    told = [{**opened.link(each.principle), "said": _said(each)} for each in by_size if each.now != each.before]
    rose = {each.principle for each in changes if each.now > each.before}
    return {
        "compared": bool(changes),
        "rose": [each for each in told if each["id"] in rose],
        "fell": [each for each in told if each["id"] not in rose],
        "stayed": [opened.link(each.principle) for each in changes if each.now == each.before],
    }


def _said(change: Moved) -> str:
    """A change in words.

    >>> _said(Moved("data-sharing", before=1.0, now=7 / 3, statements=3))
    'from 1 to 2.3, on 3 statements'
    """
    before, now = (f"{points:.1f}".removesuffix(".0") for points in (change.before, change.now))
    return f"from {before} to {now}, on {change.statements} statement{'s' if change.statements != 1 else ''}"
