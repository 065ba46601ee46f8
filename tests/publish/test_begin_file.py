"""`make tool`, `make case` and `make page` write files that are right as they stand."""

from pathlib import Path

import pytest

from framework.content.check import BadData
from framework.content.load import DATA
from framework.content.model import items
from framework.fork.changes import load_fork
from framework.fork.own_pages import check_pages, title_of
from publish.begin_file import NotBegun, begin, unfinished

NAME = "Repairs: Tenants' “panel” #1"
STEM = "repairs-tenants-panel-1"


def test_what_is_begun_is_taken_in_as_it_stands(tmp_path: Path) -> None:
    for kind in ("tool", "case"):
        begin(kind, NAME, tmp_path)
    page = begin("page", NAME, tmp_path)
    assert [line.partition(", line ")[0] for line in unfinished(tmp_path)] == [
        f"brand/framework/tools/{STEM}.yaml",
        f"brand/framework/case_studies/{STEM}.yaml",
        f"brand/pages/{STEM}.md",
    ]
    page.write_text(page.read_text().replace("Write here what you want to say.", "We decide."))
    assert len(unfinished(tmp_path)) == 2
    fork = load_fork(tmp_path / "framework")
    found = {item.id: item for item in items(fork.visible)}
    assert vars(found[f"local-{STEM}"])["name"] == NAME
    assert vars(found[f"case.local-{STEM}"])["name"] == NAME
    assert f"local-{STEM}.what" in found
    assert check_pages(tmp_path / "pages") == []
    assert title_of(page) == NAME


def test_nothing_is_written_over_and_a_name_is_needed(tmp_path: Path) -> None:
    begin("tool", NAME, tmp_path)
    with pytest.raises(NotBegun, match=rf"brand/framework/tools/{STEM}.yaml is there already"):
        begin("tool", NAME, tmp_path)
    with pytest.raises(NotBegun, match="make case NAME="):
        begin("case", " ", tmp_path)


def test_a_copy_of_a_tool_of_the_guide_is_told_in_its_own_file_which_ids_to_change(tmp_path: Path) -> None:
    model = (DATA / "tools" / "vision-statement.yaml").read_text(encoding="utf-8")
    (tmp_path / "tools").mkdir()
    text = model.replace("id: vision-statement\n", "id: local-ours\n", 1).replace("origin: framework\n", "", 1)
    (tmp_path / "tools" / "ours.yaml").write_text(text.replace("origin: ours\n", ""))
    with pytest.raises(BadData) as raised:
        load_fork(tmp_path)
    assert {problem.file for problem in raised.value.problems} == {"brand/framework/tools/ours.yaml"}
    first = raised.value.problems[0]
    assert first.line
    assert (first.what, first.mend) == (
        "the guide has this id already",
        f"Begin it with your own: 'local-ours.{first.id.split('.')[-1]}'.",
    )
