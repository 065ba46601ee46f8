"""What a page asks about a power map: what it tells, its picture, its words, and lists in and out.

`do` says which, and `map` is the map as plain data. Each answer is plain data.
"""

from binascii import a2b_base64
from collections.abc import Callable
from typing import Any

from framework.core.answers import SIDES, BadInput, Side, choose_from, no_side
from framework.core.findings import Finding
from framework.core.guide import Guide
from framework.core.questions import Ask
from framework.core.read_json import Unreadable, read_json
from framework.core.words import comma_listed, say
from framework.draw.asked import asked_colours
from framework.draw.svg import element
from framework.tools.power_map.describe import describe
from framework.tools.power_map.findings import worth_asking
from framework.tools.power_map.list_step import as_looked, list_read
from framework.tools.power_map.map import Phase, PowerMap
from framework.tools.power_map.moves import moved
from framework.tools.power_map.open_list import is_json, opened, text_of
from framework.tools.power_map.personal import looks_like_a_person
from framework.tools.power_map.picture import FRAMES, Frame, live, over, poster, titled, trails, zoomed
from framework.tools.power_map.read import phase_of, plain_map, read_map
from framework.tools.power_map.report import Part, as_text, findings_only, report
from framework.tools.power_map.safe_copy import PLACES, Shown, safe_copy, shown
from framework.tools.power_map.table import csv_out
from framework.tools.power_map.views import differences, seen_by

TOOL = "power-map"
MOST_REASONS = 5
"""More reasons than this are shown when someone asks for them."""


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """Answer what `do` names; see each function below for what comes out."""
    do = request.get("do")
    if not isinstance(do, str) or do not in DOES:
        mend = say("power-map.no-such-request-mend", names=comma_listed(DOES))
        raise BadInput(say("power-map.no-such-request", name=do), mend)
    return DOES[do](guide, request)


def _look(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """All that a map tells in one phase, and what the page needs to draw it.

    In: `phase`; `before`, the phase that it is held against; `frame` and `zoom`; `side`, whose copy is drawn.
    """
    found, phase, before = _seen(request)
    frame = _frame(request)
    moves = moved(found, before, phase) if before else ()
    apart = differences(found, phase)
    return {
        "findings": _findings(guide, found, phase),
        "moves": [vars(each) for each in moves],
        "differences": [{"who": each.who, "gap": each.gap, "sentence": each.sentence} for each in apart],
        "description": describe(found, phase),
        "like_people": [
            {"who": each.id, "name": each.name} for each in found.on(phase) if looks_like_a_person(each.name)
        ],
        "live": live(found, seen_by(phase, _side(request)), frame),
        "trails": trails(found, before, phase, frame) if before else "",
        "over": element("g", *over(found, phase, frame)) if request.get("apart") else "",
    }


def _tell(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """Only what is worth asking: `findings`, for a page that draws nothing."""
    found, phase, _before = _seen(request)
    return {"findings": _findings(guide, found, phase)}


def _draw(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """A file to keep: `picture`, an SVG with its own colours, and `description`. With `side`, that side's copy.

    What the map tells stands in the picture too.
    """
    found, phase, before = _seen(request)
    side = _side(request)
    drawn = poster(
        found,
        phase,
        asked_colours(request),
        before,
        apart=request.get("apart") is True,
        side=side,
        sections=findings_only(report(guide, found, seen_by(phase, side), before, TOOL)),
    )
    return {"picture": drawn, "description": describe(found, phase)}


def _report(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """What the map tells, for paper: `sections`, and the same as plain `text`."""
    found, phase, before = _seen(request)
    sections = report(guide, found, phase, before, TOOL)
    plain = [{"title": each.title, "parts": [_part(part) for part in each.parts]} for each in sections]
    return {"sections": plain, "text": as_text(titled(found, phase), sections)}


def _part(part: Part) -> dict[str, Any]:
    return {"title": part.title, "reasons": [{"reason": each} for each in part.reasons], "text": part.text}


def _list_out(_: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """The phase as CSV: `csv`."""
    found, phase, _before = _seen(request)
    return {"csv": csv_out(found, phase)}


def _file_in(_: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """What is in a `file`, as base64, or in cells that were `pasted`: a `map`; or `sheets`, `looked` at."""
    content = _content(request)
    if is_json(content):
        text = content if isinstance(content, str) else text_of(content)
        plain = _json(text)
        if not (isinstance(plain, dict) and "elements" in plain):
            return {"map": plain_map(read_map(_map_in(plain)))}
    sheets = opened(content)
    return {"sheets": [{**vars(each), "merged": sorted(each.merged)} for each in sheets], "looked": as_looked(sheets)}


def _content(request: dict[str, Any]) -> bytes | str:
    if isinstance(request.get("pasted"), str):
        return str(request["pasted"])
    try:
        return a2b_base64(request.get("file", "?"), strict_mode=True)
    except (TypeError, ValueError) as error:
        raise BadInput(say("power-map.no-csv"), say("power-map.no-csv-mend")) from error


def _list_read(_: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """A list, read as the reader wants it, and put on the map; nothing is changed by this.

    In: `sheets` and `choices`, one for each; `map` and `phase`. Out: `added`, the map with it; `instead`, a map of it
    alone; `new`, `changed`, `same`, `links` and `problems`, to be shown before.
    """
    found = read_map(request.get("map"))
    phase = phase_of(found, request.get("phase"))
    return list_read(found, phase, request.get("sheets"), request.get("choices"))


def _map_in(plain: Any) -> Any:
    """The map in what a file holds: a map, or a group's work, of which the map is a part."""
    inside = plain.get("data") if isinstance(plain, dict) else None
    part = inside.get(TOOL) if isinstance(inside, dict) else None
    return part.get("map") if isinstance(part, dict) else plain


def _json(text: str) -> Any:
    try:
        return read_json(text)
    except Unreadable as error:
        raise BadInput(say(f"group.{error.reason}"), say("group.another-file")) from error


def _safe_look(_: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """Every text that a safe copy will hold, in `groups`, those first that may tell who someone is."""
    texts = shown(read_map(request.get("map")))
    groups: list[tuple[str, list[Shown]]] = [("likely", [each for each in texts if each.kinds])]
    groups += [(place, [each for each in texts if each.place == place and not each.kinds]) for place in PLACES]
    return {
        "groups": [
            {
                "name": name,
                "title": say(f"power-map.safe-{name}", count=len(inside)),
                "texts": [
                    {
                        "id": each.id,
                        "place": say(f"power-map.safe-place-{each.place}"),
                        "text": each.text,
                        "say": each.say,
                        "reason": comma_listed(say(f"power-map.safe-kind-{kind}") for kind in each.kinds),
                    }
                    for each in inside
                ],
            }
            for name, inside in groups
            if inside
        ]
    }


def _safe_copy(_: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """The copy that may be shared: `map`, and the new ids of its `phases`. In: `texts` by id; an empty one is out."""
    made, phases = safe_copy(read_map(request.get("map")), request.get("texts"))
    return {"map": plain_map(made), "phases": phases}


DOES: dict[str, Callable[[Guide, dict[str, Any]], dict[str, Any]]] = {
    "look": _look,
    "tell": _tell,
    "draw": _draw,
    "report": _report,
    "list-out": _list_out,
    "file-in": _file_in,
    "list-read": _list_read,
    "safe-look": _safe_look,
    "safe-copy": _safe_copy,
}


def _seen(request: dict[str, Any]) -> tuple[PowerMap, Phase, Phase | None]:
    """The map, the phase that is looked at, and the one that it is held against."""
    found = read_map(request.get("map"))
    before = request.get("before")
    return found, phase_of(found, request.get("phase")), phase_of(found, before) if before else None


def _side(request: dict[str, Any]) -> Side | None:
    side = request.get("side")
    if side and (not isinstance(side, str) or side not in SIDES):
        raise no_side(side)
    return side or None


def _frame(request: dict[str, Any]) -> Frame:
    name, zoom = request.get("frame", "wide"), request.get("zoom", 1)
    if not isinstance(name, str) or name not in FRAMES:
        raise BadInput(say("power-map.no-frame", frame=name), choose_from(FRAMES))
    if isinstance(zoom, bool) or not isinstance(zoom, int | float) or not 1 <= zoom <= 8:
        raise BadInput(say("power-map.bad-zoom", zoom=repr(zoom)), say("power-map.bad-zoom-mend"))
    return zoomed(FRAMES[name], zoom)


def _findings(guide: Guide, found: PowerMap, phase: Phase) -> list[dict[str, Any]]:
    return [
        _finding(guide, found, finding, ask)
        for finding in worth_asking(found, phase)
        for ask in guide.ask(TOOL, finding.ask)
    ]


def _finding(guide: Guide, found: PowerMap, finding: Finding, ask: Ask) -> dict[str, Any]:
    reasons = [{"reason": reason} for reason in finding.reasons]
    return {
        "id": ask.id,
        "title": ask.title,
        "text": ask.text,
        "rule": ask.rule,
        "about": [id_ for id_ in finding.about if id_ in found.names],
        "reasons": reasons[:MOST_REASONS],
        "more": reasons[MOST_REASONS:],
        "more_words": say("power-map.more-reasons", count=len(reasons) - MOST_REASONS),
        "leads": [guide.link(id_) for id_ in ask.leads_to],
    }
