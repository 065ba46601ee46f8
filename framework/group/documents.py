"""All documents of a group, each in all its versions: what was agreed last, each side's draft, and what is in the form
and in none of these.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from framework.core.answers import side_name
from framework.core.words import listed, say
from framework.export.form import FROM_EXAMPLE, Answers, day_out


@dataclass(frozen=True)
class Version:
    """One version of a document."""

    tool: str
    title: str
    file_name: str
    """Without its ending."""
    mark: str
    """In a sentence, what it is: agreed, or whose draft."""
    stage_name: str
    answers: Answers


def versions(stages: Iterable[Mapping[str, Any]], data: Mapping[str, Any]) -> Iterator[Version]:
    """The versions of all documents, in the order of the `stages` that `framework.group.binder.binder` gives."""
    for stage in stages:
        for document in stage["documents"]:
            yield from _versions(document, stage["stage_name"], data)


def _versions(document: Mapping[str, Any], stage: str, data: Mapping[str, Any]) -> Iterator[Version]:
    tool, title = document["id"], document["title"]
    kept = data.get(f"drafts.{tool}", {"drafts": {}, "agreed": []})
    seen: list[Answers] = []
    for agreed in kept["agreed"][-1:]:
        day, again = day_out(agreed["day"]), day_out(agreed["again"])
        sides = listed([side_name(side) for side in agreed["sides"]])
        mark = say("binder.mark-agreed", day=day, sides=sides)
        if again:
            mark += f" {say('binder.mark-again', day=again)}"
        name = say("binder.agreed-file", title=title, day=agreed["day"])
        yield Version(tool, say("binder.agreed-title", title=title), name, mark, stage, agreed["filled"])
        seen.append(agreed["filled"])
    for each in document["sides"]:
        draft = kept["drafts"][each["side"]]
        name = say("binder.draft-title", title=title, side=each["side_name"])
        mark = say("binder.mark-draft", side=each["side_name"], day=day_out(draft["day"]))
        yield Version(tool, name, name, mark, stage, draft["filled"])
        seen.append(draft["filled"])
    form = data.get(f"tool.{tool}", {})
    for each in data.get(f"earlier.{tool}", ()):
        name = say("binder.earlier-title", title=title, day=each["day"] or say("binder.no-day"))
        yield Version(tool, name, name, say("binder.mark-earlier"), stage, each["filled"])
    if (own := _own(form)) and own not in map(_own, seen):
        yield Version(tool, title, title, say("binder.mark-form"), stage, form)


def _own(answers: Answers) -> Answers:
    """Answers without the mark that they began with a worked example."""
    return {name: texts for name, texts in answers.items() if not name.endswith(f".{FROM_EXAMPLE}")}
