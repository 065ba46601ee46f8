"""What is worth asking about a project process map. Each finding is a question with its reasons, and never a verdict.

The words stand in the tool's data (`asks` in `framework/data/tools/project-process-map.yaml`); the rules stand here.
What anything is called changes nothing, nor does the order of the rows.
"""

from collections.abc import Callable
from itertools import groupby

from framework.core.days import span_in
from framework.core.findings import Finding, Reasons, found_by
from framework.core.words import listed, say
from framework.tools.project_process_map.describe import stage_name
from framework.tools.project_process_map.process import Process

READING_DAYS = 14
"""So many days before a decision residents have the papers, or it is asked about."""
STRETCH = 2
"""So many stages in a row in which residents take part in nothing are a long stretch."""


def worth_asking(found: Process) -> tuple[Finding, ...]:
    """All that is worth asking, in the order of the rules. An empty map asks nothing."""
    return found_by(RULES, found)


def _papers_late(found: Process) -> Reasons:
    """Residents get the papers too late to read them, or too late to change anything."""
    for mark in found.decisions:
        before = mark.papers_before
        papers, last = span_in(mark.papers), span_in(mark.last_day)
        if before is not None and before < 0:
            yield (mark.id,), say("project-process-map.papers-after", name=mark.name)
        elif papers and last and papers.first > last.last:
            yield (mark.id,), say("project-process-map.papers-past-change", name=mark.name, day=mark.last_day)
        elif before is not None and before < READING_DAYS:
            yield (mark.id,), say("project-process-map.papers-short", name=mark.name, count=before)


def _no_one_asked(found: Process) -> Reasons:
    """Several stages in a row in which others decide or act, and residents take part in nothing."""
    unasked = set(found.unasked)
    for is_stretch, group in groupby(found.stages, key=lambda stage: stage.id in unasked):
        stages = list(group)
        if not is_stretch or len(stages) < STRETCH:
            continue
        others = [each for stage in stages for each in found.inside(stage.id) if each.without_residents]
        names = {"start": stage_name(stages[0]), "end": stage_name(stages[-1])}
        told = say("project-process-map.stretch", names=listed([each.name for each in others]), **names)
        yield tuple(each.id for each in others), told


def _line_met_late(found: Process) -> Reasons:
    """The group first hears of a limit in a stage after one in which something is decided."""
    decided = [found.place[each.stage] for each in found.decisions if each.stage]
    for mark in found.of_kind("limit"):
        if mark.stage is None:
            continue
        before = sum(place < found.place[mark.stage] for place in decided)
        if before:
            stage = stage_name(found.stages[found.place[mark.stage]])
            yield (mark.id,), say("project-process-map.met-late", name=mark.name, stage=stage, count=before)


def _not_explained(found: Process) -> Reasons:
    """A decision is taken outside the group, and it is not written down who explains it."""
    for mark in found.decisions:
        if mark.outside and not mark.explained:
            yield (mark.id,), say("project-process-map.unexplained", name=mark.name)


RULES: dict[str, Callable[[Process], Reasons]] = {
    "papers-late": _papers_late,
    "no-one-asked": _no_one_asked,
    "line-met-late": _line_met_late,
    "not-explained": _not_explained,
}
"""Each rule by the name of its ask, in the order in which they are shown."""
