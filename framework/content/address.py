"""Where each item stands on the site, and the words of a link to it."""

from framework.content.model import (
    Action,
    CaseStudy,
    Duty,
    Field,
    Guidance,
    Identified,
    LookOutFor,
    OtherWork,
    Point,
    PointOfLaw,
    Precept,
    Principle,
    Publication,
    Section,
    Tool,
    Word,
    WorkedExample,
    WorkshopPlan,
)
from framework.core.questions import Ask, Assessment, DecisionRule, Statement

PARTS: dict[str, str] = {
    "coproduction": "what-is-coproduction/",
    "guide": "about/",
    "promise": "in-practice/",
    "practice": "in-practice/",
}
"""The page that holds the sections of each part. Their ids begin with the part's name."""


def address(item: Identified) -> str:
    """The address of an item's page, and its place there, without a slash in front.

    >>> from framework.content.model import Action, Word
    >>> address(Action(id="common-vision.recap", origin="framework", page=7, text="Open each meeting with a recap."))
    'principles/common-vision/#common-vision.recap'
    >>> address(Word(id="word.veto", origin="ours", term="veto", meaning="The power to stop a decision."))
    'glossary/#word.veto'
    """
    family = item.id.split(".")[0]
    match item:
        case Principle():
            return f"principles/{item.id}/"
        case Guidance() | LookOutFor() | Action():
            return f"principles/{family}/#{item.id}"
        case Tool():
            return f"tools/{item.id}/"
        case WorkedExample():
            return f"tools/{item.tool}/example/"
        case Field() | Ask():
            return f"tools/{family}/#{item.id}"
        case Assessment():
            return f"check/{item.id}/"
        case Statement() | DecisionRule():
            return f"check/{family}/#{item.id}"
        case WorkshopPlan():
            return f"workshop/{item.id}/"
        case Duty():
            return f"workshop/evidence/#{item.id}"
        case Precept():
            return f"precepts/#{item.id}"
        case CaseStudy():
            return f"case-studies/#{item.id}"
        case Word():
            return f"glossary/#{item.id}"
        case Section():
            return f"{PARTS[item.part]}#{item.id}"
        case PointOfLaw():
            return f"law/#{item.id}"
        case Publication() | OtherWork():
            return f"source/#{item.id}"
        case Point() if family == "precept":
            return f"precepts/#{item.id}"
        case Point():
            return f"{PARTS.get(family, f'principles/{family}/')}#{item.id}"
    raise TypeError(
        f"{item.id}: a {type(item).__name__} has no place on the site. Give it one in framework/content/address.py."
    )


def word_file(tool: str) -> str:
    """The address of a tool's form as a blank Word file, by the tool's id.

    >>> word_file("chair-role")
    'tools/chair-role/chair-role.docx'
    """
    return f"tools/{tool}/{tool}.docx"


BINDER_FILE = "workspace/binder.docx"
"""The address of the Word file that a group's documents are bound in."""


def words(item: Identified) -> str:
    """The words of a link to an item.

    >>> from framework.content.model import Point
    >>> words(Point(id="common-vision.ask.1", origin="ours", text="What will be different in five years?"))
    'What will be different in five years?'
    """
    for key in ("title", "name", "term", "label", "text"):
        if said := getattr(item, key, None):
            return str(said).strip()
    return item.id
