"""The step in which a list is looked at: each column beside what it will be, and then what the list changes."""

from dataclasses import replace
from typing import Any, get_args

from framework.core.answers import SIDES, BadInput
from framework.core.words import say
from framework.tools.power_map.columns import MARKS, Looked, in_words, looked
from framework.tools.power_map.known_words import Use
from framework.tools.power_map.map import Phase, PowerMap
from framework.tools.power_map.merge import merged
from framework.tools.power_map.read import plain_map
from framework.tools.power_map.rows import Choices, Problems, Row, read_links, read_rows
from framework.tools.power_map.scales import SCALES
from framework.tools.power_map.table import COLUMNS, column_name
from framework.tools.power_map.workbook import MOST_COLUMNS, MOST_ROWS, Sheet

USES: tuple[Use, ...] = get_args(Use.__value__)
MOST_SHEETS = 20


def as_looked(sheets: list[Sheet]) -> list[dict[str, Any]]:
    """What some sheets are taken for, in words for the page. The first with names is read, and those with links."""
    all_ = [looked(sheet) for sheet in sheets]
    first = next((nth for nth, each in enumerate(all_) if not each.is_links), 0)
    return [_as_data(each, read=nth == first or each.is_links, nth=nth) for nth, each in enumerate(all_)]


def _as_data(found: Looked, read: bool, nth: int) -> dict[str, Any]:
    return {
        "title": found.name or say("power-map.sheet-number", number=nth + 1),
        "read": read,
        "links": found.is_links,
        "above": " · ".join(found.above)[:300],
        "parting": [{"row": row + 1, "words": words[:80]} for row, words in found.parting.items()],
        "columns": [
            {
                "place": each.place,
                "heading": each.heading,
                "samples": in_words(each),
                "reason": each.reason,
                "use": each.use,
                "scale": each.scale or "1-5",
                "unsure": not each.sure,
            }
            for each in found.columns
        ],
    }


def uses_named() -> dict[str, str]:
    """What a column may become, by id, as people read it."""
    own = {use: column_name(use) for use in USES if use in COLUMNS and use != "notes"}
    return own | {use: say(f"power-map.use-{use}") for use in ("notes", "from", "to", "link", "out")}


def scales_named() -> dict[str, str]:
    """The scales on which marks may be given, as people read them."""
    named = {}
    for scale in SCALES:
        least, most = scale.split("-")
        named[scale] = say("power-map.scale", least=least, most=most)
    return named


def list_read(found: PowerMap, phase: Phase, sheets: Any, choices: Any) -> dict[str, Any]:
    """What a list changes, read as the reader wants it. Raises `BadInput` where nobody is in it."""
    problems = Problems()
    rows: list[Row] = []
    links: list[tuple[str, str, str]] = []
    for sheet, choice in zip(_sheets(sheets), _list(choices, MOST_SHEETS), strict=False):
        seen = looked(sheet)
        wanted = _choices(seen, choice)
        if not wanted.read:
            continue
        if {"from", "to"} <= set(wanted.uses.values()) and "name" not in wanted.uses.values():
            links += read_links(sheet, seen, wanted, problems)
        else:
            rows += read_rows(sheet, seen, wanted, problems)
    if not rows and not links:
        raise BadInput(say("power-map.no-row"), say("power-map.no-row-mend"))
    empty = replace(phase, places={}, waiting={}, views={}, links=())
    alone = merged(replace(found, stakeholders=(), phases=(empty,)), empty, rows, links, Problems())
    made = merged(found, phase, rows, links, problems)
    return {
        "added": plain_map(made.map),
        "instead": plain_map(alone.map),
        "new": made.new,
        "changed": made.changed,
        "same": made.same,
        "links": made.links,
        "problems": [vars(each) for each in problems.told()],
    }


def _sheets(plain: Any) -> list[Sheet]:
    found = []
    for each in _list(plain, MOST_SHEETS):
        rows = _list(each.get("rows") if isinstance(each, dict) else None, MOST_ROWS)
        if not all(isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in rows) or not any(
            rows
        ):
            raise BadInput(say("power-map.empty-file"), say("power-map.empty-file-mend"))
        merged_rows = {row for row in _list(each.get("merged", []), MOST_ROWS) if isinstance(row, int)}
        found.append(Sheet(str(each.get("name", "")), [row[:MOST_COLUMNS] for row in rows], frozenset(merged_rows)))
    return found


def _choices(seen: Looked, plain: Any) -> Choices:
    """What the reader chose; where nothing was, what was guessed."""
    given = plain if isinstance(plain, dict) else {}
    uses: dict[int, Use] = {each.place: each.use for each in seen.columns}
    scales = {each.place: each.scale or "1-5" for each in seen.columns}
    for nth, column in enumerate(_list(given.get("columns", []), MOST_COLUMNS)):
        if nth in uses and isinstance(column, dict):
            use, scale = column.get("use"), column.get("scale")
            uses[nth] = use if isinstance(use, str) and use in USES else uses[nth]
            scales[nth] = scale if isinstance(scale, str) and scale in SCALES else scales[nth]
    kept = given.get("people", [])
    people = {row for row in _list(kept, MOST_ROWS) if isinstance(row, int)}
    side = given.get("side")
    return Choices(
        uses=uses,
        scales={place: scale for place, scale in scales.items() if uses[place] in MARKS},
        parting=frozenset(row for row in seen.parting if row + 1 not in people),
        side=side if isinstance(side, str) and side in SIDES else "",
        read=given.get("read", True) is True,
    )


def _list(value: Any, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise BadInput(say("power-map.large-file"), say("power-map.large-file-mend"))
    return value
