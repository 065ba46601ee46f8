"""Governance diagrams for tests: the made-up estate's, and any that people might type."""

from typing import Any

from hypothesis import strategies as st

from framework.content.model import Framework
from framework.content.worked_examples import entries
from framework.export.form import FormField, read_fields
from framework.published import form_fields
from framework.tools.governance_diagram.diagram import KINDS, Diagram, kind_name
from framework.tools.governance_diagram.read import ARROWS, LEVELS, SEATS, TOOL, diagram_of

ROWS = ("steering-group", "project-team", "programme-board", "directors", "cabinet", "scrutiny", "partner", "other")


def form(framework: Framework) -> dict[str, FormField]:
    """The fields of the tool's form, by id."""
    tool = next(each for each in framework.tools if each.id == TOOL)
    return {each.id: each for each in read_fields(form_fields(tool))}


def estate_answers(framework: Framework) -> dict[str, list[str]]:
    """The worked example, as the form keeps it."""
    tool = next(each for each in framework.tools if each.id == TOOL)
    return entries(tool, next(each for each in framework.worked_examples if each.tool == TOOL))


def estate(framework: Framework) -> Diagram:
    """The worked example's diagram."""
    return diagram_of(form(framework), estate_answers(framework))


def row_names(framework: Framework) -> dict[str, str]:
    """What the form calls its levels, by row."""
    rows = form(framework)[LEVELS].rows
    assert isinstance(rows, dict)
    return rows


@st.composite
def typed(draw: Any, names: dict[str, str]) -> dict[str, list[str]]:
    """What people might type: some levels, seats, and arrows between them."""
    here = draw(st.lists(st.sampled_from(ROWS), min_size=1, unique=True))
    answers: dict[str, list[str]] = {}
    for row in here:
        answers[f"{LEVELS}.{row}.who"] = ["Someone"]
        does = draw(st.sampled_from(["decides", "Recommends", "only hears", ""]))
        counted = {"resident": draw(st.integers(0, 3)), "organisation": draw(st.integers(0, 3))}
        votes = draw(st.integers(0, counted["resident"]))
        cells = {"does": does, "votes": str(votes), **{side: str(count) for side, count in counted.items()}}
        answers |= {f"{SEATS}.{row}.{column}": [text] for column, text in cells.items() if text}
    for number in range(1, draw(st.integers(0, 8)) + 1):
        start, end = (names[draw(st.sampled_from(here))] for _ in range(2))
        cells = {
            "from": start,
            "to": end,
            "what": kind_name(draw(st.sampled_from(KINDS))),
            "weeks": draw(st.sampled_from(["", "3", "Up to 12"])),
            "reasons": draw(st.sampled_from(["", "yes", "No"])),
        }
        answers |= {f"{ARROWS}.{number}.{column}": [text] for column, text in cells.items() if text}
    return answers
