"""Who can teach whom, read from a group's own grid in the form of its skills audit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from framework.core.answers import Side
from framework.core.words import comma_listed, say
from framework.export.form import Answers, FormField, words

GRID = "skills-audit.grid"
SURE: tuple[Side, ...] = ("resident", "organisation")
"""The columns for those who are sure. Officers and partners stand in one."""
PIECE = re.compile(r"[,;\n]")
DASHES = "-–—. "
"""What people write where there is nobody."""


@dataclass(frozen=True)
class Person:
    """Whoever is written down, mostly by initials."""

    name: str
    side: Side | None
    """The column of the grid in which the same initials stand; None where they stand in neither."""


@dataclass(frozen=True)
class Skill:
    """A skill that somebody can teach or wants to learn."""

    id: str
    name: str
    teachers: tuple[Person, ...]
    learners: tuple[Person, ...]


def skills_of(form: Mapping[str, FormField], answers: Answers) -> tuple[Skill, ...]:
    """The skills in a grid: first those that somebody wants to learn and nobody here can teach."""
    field = form[GRID]
    rows = field.row_keys(answers)
    sides: dict[str, Side] = {}
    for side in reversed(SURE):
        for row in rows:
            sides |= {_initials(name): side for name in _names(words(answers, f"{GRID}.{row}.{side}"))}
    found = []
    for row in rows:
        teachers, learners = (
            tuple(Person(name, sides.get(_initials(name))) for name in _names(words(answers, f"{GRID}.{row}.{column}")))
            for column in ("teach", "learn")
        )
        name = " ".join(field.row_words(row, answers).split())
        if name and (teachers or learners):
            found.append(Skill(row, name, teachers, learners))
    return tuple(sorted(found, key=lambda each: bool(each.teachers)))


def describe(skills: tuple[Skill, ...]) -> str:
    """The picture in words, one skill to a line."""
    return "\n".join(map(_told, skills)) or say("skills-audit.nothing")


def _told(skill: Skill) -> str:
    teachers, learners = (comma_listed(each.name for each in some) for some in (skill.teachers, skill.learners))
    if not skill.teachers:
        return say("skills-audit.no-teacher", skill=skill.name, learners=learners)
    if not skill.learners:
        return say("skills-audit.no-learner", skill=skill.name, teachers=teachers)
    return say("skills-audit.teaches", skill=skill.name, teachers=teachers, learners=learners)


def _names(written: str) -> list[str]:
    pieces = (" ".join(each.split()) for each in PIECE.split(written))
    return [each for each in pieces if each.strip(DASHES)]


def _initials(name: str) -> str:
    """Who is meant: the first word, as people read it.

    >>> _initials("IN Somali")
    'in'
    """
    return name.split()[0].casefold()
