"""What is worth asking: what the rules of a tool find. Each is a question with its reasons, and never a verdict.

The words stand in the tool's data, as its `asks`; the rules stand in the tool's room.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from framework.core.guide import Guide

type Reasons = Iterator[tuple[str | tuple[str, ...], str]]
"""What a rule is about, as an id or as several, and the reason in one sentence."""


@dataclass(frozen=True)
class Finding:
    """Something worth asking."""

    ask: str
    """Which of the tool's `asks`: the last part of its id."""
    about: tuple[str, ...]
    """Ids of what it is about, each once."""
    reasons: tuple[str, ...]
    """What it follows from: one sentence each."""


def found_by[Seen](rules: Mapping[str, Callable[[Seen], Reasons]], seen: Seen) -> tuple[Finding, ...]:
    """What rules find, in their order. A rule with no reason asks nothing.

    >>> rules = {"long": lambda names: ((name, f"{name} is long.") for name in names if len(name) > 4)}
    >>> found_by(rules, ["Ana", "Bertha"])
    (Finding(ask='long', about=('Bertha',), reasons=('Bertha is long.',)),)
    """
    findings = []
    for ask, rule in rules.items():
        if pairs := list(rule(seen)):
            about = dict.fromkeys(id_ for ids, _ in pairs for id_ in ((ids,) if isinstance(ids, str) else ids))
            findings.append(Finding(ask, tuple(about), tuple(reason for _, reason in pairs)))
    return tuple(findings)


def as_asked(guide: Guide, tool: str, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Findings as a page shows them, with the words of the tool and where they lead."""
    return [
        {
            "id": ask.id,
            "title": ask.title,
            "text": ask.text,
            "rule": ask.rule,
            "about": list(finding.about),
            "reasons": [{"reason": reason} for reason in finding.reasons],
            "leads": [guide.link(id_) for id_ in ask.leads_to],
        }
        for finding in findings
        for ask in guide.ask(tool, finding.ask)
    ]
