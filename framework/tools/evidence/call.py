"""The evidence log: what is chosen of it, where entries stop short, and all that as CSV."""

from typing import Any

from framework.core.guide import Guide
from framework.core.words import say
from framework.tools.evidence.rules import chosen, missing, read_entries, to_csv


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`entries`, and `duty` and `missing` to choose by, in; the entries to show, counts and `csv` out."""
    names = guide.duties
    entries = read_entries(request.get("entries"), names)
    shown = chosen(entries, str(request.get("duty") or ""), str(request.get("missing") or ""))
    lacking = [which for each in entries for which in missing(each)]
    return {
        "entries": [
            {
                **vars(each),
                "duties": [guide.link(duty) for duty in each.duties],
                "missing": [{"words": say(f"evidence.{which}")} for which in missing(each)],
            }
            for each in shown
        ],
        "all": len(entries),
        "shown": len(shown),
        "no_decision": lacking.count("no-decision"),
        "not_told": lacking.count("not-told"),
        "csv": to_csv(shown, names),
    }
