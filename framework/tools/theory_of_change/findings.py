"""What is worth asking about a theory of change. Each finding is a question with its reasons, and never a verdict.

The words stand in the tool's data (`asks` in `framework/data/tools/theory-of-change.yaml`); the rules stand here. What
things are called changes nothing, nor does the order of the arrows.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from framework.core.answers import SIDES, side_name
from framework.core.words import listed, say
from framework.tools.theory_of_change.theory import GOAL, Theory, sure_name


@dataclass(frozen=True)
class Finding:
    """Something worth asking."""

    ask: str
    """Which of the tool's `asks`: the last part of its id."""
    about: tuple[str, ...]
    """Ids of marks."""
    reasons: tuple[str, ...]
    """What in the picture it follows from: one sentence each."""


type Findings = Iterator[tuple[str, str]]
"""Which mark a rule is about, by id, and the reason in a sentence or a few."""


def worth_asking(theory: Theory) -> tuple[Finding, ...]:
    """All that is worth asking, in the order of the rules. An empty theory asks nothing."""
    findings = []
    for ask, rule in RULES.items():
        pairs = list(rule(theory))
        if pairs:
            about, reasons = zip(*pairs, strict=True)
            findings.append(Finding(ask, about, reasons))
    return tuple(findings)


def _nothing_leads_to(theory: Theory) -> Findings:
    """No arrow leads to an outcome, or to the goal."""
    reached = {link.end for link in theory.links}
    for mark in theory.of_kind("outcome", "goal"):
        if mark.id not in reached:
            yield mark.id, say("theory-of-change.nothing-leads-to", name=mark.name)


def _doubted(theory: Theory) -> Findings:
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


def _not_moved(theory: Theory) -> Findings:
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


def _leads_nowhere(theory: Theory) -> Findings:
    """From an activity or an outcome, no arrow leads on."""
    leading = {link.start for link in theory.links}
    for mark in theory.of_kind("activity", "outcome"):
        if mark.id not in leading:
            yield mark.id, say("theory-of-change.leads-nowhere", name=mark.name)


def _on_no_arrow(theory: Theory) -> Findings:
    """Something is taken for granted, and it stands on no arrow."""
    for text in theory.loose:
        yield GOAL, say("theory-of-change.on-no-arrow", assumption=text.rstrip("."))


RULES: dict[str, Callable[[Theory], Findings]] = {
    "doubted": _doubted,
    "not-moved": _not_moved,
    "nothing-leads-to": _nothing_leads_to,
    "leads-nowhere": _leads_nowhere,
    "on-no-arrow": _on_no_arrow,
}
"""Each rule by the name of its ask, in the order in which they are shown."""
