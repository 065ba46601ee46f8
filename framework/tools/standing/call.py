"""How an assessment of statements stands: its result with its reasons, its picture, and where each leads."""

from typing import Any

from framework.core.answers import Given, read_answers
from framework.core.guide import Guide
from framework.core.questions import Statement
from framework.core.words import say
from framework.tools.standing.picture import describe, health_picture
from framework.tools.standing.rules import Moved, Result, Start, assess, moved


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`assessment`, `version`, `side` and `answers` in, and as `earlier` a result that was kept, where there is one.

    See the template of `health-check` for what comes out.
    """
    assessment = guide.assessment(request.get("assessment"), "standing")
    given = read_answers(assessment, request.get("version"), request.get("side"), request.get("answers"))
    result = assess(given)
    changes = _changes(given, request.get("earlier"))
    answered = sum(each.answered for each in result.standings)
    asked = sum(each.asked for each in result.standings)
    return {
        "answered": answered,
        "asked": asked,
        "counted": answered > 0,
        "nobody_knows": result.nobody_knows,
        "nothing_counted": answered == 0 and not result.nobody_knows,
        "only": _only(guide, result) if len(result.known) == 1 and not result.starts else None,
        "nothing_low": len(result.known) > 1 and result.enough and not result.starts,
        "nothing_low_yet": len(result.known) > 1 and not result.enough and not result.starts,
        "start": guide.link(result.starts[0].principle)["words"] if result.starts else None,
        "strengths": [guide.link(principle) for principle in result.strengths],
        "starts": [_start(guide, result, start) for start in result.starts],
        "unknown": [guide.to_find_out(statement) for statement in result.unknown],
        "picture": health_picture(guide.titles, result, f"{assessment.id}-result", changes),
        "description": describe(guide.titles, result),
        **_moves(guide, changes),
    }


def _only(guide: Guide, result: Result) -> str:
    """Of the one principle that was answered: its name, and how it stands."""
    (only,) = result.known
    standing = result.given.assessment.states[only.state].name
    return say("standing.only", principle=guide.titles[only.principle], state=standing)


def _start(guide: Guide, result: Result, start: Start) -> dict[str, Any]:
    return {**guide.link(start.principle), "low": [_low(guide, result, statement) for statement in start.low]}


def _low(guide: Guide, result: Result, statement: Statement) -> dict[str, Any]:
    points = result.given.answers[statement.id]
    return {
        **guide.link(statement.id),
        "answer": statement.answers[int(points)],
        **guide.leads(statement.leads_to),
    }


def _changes(given: Given, earlier: Any) -> tuple[Moved, ...]:
    if not isinstance(earlier, dict):
        return ()
    before = read_answers(given.assessment, earlier.get("version"), earlier.get("side"), earlier.get("answers"))
    return moved(before, given)


def _moves(guide: Guide, changes: tuple[Moved, ...]) -> dict[str, Any]:
    """What moved since the earlier result, in words: what rose and what fell, the most first, and what stayed."""
    by_size = sorted(changes, key=lambda each: -abs(each.now - each.before))
    movements = [{**guide.link(each.principle), "said": _said(each)} for each in by_size if each.now != each.before]
    rose = {each.principle for each in changes if each.now > each.before}
    return {
        "compared": bool(changes),
        "rose": [each for each in movements if each["id"] in rose],
        "fell": [each for each in movements if each["id"] not in rose],
        "stayed": [guide.link(each.principle) for each in changes if each.now == each.before],
    }


def _said(change: Moved) -> str:
    """A change in words.

    >>> _said(Moved("data-sharing", before=1.0, now=7 / 3, statements=3))
    'from 1 to 2.3, on 3 statements'
    """
    before, now = (f"{points:.1f}".removesuffix(".0") for points in (change.before, change.now))
    return say("standing.moved", before=before, now=now, count=change.statements)
