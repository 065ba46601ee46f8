"""What may keep a person out of a page, looked for on the page as it stands. Each function returns what it found."""

import base64
from typing import Any

from playwright.sync_api import Page

from framework.fork.contrast import MARK, TEXT

OUTSIDE = """() => {
    const {scrollWidth, clientWidth} = document.scrollingElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
        (each) => each.checkVisibility() && each.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth} px wide on ${clientWidth} px: ${wide.slice(0, 3).map((each) => each.outerHTML.slice(0, 120))}`];
}"""
CUT = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((each) => {
    const {overflowX, clipPath, textOverflow} = getComputedStyle(each);
    return each.checkVisibility() && each.children.length === 0 && each.textContent.trim() && clipPath === "none"
        && (overflowX === "hidden" || overflowX === "clip" || textOverflow === "ellipsis")
        && each.scrollWidth > each.clientWidth + 1;
}).map((each) => `cut: ${each.outerHTML.slice(0, 160)}`)"""
STOP = """() => {
    const on = document.activeElement;
    if (!on || on === document.body) return null;
    const box = on.getBoundingClientRect();
    const seen = on.closest("label, .option") ?? on;
    const around = seen.getBoundingClientRect();
    const inView = (rect) => rect.width > 0 && rect.height > 0 && rect.right > 0 && rect.bottom > 0
        && rect.left < innerWidth && rect.top < innerHeight;
    const x = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2;
    const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
    const top = document.elementFromPoint(x, y);
    return {
        html: on.outerHTML.slice(0, 160),
        isBefore: Boolean(document.querySelector("#content").compareDocumentPosition(on) & Node.DOCUMENT_POSITION_PRECEDING),
        inView: inView(box) || inView(around),
        uncovered: Boolean(top && (on.contains(top) || top.contains(on) || seen.contains(top))),
        again: on.dataset.seenByTest === "yes",
        mark: (on.dataset.seenByTest = "yes"),
    };
}"""
TARGETS = """(least) => [...document.querySelectorAll(
    "#content :is(button, summary, select, textarea, label:has(input), input:not(label input, [type=hidden]))")]
    .filter((each) => each.checkVisibility() && each.closest("#content *:not(article)")?.closest("health-check, tool-form, tool-finder, offline-guide, form"))
    .map((each) => ({box: each.getBoundingClientRect(), html: each.outerHTML.slice(0, 160)}))
    .filter(({box}) => box.width < least - 0.5 || box.height < least - 0.5)
    .map(({box, html}) => `${Math.round(box.width)} by ${Math.round(box.height)} px: ${html}`)"""
MOVING = """() => [...document.querySelectorAll("*")].filter((each) => {
    const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(each);
    return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
}).map((each) => `moves: ${each.outerHTML.slice(0, 120)}`)"""
CONTRAST = """async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {width: image.width, height: image.height});
    const draw = canvas.getContext("2d");
    draw.drawImage(image, 0, 0);
    const {data} = draw.getImageData(0, 0, image.width, image.height);
    const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    let [least, most] = [1, 0];
    for (let at = 0; at < data.length; at += 4) {
        const [red, green, blue] = [0, 1, 2].map((part) => linear(data[at + part] / 255));
        const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        least = Math.min(least, light);
        most = Math.max(most, light);
    }
    return (most + 0.05) / (least + 0.05);
}"""


def wider_than_the_screen(page: Page) -> list[str]:
    """Whether the page can be scrolled sideways, and what makes it so."""
    found: list[str] = page.evaluate(OUTSIDE)
    return found


def cut_off(page: Page) -> list[str]:
    """Words that do not fit into what holds them, and are hidden there."""
    found: list[str] = page.evaluate(CUT)
    return found


def too_small(page: Page, least: int) -> list[str]:
    """What one taps in a form that is smaller than `least` CSS pixels on a side."""
    found: list[str] = page.evaluate(TARGETS, least)
    return found


def moving(page: Page) -> list[str]:
    """What moves, or would move when it changes."""
    found: list[str] = page.evaluate(MOVING)
    return found


def stops(page: Page, most: int) -> list[dict[str, Any]]:
    """Where the Tab key stops, from the top of the page until its end or until `most` stops.

    Ask for reduced motion: a page that still scrolls shows nothing where it will stand.
    """
    found: list[dict[str, Any]] = []
    while len(found) < most:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["again"]:
            break
        found.append(stop)
    return found


def poor_stops(found: list[dict[str, Any]]) -> list[str]:
    """The stops of the Tab key that a person could not see."""
    return [
        f"off the screen: {stop['html']}" if not stop["inView"] else f"covered: {stop['html']}"
        for stop in found
        if not (stop["inView"] and stop["uncovered"])
    ]


def unmarked_focus(page: Page, most: int) -> list[str]:
    """What looks the same whether it has the keyboard's focus or not: the screen is compared, with focus and without."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["again"]:
            break
        focused = page.screenshot()
        page.evaluate("window.heldByTest = document.activeElement, document.activeElement.blur()")
        if page.screenshot() == focused:
            found.append(f"focus is not seen: {stop['html']}")
        page.evaluate("window.heldByTest.focus({preventScroll: true, focusVisible: true})")
    return found


def flat_pictures(page: Page, blank: Page) -> list[str]:
    """Drawings, and words in them, that hardly stand out. `blank` is an empty page, on which pictures are measured."""
    found = []
    for part in page.locator("svg:visible, svg text:visible").all():
        is_words = part.evaluate("part => part.tagName === 'text'")
        if (ratio := blank.evaluate(CONTRAST, _as_text(part.screenshot()))) < (TEXT if is_words else MARK):
            found.append(f"contrast {ratio:.1f}: {part.evaluate('part => part.outerHTML.slice(0, 160)')}")
    return found


def _as_text(png: bytes) -> str:
    return base64.b64encode(png).decode()


def heard(page: Page) -> list[dict[str, Any]]:
    """The accessibility tree, as a screen reader gets it, in order: each node with its role, name and level."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    known = {node["nodeId"]: node for node in nodes}
    found, waiting = [], [nodes[0]["nodeId"]]
    while waiting:
        node = known.get(waiting.pop())
        if node is None:
            continue
        waiting += reversed(node.get("childIds", []))
        if not node.get("ignored"):
            level = next((each["value"]["value"] for each in node.get("properties", []) if each["name"] == "level"), 0)
            name = node.get("name", {}).get("value", "")
            found.append({"role": node.get("role", {}).get("value", ""), "name": name, "level": level})
    return found


CONTROLS = ("button", "link", "textbox", "radio", "checkbox", "combobox", "searchbox", "spinbutton", "slider", "Date")


def poorly_heard(page: Page) -> list[str]:
    """What would puzzle someone who hears the page: landmarks, headings and names."""
    nodes = heard(page)
    found = []
    for landmark in ("banner", "main", "contentinfo"):
        if (count := sum(node["role"] == landmark for node in nodes)) != 1:
            found.append(f"{count} landmarks '{landmark}', where one should be")
    names = [node["name"] for node in nodes if node["role"] == "navigation"]
    if len(names) != len(set(names)) or "" in names:
        found.append(f"navigations that can't be told apart: {names}")
    levels = [(int(node["level"]), node["name"]) for node in nodes if node["role"] == "heading"]
    if [level for level, _ in levels].count(1) != 1:
        found.append(f"{[level for level, _ in levels].count(1)} headings of the first level")
    before = 0
    for level, name in levels:
        if level > before + 1:
            found.append(f"heading '{name}' has level {level} after level {before}")
        before = level
    found += [
        f"a {node['role']} with no name" for node in nodes if node["role"] in CONTROLS and not node["name"].strip()
    ]
    found += [
        "a picture with no name" for node in nodes if node["role"] in ("image", "img") and not node["name"].strip()
    ]
    return found
