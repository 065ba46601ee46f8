"""The kinds of fields that a form may have. Each is drawn by the template of its name (`macros/templates/fields/`)."""

from typing import Literal

type FieldKind = Literal["line", "text", "date", "number", "choice", "ticks", "sides", "table"]
"""How a field is filled in: one line; several lines; a date; a number; one of `options`; any of `options`; several
lines for each side apart; a grid of `columns`."""

WITH_OPTIONS: tuple[FieldKind, ...] = ("choice", "ticks")
WITH_COLUMNS: tuple[FieldKind, ...] = ("table",)

type Settles = Literal["decisions", "overruling", "money", "information", "people"]
"""What an answer settles between the sides: who decides; who can overrule, and what then; money and pay; what is
shared, and when; who takes part, and in what role. Where two drafts differ, that which moves most power comes first."""
