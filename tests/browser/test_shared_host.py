"""Several sites may stand on one host name, each under its own path: none meddles with what another keeps there."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from publish.preview import App, application, served
from tests.browser.test_offline import KEPT, SAVE_DATA
from tests.conftest import NewPage

PAPER = "getComputedStyle(document.body).backgroundColor"
OLD_KEY = "look"
"""Where versions before this one kept the colour scheme, for all sites of a host at once."""


def under(app: App, *folders: str) -> App:
    """A host that serves the same site under several paths."""

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = str(environ["PATH_INFO"])
        folder = next((each for each in folders if path.startswith(f"/{each}/")), "")
        return app({**environ, "PATH_INFO": path.removeprefix(f"/{folder}") if folder else path}, start)

    return answer


@pytest.fixture
def host(site: Path) -> Iterator[str]:
    """The address of a host with the same site under /one/ and /two/."""
    with served(under(application(site), "one", "two")) as address:
        yield address


def test_each_site_has_its_own_colour_scheme(page: Page, host: str) -> None:
    page.goto(f"{host}/two/about/")
    light = page.evaluate(PAPER)
    page.goto(f"{host}/one/about/")
    page.get_by_role("button", name="Dark").click()
    dark = page.evaluate(PAPER)
    assert dark != light
    page.goto(f"{host}/two/about/")
    assert page.evaluate(PAPER) == light
    page.goto(f"{host}/one/")
    assert page.evaluate(PAPER) == dark


def test_a_colour_scheme_that_was_chosen_before_is_not_lost(page: Page, host: str) -> None:
    page.goto(f"{host}/one/about/")
    light = page.evaluate(PAPER)
    page.evaluate(f"localStorage.setItem('{OLD_KEY}', 'dark')")
    page.goto(f"{host}/one/about/")
    dark = page.evaluate(PAPER)
    assert dark != light
    page.goto(f"{host}/two/about/")
    assert page.evaluate(PAPER) == dark
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(PAPER) == light
    page.goto(f"{host}/one/about/")
    assert page.evaluate(PAPER) == dark
    page.goto(f"{host}/two/about/")
    assert page.evaluate(PAPER) == light


def test_without_a_network_a_site_answers_from_its_own_caches_alone(new_page: NewPage, host: str) -> None:
    page = new_page(service_workers="allow")
    page.add_init_script(SAVE_DATA)
    page.goto(f"{host}/one/offline/")
    page.get_by_role("button", name="Make this work offline").click()
    expect(page.get_by_text(KEPT)).to_be_visible(timeout=30_000)
    found = page.evaluate(
        """async () => {
          const address = new URL("../framework.json", location).href;
          const theirs = await caches.open("/#of another site");
          await theirs.put(address, new Response("theirs"));
          return (await fetch(address)).text();
        }"""
    )
    assert found.startswith("{")
