"""What a phone keeps of the codes that it makes: its mark, by which a workshop knows that two come from one device."""

from framework.core.guide import Guide
from framework.core.kept import KeptShape, Part, fits
from framework.core.words import say

MARK: KeptShape = {"mark": int}


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: one for each assessment. No page shows them."""
    return {f"answer-code.{id_}": Part(say("answer-code.title"), fits(MARK)) for id_ in guide.assessments}
