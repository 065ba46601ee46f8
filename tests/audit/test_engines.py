"""Each of the three engines opens the guide, and prints it."""

import pytest
from pypdf import PdfReader
from selenium.webdriver import WebKitGTK

from tests.conftest import NewPage
from tests.printing import Printer


def test_firefox_opens_the_guide(new_firefox_page: NewPage, address: str) -> None:
    page = new_firefox_page()
    page.goto(f"{address}/about/")
    assert page.get_by_role("heading", level=1).inner_text() == "About this guide"


def test_webkit_opens_the_guide(webkit: WebKitGTK, address: str) -> None:
    webkit.get(f"{address}/about/")
    assert webkit.find_element("css selector", "h1").text == "About this guide"


def test_each_engine_prints_a_page_as_it_was_filled_in(printer: Printer, address: str) -> None:
    fill = "document.querySelector('tool-form textarea').value = 'Nobody is moved twice'"
    path = printer(f"{address}/tools/vision-statement/", after=fill)
    reader = PdfReader(path)
    for each in reader.pages:
        assert [float(side) for side in each.mediabox[2:]] == pytest.approx([595, 842], abs=1)  # Firefox rounds up
    assert "Nobody is moved twice" in " ".join(each.extract_text() for each in reader.pages)
