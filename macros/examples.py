"""Examples of the widgets, answered at build time by the same Python that answers in the browser."""

import json
from typing import Any

from framework.browser import Door
from framework.content.examples import examples
from framework.content.model import Framework
from framework.content.retell import Said
from framework.content.roles import in_our_words
from framework.published import browser_json


def answered(framework: Framework, widget: str, id_: str, said: Said = in_our_words) -> dict[str, Any]:
    """An example with the answer that Python gives: `title`, `asked`, and all that the call answers."""
    asked = examples(widget, said)[id_]
    answer = json.loads(Door(browser_json(framework)).answer(json.dumps(asked)))["ok"]
    return {**answer, "title": asked["title"], "asked": asked}
