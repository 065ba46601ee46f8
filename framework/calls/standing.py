"""How an assessment of statements stands: its result with its reasons, its picture, and where each leads."""

from typing import Any

from framework.assessment import read_answers
from framework.opened import Opened
from framework.pictures.health import describe, health_picture
from framework.questions import Statement
from framework.rules.standing import Result, Start, assess

LEADS = {"do": "action", "read": "guidance", "use": "tool"}
"""What one does with each kind of thing that a low answer leads to."""


def answer(opened: Opened, asked: dict[str, Any]) -> dict[str, Any]:
    """`assessment`, `version`, `side` and `answers` in; see the template of `health-check` for what comes out."""
    assessment = opened.assessment(asked.get("assessment"), "standing")
    given = read_answers(assessment, asked.get("version"), asked.get("side"), asked.get("answers"))
    result = assess(given)
    answered = sum(each.answered for each in result.standings)
    return {
        "answered": answered,
        "asked": sum(each.asked for each in result.standings),
        "counted": answered > 0,
        "nothing_counted": answered == 0,
        "nothing_low": answered > 0 and not result.starts,
        "start": opened.link(result.starts[0].principle)["words"] if result.starts else None,
        "standings": [
            {
                **opened.link(each.principle),
                "state": each.state,
                "state_name": assessment.states[each.state].name,
                "average": each.average,
                "answered": each.answered,
                "dont_know": each.dont_know,
                "asked": each.asked,
            }
            for each in result.standings
        ],
        "strengths": [opened.link(principle) for principle in result.strengths],
        "starts": [_start(opened, result, start) for start in result.starts],
        "unknown": [opened.link(statement.id) for statement in result.unknown],
        "picture": health_picture(opened.titles, result, f"{assessment.id}-result"),
        "description": describe(opened.titles, result),
    }


def _start(opened: Opened, result: Result, start: Start) -> dict[str, Any]:
    return {**opened.link(start.principle), "low": [_low(opened, result, statement) for statement in start.low]}


def _low(opened: Opened, result: Result, statement: Statement) -> dict[str, Any]:
    points = result.given.answers[statement.id]
    links = [opened.link(id_) for id_ in statement.leads_to]
    return {
        **opened.link(statement.id),
        "answer": statement.answers[int(points)],
        **{verb: [link for link in links if link["kind"] == kind] for verb, kind in LEADS.items()},
    }
