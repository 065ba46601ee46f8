"""A theory of change in words: what the picture shows, for those who do not see it."""

from framework.core.answers import SIDES, side_name
from framework.core.words import comma_listed, say
from framework.tools.theory_of_change.theory import Link, Mark, Theory, sure_name

FACTS = {"activity": ("who",), "outcome": ("for-whom", "by-when"), "decision": ("from", "to", "when"), "goal": ()}
"""What is told of each kind of mark: columns of its table."""


def describe(theory: Theory) -> str:
    """How things are and are to be, each mark, each arrow, and what stands on none. One paragraph to a line."""
    return "\n".join(
        [
            *(say("theory-of-change.is-now", side=side_name(side), text=text) for side, text in theory.needs.items()),
            _goal(theory),
            *(told(theory, mark) for mark in theory.marks if mark.kind != "goal"),
            *(linked(theory, link) for link in theory.links),
            *(say("theory-of-change.on-no-arrow", assumption=text.rstrip(".")) for text in theory.loose),
        ]
    )


def _goal(theory: Theory) -> str:
    return say("theory-of-change.goal-is", goal=theory.goal) if theory.goal else say("theory-of-change.no-goal")


def told(theory: Theory, mark: Mark) -> str:
    """A mark, what it is, and what else is known of it."""
    if mark.kind == "goal":
        return _goal(theory)
    found = [
        say(f"theory-of-change.fact-{column}", text=mark.facts[column].rstrip("."))
        for column in FACTS[mark.kind]
        if column in mark.facts
    ]
    return " ".join([say(f"theory-of-change.is-{mark.kind}", name=mark.name.rstrip(".")), *found])


def linked(theory: Theory, link: Link) -> str:
    """What one thing leads to, why people believe it, and how sure each side is."""
    names = {"start": theory.by_id[link.start].name, "end": theory.by_id[link.end].name}
    number = theory.numbers.get(link.id)
    parts = [
        say("theory-of-change.linked", **names)
        if number is None
        else say("theory-of-change.linked-numbered", number=number, **names)
    ]
    if link.because:
        parts.append(say("theory-of-change.taken-for-granted", because=link.because.rstrip(".")))
    if link.sure:
        parts.append(say("theory-of-change.how-sure", sides=sureness(link)))
    return " ".join(parts)


def sureness(link: Link) -> str:
    """How sure each side is, of those that said so."""
    return comma_listed(
        say("theory-of-change.sure-of", side=side_name(side), sure=sure_name(link.sure[side]))
        for side in SIDES
        if side in link.sure
    )
