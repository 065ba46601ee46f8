"""What a copy of the guide adds, replaces and hides: taken in, or refused with the file, the id and a mend."""

import re
import shutil
from pathlib import Path

import pytest

from framework.content.check import BadData
from framework.content.load import DATA
from framework.content.model import Framework, items
from framework.core.item import Item
from framework.fork.changelog import fingerprint
from framework.fork.changes import Fork, load_fork
from framework.fork.wording import Wording
from framework.published import browser_json, framework_json

RECAP = "common-vision.recap"
TOOL = """
id: local-repairs-panel
reason: Repairs matter most to our residents.
name: Repairs panel
summary: A form to agree how repairs are judged.
form: document
stages: [after]
when: Once a year.
minutes: 60
time_note: One meeting.
who: Residents and officers.
about: Use [terms of reference](id:terms-of-reference) first.
steps: [{title: Begin, text: Ask what went wrong.}]
helps_with: [common-vision.recap]
fields: [{id: local-repairs-panel.what, label: What went wrong, kind: text}]
"""
STATEMENT = """
- id: health.common-vision.local-1
  bears_on: common-vision
  text: The estate has a repairs panel.
  answers: [There is none, It is planned, It meets, It decides]
  leads_to: [local-repairs-panel]
"""


def copy(folder: Path, **files: str) -> Fork:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return load_fork(folder)


def by_id(framework: Framework) -> dict[str, object]:
    return {item.id: item for item in items(framework)}


def test_without_a_folder_nothing_is_changed(tmp_path: Path, framework: Framework) -> None:
    found = load_fork(tmp_path / "nowhere")
    assert found.changes.none
    assert found.visible == found.whole == framework


def test_an_item_is_added_with_links_both_ways(tmp_path: Path) -> None:
    found = copy(tmp_path, tools__panel=TOOL, statements__own=STATEMENT)
    tool = by_id(found.visible)["local-repairs-panel"]
    assert isinstance(tool, Item)
    assert tool.origin == "local"
    assert {each.item.id: each.reason for each in found.changes.added} == {
        "local-repairs-panel": "Repairs matter most to our residents.",
        "health.common-vision.local-1": "",
    }
    assert "local-1" in browser_json(found.whole)


def test_roles_in_braces_are_said_in_its_words_and_all_else_as_it_wrote_it(tmp_path: Path) -> None:
    tool = TOOL.replace("who: Residents and", "who: Residents, '{residents}' and")
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "panel.yaml").write_text(tool)
    (tmp_path / "changes.yaml").write_text(f"- {{id: {RECAP}, reason: a, replace: {{text: Ask residents first.}}}}\n")
    found = load_fork(tmp_path, said=Wording({"resident": "tenant"}).instead)
    known = by_id(found.whole)
    assert known["local-repairs-panel"].who == "Residents, 'tenants' and officers."  # type: ignore[attr-defined]
    assert known[RECAP].text == "Ask residents first."  # type: ignore[attr-defined]
    (told,) = found.changes.replaced[0].wordings
    assert "It helps resident representatives" in told.guide


def test_braces_that_hold_no_role_are_told_with_its_own_file(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"brand/framework/tools/panel\.yaml.*'\{people\}' is no role"):
        copy(tmp_path, tools__panel=TOOL.replace("who: Residents", "who: The '{people}'"))


def test_an_item_is_replaced_in_part_and_the_rest_follows_the_guide(tmp_path: Path, framework: Framework) -> None:
    text = "- id: vision-statement\n  reason: Ours is called so.\n  replace: {name: Our promise}\n"
    found = copy(tmp_path, changes=text)
    before, after = by_id(framework)["vision-statement"], by_id(found.visible)["vision-statement"]
    assert vars(after) == {**vars(before), "name": "Our promise"}
    (changed,) = found.changes.replaced
    assert [(each.key, each.guide, each.here) for each in changed.wordings] == [
        ("name", "Vision statement", "Our promise")
    ]
    assert "based_on" in found.changes.notes[0]


def test_a_part_of_an_item_is_replaced(tmp_path: Path) -> None:
    found = copy(tmp_path, changes=f"- id: {RECAP}\n  reason: Plainer.\n  replace: {{text: Say it again.}}\n")
    assert vars(by_id(found.visible)[RECAP])["text"] == "Say it again."


def test_a_hidden_tool_leaves_everything_but_the_data(tmp_path: Path, framework: Framework) -> None:
    found = copy(tmp_path, changes="- id: power-map\n  reason: We have our own.\n  hide: true\n")
    assert "power-map" in by_id(framework)
    assert "power-map" not in by_id(found.visible)
    assert not any(id_.startswith("power-map.") for id_ in by_id(found.visible))
    hidden = by_id(found.whole)["power-map"]
    assert isinstance(hidden, Item)
    assert hidden.retired_in == "hidden"
    for text in (framework_json(found.visible), browser_json(found.visible)):
        assert "id:power-map)" not in text
        assert "tools/power-map" not in text
    assert "power-map" not in {tool for each in found.visible.principles for tool in each.tools}
    assert "We have our own." in found.changes.hidden[0].reason
    assert any("power" in each.guide for each in found.changes.hidden[0].wordings)


def test_what_bears_on_a_hidden_principle_goes_with_it_but_saved_answers_are_still_read(tmp_path: Path) -> None:
    found = copy(tmp_path, changes="- id: data-sharing\n  reason: Not yet.\n  hide: true\n")
    before, after = (
        next(each for each in said.assessments if each.id == "health") for said in (found.whole, found.visible)
    )
    assert any(each.bears_on == "data-sharing" and each.retired_in for each in before.statements)
    assert not any(each.bears_on == "data-sharing" for each in after.statements)
    assert "data-sharing" not in {id_ for case in found.visible.case_studies for id_ in case.principles}


def test_what_the_guide_changed_since_is_told_with_both_wordings(tmp_path: Path, framework: Framework) -> None:
    text = "- id: vision-statement\n  reason: Plainer.\n  based_on: {}\n  replace: {{summary: What we want.}}\n"
    now = fingerprint(by_id(framework)["vision-statement"], ["summary"])  # type: ignore[arg-type]
    assert copy(tmp_path, changes=text.format(now)).changes.notes == ()
    (note,) = copy(tmp_path, changes=text.format("'00000000'")).changes.notes
    assert "What we want." in note
    assert vars(by_id(framework)["vision-statement"])["summary"] in note
    assert now in note


def test_the_guides_own_ids_leave_those_of_copies_free(framework: Framework) -> None:
    assert not any(part.startswith("local-") for id_ in by_id(framework) for part in id_.split("."))


def test_a_retired_item_is_on_no_page_and_a_copy_that_names_it_is_told(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    tool, example = ((tmp_path / "data" / kind / "terms-of-reference.yaml") for kind in ("tools", "worked_examples"))
    for path in (tool, example):
        path.write_text(path.read_text().replace("terms-of-reference\n", "terms-of-reference\nretired_in: '9'\n", 1))
    with pytest.raises(BadData, match="which is retired"):
        load_fork(tmp_path / "nothing", tmp_path / "data")
    for other in (tmp_path / "data").rglob("*.yaml"):
        if other not in (tool, example):
            text = re.sub(r"(?<![\w.-])terms-of-reference(?![\w.-])", "meeting-minutes", other.read_text())
            other.write_text(text)
    (tmp_path / "brand" / "tools").mkdir(parents=True)
    (tmp_path / "brand" / "tools" / "panel.yaml").write_text(TOOL)
    (tmp_path / "brand" / "changes.yaml").write_text("- {id: terms-of-reference, reason: a, replace: {name: Rules}}\n")
    found = load_fork(tmp_path / "brand", tmp_path / "data")
    assert "terms-of-reference" not in by_id(found.visible)
    assert any("retired this in version 9" in note for note in found.changes.notes)
    assert any("local-repairs-panel: 'about' names 'terms-of-reference'" in note for note in found.changes.notes)


@pytest.mark.parametrize(
    ("files", "file", "id_", "what", "mend"),
    [
        ({"changes": "- {id: power-mp, reason: a, hide: true}"}, "changes", "power-mp", "no item", "'power-map'"),
        ({"changes": "- {id: power-map, hide: true}"}, "changes", "power-map", "'reason' is missing", "Add 'reason'"),
        ({"changes": "- {id: power-map, reason: ' ', hide: true}"}, "changes", "power-map", "empty", "residents"),
        ({"changes": "- {id: power-map, reason: a}"}, "changes", "power-map", "neither or both", "hide: true"),
        ({"changes": "- {id: power-map, reason: a, replace: {id: b}}"}, "changes", "power-map", "'id'", "out"),
        ({"changes": "- {id: power-map, reason: a, replace: {nam: b}}"}, "changes", "power-map", "'nam'", "'name'"),
        ({"changes": "- {id: source.framework, reason: a, hide: true}"}, "changes", "source.framework", "credit", ""),
        ({"changes": "id: power-map"}, "changes", "", "no list", "- id:"),
        ({"changes": "- power-map"}, "changes", "", "is no change", "- id:"),
        (
            {"changes": "- {id: common-vision.look-out, reason: a, hide: true}"},
            "changes",
            "common-vision.look-out",
            "alone",
            "replace",
        ),
        (
            {"tools__a": TOOL.replace("local-repairs", "repairs")},
            "tools/a",
            "repairs-panel",
            "'local-'",
            "'local-repairs-",
        ),
        ({"tools__a": TOOL.replace("form: document", "form: paper")}, "tools/a", "local-repairs-panel", "'form'", ""),
        (
            {"tools__a": TOOL.replace("id:terms-of-reference", "id:none")},
            "tools/a",
            "local-repairs-panel",
            "nowhere",
            "",
        ),
        ({"toolz__a": TOOL}, "toolz/a", "", "nothing loads", "'tools'"),
        ({"statements__a": STATEMENT.replace("health.", "wealth.")}, "statements/a", "wealth", "no assessment", ""),
        (
            {"changes": "- {id: health.common-vision.1, reason: a, replace: {leads_to: []}}"},
            "changes",
            "health.common-vision.1",
            "leads nowhere",
            "",
        ),
    ],
    ids=lambda value: next(iter(value.values()))[:40] if isinstance(value, dict) else None,
)
def test_what_is_wrong_is_told(
    tmp_path: Path, files: dict[str, str], file: str, id_: str, what: str, mend: str
) -> None:
    with pytest.raises(BadData) as raised:
        copy(tmp_path, **files)
    problem = raised.value.problems[0]
    assert problem.file == f"brand/framework/{file}.yaml"
    assert problem.id.startswith(id_)
    assert what in problem.what
    assert mend in problem.mend
