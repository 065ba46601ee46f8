"""Words in drawn pictures that have not the room they need, looked for on the page as it stands."""

from playwright.sync_api import Page

WITHOUT_ROOM = """() => {
    const found = [];
    const named = (text) => `'${text.textContent.trim()}'`;
    for (const picture of document.querySelectorAll("svg")) {
        const words = [...picture.querySelectorAll("text")]
            .filter((text) => text.checkVisibility({visibilityProperty: true}) && text.textContent.trim());
        if (!words.length) continue;
        const edge = picture.getBoundingClientRect();
        const spare = Math.max(1, 1.5 * edge.width / (picture.viewBox.baseVal.width || edge.width));  // beside a letter
        const boxes = words.map((text) => {
            const {left, right, top, bottom} = text.getBoundingClientRect();
            const over = (bottom - top) * 0.3;  // a line has more room above and below its letters than they need
            return {left, right, top: top + over / 2, bottom: bottom - over / 2};
        });
        for (const [at, box] of boxes.entries()) {
            const beyond = Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom);
            if (beyond > spare) found.push(`${named(words[at])} is cut off: ${Math.round(beyond)} px`);
            for (const [after, other] of boxes.entries()) {
                if (after <= at) continue;
                const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
                const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
                if (wide > 1 && high > 1) found.push(`${named(words[at])} lies on ${named(words[after])}: ${Math.round(wide)} px`);
            }
        }
    }
    return found;
}"""
"""Each text has to lie within its picture, and on no other text."""


def words_without_room(page: Page) -> list[str]:
    """The words that are cut off at the edge of their picture, or lie on others."""
    found: list[str] = page.evaluate(WITHOUT_ROOM)
    return found
