"""What the tests lean on: the real data, the real built site, a server as a good host has, and real browsers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from selenium.webdriver import WebKitGTK

from framework.content.check import checked
from framework.content.model import Framework
from publish.chromium import FLAGS, chromium
from publish.preview import application, served
from tests.built_site import built, built_in_languages
from tests.engines import started_firefox, started_screen, started_webkit
from tests.printing import ENGINES, Printer, playwright_printer, webkit_printer

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def framework() -> Framework:
    """The whole framework, as it is published."""
    return checked()


@pytest.fixture(scope="session")
def site() -> Path:
    """The site, built and compressed. All workers share it: nothing may be written there."""
    return built()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the built site, served as `make preview` does."""
    with served(application(site)) as found:
        yield found


@pytest.fixture(scope="session")
def site_in_languages() -> Path:
    """The site in all its languages, not compressed. All workers share it: nothing may be written there."""
    return built_in_languages()


@pytest.fixture(scope="session")
def address_in_languages(site_in_languages: Path) -> Iterator[str]:
    """The address of the site in all its languages."""
    with served(application(site_in_languages)) as found:
        yield found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, which drives the browser."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A real Chromium."""
    running = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
    yield running
    running.close()


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that what Firefox and WebKit download comes into."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def firefox(playwright: Playwright, downloads: Path) -> Iterator[Browser]:
    """A real Firefox."""
    with started_firefox(playwright, downloads) as running:
        yield running


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """The name of a screen for WebKit to show itself on."""
    with started_screen() as name:
        yield name


@pytest.fixture(scope="session")
def webkit(screen: str, downloads: Path) -> Iterator[WebKitGTK]:
    """A real WebKit, as Safari and each browser of an iPad have it."""
    with started_webkit(screen, downloads) as running:
        yield running


@pytest.fixture(scope="session", params=ENGINES)
def printer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Printer]:
    """Prints pages, in each engine in turn."""
    folder = tmp_path_factory.mktemp(f"printed-in-{request.param}")
    if request.param == "webkit":
        made = webkit_printer(request.getfixturevalue("screen"), folder)
    else:
        engine = {"chromium": "browser", "firefox": "firefox"}[request.param]
        made = playwright_printer(request.getfixturevalue(engine), folder)
    with made as found:
        yield found


type NewPage = Callable[..., Page]


@contextmanager
def opened_pages(browser: Browser) -> Iterator[NewPage]:
    """Opens pages, each in a browser of its own. A script error on any of them fails the test.

    The service worker stays away, which would take all of the guide for each page: where it is what is tested, ask for
    `service_workers="allow"`.
    """
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open_page(**options: object) -> Page:
        context = browser.new_context(**{"service_workers": "block", **options})  # type: ignore[arg-type]  # each option has a type of its own
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not errors


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens pages in Chromium, as `opened_pages` tells."""
    with opened_pages(browser) as open_page:
        yield open_page


@pytest.fixture
def new_firefox_page(firefox: Browser) -> Iterator[NewPage]:
    """Opens pages in Firefox, as `opened_pages` tells."""
    with opened_pages(firefox) as open_page:
        yield open_page


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page in a browser as large as a small laptop's."""
    return new_page(viewport={"width": 1280, "height": 800})
