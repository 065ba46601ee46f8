"""A visitor to the site in Firefox or WebKit, so that one text tells a journey that is gone in both."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Locator, Page
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

PATIENCE = 60
"""Seconds for which a visitor waits until a page shows what is looked for: Python has to start."""

type Point = tuple[float, float]
"""From the left upper corner of what is seen of the page."""


def tried[Given](task: Callable[[], Given]) -> Given:
    """Try until it works: pages change while they are looked at. Raises what it raised last, when patience ends."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return task()
        except (WebDriverException, LookupError, AssertionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


class Visitor(Protocol):
    """What a person does on a page. Each waits for what it needs, and raises where that doesn't come."""

    def go(self, address: str) -> None:
        """Open an address."""

    def press(self, kind: str, name: str) -> None:
        """Press the first 'button', 'radio' or 'checkbox' that is seen, and whose name begins so."""

    def press_at(self, css: str, place: int = 0) -> None:
        """Press one of the elements that are seen of those that a selector finds."""

    def write(self, label: str, words: str) -> None:
        """Write in the field that is seen and whose label begins so, in place of what stands there."""

    def choose(self, css: str, option: str) -> None:
        """Choose the option of this value in the first list that is seen of those that a selector finds."""

    def key(self, name: str) -> None:
        """Press a key, by its name in the DOM, wherever the focus is."""

    def sees(self, css: str, words: str = "") -> None:
        """Wait until an element is seen that has these words in it."""

    def ask(self, script: str) -> Any:
        """What an expression of JavaScript gives."""

    def drag(self, start: Point, end: Point) -> None:
        """Drag with the mouse."""

    def press_point(self, point: Point) -> None:
        """Press with the mouse."""

    def resize(self, width: int, height: int) -> None:
        """Look at the page on a screen of another size."""

    def hand_in(self, css: str, path: Path) -> None:
        """Choose a file for a field."""


def beginning(name: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(name)}")


class InFirefox:
    """By Playwright, which waits by itself."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE * 1000)

    def go(self, address: str) -> None:
        self.page.goto(address)

    def press(self, kind: str, name: str) -> None:
        self._seen(self.page.get_by_role(kind, name=beginning(name))).click()  # type: ignore[arg-type]  # any role

    def press_at(self, css: str, place: int = 0) -> None:
        self._seen(self.page.locator(css), place).click()

    def write(self, label: str, words: str) -> None:
        field = self._seen(self.page.get_by_label(beginning(label)))
        field.fill("")
        field.press_sequentially(words)

    def choose(self, css: str, option: str) -> None:
        self._seen(self.page.locator(css)).select_option(option)

    def key(self, name: str) -> None:
        self.page.keyboard.press(name)

    def sees(self, css: str, words: str = "") -> None:
        self._seen(self.page.locator(css).filter(has_text=words)).wait_for()

    def ask(self, script: str) -> Any:
        return self.page.evaluate(f"() => ({script})")

    def drag(self, start: Point, end: Point) -> None:
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=5)
        self.page.mouse.up()

    def press_point(self, point: Point) -> None:
        self.page.mouse.click(*point)

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def hand_in(self, css: str, path: Path) -> None:
        self.page.locator(css).set_input_files(path)

    def _seen(self, found: Locator, place: int = 0) -> Locator:
        return found.filter(visible=True).nth(place)


SEEN = """
const plain = (text) => text.replace(/\\s+/g, " ").trim();
const labelled = (each) => (each.getAttribute("aria-labelledby") ?? "").split(" ")
  .map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
const labels = (each) => [...(each.labels ?? [])].map((label) => label.textContent).join(" ");
const named = (each) => plain(each.getAttribute("aria-label") || labelled(each).trim() || labels(each) || each.textContent);
const seen = (css) => [...document.querySelectorAll(css)].filter((each) =>
  each.checkVisibility({ visibilityProperty: true }));
const [css, words, place] = arguments;
"""
BY_NAME = f"{SEEN} return seen(css).filter((each) => named(each).startsWith(words))[place]"
BY_WORDS = f"{SEEN} return seen(css).filter((each) => plain(each.textContent).includes(words))[place]"
LISTEN = """
globalThis.faults = [];
addEventListener("error", (event) => faults.push(event.message));
addEventListener("unhandledrejection", (event) => faults.push(String(event.reason)));
"""
COME_TO_REST = """
const [element, done] = arguments;
element.scrollIntoView({ block: "center", behavior: "instant" });
let before;
const look = () => {
  const { top } = element.getBoundingClientRect();
  if (top === before) return done();
  before = top;
  requestAnimationFrame(() => requestAnimationFrame(look));
};
look();
"""
"""The driver presses where an element was: a page that still moves is waited for."""
KINDS = {
    "button": "button, summary, [role=button]",
    "radio": "input[type=radio]",
    "checkbox": "input[type=checkbox]",
}
FIELDS = "input, select, textarea"
KEYS = {"Enter": Keys.ENTER, "Escape": Keys.ESCAPE, "Tab": Keys.TAB}


class InWebKit:
    """By the driver that Debian has for WebKit, which doesn't wait, and finds nothing by its name."""

    def __init__(self, driver: WebKitGTK) -> None:
        self.driver = driver
        self.faults: list[str] = []

    def go(self, address: str) -> None:
        self.note_faults()
        self.driver.get(address)
        tried(self._loaded)
        self.driver.execute_script(LISTEN)

    def note_faults(self) -> None:
        """Note the errors of the page's scripts. Those from before it had loaded aren't told to anyone."""
        self.faults += self.ask("globalThis.faults ?? []")

    def press(self, kind: str, name: str) -> None:
        tried(lambda: self._press(self._found(BY_NAME, KINDS[kind], name)))

    def press_at(self, css: str, place: int = 0) -> None:
        tried(lambda: self._press(self._found(BY_WORDS, css, "", place)))

    def write(self, label: str, words: str) -> None:
        def type_in() -> None:
            field = self._found(BY_NAME, FIELDS, label)
            self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", field)
            if field == self.driver.switch_to.active_element:
                self.driver.execute_script("arguments[0].select()", field)
            else:
                field.clear()  # the driver then takes the focus away, and a field that was there for a name is gone
            field.send_keys(words)

        tried(type_in)

    def choose(self, css: str, option: str) -> None:
        tried(lambda: Select(self._found(BY_WORDS, css, "")).select_by_value(option))

    def key(self, name: str) -> None:
        ActionChains(self.driver).send_keys(KEYS[name]).perform()

    def sees(self, css: str, words: str = "") -> None:
        tried(lambda: self._found(BY_WORDS, css, words))

    def ask(self, script: str) -> Any:
        return self.driver.execute_script(f"return ({script})")

    def drag(self, start: Point, end: Point) -> None:
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        self._point(start, middle, end)

    def press_point(self, point: Point) -> None:
        self._point(point)

    def resize(self, width: int, height: int) -> None:
        self.driver.set_window_size(width, height)

    def hand_in(self, css: str, path: Path) -> None:
        self.driver.find_element("css selector", css).send_keys(str(path))

    def _loaded(self) -> None:
        """The driver says that a page has loaded before the page's own scripts have run."""
        if self.ask("document.readyState") != "complete":
            raise LookupError(f"{self.driver.current_url} does not come")

    def _found(self, script: str, css: str, words: str, place: int = 0) -> WebElement:
        found = self.driver.execute_script(script, css, words, place)
        if not isinstance(found, WebElement):
            raise LookupError(f"{self.driver.current_url}: nothing seen of {css} with '{words}'")
        return found

    def _press(self, found: WebElement) -> None:
        self.driver.execute_async_script(COME_TO_REST, found)
        found.click()

    def _point(self, start: Point, *way: Point) -> None:
        """Press down at one point, move along others, and let go."""
        move = {"type": "pointerMove", "duration": 50}
        down, *along = ({**move, "x": round(x), "y": round(y)} for x, y in (start, *way))
        press, let_go = ({"type": f"pointer{each}", "button": 0} for each in ("Down", "Up"))
        actions = [down, press, *along, let_go]
        pointer = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions}
        self.driver.execute(Command.W3C_ACTIONS, {"actions": [pointer]})
