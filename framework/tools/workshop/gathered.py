"""Codes that came from phones, and what each side may be shown as: the same for every screen that gathers them.

The page keeps what came in and what was shown, as plain data, and hands both over each time. So a tab that was closed
can go on, and nothing is remembered here.
"""

from dataclasses import dataclass
from typing import Any

from framework.core.answers import (
    SIDES,
    VERSIONS,
    BadInput,
    Given,
    Side,
    Version,
    answered_of,
    no_version,
    side_name,
)
from framework.core.guide import Guide
from framework.core.kept import misfit
from framework.core.questions import Assessment
from framework.core.words import say
from framework.tools.answer_code.code import LONGEST, AnswerCode, Reader
from framework.tools.answer_code.find import find
from framework.tools.workshop.people import (
    SCREENS,
    People,
    Token,
    in_order,
    mark_of,
    plain_people,
    present,
    read_people,
    seen_before,
    settled,
    taken_in,
)
from framework.tools.workshop.rules import FEWEST, Screen, next_screen

MOST_TOLD = 20
"""How many codes are told one by one: of those taken in now, and of those that could not be."""
CHANGES = ("new", "corrected")
"""What a code is that changes who is in."""


type Shown = dict[Side, list[Screen]]
"""What each side has been shown as: one screen after the other."""


@dataclass(frozen=True)
class Seen:
    """All that bears on what a room sees now."""

    shown: Shown
    earlier: Shown
    """In rooms before this one, with people who are here again."""
    people: People

    @property
    def again(self) -> frozenset[Side]:
        """The sides that were shown as others before."""
        return frozenset(
            side
            for side, screens in self.shown.items()
            if screens and any(each != screens[-1] for each in (*self.earlier[side], *screens))
        )


@dataclass(frozen=True)
class Gathered:
    """Everyone who is in, and whom the room may see."""

    assessment: Assessment
    version: Version
    seen: Seen
    told: dict[str, Any]
    """The same as plain data: what the page keeps, and what it says of the codes that came."""

    @property
    def people(self) -> dict[Side, list[Given]]:
        """Whose answers the room sees, by side: those of sides that are shown."""
        found = {side: _people(side, self.seen.shown, self.seen.people) for side in SIDES}
        return {side: given for side, given in found.items() if given is not None}

    @property
    def shows(self) -> bool:
        """Whether the room was shown anything."""
        return any(self.seen.shown.values())

    @property
    def sides(self) -> dict[str, Any]:
        """Which sides the room sees, and which it does not, and why."""
        shown, people = self.seen.shown, self.people
        return {
            "left_out": [
                {"side_name": side_name(side)}
                for side in SIDES
                if not shown[side] and present(self.seen.people, side, frozenset())
            ],
            "put_away": [{"side_name": side_name(side)} for side in SIDES if shown[side] and side not in people],
            "again": [{"side_name": side_name(side)} for side in people if side in self.seen.again],
            "shown_sides": [
                {"side": side, "side_name": side_name(side), "people": len(each)} for side, each in people.items()
            ],
        }


def gather(guide: Guide, request: dict[str, Any]) -> Gathered:
    """What is in after these codes, and what may be shown.

    In: `assessment` and `version`; `codes` that are in, by the mark of their phone (`people.py` says how); `text` that
    came now, with any number of codes; `shown`, the screens that each side has been shown as, as lists of tokens;
    `seen`, the same as later rooms are to know them; `earlier`, the `seen` of each room before this one; and `reveal`,
    whether they may now see what is new. Told are `codes`, `shown` and `seen` to keep; `took`, what each code that came
    is; `bad`, what looks like a code and could not be taken in, and why, and `unread`, all of that as it came;
    `others`, how many lines held no code, in words; and `sides`, how many of each are in.
    """
    assessment = guide.coded(request.get("assessment"))
    version = request.get("version")
    if version not in VERSIONS:
        raise no_version(version)
    reader = Reader(assessment)
    people = read_people(request.get("codes", {}), reader)
    shown = _screens(request.get("shown", {}))
    came, bad, others = _came(str(request.get("text") or ""), reader, version)
    took = []
    for each in came:
        people, how = taken_in(people, each, _on_screen(shown))
        took.append({"mark": each.mark, "how": how, **_side(each.given), "partial": _partial(each.given, version)})
    earlier = _earlier(request.get("earlier", []), people)
    following = _following(shown, people, earlier)
    if request.get("reveal"):
        shown = following
    seen = _seen(_plain_screens(request.get("seen", {})), shown, people)
    people = settled(people, _on_screen(shown))
    told = {
        "codes": plain_people(people),
        "took": took[:MOST_TOLD],
        "came": sum(each["how"] in CHANGES for each in took),
        "known": sum(each["how"] not in CHANGES for each in took),
        "bad": bad[:MOST_TOLD],
        "unread": [each["text"] for each in bad],
        "others": say("workshop.no-code-lines", count=others) if others else "",
        "sides": [_in(side, people, shown, following) for side in SIDES],
        "people": [{"mark": each.mark, **_side(each.latest.given)} for each in people.values() if each.latest],
        "shown": {side: [sorted(screen) for screen in screens] for side, screens in shown.items()},
        "seen": seen,
        "can_reveal": following != shown,
    }
    return Gathered(assessment, version, Seen(shown, earlier, people), told)


def _came(text: str, reader: Reader, version: str) -> tuple[list[AnswerCode], list[dict[str, str]], int]:
    """The codes in a text; what is no code of this workshop, with the reason; and how many lines hold neither."""
    found = find(text, reader)
    short = [each for each in found.codes if version == "long" and each.given.version == "short"]
    bad = [
        {"text": each.code, "what": say("workshop.short-code"), "mend": say("workshop.short-code-mend")}
        for each in short
    ]
    for each in found.broken:
        try:
            reader.read(each)
        except BadInput as error:
            bad.append({"text": each[:LONGEST], "what": error.what, "mend": error.mend})
    return [each for each in found.codes if each not in short], bad, found.others


def _plain_screens(plain: Any) -> dict[Side, list[list[str]]]:
    """The screens of each side as they came. Raises `BadInput` where they are none."""
    if misfit(SCREENS, plain):
        raise BadInput(say("workshop.no-screens"), say("workshop.begin-anew"))
    return {side: plain.get(side, []) for side in SIDES}


def _screens(plain: Any) -> Shown:
    return {side: [frozenset(screen) for screen in screens] for side, screens in _plain_screens(plain).items()}


def _earlier(plain: Any, people: People) -> Shown:
    """What earlier rooms saw of people who are here again. Raises `BadInput` where it is no list of screens."""
    if not isinstance(plain, list):
        raise BadInput(say("workshop.no-screens"), say("workshop.begin-anew"))
    rooms = [_plain_screens(each) for each in plain]
    return {side: seen_before([screen for room in rooms for screen in room[side]], people) for side in SIDES}


def _seen(known: dict[Side, list[list[str]]], shown: Shown, people: People) -> dict[Side, list[list[str]]]:
    """The screens as later rooms are to know them: those that are known, and those that came since."""
    return {
        side: [*known[side], *(in_order(each, people) for each in screens[len(known[side]) :])]
        for side, screens in shown.items()
    }


def _on_screen(shown: Shown, *but: Side) -> frozenset[Token]:
    """All that stands on a screen now, but for these sides'."""
    return frozenset(token for side in shown if side not in but and shown[side] for token in shown[side][-1])


def _following(shown: Shown, people: People, earlier: Shown) -> Shown:
    """What has been shown, with a screen more for each side that may be shown anew.

    Twice round: who changed sides comes to the new one only when the old one is shown without them.
    """
    found = dict(shown)
    for side in (*SIDES, *SIDES):
        if len(found[side]) > len(shown[side]):
            continue
        now = present(people, side, _on_screen(found, side))
        whole = _people(side, found, people) is not None
        wanted = next_screen(found[side], now, whole=whole, earlier=earlier[side])
        if wanted and wanted != (found[side][-1] if found[side] else None):
            found[side] = [*found[side], wanted]
    return found


def _people(side: Side, shown: Shown, people: People) -> list[Given] | None:
    """Whose answers a side's screen shows. None where it shows nothing, or where some of them were taken out."""
    tokens = sorted(shown[side][-1]) if shown[side] else []
    codes = [person.answers(token) if (person := people.get(mark_of(token))) else None for token in tokens]
    known = [each.given for each in codes if each]
    return known if tokens and len(known) == len(tokens) else None


def _side(given: Given) -> dict[str, Any]:
    """A side as data for a page: its name, and one key that tells which mark to draw."""
    return {"side": given.side, "side_name": side_name(given.side or "other")}


def _partial(given: Given, version: Version) -> str:
    """How much of the workshop's statements was answered, in words; empty where all of it was."""
    answered, count = answered_of(given, version)
    return say("workshop.partial", answered=answered, count=count) if answered < count else ""


def _in(side: Side, people: People, shown: Shown, following: Shown) -> dict[str, Any]:
    """How many of a side are in, and whether they stand on the screen as they are now."""
    now = present(people, side, frozenset())
    on_screen = shown[side][-1] if shown[side] else frozenset[Token]()
    put_away = bool(on_screen) and _people(side, shown, people) is None
    return {
        "side": side,
        "side_name": side_name(side),
        "people": len(now),
        "too_few": 0 < len(now) < FEWEST and not on_screen,
        "held_back": len(now) >= FEWEST and not following[side],
        "put_away": put_away,
        "differs": bool(on_screen) and now != on_screen and not put_away,
    }
