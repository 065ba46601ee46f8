"""The guide without a network: kept whole after one visit, renewed whole or not at all, and opened from a file."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from framework.content.examples import examples, widgets_with_examples
from publish.offline import make_offline
from publish.preview import application, served
from tests.browser.misbehaving import Misbehaving, cut_short, missing
from tests.browser.test_health_check import wait_for_python
from tests.browser.test_python_shared import shared_workers
from tests.conftest import NewPage

KEPT = "All of the guide works without a network, its tools too."
SAVE_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page(service_workers="allow")


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Misbehaving:
    """A copy of the site that a test may change, on a host that it may make misbehave."""
    return Misbehaving(Path(shutil.copytree(site, tmp_path / "copy", ignore=shutil.ignore_patterns("*.br", "*.gz"))))


@pytest.fixture
def copy(host: Misbehaving) -> Iterator[str]:
    with served(host) as address:
        yield address


def wait_until_kept(page: Page, address: str) -> None:
    """Wait as a reader would, who leaves the page open and looks again: keeping begins once a page has settled."""
    page.goto(f"{address}/offline/")
    state = page.locator("[data-state]")
    for _ in range(12):
        page.wait_for_timeout(4_000)
        page.reload()
        expect(state).not_to_be_empty()
        if state.inner_text() == KEPT:
            return
    raise AssertionError(state.inner_text())


def change(host: Misbehaving, before: str, after: str) -> None:
    """Publish a new version of the site, in which one page says something else."""
    page = host.site / "about" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    make_offline(host.site)
    host.good = application(host.site)


def test_after_one_visit_all_works_without_a_network(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    wait_until_kept(page, address)
    page.context.set_offline(True)
    # Pages that were never visited, the search and Python are there all the same.
    page.goto(f"{address}/principles/caring-culture/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Collaborative and caring culture")
    page.goto(f"{address}/principles/common-vision?from=a-message")
    expect(page).to_have_url(f"{address}/principles/common-vision/?from=a-message")
    expect(page.get_by_role("heading", level=1)).to_have_text("Working to a common vision")
    page.get_by_role("button", name="Search", exact=True).click()
    page.keyboard.type("veto")
    expect(page.locator(".search__hit").first).to_be_visible()
    page.goto(f"{address}/check/health/#health.power-dynamics.1")
    page.locator(".step:visible input").first.check()
    page.get_by_role("checkbox", name="Show all on one page").check()
    page.get_by_role("button", name="See the result").click()
    expect(page.locator(".result svg")).to_be_visible(timeout=30_000)
    page.goto(f"{address}/nowhere/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("not here")


ONLINE_ONLY = {"book/"}
"""Pages that are not kept: the whole guide in one piece is for printing, and as long as all the others."""


def test_with_the_network_off_every_page_is_whole(page: Page, address: str, site: Path) -> None:
    """Each page of the site, with its picture, style and script, and each widget with the Python that answers it."""
    paths = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    wanted = [f"{path}/".removeprefix("./") for path in paths if f"{path}/" not in ONLINE_ONLY]
    page.goto(f"{address}/")
    wait_until_kept(page, address)
    page.context.set_offline(True)
    lost: list[str] = []
    page.on("requestfailed", lambda request: lost.append(f"{page.url}: {request.url}"))
    page.on(
        "response", lambda each: lost.append(f"{page.url}: {each.url} {each.status}") if each.status >= 400 else None
    )
    for path in wanted:
        page.goto(f"{address}/{path}")
        expect(page.locator("h1").first).to_be_attached()
    assert not lost
    assert len(wanted) > 70


def test_with_the_network_off_every_question_to_python_is_answered(page: Page, address: str) -> None:
    """The examples of each widget, asked as its page asks them."""
    page.goto(f"{address}/")
    wait_until_kept(page, address)
    page.context.set_offline(True)
    page.goto(f"{address}/check/health/")
    asked = [example for widget in widgets_with_examples() for example in examples(widget).values()]
    answers = page.evaluate(
        """async (asked) => {
            const { ask } = await import(new URL("../../widgets/shared/python.js", location));
            const answers = [];
            for (const each of asked) {
                answers.push(await ask(each).catch((error) => {
                    if (error.constructor.name !== "BadRequest") throw error;
                    return error.message; // some are asked in order to be refused
                }));
            }
            return answers;
        }""",
        asked,
    )
    assert len(answers) == len(asked) > 10
    assert all(answers)


def test_with_the_host_gone_the_pages_of_a_visit_share_one_python(page: Page, host: Misbehaving, copy: str) -> None:
    page.goto(f"{copy}/")
    wait_until_kept(page, copy)
    host.wrong["/"] = missing  # what a worker that is shared asks for, the browser sends even where it is offline
    for path in ("/check/health/", "/check/consensus/"):
        page.goto(copy + path)
        wait_for_python(page)
        assert shared_workers(page, copy) == 1
    other = page.context.new_page()
    other.goto(f"{copy}/check/health/")
    wait_for_python(other)
    assert shared_workers(page, copy) == 1


def test_all_that_reading_searching_and_answering_need_is_kept(site: Path) -> None:
    """A browser finds some of it in its own cache, and hides for ten minutes that it isn't kept."""
    script = (site / "service-worker.js").read_text(encoding="utf-8")
    told = json.loads(script.partition("const SITE = ")[2].partition(";\n")[0])
    assert {"index.html", "404.html", "search/texts.js", "check/health/index.html"} <= set(told["guide"])
    for ending in (".wasm", ".bin", ".asm.js"):
        assert any(name.endswith(ending) for name in told["python"])
    assert not any(name.endswith((".whl", ".zip", ".mjs")) for name in told["python"]), "the image takes their place"
    for name in ("skills-audit.docx", "example/index.html", "example.json"):
        assert f"tools/skills-audit/{name}" in told["python"]
    assert "forms/skills-audit.json" in told["python"]
    assert not any(name.endswith(".docx") for name in told["guide"])  # each visitor gets all of that


def test_a_new_version_is_told_and_taken_whole(page: Page, host: Misbehaving, copy: str) -> None:
    page.goto(f"{copy}/about/")
    wait_until_kept(page, copy)
    heading = page.get_by_role("heading", level=1).first
    page.goto(f"{copy}/about/")
    expect(heading).to_have_text("About this guide")
    change(host, "About this guide</h1>", "About the new guide</h1>")
    page.reload()
    expect(heading).to_have_text("About this guide")  # nothing changes under the reader's hands
    notice = page.get_by_role("button", name="Use it now")
    expect(notice).to_be_visible(timeout=20_000)
    notice.click()
    expect(heading).to_have_text("About the new guide", timeout=20_000)
    expect(notice).to_be_hidden()


def test_a_version_that_does_not_come_whole_is_not_taken(page: Page, host: Misbehaving, copy: str) -> None:
    page.goto(f"{copy}/about/")
    wait_until_kept(page, copy)
    page.goto(f"{copy}/about/")
    change(host, "About this guide</h1>", "About the new guide</h1>")
    host.wrong["about/"] = cut_short
    host.asked.clear()
    page.reload()
    for _ in range(40):
        page.wait_for_timeout(250)
        if any("about/" in path for path in host.asked):
            break
    page.wait_for_timeout(1_500)
    page.reload()
    expect(page.get_by_role("heading", level=1).first).to_have_text("About this guide")
    expect(page.get_by_role("button", name="Use it now")).to_be_hidden()
    names = page.evaluate("caches.keys()")
    assert len([name for name in names if "#guide-" in name]) == 1


def test_where_data_is_saved_the_reader_decides(new_page: NewPage, host: Misbehaving, copy: str) -> None:
    page = new_page(service_workers="allow")
    page.add_init_script(SAVE_DATA)
    page.goto(f"{copy}/offline/")
    expect(page.get_by_text("Nothing is kept yet.")).to_be_visible()
    told = json.loads((host.site / "offline.json").read_text())
    expect(page.locator("[data-room-needed]")).to_contain_text(f"{told['zip'] / 1e6:.1f} MB of data")
    page.wait_for_timeout(2_500)
    assert not any("service-worker" in path or "assets/python" in path for path in host.asked)
    page.get_by_role("button", name="Make this work offline").click()
    expect(page.get_by_text(KEPT)).to_be_visible(timeout=30_000)
    expect(page.get_by_role("button", name="Make this work offline")).to_be_hidden()


def test_a_host_that_fails_while_keeping_is_told(new_page: NewPage, host: Misbehaving, copy: str) -> None:
    page = new_page(service_workers="allow")
    page.add_init_script(SAVE_DATA)
    host.wrong[".bin"] = cut_short
    page.goto(f"{copy}/offline/")
    button = page.get_by_role("button", name="Make this work offline")
    button.click()
    expect(page.get_by_text("It didn't work.")).to_be_visible(timeout=30_000)
    host.wrong.clear()
    button.click()
    expect(page.get_by_text(KEPT)).to_be_visible(timeout=30_000)


def test_the_zip_is_the_site(site: Path) -> None:
    checksum, name = (site / "guide.zip.sha256").read_text().split()
    assert hashlib.sha256((site / name).read_bytes()).hexdigest() == checksum
    with zipfile.ZipFile(site / name) as held:
        names = set(held.namelist())
        assert held.read("guide/index.html") == (site / "index.html").read_bytes()
    assert {"guide/check/health/index.html", "guide/search/texts.js"} <= names
    assert not [name for name in names if name.endswith((".br", ".gz", "guide.zip"))]


@pytest.fixture
def stick(site: Path, tmp_path: Path) -> str:
    """The address of the site on a USB stick, unpacked from its zip."""
    with zipfile.ZipFile(site / "guide.zip") as held:
        held.extractall(tmp_path)
    return (tmp_path / "guide" / "index.html").as_uri()


def test_from_a_file_reading_and_search_are_whole(page: Page, stick: str) -> None:
    page.goto(stick)
    page.get_by_role("link", name="7. Collaborative and caring culture").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Collaborative and caring culture")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Tools").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("All tools")
    page.get_by_role("button", name="Search", exact=True).click()
    page.keyboard.type("burnout")
    first = page.locator(".search__hit a").first
    expect(first).to_be_visible()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Collaborative and caring culture")


def test_from_a_file_widgets_say_what_they_need(page: Page, stick: str) -> None:
    page.goto(stick.replace("index.html", "check/health/index.html"))
    expect(page.get_by_text("This copy was opened from a file.").first).to_be_visible()
    expect(page.locator("health-check fieldset:visible")).to_have_count(32)
    page.goto(stick.replace("index.html", "tools/vision-statement/index.html"))
    expect(page.get_by_text("This copy was opened from a file")).to_be_visible()
