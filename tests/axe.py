"""Axe, which finds barriers, run on a page as it stands."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that another look can break."""
RUN = """([type, values]) => axe.run({runOnly: {type, values}, resultTypes: ["violations"],
        ...(type === "tag" ? {rules: {"target-size": {enabled: true}}} : {})})
    .then(({violations}) => violations.flatMap(({id, nodes}) =>
        nodes.map(node => `${id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`)))"""


def bring_axe(page: Page) -> Page:
    """Have axe on every page that this tab opens. It comes beside the page's own scripts, which the policy holds to."""
    page.add_init_script(AXE)
    return page


def faults(page: Page) -> list[str]:
    """What axe finds wrong with the page, each with the rule, the place and how to mend it."""
    found: list[str] = page.evaluate(RUN, ["tag", TAGS])
    return found


def faults_of_colour(page: Page) -> list[str]:
    """What axe finds wrong with the page's colours: enough for a page whose other look was seen to be without faults."""
    found: list[str] = page.evaluate(RUN, ["rule", COLOURS])
    return found
