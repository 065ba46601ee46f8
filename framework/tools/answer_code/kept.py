"""What a phone keeps of the codes that it makes: its mark, by which a workshop knows that two come from one device."""

from framework.core.guide import Guide
from framework.core.kept import KeptShape, Part, fits
from framework.core.words import say
from framework.tools.answer_code.code import MARKS, ORDERS

MARK: KeptShape = {"mark": (range(MARKS),), "order?": (range(ORDERS),), "made?": str}
"""`order` is how often the code changed, `made` the answers of the last one: when they change, it goes up."""


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: one for each assessment that has codes. No page shows them."""
    numbered = (id_ for id_, each in guide.assessments.items() if each.number)
    return {f"answer-code.{id_}": Part(say("answer-code.title"), fits(MARK)) for id_ in numbered}
