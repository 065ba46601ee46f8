"""What may be filled in in one field of a form, as a worked example holds it."""

from typing import Annotated, Any

from pydantic import Discriminator, Tag


def _shape(value: Any) -> str:
    """Which of its shapes an answer has. What is neither is judged as a text: a number or a date lacks its quotes."""
    return "rows" if isinstance(value, (list, tuple)) else "parts" if isinstance(value, dict) else "text"


Row = dict[str, str]
"""A row of a table: what stands in each column, by its name. An empty one is left out."""
_Text = Annotated[str, Tag("text")]
_Part = Annotated[_Text | Annotated[Row, Tag("parts")], Discriminator(_shape)]
Answer = Annotated[
    _Text | Annotated[tuple[Row, ...], Tag("rows")] | Annotated[dict[str, _Part], Tag("parts")], Discriminator(_shape)
]
"""A text; the rows of a table, in order; or by name the text of each side, or each named row of a table."""
