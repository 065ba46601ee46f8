"""Any JSON at all, for tests: real data with something put wrong anywhere in it, and what no script would ever write."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

ODD = {
    "~nan~": "NaN",
    "~infinite~": "-1e999",
    "~thousands of digits~": "9" * 5_000,
    "~more than a script counts~": "9007199254740993",
    "~deep~": "[" * 3_000 + "]" * 3_000,
    "~half a letter~": '"\\ud83d"',
    "~a letter in two halves~": '"\\ud83d\\ude00"',
}
"""What `json.dumps` does not write, by the word that stands in its place until it has written the rest."""
TRICKY = ("", "\x00", "=1+1", "'", "__proto__", "9999-12-31", "2" * 5_000, "0026-01-01", "a\x0bb", "\u2028")

type Path = tuple[str | int, ...]


def written(value: Any) -> str:
    """The JSON text of a value, with all that is odd in it."""
    text = json.dumps(value)
    for word, odd in ODD.items():
        text = text.replace(f'"{word}"', odd)
    return text


def texts(value: Any) -> Iterator[str]:
    """Every text in a value, names among them: what means something to the guide."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield name
            yield from texts(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from texts(inside)


def places(value: Any, path: Path = ()) -> list[Path]:
    """Every place in a value, from the whole inwards."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, part in inside for place in places(part, (*path, key)))]


def at(value: Any, path: Path) -> Any:
    """What stands at a place."""
    for key in path:
        value = value[key]
    return value


def replaced(value: Any, path: Path, new: Any) -> Any:
    """The value with something else at a place."""
    if not path:
        return new
    changed: Any = dict(value) if isinstance(value, dict) else list(value)
    changed[path[0]] = replaced(value[path[0]], path[1:], new)
    return changed


def anything(words: list[str]) -> st.SearchStrategy[Any]:
    """Any JSON, with some of these words in it."""
    known = st.sampled_from(words)
    leaves = (
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
        | known | st.sampled_from((*ODD, *TRICKY)) | st.text(max_size=10)
    )  # fmt: skip
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(known | st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    )


def spoilt(sound: list[Any]) -> st.SearchStrategy[tuple[int, Any]]:
    """Which of some sound values, and what becomes of it when one or two things in it are put wrong."""
    words = sorted({*texts(sound)})
    other = anything(words)
    names = st.sampled_from(words) | st.text(max_size=5)
    all_places = [places(each) for each in sound]

    @st.composite
    def strategy(draw: st.DrawFn) -> tuple[int, Any]:
        which = draw(st.integers(0, len(sound) - 1))
        value = sound[which]
        for known in (all_places[which], None)[: draw(st.integers(1, 2))]:
            path = draw(st.sampled_from(known or places(value)))
            value = replaced(value, path, _wrong(draw, at(value, path), other, names))
        return which, value

    return strategy()


def _wrong(draw: st.DrawFn, there: Any, other: st.SearchStrategy[Any], names: st.SearchStrategy[str]) -> Any:
    """Something else in the place of a value: anything at all, or the same with a part dropped, added or swapped."""
    has_parts = isinstance(there, (dict, list)) and there
    way = draw(st.sampled_from(("replaced", "dropped", "added", "swapped"))) if has_parts else "replaced"
    if way == "replaced":
        return draw(other)
    if isinstance(there, list):
        place = draw(st.integers(0, len(there) - 1))
        new = {"dropped": [], "added": [there[place], draw(other)], "swapped": [draw(other)]}[way]
        return [*there[:place], *new, *there[place + 1 :]]
    name = draw(st.sampled_from(sorted(there)))
    rest = {each: value for each, value in there.items() if each != name}
    return {
        "dropped": rest,
        "added": {**there, draw(names): draw(other)},
        "swapped": {**rest, draw(names): there[name]},
    }[way]
