"""What a page keeps on the device, as the tests read it and put it there."""

import json
from typing import Any

from playwright.sync_api import Page

from framework.tools.answer_code.code import MARK_LENGTH

REFUSE = "(() => { Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') } })()"
"""A script after which the browser keeps nothing more."""

OPEN = "JSON.parse(localStorage.getItem(`/#group.${localStorage.getItem('/#open')}`))?.data"


def kept(page: Page) -> dict[str, Any]:
    """All parts that the open group entered; empty where it entered nothing."""
    found: dict[str, Any] | None = page.evaluate(OPEN)
    return found or {}


def groups(page: Page) -> dict[str, dict[str, Any]]:
    """The parts of every group that the device holds, by the group's name."""
    texts = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => /#group\\.[^.]*$/.test(key)).map(([, text]) => text)"
    )
    return {group["name"]: group["data"] for group in map(json.loads, texts)}


def keep(page: Page, data: dict[str, Any]) -> None:
    """Have the pages that are opened from now on find these parts, until one of them keeps something itself."""
    page.add_init_script(keeping(data))


def keeping(data: dict[str, Any]) -> str:
    """The script after which a page finds these parts."""
    group = {"schema": "coproduction-workspace", "version": 2, "rev": 1, "id": "g", "name": "Our group", "changed": ""}
    text = json.dumps(json.dumps({**group, "data": data}))
    return (
        f"if (!localStorage.getItem('/#open')) {{ localStorage.setItem('/#group.g', {text});"
        " localStorage.setItem('/#open', 'g'); }"
    )


def in_workshop(*codes: str) -> dict[str, dict[str, Any]]:
    """Codes as a workshop keeps them, each the first of its phone."""
    return {code[:MARK_LENGTH]: {"code": code, "change": 0} for code in codes}
