"""Styles say where a line begins and ends, not left and right: so they hold in a language written from right to left."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STYLES = ROOT / "overrides"
SIDES = re.compile(
    r"\b(?:margin|padding|border)-(?:left|right)\b|text-align: (?:left|right)\b|^\s*(?:left|right):", re.MULTILINE
)
LEFT_OUT = {
    "widgets/tool-form/": "still to be done: it is being changed by others",
    "widgets/group-workspace/": "still to be done: it is being changed by others",
    "widgets/workshop-room/": "still to be done: the screen is in English",
    "widgets/workshop-screen/": "still to be done: the screen is in English",
}
"""Folders whose styles have sides, each with its reason."""


def styles() -> list[Path]:
    names = (path.relative_to(STYLES).as_posix() for path in sorted(STYLES.rglob("*.css")))
    return [STYLES / name for name in names if not name.startswith(tuple(LEFT_OUT))]


@pytest.mark.parametrize("path", styles(), ids=lambda path: path.relative_to(STYLES).as_posix())
def test_a_style_has_no_left_and_right(path: Path) -> None:
    found = SIDES.findall(path.read_text(encoding="utf-8"))
    assert found == [], "Say 'inline-start' and 'inline-end' instead, 'start' and 'end', or 'inset-inline-start'."
