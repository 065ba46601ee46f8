"""What a phone keeps of the codes that it makes: its mark, by which a workshop knows that two come from one device."""

from framework.core.guide import Guide
from framework.core.kept import ANSWERS, SIDE, KeptShape, Part, answers_fit, fits
from framework.core.words import say
from framework.tools.answer_code.code import MARKS, ORDERS

MARK: KeptShape = {"mark": (range(MARKS),), "order?": (range(ORDERS),), "made?": str}
"""`order` is how often the code changed, `made` the answers of the last one: when they change, it goes up."""


ALONE: KeptShape = {"version": ("long",), "side": SIDE, "by": ("one",), "answers": ANSWERS}
"""What one person answered for a workshop, where the assessment's own page is for sides that agree on their answers."""


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: for each assessment that has codes the phone's mark, which no page shows; and what one person
    answered for a workshop, where the assessment's own page keeps something else.
    """
    found = {}
    for id_, each in guide.assessments.items():
        if each.number:
            found[f"answer-code.{id_}"] = Part(say("answer-code.title"), fits(MARK))
        if each.in_workshop and each.rule != "standing":
            found[f"alone.{id_}"] = Part(each.title, answers_fit(each, ALONE), f"workshop/{id_}/")
    return found
