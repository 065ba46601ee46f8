"""A governance diagram in words: what the picture shows, for those who do not see it, and the road step by step."""

from collections.abc import Iterator
from dataclasses import dataclass

from framework.core.answers import SIDES
from framework.core.words import comma_listed, listed, say
from framework.tools.governance_diagram.diagram import Body, Diagram, Link


@dataclass(frozen=True)
class Stop:
    """One body on the road of a decision."""

    id: str
    """That of the body."""
    link: str
    """That of the link by which the decision comes there; empty for the first."""
    sentence: str


def describe(found: Diagram) -> str:
    """The diagram: the road, each body, each arrow. One paragraph to a line."""
    return "\n".join([road(found), *map(told, found.bodies), *(linked(found, link) for link in found.links)])


def told(body: Body) -> str:
    """A body, what it does, and who sits there."""
    return say("governance-diagram.is", name=body.name, does=_does(body), who=seats(body))


def road(found: Diagram) -> str:
    """How far the decision goes, how long that takes, and where residents vote on the way."""
    decision = found.decision or say("governance-diagram.the-decision")
    if not found.stops:
        return say("governance-diagram.no-road", decision=decision)
    count = len(found.stops)
    voting = [body.name for body in found.stops if body.votes]
    votes = (
        say("governance-diagram.votes-at", count=len(voting), names=listed(voting))
        if voting
        else say("governance-diagram.votes-at-none")
    )
    weeks = say(
        "governance-diagram.at-least-weeks" if found.weeks_unknown else "governance-diagram.weeks", count=found.weeks
    )
    return say("governance-diagram.road", decision=decision, bodies=bodies(count), weeks=weeks, votes=votes)


def bodies(count: int) -> str:
    """So many bodies."""
    return say("governance-diagram.bodies", count=count)


def follow(found: Diagram) -> tuple[Stop, ...]:
    """The road, one body after the other."""
    return tuple(_followed(found))


def _followed(found: Diagram) -> Iterator[Stop]:
    weeks = 0
    for number, body in enumerate(found.stops, start=1):
        link = found.road[number - 2] if number > 1 else None
        weeks += (link.weeks or 0) if link else 0
        after = say("governance-diagram.after", count=weeks) if link else ""
        said = say(
            "governance-diagram.stop",
            number=number,
            all=len(found.stops),
            name=body.name,
            does=_does(body),
            who=seats(body),
            after=after,
        )
        over = [
            say(f"governance-diagram.by-whom-{_told(each)}", name=found.by_id[each.start].name)
            for each in found.of_kind("can-overrule")
            if each.end == body.id
        ]
        overruled = say("governance-diagram.overruled-by", names=comma_listed(over)) if over else ""
        yield Stop(body.id, link.id if link else "", " ".join(part for part in (said.strip(), overruled) if part))


def seats(body: Body) -> str:
    """Who sits there, by side."""
    if not body.seats:
        return say("governance-diagram.seats-unknown")
    counted = comma_listed(
        say("governance-diagram.seats-of", side=say(f"sides.{side}"), count=body.seats[side])
        for side in SIDES
        if side in body.seats
    )
    if not body.seats.get("resident"):
        return say("governance-diagram.seats", seats=counted)
    if body.votes is None:
        return say("governance-diagram.seats-vote-unknown", seats=counted)
    if body.votes == 0:
        return say("governance-diagram.seats-no-vote", seats=counted)
    return say("governance-diagram.seats-vote", seats=counted, count=body.votes)


def _does(body: Body) -> str:
    return say(f"governance-diagram.it-{body.does}") if body.does else say("governance-diagram.it-unknown")


def linked(found: Diagram, link: Link) -> str:
    """What goes from one body to another."""
    names = {"start": found.by_id[link.start].name, "end": found.by_id[link.end].name}
    if link.kind == "sends-on" and link.weeks is not None:
        return say("governance-diagram.linked-in-weeks", count=link.weeks, **names)
    if link.kind == "can-overrule":
        return say(f"governance-diagram.linked-can-overrule-{_told(link)}", **names)
    return say(f"governance-diagram.linked-{link.kind}", **names)


def _told(link: Link) -> str:
    """What is written down of reasons."""
    return "unknown" if link.reasons is None else "given" if link.reasons else "none"
