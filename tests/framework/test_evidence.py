"""The evidence log: what it holds, where entries stop short, and a table that no spreadsheet runs."""

import csv
import io
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.content.check import checked
from framework.core.answers import BadInput
from framework.core.characters import clean
from framework.export import cells
from framework.export.csv import START, csv_text
from framework.tools.evidence.rules import COLUMNS, chosen, missing, read_entries, to_csv

NAMES = {duty.id: duty.name for duty in checked().duties}
TEXT = st.text(st.characters(exclude_categories=()))
ENTRY = st.fixed_dictionaries(
    {
        **dict.fromkeys(("id", "date", "said", "decided", "changed", "told"), TEXT),
        "duties": st.lists(st.sampled_from(sorted(NAMES)), unique=True),
    }
)


def runs(cell: str) -> bool:
    """Whether a spreadsheet may take a cell for a formula: in Japanese, `＝` is an equals sign as good as any."""
    return cell[:1] in ("\t", "\r") or unicodedata.normalize("NFKC", cell[:1])[:1] in ("=", "+", "-", "@")


def entry(**said: Any) -> dict[str, Any]:
    return {"id": "1", "date": "2026-05-01", **said}


@settings(deadline=None)  # the machine may be busy
@given(st.lists(ENTRY, max_size=5))
def test_the_table_holds_every_word_and_no_formula(plain: list[dict[str, Any]]) -> None:
    entries = read_entries(plain, NAMES)
    rows = list(csv.reader(io.StringIO(to_csv(entries, NAMES).removeprefix(START), newline="")))
    assert len(rows) == len(entries) + 1
    for row, each in zip(rows[1:], entries, strict=True):
        assert not any(runs(cell) for cell in row)
        assert [cells.plain(cell) for cell in row[: len(COLUMNS)]] == [clean(getattr(each, key)) for key in COLUMNS]
        assert row[len(COLUMNS)] == "; ".join(NAMES[duty] for duty in each.duties)


@pytest.mark.parametrize("sign", "=+-@\t\r" + "".join(filter(runs, map(chr, range(0x80, 0x11000)))))
def test_no_sign_that_stands_for_that_of_a_formula_begins_a_cell(sign: str) -> None:
    for said in (f"{sign}1+1", f" {sign}1+1", f"'{sign}1+1", f"\n{sign}1+1", f"\0{sign}1+1"):
        (cell,) = next(csv.reader(io.StringIO(csv_text([said], []).removeprefix(START), newline="")))
        assert cell == f"'{clean(said)}"
        assert cells.plain(cell) == clean(said)


def test_what_is_chosen() -> None:
    plain = [
        entry(id="a", said="Cold flats", duties=["duty.tia-engagement"]),
        entry(id="b", decided="New boilers", date="2026-06-01", duties=["duty.tia-engagement"]),
        entry(id="c", said="Cold flats", decided="New boilers", told="2026-07-01"),
    ]
    entries = read_entries(plain, NAMES)
    assert [each.id for each in chosen(entries)] == ["b", "a", "c"]
    assert [each.id for each in chosen(entries, "duty.tia-engagement")] == ["b", "a"]
    assert [each.id for each in chosen(entries, lacking="not-told")] == ["b"]
    assert [missing(each) for each in entries] == [("no-decision",), ("not-told",), ()]


@pytest.mark.parametrize(
    ("plain", "reason"),
    [
        (None, "not a list"),
        ([3], "not a list"),
        ([{"said": 3}], "'said' of an entry is not text"),
        ([{"duties": ["duty.nowhere"]}], "no duty 'duty.nowhere'"),
        ([{"duties": 3}], "no duty '3'"),
    ],
)
def test_what_cannot_be_used_is_named(plain: Any, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        read_entries(plain, NAMES)
