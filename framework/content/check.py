"""Every rule that the data keeps. Each rule looks at the whole and tells all that breaks it.

`python -m framework.content.check` prints what is wrong, and ends with status 1 if anything is.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from itertools import chain
from pathlib import Path

from framework.content.examples import examples, widgets_with_examples
from framework.content.fields import WITH_COLUMNS, WITH_OPTIONS
from framework.content.languages import editions
from framework.content.law import unsound, unsourced
from framework.content.load import DATA, Loaded, Problem, load, unbuilt
from framework.content.model import (
    Action,
    Duty,
    Field,
    Framework,
    Guidance,
    Identified,
    LookOutFor,
    PointOfLaw,
    Precept,
    Principle,
    Publication,
    Tool,
    Word,
    WorkedExample,
    WorkshopPlan,
    items,
)
from framework.content.offers import misfits as misfits_taken
from framework.content.offers import misfits_onward
from framework.content.prose import retold_page
from framework.content.retell import Said, heard, retold, sentences_retold
from framework.content.roles import in_our_words, wrong_braces
from framework.content.sentences import load_sentences
from framework.content.worked_examples import misfits
from framework.core.item import Item
from framework.core.questions import Ask, Assessment, Statement
from framework.core.words import Sentences
from framework.tools import rooms
from framework.tools.answer_code.code import ASSESSMENTS, EDITIONS

DOCS = DATA.parents[1] / "docs"
FIRST_PAGE, LAST_PAGE = 3, 16
"""The pages of the framework that hold text (its contents, p. 2)."""
LONGEST_SUMMARY = 30
"""Words. A summary is one plain sentence."""
LINK = re.compile(r"\]\(id:([^)\s]*)\)")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*")

type Found = Iterator[tuple[Identified, str, str]]
"""What a rule tells: the item, what is wrong with it, and how to mend it."""
type Rule = Callable[[Loaded], Found]


class BadData(Exception):
    """The data breaks its rules. Holds every problem, and says them all."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__("\n".join([f"{count} in the data:", *(f"  {problem}" for problem in problems)]))


def checked(folder: Path = DATA, said: Said = in_our_words) -> Framework:
    """The framework in `folder`, in the guide's own words unless told. Raises `BadData` if anything breaks a rule."""
    loaded = load(folder)
    problems = check(loaded)
    if problems:
        raise BadData(problems)
    return retold(loaded.framework, said)


def checked_sentences(folder: Path = DATA, said: Said = in_our_words) -> Sentences:
    """The sentences in `folder`, in the guide's own words unless told.

    Raises `BadData` if any can't be read or breaks a rule.
    """
    loaded = load_sentences(folder)
    if loaded.problems:
        raise BadData(loaded.problems)
    return sentences_retold(loaded.sentences, said)


def check(loaded: Loaded, rules: Iterable[Rule] = ()) -> list[Problem]:
    """All problems of what was loaded: what could not be read, and what breaks a rule: one of these, or any."""
    problems = list(loaded.problems)
    for rule in rules or RULES:
        for item, what, mend in rule(loaded):
            problems.append(Problem(loaded.files.get(item.id, "?"), item.id, what, mend))
    return problems


def _ids(loaded: Loaded) -> Found:
    """An id is well formed and stands once."""
    seen: Counter[str] = Counter()
    for item in items(loaded.framework):
        seen[item.id] += 1
        if not ID.fullmatch(item.id):
            yield item, "this id is not well formed", "Use lower-case words joined by '-', and parts joined by '.'."
        if seen[item.id] == 2:
            yield item, "this id is used twice", "Give one of the two a new id. An id that was published must stay."


def _families(loaded: Loaded) -> Found:
    """What stands inside an item begins with that item's id, so that an id alone says where to find it."""
    for collection in (loaded.framework.principles, loaded.framework.tools, loaded.framework.sections):
        for holder in collection:
            for item in items(holder):
                if item is not holder and not item.id.startswith(f"{holder.id}."):
                    yield item, f"this id stands in '{holder.id}'", f"Begin it with '{holder.id}.'."
    for section in loaded.framework.sections:
        if not section.id.startswith(f"{section.part}."):
            yield section, f"this id stands in the part '{section.part}'", f"Begin it with '{section.part}.'."
    for assessment in loaded.framework.assessments:
        for each in assessment.decision_rules:
            if not each.id.startswith(f"{assessment.id}."):
                yield each, f"this id stands in '{assessment.id}'", f"Begin it with '{assessment.id}.'."
        for statement in assessment.statements:
            family = f"{assessment.id}.{statement.bears_on}." if assessment.rule == "standing" else f"{assessment.id}."
            if not statement.id.startswith(family):
                yield statement, f"this bears on '{statement.bears_on}'", f"Begin its id with '{family}'."


def _links(loaded: Loaded) -> Found:
    """Whatever is named by its id is there, of the right kind, and not retired."""
    known = {item.id: item for item in items(loaded.framework)}
    broken = unbuilt(loaded)
    for item in known.values():
        for key, ids, kinds in named(item):
            for id_ in ids:
                target = known.get(id_)
                if target is None and id_ not in broken:
                    yield item, f"'{key}' names '{id_}', which is nowhere", "Name an id that exists, or take it out."
                elif target and not isinstance(target, kinds):
                    wanted = " or ".join(kind.__name__.lower() for kind in kinds)
                    yield item, f"'{key}' names '{id_}', which is no {wanted}", f"Name the id of a {wanted}."
                elif isinstance(target, Item) and target.retired_in and not getattr(item, "retired_in", None):
                    yield item, f"'{key}' names '{id_}', which is retired", "Name what took its place, or take it out."


def named(item: Identified) -> Iterator[tuple[str, tuple[str, ...], tuple[type[Identified], ...]]]:
    """Each key of an item that names others: the ids, and the kinds they may be."""
    if isinstance(item, Item):
        yield "cites", item.cites, (Publication,)
    match item:
        case Guidance():
            yield "tools", item.tools, (Tool,)
        case Tool():
            yield "helps_with", item.helps_with, (Action,)
        case WorkedExample():
            yield "tool", (item.tool,), (Tool,)
        case Duty():
            yield "law", item.law, (PointOfLaw,)
        case Word():
            yield "law", item.law, (PointOfLaw,)
        case Assessment() if item.tool:
            yield "tool", (item.tool,), (Tool,)
        case Ask():
            yield "leads_to", item.leads_to, (Principle, Action, Guidance, Tool)
        case WorkshopPlan():
            yield "draws_on", item.draws_on, (Principle, Precept, Guidance, Action, LookOutFor, Tool)
            yield "assessment", (item.assessment,) if item.assessment else (), (Assessment,)
        case Statement():
            yield "bears_on", (item.bears_on,), (Principle, Precept)
            yield "leads_to", item.leads_to, (Action, Guidance, Tool)
    for principles in [getattr(item, "principles", ())]:
        yield "principles", principles, (Principle,)
    for key in ("text", "about", "lesson", "meaning"):
        yield key, tuple(LINK.findall(getattr(item, key, ""))), (Item, Field)


def _pages(loaded: Loaded) -> Found:
    """What the framework says carries its page there; what it doesn't say carries none."""
    for item in items(loaded.framework):
        if not isinstance(item, Item):
            continue
        if item.origin == "framework" and item.page is None:
            yield item, "it has no page in the source", "Add 'page', the number printed in the framework."
        if item.page is not None and item.origin != "framework":
            yield item, f"it has a page but its origin is '{item.origin}'", "Take 'page' out, or mend 'origin'."
        if item.page is not None and not FIRST_PAGE <= item.page <= LAST_PAGE:
            yield item, f"page {item.page} holds no text", f"Give a page from {FIRST_PAGE} to {LAST_PAGE}."
    for principle in loaded.framework.principles:
        if principle.origin == "ours":
            yield principle, "a principle comes from the framework", "Set 'origin: framework' and give its page."


def _summaries(loaded: Loaded) -> Found:
    """A summary is one plain sentence."""
    for item in items(loaded.framework):
        summary = getattr(item, "summary", None)
        if summary is None:
            continue
        if not summary.strip():
            yield item, "it has no plain summary", "Say in one sentence what this is."
        elif len(summary.split()) > LONGEST_SUMMARY:
            yield item, f"its summary has {len(summary.split())} words", f"Say it in {LONGEST_SUMMARY} words or fewer."
        elif not summary.rstrip().endswith((".", "?")):
            yield item, "its summary is no sentence", "End it with a full stop."


def _numbers(loaded: Loaded) -> Found:
    """Precepts and principles are numbered from 1, each number once; told only where all of them could be built."""
    numbered: dict[str, Iterable[Precept | Principle]] = {
        "precepts/": loaded.framework.precepts,
        "principles/": loaded.framework.principles,
    }
    for folder, collection in numbered.items():
        if any(loaded.files[id_].startswith(folder) for id_ in unbuilt(loaded)):
            continue
        for expected, item in enumerate(collection, start=1):
            if item.number != expected:
                yield item, f"its number is {item.number}, where {expected} is due", "Number them 1, 2, 3 and so on."
                break


def _fields(loaded: Loaded) -> Found:
    """A field has what its kind needs to be drawn, and nothing that its kind cannot use."""
    for tool in loaded.framework.tools:
        for field in tool.fields:
            wants_options = field.kind in WITH_OPTIONS
            if wants_options != bool(field.options):
                mend = "Add 'options'." if wants_options else "Take 'options' out, or make it choice or ticks."
                yield field, f"a field of kind '{field.kind}' {'needs' if wants_options else 'has no'} options", mend
            if (field.kind in WITH_COLUMNS) != bool(field.columns):
                mend = "Add 'columns'." if field.kind in WITH_COLUMNS else "Take 'columns' out, or make it a table."
                yield field, f"a field of kind '{field.kind}' and its columns do not fit", mend
            if field.kind in WITH_COLUMNS and not field.rows:
                yield field, "a table has no rows", "Add 'rows': how many, or their names."
            if field.kind not in WITH_COLUMNS and isinstance(field.rows, dict):
                yield field, "only a table has named rows", "Give 'rows' as a number of lines."
            if not {*field.days, *field.days.values()} <= field.columns.keys():
                yield field, "'days' names a column that is not there", "Name columns of this table."
            if field.due and field.kind != "date":
                yield field, f"a field of kind '{field.kind}' is 'due'", "Take 'due' out: only a date can be."
            wrong = misfits_taken(loaded.framework.tools, tool, field), misfits_onward(tool, field)
            for what, mend in chain.from_iterable(wrong):
                yield field, what, mend


def _worked_examples(loaded: Loaded) -> Found:
    """A tool has one worked example at most, and that fits its form."""
    tools = {tool.id: tool for tool in loaded.framework.tools}
    seen: dict[str, str] = {}
    for example in loaded.framework.worked_examples:
        first = seen.setdefault(example.tool, example.id)
        if first != example.id:
            yield example, f"'{first}' is an example of '{example.tool}' too", "Keep one of the two."
        if tool := tools.get(example.tool):
            for what, mend in misfits(tool, example):
                yield example, what, mend


def _statements(loaded: Loaded) -> Found:
    """An assessment names all states, and each statement leads somewhere and never asks for agreement."""
    known = _rules()
    for assessment in loaded.framework.assessments:
        states = known.get(assessment.rule)
        if states is None:
            mend = f"Use one of {', '.join(known)}, or make a room of that name below framework/tools/."
            yield assessment, f"there is no rule '{assessment.rule}'", mend
            continue
        missing = [state for state in states if state not in assessment.states]
        if missing:
            yield assessment, f"the states {missing} have no name", f"'states' needs {', '.join(states)}."
        for statement in assessment.statements:
            if not statement.leads_to and not statement.retired_in:
                yield statement, "it leads nowhere", "Name in 'leads_to' what helps where the answer is low."
            if any("agree strongly" in text.lower() or "strongly agree" in text.lower() for text in statement.answers):
                yield statement, "an answer asks for agreement", "Let it describe what people would see."


def _rules() -> dict[str, tuple[str, ...]]:
    """The rules that an assessment may name, each with the states in which it can come out."""
    modules = {name: import_module(f"framework.tools.{name}.rules") for name in rooms("rules")}
    return {name: module.STATES for name, module in modules.items() if hasattr(module, "STATES")}


def _rungs(loaded: Loaded) -> Found:
    """A ladder's rungs stand in order, and a better answer to a statement never allows less than a worse one."""
    for assessment in loaded.framework.assessments:
        if assessment.rule != "ladder":
            continue
        top = len(assessment.rungs)
        if [each.number for each in assessment.rungs] != list(range(top, 0, -1)) or not top:
            yield assessment, "its rungs are not in order", "Number them down to 1, the highest first."
        for statement in assessment.statements:
            allowed = [top if rung is None else rung for rung in statement.rungs]
            if len(allowed) != len(statement.answers):
                yield statement, "each answer needs a rung", "Give 'rungs' one number for each answer, or null."
            elif allowed != sorted(allowed) or not all(1 <= rung <= top for rung in allowed):
                yield statement, f"its rungs {allowed} fall", "Put the answers in order, from least to most."
            else:
                yield from _aims(statement, allowed, top)


def _aims(statement: Statement, allowed: list[int], top: int) -> Found:
    """From every answer that holds a decision down, there is something to work for."""
    aims = statement.aims
    if list(aims) != sorted(set(aims)) or not all(0 <= aim < len(allowed) for aim in aims):
        yield (
            statement,
            f"its aims {list(aims)} are no answers in order",
            "Name places of answers, from 0, the lowest first.",
        )
        return
    for place, rung in enumerate(allowed):
        if rung < top and not any(aim > place and allowed[aim] > rung for aim in aims):
            yield (
                statement,
                f"nothing lifts its answer '{statement.answers[place]}'",
                "Name in 'aims' a better answer that allows a higher rung.",
            )


def _workshops(loaded: Loaded) -> Found:
    """A plan's run sheet takes as long as the plan says, and it rests on the framework."""
    for plan in loaded.framework.workshops:
        taken = sum(step.minutes for step in plan.run_sheet)
        if taken != plan.minutes:
            yield plan, f"its run sheet takes {taken} minutes and not {plan.minutes}", "Mend one of the two."
        if not plan.draws_on:
            yield plan, "it draws on nothing", "Name in 'draws_on' the ids of the guidance that it carries out."


def _codes(loaded: Loaded) -> Found:
    """An answer code has room for an assessment's number and version, and no two assessments share a number."""
    seen: dict[int, str] = {}
    for assessment in loaded.framework.assessments:
        if assessment.number is None:
            continue
        if not 1 <= assessment.number <= ASSESSMENTS:
            yield assessment, f"'number' is {assessment.number}", f"Give a number from 1 to {ASSESSMENTS}."
        if not 1 <= assessment.version <= EDITIONS:
            yield assessment, f"its codes have no room for version {assessment.version}", "Make a new assessment."
        first = seen.setdefault(assessment.number, assessment.id)
        if first != assessment.id:
            yield assessment, f"'{first}' has the number {assessment.number} too", "Give the newer one another."


def _words(loaded: Loaded) -> Found:
    """A word of the glossary has one meaning."""
    seen: dict[str, str] = {}
    for word in loaded.framework.glossary:
        for form in (word.term, *word.forms):
            first = seen.setdefault(form.lower(), word.id)
            if first != word.id:
                yield word, f"'{form}' is explained by '{first}' too", "Keep one of the two."


def _law(loaded: Loaded) -> Found:
    """Whatever says what the law is names its source and its date."""
    for item in items(loaded.framework):
        for what, mend in unsourced(item):
            yield item, what, mend
    for point in loaded.framework.law:
        for what, mend in unsound(point):
            yield point, what, mend


def _spelling(loaded: Loaded) -> Found:
    """The guide writes 'coproduction', without a hyphen. Titles of others' works keep their own spelling."""
    for item in items(loaded.framework):
        for key in ("title", "summary", "text", "about", "lesson", "meaning", "label", "hint", "name"):
            said = getattr(item, key, None) or ""
            if not isinstance(item, Publication) and "co-production" in said.lower():
                yield item, f"'{key}' has 'co-production'", "Write 'coproduction'."


def _roles(loaded: Loaded) -> Found:
    """What stands in braces is a role."""
    known = {item.id: item for item in items(loaded.framework)}
    for context, text in heard(lambda said: retold(loaded.framework, said)):
        id_, _, key = context.partition(" ")
        for what, mend in wrong_braces(text):
            yield known[id_], f"'{key}': {what}", mend


def check_pages_and_examples(docs: Path = DOCS) -> Iterator[Problem]:
    """What stands in braces on a page of `docs`, or in an example of a widget, and is no role."""
    texts = {
        path.relative_to(docs.parent).as_posix(): heard(partial(retold_page, path.read_text(encoding="utf-8"), ""))
        for path in sorted(docs.rglob("*.md"))
    }
    texts |= {
        f"overrides/widgets/{widget}/examples.yaml": heard(partial(examples, widget))
        for widget in widgets_with_examples()
    }
    for file, found in texts.items():
        for what, mend in (wrong for _, text in found for wrong in wrong_braces(text)):
            yield Problem(file, "", what, mend)


RULES: tuple[Rule, ...] = (
    _ids,
    _families,
    _links,
    _pages,
    _summaries,
    _numbers,
    _fields,
    _worked_examples,
    _statements,
    _rungs,
    _codes,
    _workshops,
    _words,
    _law,
    _spelling,
    _roles,
)
NAMING: tuple[Rule, ...] = (_links, _statements, _rungs)
"""Those by which an item depends on others."""


def main() -> int:
    """Print every problem, or how much is well."""
    loaded = load()
    sentences = load_sentences()
    there, wrong_there = editions(DOCS.parent / "brand")
    problems = [*check(loaded), *sentences.problems, *check_pages_and_examples(), *wrong_there]
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) != 1 else ''} in the data")
        return 1
    counted = {"item": len(loaded.files), "sentence": len(sentences.sentences.texts), "language": len(there)}
    told = ", ".join(f"{count} {what}{'s' if count != 1 else ''}" for what, count in counted.items())
    print(f"The data keeps its rules: {told}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
