"""The copy of a map that may be shared: what tells who someone is is found, shown, and gone from what is made."""

import copy
import json
from typing import Any

import pytest

from framework.core.answers import BadInput
from framework.tools.power_map.map import KINDS, kind_name
from framework.tools.power_map.personal import looks_like_a_person, personal
from framework.tools.power_map.picture import poster
from framework.tools.power_map.read import plain_map, read_map
from framework.tools.power_map.safe_copy import safe_copy, shown
from framework.tools.power_map.table import csv_out
from macros.power_map import example
from tests.conftest import ROOT

NAMES = (ROOT / "tests/fixtures/made-up-names.txt").read_text(encoding="utf-8").split("\n")[:-1]
"""Made up, from the languages that London speaks."""
ROLES = [
    *(kind_name(kind) for kind in KINDS),
    "Tenants of Block C",
    "Families in temporary homes",
    "Residents' association",
    "Cabinet member for housing",
    "Ward councillor",
    "Head of repairs",
    "The lender",
    "Chair of the tenants' and residents' association",
    "Young people under 25",
    "Lead officer, planning policy",
    "Leaseholders in the north blocks",
    "NHS",
    "84 homes in 3 blocks",
]


def test_there_are_enough_names_and_each_is_one() -> None:
    assert len(set(NAMES)) >= 200


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_alone_and_within_a_role(name: str) -> None:
    assert covered(name, personal(name))
    within = f"Chair of the board ({name})"
    (found,) = personal(within)
    assert within[found.start : found.end].strip(".") in name
    assert covered(name, personal(name))


def covered(text: str, found: Any) -> bool:
    """Whether every letter of a text is in what was found."""
    inside = {place for each in found for place in range(each.start, each.end)}
    return all(place in inside for place, letter in enumerate(text) if letter.isalpha())


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_no_name(role: str) -> None:
    assert personal(role) == ()
    assert not looks_like_a_person(role)


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("Officer, m.hossain+home@example.org.uk", "email", "m.hossain+home@example.org.uk"),
        ("Officer 020 7946 0018", "phone", "020 7946 0018"),
        ("Officer (+44 7700 900123)", "phone", "+44 7700 900123"),
        ("Officer 07700900123", "phone", "07700900123"),
        ("Officer 0207-946-0018", "phone", "0207-946-0018"),
        ("Tenant of 14 Elm Court", "address", "14 Elm Court"),
        ("Tenant, 7a Old Mill Road", "address", "7a Old Mill Road"),
        ("Tenant at E1 4NS", "address", "E1 4NS"),
        ("Tenant of flat 12", "address", "flat 12"),
        ("Tenant of Flat 3B", "address", "Flat 3B"),
        ("Tenant, No. 9", "address", "No. 9"),
        ("Tenant, apt. 41", "address", "apt. 41"),
    ],
)
def test_what_is_no_name_is_found_too(text: str, kind: str, part: str) -> None:
    assert [(each.kind, text[each.start : each.end]) for each in personal(text)] == [(kind, part)]


def with_everything() -> dict[str, Any]:
    plain = copy.deepcopy(example()["map"])
    plain.update(title="Siobhán O'Rourke's estate", decision="Whether Prof. Nguyễn signs, 020 7946 0018")
    plain["phases"][0]["name"] = "Before Ayşe Öztürk came"
    plain["stakeholders"][0].update(name="Chair (JANE SMITHERS)", notes="Lives at 14 Elm Court, flat 3")
    plain["stakeholders"][1].update(name="m.hossain@example.org")
    plain["stakeholders"][2].update(name="jane's neighbours")
    found: dict[str, Any] = json.loads(json.dumps(plain).replace('"s9"', '"harpreet-kaur"'))
    return found


TELLING = (
    "Siobh",
    "Rourke",
    "Nguy",
    "7946",
    "Ayşe",
    "Öztürk",
    "SMITHERS",
    "jane",
    "Elm",
    "hossain",
    "harpreet",
    "Lives",
)


def test_a_safe_copy_as_it_is_offered_tells_nobody() -> None:
    found = read_map(with_everything())
    texts = {each.id: each.say for each in shown(found)}
    made, phases = safe_copy(found, texts)
    out = [
        repr(plain_map(made)),
        *(csv_out(made, phase) for phase in made.phases),
        *(poster(made, phase, {}) for phase in made.phases),
    ]
    for text in out:
        for part in TELLING:
            assert part not in text
    assert made.title.startswith("Safe copy")
    assert made.stakeholders[0].name == "Chair"
    assert phases == {"p1": "p1", "p2": "p2"}
    assert read_map(plain_map(made)) == made
    assert [list(each.places.values()) for each in made.phases] == [list(each.places.values()) for each in found.phases]


def test_every_text_is_shown_and_those_that_tell_come_first() -> None:
    found = read_map(with_everything())
    texts = shown(found)
    words = [each.text for each in texts]
    for each in (found.title, found.decision, *(phase.name for phase in found.phases)):
        assert each in words
    for who in found.stakeholders:
        assert who.name in words
        assert not who.notes or who.notes in words
    marked = [bool(each.kinds) for each in texts]
    assert marked == sorted(marked, reverse=True)
    assert {each.id for each in texts if each.kinds} == {
        "title",
        "decision",
        "phase.p1",
        "name.s1",
        "notes.s1",
        "name.s2",
        "name.s3",
    }


def test_what_was_not_looked_at_does_not_leave() -> None:
    found = read_map(with_everything())
    texts = {each.id: each.say for each in shown(found)}
    for id_ in texts:
        with pytest.raises(BadInput, match="not looked at"):
            safe_copy(found, {key: words for key, words in texts.items() if key != id_})
    with pytest.raises(BadInput):
        safe_copy(found, None)


def test_what_the_reader_writes_stands_and_what_is_left_out_becomes_the_kind() -> None:
    found = read_map(example()["map"])
    texts = {each.id: each.text for each in shown(found)} | {
        "name.s1": "",
        "name.s2": "People moved twice",
        "title": "",
    }
    made, _ = safe_copy(found, texts)
    assert [each.name for each in made.stakeholders[:3]] == [
        "Residents or households 1",
        "People moved twice",
        "Leaseholders",
    ]
    assert made.title == "Safe copy"
    assert made.stakeholders[0].notes == "Made up: 84 homes."
