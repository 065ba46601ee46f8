"""Templates filled with the framework."""

import pytest
from jinja2 import UndefinedError

from framework.content.model import Framework
from framework.fork.brand import Brand
from macros.show import Shower


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


def test_a_missing_value_stops_the_build(shower: Shower) -> None:
    with pytest.raises(UndefinedError):
        shower.show("", "sections", None)


def test_every_field_can_be_filled_in(shower: Shower, framework: Framework) -> None:
    for tool in framework.tools:
        html = shower.show(f"tools/{tool.id}/", "tool", tool.id)
        for field in tool.fields:
            assert f'name="{field.id}' in html, field.id
