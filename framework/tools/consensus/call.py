"""What follows from where people stand on a proposal, by the rule that the group wrote down."""

from typing import Any

from framework.core.answers import SIDES, BadInput, Side, side_name
from framework.core.guide import Guide
from framework.core.questions import Assessment, DecisionRule
from framework.tools.consensus.rules import POSITIONS, WAYS, Counts, Position, Way, follow

MOST_PEOPLE = 500
"""How many people can be entered one by one."""
LARGEST_COUNT = 100_000
MOST_TESTS = 99
LONGEST_WHO = 200
LONGEST_REASON = 5_000
WAY_NAMES: dict[Way, str] = {"full": "the full way", "quick": "the quick way", "large": "the large-group way"}


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`assessment`, `rule`, `way`, `test`, and `people` one by one, or for the way 'large' `counts` by side.

    See the template of `consensus-check` for what comes out.
    """
    assessment = guide.assessment(request.get("assessment"), "consensus")
    rule = _rule(assessment, request.get("rule"))
    way: Way = request.get("way", "full")
    if way not in WAYS:
        raise BadInput(f"There is no way '{way}'", f"Choose one of {', '.join(WAYS)}.")
    test = _number(request.get("test", 1), "The number of the test", 1, MOST_TESTS)
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
        "how": f"{rule.name}, {WAY_NAMES[way]}, test {test}",
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
    raise BadInput("No rule for deciding is chosen", "Choose the rule that your group wrote down.")


def _position_words(assessment: Assessment) -> dict[Position, str]:
    return dict(zip(POSITIONS, assessment.statements[0].answers, strict=True))


def _number(said: Any, name: str, least: int, most: int) -> int:
    if not isinstance(said, int) or isinstance(said, bool) or not least <= said <= most:
        raise BadInput(f"{name} is '{said}'", f"Give a whole number from {least} to {most}.")
    return said


def _people(said: Any) -> list[dict[str, Any]]:
    if not isinstance(said, list) or len(said) > MOST_PEOPLE:
        raise BadInput("There is no list of people", f"Enter up to {MOST_PEOPLE} people, or count them by side.")
    found = [_person(each, number) for number, each in enumerate(said, start=1)]
    return [each for each in found if each["position"]]


def _person(said: Any, number: int) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise BadInput(f"Person {number} is not one", "Enter a role, a side and a position.")
    position, side = said.get("position") or None, said.get("side") or None
    if position is not None and position not in POSITIONS:
        raise BadInput(f"There is no position '{position}'", f"Choose one of {', '.join(POSITIONS)}.")
    if side is not None and side not in SIDES:
        raise BadInput(f"There is no side '{side}'", f"Choose one of {', '.join(SIDES)}.")
    if position and not side:
        raise BadInput(f"Person {number} has no side", "Choose one: sides are counted apart.")
    texts = {"who": LONGEST_WHO, "reason": LONGEST_REASON}
    for key, longest in texts.items():
        if not isinstance(said.get(key, ""), str) or len(said.get(key, "")) > longest:
            raise BadInput(f"What is written for person {number} is too long", f"Use {longest} letters or fewer.")
    who = said.get("who", "").strip() or f"Person {number}"
    return {"who": who, "side": side, "position": position, "reason": said.get("reason", "").strip()}


def _counted(people: list[dict[str, Any]]) -> dict[Side, Counts]:
    found: dict[Side, Counts] = {}
    for each in people:
        one = Counts(**{each["position"].replace("-", "_"): 1})
        found[each["side"]] = found.get(each["side"], Counts()) + one
    return found


def _counts(said: Any) -> dict[Side, Counts]:
    if not isinstance(said, dict):
        raise BadInput("There are no counts", "Count each side's answers.")
    found: dict[Side, Counts] = {}
    for side, counts in said.items():
        if side not in SIDES or not isinstance(counts, dict):
            raise BadInput(f"There is no side '{side}'", f"Choose one of {', '.join(SIDES)}.")
        for position, number in counts.items():
            if position not in POSITIONS:
                raise BadInput(f"There is no position '{position}'", f"Choose one of {', '.join(POSITIONS)}.")
            _number(number, f"{side_name(side)}, {position}", 0, LARGEST_COUNT)
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
