"""Cards that lay themselves out: nothing lies on anything else, and the picture is as it was when someone looked at it."""

import random
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise
from pathlib import Path
from typing import Literal

import pytest

from framework.content.check import checked
from framework.draw.cards import Card, CardArrow, Size, placed
from framework.draw.column import BOLD, wrapped
from framework.draw.flow import Gutter
from framework.draw.labels import Box, overlap, width
from framework.fork.brand import Light
from framework.tools.governance_diagram.picture import SIZES, arrows, cards, governance_picture, poster
from tests.framework.diagrams import estate

KEPT = Path(__file__).with_name("pictures")
SVG = "{http://www.w3.org/2000/svg}"
ENDS: tuple[Literal["start", "end", "neither"], ...] = ("start", "end", "neither")
GUTTERS: tuple[Gutter, ...] = ("left", "right")


def random_diagram(seed: int, most: int = 20) -> tuple[list[Card], list[CardArrow]]:
    chance = random.Random(seed)
    ids = [f"b{number}" for number in range(chance.randint(1, most))]
    made = [
        Card(
            id_,
            " ".join(["Programme board", "of officers", "for homes"][: chance.randint(1, 3)]),
            "plain",
            ("decides",),
        )
        for id_ in ids
    ]
    joined = [
        CardArrow(
            f"a{number}",
            chance.choice(ids),
            chance.choice(ids),
            "plain",
            chance.choice(["", "4 weeks", "overrules, no reasons"]),
            chance.choice(ENDS),
            chance.choice(GUTTERS),
        )
        for number in range(chance.randint(0, 2 * len(ids)))
    ]
    return made, joined


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
def test_nothing_hides_anything_in_200_random_diagrams(size: Size) -> None:
    for seed in range(200):
        made, joined = random_diagram(seed)
        laid = placed(made, joined, size)
        words = [route.words for route in laid.routes.values() if route.words]
        for one, other in combinations([*laid.boxes.values(), *words], 2):
            assert not overlap(one, other), seed
        for box in (*laid.boxes.values(), *words):
            assert box[0] >= 0, seed
            assert box[2] <= laid.width, seed
            assert box[1] >= 0, seed
            assert box[3] <= laid.height, seed
        for arrow in joined:
            if arrow.start == arrow.end:
                continue
            points = laid.routes[arrow.id].points
            assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in pairwise(points)), seed
            for (x1, y1), (x2, y2) in pairwise(points):
                line: Box = (min(x1, x2), min(y1, y2), max(x1, x2) + 0.01, max(y1, y2) + 0.01)
                inner = (
                    id_
                    for id_, box in laid.boxes.items()
                    if overlap(line, (box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1))
                )
                assert not [*inner], seed


def test_who_sends_on_stands_below_and_no_line_lies_on_another() -> None:
    found = estate(checked())
    laid = placed(cards(found), arrows(found), SIZES["wide"])
    tops = [laid.boxes[body.id][1] for body in found.stops]
    assert tops == sorted(tops, reverse=True)
    upright = [
        (x1, min(y1, y2), max(y1, y2))
        for route in laid.routes.values()
        for (x1, y1), (x2, y2) in pairwise(route.points)
        if x1 == x2
    ]
    for (x, low, high), (other_x, other_low, other_high) in combinations(upright, 2):
        assert x != other_x or high <= other_low or other_high <= low


def test_a_name_is_never_wider_than_its_card() -> None:
    for size in SIZES.values():
        for words in ("Lanternfield Homes, and the joint board of council and developer", "W" * 80, "a b " * 60):
            room = size.card - 30
            lines = wrapped(words, BOLD * size.text, room, 3)
            assert len(lines) <= 3
            assert all(width(line, BOLD * size.text) <= room for line in lines)


def drawn() -> dict[str, str]:
    found = estate(checked())
    pictures = {name: governance_picture(found, "kept", size) for name, size in SIZES.items()}
    return {**pictures, "poster": poster(found, vars(Light()))}


@pytest.mark.parametrize("name", [*SIZES, "poster"])
def test_pictures_are_as_they_were(name: str) -> None:
    """To keep a new one after looking at it: delete the old one in tests/framework/pictures/, and run this twice."""
    path = KEPT / f"governance-{name}.svg"
    if not path.exists():
        path.write_text(drawn()[name] + "\n", encoding="utf-8")
        pytest.fail(f"{path.name} was not there, and is kept now. Look at it.")
    assert drawn()[name] + "\n" == path.read_text(encoding="utf-8")


def test_a_picture_tells_all_by_shape_and_words_and_runs_nothing() -> None:
    tree = ET.fromstring(drawn()["wide"])
    tags = {each.tag.removeprefix(SVG) for each in tree.iter()}
    assert tags <= {"svg", "g", "title", "desc", "defs", "marker", "path", "rect", "circle", "polygon", "text"}
    lines = [each for each in tree.iter(f"{SVG}path") if each.get("class") == "arrow-line"]
    looks = {(each.get("stroke-width"), each.get("stroke-dasharray"), each.get("marker-end")) for each in lines}
    assert len(looks) == 3
    words = {each.text for each in tree.iter(f"{SVG}text")}
    assert {"decides", "recommends", "only hears", "can overrule", "answers back", "4 weeks"} <= words
