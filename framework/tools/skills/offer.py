"""Rows of the grid, offered to the form of a training programme: never in place of anything that stands there."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from framework.core.answers import BadInput
from framework.core.kept import FILLED_IN, misfit
from framework.core.words import say

type Entries = Mapping[str, Sequence[str]]
"""A form as it is filled in: for each field, its texts."""

TOOL = "training-programme"
SESSIONS = f"{TOOL}.sessions"
"""The table of the sessions that a group plans, with a number for each row."""
TOPIC, LEADER = "topic", "leader"


def offered(entries: Any, rows: Any) -> dict[str, Any]:
    """The form with these rows in it, each on a row of its own that was empty; `added` and `there` say which topics
    came in, and which stood there before. Raises `BadInput` where either can't be used.
    """
    if misfit(FILLED_IN, entries) or misfit([{TOPIC: str, LEADER: str}], rows):
        raise BadInput(say("skills.no-offer"), say("common.load-again"))
    form = {name: list(texts) for name, texts in entries.items()}
    known = {text.strip().casefold() for name, texts in form.items() if _is_topic(name) for text in texts}
    added: list[str] = []
    there: list[str] = []
    free = _free(form)
    for row in rows:
        topic = row[TOPIC].strip()
        if not topic or topic.casefold() in known:
            there += [topic] if topic else []
            continue
        known.add(topic.casefold())
        number = next(free)
        form[f"{SESSIONS}.{number}.{TOPIC}"] = [topic]
        if row[LEADER].strip():
            form[f"{SESSIONS}.{number}.{LEADER}"] = [row[LEADER].strip()]
        added.append(topic)
    return {"form": form, "added": added, "there": there}


def _is_topic(name: str) -> bool:
    """Whether a field of the form is the topic of a session."""
    return name.startswith(f"{SESSIONS}.") and name.endswith(f".{TOPIC}")


def _free(form: Entries) -> Iterator[int]:
    """The numbers of the table's empty rows, from the first; behind the last come new ones."""
    start = f"{SESSIONS}."
    taken = {name.removeprefix(start).split(".")[0] for name, texts in form.items() if name.startswith(start) and texts}
    return (number for number in count(1) if str(number) not in taken)
