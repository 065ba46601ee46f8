"""A logo is shown in its own ratio."""

from pathlib import Path

import pytest
from PIL import Image

from publish.picture_size import shown_at


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 80"/>', (192, 32)),
        ('<?xml version="1.0"?><svg width="60mm" height="20mm"/>', (96, 32)),
        ('<svg viewBox="10 10 50 100"/>', (16, 32)),
        ('<svg width="100%"/>', (32, 32)),
        ("no picture", (32, 32)),
    ],
)
def test_an_svg_tells_its_ratio(tmp_path: Path, svg: str, size: tuple[int, int]) -> None:
    (tmp_path / "logo.svg").write_text(svg)
    assert shown_at(tmp_path / "logo.svg", 32) == size


def test_so_does_any_other_picture(tmp_path: Path) -> None:
    Image.new("RGB", (480, 80)).save(tmp_path / "logo.png")
    assert shown_at(tmp_path / "logo.png", 32) == (192, 32)
    (tmp_path / "logo.jpg").write_bytes(b"none")
    assert shown_at(tmp_path / "logo.jpg", 32) == (32, 32)
