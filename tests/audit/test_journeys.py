"""The main journeys in Firefox and in WebKit, as people go them; `tests/browser/` goes them in Chromium."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, expect
from pypdf import PdfReader
from selenium.webdriver import WebKitGTK

from framework.content.examples import examples
from framework.content.model import Framework
from framework.core.questions import Statement
from framework.tools.power_map.picture import FRAMES, WIDE, Frame
from macros.examples import answered
from publish.preview import served
from tests.audit.visitor import InFirefox, InWebKit, Point, Visitor, tried
from tests.browser.kept import OPEN
from tests.browser.misbehaving import Misbehaving, missing
from tests.browser.test_offline import KEPT
from tests.browser.test_workshop import SHORT, people
from tests.conftest import NewPage, opened_pages
from tests.engines import Settings, started_firefox
from tests.printing import Printer


@pytest.fixture
def host(site: Path) -> Misbehaving:
    """The site without its service worker, which would take all of the guide for each journey."""
    return Misbehaving(site, wrong={"service-worker": missing})


@pytest.fixture
def address(host: Misbehaving) -> Iterator[str]:
    """An address of its own for each journey: a browser keeps nothing of one that another finds."""
    with served(host) as found:
        yield found


@pytest.fixture
def in_firefox(new_firefox_page: NewPage) -> Visitor:
    return InFirefox(new_firefox_page(service_workers="allow"))


@pytest.fixture
def in_webkit(webkit: WebKitGTK) -> Iterator[Visitor]:
    visitor = InWebKit(webkit)
    yield visitor
    visitor.note_faults()
    webkit.get("about:blank")
    assert visitor.faults == []


@pytest.fixture(params=["in_firefox", "in_webkit"])
def visitor(request: pytest.FixtureRequest) -> Visitor:
    """Goes each journey in Firefox, and then in WebKit."""
    found: Visitor = request.getfixturevalue(request.param)
    found.resize(1280, 800)
    return found


def came(downloads: Path) -> Path:
    """The file that a browser has just saved whole."""
    found = [path for path in downloads.glob("*.json") if path.stat().st_size]
    if not found:
        raise LookupError("Nothing was saved")
    return found[0]


def kept(visitor: Visitor) -> dict[str, Any]:
    """All that the open group entered."""
    found: dict[str, Any] = visitor.ask(OPEN)
    return found


def test_search(visitor: Visitor, address: str) -> None:
    visitor.go(f"{address}/about/")
    visitor.press("button", "Search")
    visitor.write("Search the guide", "burnout")
    visitor.sees(".search__hit", "Collaborative and caring culture")
    visitor.key("Enter")
    visitor.sees("h1", "Collaborative and caring culture")


def test_a_principle(visitor: Visitor, address: str) -> None:
    visitor.go(f"{address}/principles/")
    visitor.press_at("main a[href$='power-dynamics/']")
    visitor.sees("h1", "Re-shaping power dynamics")
    visitor.press_at("a.word")
    visitor.sees(".meaning:popover-open")
    visitor.key("Escape")
    assert visitor.ask("document.querySelectorAll('.meaning:popover-open').length") == 0
    visitor.press_at("#check + ul a", 1)
    visitor.sees("[data-step='health.power-dynamics.2']")


def test_a_health_check_to_its_result(visitor: Visitor, address: str) -> None:
    visitor.go(f"{address}/check/health/")
    visitor.press("radio", "A resident")
    answers = {id_: nth % 4 for nth, id_ in enumerate(SHORT)}
    for id_, answer in answers.items():
        visitor.press("button", "Next")
        visitor.press_at(f"[name='{id_}']", answer)
    visitor.press("button", "See the result")
    visitor.sees(".result svg")
    visitor.sees(".result h2", "Start with")
    visitor.sees(".result .leads a")
    assert kept(visitor)["assessment.health"]["answers"] == answers


def test_the_ladder(visitor: Visitor, address: str, framework: Framework) -> None:
    decision = examples("ladder-quiz")["project"]["decisions"][0]
    visitor.go(f"{address}/check/ladder/")
    visitor.write("Which decision?", decision["name"])
    visitor.press("checkbox", "Show all on one page")
    visitor.press_at(f"[name=claim][value='{decision['claim']}']")
    for id_, answer in decision["answers"].items():
        visitor.press_at(f"[name='{id_}'][value='{answer}']")
    visitor.press("button", "See the result")
    visitor.sees(".result h2", "Called Partnership. It is Consultation.")
    said = answered(framework, "ladder-quiz", "project")["description"]
    assert visitor.ask("document.querySelector('.result [data-picture] desc').textContent") == said


def test_the_precepts_from_two_sides(visitor: Visitor, address: str, framework: Framework) -> None:
    precepts = next(each for each in framework.assessments if each.id == "precepts").statements
    visitor.go(f"{address}/check/precepts/")
    visitor.press("radio", "Residents")
    visitor.press("button", "Next")
    answer_each(visitor, precepts, 3, "We read it in the paper.")
    visitor.sees(".result h2", "One side is done")
    visitor.press("button", "The organisation answer now")
    answer_each(visitor, precepts, 0, "We always came back.")
    visitor.sees(".side-by-side", "3 steps apart")
    for why in ("We read it in the paper.", "We always came back."):
        visitor.sees(".side-by-side q", why)


def answer_each(visitor: Visitor, statements: Sequence[Statement], place: int, why: str) -> None:
    """Give the same answer to each statement, and say why at the last."""
    for each in statements:
        visitor.press_at(f"[name='{each.id}']", place)
        if each is not statements[-1]:
            visitor.press("button", "Next")
    visitor.write("What makes you say so?", why)
    visitor.press("button", "We are done")


def test_a_consensus(visitor: Visitor, address: str) -> None:
    example = examples("consensus-check")["new-lifts"]
    visitor.go(f"{address}/check/consensus/")
    visitor.write("The proposal, word for word", example["proposal"])
    visitor.write("How often tested", str(example["test"]))
    visitor.press_at(f"[name=rule][value='{example['rule']}']")
    for place, person in enumerate(example["people"]):
        row = f".person:nth-child({place + 1})"
        if not visitor.ask(f"document.querySelectorAll('.person').length > {place}"):
            visitor.press("button", "Add a person")
        visitor.press_at(f"{row} [value='{person['position']}']")
        visitor.choose(f"{row} select", person["side"])
    visitor.press("button", "What follows?")
    visitor.sees(".result h2", "Agreed, with doubts")
    visitor.press("button", "Keep it in the decision log")
    visitor.sees(".log-entry", example["proposal"][:40])


def spot(visitor: Visitor, power: float, affected: float, frame: Frame) -> Point:
    """Where marks are on the screen, with the map in its middle."""
    left, top, width, height = visitor.ask(
        """(() => {
          const svg = document.querySelector('.power-map-canvas');
          svg.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { left, top, width, height } = svg.getBoundingClientRect();
          return [left, top, width, height];
        })()"""
    )
    x, y = frame.point(power, affected)
    return left + x * width / frame.width, top + y * height / frame.height


def begin_a_map(visitor: Visitor, address: str) -> None:
    """Put one stakeholder on a new map."""
    visitor.go(f"{address}/tools/power-map/work/")
    visitor.press("button", "Start your own map")
    visitor.press("button", "Add someone")
    visitor.write("Role or group", "Youth club")
    visitor.key("Tab")


def stands(visitor: Visitor) -> tuple[float, float]:
    """The power of the one on the map, and how far it is affected."""
    (phase,) = kept(visitor)["power-map"]["map"]["phases"]
    (place,) = phase["places"].values()
    return place["power"], place["affected"]


def comes_to(visitor: Visitor, power: float, affected: float) -> None:
    def stands_there() -> None:
        assert stands(visitor) == pytest.approx((power, affected), abs=0.1)

    tried(stands_there)


def test_the_power_map_by_mouse(visitor: Visitor, address: str) -> None:
    begin_a_map(visitor, address)
    visitor.drag(spot(visitor, *stands(visitor), WIDE), spot(visitor, 4, 2, WIDE))
    comes_to(visitor, 4, 2)


def test_the_power_map_on_a_phone(visitor: Visitor, address: str) -> None:
    """By presses: no driver of these engines has a finger, and dragging by one is not tried here."""
    visitor.resize(390, 800)
    begin_a_map(visitor, address)
    narrow = FRAMES["narrow"]
    visitor.press_point(spot(visitor, *stands(visitor), narrow))
    visitor.press("button", "Chosen")
    visitor.sees("[data-chosen] h2", "Youth club")
    visitor.press("button", "Press its place")
    visitor.press_point(spot(visitor, 4, 2, narrow))
    comes_to(visitor, 4, 2)
    visitor.press("button", "Chosen")
    visitor.press("button", "Less power")
    comes_to(visitor, 3.5, 2)


def test_a_form_keeps_what_is_typed(visitor: Visitor, address: str) -> None:
    visitor.go(f"{address}/tools/vision-statement/#form")
    visitor.write("Why us, and why now?", "The lifts & <b>")
    visitor.write("What cannot move, row 2", "No decant before a home is ready")
    visitor.sees("tool-form .saved", "Saved on this device")
    visitor.go(f"{address}/")
    visitor.go(f"{address}/tools/vision-statement/#form")
    values = visitor.ask(
        "[...document.querySelectorAll('tool-form textarea, tool-form input')].map(({value}) => value)"
    )
    assert {"The lifts & <b>", "No decant before a home is ready"} < set(values)


def test_a_copy_is_saved_and_opened_on_another_device(
    visitor: Visitor, address: str, host: Misbehaving, downloads: Path
) -> None:
    for earlier in downloads.glob("*.json"):
        earlier.unlink()
    visitor.go(f"{address}/tools/vision-statement/#form")
    visitor.write("Why us, and why now?", "The lifts")
    visitor.sees("tool-form .saved", "Saved on this device")
    visitor.press("button", "Save a copy")
    copy = tried(lambda: came(downloads))
    with served(host) as other:
        visitor.go(f"{other}/workspace/")
        assert kept(visitor) is None
        visitor.hand_in("[data-file]", copy)
        visitor.press("button", "Open it")
        visitor.sees("[data-status]", "is open")
        visitor.go(f"{other}/tools/vision-statement/#form")
        assert "The lifts" in visitor.ask(
            "[...document.querySelectorAll('tool-form textarea')].map(({value}) => value)"
        )


BUTTON_IN_SIGHT = """(() => {
  const buttons = [...document.querySelectorAll('.steps-buttons button')].filter((each) => each.checkVisibility());
  return buttons.every((each) => each.getBoundingClientRect().bottom <= innerHeight);
})()"""
"""Whether the buttons that lead on are on the screen."""


def test_a_workshop_from_a_phone_to_the_screen(visitor: Visitor, address: str, tmp_path: Path) -> None:
    visitor.resize(320, 568)
    visitor.go(f"{address}/check/health/#workshop-short")
    visitor.press("button", "Next")
    visitor.sees("[data-missing]", "Choose who you are first")
    visitor.press("radio", "A resident")
    for id_ in SHORT:
        visitor.press("button", "Next")
        visitor.press_at(f"[name='{id_}']")
        assert visitor.ask(BUTTON_IN_SIGHT), id_
    visitor.press("button", "Make my code")
    visitor.sees("answer-code .qr")
    first = visitor.ask("document.querySelector('[data-code]').textContent")
    visitor.press("button", "Change who you are in this")
    visitor.press("radio", "The organisation")
    visitor.press("button", "Next")
    visitor.sees("[data-status]", "Your code has changed")
    code = visitor.ask("document.querySelector('[data-code]').textContent")
    assert code[:5] == first[:5] != code

    visitor.resize(1280, 800)
    visitor.go(f"{address}/workshop/")
    visitor.press("button", "Open the workshop")
    visitor.sees(".join .qr")
    visitor.write("Type or paste", code)
    visitor.press("button", "Take in")
    visitor.sees("[data-accepted]", "Taken in")
    others = tmp_path / "codes.txt"
    others.write_text(people(("resident", 3, 0), ("organisation", 2, 3)), encoding="utf-8")
    visitor.hand_in("[data-files]", others)
    visitor.sees(".count:nth-child(2) .count__number", "3")
    visitor.press("button", "Reveal")
    visitor.sees("[data-result] h2", "You see these differently")
    visitor.sees("[data-result] svg")
    visitor.press("button", "Talk about the widest gap")
    visitor.write("We will", "Meet on the estate")
    visitor.press("button", "Write it down")
    visitor.sees("[data-agreed]", "Meet on the estate")
    visitor.press("button", "4. Record")
    visitor.sees("[data-record]", "Meet on the estate")


def test_offline(visitor: Visitor, host: Misbehaving) -> None:
    host.wrong.clear()
    with served(host) as address:
        visitor.go(f"{address}/offline/")
        visitor.press("button", "Make this work offline")
        visitor.sees("[data-state]", KEPT)
    # The host is gone. Pages that were never visited, the search and Python are there all the same.
    visitor.go(f"{address}/principles/caring-culture/")
    visitor.sees("h1", "Collaborative and caring culture")
    visitor.go(f"{address}/principles/common-vision")
    visitor.sees("h1", "Working to a common vision")
    visitor.press("button", "Search")
    visitor.write("Search the guide", "veto")
    visitor.sees(".search__hit")
    visitor.go(f"{address}/check/health/#health.power-dynamics.1")
    visitor.press_at("[data-step='health.power-dynamics.1'] input")
    visitor.press("checkbox", "Show all on one page")
    visitor.press("button", "See the result")
    visitor.sees(".result svg")


def test_where_firefox_may_keep_nothing_the_page_about_it_says_so(
    playwright: Playwright, downloads: Path, address: str
) -> None:
    cookies_refused: Settings = {"network.cookie.cookieBehavior": 2}
    with (
        started_firefox(playwright, downloads, cookies_refused) as firefox,
        opened_pages(firefox) as open_page,
    ):
        page = open_page(service_workers="allow")
        page.goto(f"{address}/offline/")
        expect(page.locator("[data-state]")).to_contain_text("This browser can't keep the guide")


def printed(path: Path) -> str:
    """The words of a PDF, whose sheets are A4."""
    sheets = PdfReader(path).pages
    for each in sheets:
        assert [float(side) for side in each.mediabox[2:]] == pytest.approx([595, 842], abs=1)  # Firefox rounds up
    return " ".join(" ".join(each.extract_text().split()) for each in sheets)


def test_print_a_form_as_it_was_filled_in(printer: Printer, address: str) -> None:
    fill = "document.querySelector('tool-form textarea').value = 'Nobody is moved twice'"
    assert "Nobody is moved twice" in printed(printer(f"{address}/tools/vision-statement/", after=fill))


def test_print_a_result(printer: Printer, address: str) -> None:
    press = """
        document.querySelector("[name='health.power-dynamics.1']").click();
        document.querySelector("[data-finish]").click();
    """
    path = printer(f"{address}/check/health/", after=press, ready="document.querySelector('.result svg')")
    assert "Start with Re-shaping power dynamics" in printed(path)
