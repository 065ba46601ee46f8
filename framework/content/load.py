"""YAML in, model out. Whatever cannot be read is a problem with its file, its id and a mend: all of them at once."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError
from yaml import YAMLError

from framework import __version__
from framework.content.as_saved import Place, Unreadable, is_litter, lines_of, text_of, tidied, yaml_of
from framework.content.model import Framework, collections, items
from framework.content.schema import entries, json_schema
from framework.core.item import Item, Shape

DATA = Path(__file__).parents[1] / "data"
SENTENCES = "sentences"
"""The folder of the data that holds no items: what code says, by id (`framework.content.sentences`)."""

QUOTED = re.compile(r"'([\w.-]+)'")
"""What a problem names: a key, as a rule."""


@dataclass(frozen=True)
class Problem:
    """Something wrong in a file, and how to mend it."""

    file: str
    """The file, as seen from the folder that was read."""
    id: str
    """The id of the item, or '' where the file has none that can be read."""
    what: str
    """What is wrong, without a full stop."""
    mend: str
    """What to do about it, as a sentence."""
    line: int = 0
    """The line of the file, from 1; 0 where it is not known."""

    def __str__(self) -> str:
        at = f", line {self.line}" if self.line else ""
        return f"{self.file}{at}: {self.id + ': ' if self.id else ''}{self.what}. {self.mend}"


@dataclass(frozen=True)
class Loaded:
    """What could be read of a folder, and what could not."""

    framework: Framework
    problems: list[Problem]
    files: dict[str, str]
    """The file that each id stands in, also of items that could not be built."""


@dataclass(frozen=True)
class Entry:
    """One item as it stands in a file, not yet built."""

    collection: str
    """The folder of its kind."""
    plain: dict[str, Any]
    file: str


def load(folder: Path = DATA) -> Loaded:
    """Read all files of `folder`. Its sub-folders are the collections of the framework."""
    problems: list[Problem] = []
    return assemble(gather(folder, problems, collections(), passed_over=(SENTENCES,)), problems)


def gather(
    folder: Path,
    problems: list[Problem],
    wanted: Collection[str],
    before: str = "",
    passed_over: Collection[str] = (),
) -> list[Entry]:
    """What stands in the folders that are `wanted`, as it is written. Problems name a file with `before` in front.

    `passed_over` names files and folders for someone else.
    """
    found: list[Entry] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not is_litter(path)):
        inside = path.relative_to(folder)
        if not {inside.as_posix(), inside.parts[0]}.isdisjoint(passed_over):
            continue
        file = before + inside.as_posix()
        name = inside.parent.as_posix()
        if name not in wanted or path.suffix != ".yaml":
            problems.append(Problem(file, "", "nothing loads this file", _where_files_go(name, path.suffix, wanted)))
            continue
        found += [Entry(name, plain, file) for plain in _items_in(read(path, file, problems), file, problems)]
    return found


def assemble(entries: Iterable[Entry], problems: list[Problem], changed_in: Mapping[str, str] | None = None) -> Loaded:
    """The framework that entries make. `changed_in` names, by id, a file that changed what another file holds."""
    files: dict[str, str] = {}
    built: dict[str, list[Item]] = {name: [] for name in collections()}
    for entry in entries:
        for id_ in ids_in(entry.plain):
            files.setdefault(id_, (changed_in or {}).get(id_, entry.file))
        found_problems: list[Problem] = []
        item = build(collections()[entry.collection], entry.plain, entry.file, found_problems)
        problems.extend(replace(problem, file=files.get(problem.id, problem.file)) for problem in found_problems)
        if item:
            built[entry.collection].append(item)
    for numbered in ("precepts", "principles", "workshops"):
        built[numbered].sort(key=lambda item: getattr(item, "number", 0))
    everything: Any = {name: tuple(found) for name, found in built.items()}
    return Loaded(Framework(version=__version__, **everything), problems, files)


def _where_files_go(folder: str, suffix: str, wanted: Collection[str]) -> str:
    if suffix != ".yaml":
        return "Give it a name that ends in .yaml, or take it out of the data."
    close = difflib.get_close_matches(folder, wanted, n=1)
    return "Move it to the folder " + (f"'{close[0]}'." if close else "one of " + ", ".join(wanted) + ".")


def read(path: Path, file: str, problems: list[Problem], as_text: bool = False, keys: Collection[str] = ()) -> Any:
    """What a YAML file holds; None where it is empty or cannot be read, and then a problem says why.

    With `as_text`, every value is text. `keys` are those that stand at the very left.
    """
    try:
        return yaml_of(tidied(text_of(path)), as_text, keys)
    except Unreadable as error:
        problems.append(Problem(file, "", error.fault.what, error.fault.mend, error.fault.line))
    return None


def with_lines(problems: Iterable[Problem], files: Mapping[str, Path]) -> list[Problem]:
    """The problems, each with the line of the key that it names in quotes, or else of its item.

    `files` holds where each file is by the name that problems give it. What stands in none is left as it is.
    """
    known = {file: _lines_in(path) for file, path in files.items()}
    return [_at_line(problem, known.get(problem.file, {})) for problem in problems]


def _lines_in(path: Path) -> Mapping[Place, int]:
    try:
        return lines_of(tidied(text_of(path)))
    except (Unreadable, YAMLError, OSError):  # the problem that says so has its line
        return {}


def _at_line(problem: Problem, lines: Mapping[Place, int]) -> Problem:
    places = [*((problem.id, key) for key in QUOTED.findall(problem.what)), (problem.id, "")]
    line = problem.line or next((lines[place] for place in places if place in lines), 0)
    return replace(problem, line=line)


def _items_in(content: Any, file: str, problems: list[Problem]) -> list[dict[str, Any]]:
    """The items of a file: it holds one, or a list of them."""
    found = content if isinstance(content, list) else [content]
    if content is not None and not all(isinstance(plain, dict) for plain in found):
        problems.append(Problem(file, "", "this holds no item", "Begin it with 'id:', or each item with '- id:'."))
    return [plain for plain in found if isinstance(plain, dict)]


def ids_in(plain: Any) -> Iterator[str]:
    """Every id in plain data, outermost first."""
    if isinstance(plain, dict):
        if isinstance(plain.get("id"), str):
            yield plain["id"]
        plain = list(plain.values())
    if isinstance(plain, list):
        for part in plain:
            yield from ids_in(part)


def build[S: Shape](kind: type[S], plain: dict[str, Any], file: str, problems: list[Problem]) -> S | None:
    """A `kind` from plain data; None where the data does not fit it, and then problems say all that is wrong."""
    try:
        return cast(S, _adapter(cast(Any, kind)).validate_python(plain))
    except ValidationError as error:
        for each in error.errors(include_url=False):
            problems.append(_explain(kind, plain, file, each))
        return None


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """Made once for each class: that takes longer than reading a file."""
    return TypeAdapter(kind)


def _explain(kind: type[Shape], plain: Any, file: str, error: Any) -> Problem:
    """A problem in our words, from one of pydantic's."""
    id_ = str(plain.get("id", ""))
    holder = plain
    steps = []
    for step in error["loc"]:
        if (isinstance(holder, dict) and step in holder) or (isinstance(holder, list) and isinstance(step, int)):
            steps.append(step)
            holder = holder[step] if not isinstance(holder, list) or step < len(holder) else None
            if isinstance(holder, dict) and isinstance(holder.get("id"), str):
                id_ = holder["id"]
                steps = []
        elif error["type"] in ("missing", "unexpected_keyword_argument"):
            steps.append(step)
    where = ".".join(str(step + 1) if isinstance(step, int) else str(step) for step in steps)
    key = str(error["loc"][-1])
    match error["type"]:
        case "missing":
            return Problem(file, id_, f"'{where}' is missing", f"Add '{key}'. {_meaning(kind, key)}".strip())
        case "unexpected_keyword_argument":
            return Problem(file, id_, f"unknown key '{where}'", _nearest(kind, key))
        case "literal_error":
            wanted = error["ctx"]["expected"]
            return Problem(file, id_, f"'{where}' is '{str(error['input'])[:60]}'", f"Use one of {wanted}.")
        case "string_type":
            return Problem(file, id_, f"'{where}' is not text", f"Put it in quotes: '{str(error['input'])[:60]}'.")
    return Problem(file, id_, f"'{where}' cannot be read: {error['msg']}", f"Change '{where}'.")


def _meaning(kind: type[Shape], key: str) -> str:
    for entry in entries(json_schema(kind)):
        if key in entry["properties"]:
            return str(entry["properties"][key].get("description", "")).replace("\n", " ")
    return ""


def _nearest(kind: type[Shape], key: str) -> str:
    known = sorted({name for entry in entries(json_schema(kind)) for name in entry["properties"]})
    close = difflib.get_close_matches(key, known, n=1)
    return f"Did you mean '{close[0]}'?" if close else f"Take it out. Known here: {', '.join(known)}."


def unbuilt(loaded: Loaded) -> set[str]:
    """Ids that stand in files but in no item that could be built: links to them are not called broken as well."""
    return set(loaded.files) - {item.id for item in items(loaded.framework)}
