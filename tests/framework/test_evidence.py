"""The evidence log: what it holds, where entries stop short, and a table that no spreadsheet runs."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.content.check import checked
from framework.core.answers import BadInput
from framework.tools.evidence.rules import COLUMNS, FORMULA, chosen, missing, read_entries, to_csv

NAMES = {duty.id: duty.name for duty in checked().duties}
TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\x00"))
ENTRY = st.fixed_dictionaries(
    {
        **dict.fromkeys(("id", "date", "said", "decided", "changed", "told"), TEXT),
        "duties": st.lists(st.sampled_from(sorted(NAMES)), unique=True),
    }
)


def entry(**said: Any) -> dict[str, Any]:
    return {"id": "1", "date": "2026-05-01", **said}


@settings(deadline=None)  # the machine may be busy
@given(st.lists(ENTRY, max_size=5))
def test_the_table_holds_every_word_and_no_formula(plain: list[dict[str, Any]]) -> None:
    entries = read_entries(plain, NAMES)
    rows = list(csv.reader(io.StringIO(to_csv(entries, NAMES), newline="")))
    assert len(rows) == len(entries) + 1
    for row, each in zip(rows[1:], entries, strict=True):
        assert not any(cell.startswith(FORMULA) for cell in row)
        said = [cell.removeprefix("'") if cell[1:].startswith(FORMULA) else cell for cell in row]
        assert said[: len(COLUMNS)] == [getattr(each, key) for key in COLUMNS]
        assert row[len(COLUMNS)] == "; ".join(NAMES[duty] for duty in each.duties)


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
