"""The model as plain data, and back: what `framework.json` holds, and how the browser reads it."""

from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints


def as_data(value: Any) -> Any:
    """Dicts, lists, texts and numbers that say what `value` says. What a class works out for itself is written too.

    >>> from framework.content.model import Point
    >>> as_data(Point(id="a.1", origin="ours", text="Ask first."))["text"]
    'Ask first.'
    """
    if is_dataclass(value):
        names = [each.name for each in fields(value)]
        names += [name for name, member in vars(type(value)).items() if isinstance(member, cached_property)]
        return {name: as_data(getattr(value, name)) for name in names}
    if isinstance(value, (tuple, list)):
        return [as_data(part) for part in value]
    if isinstance(value, dict):
        return {key: as_data(part) for key, part in value.items()}
    return value


def from_data[T](shape: type[T], plain: Any) -> T:
    """Build a `shape` from what `as_data` wrote. Meant for data that was checked before it was published."""
    return cast(T, _build(shape, plain))


def _build(hint: Any, plain: Any) -> Any:
    if is_dataclass(hint):
        return cast(Any, hint)(
            **{name: _build(inner, plain[name]) for name, inner in _hints(cast(Any, hint)) if name in plain}
        )
    if isinstance(plain, list):
        inner = get_args(_option(hint, tuple))[0]
        return tuple(_build(inner, part) for part in plain)
    if isinstance(plain, dict):
        shape = next((option for option in _options(hint) if is_dataclass(option)), None)
        if shape:
            return _build(shape, plain)
        inner = get_args(_option(hint, dict))[1]
        return {key: _build(inner, part) for key, part in plain.items()}
    return plain


def _option(hint: Any, kind: type) -> Any:
    """Of the types that a hint allows, the one that is a `kind`."""
    return next((option for option in _options(hint) if get_origin(option) is kind), hint)


@cache
def _hints(shape: Any) -> tuple[tuple[str, Any], ...]:
    """The names and types of a class's fields. Working them out anew for each object would take most of the time."""
    hints = get_type_hints(shape)
    return tuple((each.name, hints[each.name]) for each in fields(shape))


def _options(hint: Any) -> tuple[Any, ...]:
    """The types that a hint allows.

    >>> _options(int | None)
    (<class 'int'>,)
    """
    if get_origin(hint) in (Union, UnionType):
        return tuple(option for option in get_args(hint) if option is not NoneType)
    return (hint,)
