"""The power map's picture: well formed, its names apart, and as it was when someone last looked at it."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from framework.draw.labels import Box, box_of, overlap, width
from framework.fork.brand import Light
from framework.tools.power_map.picture import (
    FRAMES,
    NARROW,
    POSTER,
    REACH,
    TEXT,
    WIDE,
    Frame,
    _short,
    labels,
    points,
    poster,
    power_map_picture,
)
from framework.tools.power_map.read import read_map
from framework.tools.power_map.stacks import stacks
from macros.power_map import blank
from tests.framework.maps import SOME, crowd, estate, plain_maps

SVG = "{http://www.w3.org/2000/svg}"
KEPT = Path(__file__).with_name("pictures")
LIGHT = vars(Light())


def drawn() -> dict[str, str]:
    found = estate()
    before, phase = found.phases
    return {
        "wide": power_map_picture(found, phase, "kept", WIDE, before),
        "narrow": power_map_picture(found, before, "kept", NARROW),
        "apart": power_map_picture(found, phase, "kept", WIDE, apart=True),
        "poster": poster(found, phase, LIGHT, before),
        "blank": blank(WIDE, "kept"),
    }


@pytest.mark.parametrize("name", ["wide", "narrow", "apart", "poster", "blank"])
def test_pictures_are_as_they_were(name: str) -> None:
    """To keep a new one after looking at it: delete the old one in tests/framework/pictures/, and run this twice."""
    path = KEPT / f"power-map-{name}.svg"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn()[name] + "\n", encoding="utf-8")
        pytest.fail(f"{path.name} was not there, and is kept now. Look at it.")
    assert drawn()[name] + "\n" == path.read_text(encoding="utf-8")


@SOME
@given(plain_maps())
def test_any_map_can_be_drawn_and_runs_nothing(plain: dict[str, Any]) -> None:
    found = read_map(plain)
    for picture in (
        power_map_picture(found, found.phases[-1], "here", NARROW, found.phases[0]),
        poster(found, found.phases[-1], {"ink": '"/><script>'}, found.phases[0]),
        poster(found, found.phases[-1], LIGHT, None, apart=True),
    ):
        tree = ET.fromstring(picture)
        tags = {each.tag.removeprefix(SVG) for each in tree.iter()}
        assert tags <= {
            "svg",
            "g",
            "title",
            "desc",
            "defs",
            "marker",
            "path",
            "line",
            "rect",
            "circle",
            "polygon",
            "text",
            "tspan",
        }
        assert not any(name.startswith("on") for each in tree.iter() for name in each.attrib)


def test_sides_differ_by_shape_and_links_by_line() -> None:
    tree = ET.fromstring(drawn()["wide"])
    assert {
        each.tag.removeprefix(SVG) for each in tree.iter() if each.get("class") in ("resident", "organisation", "other")
    } == {
        "circle",
        "rect",
        "polygon",
    }
    assert {"formal", "informal"} <= {each.get("class") for each in tree.iter()}


def test_a_file_holds_its_own_colours() -> None:
    tree = ET.fromstring(drawn()["poster"])
    for each in tree.iter():
        if each.get("class") == "resident":
            assert each.get("fill") == "#B0452B"
    assert "var(" not in drawn()["poster"]


def boxes(count: int, frame: Frame) -> tuple[list[Box], list[Box], int]:
    """The boxes of all names and of all marks, and how many names found no place."""
    found = read_map(crowd(count))
    phase = found.phases[0]
    placed, _ = labels(found, phase, frame)
    at = points(phase, frame)
    names = [box_of(label, *at[id_], TEXT * frame.scale) for id_, label in placed.items() if label]
    reach = REACH * frame.scale
    marks = [(x - reach, y - reach, x + reach, y + reach) for x, y in at.values()]
    return names, marks, sum(label is None for label in placed.values())


@pytest.mark.parametrize("name", list(FRAMES))
@pytest.mark.parametrize("count", [20, 200])
def test_no_name_covers_another_nor_a_mark(name: str, count: int) -> None:
    names, marks, _ = boxes(count, FRAMES[name])
    assert not [1 for nth, one in enumerate(names) for other in names[:nth] if overlap(one, other)]
    assert not [1 for one in names for mark in marks if overlap(one, mark)]


def test_how_many_names_find_a_place() -> None:
    assert boxes(20, WIDE)[2] == 0
    assert boxes(20, NARROW)[2] <= 4
    assert boxes(200, POSTER)[2] <= 30  # these stand below the poster, by number


@pytest.mark.parametrize("name", ["wide", "poster"])
def test_names_stand_at_their_marks_at_twenty_five_and_residents_names_first(name: str) -> None:
    assert boxes(25, FRAMES[name])[2] == 0
    found = read_map(crowd(200))
    placed, _ = labels(found, found.phases[0], FRAMES[name])
    all_ = {each.id: each for each in stacks(found, found.phases[0])}
    left_out = [all_[id_].sides[0] == "resident" for id_, label in placed.items() if label is None]
    here = [each.sides[0] == "resident" for each in all_.values()]
    assert sum(left_out) / max(1, len(left_out)) < sum(here) / len(here)


def test_names_without_a_place_stand_in_the_key() -> None:
    found = read_map(crowd(200))
    tree = ET.fromstring(poster(found, found.phases[0], LIGHT))
    said = " ".join(" ".join(each.itertext()) for each in tree.iter(f"{SVG}text"))
    said = re.sub(r"\s+", " ", said)
    for who in found.stakeholders:
        assert who.name in said


def crowded() -> dict[str, Any]:
    """Forty people with the highest marks, of all sides; two in the middle; and three who are not placed yet."""
    plain = crowd(45)
    phase = plain["phases"][0]
    phase["links"] = []
    for number, place in enumerate(phase["places"].values()):
        place["power"] = place["affected"] = 5 if number < 40 else 3
    for id_ in ("s42", "s43", "s44"):
        phase["waiting"][id_] = {**phase["places"].pop(id_), "power": None}
    return plain


@pytest.mark.parametrize("frame", FRAMES.values(), ids=list(FRAMES))
def test_no_mark_leaves_its_place_however_many_stand_there(frame: Frame) -> None:
    found = read_map(crowded())
    tree = ET.fromstring(power_map_picture(found, found.phases[0], "here", frame))
    marks = [each for each in tree.iter(f"{SVG}g") if each.get("class") == "who"]
    at = {tuple(round(float(part)) for part in re.findall(r"[\d.]+", str(each.get("transform")))[:2]) for each in marks}
    assert at == {tuple(map(round, frame.point(mark, mark))) for mark in (3, 5)}
    counts = [str(each.text) for each in tree.iter(f"{SVG}text") if each.get("class") == "badge-number"]
    assert sorted(counts) == ["2", "40"]


def test_a_poster_names_everyone_of_a_stack() -> None:
    found = read_map(crowded())
    said = [
        " ".join(each.itertext()) for each in ET.fromstring(poster(found, found.phases[0], LIGHT)).iter(f"{SVG}text")
    ]
    for who in found.on(found.phases[0]):
        assert any(who.name in each for each in said)


def test_a_long_title_and_long_names_stand_whole_on_a_poster() -> None:
    plain = crowd(60)
    plain["title"] = "The estate beside the long canal " * 6
    plain["decision"] = "Whether any of it is pulled down, and who says so " * 4
    for who in plain["stakeholders"]:
        who["name"] = f"The association of all those who live beside the canal, number {who['id']}"[:80]
    found = read_map(plain)
    tree = ET.fromstring(poster(found, found.phases[0], LIGHT))
    said = " ".join(re.sub(r"\s+", " ", " ".join(each.itertext())) for each in tree.iter(f"{SVG}text"))
    for words in (found.title, found.decision, *(who.name for who in found.stakeholders)):
        assert words in said
    for each in tree.iter(f"{SVG}text"):
        if each.get("class") == "poster-title":
            assert width(str(each.text), 34) <= POSTER.right - POSTER.left


def test_a_sides_own_copy_is_drawn_as_that_side_placed_it() -> None:
    found = estate()
    phase = found.phases[1]
    own = poster(found, phase, LIGHT, side="resident")
    spot = phase.views["resident"]["s4"]
    x, y = POSTER.point(spot.power, spot.affected)
    assert f"translate({_short(x)},{_short(y)})" in own
    assert f"translate({_short(x)},{_short(y)})" not in poster(found, phase, LIGHT)
    assert "on their own copy" in own


def test_the_words_say_what_the_picture_says() -> None:
    tree = ET.fromstring(drawn()["wide"])
    description = str(tree.findtext(f"{SVG}desc"))
    for who in estate().on(estate().phases[1]):
        assert who.name in description


def test_the_numbers_of_a_frame_are_plain() -> None:
    assert json.loads(json.dumps(vars(WIDE)))["name"] == "wide"
