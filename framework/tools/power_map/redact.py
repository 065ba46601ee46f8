"""The copy of a map that may be shared: roles only, and no notes. And names that look like a person's."""

import re
from dataclasses import replace

from framework.core.words import say
from framework.tools.power_map.map import PowerMap, kind_name

TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Cllr|Councillor|Rev|Prof)\.? [A-Z][a-z]")
CAPITALISED = re.compile(r"[A-Z][a-z]+(?:['’-][A-Z]?[a-z]+)*")
ROLE_WORDS = frozenset(
    word
    for line in (
        "adviser advisor agency alliance architect architects architecture arms army association authority bank block",
        "board borough cabinet centre chair charity church city client close club college committee community company",
        "consultant contractor cooperative co-operative council councillor court customer department design",
        "development developer director estate federation finance fire forum friends fund gardens group hamlets head",
        "health heritage homes hospital house housing independent insurance investor landlord leader leaseholder",
        "leaseholders legal lender library local london manager mayor minister mosque neighbourhood network office",
        "officer officers owner owners panel park parish partners partnership planning planner police project",
        "property public regeneration regulator repairs resident residents road safety school services shop",
        "shopkeepers social society solicitor staff steering street support team temple tenant tenants tower",
        "transport treasury trust union voice ward welfare women youth",
    )
    for word in line.split()
)
"""Words that stand in the names of roles, groups, bodies and places, and hardly in those of people."""


def looks_like_a_person(name: str) -> bool:
    """Whether a name may be a person's own: a title with a name, or two or three words that all begin large.

    It is a guess, and only ever a warning.

    >>> [looks_like_a_person(name) for name in ("Jane Smith", "Cllr Jones", "Ward councillor", "Tower Hamlets")]
    [True, True, False, False]
    """
    if TITLED.search(name):
        return True
    words = name.split()
    return (
        2 <= len(words) <= 3
        and all(CAPITALISED.fullmatch(word) for word in words)
        and not any(word.lower() in ROLE_WORDS for word in words)
    )


def redacted(found: PowerMap) -> PowerMap:
    """A copy without notes. A name that looks like a person's becomes its kind, numbered where there are several."""
    seen: dict[str, int] = {}
    shared = []
    for each in found.stakeholders:
        name = each.name
        if looks_like_a_person(name):
            seen[each.kind] = seen.get(each.kind, 0) + 1
            name = say("power-map.redacted", kind=kind_name(each.kind), number=seen[each.kind])
        shared.append(replace(each, name=name, notes=""))
    return replace(found, stakeholders=tuple(shared))
