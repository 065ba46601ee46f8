"""Where decisions stand on the ladder of participation: claim beside reality, what holds each, what would lift it."""

from typing import Any, Literal, get_args

from framework.core.answers import BadInput, read_answers
from framework.core.guide import Guide
from framework.core.questions import Assessment, Rung
from framework.core.words import say
from framework.tools.ladder.picture import describe_all, describe_one, one_ladder, project_picture
from framework.tools.ladder.rules import Decision, Hold, place

MOST_DECISIONS = 100
LONGEST_NAME = 200

type Verdict = Literal["nobody_knows", "not_counted", "no_claim", "below", "above", "as_claimed", "not_known"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict.__value__)


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`assessment`, `side`, `decisions` (each `name`, `claim` and `answers`) and `open`, the place of the one shown.

    See the template of `ladder-quiz` for what comes out.
    """
    assessment = guide.assessment(request.get("assessment"), "ladder")
    said = request.get("decisions")
    if not isinstance(said, list) or not 1 <= len(said) <= MOST_DECISIONS:
        raise BadInput(say("ladder.no-decisions"), say("ladder.no-decisions-mend", most=MOST_DECISIONS))
    decisions = [_read(assessment, request.get("side"), each, number) for number, each in enumerate(said, start=1)]
    shown = request.get("open", 0)
    if not isinstance(shown, int) or isinstance(shown, bool) or not 0 <= shown < len(decisions):
        what = say("ladder.no-such-place", place=shown)
        raise BadInput(what, say("ladder.no-such-place-mend", last=len(decisions) - 1))
    counted = [each for each in decisions if each.place.answered]
    return {
        **_one(guide, assessment, decisions[shown]),
        "several": len(counted) > 1,
        "picture_all": project_picture(assessment.title, assessment.rungs, counted, f"{assessment.id}-all"),
        "description_all": describe_all(assessment.rungs, counted),
    }


def _read(assessment: Assessment, side: Any, said: Any, number: int) -> Decision:
    if not isinstance(said, dict):
        raise BadInput(say("ladder.not-a-decision", number=number), say("ladder.not-a-decision-mend"))
    name = said.get("name") or ""
    if not isinstance(name, str) or len(name) > LONGEST_NAME:
        what = say("ladder.name-too-long", number=number)
        raise BadInput(what, say("ladder.name-too-long-mend", most=LONGEST_NAME))
    claim, top = said.get("claim"), len(assessment.rungs)
    if claim is not None and (not isinstance(claim, int) or isinstance(claim, bool) or not 1 <= claim <= top):
        raise BadInput(say("ladder.no-such-rung", rung=claim), say("ladder.no-such-rung-mend", top=top))
    given = read_answers(assessment, "long", side, said.get("answers"))
    return Decision(name.strip() or say("ladder.unnamed", number=number), claim, place(given))


def _one(guide: Guide, assessment: Assessment, decision: Decision) -> dict[str, Any]:
    found, claim = decision.place, decision.claim
    counted = found.answered > 0
    rungs = {each.number: each for each in assessment.rungs}
    return {
        "name": decision.name,
        "counted": counted,
        "answered": found.answered,
        **_rung("claim", rungs.get(claim or 0)),
        **_rung("highest", rungs[found.highest]),
        "reached_name": _reached(rungs[found.highest], found.lowest < found.highest),
        **_rung("lowest", rungs[found.lowest]),
        **_rung("following", rungs.get(found.following or 0)),
        **{each: each == verdict(decision) for each in VERDICTS},
        "open_below": counted and found.lowest < found.highest,
        "liftable": counted and found.following is not None,
        "top": counted and found.following is None,
        "holds": [_hold(guide, hold) for hold in found.holds] if counted else [],
        "unknown": [guide.to_find_out(each) for each in found.unknown] if counted or found.nobody_knows else [],
        "picture": one_ladder(assessment.rungs, decision, f"{assessment.id}-one"),
        "description": describe_one(assessment.rungs, decision),
    }


def verdict(decision: Decision) -> Verdict:
    """How the claim and the facts lie. 'not_known' is where the claim lies between what is sure and what may be."""
    found, claim = decision.place, decision.claim
    if found.nobody_knows:
        return "nobody_knows"
    if not found.answered:
        return "not_counted"
    if claim is None:
        return "no_claim"
    if claim > found.highest:
        return "below"
    if claim < found.lowest:
        return "above"
    return "as_claimed" if found.lowest == found.highest else "not_known"


def _reached(rung: Rung, at_most: bool) -> str:
    return say("ladder.reached-at-most", rung=rung.name) if at_most else rung.name


def _rung(name: str, rung: Rung | None) -> dict[str, Any]:
    if rung is None:
        return {f"{name}_number": None}
    return {f"{name}_number": rung.number, f"{name}_name": rung.name, f"{name}_meaning": rung.meaning}


def _hold(guide: Guide, hold: Hold) -> dict[str, Any]:
    return {
        **guide.link(hold.statement.id),
        "answer": hold.statement.answers[hold.answer],
        "lift": hold.statement.answers[hold.lift],
        "principle": guide.titles[hold.statement.bears_on],
        "principle_address": guide.link(hold.statement.bears_on)["address"],
        **guide.leads(hold.statement.leads_to),
    }
