"""The group's documents by stage: what there is, what is missing, what is late, and what is next."""

import json
from base64 import b64decode, b64encode
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser

from framework.content.model import Framework
from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.export.docx.names import BINDER
from framework.export.form import tidy
from framework.fork.brand import load_brand
from framework.group.binder import binder
from framework.group.binder_call import answer
from framework.tools.form.call import answer as form_answer
from publish.word.files import binder_file, word_files
from tests.framework.test_word import TEXTS
from tests.minutes_and_counts import EARLIER, NOW
from tests.publish.test_word import barriers

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 30)
FORM = {"terms-of-reference.name": ["Elm Court"]}
DRAFT = {"day": "2026-11-01", "filled": FORM}


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


def test_all_days_stand_in_one_list_and_one_calendar(guide: Guide, made: dict[str, bytes]) -> None:
    data = {
        "tool.vision-statement": {"vision-statement.review-date": ["2026-10-01"]},
        "tool.terms-of-reference": {"terms-of-reference.review-date": ["2027-11-02"], "terms-of-reference.name": ["x"]},
        "tool.chair-role": {"chair-role.review-date": ["soon"], "chair-role.starts": ["2026-01-01"]},
        "drafts.terms-of-reference": drafts("resident", again="2027-11-02", by="2026-12-24"),
    }
    found = binder(guide, data, TODAY)
    assert [(each["day"], each["title"], each["why"], each["late"]) for each in found["days"]] == [
        ("2026-10-01", "Vision statement", "We look at this again on", True),
        ("2026-12-24", "Terms of reference", "Settle what is not agreed yet", False),
        ("2027-11-02", "Terms of reference", "Look at it again, as you agreed", False),
    ]
    (vision,) = (each for stage in found["stages"] for each in stage["documents"] if each["id"] == "vision-statement")
    assert vision["next"] == "A day that you set has passed. Look at it again."
    lines = asked(guide, made, "calendar", data)["text"].replace("\r\n ", "").split("\r\n")
    told = [line.partition(":")[::2] for line in lines]
    assert [value for name, value in told if name == "SUMMARY"] == [
        "Vision statement: We look at this again on",
        "Terms of reference: Settle what is not agreed yet",
        "Terms of reference: Look at it again\\, as you agreed",
    ]
    days = [value for name, value in told if name == "DTSTART;VALUE=DATE"]
    assert days == ["20261001", "20261224", "20271102"]
    assert len({value for name, value in told if name == "UID"}) == 3
    with pytest.raises(BadInput, match="No document has a day"):
        asked(guide, made, "calendar", {"tool.terms-of-reference": FORM})


def test_what_others_use_at_a_stage_is_named_and_late_actions_are_counted(guide: Guide) -> None:
    action = {"id": "a", "text": "Ask", "who": "", "by": "2026-11-29", "done": False, "from": ""}
    found = binder(guide, {"action-plan": {"actions": [action, {**action, "done": True}]}}, TODAY)
    assert found["overdue"] == "1 action of your plan is overdue."
    assert not found["begun"]
    assert sum(len(stage["not_begun"]) for stage in found["stages"]) == len(guide.tools)


COPY = {"schema": "coproduction-workspace", "version": 4, "rev": 1, "id": "g", "name": "Elm <Court>", "changed": ""}


@pytest.fixture(scope="module")
def made(framework: Framework) -> dict[str, bytes]:
    """The empty Word files by their ids, and the one that documents are bound in."""
    brand, _ = load_brand(ROOT / "brand")
    told = (framework, brand, ROOT / "brand", "en")
    files = {id_: path.read_bytes() for id_, path in word_files(*told).items()}
    return {**files, BINDER: binder_file(*told).read_bytes()}


def asked(guide: Guide, made: dict[str, bytes], do: str, data: dict[str, Any], **more: Any) -> dict[str, Any]:
    packed = {id_: b64encode(file).decode() for id_, file in made.items()}
    return answer(
        guide,
        {
            "do": do, "text": json.dumps({**COPY, "data": data}), "today": "2026-11-30", "language": "en-GB",
            "blanks": packed, "binder": packed[BINDER], **more,
        },
    )  # fmt: skip


DATA: dict[str, Any] = {
    "tool.vision-statement": {"vision-statement.how-we-work": ["Keep the hall & the trees"]},
    "tool.terms-of-reference": FORM,
    "drafts.terms-of-reference": {
        "drafts": {
            "resident": DRAFT,
            "organisation": {"day": "2026-11-03", "filled": {"terms-of-reference.signed.14.name": ["The director"]}},
        },
        "settled": {},
        "agreed": [
            {"day": "2026-11-02", "sides": ["resident"], "again": "2027-11-02", "filled": {"terms-of-reference.name": ["Elm House"]}}
        ],
    },
}  # fmt: skip
TITLES = [
    "Terms of reference (agreed)", "Terms of reference (draft, Residents)",
    "Terms of reference (draft, The organisation)", "Vision statement",
]  # fmt: skip


def test_the_folder_holds_every_version_and_an_index(guide: Guide, made: dict[str, bytes]) -> None:
    with ZipFile(BytesIO(b64decode(asked(guide, made, "folder", DATA)["file"]))) as zipped:
        agreed = "Terms of reference (agreed 2026-11-02).docx"
        assert zipped.namelist() == ["index.html", agreed, *(f"{title}.docx" for title in TITLES[1:])]
        index = zipped.read("index.html").decode()
        assert "Elm House" in [each.text for each in Document(BytesIO(zipped.read(agreed))).element.iter(qn("w:t"))]
    assert "Elm &lt;Court&gt;" in index
    assert 'href="Vision%20statement.docx"' in index
    for bad in (None, {}, {"terms-of-reference": 3}, {"terms-of-reference": "!"}):
        with pytest.raises(BadInput):
            asked(guide, made, "folder", DATA, blanks=bad)
    with pytest.raises(BadInput, match="No document"):
        asked(guide, made, "word", {})


def test_one_word_file_holds_every_version_from_a_new_page_with_all_its_controls(
    guide: Guide, made: dict[str, bytes]
) -> None:
    document = Document(BytesIO(b64decode(asked(guide, made, "word", DATA)["file"])))
    assert barriers(document) == []
    heads = [each for each in document.paragraphs if each.style and each.style.name == "Heading 1"]
    assert [each.text for each in heads] == [f"{number}. {title}" for number, title in enumerate(TITLES, 1)]
    assert all(each.paragraph_format.page_break_before for each in heads)
    contents = {each.get(qn("w:anchor")) for each in document.element.iter(qn("w:hyperlink"))}
    assert contents == {each.get(qn("w:name")) for each in document.element.iter(qn("w:bookmarkStart"))}
    tags = [each.get(qn("w:val")) for each in document.element.iter(qn("w:tag"))]
    for tool, versions in (("vision-statement", 1), ("terms-of-reference", 3)):
        for tag in (each.get(qn("w:val")) for each in Document(BytesIO(made[tool])).element.iter(qn("w:tag"))):
            assert tags.count(tag) == versions, tag
    assert "terms-of-reference.signed.14.name" in tags
    ids = [each.get(qn("w:val")) for each in document.element.iter(qn("w:id"))]
    assert len({*ids}) == len(ids) > len(tags)
    words = [each.text for each in document.paragraphs]
    for mark in (
        "Agreed on 02/11/2026 by: Residents. To be looked at again on 02/11/2027.",
        "A draft, not agreed. Residents, 01/11/2026.",
        "What stands in the form now. It is not agreed, and no side's draft.",
    ):
        assert words.count(mark) == 1, mark
    assert len([each for each in document.paragraphs if each.style and each.style.name == "Credit"]) == 1
    for tool in ("vision-statement", "terms-of-reference"):  # it is no form's own file, and no form takes it for one
        packed = {"blank": b64encode(made[tool]).decode(), "answers": {}}
        file = asked(guide, made, "word", DATA)["file"]
        with pytest.raises(BadInput, match="all of a group's documents"):
            form_answer(guide, {"do": "read", **packed, "file": file})


def test_all_documents_are_one_page_to_print(guide: Guide, made: dict[str, bytes]) -> None:
    page = LexborHTMLParser(asked(guide, made, "page", DATA)["text"])
    assert [each.text() for each in page.css("section > h2")] == [f"{n}. {title}" for n, title in enumerate(TITLES, 1)]
    assert "Keep the hall & the trees" in page.css("section")[-1].text()
    assert [each.text() for each in page.css("h1")] == ["Elm <Court>"]


def test_what_is_counted_is_drawn_on_paper_too(guide: Guide, made: dict[str, bytes]) -> None:
    page = LexborHTMLParser(asked(guide, made, "page", {"tool.coproduction-kpis": NOW, **EARLIER})["text"])
    sections = page.css("section")
    assert [len(each.css("figure svg")) for each in sections] == [0, 2]
    assert "Residents: Spring, 3 of 9; Summer, 9 out of 9. It went up." in sections[1].text()


@settings(max_examples=20, deadline=None)
@given(words=TEXTS)
def test_whatever_people_write_the_file_can_be_opened(guide: Guide, made: dict[str, bytes], words: str) -> None:
    filled = {f"terms-of-reference.{name}": [words] for name in ("name", "voting", "signed.14.name", "unheard-of")}
    data = {"tool.terms-of-reference": filled}
    document = Document(BytesIO(b64decode(asked(guide, made, "word", data)["file"])))
    found = " ".join(each.text or "" for each in document.element.iter(qn("w:t")))
    assert all(part in found for part in tidy(words).split()[:1])


def test_days_in_a_documents_tables_that_are_still_to_come_stand_there_too(
    guide: Guide, made: dict[str, bytes]
) -> None:
    table = "project-process-map"
    filled = {
        f"{table}.decisions.3.decision": ["Height"],
        f"{table}.decisions.3.last-day": ["1 March 2027"],
        f"{table}.decisions.4.decision": ["The vote"],
        f"{table}.decisions.4.last-day": ["May 2027"],
        f"{table}.decisions.5.last-day": ["28 November 2026"],
        f"{table}.gates.1.decision": ["Height"],
        f"{table}.gates.1.papers": ["2027-03-01"],
        f"{table}.steps.12.step": ["A walk"],
        f"{table}.steps.12.day": ["On 9 march 2027, at ten"],
    }
    data = {"tool.project-process-map": filled}
    found = binder(guide, data, TODAY)
    assert [(each["day"], each["why"], each["late"]) for each in found["days"]] == [
        ("2027-03-01", "Last day to change it: Height", False),
        ("2027-03-01", "Residents get the papers on: Height", False),
        ("2027-03-09", "When: A walk", False),
    ]
    text = asked(guide, made, "calendar", data)["text"].replace("\r\n ", "")
    names = [line for line in text.split("\r\n") if line.startswith("UID:")]
    assert len(set(names)) == 3
