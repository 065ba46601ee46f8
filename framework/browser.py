"""The one door from the browser: JSON text in, JSON text out.

`open_framework` is called once with what `framework.publish.browser_json` wrote; then `answer` with one request after
the other. A request that cannot be used is answered with what is wrong and how to mend it, never with a Python error.
"""

import json
from importlib import import_module
from typing import Any

from framework.assessment import BadInput
from framework.opened import Opened

CALLS = (
    "action_plan",
    "code",
    "combine",
    "consensus",
    "evidence",
    "ladder",
    "power_map",
    "sides",
    "standing",
    "workspace",
)
"""What may be asked: the modules of `framework.calls`. Each is loaded when it is first asked for, not before."""


class Door:
    """What is open, and how it is asked."""

    def __init__(self, published: str) -> None:
        """Open what `framework.publish.browser_json` wrote."""
        self.opened = Opened(published)

    def answer(self, request: str) -> str:
        """Answer `{"call": name, ...}` with `{"ok": ...}`, or with `{"bad": {"what": ..., "mend": ...}}`."""
        try:
            return json.dumps({"ok": self._called(json.loads(request))})
        except BadInput as error:
            return json.dumps({"bad": {"what": error.what, "mend": error.mend}})
        except json.JSONDecodeError as error:
            return json.dumps({"bad": {"what": str(error), "mend": "Load the page again."}})

    def _called(self, asked: Any) -> dict[str, Any]:
        if not isinstance(asked, dict) or asked.get("call") not in CALLS:
            raise BadInput("This request is not one that is known", "Load the page again.")
        found: dict[str, Any] = import_module(f"framework.calls.{asked['call']}").answer(self.opened, asked)
        return found


_door: Door


def open_framework(published: str) -> None:
    """Take in what the tools lean on, once."""
    global _door
    _door = Door(published)


def answer(request: str) -> str:
    """Answer one request, by what was taken in."""
    return _door.answer(request)
