"""Project process maps for tests: the made-up estate's, and any that people might type."""

from typing import Any

from hypothesis import strategies as st

from framework.content.model import Framework
from framework.content.worked_examples import entries
from framework.export.form import FormField, read_fields
from framework.published import form_fields
from framework.tools.project_process_map.process import LANES, Process, lane_name
from framework.tools.project_process_map.read import DECISIONS, GATES, LIMITS, OUTSIDE, STEPS, TOOL, process_of

DAYS = ("", "1 March 2027", "2027-03-10", "12 March 2027", "April 2027", "2031", "Not known")
NAMES = ("Height", "Which blocks of the estate stay, and who is asked", "The vote", "Red line", "Öffnung", "A " * 30)


def form(framework: Framework) -> dict[str, FormField]:
    """The fields of the tool's form, by id."""
    tool = next(each for each in framework.tools if each.id == TOOL)
    return {each.id: each for each in read_fields(form_fields(tool))}


def estate_answers(framework: Framework) -> dict[str, list[str]]:
    """The worked example, as the form keeps it."""
    tool = next(each for each in framework.tools if each.id == TOOL)
    return entries(tool, next(each for each in framework.worked_examples if each.tool == TOOL))


def estate(framework: Framework) -> Process:
    """The worked example's map."""
    return process_of(form(framework), estate_answers(framework))


@st.composite
def typed(draw: Any) -> dict[str, list[str]]:
    """What people might type: decisions, steps and limits, with and without a stage, a side and a day."""
    sides = [lane_name(lane) for lane in LANES]
    stages = st.sampled_from(["", *map(str, range(8)), "Stage 3"])
    answers: dict[str, list[str]] = {}
    if draw(st.booleans()):
        answers[f"{TOOL}.own-stages"] = ["What we want\nDrawing it: 2028\n\nBuilding and moving"]
    for number in range(1, draw(st.integers(0, 6)) + 1):
        name = f"{draw(st.sampled_from(NAMES))} {number}"
        cells = {
            f"{DECISIONS}.{number}.decision": name,
            f"{DECISIONS}.{number}.stage": draw(stages),
            f"{DECISIONS}.{number}.last-day": draw(st.sampled_from(DAYS)),
            f"{DECISIONS}.{number}.flag": draw(st.sampled_from(["", "Outside", "no", "-"])),
            f"{GATES}.{number}.decision": name.upper(),
            f"{GATES}.{number}.side": draw(st.sampled_from(["", *sides])),
            f"{GATES}.{number}.papers": draw(st.sampled_from(DAYS)),
            f"{GATES}.{number}.day": draw(st.sampled_from(DAYS)),
        }
        if draw(st.booleans()):
            cells |= {f"{OUTSIDE}.{number}.decision": name, f"{OUTSIDE}.{number}.who-explains": "The director"}
        answers |= {key: [text] for key, text in cells.items() if text}
    for table, column in ((STEPS, "step"), (LIMITS, "limit")):
        for number in range(1, draw(st.integers(0, 4)) + 1):
            cells = {
                column: f"{draw(st.sampled_from(NAMES))} {number}",
                "stage": draw(stages),
                "side": draw(st.sampled_from(["", *sides])),
            }
            answers |= {f"{table}.{number}.{key}": [text] for key, text in cells.items() if text}
    return answers
