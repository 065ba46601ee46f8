"""The power map: what is read, what it tells, and how it goes out and comes in again."""

import copy
import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework.browser import Door
from framework.content.model import Framework
from framework.core.answers import SIDES, BadInput
from framework.core.findings import Finding
from framework.core.words import Sentences, Text, speak, spoken
from framework.published import browser_json
from framework.tools.power_map.describe import describe
from framework.tools.power_map.findings import RULES, worth_asking
from framework.tools.power_map.list_step import list_read
from framework.tools.power_map.map import KINDS, LINKS, STANCES, PowerMap, link_name
from framework.tools.power_map.moves import moved
from framework.tools.power_map.open_list import opened
from framework.tools.power_map.read import MOST_STAKEHOLDERS, plain_map, read_map
from framework.tools.power_map.table import csv_out
from framework.tools.power_map.views import differences, seen_by
from macros.power_map import example
from tests.framework.maps import SOME, crowd, estate, plain_maps


def found_in(found: PowerMap) -> dict[str, Finding]:
    return {each.ask: each for each in worth_asking(found, found.phases[0])}


def one_phase(people: Mapping[str, Mapping[str, Any]], links: list[tuple[str, str, str]] = []) -> PowerMap:  # noqa: B006
    """A map with one phase: marks by name, which is also the id."""
    plain = crowd(0)
    place = {"power": 3, "affected": 3, "person": None, "at_table": False, "stance": "not-known"}
    for id_, given_ in people.items():
        side = given_.get("side", "resident")
        plain["stakeholders"].append({"id": id_, "name": id_.title(), "kind": "other", "side": side, "notes": ""})
        plain["phases"][0]["places"][id_] = {**place, **{key: value for key, value in given_.items() if key != "side"}}
    plain["phases"][0]["links"] = [
        {"id": f"l{n}", "from": start, "to": end, "kind": kind} for n, (start, end, kind) in enumerate(links)
    ]
    return read_map(plain)


@SOME
@given(plain_maps())
def test_a_map_read_and_written_is_the_same(plain: dict[str, Any]) -> None:
    found = read_map(json.loads(json.dumps(plain)))
    assert plain_map(found) == plain
    assert read_map(plain_map(found)) == found


@SOME
@given(plain_maps(), st.randoms())
def test_the_order_of_stakeholders_changes_no_finding(plain: dict[str, Any], chance: Any) -> None:
    shuffled = copy.deepcopy(plain)
    chance.shuffle(shuffled["stakeholders"])
    for phase in shuffled["phases"]:
        items = list(phase["places"].items())
        chance.shuffle(items)
        phase["places"] = dict(items)
        chance.shuffle(phase["links"])
    one, other = read_map(plain), read_map(shuffled)
    for nth in range(len(one.phases)):
        assert worth_asking(one, one.phases[nth]) == worth_asking(other, other.phases[nth])
        assert [m.sentence for m in moved(one, one.phases[0], one.phases[nth])] == [
            m.sentence for m in moved(other, other.phases[0], other.phases[nth])
        ]


@SOME
@given(plain_maps())
def test_renaming_changes_no_finding(plain: dict[str, Any]) -> None:
    renamed = copy.deepcopy(plain)
    for number, who in enumerate(reversed(renamed["stakeholders"])):
        who["name"] = f"Group {number}"
    one, other = read_map(plain), read_map(renamed)
    for phase, again in zip(one.phases, other.phases, strict=True):
        assert [(each.ask, each.about) for each in worth_asking(one, phase)] == [
            (each.ask, each.about) for each in worth_asking(other, again)
        ]


@SOME
@given(plain_maps())
def test_an_empty_map_finds_nothing_and_each_finding_has_its_reasons(plain: dict[str, Any]) -> None:
    found = read_map(plain)
    for phase in found.phases:
        findings = worth_asking(found, phase)
        assert findings == () or phase.places
        for each in findings:
            assert len(each.about) == len(each.reasons) > 0


def test_most_affected_and_least_power() -> None:
    found = found_in(one_phase({"tenants": {"affected": 4, "power": 2}, "owners": {"affected": 4, "power": 2.1}}))
    assert found["hit-hardest"].about == ("tenants",)
    assert found["hit-hardest"].reasons == ("Tenants: power 2 of 5, affected 4 of 5, no seat.",)


def test_power_outside_the_room() -> None:
    found = found_in(one_phase({"mayor": {"power": 4}, "lead": {"power": 5, "at_table": True}, "bank": {"power": 3.9}}))
    assert found["outside"].about == ("mayor",)


def test_a_seat_without_a_say_names_who_could_overrule() -> None:
    people = {"officer": {"power": 4, "person": 2, "at_table": True}, "head": {"power": 4}, "mayor": {"power": 5}}
    links = [("officer", "head", "reports-to"), ("head", "mayor", "reports-to"), ("mayor", "officer", "trusts")]
    found = found_in(one_phase(people, links))
    assert found["seat-without-power"].reasons == (
        "Officer: power of their own 2 of 5; Mayor and Head could overrule them.",
    )
    funded = one_phase(
        {"adviser": {"power": 1, "at_table": True}, "council": {"power": 4}}, [("council", "adviser", "funds")]
    )
    assert "Council could overrule" in found_in(funded)["seat-without-power"].reasons[0]
    alone = one_phase({"adviser": {"power": 2, "at_table": True}})
    assert "no link shows" in found_in(alone)["seat-without-power"].reasons[0]


def test_links_in_a_ring_end() -> None:
    ring = [("a", "b", "reports-to"), ("b", "c", "reports-to"), ("c", "a", "reports-to")]
    found = one_phase({"a": {"power": 1, "at_table": True}, "b": {"power": 4}, "c": {"power": 2}}, ring)
    assert "B and C could" in found_in(found)["seat-without-power"].reasons[0]


def test_nobody_speaks_for_them() -> None:
    people: dict[str, dict[str, Any]] = {
        "tenants": {"affected": 5},
        "union": {"at_table": True},
        "families": {"affected": 4},
        "seated": {"affected": 5, "at_table": True},
    }
    found = found_in(one_phase(people, [("union", "tenants", "represents")]))
    assert found["no-voice"].about == ("families",)
    away = one_phase({"tenants": {"affected": 5}, "union": {}}, [("union", "tenants", "represents")])
    assert found_in(away)["no-voice"].about == ("tenants",)


def test_they_speak_for_people_and_nothing_else_joins_them() -> None:
    people: dict[str, dict[str, Any]] = {"union": {}, "tenants": {}}
    assert "speaks-without-a-link" in found_in(one_phase(people, [("union", "tenants", "represents")]))
    joined = [("union", "tenants", "represents"), ("tenants", "union", "trusts")]
    assert "speaks-without-a-link" not in found_in(one_phase({"union": {}, "tenants": {}}, joined))


def test_one_body_holds_every_formal_link() -> None:
    people: dict[str, dict[str, Any]] = {"council": {}, "a": {}, "b": {}, "c": {}}
    links = [("council", "a", "funds"), ("b", "council", "reports-to"), ("council", "c", "represents")]
    assert found_in(one_phase(copy.deepcopy(people), links))["one-holder"].about == ("council",)
    assert "one-holder" not in found_in(one_phase(copy.deepcopy(people), links[:2]))
    informal = [*links, ("a", "b", "trusts")]
    assert "one-holder" in found_in(one_phase(copy.deepcopy(people), informal))
    assert "one-holder" not in found_in(one_phase(people, [*links, ("a", "b", "funds")]))


def test_a_side_with_no_one() -> None:
    found = found_in(one_phase({"tenants": {"at_table": True}, "council": {"side": "organisation"}}))
    assert found["missing-side"].reasons == (
        "The organisation: nobody at the table.",
        "Other partners: nobody on the map.",
    )


def test_role_and_person() -> None:
    found = found_in(one_phase({"near": {"power": 4, "person": 2.1}, "far": {"power": 4, "person": 2}}))
    assert found["role-and-person"].about == ("far",)


def test_each_rule_has_its_words_and_each_leads_somewhere(framework: Framework) -> None:
    tool = next(each for each in framework.tools if each.id == "power-map")
    assert [ask.id.rpartition(".")[2] for ask in tool.asks] == list(RULES)
    assert all(ask.leads_to for ask in tool.asks)


def test_what_moved_as_sentences() -> None:
    found = estate()
    sentences = [each.sentence for each in moved(found, *found.phases)]
    assert sentences[0] == "Tenants of Block C gained power: from 1.5 to 3.2 of 5."
    assert "Development partner lost power: from 4.2 to 3.6 of 5." in sentences
    assert "Director of regeneration came to the table." in sentences
    assert "Ward councillor is no longer on the map." in sentences
    back = [each.sentence for each in moved(found, *reversed(found.phases))]
    assert "Director of regeneration left the table." in back
    assert "Ward councillor is new on the map." in back


@SOME
@given(plain_maps())
def test_nothing_moves_from_a_phase_to_itself(plain: dict[str, Any]) -> None:
    found = read_map(plain)
    assert all(moved(found, phase, phase) == () for phase in found.phases)


def test_where_sides_differ_most_comes_first() -> None:
    found = estate()
    told = differences(found, found.phases[0])
    assert [each.who for each in told] == ["s7", "s4"]
    assert told[0].sentence.startswith("Regeneration officer. Power: residents say 4.5, the organisation say 2.")
    assert seen_by(found.phases[0], "resident").places["s4"].power == 1.2
    assert seen_by(found.phases[0], None) == found.phases[0]


@SOME
@given(plain_maps())
def test_differences_are_in_order_and_between_two_sides(plain: dict[str, Any]) -> None:
    found = read_map(plain)
    for phase in found.phases:
        told = differences(found, phase)
        assert [each.gap for each in told] == sorted((each.gap for each in told), reverse=True)
        assert all(len(each.spots) > 1 for each in told)


@SOME
@given(plain_maps())
def test_the_words_name_everyone_on_the_map(plain: dict[str, Any]) -> None:
    found = read_map(plain)
    for phase in found.phases:
        said = describe(found, phase)
        for who in found.on(phase):
            assert who.name in said
        for link in phase.links:
            assert link_name(link.kind) in said


def broken() -> list[Any]:
    """Maps with one thing wrong each."""
    plain = copy.deepcopy(example()["map"])
    ways: list[Any] = [None, [], "x", {}, {**plain, "version": 3}, {**plain, "extra": 1}, {**plain, "phases": []}]

    def with_(path: list[Any], value: Any) -> None:
        made = copy.deepcopy(plain)
        place = made
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
        ways.append(made)

    with_(["title"], 3)
    with_(["title"], "x" * 300)
    with_(["stakeholders", 0, "id"], "../../x")
    with_(["stakeholders", 0, "id"], "s2")
    with_(["stakeholders", 0, "side"], "them")
    with_(["stakeholders", 0, "kind"], ["council"])
    with_(["stakeholders", 0, "notes"], "x" * 5000)
    with_(["stakeholders"], [plain["stakeholders"][0]] * (MOST_STAKEHOLDERS + 1))
    with_(["phases", 0, "places", "s1", "power"], 5.1)
    with_(["phases", 0, "places", "s1", "power"], float("nan"))
    with_(["phases", 0, "places", "s1", "power"], True)
    with_(["phases", 0, "places", "s1", "at_table"], "yes")
    with_(["phases", 0, "places", "s99"], plain["phases"][0]["places"]["s1"])
    with_(["phases", 0, "places"], [])
    with_(["phases", 0, "links", 0, "to"], "s99")
    with_(["phases", 0, "links", 0, "to"], "s7")
    with_(["phases", 0, "links", 0, "kind"], "likes")
    with_(["phases", 0, "links", 1, "id"], "l1")
    with_(["phases", 0, "views"], {"them": {}})
    with_(["phases", 1, "id"], "p1")
    return ways


@pytest.mark.parametrize("plain", broken())
def test_a_broken_map_is_named_and_never_a_python_error(plain: Any) -> None:
    with pytest.raises(BadInput) as caught:
        read_map(plain)
    assert caught.value.what
    assert caught.value.mend.endswith((".", "?"))


def as_csv_sees(found: PowerMap) -> list[Any]:
    """What a list can hold of a phase, whatever the ids."""
    phase = found.phases[0]
    names = found.names
    links = sorted((names[each.start], each.kind, names[each.end]) for each in phase.links)
    everyone = (*found.on(phase), *found.beside(phase))
    at: dict[str, Any] = {**phase.places, **phase.waiting}
    return [[(each.name, each.kind, each.side, each.notes, at[each.id]) for each in everyone], links]


def taken_in(text: str) -> PowerMap:
    """What a page makes of a list, where nothing was on the map."""
    sheets = opened(text)
    found = read_map(crowd(0))
    plain = [{**vars(each), "merged": []} for each in sheets]
    said = list_read(found, found.phases[0], plain, [{} for _ in sheets])
    assert said["problems"] == []
    return read_map(said["instead"])


@SOME
@given(plain_maps())
def test_a_list_opened_again_gives_the_same_map(plain: dict[str, Any]) -> None:
    for number, who in enumerate(plain["stakeholders"]):
        who["name"] = f"{who['name'][:24].strip()} {number}"  # in a list, links go by name
    plain["phases"] = plain["phases"][:1]
    found = read_map(plain)
    if found.phases[0].places or found.phases[0].waiting:
        assert as_csv_sees(taken_in(csv_out(found, found.phases[0]))) == as_csv_sees(found)


def test_a_list_is_read_in_english_and_in_the_language_that_is_spoken() -> None:
    plain = crowd(0)
    ids = [f"s{number}" for number in range(len(KINDS))]
    for number, id_ in enumerate(ids):
        who = {"id": id_, "name": f"No. {number}", "kind": KINDS[number], "side": SIDES[number % 3], "notes": ""}
        here = {"power": 3, "person": None, "affected": 3, "at_table": number % 2 == 0, "stance": STANCES[number % 4]}
        plain["stakeholders"].append(who)
        plain["phases"][0]["places"][id_] = here
    plain["phases"][0]["links"] = [
        {"id": kind, "from": start, "to": end, "kind": kind}
        for kind, (start, end) in zip(LINKS, pairwise(ids), strict=False)
    ]
    found = read_map(plain)
    in_english = csv_out(found, found.phases[0])
    speak(Sentences({id_: backwards(text) for id_, text in spoken().texts.items()}))
    in_another = csv_out(found, found.phases[0])
    assert in_another.splitlines()[0] == "\ufeffemaN,dniK,ediS,detceffa hcum woH," + (
        "elor eht fo rewoP,nosrep eht fo rewoP,elbat eht tA,ecnatS,skniL,setoN"
    )
    assert "licnuoC" in in_another
    assert as_csv_sees(taken_in(in_english)) == as_csv_sees(taken_in(in_another)) == as_csv_sees(found)
    marked = "emaN,ediS,elor eht fo rewoP,detceffa hcum woH\nNo. 1,stnediseR,wol yrev,high"
    (place,) = taken_in(marked).phases[0].places.values()
    assert (place.power, place.affected) == (1.0, 4.0)


def backwards(text: Text) -> Text:
    """A sentence in a made-up language: every word the other way round, and the places as they are."""
    return text if not isinstance(text, str) or "{" in text else text[::-1]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "'=", "''-", " ="])
def test_no_cell_is_a_formula(start: str) -> None:
    plain = example()["map"]
    plain["stakeholders"][0]["name"] = f"{start.strip()}1+1"
    plain["stakeholders"][0]["notes"] = f"{start}1+1"
    found = read_map(plain)
    written = csv_out(found, found.phases[0])
    assert "\n'" in written
    for cell in written.replace("\r\n", ",").replace('"', "").split(","):
        assert not cell.strip().startswith(("=", "+", "-", "@")), cell
    again = taken_in(written)
    assert again.stakeholders[0].name == found.stakeholders[0].name
    assert again.stakeholders[0].notes == found.stakeholders[0].notes.strip()


@pytest.fixture(scope="module")
def door(framework: Framework) -> Door:
    return Door(browser_json(framework))


def test_what_a_page_is_told_with_links(door: Door) -> None:
    said = json.loads(door.answer(json.dumps(example())))["ok"]
    assert said["findings"][0]["title"] == "Most affected, least power"
    assert {link["kind"] for each in said["findings"] for link in each["leads"]} >= {"tool", "guidance"}
    assert said["moves"]
    assert said["trails"].startswith("<g")
    assert said["over"].startswith("<g")
    assert set(said["live"]["labels"]) == set(estate().phases[1].places)


def test_a_picture_to_take_away_holds_what_the_map_tells(door: Door) -> None:
    def asked(do: str) -> Any:
        return json.loads(door.answer(json.dumps(example() | {"do": do})))["ok"]

    drawn = ElementTree.fromstring(asked("draw")["picture"])
    texts = list(drawn.iter("{http://www.w3.org/2000/svg}text"))
    said = " ".join(" ".join(each.itertext()) for each in texts)
    look = asked("look")
    told = [reason["reason"] for each in look["findings"] for reason in each["reasons"]]
    told += [each["title"] for each in look["findings"]]
    told += [each["sentence"] for each in (*look["moves"], *look["differences"])]
    assert len(told) > 15
    assert not [each for each in told if each not in said]
    height = float(drawn.attrib["viewBox"].split()[3])
    assert all(float(each.get("y", 0)) < height for each in texts)


@pytest.mark.parametrize(
    "asked",
    [
        {"do": "rm"},
        {"do": ["look"]},
        {"do": "look"},
        {"do": "look", "phase": "p9"},
        {"do": "look", "phase": "p1", "before": "p9"},
        {"do": "look", "phase": "p1", "frame": "huge"},
        {"do": "look", "phase": "p1", "frame": []},
        {"do": "look", "phase": "p1", "zoom": "1"},
        {"do": "look", "phase": "p1", "side": "them"},
        {"do": "file-in"},
        {"do": "file-in", "file": "?"},
        {"do": "file-in", "pasted": ""},
        {"do": "list-read", "phase": "p1"},
        {"do": "list-read", "phase": "p1", "sheets": [{"rows": [[1]]}], "choices": [{}]},
    ],
)
def test_bad_requests_are_answered(door: Door, asked: dict[str, Any]) -> None:
    request = {"call": "power_map", "map": None if asked == {"do": "look"} else example()["map"], **asked}
    assert set(json.loads(door.answer(json.dumps(request)))["bad"]) == {"what", "mend"}


def test_two_thousand_are_read() -> None:
    found = read_map(crowd(MOST_STAKEHOLDERS))
    assert len(found.on(found.phases[0])) == MOST_STAKEHOLDERS
    assert worth_asking(found, found.phases[0])


def test_a_map_of_the_first_version_is_read() -> None:
    plain = example()["map"] | {"version": 1}
    for phase in plain["phases"]:
        phase.pop("waiting", None)
    found = read_map(plain)
    assert found == estate()
    assert plain_map(found)["version"] == 2


def test_nobody_waits_beside_the_map_who_stands_on_it() -> None:
    plain = plain_map(estate())
    plain["phases"][0]["waiting"] = {"s1": {"power": None, "affected": 3}}
    with pytest.raises(BadInput, match="beside it"):
        read_map(plain)
    del plain["phases"][0]["places"]["s1"]
    found = read_map(plain)
    assert "Not on the map yet: Tenants of Block C" in describe(found, found.phases[0])
    assert worth_asking(found, found.phases[0])
