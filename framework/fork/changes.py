"""What a copy of the guide changes: items added, replaced and hidden, from `brand/framework/`, each with its reason.

- `changes.yaml` holds a list of changes to what the guide has, by id.
- Folders named as in `framework/data` hold what is added. `statements/` holds statements for the guide's assessments.
"""

import difflib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, cast

from framework.content.check import BadData, check, named
from framework.content.load import (
    DATA,
    SENTENCES,
    Entry,
    Loaded,
    Problem,
    assemble,
    build,
    gather,
    ids_in,
    read,
    with_lines,
)
from framework.content.model import Field, Framework, Identified, PointOfLaw, collections, items
from framework.content.retell import Said, retold
from framework.content.roles import in_our_words
from framework.content.visible import gone, hide, visible
from framework.core.item import Item, Shape
from framework.fork.changelog import Changed, Changes, Replacement, as_text, fingerprint, keys_of
from framework.fork.own_pages import refused

FILE = "changes.yaml"
OWN = "local-"
"""The name of an added item begins so. No item of the guide ever does: the two can never come to clash."""
STATEMENTS = "statements"
ADDED = ("tools", "case_studies", "glossary", "sections", "publications", "other_work", "law", STATEMENTS)
"""What may be added. The principles, the precepts and the checks as a whole are the guide's."""
FIXED = ("id", "origin", "page", "lists")
"""What no change may touch: which item it is, who said it first, and which statements the guide asks."""
BEFORE = "brand/framework/"
CREDIT = "source.framework"


@dataclass(frozen=True, kw_only=True)
class Change(Shape):
    """One change to what the guide has."""

    id: str
    """The id of an item of the guide. It stands at the end of the item's address."""
    reason: str
    """Why it is changed. Every reader can see this."""
    hide: bool = False
    """'true' takes the item off your site."""
    replace: dict[str, Any] = field(default_factory=dict)
    """What you say instead: each key of the item that you change, with your words."""
    based_on: str | None = None
    """Which wording of the guide this was based on. The build says what to write here, and when that has changed."""


@dataclass(frozen=True)
class Fork:
    """The guide, with what its copy changes."""

    whole: Framework
    """As it is said here, with all that saved files and links may still name: what is retired or hidden is marked in
    'retired_in'.
    """
    visible: Framework
    """What pages show."""
    gone: frozenset[str]
    """Ids of what no page shows."""
    original: Framework
    """The guide as it was, in its own words, without the copy's changes."""
    changes: Changes


def load_fork(folder: Path, data: Path = DATA, said: Said = in_our_words) -> Fork:
    """The guide with the changes of `folder`, which need not be there, as it is `said` here.

    Raises `BadData` with every problem.
    """
    try:
        return _loaded(folder, data, said)
    except BadData as error:
        files = {problem.file: folder / problem.file.removeprefix(BEFORE) for problem in error.problems}
        theirs = {file: path for file, path in files.items() if file.startswith(BEFORE)}
        raise BadData(with_lines(error.problems, theirs)) from error


def _loaded(folder: Path, data: Path, said: Said) -> Fork:
    problems: list[Problem] = []
    entries = gather(data, problems, collections(), passed_over=(SENTENCES,))
    guide = assemble(entries, problems)
    wrong = check(guide)
    if wrong:
        raise BadData(wrong)
    changes = _changes(folder / FILE, problems)
    added = [*_added(folder, problems)]
    problems += _run_by_browsers(changes, added)
    problems += _clashing(guide.framework, added)
    merged, files = _merged(guide.framework, entries, changes, added, problems)
    if problems:
        raise BadData(problems)
    hidden = {change.id for change in changes if change.hide}
    loaded = assemble(merged, problems, files) if changes or added else guide
    whole = hide(loaded.framework, hidden)
    problems = [] if loaded is guide else check(Loaded(whole, problems, loaded.files))  # the guide was checked above
    if problems:
        raise BadData([_with_way_out(problem, loaded) for problem in problems])
    if misnamed := [*_misnamed(guide.framework, loaded)]:
        raise BadData(misnamed)
    away = gone(loaded.framework, hidden)
    original = retold(guide.framework, in_our_words)
    ours = original if loaded is guide else retold(loaded.framework, in_our_words)
    changelog = _changelog(original, ours, changes, added)
    notes = (*changelog.notes, *_notes_of_links(loaded, away))
    whole = retold(whole, said)
    return Fork(whole, visible(whole), away, original, replace(changelog, notes=notes))


def _with_way_out(problem: Problem, loaded: Loaded) -> Problem:
    """A problem in a file of the guide that only the copy's changes can have made: it is mended in the copy."""
    if problem.file.startswith(BEFORE) or problem.id not in loaded.files:
        return problem
    way_out = f"Your changes led to this. Replace or hide '{problem.id}' too, in {BEFORE}{FILE}."
    return replace(problem, mend=f"{problem.mend} {way_out}")


def _changes(path: Path, problems: list[Problem]) -> list[Change]:
    """The changes of a file. What can't be read as one is a problem."""
    plain = read(path, BEFORE + FILE, problems) if path.exists() else None
    if plain is not None and not isinstance(plain, list):
        problems.append(Problem(BEFORE + FILE, "", "this holds no list", "Begin each change with '- id:'."))
        return []
    found = []
    for each in plain or []:
        if not isinstance(each, dict):
            problems.append(Problem(BEFORE + FILE, "", f"'{each}' is no change", "Begin each change with '- id:'."))
        elif change := build(Change, each, BEFORE + FILE, problems):
            found.append(change)
    return found


def _added(folder: Path, problems: list[Problem]) -> Iterator[Entry]:
    """What is added, each with its origin."""
    if not folder.is_dir():
        return
    for entry in gather(folder, problems, ADDED, BEFORE, passed_over=(FILE, "README.md")):
        id_ = str(entry.plain.get("id", ""))
        if entry.plain.get("origin", "local") != "local":
            problems.append(Problem(entry.file, id_, "its origin is not 'local'", "Take 'origin' out."))
        if not id_.split(".")[-1].startswith(OWN):
            named_so = ".".join([*id_.split(".")[:-1], OWN + id_.split(".")[-1]])
            problems.append(
                Problem(entry.file, id_, "an id of your own begins with 'local-'", f"Name it '{named_so}'.")
            )
        yield entry


def _clashing(guide: Framework, added: list[Entry]) -> Iterator[Problem]:
    """Ids of what is added that are the guide's: whoever begins with a copy of its file has them."""
    known = {item.id for item in items(guide)}
    for entry in added:
        own, *inside = [*ids_in(entry.plain)] or [""]
        for id_ in inside:
            if id_ in known:
                mend = f"Begin it with your own: '{own}.{id_.split('.')[-1]}'."
                yield Problem(entry.file, id_, "the guide has this id already", mend)


def _run_by_browsers(changes: list[Change], added: list[Entry]) -> Iterator[Problem]:
    """What is more than words: HTML that no browser is to run."""
    texts = [(BEFORE + FILE, each.id, each.replace) for each in changes]
    texts += [(each.file, str(each.plain.get("id", "")), each.plain) for each in added]
    for file, id_, plain in texts:
        if found := next(filter(None, map(refused, _words_in(plain))), None):
            yield Problem(file, id_, f"it has '{found}', which browsers won't run here", "Take it out.")


def _words_in(plain: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, (list, dict)):
        for part in plain.values() if isinstance(plain, dict) else plain:
            yield from _words_in(part)


def _merged(
    guide: Framework, entries: list[Entry], changes: list[Change], added: list[Entry], problems: list[Problem]
) -> tuple[list[Entry], dict[str, str]]:
    """The guide's entries with all changes made, and the files of what was changed, by id."""
    merged = deepcopy(entries)
    by_id = {plain["id"]: plain for entry in merged for plain in _holders(entry.plain)}
    files: dict[str, str] = {}
    known = {item.id: item for item in items(guide)}
    seen: set[str] = set()
    for change in changes:
        wrong = refusal(change, known, seen)
        seen.add(change.id)
        if wrong:
            problems.append(Problem(BEFORE + FILE, change.id, *wrong))
        elif change.replace:
            by_id[change.id].update(deepcopy(change.replace))
            files |= dict.fromkeys([change.id, *ids_in(list(change.replace.values()))], BEFORE + FILE)
    for entry in added:
        plain = {key: value for key, value in entry.plain.items() if key != "reason"} | {"origin": "local"}
        holder = by_id.get(str(plain.get("id", "")).split(".")[0]) if entry.collection == STATEMENTS else None
        if entry.collection != STATEMENTS:
            merged.append(replace(entry, plain=plain))
        elif holder and "statements" in holder:
            holder["statements"] = [*holder["statements"], plain]
            files |= dict.fromkeys(ids_in(plain), entry.file)
        else:
            mend = "Begin its id with that of an assessment and of what it bears on: 'health.common-vision.local-1'."
            problems.append(Problem(entry.file, str(plain.get("id", "")), "it belongs to no assessment", mend))
    return merged, files


def _holders(plain: Any) -> Iterator[dict[str, Any]]:
    """Every part of plain data that has an id."""
    if isinstance(plain, dict):
        if isinstance(plain.get("id"), str):
            yield plain
        plain = list(plain.values())
    if isinstance(plain, list):
        for part in plain:
            yield from _holders(part)


def refusal(change: Change, known: Mapping[str, Identified], seen: set[str]) -> tuple[str, str] | None:
    """What is wrong with a change, and how to mend it; None where it can be made. `seen` are ids that others name."""
    if change.id not in known:
        close = difflib.get_close_matches(change.id, known, n=1)
        return "the guide has no item of this id", f"Did you mean '{close[0]}'?" if close else "Look it up on the site."
    if change.id in seen:
        return "two changes name this id", "Make one of the two."
    if not change.reason.strip():
        return "the reason is empty", "Say why, for your residents to read."
    if change.hide == bool(change.replace):
        return (
            "it says neither or both of 'hide' and 'replace'",
            "Keep one: 'hide: true', or 'replace:' with your words.",
        )
    if change.id == CREDIT:
        return "the credit to the framework's authors can't be changed or hidden", "Take this change out."
    if change.hide and isinstance(known[change.id], PointOfLaw):
        what = "a point of law can't be hidden, for texts that rest on it would stand without a source"
        return what, "Replace its words and its source, or replace the texts that rest on it."
    if change.hide and isinstance(known[change.id], Field):
        what = "a question of a form can't be hidden alone, for people's saved forms name it"
        return what, f"Hide '{change.id.split('.')[0]}', the form, or replace the question's words."
    if change.hide and not _in_a_list(known[change.id], known.values()):
        return (
            "this can't be hidden alone, for its page would end without it",
            "Hide what it stands in, or replace its words.",
        )
    fixed = [key for key in FIXED if key in change.replace]
    if fixed:
        return f"'{fixed[0]}' can't be replaced", f"Take '{fixed[0]}' out."
    return None


def _in_a_list(item: Identified, known: Any) -> bool:
    """Whether an item is one of several, so that those around it stay whole without it."""
    return not any(value is item for other in known for value in vars(other).values())


def _changelog(guide: Framework, here: Framework, changes: list[Change], added: list[Entry]) -> Changes:
    """What readers and publishers are told of the changes."""
    before = {item.id: item for item in items(guide)}
    after = {item.id: item for item in items(here)}
    reasons = {str(entry.plain["id"]): str(entry.plain.get("reason") or "") for entry in added}
    replaced: list[Changed] = []
    hidden: list[Changed] = []
    notes: list[str] = []
    for change in changes:
        item = before[change.id]
        wordings = tuple(
            Replacement(key, as_text(getattr(item, key, None)), as_text(getattr(after[change.id], key, None)))
            for key in change.replace or keys_of(item)
        )
        now = fingerprint(item, change.replace)
        moved_on = bool(change.replace and change.based_on and change.based_on != now)
        (hidden if change.hide else replaced).append(Changed(item, change.reason.strip(), wordings, moved_on))
        notes += _notes(change, item, wordings, now)
    new = tuple(Changed(after[id_], reason.strip()) for id_, reason in reasons.items())
    told_at = _told_at(before, after, changes)
    own = {*told_at, *(each.item.id for each in (*hidden, *new))}
    in_part = frozenset(
        item.id
        for item in (*before.values(), *after.values())
        if any(each is not item and each.id in own for each in items(item))
    )
    unbased = {
        change.id: fingerprint(before[change.id], change.replace)
        for change in changes
        if change.replace and not change.based_on
    }
    return Changes(tuple(replaced), tuple(hidden), new, told_at, in_part, unbased, tuple(notes))


def _told_at(
    before: Mapping[str, Identified], after: Mapping[str, Identified], changes: list[Change]
) -> dict[str, str]:
    """The ids of all that says something else than in the guide, each with that of the change that made it so."""
    found = {}
    for change in changes:
        for id_ in dict.fromkeys([change.id, *ids_in(list(change.replace.values()))]) if change.replace else ():
            if id_ in after and (id_ not in before or _says(before[id_]) != _says(after[id_])):
                found[id_] = change.id
    return found


def _says(part: Any) -> Any:
    """What an item says itself: of those that stand in it, only which they are."""
    if is_dataclass(part):
        values = ((each.name, getattr(part, each.name)) for each in fields(part))
        return {name: _inside(value) for name, value in values}
    return part


def _inside(value: Any) -> Any:
    if isinstance(value, Item):
        return value.id
    if isinstance(value, tuple):
        return tuple(_inside(each) for each in value)
    return _says(value)


def _misnamed(guide: Framework, loaded: Loaded) -> Iterator[Problem]:
    """What a change puts under another's name: an item that only the copy has, or one with another page or origin."""
    known = {item.id: item for item in items(guide) if isinstance(item, Item)}
    for item in items(loaded.framework):
        if not isinstance(item, Item):
            continue
        if original := known.get(item.id):
            if (item.origin, item.page) != (original.origin, original.page):
                mend = f"Write 'origin: {original.origin}'" + (
                    f" and 'page: {original.page}'." if original.page else "."
                )
                yield Problem(BEFORE + FILE, item.id, "its origin or page is not that of the guide", mend)
        elif item.origin != "local":
            mend = "Write 'origin: local' there, without 'page', or take it out."
            yield Problem(loaded.files.get(item.id, BEFORE + FILE), item.id, "the guide has no such item", mend)


def said_by_whom(framework: Framework, changes: Changes) -> Framework:
    """A framework in which all that says something else than in the guide is the copy's own: no other said it."""
    return cast(Framework, _own(framework, changes.told_at))


def _own(part: Any, told_at: Mapping[str, str]) -> Any:
    if is_dataclass(part):
        changed = {each.name: _own(getattr(part, each.name), told_at) for each in fields(part)}
        if isinstance(part, Item) and part.id in told_at:
            changed |= {"origin": "local", "page": None}
        return replace(cast(Any, part), **changed)
    if isinstance(part, tuple):
        return tuple(_own(each, told_at) for each in part)
    return part


def _notes(change: Change, item: Identified, wordings: tuple[Replacement, ...], now: str) -> Iterator[str]:
    where = f"{BEFORE}{FILE}: {change.id}"
    if isinstance(item, Item) and item.retired_in:
        yield f"{where}: the guide retired this in version {item.retired_in}. Take your change out."
    elif change.replace and not change.based_on:
        yield f"{where}: add 'based_on: {now}', and you will be told when the guide changes what you replaced."
    elif change.replace and change.based_on != now:
        said = "\n".join(
            f"    {each.key}, the guide now: {each.guide}\n    {each.key}, yours: {each.here}" for each in wordings
        )
        mend = f"If yours still holds, write 'based_on: {now}'. If not, mend it or take it out."
        yield f"{where}: the guide has changed what you replaced.\n{said}\n    {mend}"


def _notes_of_links(loaded: Loaded, away: frozenset[str]) -> Iterator[str]:
    """Links of the copy's own items that lead to what is retired or hidden: the site shows only their words."""
    for item in items(loaded.framework):
        file = loaded.files.get(item.id, "")
        for key, ids, _ in named(item) if file.startswith(BEFORE) and item.id not in away else ():
            for id_ in ids:
                if id_ in away:
                    yield f"{file}: {item.id}: '{key}' names '{id_}', which is retired or hidden. It is left out."
