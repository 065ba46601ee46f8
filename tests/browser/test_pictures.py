"""Pictures on a page, as a small phone shows them."""

import pytest

from tests.conftest import NewPage

SMALLEST = 11
"""Pixels on the screen: no word of a picture is set smaller."""
WORDS = """
(svg) => [...svg.querySelectorAll("text")].map((words) => {
  const inside = svg.getBoundingClientRect(), { left, right, top, bottom } = words.getBoundingClientRect();
  const scale = inside.width / svg.viewBox.baseVal.width;
  return {
    words: words.textContent,
    size: parseFloat(getComputedStyle(words).fontSize) * scale,
    inside: left >= inside.left && right <= inside.right && top >= inside.top && bottom <= inside.bottom,
  };
})
"""


@pytest.mark.parametrize("width", [320, 1280])
def test_the_words_of_the_steering_group_can_be_read(new_page: NewPage, address: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}/what-is-coproduction/")
    page.evaluate("document.fonts.ready.then(() => true)")
    drawn = page.get_by_role("img", name="The steering group").evaluate(WORDS)
    assert len(drawn) >= 8
    for each in drawn:
        assert each["inside"], each["words"]
        assert each["size"] >= SMALLEST, each["words"]
