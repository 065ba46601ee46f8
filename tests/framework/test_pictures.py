"""Pictures are well formed, say in words what they show, and hold nothing that could run."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations

import pytest
import yaml

from framework.content.model import Framework, Seat, numbered_titles
from framework.content.pictures.marks import precept_mark, principle_mark
from framework.content.pictures.steering_group import steering_group
from framework.content.pictures.wheel import wheel
from framework.core.answers import read_answers
from framework.draw.svg import element, side_mark, text
from framework.tools.standing.picture import health_picture
from framework.tools.standing.rules import assess
from macros.show import ROOT

SVG = "{http://www.w3.org/2000/svg}"
EXAMPLES = yaml.safe_load((ROOT / "overrides/widgets/health-check/examples.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_the_health_picture(example: dict[str, object], framework: Framework) -> None:
    health = next(each for each in framework.assessments if each.id == "health")
    result = assess(read_answers(health, example["version"], example["side"], example["answers"]))
    drawn = ET.fromstring(health_picture(numbered_titles(framework), result, "here"))
    assert drawn.get("aria-labelledby") == "here-title here-desc"
    description = drawn.find(f"{SVG}desc")
    assert description is not None
    for principle in framework.principles:
        assert f"{principle.title}:" in str(description.text)
    sides = ("resident", "organisation", "other", "no-side")
    marks = [shape for shape in drawn.iter() if shape.get("class") in sides]
    assert len(marks) == sum(each.average is not None for each in result.standings)


def test_sides_differ_by_shape() -> None:
    shapes = [next(iter(ET.fromstring(side_mark(side)))).tag for side in ("resident", "organisation", "other")]
    assert shapes == ["circle", "rect", "polygon"]


def test_the_wheel_links_to_every_principle(framework: Framework) -> None:
    drawn = ET.fromstring(wheel(framework, lambda id_: f"principles/{id_}/"))
    links = drawn.findall(f"{SVG}a")
    assert [link.get("href") for link in links] == [f"principles/{each.id}/" for each in framework.principles]
    assert all(link.get("aria-label") for link in links)


@pytest.mark.parametrize("count", [1, 10, 11, 12, 25])
def test_no_card_of_the_wheel_lies_on_another_or_leaves_the_picture(framework: Framework, count: int) -> None:
    more = tuple(replace(framework.principles[0], id=f"principle-{number}") for number in range(count))
    drawn = ET.fromstring(wheel(replace(framework, principles=more), str))
    size = float(str(drawn.get("viewBox")).split()[2])
    cards = [[float(str(card.get(key))) for key in ("x", "y", "width")] for card in drawn.findall(f"{SVG}a/{SVG}rect")]
    assert len(cards) == count
    assert all(place > 0 and place + width < size for x, y, width in cards for place in (x, y))
    for (x, y, width), (other_x, other_y, _) in combinations(cards, 2):
        assert max(abs(x - other_x), abs(y - other_y)) > width


def test_an_item_without_a_mark_gets_a_plain_one() -> None:
    for mark in (principle_mark("no-such-principle"), precept_mark("precept.no-such")):
        assert ET.fromstring(mark).get("aria-hidden") == "true"


def test_every_principle_has_a_mark_of_its_own(framework: Framework) -> None:
    marks = [principle_mark(principle.id) for principle in framework.principles]
    assert len(set(marks)) == len(framework.principles)
    for mark in marks:
        assert ET.fromstring(mark).get("aria-hidden") == "true"


def test_every_precept_has_a_mark_of_its_own(framework: Framework) -> None:
    marks = [precept_mark(precept.id) for precept in framework.precepts]
    assert len(set(marks)) == len(framework.precepts)
    for mark in marks:
        assert ET.fromstring(mark).get("aria-hidden") == "true"


def seats_of(framework: Framework) -> tuple[Seat, ...]:
    return next(each.seats for each in framework.sections if each.id == "coproduction.steering-group")


def test_the_steering_group_draws_each_seat_by_its_side(framework: Framework) -> None:
    seats = seats_of(framework)
    drawn = ET.fromstring(steering_group("The steering group", seats, "here"))
    for side, tag in (("resident", "circle"), ("organisation", "rect"), ("other", "polygon")):
        marks = [shape for shape in drawn.iter() if shape.get("class") == side]
        assert len(marks) == sum(seat.count for seat in seats if seat.side == side)
        assert {mark.tag for mark in marks} == {f"{SVG}{tag}"}
    chairs = [shape for shape in drawn.iter() if shape.get("class") == "ring"]
    assert len(chairs) == 2


def test_the_steering_group_is_told_in_words(framework: Framework) -> None:
    seats = seats_of(framework)
    drawn = ET.fromstring(steering_group("The steering group", seats, "here"))
    assert drawn.get("aria-labelledby") == "here-title here-desc"
    told = str(drawn.findtext(f"{SVG}desc"))
    for seat in seats:
        assert seat.who in told
        assert not seat.task or seat.task in told


def test_both_sides_have_as_many_seats_as_the_framework_asks(framework: Framework) -> None:
    seats = seats_of(framework)
    residents, organisation = (
        sum(seat.count for seat in seats if seat.side == side) for side in ("resident", "organisation")
    )
    assert residents == organisation


@pytest.mark.parametrize("residents", [0, 1, 3, 8])
def test_an_uneven_group_says_so_and_stays_inside_the_picture(residents: int) -> None:
    seats = [Seat(side="organisation", who="officers", count=5)]
    seats += [Seat(side="resident", who="neighbours", count=residents)] if residents else []
    drawn = ET.fromstring(steering_group("A group", seats, "here"))
    assert f"{residents} against 5" in "".join(drawn.itertext())
    across = [float(shape.get("cx", "nan")) for shape in drawn.iter() if shape.get("class") == "resident"]
    assert len(across) == residents
    assert across == sorted(set(across))


def test_words_are_escaped() -> None:
    hostile = "<script>alert(1)</script>\"'&"
    drawn = ET.fromstring(element("svg", text(hostile, class_=hostile)))
    assert drawn[0].text == hostile
    assert drawn[0].get("class") == hostile
