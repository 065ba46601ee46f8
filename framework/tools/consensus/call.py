"""What follows from where people stand on a proposal, by the rule that the group wrote down."""

from typing import Any

from framework.core.answers import SIDES, BadInput, Side, choose_from, no_side, side_name
from framework.core.guide import Guide
from framework.core.questions import Assessment, DecisionRule
from framework.core.words import say
from framework.tools.consensus.rules import POSITIONS, WAYS, Counts, Position, Way, follow

MOST_PEOPLE = 500
"""How many people can be entered one by one."""
LARGEST_COUNT = 100_000
MOST_TESTS = 99
LONGEST_WHO = 200
LONGEST_REASON = 5_000


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`assessment`, `rule`, `way`, `test`, and `people` one by one, or for the way 'large' `counts` by side.

    See the template of `consensus-check` for what comes out.
    """
    assessment = guide.assessment(request.get("assessment"), "consensus")
    rule = _rule(assessment, request.get("rule"))
    way: Way = request.get("way", "full")
    if way not in WAYS:
        raise BadInput(say("consensus.no-way", way=way), choose_from(WAYS))
    test = request.get("test", 1)
    if not _counts_from(1, MOST_TESTS, test):
        raise BadInput(say("consensus.bad-test", number=test), _count(1, MOST_TESTS))
    words = _position_words(assessment)
    if way == "large":
        by_side = _counts(request.get("counts"))
        dissent = _dissent_of_counts(by_side, words)
    else:
        people = _people(request.get("people"))
        by_side = _counted(people)
        dissent = [_dissent(each, words) for each in people if each["position"] != "agree"]
    found = follow(rule, way, test, by_side)
    state = assessment.states[found.outcome]
    statement = assessment.statements[0]
    decided = found.outcome in ("agreed", "with-doubts", "fallback")
    return {
        "outcome": found.outcome,
        "outcome_name": state.name,
        "outcome_meaning": state.meaning,
        "counted": found.outcome != "nothing",
        "decided": decided,
        "stuck": found.outcome in ("not-yet", "not-agreed", "full-way"),
        "how": say(f"consensus.how-{way}", rule=rule.name, test=test),
        "rule_text": rule.text,
        "reasons": [{"reason": each} for each in found.reasons],
        "sides": [
            {"side": side, "name": side_name(side), **_plain(by_side[side])} for side in SIDES if side in by_side
        ],
        "dissent": dissent,
        **guide.leads(statement.leads_to),
    }


def _rule(assessment: Assessment, id_: Any) -> DecisionRule:
    for each in assessment.decision_rules:
        if each.id == id_:
            return each
    raise BadInput(say("consensus.no-rule"), say("consensus.no-rule-mend"))


def _position_words(assessment: Assessment) -> dict[Position, str]:
    return dict(zip(POSITIONS, assessment.statements[0].answers, strict=True))


def _counts_from(least: int, most: int, said: Any) -> bool:
    return isinstance(said, int) and not isinstance(said, bool) and least <= said <= most


def _count(least: int, most: int) -> str:
    return say("consensus.bad-number-mend", least=least, most=most)


def _people(said: Any) -> list[dict[str, Any]]:
    if not isinstance(said, list) or len(said) > MOST_PEOPLE:
        raise BadInput(say("consensus.no-people"), say("consensus.no-people-mend", most=MOST_PEOPLE))
    found = [_person(each, number) for number, each in enumerate(said, start=1)]
    return [each for each in found if each["position"]]


def _person(said: Any, number: int) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise BadInput(say("consensus.no-person", number=number), say("consensus.no-person-mend"))
    position, side = said.get("position") or None, said.get("side") or None
    if position is not None and position not in POSITIONS:
        raise BadInput(say("consensus.no-position", position=position), choose_from(POSITIONS))
    if side is not None and side not in SIDES:
        raise no_side(side)
    if position and not side:
        raise BadInput(say("consensus.no-side", number=number), say("consensus.no-side-mend"))
    texts = {"who": LONGEST_WHO, "reason": LONGEST_REASON}
    for key, longest in texts.items():
        if not isinstance(said.get(key, ""), str) or len(said.get(key, "")) > longest:
            raise BadInput(say("consensus.too-long", number=number), say("consensus.too-long-mend", most=longest))
    who = said.get("who", "").strip() or say("consensus.person", number=number)
    return {"who": who, "side": side, "position": position, "reason": said.get("reason", "").strip()}


def _counted(people: list[dict[str, Any]]) -> dict[Side, Counts]:
    found: dict[Side, Counts] = {}
    for each in people:
        one = Counts(**{each["position"].replace("-", "_"): 1})
        found[each["side"]] = found.get(each["side"], Counts()) + one
    return found


def _counts(said: Any) -> dict[Side, Counts]:
    if not isinstance(said, dict):
        raise BadInput(say("consensus.no-counts"), say("consensus.no-counts-mend"))
    found: dict[Side, Counts] = {}
    for side, counts in said.items():
        if side not in SIDES or not isinstance(counts, dict):
            raise no_side(side)
        for position, number in counts.items():
            if position not in POSITIONS:
                raise BadInput(say("consensus.no-position", position=position), choose_from(POSITIONS))
            if not _counts_from(0, LARGEST_COUNT, number):
                what = say("consensus.bad-count", side=side_name(side), position=position, number=number)
                raise BadInput(what, _count(0, LARGEST_COUNT))
        counted = Counts(**{position.replace("-", "_"): number for position, number in counts.items()})
        if counted.people:
            found[side] = counted
    return found


def _plain(counts: Counts) -> dict[str, int]:
    return {position.replace("-", "_"): getattr(counts, position.replace("-", "_")) for position in POSITIONS}


def _dissent(person: dict[str, Any], words: dict[Position, str]) -> dict[str, Any]:
    return {**person, "side_name": side_name(person["side"]), "position_words": words[person["position"]]}


def _dissent_of_counts(by_side: dict[Side, Counts], words: dict[Position, str]) -> list[dict[str, Any]]:
    return [
        {
            "who": str(number),
            "side": side,
            "side_name": side_name(side),
            "position": position,
            "position_words": words[position],
            "reason": "",
        }
        for side, counts in by_side.items()
        for position in POSITIONS
        if position != "agree" and (number := getattr(counts, position.replace("-", "_")))
    ]
