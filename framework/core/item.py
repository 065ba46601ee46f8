"""What everything that the framework says has in common. Standard library only, for the browser builds it too."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

type Origin = Literal["framework", "article", "ours", "local"]
"""Who says it: the framework of 2022, the article about it, this guide, or those who publish this copy of it."""


class Shape:
    """What all classes here share: how they are read from YAML."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "use_attribute_docstrings": True}


@dataclass(frozen=True, kw_only=True)
class Item(Shape):
    """Anything with an id: what links, saved answers and the search hold on to."""

    id: str
    """Lower-case words joined by '-', parts joined by '.': 'common-vision.recap'. Never reused, never changed."""
    origin: Origin
    """Who says it: framework, article, ours, or local for what is added in `brand/framework/`."""
    page: int | None = None
    """The page printed in the framework, 3 to 16. Needed where the origin is framework; only there."""
    cites: tuple[str, ...] = ()
    """Ids of publications that this rests on."""
    retired_in: str | None = None
    """The version in which this was retired, or 'hidden' where a copy of the guide hides it. Such items stay in the
    data, so that their id is never reused. No page shows them."""
