"""What a copy changes as JSON, for programs that check it: the same that the page 'What we changed' tells people."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from framework.content.model import Framework
from framework.core.as_data import as_data
from framework.fork.changelog import Changed, Changes

FILE = "changes.json"


def fingerprint(framework: Framework) -> str:
    """64 characters that stand for a guide: another wording of anything has others."""
    told = json.dumps(as_data(framework), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def changes_json(
    changes: Changes,
    original: Framework,
    publisher: str,
    words: Mapping[str, str],
    own_pages: Iterable[tuple[str, str]],
    own_style: bool,
) -> str:
    """`guide` names the version and the fingerprint of what was changed. Then what was `replaced`, `hidden` and `added`
    follows, each with its reason, the other `words`, the `own_pages`, and whether there is an `own_style`.
    """
    data = {
        "guide": {"version": original.version, "fingerprint": fingerprint(original)},
        "published_by": publisher,
        "replaced": [_told(each) for each in changes.replaced],
        "reworded": dict(changes.told_at),
        "hidden": [_told(each) for each in changes.hidden],
        "added": [_told(each) for each in changes.added],
        "words": dict(words),
        "own_pages": [{"title": title, "address": address} for title, address in own_pages],
        "own_style": own_style,
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _told(each: Changed) -> dict[str, Any]:
    wordings = [{"key": one.key, "guide": one.guide, "here": one.here} for one in each.wordings]
    return {"id": each.item.id, "reason": each.reason, "moved_on": each.moved_on, "wordings": wordings}
