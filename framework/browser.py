"""The one door from the browser: JSON text in, JSON text out.

`open_framework` is called once with what `framework.published.browser_json` wrote; then `answer` with one request after
the other. A request that cannot be used is answered with what is wrong and how to mend it, never with a Python error.
"""

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any

from framework.core.answers import BadInput, unknown_request
from framework.core.guide import Guide
from framework.core.read_json import Unreadable, read_json
from framework.core.words import say, speak
from framework.tools import rooms

type Asked = Callable[[Guide, dict[str, Any]], dict[str, Any]]
"""What answers a call."""


class Door:
    """The guide, and how it is asked."""

    def __init__(self, published: str) -> None:
        """Open what `framework.published.browser_json` wrote."""
        self.guide = Guide(published)
        self.calls = {name: f"framework.tools.{name}.call" for name in rooms("call")}
        self.calls |= {
            "workspace": "framework.group.call",
            "binder": "framework.group.binder_call",
            "onward": "framework.group.onward_call",
            "overlay": "framework.group.overlay_call",
            "pictures": "framework.group.pictures_call",
            "record": "framework.export.record_call",
        }

    def answer(self, request: str) -> str:
        """Answer `{"call": name, ...}` with `{"ok": ...}`, or with `{"bad": {"what": ..., "mend": ...}}`.

        With `guide`, what was published in another language, it is answered in that.
        """
        try:
            return json.dumps({"ok": self._called(_read(request))})
        except BadInput as error:
            return json.dumps({"bad": {"what": error.what, "mend": error.mend}})

    def _called(self, request: Any) -> dict[str, Any]:
        """The module of a call is loaded when it is first asked for, and not before: most pages ask for one."""
        name = request.get("call") if isinstance(request, dict) else None
        if not isinstance(name, str) or name not in self.calls:
            raise unknown_request()
        asked: Asked = import_module(self.calls[name]).answer
        if "guide" not in request:
            return asked(self.guide, request)
        other = _opened(request["guide"])
        speak(other.sentences)
        try:
            return asked(other, request)
        finally:
            speak(self.guide.sentences)


def _opened(published: Any) -> Guide:
    try:
        return Guide(published)
    except (TypeError, ValueError, KeyError) as error:
        raise unknown_request() from error


def _read(request: str) -> Any:
    try:
        return read_json(request)
    except Unreadable as error:
        raise BadInput(say("common.unreadable-request"), say("common.load-again")) from error


_door: Door


def open_framework(published: str) -> None:
    """Take in what the tools lean on, once, and say from then on what it has to say."""
    global _door
    _door = Door(published)
    speak(_door.guide.sentences)


def answer(request: str) -> str:
    """Answer one request, by what was taken in."""
    return _door.answer(request)
