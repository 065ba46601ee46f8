"""The one door from the browser: JSON text in, JSON text out.

`open_framework` is called once with what `framework.publish.browser_json` wrote; then `answer` with one
request after the other. A request that cannot be used is answered with what is wrong and how to mend it, never with a
Python error.
"""

import json
from typing import Any

from framework.assessment import BadInput, Result, Start, assess, read_answers
from framework.pictures.health import describe, health_picture
from framework.plain import from_plain
from framework.questions import Assessment, Statement

LEADS = {"do": "action", "read": "guidance", "use": "tool"}
"""What one does with each kind of thing that a low answer leads to."""


class Door:
    """The assessments of a framework, and what may be asked of them."""

    def __init__(self, published: str) -> None:
        """Open what `framework.publish.browser_json` wrote."""
        told = json.loads(published)
        self.assessments = {each["id"]: from_plain(Assessment, each) for each in told["assessments"]}
        self.links: dict[str, dict[str, str]] = told["links"]
        self.titles: dict[str, str] = told["titles"]

    def answer(self, request: str) -> str:
        """Answer `{"call": name, ...}` with `{"ok": ...}`, or with `{"bad": {"what": ..., "mend": ...}}`."""
        try:
            asked = json.loads(request)
            if not isinstance(asked, dict) or asked.get("call") != "assess":
                raise BadInput("This request is not one that is known", "Load the page again.")
            return json.dumps({"ok": self.assess(asked)})
        except (BadInput, json.JSONDecodeError) as error:
            what, mend = (
                (error.what, error.mend) if isinstance(error, BadInput) else (str(error), "Load the page again.")
            )
            return json.dumps({"bad": {"what": what, "mend": mend}})

    def assess(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The result of an assessment: `assessment`, `version`, `side` and `answers` in."""
        assessment = self.assessments.get(str(asked.get("assessment")))
        if not assessment:
            raise BadInput(f"There is no assessment '{asked.get('assessment')}'", "Load the page again.")
        given = read_answers(assessment, asked.get("version"), asked.get("side"), asked.get("answers"))
        result = assess(given)
        answered = sum(each.answered for each in result.standings)
        return {
            "answered": answered,
            "asked": sum(each.asked for each in result.standings),
            "counted": answered > 0,
            "nothing_counted": answered == 0,
            "nothing_low": answered > 0 and not result.starts,
            "start": self.link(result.starts[0].principle)["words"] if result.starts else None,
            "standings": [
                {
                    **self.link(each.principle),
                    "state": each.state,
                    "state_name": assessment.states[each.state].name,
                    "average": each.average,
                    "answered": each.answered,
                    "dont_know": each.dont_know,
                    "asked": each.asked,
                }
                for each in result.standings
            ],
            "strengths": [self.link(principle) for principle in result.strengths],
            "starts": [self._start(result, start) for start in result.starts],
            "unknown": [self.link(statement.id) for statement in result.unknown],
            "picture": health_picture(self.titles, result, f"{assessment.id}-result"),
            "description": describe(self.titles, result),
        }

    def _start(self, result: Result, start: Start) -> dict[str, Any]:
        return {**self.link(start.principle), "low": [self._low(result, statement) for statement in start.low]}

    def _low(self, result: Result, statement: Statement) -> dict[str, Any]:
        points = result.given.answers[statement.id]
        links = [self.link(id_) for id_ in statement.leads_to]
        return {
            **self.link(statement.id),
            "answer": statement.answers[int(points)],
            **{verb: [link for link in links if link["kind"] == kind] for verb, kind in LEADS.items()},
        }

    def link(self, id_: str) -> dict[str, str]:
        """What a link to an item needs: its id, kind, words and address on the site."""
        return {"id": id_, **self.links[id_]}


_door: Door


def open_framework(published: str) -> None:
    """Take in what the tools lean on, once."""
    global _door
    _door = Door(published)


def answer(request: str) -> str:
    """Answer one request, by what was taken in."""
    return _door.answer(request)
