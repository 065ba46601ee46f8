"""What is worth asking about a theory of change. Each finding is a question with its reasons, and never a verdict.

The words stand in the tool's data (`asks` in `framework/data/tools/theory-of-change.yaml`); the rules stand here. What
things are called changes nothing, nor does the order of the arrows.
"""

from collections.abc import Callable

from framework.core.answers import SIDES, side_name
from framework.core.findings import Finding, Reasons, found_by
from framework.core.words import listed, say
from framework.tools.theory_of_change.theory import GOAL, Theory, sure_name


def worth_asking(theory: Theory) -> tuple[Finding, ...]:
    """All that is worth asking, in the order of the rules. An empty theory asks nothing."""
    return found_by(RULES, theory)


def _nothing_leads_to(theory: Theory) -> Reasons:
    """No arrow leads to an outcome, or to the goal."""
    reached = {link.end for link in theory.links}
    for mark in theory.of_kind("outcome", "goal"):
        if mark.id not in reached:
            yield mark.id, say("theory-of-change.nothing-leads-to", name=mark.name)


def _doubted(theory: Theory) -> Reasons:
    """A side is not sure that an arrow holds."""
    for link in theory.links:
        if not link.doubting:
            continue
        names = {"start": theory.by_id[link.start].name, "end": theory.by_id[link.end].name}
        reasons = [say("theory-of-change.doubted", sides=listed([side_name(side) for side in link.doubting]), **names)]
        reasons += [
            say("theory-of-change.surer", side=side_name(side), sure=sure_name(link.sure[side]))
            for side in SIDES
            if side in link.sure and side not in link.doubting
        ]
        if link.because:
            reasons.append(say("theory-of-change.taken-for-granted", because=link.because.rstrip(".")))
        reasons.append(
            say("theory-of-change.tested", test=link.test.rstrip("."))
            if link.test
            else say("theory-of-change.untested")
        )
        yield link.start, " ".join(reasons)


def _not_moved(theory: Theory) -> Reasons:
    """A decision is to move from one role to another, and no activity and no outcome leads to that."""
    moved = {link.end for link in theory.links if theory.by_id[link.start].kind in ("activity", "outcome")}
    for mark in theory.of_kind("decision"):
        if mark.id in moved or mark.done:
            continue
        start, end = mark.facts.get("from", ""), mark.facts.get("to", "")
        if start and end:
            yield mark.id, say("theory-of-change.not-moved-from", name=mark.name, start=start, end=end)
        else:
            yield mark.id, say("theory-of-change.not-moved", name=mark.name)


def _leads_nowhere(theory: Theory) -> Reasons:
    """From an activity or an outcome, no arrow leads on."""
    leading = {link.start for link in theory.links}
    for mark in theory.of_kind("activity", "outcome"):
        if mark.id not in leading:
            yield mark.id, say("theory-of-change.leads-nowhere", name=mark.name)


def _on_no_arrow(theory: Theory) -> Reasons:
    """Something is taken for granted, and it stands on no arrow."""
    for text in theory.loose:
        yield GOAL, say("theory-of-change.on-no-arrow", assumption=text.rstrip("."))


RULES: dict[str, Callable[[Theory], Reasons]] = {
    "doubted": _doubted,
    "not-moved": _not_moved,
    "nothing-leads-to": _nothing_leads_to,
    "leads-nowhere": _leads_nowhere,
    "on-no-arrow": _on_no_arrow,
}
"""Each rule by the name of its ask, in the order in which they are shown."""
