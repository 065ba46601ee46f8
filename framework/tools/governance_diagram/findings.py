"""What is worth asking about a governance diagram. Each finding is a question with its reasons, and never a verdict.

The words stand in the tool's data (`asks` in `framework/data/tools/governance-diagram.yaml`); the rules stand here. Who
is called what changes nothing, nor does the order of the arrows.
"""

from collections.abc import Callable, Iterable

from framework.core.findings import Finding, Reasons, found_by
from framework.core.words import listed, say
from framework.tools.governance_diagram.diagram import Diagram, Link


def worth_asking(found: Diagram) -> tuple[Finding, ...]:
    """All that is worth asking, in the order of the rules. An empty diagram asks nothing."""
    return found_by(RULES, found)


def _no_reasons(found: Diagram) -> Reasons:
    """A body can overrule another, and it is not written down that it must give reasons."""
    for link in found.of_kind("can-overrule"):
        if not link.reasons:
            names = {"name": found.by_id[link.start].name, "other": found.by_id[link.end].name}
            told = "without" if link.reasons is False else "unknown"
            yield link.start, say(f"governance-diagram.overrules-{told}", **names)


def _no_way_back(found: Diagram) -> Reasons:
    """The decision goes from the group to a body that decides, and from there no answer comes back to the group."""
    if found.group is None:
        return
    sent = _reached(found.of_kind("sends-on"), [found.group.id])
    back = found.of_kind("answers-back")
    for body in found.bodies:
        if body.does != "decides" or body.id not in sent:
            continue
        if found.group.id not in _reached(back, [body.id]):
            yield body.id, say("governance-diagram.never-back", name=body.name, group=found.group.name)


def _only_where_nothing_is_decided(found: Diagram) -> Reasons:
    """Residents have a seat, and no vote at any body that decides, of those whose seats are written down."""
    deciding = [each for each in found.bodies if each.does == "decides" and (each.seats or each.votes is not None)]
    seated = [each for each in found.bodies if each.seats.get("resident") and each.does not in (None, "decides")]
    if not deciding or not seated or not all(each.no_resident_votes for each in deciding):
        return
    names = {"deciding": listed([each.name for each in deciding]), "count": len(deciding)}
    for body in seated:
        yield body.id, say(f"governance-diagram.seated-{body.does}", name=body.name, **names)


def _not_known(found: Diagram) -> Reasons:
    """The decision passes a body of which it is not written down what it does, or who sits there."""
    for body in found.stops:
        if body.unknown:
            what = "nothing" if body.does is None and not body.seats else "seats" if body.does else "does"
            yield body.id, say(f"governance-diagram.unknown-{what}", name=body.name)


RULES: dict[str, Callable[[Diagram], Reasons]] = {
    "no-reasons": _no_reasons,
    "no-way-back": _no_way_back,
    "where-nothing-is-decided": _only_where_nothing_is_decided,
    "not-known": _not_known,
}
"""Each rule by the name of its ask, in the order in which they are shown."""


def _reached(links: Iterable[Link], begin: Iterable[str]) -> set[str]:
    """All that links lead to from some bodies, one after the other; those themselves only where one leads back."""
    ahead: dict[str, list[str]] = {}
    for link in links:
        ahead.setdefault(link.start, []).append(link.end)
    found: set[str] = set()
    waiting = list(begin)
    while waiting:
        for id_ in ahead.get(waiting.pop(), ()):
            if id_ not in found:
                found.add(id_)
                waiting.append(id_)
    return found
