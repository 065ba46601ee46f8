"""A tool's form in its parts, each of which is a screen on a phone."""

from framework.content.model import Field


def parts_of(fields: tuple[Field, ...]) -> list[list[Field]]:
    """The fields by the heading that they stand under, in their order; those before the first are a part too."""
    found: list[list[Field]] = []
    for each in fields:
        if each.part or not found:
            found.append([])
        found[-1].append(each)
    return found
