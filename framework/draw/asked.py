"""How a page asks for a picture: how large, under which id, in which colours."""

from collections.abc import Mapping
from typing import Any

from framework.core.answers import BadInput, choose_from, unknown_request
from framework.core.words import say


def asked_picture[Size](request: Mapping[str, Any], sizes: Mapping[str, Size], id_: str) -> tuple[Size, str]:
    """The size that a request names, 'wide' where it names none, and the id that is unique on its page, or `id_`.

    Raises `BadInput` where there is no such size, or the id is none.
    """
    size, id_ = request.get("size", "wide"), request.get("id", id_)
    if not isinstance(size, str) or size not in sizes:
        raise BadInput(say("common.unknown-request"), choose_from(sizes))
    if not isinstance(id_, str) or not id_.isidentifier():
        raise unknown_request()
    return sizes[size], id_


def asked_colours(request: Mapping[str, Any]) -> dict[str, Any]:
    """The colours that a request gives, by name; none where it gives none. `painted` looks at each."""
    colours = request.get("colours")
    return colours if isinstance(colours, dict) else {}
