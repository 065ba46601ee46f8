"""Lists as people have them: every shape is read, and nothing is lost without being named."""

import csv
import io
import json
import zipfile
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework.core.answers import BadInput
from framework.tools.power_map.columns import looked
from framework.tools.power_map.list_step import as_looked, list_read
from framework.tools.power_map.map import PowerMap
from framework.tools.power_map.open_list import opened
from framework.tools.power_map.read import plain_map, read_map
from framework.tools.power_map.table import csv_out
from framework.tools.power_map.workbook import MOST_BYTES
from tests.framework.maps import SOME, crowd, estate


def read(content: bytes | str, *choices: dict[str, Any], onto: PowerMap | None = None) -> dict[str, Any]:
    """What a list comes to, by the choices that a reader makes; those that are guessed, where none are given."""
    sheets = opened(content)
    plain = [{**vars(each), "merged": sorted(each.merged)} for each in sheets]
    found = onto or read_map(crowd(0))
    guessed = [{"read": each["read"]} for each in as_looked(sheets)]
    return list_read(found, found.phases[0], plain, list(choices) or guessed)


def people(said: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Everyone on the map that comes of a list, by name, with all that is known of them."""
    phase = said["instead"]["phases"][0]
    at = {**phase["places"], **phase["waiting"]}
    return {each["name"]: {**each, **at[each["id"]]} for each in said["instead"]["stakeholders"]}


def uses(content: bytes | str) -> dict[str, str]:
    return {each.heading: each.use for each in looked(opened(content)[0]).columns}


def workbook(*sheets: tuple[str, list[list[Any]]], merge: str = "", first: bytes = b"") -> bytes:
    """A workbook as a spreadsheet program writes it; `first` stands before the XML of each sheet."""
    shared: list[str] = []

    def cell(reference: str, value: Any) -> str:
        if isinstance(value, int | float):
            return f'<c r="{reference}"><v>{value}</v></c>'
        shared.append(value)
        return f'<c r="{reference}" t="s"><v>{len(shared) - 1}</v></c>'

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (_, rows) in enumerate(sheets, start=1):
            body = "".join(
                f'<row r="{nth}">{"".join(cell(f"{chr(65 + place)}{nth}", value) for place, value in enumerate(row) if value != "")}</row>'
                for nth, row in enumerate(rows, start=1)
            )
            merged = f'<mergeCells><mergeCell ref="{merge}"/></mergeCells>' if merge else ""
            xml = f'<worksheet xmlns="urn:x"><sheetData>{body}</sheetData>{merged}</worksheet>'
            archive.writestr(f"xl/worksheets/sheet{number}.xml", first + xml.encode())
        names = "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, (name, _) in enumerate(sheets, start=1)
        )
        archive.writestr(
            "xl/workbook.xml", f'<workbook xmlns="urn:x" xmlns:r="urn:r"><sheets>{names}</sheets></workbook>'
        )
        targets = "".join(
            f'<Relationship Id="r{n}" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(sheets) + 1)
        )
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="urn:x">{targets}</Relationships>')
        texts = "".join(f"<si><t>{text.replace('&', '&amp;')}</t></si>" for text in shared)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="urn:x">{texts}</sst>')
    return made.getvalue()


GRID = [
    ["Stakeholder", "Power", "Interest"],
    ["Tenants, Block C", "L", "H"],
    ["The lender", "High", "low"],
    ["Café", "m", "H"],
]


def as_text(rows: list[list[Any]], delimiter: str = ",") -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue()


SHAPES: dict[str, bytes | str] = {
    "CSV": as_text(GRID),
    "CSV of an older program": as_text(GRID).encode("cp1252"),
    "semicolons, which it says itself": "sep=;\r\n" + as_text(GRID, ";"),
    "Unicode text": as_text(GRID, "\t").encode("utf-16"),
    "Unicode text without its mark": as_text(GRID, "\t").encode("utf-16-le"),
    "lines above the headings": "Our stakeholders, 2026\n\nSource: the board\n" + as_text(GRID),
    "a workbook": workbook(("Grid", GRID)),
    "pasted cells": as_text(GRID, "\t"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_power_and_interest_grid_keeps_both_axes_in_every_shape(shape: str) -> None:
    said = read(SHAPES[shape])
    assert {name: (who["power"], who["affected"]) for name, who in people(said).items()} == {
        "Tenants, Block C": (2, 4),
        "The lender": (4, 2),
        "Café": (3, 4),
    }
    assert uses(SHAPES[shape]) == {"Stakeholder": "name", "Power": "power", "Interest": "affected"}


def test_what_stands_above_the_headings_is_named() -> None:
    (found,) = as_looked(opened(SHAPES["lines above the headings"]))
    assert found["above"] == "Our stakeholders · 2026 · Source: the board"


def test_each_column_has_its_reason_and_three_samples() -> None:
    (found,) = as_looked(opened(as_text(GRID)))
    interest = found["columns"][2]
    assert interest["samples"] == "'H', 'low'"
    assert "Is that what it says?" in interest["reason"]
    assert all(each["reason"] for each in found["columns"])


def test_interest_in_words_of_a_stance_is_one() -> None:
    assert uses("Name,Interest\nTenants,Supportive\nLender,Neutral\n")["Interest"] == "stance"


def test_a_column_that_is_not_known_is_kept_as_a_note_or_left_out_by_choice() -> None:
    text = "Name,Ward,Phone\nTenants,North,no\nLender,,yes\n"
    assert uses(text) == {"Name": "name", "Ward": "notes", "Phone": "notes"}
    assert people(read(text))["Tenants"]["notes"] == "Ward: North\nPhone: no"
    choices = {"columns": [{"use": "name"}, {"use": "out"}, {"use": "notes"}]}
    assert people(read(text, choices))["Tenants"]["notes"] == "no"


def test_whoever_has_no_marks_waits_and_is_called_nothing() -> None:
    said = read("Name,Side\nTenants,Residents\n")
    phase = said["instead"]["phases"][0]
    assert phase["places"] == {}
    assert [each["power"] for each in phase["waiting"].values()] == [None]


@pytest.mark.parametrize(
    ("values", "scale", "unsure", "marks"),
    [
        ("1 5 10", "1-10", False, [1, 2.8, 5]),
        ("0 5 10", "0-10", False, [1, 3, 5]),
        ("10% 50% 100%", "0-100", False, [1.4, 3, 5]),
        ("1 3 5", "1-5", False, [1, 3, 5]),
        ("1 2 3", "1-3", True, [1, 3, 5]),
        ("2 4 6", "1-10", True, [1.4, 2.3, 3.2]),
    ],
)
def test_the_scale_is_told_from_the_marks_and_asked_where_they_leave_a_doubt(
    values: str, scale: str, unsure: bool, marks: list[float]
) -> None:
    text = "Name,Power,Impact\n" + "".join(f"Group {nth},{value},3\n" for nth, value in enumerate(values.split()))
    column = as_looked(opened(text))[0]["columns"][1]
    assert (column["scale"], column["unsure"]) == (scale, unsure)
    assert [who["power"] for who in people(read(text)).values()] == marks
    other = {"columns": [{}, {"scale": "10-1"}]}
    assert values != "1 5 10" or [who["power"] for who in people(read(text, other)).values()] == [5, 3.2, 1]


def test_a_form_of_address_is_no_name() -> None:
    text = "Title,Name,Role\nMr,J. Doe,Ward councillor\nDr,A. Roe,Adviser\n"
    assert uses(text) == {"Title": "notes", "Name": "name", "Role": "notes"}
    assert list(people(read(text))) == ["J. Doe", "A. Roe"]


def test_a_second_name_stands_in_where_the_first_is_empty() -> None:
    text = "Name,Organisation,Power,Impact\n,Thames Bank,4,1\nThe chair,Elm TRA,2,5\n"
    found = people(read(text))
    assert list(found) == ["Thames Bank", "The chair"]
    assert found["The chair"]["notes"] == "Organisation: Elm TRA"


def test_heading_rows_are_no_people_unless_the_reader_says_so() -> None:
    rows: list[list[Any]] = [
        ["Name", "Power", "Impact"],
        ["RESIDENTS"],
        ["Tenants", 1, 5],
        ["Partners:"],
        ["The lender", 4, 1],
    ]
    text = as_text(rows)
    said = read(text)
    assert {name: who["side"] for name, who in people(said).items()} == {"Tenants": "resident", "The lender": "other"}
    assert [each["rows"] for each in said["problems"]] == ["2", "4"]
    assert "RESIDENTS" in said["problems"][0]["what"]
    assert "RESIDENTS" in people(read(text, {"people": [2]}))
    merged = workbook(("One", [rows[0], ["Those who live here"], *rows[2:]]), merge="A2:C2")
    assert list(people(read(merged))) == ["Tenants", "The lender"]


def test_that_no_side_is_given_is_said_once_and_a_side_is_set_for_all() -> None:
    text = "Name,Power,Impact\n" + "".join(f"Group {nth},1,5\n" for nth in range(20))
    problems = read(text)["problems"]
    assert len(problems) == 1
    assert problems[0]["rows"].startswith("2, 3, 4")
    said = read(text, {"side": "resident"})
    assert said["problems"] == []
    assert {who["side"] for who in people(said).values()} == {"resident"}


def test_what_is_not_understood_is_named_and_kept_as_a_note() -> None:
    text = """Stakeholder;Type;Which side;Impact;Influence;Steering group;Comments
Ward councillor;Elected member;Organisation;2,5;high;yes;
;;;;;;
Tenants;residents or households;Residents;5;eleven;maybe;
tenants;;them;5;1;no;
;Council;;3;3;;A row with no name
"""
    said = read(text)
    found = people(said)
    assert list(found) == ["Ward councillor", "Tenants", "tenants (2)"]
    assert (found["Ward councillor"]["affected"], found["Ward councillor"]["power"]) == (2.5, 4)
    assert found["Ward councillor"]["at_table"] is True
    assert found["Tenants"]["notes"] == "Influence: eleven\nSteering group: maybe"
    assert found["tenants (2)"]["notes"] == "Which side: them"
    assert {each["rows"] for each in said["problems"]} == {"4", "5", "6"}
    assert all(each["what"] and each["mend"] for each in said["problems"])


def test_a_merge_changes_only_what_the_list_has_and_tells_it_before() -> None:
    before = estate()
    text = "Name,Power of the role\nLeaseholders,3\nYouth club,1.2\nA new neighbour,2\n"
    said = read(text, onto=before)
    assert said["new"] == ["A new neighbour"]
    assert said["changed"] == [{"name": "Leaseholders", "words": "Power of the role: 2 → 3."}]
    assert said["same"] == ["Youth club"]
    wanted = plain_map(before)
    wanted["phases"][0]["places"]["s3"]["power"] = 3
    added = said["added"]
    new = added["stakeholders"].pop()
    assert new["name"] == "A new neighbour"
    del added["phases"][0]["waiting"][new["id"]]
    assert added == wanted


def test_a_list_that_went_out_changes_nothing_when_it_comes_back() -> None:
    before = estate()
    said = read(csv_out(before, before.phases[0]), onto=before)
    assert (said["new"], said["changed"], said["links"]) == ([], [], 0)
    assert said["added"] == plain_map(before)


ELEMENTS = [
    ["Label", "Type", "Description", "Tags"],
    ["Elm TRA", "Resident group", "Meets on Mondays", "north"],
    ["The lender", "Bank", "", ""],
]
CONNECTIONS = [["From", "To", "Type"], ["The lender", "Elm TRA", "funds"], ["Elm TRA", "The lender", "mentors"]]
KUMU = {
    "elements": [
        {"_id": "elem-1", "attributes": {"label": "Elm TRA", "element type": "Resident group", "tags": ["north"]}},
        {"_id": "elem-2", "attributes": {"label": "The lender", "element type": "Bank"}},
    ],
    "connections": [
        {"_id": "c1", "from": "elem-2", "to": "elem-1", "attributes": {"connection type": "funds"}},
        {"_id": "c2", "from": "elem-1", "to": "elem-2", "attributes": {"connection type": "mentors"}},
    ],
}


@pytest.mark.parametrize("content", [json.dumps(KUMU), workbook(("Elements", ELEMENTS), ("Connections", CONNECTIONS))])
def test_kumu_is_read_with_its_elements_and_connections(content: bytes | str) -> None:
    said = read(content)
    found = people(said)
    assert {name: (who["kind"], who["side"]) for name, who in found.items()} == {
        "Elm TRA": ("resident-group", "resident"),
        "The lender": ("funder", "other"),
    }
    assert "north" in found["Elm TRA"]["notes"]
    names = {each["id"]: each["name"] for each in said["instead"]["stakeholders"]}
    links = {(names[each["from"]], each["kind"], names[each["to"]]) for each in said["instead"]["phases"][0]["links"]}
    assert links == {("The lender", "funds", "Elm TRA"), ("Elm TRA", "influences", "The lender")}
    assert any("mentors" in each["what"] for each in said["problems"])


def test_two_that_are_linked_alike_already_are_not_linked_again() -> None:
    before = estate()
    said = read("From,To,Type\nThe lender,Development partner,funds\nThe lender,Youth club,funds\n", onto=before)
    assert said["links"] == 1
    assert len(said["added"]["phases"][0]["links"]) == len(before.phases[0].links) + 1
    assert len({each["id"] for each in said["added"]["phases"][0]["links"]}) == len(before.phases[0].links) + 1


def test_names_alone_are_a_list() -> None:
    assert list(people(read("Tenants of Block C\nThe lender\nYouth club\n"))) == [
        "Tenants of Block C",
        "The lender",
        "Youth club",
    ]


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "content",
    [
        workbook(("One", GRID), first=BOMB),
        workbook(("One", [["Name"], ["x" * (MOST_BYTES + 1)]])),
        workbook(("One", GRID))[:-200],
        b"PK\x03\x04 and then nothing",
        b"\xd0\xcf\x11\xe0 an old workbook",
        workbook(("One", [])),
        "",
        "\n\n",
        "Name\n",
        "Name\0",
        "x" * 3_000_000,
        b"Name\nCaf\xc3\xa9\n\xe9\n",
    ],
    # Named, not shown: a workbook's bytes hold the time, so two workers that import at two times would know other tests.
    ids=[
        "entities",
        "too-long",
        "cut-off",
        "no-zip",
        "old-workbook",
        "empty-sheet",
        "empty",
        "blank-lines",
        "headings-only",
        "zero-byte",
        "too-large",
        "two-encodings",
    ],
)
def test_what_is_no_list_or_may_not_be_opened_is_refused(content: bytes | str) -> None:
    with pytest.raises(BadInput, match=r"\."):
        read(content)


@SOME
@given(st.text(max_size=200) | st.binary(max_size=200))
def test_anything_is_read_or_refused(content: str | bytes) -> None:
    with suppress(BadInput):
        read(f"Name,Links\n{content}" if isinstance(content, str) else content)
    with suppress(BadInput):
        read(content)
