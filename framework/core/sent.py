"""Something that one document of a group sends to another tool."""

from collections.abc import Mapping
from dataclasses import dataclass

from framework.core.guide import Guide


@dataclass(frozen=True)
class Sent:
    """One thing, with all that a tool may want to know of it."""

    guide: Guide
    id: str
    told: Mapping[str, str]
    """What is sent, by what the tool calls it."""
    day: str
    """The day that the document is about, as 2027-03-31; empty where it says none."""
    source: str
    """The id of the tool that it comes from."""
