"""What is kept of the drafts of a document: each side's, what was settled between them, and what was agreed."""

from framework.core.answers import SIDES
from framework.core.guide import Guide
from framework.core.kept import FILLED_IN, KeptShape, Part, fits
from framework.core.words import say

CHOICES = (*SIDES, "third", "open")
"""What can become of a place: one side's words, new ones, or both, for it is not agreed yet."""
SETTLED: KeptShape = {
    "choice": CHOICES,
    "words": {"*": str},
    "reasons": {f"{side}?": str for side in SIDES},
    "who": str,
    "by": str,
    "of": {"*": {"*": str}},
}
"""Of one place: new `words` by cell; each side's reason, who takes it on and by when, where it is not agreed; and the
wordings that it was settled on, by side and cell."""
AGREED: KeptShape = {"day": str, "sides": [SIDES], "again": str, "filled": FILLED_IN}
DRAFTS: KeptShape = {
    "drafts": {f"{side}?": {"day": str, "filled": FILLED_IN} for side in SIDES},
    "settled": {"*": SETTLED},
    "agreed": [AGREED],
}

check_drafts = fits(DRAFTS)


def parts(guide: Guide) -> dict[str, Part]:
    """The parts by name: one for each document."""
    return {
        f"drafts.{id_}": Part(say("drafts.of", document=name), check_drafts, "drafts/")
        for id_, name in guide.tools.items()
    }
