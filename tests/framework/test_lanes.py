"""Cards in lanes: nothing lies on anything else, and the picture is as it was when someone looked at it."""

import random
import xml.etree.ElementTree as ET
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from framework.content.check import checked
from framework.core.answers import DECIDING
from framework.draw.labels import overlap, width
from framework.draw.lanes import Lane, LaneCard, Lanes, Row, Size, laid, lanes_picture
from framework.fork.brand import Light
from framework.tools.project_process_map.picture import SIZES, poster, process_picture
from tests.framework.processes import estate

KEPT = Path(__file__).with_name("pictures")
SVG = "{http://www.w3.org/2000/svg}"
WORDS = [
    "Programme",
    "board",
    "of",
    "officers",
    "for",
    "homes",
    "and",
    "everything",
    "else",
    "that",
    "Wolverhamptonshire-upon-Avon",
    "builds",
]


def random_map(seed: int) -> Lanes:
    chance = random.Random(seed)

    def words(most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(1, most)))

    lanes = [Lane(f"l{nth}", words(3), DECIDING[: chance.randint(0, 2)]) for nth in range(4)]
    rows = [
        Row(f"r{nth}", words(6), str(nth), words(5), chance.choice(["", "We are here"]))
        for nth in range(chance.randint(1, 9))
    ]
    cells: dict[tuple[str, str], list[LaneCard]] = {}
    for number in range(chance.randint(0, 40)):
        at = chance.choice(rows).id, chance.choice(lanes).id
        said = tuple(words(9) for _ in range(chance.randint(0, 4)))
        cells.setdefault(at, []).append(LaneCard(f"c{number}", words(9), "plain", said, chance.random() < 0.3))
    empty = [(row.id, lane.id) for row in rows for lane in lanes if (row.id, lane.id) not in cells]
    nobody = {at: "Nobody is asked" for at in empty if chance.random() < 0.3}
    return Lanes(lanes, rows, cells, nobody)


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
def test_nothing_hides_anything_in_200_random_maps(size: Size) -> None:
    for seed in range(200):
        shown = random_map(seed)
        found = laid(shown, size)
        for one, other in combinations(found.cards.values(), 2):
            assert not overlap(one, other), seed
        for one, other in combinations(found.cells.values(), 2):
            assert not overlap(one, other), seed
        for at, cards in shown.cells.items():
            left, top, right, bottom = found.cells[at]
            for card in cards:
                box = found.cards[card.id]
                assert (left <= box[0], top <= box[1], box[2] <= right, box[3] <= bottom) == (True,) * 4, seed


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
def test_no_line_of_words_lies_on_another_in_random_maps(size: Size) -> None:
    """As drawn: what stands on two lines has room for two, and no name of a row or a lane runs into a card."""
    for seed in range(0, 200, 5):
        svg, _ = lanes_picture("random", "", "", size, random_map(seed))
        boxes = []
        for each in ET.fromstring(svg).iter(f"{SVG}text"):
            x, y, type_size = (float(each.get(name, 0)) for name in ("x", "y", "font-size"))
            long = width(each.text or "", type_size)
            left = x - long / 2 if each.get("class") == "lane-number" else x
            boxes.append((left, y - 0.75 * type_size, left + long, y + 0.2 * type_size))
        for one, other in combinations(boxes, 2):
            assert not overlap(one, other), (seed, one, other)


@cache
def drawn() -> dict[str, str]:
    found = estate(checked())
    pictures = {size.name: process_picture(found, "kept", size)[0] for size in SIZES.values()}
    return {**pictures, "poster": poster(found, vars(Light()))}


@pytest.mark.parametrize("name", [*SIZES, "poster"])
def test_pictures_are_as_they_were(name: str) -> None:
    """To keep a new one after looking at it: delete the old one in tests/framework/pictures/, and run this twice."""
    path = KEPT / f"process-{name}.svg"
    if not path.exists():
        path.write_text(drawn()[name] + "\n", encoding="utf-8")
        pytest.fail(f"{path.name} was not there, and is kept now. Look at it.")
    assert drawn()[name] + "\n" == path.read_text(encoding="utf-8")


def test_a_picture_tells_all_by_shape_and_words() -> None:
    tree = ET.fromstring(drawn()["wide"])
    assert {each.tag.removeprefix(SVG) for each in tree.iter()} <= {
        "svg", "g", "title", "desc", "path", "rect", "line", "circle", "polygon", "text",
    }  # fmt: skip
    edges = [each for each in tree.iter(f"{SVG}rect") if each.get("class") == "card-edge"]
    assert len({(each.get("stroke-width"), each.get("stroke-dasharray")) for each in edges}) == 4  # two lines for one
    words = {each.text for each in tree.iter(f"{SVG}text")}
    assert {"Residents", "Together", "We are here", "Nobody is asked", "outside the group", "a decision"} <= words


def test_a_slot_lies_where_its_cell_is_drawn_and_holds_its_marks() -> None:
    found = estate(checked())
    for size in SIZES.values():
        svg, slots = process_picture(found, "kept", size)
        width_, height = map(float, ET.fromstring(svg).get("viewBox", "").split()[2:])
        for slot in slots:
            left, top, right, bottom = slot["box"]
            assert 0 <= left < right <= width_
            assert 0 <= top < bottom <= height
        for kind in ("decision", "step", "limit"):
            same = [slot["box"] for slot in slots if slot["kind"] == kind]
            assert len(same) == 8 * 4
            assert not any(overlap(tuple(one), tuple(other)) for one, other in combinations(same, 2))
