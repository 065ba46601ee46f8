"""What each side answered, side by side: the widest difference first, its picture, and where each leads."""

from typing import Any

from framework.core.answers import SIDES, Answer, BadInput, Side, read_answers, side_name
from framework.core.guide import Guide
from framework.core.questions import Assessment
from framework.core.words import say
from framework.tools.sides.picture import describe, sides_picture
from framework.tools.sides.rules import Views, compare


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`assessment` and `sides` in, the answers of each by its name; see the template of `precept-cards` for the rest.

    Rows whose gap is 0 come with those that have one; rows that only one side answered come last.
    """
    assessment = guide.assessment(request.get("assessment"), "sides")
    said = request.get("sides")
    if not isinstance(said, dict):
        raise BadInput(say("sides.no-answers"), say("sides.no-answers-mend"))
    read = {side: read_answers(assessment, "long", side, answers) for side, answers in said.items()}
    given = {side: read[side] for side in SIDES if side in read and read[side].answers}
    rows = compare(assessment, given)
    apart = [row for row in rows if row.gap]
    titles = {row.statement.bears_on: guide.link(row.statement.bears_on)["words"] for row in rows}
    compared = sum(row.gap is not None for row in rows)
    return {
        "one_side": len(given) == 1,
        "several": len(given) > 1,
        "nothing": not given,
        "apart": len(given) > 1 and bool(apart),
        "alike": compared > 0 and not apart,
        "not_compared": len(given) > 1 and compared == 0,
        "widest": titles[apart[0].statement.bears_on] if apart else None,
        "waiting": [{"side": side, "name": side_name(side), side: True} for side in SIDES if side not in given],
        "rows": [_row(guide, assessment, row) for row in rows],
        "picture": sides_picture(assessment, rows, titles, f"{assessment.id}-sides"),
        "description": describe(rows, titles),
    }


def _row(guide: Guide, assessment: Assessment, row: Views) -> dict[str, Any]:
    about = guide.link(row.statement.bears_on)
    return {
        **guide.link(row.statement.id),
        "about": about["words"],
        "about_address": about["address"],
        "gap": row.gap,
        "views": [_view(assessment, row, side, answer) for side, answer in row.answers.items()],
        **guide.leads(row.statement.leads_to),
    }


def _view(assessment: Assessment, row: Views, side: Side, answer: Answer) -> dict[str, Any]:
    words = row.statement.answers[answer] if isinstance(answer, int) else assessment.dont_know
    return {"side": side, side: True, "name": side_name(side), "answer": words}
