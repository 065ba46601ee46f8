"""Many people's codes: who is in, and what the room may see of them.

The page keeps what came in and what was shown, as plain data, and hands both over each time. So a tab that was closed
can go on, and nothing is remembered here.
"""

from typing import Any

from framework.core.answers import SIDES, VERSIONS, BadInput, Given, Side, no_version, side_name, statements_of
from framework.core.guide import Guide
from framework.core.questions import Assessment
from framework.core.words import say
from framework.tools.answer_code.code import LONGEST, AnswerCode, Reader, find
from framework.tools.workshop.picture import describe, gap_picture
from framework.tools.workshop.rules import FEWEST, WIDE, Codes, Comparison, View, compare, next_screen

MOST_TOLD = 20
"""How many codes are screens_by_side one by one: of those taken in now, and of those that could not be."""


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """What is in after these codes, and what may be shown.

    In: `assessment` and `version`; `codes` that are in, in the order in which they came; `text` that came now, with any
    number of codes; `shown`, the screens that each side has been shown as, as lists of codes; and `reveal`, whether
    they may now see what is new. Out: `codes` and `shown` to keep; `bad`, what could not be taken in and why; `sides`,
    how many of each are in; and `result`, once there is something to show.
    """
    assessment = guide.assessment(request.get("assessment"), "standing")
    version = request.get("version")
    if version not in VERSIONS:
        raise no_version(version)
    reader = Reader(assessment)
    kept = [_taken(each, reader, version) for each in _texts(request.get("codes"))]
    came, bad = _came(str(request.get("text") or ""), reader, version)
    latest = {each.mark: each for each in [*kept, *came]}
    now = {each.code: each for each in latest.values()}
    shown = _shown(request.get("shown"), reader, version)
    following = _following(shown, now)
    if request.get("reveal"):
        shown = following
    return {
        "codes": list(now),
        "took": [{"mark": each.mark, **_side(each.given)} for each in came[:MOST_TOLD]],
        "came": len(came),
        "bad": bad,
        "sides": [_in(side, now, shown) for side in SIDES],
        "people": [{"code": each.code, "mark": each.mark, **_side(each.given)} for each in now.values()],
        "shown": {side: [sorted(screen) for screen in screens] for side, screens in shown.items()},
        "can_reveal": following != shown,
        "result": _result(guide, assessment, version, shown, now) if any(shown.values()) else None,
    }


type Known = dict[str, AnswerCode]
"""Codes, with what they say."""
type Shown = dict[Side, list[Known]]
"""What each side has been shown as: one screen after the other."""


def _texts(plain: Any) -> list[str]:
    """A list of texts, from plain data that may be anything. Raises `BadInput` where it is none."""
    if plain is None:
        return []
    if not isinstance(plain, list) or not all(isinstance(each, str) for each in plain):
        raise BadInput(say("workshop.no-codes"), say("workshop.begin-anew"))
    return plain


def _taken(text: str, reader: Reader, version: str) -> AnswerCode:
    """What a code says. Raises `BadInput` where it can't be taken into this workshop."""
    found = reader.read(text)
    if version == "long" and found.given.version == "short":
        raise BadInput(say("workshop.short-code"), say("workshop.short-code-mend"))
    return found


def _came(text: str, reader: Reader, version: str) -> tuple[list[AnswerCode], list[dict[str, str]]]:
    """The codes in a text, and what is no code of this workshop, with the reason."""
    came, bad = [], []
    for each in find(text):
        try:
            came.append(_taken(each, reader, version))
        except BadInput as error:
            bad.append({"text": each[:LONGEST], "what": error.what, "mend": error.mend})
    return came, bad[:MOST_TOLD]


def _shown(plain: Any, reader: Reader, version: str) -> Shown:
    """The screens that were shown, from plain data."""
    screens_by_side = plain if isinstance(plain, dict) else {}
    if not all(isinstance(screens, list) for screens in screens_by_side.values()):
        raise BadInput(say("workshop.no-screens"), say("workshop.begin-anew"))
    return {
        side: [
            {each.code: each for each in (_taken(code, reader, version) for code in _texts(screen))}
            for screen in screens_by_side.get(side, [])
        ]
        for side in SIDES
    }


def _following(shown: Shown, now: Known) -> Shown:
    """What has been shown, with a screen more for each side that may be shown anew."""
    known = {**now, **{code: each for screens in shown.values() for screen in screens for code, each in screen.items()}}
    marks = {code: each.mark for code, each in known.items()}
    found: Shown = {}
    for side, screens in shown.items():
        before = [frozenset(screen) for screen in screens]
        wanted = next_screen(before, _of(side, now), marks)
        new = wanted and (not before or wanted != before[-1])
        found[side] = [*screens, *([{code: known[code] for code in wanted}] if new else [])]
    return found


def _of(side: Side, now: Known) -> Codes:
    return frozenset(code for code, each in now.items() if each.given.side == side)


def _side(given: Given) -> dict[str, Any]:
    """A side as data for a page: its name, and one key that tells which mark to draw."""
    return {"side": given.side, "side_name": side_name(given.side or "other")}


def _in(side: Side, now: Known, shown: Shown) -> dict[str, Any]:
    """How many of a side are in, and whether they stand on the screen as they are now."""
    people = _of(side, now)
    on_screen = frozenset(shown[side][-1]) if shown[side] else frozenset()
    return {
        "side": side,
        "side_name": side_name(side),
        "people": len(people),
        "too_few": 0 < len(people) < FEWEST and not on_screen,
        "differs": bool(on_screen) and people != on_screen,
    }


def _result(guide: Guide, assessment: Assessment, version: Any, shown: Shown, now: Known) -> dict[str, Any]:
    """What the room sees: the picture, and each principle with its statements, the widest gap first."""
    people = {side: [each.given for each in screens[-1].values()] for side, screens in shown.items() if screens}
    rows = compare(assessment, version, people)
    several = len(people) > 1
    gaps = [row.gap for row in rows if row.gap is not None]
    widest = max(gaps, default=0)
    id_ = f"{assessment.id}-gap"
    return {
        "title": assessment.title,
        "differently": several and widest >= WIDE,
        "alike": bool(gaps) and widest < WIDE,
        "not_compared": several and not gaps,
        "alone": side_name(next(iter(people))) if not several else None,
        "left_out": [{"side_name": side_name(side)} for side in SIDES if side not in people and _of(side, now)],
        "shown_sides": [
            {"side": side, "side_name": side_name(side), "people": len(each)} for side, each in people.items()
        ],
        "narrow": gap_picture(guide.titles, assessment, rows, f"{id_}-narrow"),
        "wide": gap_picture(guide.titles, assessment, rows, f"{id_}-wide", wide=True),
        "description": describe(guide.titles, rows),
        "rows": [_told(guide, assessment, version, row) for row in rows],
    }


def _told(guide: Guide, assessment: Assessment, version: Any, row: Comparison) -> dict[str, Any]:
    """One principle to talk about: why it stands here, what each side said to its statements, and what may help."""
    statements = {each.id: each for each in statements_of(assessment, version)}
    details = [statements[each.id] for each in row.statements]
    links = [guide.link(id_) for id_ in dict.fromkeys(id_ for each in details for id_ in each.leads_to)]
    return {
        **guide.link(row.id),
        "gap": row.gap,
        "picture": gap_picture(guide.titles, assessment, [row], f"{assessment.id}-gap-{row.id}"),
        "reasons": [{"text": reason} for reason in row.reasons],
        "statements": [
            {
                "words": statements[each.id].text,
                "views": [_view(view, statements[each.id].answers) for view in each.views],
            }
            for each in row.statements
        ],
        "helps": links,
    }


def _view(view: View, answers: tuple[str, ...]) -> dict[str, Any]:
    """What a side's middle means, in the words of the answer; between two of them where it lies between."""
    points = view.middle
    low = None if points is None else answers[int(points)]
    high = None if points is None else answers[int(points) + (points > int(points))]
    return {
        "side": view.side,
        "side_name": side_name(view.side),
        "said": low if points is not None and low == high else None,
        "between": low != high,
        "low": low,
        "high": high,
        "too_few": points is None,
        "dont_know": say("workshop.note-dont-know", count=view.dont_know, people=view.people) if view.dont_know else "",
    }
