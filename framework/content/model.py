"""The shape of everything that the framework says: one class for one kind of item.

Each class is also the description of a YAML file in `framework/data` and of an object in `framework.json`. The text
under a field says what it holds; the JSON Schema that editors use is made from it.

What the browser builds too stands in modules of its own (`shape.py`, `questions.py`): each class takes it a while.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache, cached_property
from typing import Any, Literal, get_args, get_origin, get_type_hints

from framework.content.answer import Answer
from framework.content.fields import FieldKind, Settles
from framework.core.answers import Side
from framework.core.item import Item, Shape
from framework.core.questions import Ask, Assessment

type Stage = Literal["set-up", "brief", "design", "build", "after"]
"""When in a project: setting up the group; deciding what to do; design and planning; building and moving; living
there and looking back."""

type Form = Literal["document", "canvas", "matrix", "assessment"]
"""What kind of thing a tool is: words to fill in, a picture to draw, a grid of people, questions to answer."""

type Part = Literal["coproduction", "guide", "promise", "practice"]
"""What a section is about: coproduction itself; the source guide; what it gives and costs; how it goes in practice."""


@dataclass(frozen=True, kw_only=True)
class Publication(Item):
    """A work that the guide rests on."""

    title: str
    """Its title."""
    authors: tuple[str, ...]
    """Its authors, or the body that published it, in the order of the work."""
    year: int
    """The year it came out."""
    published_in: str | None = None
    """The journal, publisher or site."""
    url: str | None = None
    """Where it can be read. Left out where no address is known to work."""
    note: str | None = None
    """What a reader should know about it, or about reusing it."""


@dataclass(frozen=True, kw_only=True)
class Point(Item):
    """One point in a list."""

    text: str
    """One to three sentences, in Markdown."""
    title: str | None = None
    """A short name for the point, where it helps."""


@dataclass(frozen=True, kw_only=True)
class Seat(Shape):
    """A place at a group's table, or several alike."""

    side: Side
    """Whose it is: resident, organisation or other."""
    who: str
    """Who sits there and for whom, in a few words."""
    task: str | None = None
    """What they do for the group, in a word or two, where it is more than taking part: 'chair'."""
    count: int = 1
    """How many there are of it."""


@dataclass(frozen=True, kw_only=True)
class Section(Item):
    """A text about coproduction, or about the guide itself."""

    part: Part
    """What it is about: coproduction, guide, promise, practice."""
    title: str
    """Its heading."""
    summary: str
    """One plain sentence."""
    text: str = ""
    """Paragraphs, in Markdown."""
    points: tuple[Point, ...] = ()
    """A list after the text."""
    seats: tuple[Seat, ...] = ()
    """An example of who sits round the table, drawn after the text. Ours."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class Precept(Item):
    """One of the five provocations to say out loud before starting."""

    number: int
    """1 to 5."""
    title: str
    """As the framework has it."""
    summary: str
    """One plain sentence."""
    text: str
    """What the framework means by it, in Markdown."""
    questions: tuple[Point, ...] = ()
    """What to ask each other about it."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class Guidance(Item):
    """How to carry out a principle: one section of its guidance."""

    title: str
    """A heading that says what to do."""
    text: str
    """Paragraphs, in Markdown."""
    tools: tuple[str, ...] = ()
    """Ids of the tools that the framework names here."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class LookOutFor(Item):
    """A common problem with a principle."""

    text: str
    """Paragraphs, in Markdown."""
    title: str | None = None
    """A heading. Empty where the framework gives none."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class Action(Item):
    """One practical thing to do."""

    text: str
    """One to three sentences that say what to do, beginning with a verb."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class Actions(Shape):
    """What to do about a principle, now and later."""

    quick_wins: tuple[Action, ...] = ()
    """What can be done at the next meeting or two."""
    longer_term: tuple[Action, ...] = ()
    """What takes longer."""


@dataclass(frozen=True, kw_only=True)
class Principle(Item):
    """One of the ten principles."""

    number: int
    """1 to 10."""
    title: str
    """As the framework has it."""
    summary: str
    """One plain sentence: what this principle asks for."""
    guidance: tuple[Guidance, ...]
    """How to carry it out."""
    look_out_for: LookOutFor
    """What commonly goes wrong."""
    actions: Actions
    """What to do."""
    questions: tuple[Point, ...] = ()
    """Questions for a group to talk about. Ours."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""

    @cached_property
    def tools(self) -> tuple[str, ...]:
        """Ids of the tools that the framework names under this principle, in its order, each once."""
        return tuple(dict.fromkeys(tool for section in self.guidance for tool in section.tools))


@dataclass(frozen=True, kw_only=True)
class Step(Shape):
    """One step of running a tool."""

    title: str
    """What to do, in a few words."""
    text: str
    """How, in one to four sentences of Markdown."""


@dataclass(frozen=True, kw_only=True)
class Field(Shape):
    """One thing to fill in on a tool's form."""

    id: str
    """The tool's id, a dot, and a name: 'vision-statement.red-lines'. Never reused, never changed."""
    label: str
    """What is asked, in a few words."""
    kind: FieldKind
    """How it is filled in: line, text, date, number, choice, ticks, sides or table."""
    part: str | None = None
    """The heading that this field and those after it stand under, until another field names one."""
    hint: str | None = None
    """One or two sentences that help to fill it in."""
    options: dict[str, str] = field(default_factory=dict)
    """For choice and ticks: a name that never changes, and the words shown."""
    columns: dict[str, str] = field(default_factory=dict)
    """For table: a name that never changes, and the heading shown."""
    rows: int | dict[str, str] = 0
    """For table: how many empty rows, or the rows' names and the words shown before them. For text and sides: how
    many lines to leave on paper."""
    settles: Settles | None = None
    """What it settles between the sides, if it moves power: decisions, overruling, money, information or people. Where
    two drafts differ, these come first. Ours."""
    takes: str | dict[str, str] = ""
    """What of another tool's form is offered here while nothing is written: the id of a field there; with a side, or a
    row and a column behind it, each after a dot, just that; with '*' for the row, a whole column. For sides and table:
    which of these for each side, or for each 'row.column'. Ours."""
    due: bool = False
    """Whether it is the day on which the group comes back to this. Such days stand in one list and calendar. Ours."""
    days: dict[str, str] = field(default_factory=dict)
    """For a table with days that are to stand in that list and calendar: each column in which a day is written, and the
    column that says of what. Ours."""
    draws: dict[str, str] = field(default_factory=dict)
    """For a table whose numbers are drawn over time: the column that has the 'name' of what is counted, the field that
    says 'when', and for each side the column with its numbers. Ours."""
    sends: dict[str, str] = field(default_factory=dict)
    """Where what is written here can be sent on: 'to', the room of a tool that takes it; and for each thing that this
    takes, the column or the side here. Ours."""
    carries: str | dict[str, dict[str, tuple[str, ...]]] = ""
    """What is taken over here when the form is begun anew: the id of a field of this form, whose answer moves here or
    stays; or ids of its tables, each with the columns there by the columns here that they come into. Ours."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class MarkKind(Shape):
    """A kind of thing that stands on a canvas, and what people call it there."""

    name: str
    """What all of them are called: the heading of their table, 'Bodies'."""
    add: str
    """The button that adds one: 'Add a body'."""
    new: str
    """What one is called until somebody names it: 'New body'."""
    tables: tuple[str, ...]
    """Ids of the tables of which each row is a mark. Rows of several tables are one mark where their names are one."""
    named_in: str | None = None
    """The column of the first table in which its name stands. Left out, it is the first."""


@dataclass(frozen=True, kw_only=True)
class Canvas(Shape):
    """Which of a form's fields are drawn as a picture. Its rules and its look are Python's, in the tool's own room."""

    title: str
    """Id of the field that says what the picture is about."""
    kinds: dict[str, MarkKind]
    """What stands on it: each kind by a name that Python gives to its marks, 'body'."""
    links: str | None = None
    """Id of the table of which each row is a link: its columns from and to hold names of marks. Where it has a column
    what, and Python tells the choices for it, one of them is asked for when a link is drawn."""
    follow: str | None = None
    """What is said where there is nothing to follow yet. Left out where the picture has no way that is followed."""

    @property
    def drawn(self) -> list[str]:
        """The ids of all tables of which something is drawn."""
        tables = [table for kind in self.kinds.values() for table in kind.tables]
        return [*tables, *([self.links] if self.links else ())]


@dataclass(frozen=True, kw_only=True)
class Tool(Item):
    """Something to fill in, draw or answer together."""

    name: str
    """The tool's name."""
    summary: str
    """What it is for, in one plain sentence."""
    form: Form
    """document, canvas, matrix or assessment."""
    helps_with: tuple[str, ...] = ()
    """Ids of actions that this tool helps to carry out. Ours."""
    stages: tuple[Stage, ...]
    """The stages of a project in which it is most useful."""
    when: str
    """When to use it, in one to three sentences."""
    minutes: int
    """How long the work takes in the room, in minutes."""
    time_note: str
    """How that time is made up, in one sentence."""
    who: str
    """Who should be in the room, in one to three sentences."""
    about: str
    """Why it helps and what to expect, in one to three short paragraphs of Markdown."""
    steps: tuple[Step, ...]
    """How to run it."""
    tips: tuple[str, ...] = ()
    """What to watch for, a sentence or two each."""
    fields: tuple[Field, ...]
    """The form."""
    canvas: Canvas | None = None
    """What of the form is drawn as a picture, where it has one: `framework/tools/<id>/` draws it."""
    pictured: bool = False
    """Whether its form is shown as a picture on its page, where it has no canvas: `framework/tools/<id>/` draws it."""
    asks: tuple[Ask, ...] = ()
    """What the tool may find worth asking, by rules in Python: each has a rule of the name that its id ends in."""
    also_called: tuple[str, ...] = ()
    """Other names that people have for it. The page shows them, and the search knows them."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class WorkedExample(Item):
    """A tool's form, filled in by the made-up group of the made-up estate."""

    tool: str
    """Id of the tool."""
    title: str
    """What the filled-in form is called."""
    summary: str
    """What it shows, in one plain sentence."""
    answers: dict[str, Answer]
    """What is filled in, by the name of the field within its tool: a text, the rows of a table, or the text of each
    side or the columns of each named row."""
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What is chosen or ticked, by the name of the field within its tool: names of its options."""


@dataclass(frozen=True, kw_only=True)
class RunStep(Shape):
    """One line of a workshop's run sheet."""

    title: str
    """What happens, in a few words."""
    minutes: int
    """How long it takes."""
    text: str
    """What the facilitator says and does, in Markdown."""


@dataclass(frozen=True, kw_only=True)
class WorkshopPlan(Item):
    """A plan for one meeting of both sides, for whoever runs it."""

    number: int
    """Its place in the list, from 1: about the order in which a group would need them."""
    title: str
    """Its name."""
    summary: str
    """What it is for, in one plain sentence."""
    aim: str
    """What the room has at the end that it didn't have before, in one or two sentences."""
    minutes: int
    """How long it takes: the sum of the run sheet."""
    who: str
    """Who should be there, and how the sides are balanced."""
    bring: tuple[str, ...]
    """What to bring."""
    room: str
    """How to set up the room, and what people need to take part."""
    run_sheet: tuple[RunStep, ...]
    """What happens, in order."""
    watch_for: tuple[str, ...]
    """What to watch for in who speaks."""
    heated: str
    """What to do when it gets heated."""
    on_paper: str
    """How it goes with no screen and no phones."""
    online: str
    """How it goes with some people joining from elsewhere."""
    afterwards: str
    """What to do with the result."""
    draws_on: tuple[str, ...]
    """Ids of the precepts, guidance, actions and tools that it draws on."""
    assessment: str | None = None
    """Id of the assessment that people answer in it, if they do."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class CaseStudy(Item):
    """What happened somewhere."""

    name: str
    """The project or body."""
    place: str
    """Where."""
    summary: str
    """One plain sentence."""
    text: str
    """What is known, in Markdown."""
    lesson: str
    """What others can take from it, in one or two sentences. Ours."""
    principles: tuple[str, ...]
    """Ids of the principles that it bears on."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class OtherWork(Item):
    """Other work that the framework recommends."""

    title: str
    """Its title or name."""
    by: str | None = None
    """Who made it."""
    summary: str
    """One plain sentence."""
    url: str | None = None
    """Where it is. Left out where no address is known to work."""


@dataclass(frozen=True, kw_only=True)
class Word(Item):
    """A word that needs explaining."""

    term: str
    """The word or words, as they stand in a text: 'terms of reference', 'RIBA'."""
    meaning: str
    """What it means, in one or two plain sentences."""
    forms: tuple[str, ...] = ()
    """Other forms under which it stands in a text: plurals, abbreviations."""
    law: tuple[str, ...] = ()
    """Ids of the points of law that its meaning rests on."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class Duty(Item):
    """Something that the law or a regulator asks of a landlord, which a group's evidence may bear on."""

    name: str
    """A few words, with the number that it has in its source."""
    meaning: str
    """What it asks for, in one or two plain sentences."""
    law: tuple[str, ...]
    """Ids of the points of law that it rests on."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class PointOfLaw(Item):
    """What the guide says of the law or of an official rule, with its source: what a lawyer should look at."""

    title: str
    """A few words."""
    text: str
    """What the guide takes the law or the rule to be, in one to three plain sentences. Ours."""
    source: str
    """The law or rule by its name, with its section."""
    url: str
    """Address of the official page, beginning with https://."""
    dated: str
    """The date of the source as it was read or is named: a year, or a day as in 2024-04-01. In quotes."""
    looked_at: str | None = None
    """The day on which we read it, as in 2026-11-30. Left out where nobody opened it, and it is named from general
    knowledge: the page says so."""
    note: str | None = None
    """How far it was read, where that was not all."""
    ask: str
    """What a lawyer should look at, as a question."""
    found_by: tuple[str, ...] = ()
    """Words that people type into the search when they want this. Ours."""


@dataclass(frozen=True, kw_only=True)
class Framework(Shape):
    """All of it. Each tuple is a folder of `framework/data`, with one or more items to a file."""

    version: str
    """The version of the guide."""
    publications: tuple[Publication, ...]
    sections: tuple[Section, ...]
    precepts: tuple[Precept, ...]
    principles: tuple[Principle, ...]
    tools: tuple[Tool, ...]
    worked_examples: tuple[WorkedExample, ...]
    assessments: tuple[Assessment, ...]
    workshops: tuple[WorkshopPlan, ...]
    duties: tuple[Duty, ...]
    law: tuple[PointOfLaw, ...]
    case_studies: tuple[CaseStudy, ...]
    other_work: tuple[OtherWork, ...]
    glossary: tuple[Word, ...]

    @cached_property
    def source(self) -> Publication:
        """The framework of 2022, which all this comes from."""
        return next(work for work in self.publications if work.id == "source.framework")


def collections() -> dict[str, type[Item]]:
    """The folders of the data, and the class of the items in each.

    >>> collections()["case_studies"].__name__
    'CaseStudy'
    """
    return {name: get_args(hint)[0] for name, hint in get_type_hints(Framework).items() if get_origin(hint) is tuple}


def numbered_titles(framework: Framework) -> dict[str, str]:
    """The principles' titles by id, each with its number: '1. ...'."""
    return {each.id: f"{each.number}. {each.title}" for each in framework.principles if not each.retired_in}


type Identified = Item | Field
"""Whatever has an id."""


def items(shape: Any) -> Iterator[Identified]:
    """Everything with an id in a framework, or in any part of it, outermost first."""
    if isinstance(shape, (Item, Field)):
        yield shape
    parts = shape if isinstance(shape, tuple) else (getattr(shape, name) for name in names(shape.__class__))
    for part in parts:
        if isinstance(part, (tuple, Shape)):
            yield from items(part)


@cache
def names(kind: type) -> tuple[str, ...]:
    """The fields of a kind of shape. Asked half a million times in a build."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
