"""Each way of working on a picture ends in the same form in Firefox too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import test_process_canvas as process
from tests.browser import test_theory_canvas as theory
from tests.browser import test_three_horizons as horizons
from tests.browser import test_tool_canvas as governance
from tests.conftest import opened_pages


@pytest.fixture(scope="module")
def page(firefox: Browser) -> Iterator[Page]:
    """One page for all: Python's files are fetched once."""
    with opened_pages(firefox) as open_page:
        yield open_page(viewport={"width": 1280, "height": 900})


@pytest.mark.parametrize("way", list(governance.WAYS))
def test_an_arrow_of_the_governance_diagram(page: Page, address: str, way: str) -> None:
    governance.test_each_way_of_drawing_an_arrow_ends_in_the_same_entries(page, address, way)


@pytest.mark.parametrize("way", list(theory.WAYS))
def test_an_arrow_of_a_theory_of_change(page: Page, address: str, way: str) -> None:
    theory.test_each_way_of_drawing_an_arrow_ends_in_the_same_entries(page, address, way)


@pytest.mark.parametrize("way", list(process.WAYS))
def test_a_decision_of_a_process_map(page: Page, address: str, way: str) -> None:
    process.test_each_way_of_moving_a_decision_ends_in_the_same_entries(page, address, way)


@pytest.mark.parametrize("way", list(horizons.WAYS))
def test_a_note_of_three_horizons(page: Page, address: str, way: str) -> None:
    horizons.test_each_way_of_moving_a_note_ends_in_the_same_form_and_is_undone(page, address, way)
