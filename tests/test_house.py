"""The picture of the house is that of the house as it stands."""

from tests.house import PICTURE, house


def test_the_picture_of_the_house_is_not_out_of_date() -> None:
    drawn = PICTURE.read_text(encoding="utf-8") if PICTURE.exists() else ""
    assert drawn == house(), "The rooms lean on each other otherwise now. Draw it anew: .venv/bin/python -m tests.house"
