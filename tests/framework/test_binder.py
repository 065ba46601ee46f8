"""The group's documents by stage: what there is, what is missing, what is late, and what is next."""

import json
from base64 import b64decode, b64encode
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from framework.content.model import Framework
from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.group.binder import binder
from framework.group.call import answer
from framework.published import browser_json

TODAY = date(2026, 11, 30)
FORM = {"terms-of-reference.name": ["Elm Court"]}
DRAFT = {"day": "2026-11-01", "filled": FORM}


@pytest.fixture(scope="module")
def guide(framework: Framework) -> Guide:
    return Guide(browser_json(framework))


def drafts(*sides: str, again: str = "", by: str = "") -> dict[str, Any]:
    settled = {"choice": "open", "words": {}, "reasons": {}, "who": "", "by": by, "of": {}}
    agreed = [{"day": "2026-11-02", "sides": ["resident", "organisation"], "again": again, "filled": FORM}]
    return {
        "drafts": dict.fromkeys(sides, DRAFT),
        "settled": {"terms-of-reference.name": settled} if by else {},
        "agreed": agreed if again else [],
    }


def terms(guide: Guide, **data: Any) -> dict[str, Any]:
    """What the binder says of the terms of reference."""
    parts = {name.replace("__", ".").replace("_", "-"): value for name, value in data.items()}
    first, *_ = binder(guide, parts, TODAY)["stages"]
    (document,) = first["documents"]
    assert document["title"] == "Terms of reference"
    return dict(document)


def test_what_is_next_for_a_document(guide: Guide) -> None:
    assert terms(guide, tool__terms_of_reference=FORM)["next"] == "Make it your side's draft."
    one = terms(guide, drafts__terms_of_reference=drafts("resident"))
    assert (one["state"], one["next"]) == ("Drafts: Residents.", "This draft is still missing: The organisation.")
    both = terms(guide, drafts__terms_of_reference=drafts("resident", "organisation"))
    assert both["next"] == "Lay the drafts side by side."
    agreed = terms(guide, drafts__terms_of_reference=drafts("resident", "organisation", again="2026-11-30"))
    assert (agreed["state"], agreed["late"]) == ("Agreed by: Residents and The organisation.", False)


@pytest.mark.parametrize("days", [{"again": "2026-11-29"}, {"by": "2026-11-29"}])
def test_a_day_that_has_passed_comes_first(guide: Guide, days: dict[str, str]) -> None:
    found = terms(guide, drafts__terms_of_reference=drafts("resident", "organisation", **days))
    assert (found["late"], found["next"]) == (True, "A day that you set has passed. Look at it again.")


def test_what_others_use_at_a_stage_is_named_and_late_actions_are_counted(guide: Guide) -> None:
    action = {"id": "a", "text": "Ask", "who": "", "by": "2026-11-29", "done": False, "from": ""}
    found = binder(guide, {"action-plan": {"actions": [action, {**action, "done": True}]}}, TODAY)
    assert found["overdue"] == "1 action of your plan is overdue."
    assert not found["begun"]
    assert sum(len(stage["not_begun"]) for stage in found["stages"]) == len(guide.tools)


def test_the_folder_holds_every_document_and_an_index(guide: Guide) -> None:
    copy = {
        "schema": "coproduction-workspace", "version": 4, "rev": 1, "id": "g", "name": "Elm <Court>", "changed": "",
        "data": {"tool.terms-of-reference": FORM},
    }  # fmt: skip
    files = [{"name": "Terms of reference.docx", "file": b64encode(b"a document").decode()}]
    request = {"do": "folder", "text": json.dumps(copy), "today": "2026-11-30", "files": files}
    with ZipFile(BytesIO(b64decode(answer(guide, request)["file"]))) as zipped:
        assert zipped.namelist() == ["index.html", "Terms of reference.docx"]
        index = zipped.read("index.html").decode()
    assert "Elm &lt;Court&gt;" in index
    assert 'href="Terms%20of%20reference.docx"' in index
    bad_ones: tuple[Any, ...] = (None, [{}], [{"name": 1, "file": ""}], [{"name": "a", "file": "!"}])
    for bad in bad_ones:
        with pytest.raises(BadInput):
            answer(guide, {**request, "files": bad})
