"""What people print: pages with nothing entered, with what a group usually enters and with far more; and all results.

Each is brought about by scripts alone, so that any engine can do it. What is typed are words that tell where they belong:
the 12th of the field `ab` is 'qab12,'. So a PDF tells by itself what is missing, doubled or out of order.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from framework.content.check import checked
from framework.content.examples import examples
from framework.core.answers import Given, Side, statements_of
from framework.tools.answer_code.code import MARK_LENGTH, Reader, write
from tests.browser.kept import in_workshop, keeping
from tests.pages import addresses

TYPICAL, MANY = 40, 3_000
"""How many words are typed into a field, and into one of each kind where a test asks for many."""
KINDS = ("td textarea", ".sides textarea", "textarea", "input")
NOT_PRINTED = (
    ".no-print, template, details:not([open]), .power-map__list, tool-canvas [data-panel], [data-by-count][hidden]"
)
TYPE = """
const letters = (place) => String.fromCharCode(97 + Math.floor(place / 26), 97 + (place % 26));
const fields = [...document.querySelectorAll("#content :is(textarea, input:is([type=text], :not([type])))")]
    .filter((each) => !each.closest(NOT_PRINTED));
const long = MANY ? KINDS.map((kind) => fields.find((each) => each.matches(kind))) : [];
const typed = {};
fields.forEach((each, place) => {
    const most = each.maxLength < 0 ? Infinity : each.maxLength;
    let [count, text] = [0, ""];
    while (count < (long.includes(each) ? MANY : TYPICAL)) {
        const longer = `${text}${text && " "}q${letters(place)}${count + 1},`;
        if (longer.length > most) break;
        [count, text] = [count + 1, longer];
    }
    each.value = text;
    each.dispatchEvent(new Event("input", { bubbles: true }));
    each.dispatchEvent(new Event("change", { bubbles: true }));
    typed[letters(place)] = count;
});
for (const each of document.querySelectorAll("#content input[type=date]")) each.value = "2031-05-17";
document.documentElement.dataset.typed = JSON.stringify(typed);
"""
TYPED = "JSON.parse(document.documentElement.dataset.typed ?? '{}')"
"""For a page: how many words stand in each of its fields."""


DRAFTS: dict[str, Any] = {
    "drafts": {
        "resident": {
            "day": "2026-11-21",
            "filled": {
                "terms-of-reference.name": ["Elm Court steering group"],
                "terms-of-reference.purpose": ["We decide what is mended first, and in which order the blocks are done."],
                "terms-of-reference.decisions.budget.our-part": ["We decide, up to the sum that the cabinet has set."],
                "terms-of-reference.decisions.budget.override": ["Nobody."],
                "terms-of-reference.if-overridden": ["They come to the next meeting and say why."],
                "terms-of-reference.payment.meetings.amount": ["£25 for each meeting"],
            },
        },
        "organisation": {
            "day": "2026-11-24",
            "filled": {
                "terms-of-reference.name": ["Elm Court steering group"],
                "terms-of-reference.purpose": ["We recommend what is mended first."],
                "terms-of-reference.decisions.budget.our-part": ["You are consulted on the sum that cabinet has set."],
                "terms-of-reference.decisions.budget.override": ["The cabinet."],
                "terms-of-reference.payment.meetings.amount": ["Vouchers, twice a year"],
                "terms-of-reference.meetings.papers.agreed": ["Five working days"],
            },
        },
    },
    "settled": {
        "terms-of-reference.payment.meetings": {
            "choice": "third", "words": {"amount": "£25 in cash on the night"}, "reasons": {}, "who": "", "by": "", "of": {},
        },
        "terms-of-reference.decisions.budget": {
            "choice": "open", "words": {}, "who": "Ana and the head of housing", "by": "2027-01-31", "of": {},
            "reasons": {"resident": "It is our homes.", "organisation": "The law asks it of the cabinet."},
        },
    },
    "agreed": [],
}  # fmt: skip
"""Two drafts of a document, one place of which was written anew and one is not agreed."""


@dataclass(frozen=True)
class Paper:
    """A page, and what is done on it before it is printed."""

    path: str
    kept: dict[str, Any] = field(default_factory=dict)
    """What its group has kept, by part."""
    after: str = ""
    """What is done once it has loaded: the body of a function."""
    ready: str = "true"
    """When it may be printed: an expression."""
    holds: tuple[str, ...] = ()
    """What stands on paper."""
    lacks: tuple[str, ...] = ()
    """What does not."""
    whole: dict[str, int] = field(default_factory=dict)
    """The fields that stand there once, with how many words each has."""

    @property
    def before(self) -> str:
        """What runs before the page's own scripts."""
        return keeping(self.kept) if self.kept else ""


def words(name: str, count: int) -> str:
    """So many words of the field of this name, two letters."""
    return " ".join(f"q{name}{number + 1}," for number in range(count))


def typing(path: str, many: int = 0) -> Paper:
    """A page with all of its fields filled in."""
    names = {"KINDS": list(KINDS), "NOT_PRINTED": NOT_PRINTED, "TYPICAL": TYPICAL, "MANY": many}
    given = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in names.items())
    return Paper(path, after=given + TYPE)


def forms(site: Path) -> list[str]:
    """The address of every page that has a form to fill in, but for the whole book and what has states of its own."""
    own = ("/workshop/", "/workshop/evidence/", "/workspace/", "/plan/", "/book/")
    return [
        address
        for address in addresses(site)
        if address.endswith("/")
        and address not in own
        and "<form" in _article(site / address.strip("/") / "index.html")
    ]


def _article(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("<article")[2]


# What a group may have kept.

HEALTH = next(each for each in checked().assessments if each.id == "health")
SHORT = [each.id for each in statements_of(HEALTH, "short")]
PLAN = next(each for each in checked().workshops if each.id == "hard-conversation")
FIRST, SECOND = (each.bears_on for each in HEALTH.statements if each.id in SHORT[:2])


def codes(side: Side, first: int, points: list[int]) -> list[str]:
    """The codes of some people of a side: for each the points that they gave to all but the last statement."""
    *known, unknown = SHORT
    return [
        write(Given(HEALTH, "short", side, {**dict.fromkeys(known, each), unknown: "dont-know"}), first + number)
        for number, each in enumerate(points)
    ]


def workshop(stage: str, said: str, agreed: list[dict[str, Any]]) -> dict[str, Any]:
    """A workshop in which five residents and three officers were shown, and one of another side was not."""
    shown = {"resident": codes("resident", 1, [0, 1, 1, 1, 2]), "organisation": codes("organisation", 11, [3, 3, 3])}
    waiting = codes("other", 21, [2])
    return {
        "workshop": {
            "assessment": "health",
            "version": "short",
            "plan": "",
            "began": "2026-11-21T18:00:00.000Z",
            "stage": stage,
            "codes": in_workshop(*shown["resident"], *shown["organisation"], *waiting),
            "shown": {side: [[f"{code[:5]}.0" for code in each]] for side, each in shown.items()},
            "place": 0,
            "notes": {FIRST: said} if said else {},
            "actions": [each["id"] for each in agreed],
            "step": 0,
        },
        "action-plan": {"actions": agreed},
    }


def without_a_check(stage: str, said: str, agreed: list[dict[str, Any]]) -> dict[str, Any]:
    """A workshop that goes through the steps of a plan, at the second of them."""
    of_plan = [{**each, "from": PLAN.id} for each in agreed]
    empty = {"codes": {}, "shown": {}, "place": 0}
    return {
        "workshop": {
            **workshop(stage, "", of_plan)["workshop"],
            **{"assessment": "", "plan": PLAN.id, "notes": {"step 2": said}, "step": 1, **empty},
        },
        "action-plan": {"actions": of_plan},
    }


def action(number: int, text: str, who: str = "", by: str = "") -> dict[str, Any]:
    """An action of the plan, agreed on at the first gap."""
    return {"id": f"a{number}", "text": text, "who": who, "by": by, "done": False, "from": FIRST}


def gathered(codes: list[str]) -> dict[str, Any]:
    """What is kept of a skills grid that shows the sides of these codes that may be shown."""
    sheets = Reader(next(each for each in checked().assessments if each.id == "skills"))
    sides: dict[str, list[str]] = {}
    for code in codes:
        sides.setdefault(str(sheets.read(code).given.side), []).append(f"{code[:MARK_LENGTH]}.0")
    shown = {side: [sorted(tokens)] for side, tokens in sides.items() if len(tokens) > 2}
    began = "2026-11-21T18:00:00Z"
    return {"assessment": "skills", "version": "long", "began": began, "codes": in_workshop(*codes), "shown": shown}


LAST_TIME = [
    {
        "id": "2026-05-21T18:00:00.000Z",
        "date": "2026-05-21",
        "assessment": "health",
        "saw": {
            **{"version": "short", "edition": 1, "sides": {"resident": 5, "organisation": 5}},
            "rows": {FIRST: {"resident": [0, 0], "organisation": [1, 1]}, SECOND: {"resident": [2.5, 2.5]}},
        },
    }
]
"""The record of an earlier workshop."""
SAID = words("sa", TYPICAL)
AGREED = [
    action(1, words("ag", 9), "The chair", "2031-05-17"),
    action(2, "Meet on the estate"),
]
LONG_SAID = words("sa", MANY)
RECORD = (
    *("Record of our workshop", "21 November 2026", "You see these differently"),
    *("Residents: 5", "The organisation: 3", "Other partners: fewer than three have answered"),
    *("Residents: the middle is 1 of 3", "The organisation: the middle is 2 of 3 or more", "The gap is 1 or more"),
    "Half or more don't know",
)
"""What stands on the record of that workshop."""
ENTRY = {"id": "e1", "date": "2026-05-04", "decided": words("de", 9), "changed": "", "told": "2026-05-17", "duties": []}
ENTRIES = [{**ENTRY, "said": SAID}, {**ENTRY, "id": "e2", "said": "The hall is cold", "decided": "", "told": ""}]
PROPOSAL = examples("consensus-check")["new-lifts"]
PEOPLE = PROPOSAL["people"]
CONSENSUS = {
    **{"proposal": PROPOSAL["proposal"], "date": "2026-11-20", "test": 2, "rule": PROPOSAL["rule"], "way": "full"},
    **{"people": PEOPLE, "counts": {}, "doubts": ""},
}
SHOW_RESULT = "document.querySelector('[data-show-result]').click();"
RESULT = "document.querySelector('.result:not([hidden]) h2')"

PAPERS = {
    "drafts": Paper(
        "/drafts/#terms-of-reference",
        {"drafts.terms-of-reference": DRAFTS},
        ready="document.querySelector('.draft-stands')",
        holds=(
            "Terms of reference",
            "£25 in cash on the night",
            "Not agreed yet.",
            "It is our homes.",
            "By 31 January 2027.",
        ),
        lacks=("Which document?", "Whoever holds the pen", "What goes into the document?", "When you agree"),
    ),
    "workshop-not-begun": Paper(
        "/workshop/", holds=("The workshop screen", "Plans for a meeting"), lacks=("What will people answer?",)
    ),
    "workshop-collect": Paper(
        "/workshop/",
        workshop("collect", SAID, AGREED),
        ready="document.querySelector('.join .qr')",
        holds=("Answer on your phone", "check/health/"),
        lacks=("Type or paste", "Time left"),
    ),
    "workshop-see": Paper(
        "/workshop/",
        workshop("see", SAID, AGREED),
        ready="document.querySelector('[data-result] .broad svg')",
        holds=("You see these differently", "Residents: 5", "The organisation: 3"),
    ),
    "workshop-talk": Paper(
        "/workshop/",
        workshop("talk", SAID, AGREED),
        ready="document.querySelector('[data-gap] svg') && document.querySelector('[data-agreed] li')",
        holds=(SAID, words("ag", 9), "Who: The chair", "By: 17 May 2031", "The gap is 1 or more"),
    ),
    "workshop-record": Paper(
        "/workshop/",
        workshop("record", SAID, AGREED),
        ready="document.querySelector('[data-record] .broad svg')",
        holds=(*RECORD, SAID, words("ag", 9), "The chair", "17 May 2031", "as you typed it"),
        lacks=("No name", "New workshop", "Plans for a meeting"),
    ),
    "workshop-record-long": Paper(
        "/workshop/",
        workshop("record", LONG_SAID, [action(1, words("ag", MANY), words("wh", 200), "2031-05-17")]),
        ready="document.querySelector('[data-record] .broad svg')",
        holds=RECORD,
        whole={"sa": MANY, "ag": MANY, "wh": 200},
    ),
    "workshop-record-nothing-typed": Paper(
        "/workshop/",
        workshop("record", "", []),
        ready="document.querySelector('[data-record] .broad svg')",
        holds=(*RECORD, "No name and nobody's own answers are in this record"),
    ),
    "workshop-record-last-time": Paper(
        "/workshop/",
        {**workshop("record", SAID, AGREED), "workshop.records": LAST_TIME},
        ready="document.querySelector('[data-record] .since h4')",
        holds=(*RECORD, "What moved since 21 May 2026", "up, from 0 to 1", "down, from 2.5 to 1"),
        lacks=("Beside last time?", "Keep it for next time", "Records kept"),
    ),
    "workshop-step": Paper(
        "/workshop/",
        without_a_check("talk", SAID, AGREED),
        ready="document.querySelector('[data-agreed] li')",
        holds=("2 of 6", "The question and the facts", SAID, words("ag", 9)),
        lacks=("Time left", "Next step", "Open the room's window"),
    ),
    "workshop-record-of-steps": Paper(
        "/workshop/",
        without_a_check("record", SAID, AGREED),
        ready="document.querySelector('[data-record] h2')",
        holds=(
            "A hard conversation",
            "The question and the facts",
            SAID,
            words("ag", 9),
            "The chair",
            "as you typed it",
        ),
        lacks=("Who was counted", "Keep it for next time"),
    ),
    "evidence-empty": Paper(
        "/workshop/evidence/", holds=("Evidence log", "What residents said"), lacks=("Write it down",)
    ),
    "evidence": Paper(
        "/workshop/evidence/",
        {"evidence": {"entries": ENTRIES}},
        ready="document.querySelector('.entry')",
        holds=("Evidence log", SAID, words("de", 9), "The hall is cold", "No decision yet"),
        lacks=("Write something down", "Show what bears on"),
    ),
    "evidence-long": Paper(
        "/workshop/evidence/",
        {"evidence": {"entries": [{**ENTRIES[0], "said": LONG_SAID, "decided": words("de", 500)}, ENTRIES[1]]}},
        ready="document.querySelector('.entry')",
        holds=("The hall is cold",),
        whole={"sa": MANY, "de": 500},
    ),
    "plan-empty": Paper("/plan/", holds=("What will be done?",), lacks=("Add an action", "Add it")),
    "plan": Paper(
        "/plan/",
        {"action-plan": {"actions": [*AGREED, {**action(3, "Post the papers", "The clerk"), "done": True}]}},
        ready="document.querySelector('.action')",
        holds=(words("ag", 9), "The chair", "17 May 2031", "Meet on the estate", "Post the papers", "The clerk"),
        lacks=("Add an action", "Delete"),
    ),
    "plan-long": Paper(
        "/plan/",
        {"action-plan": {"actions": [action(each, words(f"a{chr(97 + each)}", 70)) for each in range(12)]}},
        ready="document.querySelector('.action')",
        whole={f"a{chr(97 + each)}": 70 for each in range(12)},
    ),
    "workspace": Paper(
        "/workspace/",
        {"action-plan": {"actions": AGREED}, "evidence": {"entries": ENTRIES}},
        ready="document.querySelector('[data-parts] li')",
        holds=("Our group", "Action plan", "Evidence log"),
        lacks=("Delete everything", "Open a saved copy", "Begin"),
    ),
    "skills-sheet": Paper(
        "/check/skills/",
        {
            "assessment.skills": {"version": "long", "side": "other", "answers": {"skills.planning.sure": 2}},
            "words.skills": {"skills-audit.hidden": [words("sa", 60)]},
        },
        ready='document.querySelector(\'[name="skills.planning.sure"][value="2"]\').checked',
        whole={"sa": 60},
        holds=("Mediation and handling conflict", "I want to learn it"),
        lacks=("Make my code", "Start again"),
    ),
    "skills-grid": Paper(
        "/workshop/skills/",
        {"grid.skills": gathered(examples("skills-grid")["shown"]["text"].split())},
        ready="document.querySelector('.result svg')",
        holds=("It rests on one person.", "fewer than three have answered", "Languages"),
        lacks=("Type or paste", "Take over", "Delete all sheets"),
    ),
    "health-result": Paper(
        "/check/health/",
        {
            "assessment.health": {
                "version": "short",
                "side": "resident",
                "by": "one",
                "answers": dict.fromkeys(SHORT, 1),
            }
        },
        after="document.querySelector('[data-all]').click();" + SHOW_RESULT,
        ready="document.querySelector('.result svg')",
    ),
    "precepts-result": Paper(
        "/check/precepts/",
        {
            "assessment.precepts": {
                "side": "resident",
                "sides": {
                    side: {"answers": answers, "why": {"precepts.interests": words(name, count)}}
                    for (side, answers), name, count in zip(
                        examples("precept-cards")["three-sides"]["sides"].items(),
                        ("ra", "rb", "rc"),
                        (TYPICAL, 300, TYPICAL),
                        strict=True,
                    )
                },
            }
        },
        after="document.querySelector('[data-all]').click();" + SHOW_RESULT,
        ready="document.querySelector('.result svg')",
        holds=(words("ra", TYPICAL),),
    ),
    "ladder-result": Paper(
        "/check/ladder/",
        {
            "assessment.ladder": {
                "side": "resident",
                "decisions": [
                    {"id": "d1", "name": words("la", 30), "claim": 6, "answers": example["answers"]}
                    for example in examples("ladder-quiz")["draft-terms"]["decisions"]
                ],
            }
        },
        after="document.querySelector('[data-all]').click();" + SHOW_RESULT,
        ready="document.querySelector('.result svg')",
        holds=(words("la", 30),),
    ),
    "consensus-before-a-result": Paper(
        "/check/consensus/",
        {"assessment.consensus": CONSENSUS},
        ready="document.querySelectorAll('.person').length > 3",
        holds=(
            PROPOSAL["proposal"],
            "20 November 2026",
            *(each["who"] for each in PEOPLE),
            *filter(None, (each["reason"] for each in PEOPLE)),
        ),
    ),
    "consensus-result": Paper(
        "/check/consensus/",
        {"assessment.consensus": CONSENSUS},
        after=SHOW_RESULT,
        ready=RESULT,
        holds=(PROPOSAL["proposal"], "Agreed, with doubts", "My ceiling leaks"),
    ),
}
"""What leaves each page that shows or keeps something, by a name."""

KINDS_OF_FIELD = [
    f"/{path}/" for path in ("tools/accountability-check", "check/consensus", "check/precepts", "check/ladder")
]
"""The forms that have every kind of field between them."""
PLAIN_TEXT = {"plan-long", "health-result", "ladder-result", "consensus-result"}
"""Papers on which all is text on the screen too, or is held by another: in Chromium too, they are left to the audit."""
