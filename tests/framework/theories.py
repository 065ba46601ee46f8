"""Theories of change for tests: the made-up estate's, and any that people might type."""

from typing import Any

from hypothesis import strategies as st

from framework.content.model import Framework
from framework.content.worked_examples import entries
from framework.export.form import FormField, read_fields
from framework.published import form_fields
from framework.tools.theory_of_change.read import ACTIVITIES, ARROWS, DECISIONS, OUTCOMES, THE_GOAL, TOOL, theory_of
from framework.tools.theory_of_change.theory import Theory

NAMES = {ACTIVITIES: "Activity", OUTCOMES: "Outcome", DECISIONS: "Decision"}
"""What rows are called in what people type here, by table, with the number of the row."""
FIRST = {ACTIVITIES: "activity", OUTCOMES: "outcome", DECISIONS: "decision"}


def form(framework: Framework) -> dict[str, FormField]:
    """The fields of the tool's form, by id."""
    tool = next(each for each in framework.tools if each.id == TOOL)
    return {each.id: each for each in read_fields(form_fields(tool))}


def estate_answers(framework: Framework) -> dict[str, list[str]]:
    """The worked example, as the form keeps it."""
    tool = next(each for each in framework.tools if each.id == TOOL)
    return entries(tool, next(each for each in framework.worked_examples if each.tool == TOOL))


def estate(framework: Framework) -> Theory:
    """The worked example's theory."""
    return theory_of(form(framework), estate_answers(framework))


@st.composite
def typed(draw: Any) -> dict[str, list[str]]:
    """What people might type: some activities, outcomes and decisions, and arrows between them and to the goal."""
    answers: dict[str, list[str]] = {}
    names = ["Our final goal"]
    for table, name in NAMES.items():
        for row in range(1, draw(st.integers(0, 4)) + 1):
            answers[f"{table}.{row}.{FIRST[table]}"] = [f"{name} no. {row}!"]
            names.append(f"{name} no. {row}")
            if table == DECISIONS:
                answers[f"{table}.{row}.when"] = [draw(st.sampled_from(["2027", "May (done)"]))]
    if draw(st.booleans()) or len(names) == 1:
        answers[THE_GOAL] = ["By 2033 all is well"]
    for row in range(1, draw(st.integers(0, 8)) + 1):
        cells = {column: draw(st.sampled_from(names)) for column in ("from", "to")}
        cells |= {side: draw(st.sampled_from(["", "not", "Fairly", "very, since May"])) for side in SURE_SIDES}
        cells["because"] = draw(st.sampled_from(["", "The money lasts", "People stay"]))
        answers |= {f"{ARROWS}.{row}.{column}": [text] for column, text in cells.items() if text}
    return answers


SURE_SIDES = ("resident", "organisation", "other")
