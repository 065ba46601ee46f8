"""What the browser's Python holds of the framework: assessments, what tools ask, and links to all they lead to."""

import json
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from framework.core.answers import BadInput
from framework.core.as_data import from_data
from framework.core.questions import Ask, Assessment, Statement
from framework.core.words import Sentences, say

LEADS = {"do": "action", "read": "guidance", "use": "tool"}
"""What one does with each kind of thing that an answer leads to."""


class Guide:
    """What `framework.published.browser_json` wrote, opened."""

    def __init__(self, published: str) -> None:
        data = json.loads(published)
        self.sentences = Sentences(data["sentences"], data["plural"], direction=data["direction"])
        self.assessments = {each["id"]: from_data(Assessment, each) for each in data["assessments"]}
        self.asks_data: list[dict[str, Any]] = data["asks"]
        self.links: dict[str, dict[str, str]] = data["links"]
        self.titles: dict[str, str] = data["titles"]
        self.tools: dict[str, str] = data["tools"]
        self.due: dict[str, str] = data["due"]
        self.days: list[dict[str, str]] = data["days"]
        self.stages: dict[str, list[str]] = data["stages"]
        self.canvases: dict[str, dict[str, Any]] = data["canvases"]

    def assessment(self, id_: Any, rule: str) -> Assessment:
        """An assessment by its id. Raises `BadInput` where there is none, or its answers are reckoned otherwise."""
        found = self.assessments.get(str(id_))
        if not found or found.rule != rule:
            raise BadInput(say("answers.no-assessment", assessment=id_), say("common.load-again"))
        return found

    def coded(self, id_: Any) -> Assessment:
        """An assessment whose answers can go from phones to a workshop. Raises `BadInput` where it is none."""
        found = self.assessments.get(str(id_))
        if not found or found.number is None:
            raise BadInput(say("answers.no-assessment", assessment=id_), say("common.load-again"))
        return found

    def by_rule(self, rule: str) -> list[Assessment]:
        """The assessments whose answers are reckoned by a rule."""
        return [each for each in self.assessments.values() if each.rule == rule]

    @cached_property
    def asks(self) -> dict[str, Ask]:
        """What tools find worth asking, by id."""
        return {each["id"]: from_data(Ask, each) for each in self.asks_data}

    def ask(self, tool: str, name: str) -> list[Ask]:
        """What a tool finds worth asking, by the last part of its id; nothing where a copy has hidden it."""
        found = self.asks.get(f"{tool}.asks.{name}")
        return [found] if found else []

    @property
    def duties(self) -> dict[str, str]:
        """The names of the duties that evidence may bear on, by id."""
        return {id_: link["words"] for id_, link in self.links.items() if link["kind"] == "duty"}

    def link(self, id_: str) -> dict[str, str]:
        """What a link to an item needs: its id, kind, words and address on the site."""
        return {"id": id_, **self.links[id_]}

    def to_find_out(self, statement: Statement) -> dict[str, str | None]:
        """What people need who want to find out the answer to a statement: a link to it, and `known_by`."""
        return {**self.link(statement.id), "known_by": statement.known_by}

    def leads(self, ids: Iterable[str]) -> dict[str, list[dict[str, str]]]:
        """Links to what helps, by what one does with it: 'do', 'read' and 'use'."""
        links = [self.link(id_) for id_ in ids]
        return {verb: [link for link in links if link["kind"] == kind] for verb, kind in LEADS.items()}
