"""The rule 'tally': how many things are as they should be. Pure functions: answers in, a number out."""

from framework.core.answers import Given, statements_of

STATES: tuple[str, ...] = ()
"""Things are counted, and no state follows."""


def tally(given: Given) -> int:
    """How many statements have the best of their answers."""
    return sum(given.answers.get(each.id) == len(each.answers) - 1 for each in statements_of(given.assessment, "long"))
