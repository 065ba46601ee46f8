"""Cards in bands, with bent arrows: nothing lies on anything else, and pictures are as they were when someone looked."""

import random
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from framework.content.check import checked
from framework.core.answers import SIDES
from framework.draw.bands import placed_in_bands
from framework.draw.cards import Card, CardArrow, Size
from framework.draw.labels import overlap
from framework.fork.brand import Light
from framework.tools.theory_of_change.picture import SIZES, arrows, cards, poster, theory_picture
from tests.framework.theories import estate

KEPT = Path(__file__).with_name("pictures")
SVG = "{http://www.w3.org/2000/svg}"


def random_cards(seed: int, most: int = 20) -> tuple[list[Card], list[CardArrow]]:
    chance = random.Random(seed)
    made = [
        Card(
            f"b{number}",
            " ".join(["People believe", "a letter again", "and open it"][: chance.randint(1, 3)]),
            chance.choice(["plain", "round", "strong"]),
            ("All",),
            band=chance.randint(0, 1),
        )
        for number in range(chance.randint(1, most))
    ]
    made += [Card(name, name, "round", span=2, band=2) for name in ("now", "goal")]
    ids = [card.id for card in made]
    joined = [
        CardArrow(
            f"a{number}",
            chance.choice(ids),
            chance.choice(ids),
            "plain",
            number=chance.choice([None, number + 1]),
            sides=tuple(side for side in SIDES if chance.random() < 0.3),
        )
        for number in range(chance.randint(0, 2 * len(ids)))
    ]
    return made, joined


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
def test_nothing_hides_anything_in_200_random_pictures(size: Size) -> None:
    for seed in range(200):
        made, joined = random_cards(seed)
        laid = placed_in_bands(made, joined, size)
        words = [route.words for route in laid.routes.values() if route.words]
        for one, other in combinations([*laid.boxes.values(), *words], 2):
            assert not overlap(one, other), seed
        for box in (*laid.boxes.values(), *words):
            assert box[0] >= -0.01, seed
            assert box[2] <= laid.width + 0.01, seed
            assert box[1] >= 0, seed
            assert box[3] <= laid.height + 0.01, seed
        for arrow in joined:
            route = laid.routes.get(arrow.id)
            for (x1, y1), (x2, y2) in pairwise(route.points if route else ()):
                # A bend stays in the box of its ends, so it runs over no card that this box leaves free.
                line = (min(x1, x2), min(y1, y2), max(x1, x2) + 0.01, max(y1, y2) + 0.01)
                for box in laid.boxes.values():
                    assert not overlap(line, (box[0] + 0.1, box[1] + 0.1, box[2] - 0.1, box[3] - 0.1)), seed


def test_what_follows_stands_above_and_each_arrow_between_rows_is_drawn() -> None:
    theory = estate(checked())
    for size in SIZES.values():
        laid = placed_in_bands(cards(theory), arrows(theory), size)
        goes_down = [link.id for link in theory.links if laid.boxes[link.start][1] < laid.boxes[link.end][1]]
        assert goes_down == ["7"]  # from a decision that has moved to what it made possible
        assert laid.routes.keys() == {arrow.id for arrow in arrows(theory)}


def drawn() -> dict[str, str]:
    theory = estate(checked())
    pictures = {name: theory_picture(theory, "kept", size) for name, size in SIZES.items()}
    return {**pictures, "poster": poster(theory, vars(Light()))}


@pytest.mark.parametrize("name", [*SIZES, "poster"])
def test_pictures_are_as_they_were(name: str) -> None:
    """To keep a new one after looking at it: delete the old one in tests/framework/pictures/, and run this twice."""
    path = KEPT / f"theory-{name}.svg"
    if not path.exists():
        path.write_text(drawn()[name] + "\n", encoding="utf-8")
        pytest.fail(f"{path.name} was not there, and is kept now. Look at it.")
    assert drawn()[name] + "\n" == path.read_text(encoding="utf-8")


def test_a_picture_tells_all_by_shape_and_words() -> None:
    tree = ET.fromstring(drawn()["wide"])
    lines = [each for each in tree.iter(f"{SVG}path") if each.get("class") == "arrow-line"]
    looks = {(each.get("stroke-width"), each.get("stroke-dasharray"), each.get("marker-end")) for each in lines}
    assert len(looks) == 3
    words = {each.text for each in tree.iter(f"{SVG}text")}
    assert {"As things are", "As we want them", "what moves it?", "leads to what?", "not", "fairly", "very"} <= words
