"""The sentences that code, templates and scripts name by id, from `framework/data/sentences/<group>.yaml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framework.content.load import DATA, SENTENCES, Problem, read
from framework.content.roles import ROLE, wrong_braces
from framework.core.words import COUNT, PLACE, Sentences, Text

FORMS = ("one", "other")
"""The plural forms of English, in the order of its rule `n != 1`."""
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TAG = re.compile(r"</?[a-z]", re.IGNORECASE)


@dataclass(frozen=True)
class LoadedSentences:
    """What could be read of the sentences, and what could not."""

    sentences: Sentences
    problems: list[Problem]


def load_sentences(data: Path = DATA) -> LoadedSentences:
    """Read every file in the folder `sentences` of `data`. The id of a sentence is its file's name and its key."""
    problems: list[Problem] = []
    texts: dict[str, Text] = {}
    for path in sorted(path for path in (data / SENTENCES).rglob("*") if path.is_file()):
        file = path.relative_to(data).as_posix()
        if path.parent.name != SENTENCES or path.suffix != ".yaml":
            problems.append(Problem(file, "", "nothing loads this file", f"Move it to {SENTENCES}/, as a .yaml file."))
            continue
        content = read(path, file, problems)
        if content is not None and not isinstance(content, dict):
            problems.append(Problem(file, "", "this holds no sentences", "Begin each line with a key: 'no-facts: …'."))
            continue
        for key, written in (content or {}).items():
            id_ = f"{path.stem}.{key}"
            wrong = [*_problems(key, written)]
            problems += [Problem(file, id_, what, mend) for what, mend in wrong]
            if not wrong:
                texts[id_] = [written[each].strip() for each in FORMS] if isinstance(written, dict) else written.strip()
    return LoadedSentences(Sentences(texts), problems)


def _problems(key: Any, written: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with a sentence, and how to mend it."""
    if not isinstance(key, str) or not NAME.fullmatch(key):
        yield (
            f"the key '{key}' is not well formed",
            "Use lower-case words joined by '-', in quotes where YAML needs it.",
        )
    if isinstance(written, dict) and tuple(written) != FORMS:
        yield "its plural forms are not 'one' and 'other'", "Give both, in this order, and nothing else."
        return
    forms = list(written.values()) if isinstance(written, dict) else [written]
    if not all(isinstance(text, str) and text.strip() for text in forms):
        yield "this is not text", "Write the sentence, in quotes where YAML needs it."
        return
    for text in forms:
        wrong = [*wrong_braces(text, places=True)]
        yield from wrong
        if not wrong and re.search(r"[{}]", PLACE.sub("", ROLE.sub("", text))):
            yield "a brace here is no place to fill", "Write a place as '{name}', and no other brace."
        if TAG.search(text):
            yield "it holds HTML", "Write Markdown (**bold**, [words](id:power-map)), or leave a place to fill."
        if "co-production" in text.lower():
            yield "it has 'co-production'", "Write 'coproduction'."
    places = [set(PLACE.findall(ROLE.sub("", text))) - {COUNT} for text in forms]
    if any(each != places[0] for each in places):
        yield "its plural forms have unlike places", "Give each form the same places. Only 'count' may be left out."
