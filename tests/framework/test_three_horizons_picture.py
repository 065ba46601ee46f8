"""The three horizons as a picture: nothing lies on anything else, and it is as it was when someone looked at it."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from framework.content.check import checked
from framework.draw.labels import Box, overlap, width
from framework.fork.brand import Light
from framework.tools.three_horizons.layout import KNOT
from framework.tools.three_horizons.notes import HORIZONS, WHENS
from framework.tools.three_horizons.picture import SIZES, Size, horizons_picture, laid_out, poster, waiting_boxes
from framework.tools.three_horizons.read import horizons_of
from tests.framework.horizons import estate, form, random_answers, read_from_the_right

KEPT = Path(__file__).with_name("pictures")
SVG = "{http://www.w3.org/2000/svg}"
FRAMEWORK = checked()
FORM = form(FRAMEWORK)


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
def test_nothing_hides_anything_in_200_random_ones(size: Size) -> None:
    for seed in range(200):
        found = horizons_of(FORM, random_answers(seed))
        laid, _ = laid_out(found, size)
        _, waiting, foot = waiting_boxes(found, size, laid)
        knots = {(x - KNOT, y - KNOT, x + KNOT, y + KNOT) for x, y in (*laid.knots.values(), *laid.holds.values())}
        boxes: list[Box] = [*knots, *waiting, *(box for here in laid.notes.values() for box in here)]
        for one, other in combinations(boxes, 2):
            assert not overlap(one, other), seed
        for left, top, right, bottom in boxes:
            assert 0 <= left < right <= laid.width, seed
            assert 0 <= top < bottom <= foot, seed
        for one, other in combinations(laid.slots.values(), 2):
            assert not overlap(one, other), seed
        for place, slot in laid.slots.items():
            assert all(overlap(slot, box) for box in laid.notes[place]), seed
            for other_place, other in laid.slots.items():
                assert other_place == place or not any(overlap(other, box) for box in laid.notes[place]), seed


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
def test_words_stay_on_their_notes(size: Size) -> None:
    for seed in range(40):
        _, notes = laid_out(horizons_of(FORM, random_answers(seed)), size)
        for drawn in (each for here in notes.values() for each in here):
            assert all(width(line, size.text) <= size.layout.note - size.text for line in drawn.lines), seed


def test_the_first_pattern_falls_the_second_rises_and_falls_and_the_third_rises_however_many_notes_there_are() -> None:
    for seed in range(200):
        for size in SIZES.values():
            laid, _ = laid_out(horizons_of(FORM, random_answers(seed, 60)), size)
            first, second, third = ([laid.knots[each, when][1] for when in WHENS] for each in HORIZONS)
            assert all(above < below for above, below in pairwise(first)), seed
            assert all(below > above for below, above in pairwise(third)), seed
            assert min(second[1:3]) < min(second[0], second[3]), seed


def test_where_people_read_from_the_right_time_runs_from_there_and_words_are_not_mirrored() -> None:
    found = estate(FRAMEWORK)
    for size in SIZES.values():
        laid, _ = laid_out(found, size)
        plain = horizons_picture(found, "kept", size)
        with read_from_the_right():
            other, _ = laid_out(found, size)
            mirrored = horizons_picture(found, "kept", size)
        for when in WHENS:
            assert other.heads[when][0] == pytest.approx(laid.width - laid.heads[when][0])
        assert [other.heads[when][0] for when in WHENS] == sorted((x for x, _ in other.heads.values()), reverse=True)
        assert [y for _, y in other.knots.values()] == [y for _, y in laid.knots.values()]
        assert "scale(-1" not in mirrored
        words = [
            sorted(re.sub("[\u2068\u2069]", "", each.text or "") for each in ET.fromstring(svg).iter(f"{SVG}text"))
            for svg in (plain, mirrored)
        ]
        assert words[0] == words[1]


def drawn() -> dict[str, str]:
    found = estate(FRAMEWORK)
    pictures = {name: horizons_picture(found, "kept", size) for name, size in SIZES.items()}
    with read_from_the_right():
        mirrored = horizons_picture(found, "kept")
    return {**pictures, "mirrored": mirrored, "poster": poster(found, vars(Light()))}


@pytest.mark.parametrize("name", [*SIZES, "mirrored", "poster"])
def test_pictures_are_as_they_were(name: str) -> None:
    """To keep a new one after looking at it: delete the old one in tests/framework/pictures/, and run this twice."""
    path = KEPT / f"three-horizons-{name}.svg"
    if not path.exists():
        path.write_text(drawn()[name] + "\n", encoding="utf-8")
        pytest.fail(f"{path.name} was not there, and is kept now. Look at it.")
    assert drawn()[name] + "\n" == path.read_text(encoding="utf-8")


def test_a_picture_tells_all_by_shape_and_words_and_runs_nothing() -> None:
    svg = drawn()["wide"]
    tree = ET.fromstring(svg)
    tags = {each.tag.removeprefix(SVG) for each in tree.iter()}
    assert tags <= {"svg", "g", "title", "desc", "path", "rect", "line", "circle", "polygon", "text"}
    patterns = {each.get("stroke-dasharray") for each in tree.iter(f"{SVG}path") if each.get("class") == "pattern"}
    assert len(patterns) == 3
    words = {each.text for each in tree.iter(f"{SVG}text")}
    assert {"1", "2", "3", "A seed today", "Helps the future", "By 2040", "Fading for: Residents"} <= words
    cards = [each for each in tree.iter(f"{SVG}g") if each.get("class") == "card"]
    assert {each.get("data-id") for each in cards} == {each.id for each in estate(FRAMEWORK).notes}
    assert not re.search(r"<script|on\w+=|href", svg)
