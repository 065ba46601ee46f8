"""Nothing leaves the site's own host, and nothing breaks its security policy."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.misbehaving import ALONE

PAGES = ["/", "/principles/power-dynamics/", "/tools/", "/tools/terms-of-reference/", "/check/health/", "/glossary/"]
PAGES += ["/precepts/", "/case-studies/", "/privacy/", "/404.html"]


@pytest.mark.parametrize("path", PAGES)
def test_every_request_stays_on_the_site(page: Page, address: str, path: str) -> None:
    asked: list[str] = []
    refused: list[str] = []
    page.add_init_script(ALONE)
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(address + path)
    if path == "/check/health/":
        expect(page.locator("html[data-python=ready]")).to_be_attached(timeout=30_000)
    page.wait_for_load_state("networkidle")
    elsewhere = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert elsewhere == []
    assert refused == []


def test_no_cookie_is_set(page: Page, address: str) -> None:
    page.goto(f"{address}/check/health/")
    assert page.context.cookies() == []


def test_every_page_can_be_opened(page: Page, address: str, site: Path) -> None:
    broken: list[str] = []
    page.on(
        "console", lambda message: broken.append(f"{page.url}: {message.text}") if message.type == "error" else None
    )
    for path in sorted(site.rglob("index.html")):
        page.goto(f"{address}/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/"))
    assert broken == []
