"""What the tests of what the browser runs lean on."""

import pytest

from framework.content.model import Framework
from framework.core.guide import Guide
from framework.published import browser_json


@pytest.fixture(scope="session")
def guide(framework: Framework) -> Guide:
    """The guide as a page's Python has it."""
    return Guide(browser_json(framework))
