"""What people write in the lists that they have, in English and in the language that is spoken."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from framework.core.answers import SIDES, Side, side_name
from framework.core.words import say
from framework.tools.power_map.map import (
    KINDS,
    LEAST,
    LINKS,
    MOST,
    STANCES,
    Kind,
    kind_name,
    link_name,
    stance_name,
)
from framework.tools.power_map.table import COLUMNS, column_name

type Use = Literal[
    "name",
    "kind",
    "side",
    "affected",
    "power",
    "person",
    "at_table",
    "stance",
    "links",
    "notes",
    "from",
    "to",
    "link",
    "out",
]
"""What a column becomes. 'out': nothing, by choice."""

ALSO: dict[Use, tuple[str, ...]] = {
    "name": (
        "stakeholder",
        "stakeholder name",
        "name of stakeholder",
        "stakeholders",
        "label",
        "who",
        "role or group",
        "stakeholder group",
        "role",
        "job title",
        "group",
        "organisation",
        "organization",
        "company",
        "contact",
        "title",
    ),
    "kind": ("type", "category", "element type", "stakeholder type", "sector"),
    "side": ("which side", "internal/external", "internal or external"),
    "affected": (
        "how much affected",
        "impact",
        "impact on them",
        "affected by it",
        "how affected",
        "level of impact",
        "interest",
        "level of interest",
        "stake",
        "importance",
    ),
    "power": (
        "power of the role",
        "influence",
        "role power",
        "power over the decision",
        "power/influence",
        "influence/power",
        "level of influence",
        "level of power",
        "authority",
    ),
    "person": ("power of the person", "person power", "own power"),
    "at_table": (
        "at the table",
        "at table",
        "on the steering group",
        "steering group",
        "member",
        "seat",
        "on the board",
        "on steering group",
    ),
    "stance": ("position", "view", "attitude", "support", "for or against", "interest", "stance on it"),
    "links": ("link", "linked to", "relationships"),
    "notes": ("note", "comments", "comment", "description", "details"),
    "from": ("source", "start"),
    "to": ("target", "end"),
    "link": ("type", "connection type", "relationship", "label", "link type", "kind"),
}
"""What people call these columns in the lists that they have, in English; the likeliest first. Under the first of each
mark stand those of a list that this guide wrote."""
YES = ("yes", "y", "true", "x", "1", "✓", "✔", "member")
NO = ("no", "n", "false", "0", "", "-", "–")
WORDS_FOR_MARKS = {
    "very low": 1.0,
    "none": 1.0,
    "low": 2.0,
    "l": 2.0,
    "lo": 2.0,
    "small": 2.0,
    "medium": 3.0,
    "med": 3.0,
    "m": 3.0,
    "moderate": 3.0,
    "middle": 3.0,
    "some": 3.0,
    "high": 4.0,
    "h": 4.0,
    "hi": 4.0,
    "large": 4.0,
    "very high": 5.0,
    "vh": 5.0,
    "vl": 1.0,
    "critical": 5.0,
}
ENGLISH = {
    "kind": {
        "resident group": "resident-group",
        "residents' group": "resident-group",
        "residents association": "resident-group",
        "tenants' association": "resident-group",
        "residents or households": "residents",
        "resident": "residents",
        "tenant": "residents",
        "tenants": "residents",
        "leaseholder": "residents",
        "leaseholders": "residents",
        "household": "residents",
        "customer": "residents",
        "customers": "residents",
        "council": "council",
        "local authority": "council",
        "public body": "council",
        "housing association": "association",
        "landlord": "association",
        "registered provider": "association",
        "developer": "developer",
        "contractor": "contractor",
        "supplier": "contractor",
        "elected member": "elected-member",
        "councillor": "elected-member",
        "politician": "elected-member",
        "mp": "elected-member",
        "officer or staff": "officer",
        "staff": "officer",
        "officer": "officer",
        "employee": "officer",
        "adviser": "adviser",
        "advisor": "adviser",
        "consultant": "adviser",
        "community group or charity": "community",
        "community group": "community",
        "community": "community",
        "charity": "community",
        "voluntary": "community",
        "ngo": "community",
        "funder or lender": "funder",
        "funder": "funder",
        "lender": "funder",
        "bank": "funder",
        "something else": "other",
        "other": "other",
    },
    "side": {
        "residents": "resident",
        "tenants": "resident",
        "tenant": "resident",
        "leaseholders": "resident",
        "leaseholder": "resident",
        "customers": "resident",
        "customer": "resident",
        "the organisation": "organisation",
        "organisations": "organisation",
        "council": "organisation",
        "landlord": "organisation",
        "internal": "organisation",
        "staff": "organisation",
        "developer": "organisation",
        "other partners": "other",
        "other partner": "other",
        "others": "other",
        "partner": "other",
        "partners": "other",
        "external": "other",
    },
    "stance": {
        "for it": "for",
        "supportive": "for",
        "supporter": "for",
        "support": "for",
        "positive": "for",
        "in favour": "for",
        "not sure": "unsure",
        "neutral": "unsure",
        "undecided": "unsure",
        "mixed": "unsure",
        "against it": "against",
        "opposed": "against",
        "opponent": "against",
        "negative": "against",
        "not known": "not-known",
        "unknown": "not-known",
    },
    "links": {
        "reports to": "reports-to",
        "funds": "funds",
        "pays": "funds",
        "represents": "represents",
        "speaks for": "represents",
        "influences": "influences",
        "advises": "influences",
        "trusts": "trusts",
        "is in conflict with": "in-conflict",
        "conflict": "in-conflict",
        "in conflict with": "in-conflict",
    },
}
"""What choices are called in English lists. A table that one guide wrote can be read in any language."""
SIDE_OF: dict[Kind, Side] = {
    "resident-group": "resident",
    "residents": "resident",
    "council": "organisation",
    "association": "organisation",
    "developer": "organisation",
    "elected-member": "organisation",
    "officer": "organisation",
}
"""On which side someone of a kind is, as a rule. All others are partners."""
FORMS_OF_ADDRESS = frozenset("mr mrs ms miss mx dr sir dame lord lady cllr rev prof professor".split())  # noqa: SIM905


@dataclass(frozen=True)
class Known:
    """What people may write in the columns: in the language that is spoken, and in English."""

    names: Mapping[str, Mapping[str, str]]
    """What can be chosen in a column: each name by its id."""
    choices: Mapping[str, Mapping[str, str]]
    """The same the other way round: the id by all that it may be called, in small letters."""
    marks: Mapping[str, float]
    yes: Collection[str]
    no: Collection[str]

    def choice(self, column: str, value: str) -> str | None:
        """A choice by its id, its name, or its name in English."""
        return self.choices[column].get(" ".join(value.lower().replace("’", "'").split()))


def known() -> Known:
    """What is known now, to be asked once for a whole list."""
    names: dict[str, dict[str, str]] = {
        "kind": {each: kind_name(each) for each in KINDS},
        "side": {each: side_name(each) for each in SIDES},
        "stance": {each: stance_name(each) for each in STANCES},
        "links": {each: link_name(each) for each in LINKS},
    }
    choices: dict[str, Any] = {
        column: ENGLISH[column] | {id_: id_ for id_ in named} | {name.lower(): id_ for id_, name in named.items()}
        for column, named in names.items()
    }
    marks = {say(f"power-map.mark-{mark}").lower(): float(mark) for mark in range(int(LEAST), int(MOST) + 1)}
    yes, no = say("common.yes").lower(), say("common.no").lower()
    return Known(names, choices, WORDS_FOR_MARKS | marks, (*YES, yes), (*NO, no))


def headings() -> dict[Use, list[str]]:
    """What each column may be called, the likeliest first: as the guide itself calls it, and in English."""
    found = {}
    for use, also in ALSO.items():
        own = [column_name(use).lower(), use.replace("_", " ")] if use in COLUMNS else [use]
        found[use] = [*own, *also]
    return found
