"""A project process map in words: what the picture shows, for those who do not see it, and its decisions one by one."""

from dataclasses import dataclass

from framework.core.words import comma_listed, listed, say
from framework.tools.project_process_map.process import LANES, Lane, Mark, Process, Stage, lane_name


@dataclass(frozen=True)
class Stop:
    """One decision on the way through the project."""

    id: str
    sentence: str
    link: str = ""
    """Nothing leads from one to the next but time."""


def titled(found: Process) -> str:
    """What a map is called."""
    return found.title or say("project-process-map.untitled")


def stage_name(stage: Stage) -> str:
    """A stage by its number and its name."""
    return say("project-process-map.numbered-stage", number=stage.number, name=stage.name).strip()


def describe(found: Process) -> str:
    """The map: all of it, each stage, each mark. One paragraph to a line."""
    told = [overview(found), *(_stage(found, stage) for stage in found.stages)]
    return "\n".join([*told, *(told_mark(found, mark) for mark in in_order(found))])


def in_order(found: Process) -> list[Mark]:
    """All marks, stage by stage and lane by lane; those that nobody put anywhere last."""
    stages: list[str | None] = [*(stage.id for stage in found.stages), None]
    lanes: list[Lane | None] = [*LANES, None]
    return [mark for stage in stages for lane in lanes for mark in found.inside(stage, lane)]


def overview(found: Process) -> str:
    """How many stages and decisions there are, how many of these outside the group, and where residents take part."""
    outside = sum(each.outside for each in found.decisions)
    asked = [stage for stage in found.stages if any(each.asks for each in found.inside(stage.id))]
    said = say(
        "project-process-map.overview",
        title=titled(found),
        stages=say("project-process-map.stages", count=len(found.stages)),
        decisions=say("project-process-map.decisions", count=len(found.decisions)),
        outside=say("project-process-map.outside", count=outside)
        if outside
        else say("project-process-map.outside-none"),
        part=say("project-process-map.part", count=len(asked), names=listed([stage_name(each) for each in asked]))
        if asked
        else say("project-process-map.part-none"),
    )
    if found.now is None:
        return said
    here = say("project-process-map.here", stage=stage_name(found.stages[found.place[found.now]]))
    return f"{said} {here}"


def _stage(found: Process, stage: Stage) -> str:
    lanes: list[Lane | None] = [*LANES, None]
    told = [
        say("project-process-map.lane-with", side=lane_name(lane), names=comma_listed(each.name for each in marks))
        for lane in lanes
        if (marks := found.inside(stage.id, lane))
    ]
    if stage.id in found.unasked:
        told.append(f"{say('project-process-map.nobody-asked')}.")
    inside = " ".join(told) or say("project-process-map.stage-empty")
    places = {"stage": stage_name(stage), "told": inside}
    if stage.dates:
        return say("project-process-map.stage-dated", dates=stage.dates, **places)
    return say("project-process-map.stage-with", **places)


def told_mark(found: Process, mark: Mark) -> str:
    """One mark: what it is, where it stands, and all that is written down of it."""
    stage = (
        stage_name(found.stages[found.place[mark.stage]]) if mark.stage else say("project-process-map.stage-not-said")
    )
    facts = " ".join(_facts(mark))
    return say(
        f"project-process-map.{mark.kind}-of", name=mark.name, stage=stage, side=lane_name(mark.lane), facts=facts
    ).strip()


def _facts(mark: Mark) -> list[str]:
    told = [say("project-process-map.who", who=mark.who)] if mark.who else []
    if mark.day:
        told.append(say(f"project-process-map.day-of-{mark.kind}", day=mark.day))
    if mark.papers_before is not None and mark.papers_before >= 0:
        told.append(say("project-process-map.papers-days", count=mark.papers_before))
    elif mark.papers:
        told.append(say("project-process-map.papers-on", day=mark.papers))
    if mark.last_day:
        told.append(say("project-process-map.last-day", day=mark.last_day))
    if mark.outside:
        told.append(say("project-process-map.is-outside"))
    if mark.moved:
        told.append(say("project-process-map.moved", moved=mark.moved))
    return told


def follow(found: Process) -> tuple[Stop, ...]:
    """The decisions, one after the other."""
    count = len(found.decisions)
    return tuple(
        Stop(each.id, say("project-process-map.stop", number=number, all=count, told=told_mark(found, each)))
        for number, each in enumerate(found.decisions, start=1)
    )
