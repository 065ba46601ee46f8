"""Templates filled with the framework."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from framework.content.fields import FieldKind
from framework.content.model import Framework
from framework.fork.brand import Brand
from macros import show, stopped
from macros.show import ROOT, Shower
from macros.stopped import Stopped


@pytest.fixture(scope="module")
def shower(framework: Framework) -> Shower:
    return Shower(framework, Brand())


def test_links_are_relative_to_the_page(shower: Shower) -> None:
    html = shower.show("principles/power-dynamics/", "principle", "power-dynamics")
    assert 'href="../../tools/power-map/"' in html
    assert 'href="../common-vision/"' in html


def test_a_block_of_html_holds_no_blank_line(shower: Shower, framework: Framework) -> None:
    for tool in framework.tools:
        assert "\n\n" not in shower.show(f"tools/{tool.id}/", "tool", tool.id)


def test_what_the_framework_does_not_say_is_said_so(shower: Shower) -> None:
    assert "names no quick wins" in shower.show("principles/x/", "principle", "outreach-and-accountability")
    assert "names no tool for this principle" in shower.show("principles/x/", "principle", "data-sharing")


@pytest.mark.parametrize(
    ("template", "id_", "said"),
    [
        ("sections", None, "macros/templates/sections.html, line 3: 'part' is undefined. Mend that name."),
        (
            "nowhere/nowhere",
            None,
            "the template 'nowhere/nowhere.html' is missing. Put it back into macros/templates/ or",
        ),
        ("tool", "no-such-tool", "no-such-tool: there is no 'no-such-tool'. Name one that exists, or add it."),
        ("case", "common-vision", "common-vision: the template 'case.html' is missing."),
    ],
)
def test_what_is_missing_stops_the_build_with_a_sentence(
    shower: Shower, template: str, id_: str | None, said: str
) -> None:
    with pytest.raises(Stopped) as caught:
        shower.show("", template, id_)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (
            "listen-page/listen-page.html",
            "vision-statement: the template 'listen-page/listen-page.html' is missing. Put it back",
        ),
        (
            "tool-form/tool-form.js",
            "vision-statement: overrides/widgets/tool-form/tool-form.js is missing. Put it back",
        ),
        ("shared/store.js", "vision-statement: overrides/widgets/shared/store.js is missing. Put it back"),
    ],
)
def test_a_widget_without_one_of_its_parts_stops_the_build(
    framework: Framework, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, said: str
) -> None:
    for folder in ("macros/templates", "overrides/widgets"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "overrides" / "widgets" / part).unlink()
    (tmp_path / "bench").symlink_to(ROOT / "bench")
    for module in (show, stopped):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    with pytest.raises(Stopped, match=re.escape(said)):
        Shower(framework, Brand()).show("tools/vision-statement/", "tool", "vision-statement")


def test_a_kind_of_field_that_no_form_draws_stops_the_build(framework: Framework) -> None:
    tool = framework.tools[0]
    entry = replace(tool.fields[0], kind=cast(FieldKind, "signature"))
    changed = Shower(replace(framework, tools=(replace(tool, fields=(entry,)), *framework.tools[1:])), Brand())
    with pytest.raises(Stopped, match=r"'fields/signature\.html' is missing"):
        changed.show(f"tools/{tool.id}/", "tool", tool.id)


def test_every_field_can_be_filled_in(shower: Shower, framework: Framework) -> None:
    for tool in framework.tools:
        html = shower.show(f"tools/{tool.id}/", "tool", tool.id)
        for field in tool.fields:
            assert f'name="{field.id}' in html, field.id
