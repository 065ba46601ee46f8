"""The picture for shared links: what is drawn where, in the brand's colours, whatever the name."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from framework.fork.brand import Brand
from publish import share
from publish.share import share_picture
from publish.share_drawing import HEIGHT, LEFT, MIDDLE, WIDEST, WIDTH

NAMES = {
    "short": "Us",
    "ours": "A guide to coproduction",
    "long": "The guide to deciding together of the association of all tenants and residents of every estate here",
    "one-word": "Wohnungsbaugenossenschaftsmitglieder",
    "endless": "More " * 60,
    "accents": "Łódź i Gdańsk: żyjemy razem",
    "no-letters": "空き家",
}


def drawn(brand: Brand) -> Image.Image:
    return Image.open(share_picture(brand)).convert("RGB")


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share, "CACHE", tmp_path)


def test_the_table_and_the_band_are_in_the_brands_colours() -> None:
    brand = Brand()
    colours = brand.colours.light
    picture = drawn(brand)
    assert picture.size == (WIDTH, HEIGHT) == (1200, 630)
    x, y = MIDDLE
    for place, colour in {
        (1, 1): colours.paper,
        (1, HEIGHT - 1): colours.organisation,
        (x, y): colours.card,
        (x, y - 148): colours.ink,
        (x + 195, y + 52): colours.resident,
        (x + 143, y + 143): colours.organisation,
    }.items():
        assert picture.getpixel(place) == ImageColor.getrgb(colour), place


@pytest.mark.parametrize("name", [name for name in NAMES if name != "no-letters"])
def test_a_name_is_written_within_its_room(name: str) -> None:
    picture = drawn(replace(Brand(), name=NAMES[name], strapline=""))
    beside_the_table = picture.crop((0, 0, 690, 590)).convert("L")
    written = beside_the_table.point(lambda light: 255 * (light < 128)).getbbox()
    assert written is not None
    left, top, right, bottom = written
    assert LEFT - 4 <= left < LEFT + 20
    assert right <= LEFT + WIDEST + 4
    assert top > 20
    assert bottom < 570


def test_a_name_in_letters_that_no_face_has_still_makes_a_picture() -> None:
    assert drawn(replace(Brand(), name=NAMES["no-letters"])).size == (WIDTH, HEIGHT)


def test_another_brand_makes_another_file_and_the_same_one_none() -> None:
    first, again, other = (share_picture(brand) for brand in (Brand(), Brand(), replace(Brand(), name="Ours")))
    assert first == again != other
    assert first.stat().st_size < 40_000
