"""What a side's governance diagram says, to be laid over those of others."""

from collections.abc import Iterator, Mapping

from framework.core.answers import SIDES, side_name
from framework.core.words import say
from framework.export.form import FormField
from framework.tools.governance_diagram.diagram import Body, Diagram, Link, does_name, kind_name
from framework.tools.governance_diagram.picture import arrows
from framework.tools.governance_diagram.read import ARROWS, LEVELS, SEATS
from framework.tools.overlay.lay_over import Fact, Mark, Told
from framework.tools.overlay.lay_over import Link as Drawn


def drawn(form: Mapping[str, FormField], found: Diagram) -> Told:
    """The bodies and arrows of a diagram, with what is said of each: what a body does comes first."""
    higher = {each.id: each.higher for each in arrows(found)}
    return Told(
        found.decision,
        tuple(Mark(body.id, body.name, tuple(_of_body(form, body)), row=_row(form, body)) for body in found.bodies),
        tuple(
            Drawn(each.start, each.end, kind_name(each.kind), tuple(_of_link(form, each)), higher[each.id])
            for each in found.links
        ),
    )


def _row(form: Mapping[str, FormField], body: Body) -> str:
    """The form's own row that a body stands in; empty where it was added."""
    row = body.rows.get(LEVELS, "")
    return row if row in form[LEVELS].row_keys({}) else ""


def _of_body(form: Mapping[str, FormField], body: Body) -> Iterator[Fact]:
    seats, levels = form[SEATS].columns, form[LEVELS].columns
    yield Fact("does", seats["does"], does_name(body.does) if body.does else "", plain=True)
    yield Fact("votes", seats["votes"], _number(body.votes))
    for side in SIDES:
        yield Fact(
            f"seats-{side}", say("governance-diagram.seats-for", side=side_name(side)), _number(body.seats.get(side))
        )
    yield Fact("who", levels["who"], body.who)


def _of_link(form: Mapping[str, FormField], link: Link) -> Iterator[Fact]:
    columns = form[ARROWS].columns
    reasons = "" if link.reasons is None else say("common.yes") if link.reasons else say("common.no")
    yield Fact("reasons", columns["reasons"], reasons)
    yield Fact("weeks", columns["weeks"], _number(link.weeks))


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
