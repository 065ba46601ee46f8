"""What may keep a person out of a page, looked for on the page as it stands. Each function returns what it found."""

from collections.abc import Iterable, Iterator
from typing import Any

from playwright.sync_api import CDPSession, Page

from framework.fork.contrast import MARK, TEXT

ALONE = "health-check[data-workshop], .workshop-room__page, .power-map__page, .tool-canvas__page"
BARE = f"() => Boolean(document.querySelector('{ALONE}'))"
"""Whether a page has but one thing on it: that of a phone in a workshop, for the room's wall, the map and a canvas."""
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
STOP = """async () => {
    // what the page drew anew just now may have moved the focus: the browser brings it back with the next frame
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const own = ["href", "id", "for", "name", "value", "title", "aria-label", "aria-labelledby", "aria-describedby",
        "aria-controls", "data-id", "data-word", "data-seen-by-test"];
    const like = (part) => part === document.documentElement ? "" : `${part.tagName} ${[...part.attributes]
        .filter(({name}) => !own.includes(name)).map(({name, value}) => `${name}=${value}`)} < ${like(part.parentElement)}`;
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
        like: like(on),
        again: on.dataset.seenByTest === "yes",
        mark: (on.dataset.seenByTest = "yes"),
    };
}"""
AROUND = """() => {
    const on = document.activeElement;
    const boxes = [on, on.closest("label, .option"), ...(on.labels ?? [])].filter(Boolean)
        .map((part) => part.getBoundingClientRect()).filter(({width, height}) => width > 0 && height > 0);
    const [left, top] = ["left", "top"].map((side) => Math.max(0, Math.min(...boxes.map((box) => box[side])) - 16));
    const [right, bottom] = [["right", innerWidth], ["bottom", innerHeight]].map(([side, most]) =>
        Math.min(most, Math.max(...boxes.map((box) => box[side])) + 16));
    return right > left && bottom > top
        ? {x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top, scale: 1} : null;
}"""
"""The part of the page in which a person would look for the focus: the element, its label, and a ring about them."""
NO_CARET = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { caret-color: transparent !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
"""It blinks, so that no two pictures of a field need be the same."""
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
PARTS = """async (svg) => {
    svg.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
    await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    const parts = [svg, ...svg.querySelectorAll("svg, text")].filter((part) => part.checkVisibility({visibilityProperty: true}))
        .map((part) => ({box: part.getBoundingClientRect(), isWords: part.tagName === "text", html: part.outerHTML.slice(0, 160)}))
        .filter(({box}) => box.width > 0 && box.height > 0);
    const [left, top] = ["left", "top"].map((side) => Math.floor(Math.min(...parts.map(({box}) => box[side]))));
    const [right, bottom] = ["right", "bottom"].map((side) => Math.ceil(Math.max(...parts.map(({box}) => box[side]))));
    return {
        clip: {x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top, scale: 1},
        parts: parts.map(({box, isWords, html}) => ({isWords, html, box: [
            Math.floor(box.left) - left, Math.floor(box.top) - top, Math.ceil(box.width), Math.ceil(box.height)]})),
    };
}"""
"""A picture, brought into view: its place on the page; and it, and each word in it, with their places in the picture."""
CONTRAST = """async ([png, boxes]) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {width: image.width, height: image.height});
    const draw = canvas.getContext("2d", {willReadFrequently: true});
    draw.drawImage(image, 0, 0);
    const linear = Array.from({length: 256}, (_, part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return boxes.map((box) => {
        const {data} = draw.getImageData(...box);
        let [least, most] = [1, 0];
        for (let at = 0; at < data.length; at += 4) {
            const light = 0.2126 * linear[data[at]] + 0.7152 * linear[data[at + 1]] + 0.0722 * linear[data[at + 2]];
            least = Math.min(least, light);
            most = Math.max(most, light);
        }
        return (most + 0.05) / (least + 0.05);
    });
}"""
"""How far the lightest and the darkest spot of each part of a picture stand apart."""


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


def stops(page: Page, most: int) -> Iterator[dict[str, Any]]:
    """Where the Tab key stops, from the top of the page until its end or until `most` stops. Each is asked for as it is.

    Ask for reduced motion: a page that still scrolls shows nothing where it will stand.
    """
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["again"]:
            break
        yield stop


def poor_stops(found: Iterable[dict[str, Any]]) -> list[str]:
    """The stops of the Tab key that a person could not see."""
    return [
        f"off the screen: {stop['html']}" if not stop["inView"] else f"covered: {stop['html']}"
        for stop in found
        if not (stop["inView"] and stop["uncovered"])
    ]


def poor_or_unmarked_stops(page: Page, most: int, seen: set[str], all_seen: bool = True) -> list[str]:
    """The stops of the Tab key that look the same whether they have the focus or not; and with `all_seen`, on the same
    way, those that a person could not see.

    The screen about each is compared, with and without. Looked at is what `seen` has none of yet: of elements that every
    selector takes for the same, one is enough.
    """
    found = []
    page.evaluate(NO_CARET)
    session = page.context.new_cdp_session(page)
    for stop in stops(page, most):
        found += poor_stops([stop]) if all_seen else []
        if stop["like"] in seen:
            continue
        seen.add(stop["like"])
        around = page.evaluate(AROUND)
        focused = _shot(session, around)
        page.evaluate("window.heldByTest = document.activeElement, document.activeElement.blur()")
        if not focused or _shot(session, around) == focused:
            found.append(f"focus is not seen: {stop['html']}")
        page.evaluate("window.heldByTest.focus({preventScroll: true, focusVisible: true})")
    session.detach()
    return found


def _shot(session: CDPSession, part: dict[str, float] | None) -> str:
    """A picture of a part of the page, as text; empty where no part of it is on the screen.

    Playwright's own puts a style into the page for each and takes it out again, which takes twice as long as the rest.
    """
    told = {"format": "png", "optimizeForSpeed": True, "clip": part}
    return str(session.send("Page.captureScreenshot", told)["data"]) if part else ""


def flat_pictures(page: Page, blank: Page) -> list[str]:
    """Drawings, and words in them, that hardly stand out. `blank` is an empty page, on which pictures are measured.

    The window is made so tall that each picture is on the screen at once: one shot then serves all the words in it.
    """
    page.set_viewport_size({"width": 1280, "height": 1600})
    found = []
    session = page.context.new_cdp_session(page)
    for picture in page.locator("svg:not(svg svg):visible").all():
        drawn = picture.evaluate(PARTS)
        parts = drawn["parts"]
        ratios = blank.evaluate(CONTRAST, [_shot(session, drawn["clip"]), [part["box"] for part in parts]])
        for part, ratio in zip(parts, ratios, strict=True):
            if ratio < (TEXT if part["isWords"] else MARK):
                found.append(f"contrast {ratio:.1f}: {part['html']}")
    session.detach()
    return found


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
    for landmark in ("main",) if page.evaluate(BARE) else ("banner", "main", "contentinfo"):
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
