"""What a group learns before each stage, read from the form of its training programme."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from framework.core.answers import DECIDING, Side, side_name
from framework.core.words import say
from framework.export.form import Answers, FormField, words

TOPICS = "training-programme.topics"

type Stage = Literal["set-up", "brief", "design", "build", "after"]
STAGES: tuple[Stage, ...] = get_args(Stage.__value__)


@dataclass(frozen=True)
class Topic:
    """Something to learn."""

    id: str
    name: str
    stage: Stage | None
    sides: tuple[Side, ...]
    """Who is to learn it."""
    leader: str


def topics_of(form: Mapping[str, FormField], answers: Answers) -> tuple[Topic, ...]:
    """The topics of which something is written, in the form's order."""
    field = form[TOPICS]
    found = []
    for row in field.row_keys(answers):
        cells = {column: " ".join(words(answers, f"{TOPICS}.{row}.{column}").split()) for column in field.columns}
        name = " ".join(field.row_words(row, answers).split())
        if name and any(cells.values()):
            found.append(
                Topic(row, name, _stage(cells["stage"]), _sides(cells["who-for"]), cells["leader"].rstrip("."))
            )
    return tuple(found)


def at(topics: tuple[Topic, ...], stage: Stage | None) -> tuple[Topic, ...]:
    """The topics of one stage, or those of none."""
    return tuple(each for each in topics if each.stage == stage)


def describe(topics: tuple[Topic, ...]) -> str:
    """The picture in words: a topic, or a stage without any, to a line."""
    if not topics:
        return say("training-programme.nothing")
    lines = []
    for stage in STAGES:
        name, here = say(f"training-programme.stage-{stage}"), at(topics, stage)
        lines += [
            say("training-programme.before", stage=name, topic=each.name, leader=led_by(each)) for each in here
        ] or [say("training-programme.before-none", stage=name)]
    others = at(topics, None)
    return "\n".join(
        [*lines, *(say("training-programme.without-stage", topic=each.name, leader=led_by(each)) for each in others)]
    )


def led_by(topic: Topic) -> str:
    """Who leads a topic."""
    if topic.leader:
        return say("training-programme.led-by", leader=topic.leader)
    return say("training-programme.no-leader")


def _stage(written: str) -> Stage | None:
    read = written.casefold()
    names = {stage: say(f"training-programme.stage-{stage}").casefold() for stage in STAGES}
    return next((stage for stage, name in names.items() if read.startswith(name)), None)


def _sides(written: str) -> tuple[Side, ...]:
    read = written.casefold()
    if say("training-programme.for-both").casefold() in read:
        return DECIDING
    names: dict[Side, str] = {"resident": side_name("resident"), "organisation": say("training-programme.for-officers")}
    return tuple(side for side, name in names.items() if name.casefold() in read)
