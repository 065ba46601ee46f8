"""Each item of the guide, hidden alone: the rest keeps its rules and its pages can be made, or it is refused with a reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from framework.content.check import NAMING, check
from framework.content.load import Loaded, load
from framework.content.model import (
    Field,
    Framework,
    Identified,
    LookOutFor,
    PointOfLaw,
    Precept,
    Principle,
    WorkshopPlan,
    items,
)
from framework.content.visible import hide, visible
from framework.core.questions import Assessment
from framework.fork.brand import Brand
from framework.fork.changes import Change, refusal
from macros.show import Shower
from tests.conftest import ROOT

CREDIT = "source.framework"
SHOWN = re.compile(r"\{\{ show\('([^']+)'(?:, '([^']+)')?(?:, part='(\w+)')?\) \}\}")
"""How a page of Markdown asks for a template."""
LOADED = load()
GUIDE = LOADED.framework
MADE = {"principles": "principle", "tools": "tool", "assessments": "", "workshops": "plan"}
"""The collections whose items have a page each, and its template; for an assessment, the name of its rule."""
MUCH_DEPENDS = (Principle, Precept, Assessment, WorkshopPlan)
"""Of these, the pages are made for each that is hidden; of every other kind, for the first."""


@dataclass(frozen=True)
class Hidden:
    """The guide without an item."""

    whole: Framework
    visible: Framework


def without(id_: str) -> Hidden:
    whole = hide(GUIDE, {id_})
    return Hidden(whole, visible(whole))


def asked_for() -> Iterator[tuple[str, str, str, str]]:
    for page in sorted((ROOT / "docs").rglob("*.md")):
        for found in SHOWN.finditer(page.read_text(encoding="utf-8")):
            yield page.relative_to(ROOT / "docs").as_posix(), found[1], found[2] or "", found[3] or ""


ASKED = list(asked_for())


def pages_of(hidden: Hidden) -> Iterator[str]:
    """Every page that may say something else now. Those that are for what is hidden are not made."""
    shower = Shower(hidden.visible, Brand(), original=GUIDE, whole=hidden.whole)
    for page, template, id_, part in ASKED:
        more: dict[str, object] = {"part": part} if part else {}
        if template == "changed":
            more = {"own_pages": [], "own_words": {}}
        if not id_ or id_ in shower.known:
            yield shower.show(page, template, id_ or None, **more)
    for name, template in MADE.items():
        for item in getattr(hidden.visible, name):
            if name == "assessments" or item not in getattr(
                GUIDE, name
            ):  # the pages of checks name others by their ids
                yield shower.show(f"{name}/{item.id}/", template or item.rule, item.id)


KNOWN = {item.id: item for item in items(GUIDE)}
NOT_ALONE = (Field, LookOutFor, PointOfLaw)
"""What can't be hidden alone."""


def test_what_can_not_be_hidden_alone_is_refused_with_the_reason() -> None:
    for item in KNOWN.values():
        told = refusal(Change(id=item.id, reason="Not ours.", hide=True), KNOWN, set())
        assert bool(told) == (isinstance(item, NOT_ALONE) or item.id == CREDIT), item.id
        assert not told or all(told), item.id


def test_each_item_hidden_alone_leaves_data_that_keeps_its_rules() -> None:
    for item in KNOWN.values():
        if not isinstance(item, NOT_ALONE) and item.id != CREDIT:
            whole = hide(GUIDE, {item.id})
            assert check(Loaded(whole, [], LOADED.files), NAMING) == [], item.id


def _to_show() -> Iterator[Identified]:
    kinds = set()
    for item in KNOWN.values():
        if isinstance(item, NOT_ALONE) or item.id == CREDIT:
            continue
        if isinstance(item, MUCH_DEPENDS) or type(item) not in kinds:
            kinds.add(type(item))
            yield item


@pytest.mark.parametrize("id_", [item.id for item in _to_show()])
def test_the_pages_are_made_without_it(id_: str) -> None:
    hidden = without(id_)
    assert check(Loaded(hidden.whole, [], LOADED.files)) == []
    known = {item.id for item in items(hidden.visible)}
    assert id_ not in known
    assert len(known) >= 800
    for page in pages_of(hidden):
        assert f"tools/{id_}/" not in page
        for linked in re.findall(r'href="[^"]*#([\w.-]+\.[\w.-]+)"', page):
            assert linked in known or linked not in KNOWN, linked
