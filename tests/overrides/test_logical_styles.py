"""Styles say where a line begins and ends, not left and right: so they hold in a language written from right to left."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STYLES = ROOT / "overrides"
SIDES = re.compile(
    r"^\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*"
    r"|border-(?:top|bottom)-(?:left|right)-radius|left|right):"
    r"|(?:text-align|float|clear|caption-side): (?:left|right)\b",
    re.MULTILINE,
)
FOUR = re.compile(r"^\s*(?:margin|padding|inset|border-width|border-style|border-color): ([^;]+);", re.MULTILINE)
VALUE = re.compile(r"(?:[\w.%#-]|\((?:[^()]|\([^()]*\))*\))+")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def sides(css: str) -> list[str]:
    """What a style says of the left and the right.

    >>> sides("a { margin: 0 1em 0 0; }\\nb {\\n  padding-left: 1em;\\n  inset: var(--told, 0) 0 0;\\n}")
    ['padding-left:']
    >>> sides("a {\\n  margin: 0 calc(1em + (2px * 3)) 0 0;\\n  padding: 1px 2px 3px 2px;\\n}")
    ['0 calc(1em + (2px * 3)) 0 0']
    """
    said = COMMENT.sub("", css)
    four = (values for values in FOUR.findall(said) if len(each := VALUE.findall(values)) == 4 and each[1] != each[3])
    return [*(found.strip() for found in SIDES.findall(said)), *four]


@pytest.mark.parametrize("path", sorted(STYLES.rglob("*.css")), ids=lambda path: path.relative_to(STYLES).as_posix())
def test_a_style_has_no_left_and_right(path: Path) -> None:
    found = sides(path.read_text(encoding="utf-8"))
    assert found == [], "Say 'inline-start' and 'inline-end' instead, 'start' and 'end', or 'inset-inline-start'."
